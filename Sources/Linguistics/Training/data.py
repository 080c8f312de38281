"""Reads every corpus into one kind of sentence; what a corpus does not annotate stays None."""

import csv
import io
import random
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import names
from names import ANYTHING, OUTSIDE


@dataclass
class Sentence:
    forms: list[str]
    source: str
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    masks: list[int] | None = None
    identifier: str = ""
    misc: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)


def read_conllu(path: Path, source: str) -> list[Sentence]:
    """Sentences with a whole tree; multiword ranges and empty nodes are left out."""
    sentences, rows, identifier = [], [], ""
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# sent_id = "):
            identifier = line[12:]
        elif line and line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit() and fields[6] != "_":
                rows.append(fields)
        elif not line and rows:
            columns = list(zip(*rows))
            heads = [int(head) for head in columns[6]]
            if 0 in heads and max(heads) <= len(heads):
                sentences.append(
                    Sentence(
                        list(columns[1]), source, upos=list(columns[3]), xpos=list(columns[4]), lemmas=list(columns[2]),
                        heads=heads, relations=list(columns[7]), identifier=identifier, misc=list(columns[9]),
                    )
                )
            rows = []
    return sentences


def capitalised(form: str) -> bool:
    return form[:1].isupper()


def attach_uner(sentences: list[Sentence], path: Path) -> None:
    """Sets the name masks of EWT sentences from the UNER file of the same split."""
    tags_of, identifier = {}, ""
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# sent_id = "):
            identifier = line[12:]
        elif line and line[0] != "#":
            tag = line.split("\t")[2]
            tags_of.setdefault(identifier, []).append("O" if tag in ("B-O", "I-O") else tag)
    has_other = any("OTH" in tag for tags in tags_of.values() for tag in tags)
    for sentence in sentences:
        tags = tags_of.get(sentence.identifier)
        if tags is None or len(tags) != len(sentence):
            continue
        outside = [OUTSIDE] * len(sentence)
        if not has_other:
            outside = [
                names.allow_single(OUTSIDE, "NORP", "MISC", "EVENT") if capitalised(form) else OUTSIDE
                for form in sentence.forms
            ]
        spans = []
        for start, end, kind in names.iob_spans(tags):
            classes = names.UNER_CLASSES[kind]
            if kind == "OTH" and end - start == 1 and sentence.xpos[start] in ("JJ", "NNPS", "NNS"):
                classes = ("NORP",)
            spans.append((start, end, classes))
        sentence.masks = names.spans_to_masks(len(sentence), spans, outside)


_ENTITY = re.compile(r"\(([^()]+)(\)?)|(\d+)(?:\[[^\]]*\])?\)")


def gum_mentions(sentence: Sentence):
    """(start, end, type, head index) of the mentions that begin and end in the sentence."""
    mentions, opened = [], {}
    for index, misc in enumerate(sentence.misc):
        for item in misc.split("|"):
            if not item.startswith("Entity="):
                continue
            for match in _ENTITY.finditer(item[7:]):
                if match.group(1):
                    parts = match.group(1).split("-")
                    head = next((int(part.split(",")[0]) for part in parts[3:] if re.fullmatch(r"\d+(,\d+)*", part)), 1)
                    if len(parts) < 2:
                        continue
                    if match.group(2):
                        mentions.append((index, index + 1, parts[1], index))
                    else:
                        opened.setdefault(parts[0].split("[")[0], []).append((index, parts[1], head))
                elif opened.get(match.group(3)):
                    start, kind, head = opened[match.group(3)].pop()
                    mentions.append((start, index + 1, kind, min(start + head - 1, index)))
    return mentions


_INSIDE_NAMES = {"of", "the", "'s", "'", "&", "-", "and", "for", "de", "al", "el", "la", "von", "van", "bin", "du", "on"}


def attach_gum_names(sentence: Sentence, gazetteer: names.Gazetteer) -> None:
    """Named mentions become spans; proper nouns outside them teach nothing, everything else is outside."""
    forms, xpos = sentence.forms, sentence.xpos
    proper = [tag in ("NNP", "NNPS") for tag in xpos]
    taken = [False] * len(forms)
    spans, outside = [], []
    for start, end, kind, head in sorted(gum_mentions(sentence), key=lambda item: item[0] - item[1]):
        if kind == "time":
            for index in range(start, end):
                taken[index] = taken[index] or (proper[index] and not any(taken[start:end]))
            continue
        if kind not in names.GUM_CLASSES or not proper[head]:
            continue
        clean = lambda index: proper[index] or forms[index].lower() in _INSIDE_NAMES or xpos[index] in ("CD", "HYPH")
        while start < head and (forms[start].lower() == "the" or not proper[start]):
            start += 1
        while end > head + 1 and not proper[end - 1] and xpos[end - 1] != "CD":
            end -= 1
        if not all(clean(index) for index in range(start, end)):
            start, end = head, head + 1
            while start > 0 and (proper[start - 1] or xpos[start - 1] == "HYPH"):
                start -= 1
            while end < len(forms) and (proper[end] or xpos[end] == "HYPH"):
                end += 1
        classes = names.GUM_CLASSES[kind]
        if kind == "person":
            start = names.strip_title(forms, start, end)
            if xpos[head] == "NNPS":
                classes = ("NORP",)
        if start >= end or any(taken[start:end]):
            continue
        if kind == "place":
            classes = gazetteer.place_classes(forms[start:end])
        spans.append((start, end, classes))
        taken[start:end] = [True] * (end - start)
    for index, form in enumerate(forms):
        if proper[index] and not taken[index]:
            outside.append(ANYTHING)
        elif xpos[index] == "JJ" and capitalised(form):
            outside.append(names.allow_single(OUTSIDE, "NORP"))
        else:
            outside.append(OUTSIDE)
    sentence.masks = names.spans_to_masks(len(forms), spans, outside)


