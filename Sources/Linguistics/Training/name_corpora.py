"""Corpora with names and no trees: Groningen Meaning Bank, WikiGold, CrossNER, WNUT-17, re3d."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import names
from names import OUTSIDE
from sentences import Sentence, capitalised
from treebank_names import INSIDE_NAMES


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
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf8")):
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


def load_wnut(folder: Path) -> list[Sentence]:
    """Posts of social media, all but the test set. Classes that mix kinds teach nothing about themselves."""
    result = []
    for name in ("wnut17train.conll", "emerging.dev.conll"):
        for forms, tags in read_columns(folder / name, "\t"):
            forms, tags, _ = split_hyphens(forms, tags, tags)
            spans = [(start, end, names.WNUT_CLASSES.get(kind, ())) for start, end, kind in names.iob_spans(tags)]
            outside = [
                names.allow_single(OUTSIDE, "NORP") if capitalised(form) and form.lower() in names.PEOPLES else OUTSIDE
                for form in forms
            ]
            result.append(Sentence(forms, "wnut", masks=names.spans_to_masks(len(forms), spans, outside)))
    return result


_RE3D_TOKEN = re.compile(r"(?:[A-Z]\.)+|['’]s\b|\w+|[^\w\s]")


def re3d_sentences(text: str, entities: list[dict], gazetteer: names.Gazetteer) -> list[Sentence]:
    """The sentences of a document; spans that are more than a name (a general's troops) teach nothing."""
    masks, tokens = {}, list(_RE3D_TOKEN.finditer(text))
    for entity in sorted(entities, key=lambda entity: entity["begin"] - entity["end"]):
        inside = [i for i, token in enumerate(tokens) if entity["begin"] <= token.start() and token.end() <= entity["end"]]
        if not inside or any(i in masks for i in inside) or entity["type"] not in names.RE3D_CLASSES:
            continue
        start, end = inside[0], inside[-1] + 1
        start += tokens[start].group().lower() == "the"
        forms = [token.group() for token in tokens[start:end]]
        named = forms and all(capitalised(form) or form.lower() in INSIDE_NAMES for form in forms)
        if named and entity["type"] == "Person":
            start = names.strip_title(forms, 0, len(forms)) + start
        classes = names.RE3D_CLASSES[entity["type"]] if named else ()
        if named and entity["type"] == "Location":
            classes = gazetteer.place_classes(forms)
        masks.update(zip(range(start, end), names.spans_to_masks(end - start, [(0, end - start, classes)])))
    result, first = [], 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        if last or token.group() in ".!?" and tokens[index + 1].group()[:1].isupper() or "\n" in text[token.end() : tokens[index + 1].start()]:
            forms = [token.group() for token in tokens[first : index + 1]]
            result.append(Sentence(forms, "re3d", masks=[masks.get(i, OUTSIDE) for i in range(first, index + 1)]))
            first = index + 1
    return result


def load_re3d(folder: Path, gazetteer: names.Gazetteer) -> list[Sentence]:
    """All but the part from the BBC, whose licence forbids commercial use."""
    result = []
    for path in sorted(folder.glob("*/documents.json")):
        if "BBC" in path.parent.name:
            continue
        read = lambda name: [json.loads(line) for line in (path.parent / name).read_text(encoding="utf8").splitlines() if line]
        entities: dict[str, list[dict]] = {}
        for entity in read("entities.json"):
            entities.setdefault(entity["documentId"], []).append(entity)
        for document in read("documents.json"):
            result += re3d_sentences(document["text"], entities.get(document["_id"], []), gazetteer)
    return result
