"""Names on sentences of CoNLL-U files: Universal NER on EWT, the mentions of GUM, and labels of our own."""

import re
from pathlib import Path

import names
from names import ANYTHING, OUTSIDE
from sentences import Sentence, capitalised


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


INSIDE_NAMES = {"of", "the", "'s", "'", "&", "-", "and", "for", "de", "al", "el", "la", "von", "van", "bin", "du", "on"}


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
        clean = lambda index: proper[index] or forms[index].lower() in INSIDE_NAMES or xpos[index] in ("CD", "HYPH")
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


def attach_labelled_names(sentence: Sentence) -> None:
    """Names as `newsd annotate` and label.py write them into MISC."""
    found = [re.search(r"Entity=([BI]-[A-Z]+)", misc) for misc in sentence.misc]
    tags = [match.group(1) if match else "O" for match in found]
    spans = [(start, end, (kind,)) for start, end, kind in names.iob_spans(tags)]
    sentence.masks = names.spans_to_masks(len(sentence), spans)