def split_hyphens(forms: list[str], tags: list[str], pos: list[str]):
    """Splits Russia-backed into three tokens, as the treebanks do."""
    split_forms, split_tags, split_pos = [], [], []
    for form, tag, part in zip(forms, tags, pos):
        pieces = re.split(r"(?<=[A-Za-z0-9.])(-)(?=[A-Za-z0-9])", form)
        for index, piece in enumerate(pieces):
            split_forms.append(piece)
            split_tags.append("I" + tag[1:] if index and tag[0] == "B" else tag)
            split_pos.append(part)
    return split_forms, split_tags, split_pos


def read_gmb(path: Path) -> list[tuple[list[str], list[str], list[str]]]:
    """(forms, tags, parts of speech) of each sentence of the Groningen Meaning Bank extract."""
    with zipfile.ZipFile(path) as archive, archive.open("ner_dataset.csv") as raw:
        sentences, current = [], ([], [], [])
        for row in list(csv.reader(io.TextIOWrapper(raw, "latin-1")))[1:]:
            if row[0] and current[0]:
                sentences.append(split_hyphens(*current))
                current = ([], [], [])
            current[0].append(row[1].replace("\x92", "'") or "-")
            current[1].append(row[3])
            current[2].append(row[2])
        sentences.append(split_hyphens(*current))
    return sentences


def gmb_sentence(forms, tags, pos, demonyms: set[str], gazetteer: names.Gazetteer, doubtful) -> Sentence:
    """Cleans the bank's spans: no titles, nationalities apart from countries, one class where it is known."""
    spans = []
    for start, end, kind in names.iob_spans(tags):
        phrase = " ".join(forms[start:end]).lower()
        if (phrase, kind) in doubtful:
            spans.append((start, end, ()))
            continue
        if kind == "per":
            start = names.strip_title(forms, start, end)
        if forms[start : start + 1] and forms[start] in ("The", "the"):
            start += 1
        if start >= end or kind == "tim":
            continue
        if phrase in names.PEOPLES or (end - start == 1 and phrase in demonyms and pos[start] != "NNP"):
            classes = ("NORP",)
        elif phrase in gazetteer.political and kind in ("geo", "gpe", "org"):
            classes = ("GPE",)
        elif kind == "per":
            classes = ("PERSON",)
        elif kind == "org":
            classes = ("ORG",)
        elif kind == "gpe":
            classes = ("NORP",) if phrase in demonyms else ("GPE", "LOC", "NORP")
        elif kind == "geo":
            classes = gazetteer.place_classes(forms[start:end])
        elif kind == "eve":
            classes = ("EVENT",)
        else:
            classes = ("EVENT", "MISC", "FAC", "NORP")
        spans.append((start, end, classes))
    outside = [
        names.allow_single(OUTSIDE, "NORP") if index and capitalised(form) and form.lower() in names.PEOPLES else OUTSIDE
        for index, form in enumerate(forms)
    ]
    return Sentence(forms, "gmb", masks=names.spans_to_masks(len(forms), spans, outside), misc=pos)


