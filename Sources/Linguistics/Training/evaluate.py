"""Scores on held-out sentences: tags, attachment, labels, and name spans by exact match."""

from collections import Counter

import torch

from batches import IGNORED, Encoded, Inventories, batches, pack
from names import CLASSES, LABELS
from network import Heads

_FOLDED = {"GPE": "LOC", "FAC": "LOC"}


def allowed_transitions() -> torch.Tensor:
    """True where BIOES label j may follow label i."""
    table = torch.zeros(len(LABELS), len(LABELS), dtype=torch.bool)
    for i, first in enumerate(LABELS):
        for j, second in enumerate(LABELS):
            if first[0] in "BI":
                table[i, j] = second[0] in "IE" and first[2:] == second[2:]
            else:
                table[i, j] = second[0] in "OBS"
    return table


_FORBIDDEN = (~allowed_transitions()).float() * -1e9
_OUTSIDE = torch.tensor([label == "O" for label in LABELS])


def viterbi(logits: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The best legal BIOES path through the rows of each sentence of a batch; a masked position is outside."""
    logits = logits.masked_fill(~mask[:, :, None] & ~_OUTSIDE, -1e9)
    starts = torch.tensor([0.0 if label[0] in "OBS" else -1e9 for label in LABELS])
    ends = torch.tensor([0.0 if label[0] in "OES" else -1e9 for label in LABELS])
    score, back = logits[:, 0] + starts, []
    for index in range(1, logits.size(1)):
        best, origin = (score[:, :, None] + _FORBIDDEN).max(1)
        back.append(origin)
        score = best + logits[:, index]
    path = [(score + ends).argmax(1)]
    for origin in reversed(back):
        path.append(origin.gather(1, path[-1][:, None])[:, 0])
    return torch.stack(path[::-1], dim=1)


def label_spans(path: list[int]) -> set[tuple[int, int, str]]:
    spans, start = set(), 0
    for index, label in enumerate(path):
        name = LABELS[label]
        if name[0] in "BS":
            start = index
        if name[0] in "ES":
            spans.add((start, index + 1, name[2:]))
    return spans


def gold_spans(masks: list[int]) -> dict[tuple[int, int], set[str]]:
    """(start, end) of each gold name with the classes it may have; none where nothing is annotated."""
    spans, start = {}, 0
    for index, mask in enumerate(masks):
        allowed = [LABELS[bit] for bit in range(1, len(LABELS)) if mask >> bit & 1]
        if mask & 1 or not allowed:
            continue
        if allowed[0][0] in "BS":
            start = index
        if allowed[0][0] in "ES":
            spans[start, index + 1] = {name[2:] for name in allowed}
    return spans


class NameScore:
    """Precision and recall of spans; a place is one class in `folded` counts (PERSON, ORG, LOC only)."""

    def __init__(self):
        self.counts = Counter()

    def add(self, masks: list[int], path: list[int]) -> None:
        gold, found = gold_spans(masks), label_spans(path)
        main = {span for span, classes in gold.items() if classes <= {"PERSON", "ORG", "GPE", "LOC", "FAC"}}
        self.counts["gold"] += len(gold)
        self.counts["gold main"] += len(main)
        for start, end, name in found:
            allowed = gold.get((start, end), set())
            single = 1 << LABELS.index(f"S-{name}")
            if not allowed and (masks[start] == 0 or end - start == 1 and masks[start] & single):
                continue
            self.counts["found"] += 1
            self.counts["right"] += name in allowed
            if name in ("PERSON", "ORG", "GPE", "LOC", "FAC"):
                self.counts["found main"] += 1
                self.counts["right main"] += _FOLDED.get(name, name) in {_FOLDED.get(c, c) for c in allowed}

    def f1(self, suffix: str = "") -> float:
        gold, found, right = (self.counts[name + suffix] for name in ("gold", "found", "right"))
        return 200 * right / max(1, gold + found)


@torch.no_grad()
def evaluate(network: Heads, sentences: list[Encoded], inventories: Inventories) -> dict[str, float]:
    """XPOS, UPOS, UAS, LAS (universal relations) in percent, and F1 of names, with and without fine classes."""
    network.eval()
    universal = {name: index for index, name in enumerate(sorted({n.split(":")[0] for n in inventories.relations}))}
    fold = torch.tensor([universal[name.split(":")[0]] for name in inventories.relations])
    counts, score = Counter(), NameScore()
    for group in batches(sentences, 4000):
        batch = pack(group)
        xpos, upos, labels, arcs, sides = network(batch)
        arcs = arcs.masked_fill(torch.eye(arcs.size(1), dtype=torch.bool), -1e9)
        heads = arcs.argmax(2)
        relations = network.relations(sides, heads).argmax(2)
        known = batch.heads != IGNORED
        attached = (heads == batch.heads) & known
        counts["tokens"] += int(known.sum())
        counts["xpos"] += int(((xpos.argmax(2) == batch.xpos) & known).sum())
        counts["upos"] += int(((upos.argmax(2) == batch.upos) & known).sum())
        counts["uas"] += int(attached.sum())
        counts["las"] += int((attached & (fold[relations] == fold[batch.relations.clamp(min=0)])).sum())
        paths = viterbi(labels[:, 1:], batch.mask[:, 1:, 0] > 0).tolist()
        for sentence, path in zip(group, paths):
            if sentence.masks.any():
                score.add(sentence.masks[1:].tolist(), path[: len(sentence)])
    result = {name: 100 * counts[name] / max(1, counts["tokens"]) for name in ("xpos", "upos", "uas", "las")}
    return result | {"names": score.f1(), "names main": score.f1(" main")}


def summary(scores: dict[str, float]) -> str:
    return " ".join(f"{name} {value:.2f}" for name, value in scores.items() if value)
