"""Turns sentences into tensors: label inventories, encoded sentences, batches of similar length."""

import random
from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch

from sentences import Sentence
from features import KIND_COUNT, Vocabulary

IGNORED = -100


@dataclass
class Inventories:
    xpos: list[str]
    upos: list[str]
    relations: list[str]

    @classmethod
    def collect(cls, sentences: list[Sentence], least: int = 15) -> "Inventories":
        xpos, upos, relations = Counter(), Counter(), Counter()
        for sentence in sentences:
            if sentence.heads:
                xpos.update(sentence.xpos)
                upos.update(sentence.upos)
                relations.update(sentence.relations)
        common = lambda tally, least: sorted(name for name, times in tally.items() if times >= least)
        kept = set(common(relations, least)) | {"csubj:pass"} | {name.split(":")[0] for name in relations}
        return cls(common(xpos, 5), common(upos, 5), sorted(kept))

    def __post_init__(self):
        self.xpos_index = {name: index for index, name in enumerate(self.xpos)}
        self.upos_index = {name: index for index, name in enumerate(self.upos)}
        self.relation_index = {name: index for index, name in enumerate(self.relations)}

    def relation(self, name: str) -> int:
        found = self.relation_index.get(name)
        return self.relation_index[name.split(":")[0]] if found is None else found


class Encoded:
    """A sentence as arrays; position 0 is the root."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary, inventories: Inventories):
        length = len(sentence)
        self.forms = sentence.forms
        self.rows = np.stack([vocabulary.lookup(form) for form in sentence.forms])
        self.tags = np.full((4, length + 1), IGNORED, dtype=np.int64)
        if sentence.heads:
            self.tags[0, 1:] = [inventories.xpos_index.get(tag, IGNORED) for tag in sentence.xpos]
            self.tags[1, 1:] = [inventories.upos_index.get(tag, IGNORED) for tag in sentence.upos]
            self.tags[2, 1:] = sentence.heads
            self.tags[3, 1:] = [inventories.relation(name) for name in sentence.relations]
        self.masks = np.zeros(length + 1, dtype=np.int64)
        if sentence.masks:
            self.masks[1:] = sentence.masks

    def __len__(self) -> int:
        return len(self.rows)


@dataclass
class Batch:
    rows: torch.Tensor
    mask: torch.Tensor
    xpos: torch.Tensor
    upos: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    masks: torch.Tensor
    forms: list[list[str]]


def pack(sentences: list[Encoded]) -> Batch:
    longest = max(map(len, sentences))
    rows = np.zeros((len(sentences), longest, KIND_COUNT), dtype=np.int64)
    mask = np.zeros((len(sentences), longest + 1, 1), dtype=np.float32)
    tags = np.full((4, len(sentences), longest + 1), IGNORED, dtype=np.int64)
    masks = np.zeros((len(sentences), longest + 1), dtype=np.int64)
    for index, sentence in enumerate(sentences):
        length = len(sentence)
        rows[index, :length] = sentence.rows
        mask[index, : length + 1] = 1
        tags[:, index, : length + 1] = sentence.tags
        masks[index, : length + 1] = sentence.masks
    tensors = [torch.from_numpy(part) for part in tags]
    return Batch(torch.from_numpy(rows), torch.from_numpy(mask), *tensors, torch.from_numpy(masks), [sentence.forms for sentence in sentences])


def batches(sentences: list[Encoded], size: int, dice: random.Random | None = None):
    """Lists of sentences of similar length, about `size` tokens each; shuffled if there are dice."""
    order = sorted(sentences, key=lambda s: len(s) + (dice.random() * 4 if dice else 0))
    result, current = [], []
    for sentence in order:
        if current and (len(current) + 1) * (len(sentence) + 1) > size:
            result.append(current)
            current = []
        current.append(sentence)
    if current:
        result.append(current)
    if dice:
        dice.shuffle(result)
    return result