def load_gmb(path: Path, gazetteer: names.Gazetteer) -> dict[str, list[Sentence]]:
    """Splits the bank into train, dev and test by blocks of a hundred sentences; repeats leave train."""
    raw = read_gmb(path)
    as_people, in_all, kinds = Counter(), Counter(), {}
    for forms, tags, pos in raw:
        for start, end, kind in names.iob_spans(tags):
            kinds.setdefault(" ".join(forms[start:end]).lower(), Counter())[kind] += 1
        for form, tag, part in zip(forms, tags, pos):
            if tag == "B-gpe":
                in_all[form.lower()] += 1
                as_people[form.lower()] += part in ("JJ", "NNS", "NNPS", "NN")
    demonyms = {word for word, times in in_all.items() if as_people[word] * 2 > times and word not in gazetteer.political}
    settled = gazetteer.political | names.PEOPLES
    doubtful = {
        (phrase, kind)
        for phrase, tally in kinds.items()
        for kind, times in tally.items()
        if times * 8 < tally.total() and phrase not in settled
    }
    doubtful |= {(name, kind) for name in ("bush", "rice", "clinton") for kind in ("geo", "gpe", "org")}
    splits = {"train": [], "dev": [], "test": []}
    for index, (forms, tags, pos) in enumerate(raw):
        split = {0: "test", 1: "dev"}.get(index // 100 % 20, "train")
        unsure = doubtful if split == "train" else ()
        splits[split].append(gmb_sentence(forms, tags, pos, demonyms, gazetteer, unsure))
    held = {tuple(sentence.forms) for split in ("dev", "test") for sentence in splits[split]}
    splits["train"] = [sentence for sentence in splits["train"] if tuple(sentence.forms) not in held]
    return splits


def read_columns(path: Path, separator: str) -> list[tuple[list[str], list[str]]]:
    """Two-column files: a form and its tag on each line."""
    sentences = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split(separator) for line in block.split("\n") if separator in line]
        if rows:
            sentences.append(([row[0] for row in rows], [row[1].strip() for row in rows]))
    return sentences


def load_wikigold(path: Path) -> list[Sentence]:
    result = []
    for forms, tags in read_columns(path, " "):
        forms, tags, _ = split_hyphens(forms, tags, tags)
        spans = [(start, end, names.WIKIGOLD_CLASSES[kind]) for start, end, kind in names.iob_spans(tags)]
        result.append(Sentence(forms, "wikigold", masks=names.spans_to_masks(len(forms), spans)))
    return result


def load_crossner(folder: Path) -> list[Sentence]:
    result = []
    for path in sorted(folder.glob("*/*.txt")):
        for forms, tags in read_columns(path, "\t"):
            forms, tags, _ = split_hyphens(forms, tags, tags)
            spans = []
            for start, end, kind in names.iob_spans(tags):
                if kind in names.CROSSNER_CLASSES:
                    spans.append((start, end, names.CROSSNER_CLASSES[kind]))
                elif any(capitalised(form) for form in forms[start:end]):
                    spans.append((start, end, ()))
            result.append(Sentence(forms, "crossner", masks=names.spans_to_masks(len(forms), spans)))
    return result


@dataclass
class Corpora:
    train: list[tuple[str, float, list[Sentence]]]  # name, share of it in an epoch, sentences
    held_out: dict[str, list[Sentence]]


def load(data: Path, silver: list[Path] = ()) -> Corpora:
    """Everything under the data folder; `silver` are CoNLL-U files labelled by a teacher."""
    gazetteer = names.Gazetteer(data / "places")
    ewt, uner = data / "syntax/ud_english_ewt", data / "ner/uner_english_ewt"
    splits = {}
    for split, file in (("train", "train.2022-12-02"), ("dev", "dev"), ("test", "test")):
        splits[split] = read_conllu(ewt / f"en_ewt-ud-{split}.conllu", "ewt")
        attach_uner(splits[split], uner / f"en_ewt-ud-{file}.iob2")
    gum = {"news": [], "other": [], "dev": []}
    for part in ("train", "dev"):
        for path in sorted((data / "syntax/gum_free" / part / "dep").glob("*.conllu")):
            news = "_news_" in path.name or "_interview_" in path.name
            key = "dev" if part == "dev" else "news" if news else "other"
            gum[key] += read_conllu(path, "gum")
    for sentences in gum.values():
        for sentence in sentences:
            attach_gum_names(sentence, gazetteer)
    gmb = load_gmb(data / "ner/gmb_kaggle/ner_dataset.csv.zip", gazetteer)
    train = [
        ("ewt", 1.0, splits["train"]), ("gum", 1.0, gum["other"]), ("gum-news", 2.0, gum["news"]),
        ("gmb", 0.2, gmb["train"]), ("wikigold", 1.0, load_wikigold(data / "ner/wikigold/wikigold.conll.txt")),
        ("crossner", 0.5, load_crossner(data / "ner/crossner")),
    ]
    train += [(path.stem, 1.0, read_conllu(path, "silver")) for path in silver]
    held_out = {
        "ewt-dev": splits["dev"], "ewt-test": splits["test"], "gum-dev": gum["dev"], "gmb-dev": gmb["dev"],
        "gmb-test": gmb["test"],
    }
    return Corpora(train, held_out)


def epoch(corpora: Corpora, dice: random.Random, longest: int = 150) -> list[Sentence]:
    """One epoch's sentences: each corpus in its share, a fraction drawn anew each time."""
    chosen = []
    for _, share, sentences in corpora.train:
        for _ in range(int(share)):
            chosen += sentences
        rest = share - int(share)
        if rest:
            chosen += dice.sample(sentences, int(len(sentences) * rest))
    return [sentence for sentence in chosen if 0 < len(sentence) <= longest]
