"""Labels text with the teacher: trees and names of the tokens of CoNLL-U files, trees of the training corpora that have none.

Sentences of which the teacher is unsure, or whose best heads are no tree, are left out. A name is written into MISC, as
`newsd annotate` does: Entity=B-GPE.
"""

import argparse
import itertools
import random
import time
from multiprocessing import Pool
from pathlib import Path

import torch

import data
from batches import Encoded, Inventories, batches, pack
from evaluate import viterbi
from features import Vocabulary
from names import LABELS
from sentences import Sentence, is_tree, read_conllu
from teacher import Teacher

LENGTHS = range(3, 61)
LEAST_CONFIDENCE = 0.75
_BIO = {"S": "B", "B": "B", "I": "I", "E": "I"}


def load(path: Path) -> tuple[Teacher, Inventories]:
    state = torch.load(path)
    inventories = Inventories(**state["inventories"])
    teacher = Teacher(len(inventories.xpos), len(inventories.upos), len(inventories.relations), len(LABELS))
    teacher.load_state_dict(state["weights"])
    return teacher.eval(), inventories


class Labeller:
    def __init__(self, checkpoint: Path):
        self.teacher, self.inventories = load(checkpoint)

    @torch.no_grad()
    def label(self, group: list[Encoded]) -> tuple[int, str]:
        """How many sentences of a batch the teacher is sure of, and their lines."""
        batch, kept, lines = pack(group), 0, []
        xpos, upos, labels, arcs, sides = self.teacher(batch)
        arcs = arcs.masked_fill(torch.eye(arcs.size(1), dtype=torch.bool), -1e9)
        confidence, heads = arcs.softmax(2).max(2)
        relations = self.teacher.relations(sides, heads).argmax(2).tolist()
        paths = viterbi(labels[:, 1:], batch.mask[:, 1:, 0] > 0).tolist()
        xpos, upos, heads = xpos.argmax(2).tolist(), upos.argmax(2).tolist(), heads.tolist()
        for index, sentence in enumerate(group):
            chosen = heads[index][1 : len(sentence) + 1]
            if float(confidence[index, 1 : len(sentence) + 1].mean()) < LEAST_CONFIDENCE or not is_tree(chosen):
                continue
            kept += 1
            for token, (form, head, name) in enumerate(zip(sentence.forms, chosen, paths[index]), start=1):
                part, _, kind = LABELS[name].partition("-")
                misc = f"Entity={_BIO[part]}-{kind}" if kind else "_"
                tags = self.inventories.upos[upos[index][token]], self.inventories.xpos[xpos[index][token]]
                relation = self.inventories.relations[relations[index][token]]
                lines.append(f"{token}\t{form}\t_\t{tags[0]}\t{tags[1]}\t_\t{head}\t{relation}\t_\t{misc}\n")
            lines.append("\n")
        return kept, "".join(lines)


def start(checkpoint: Path) -> None:
    """Gives a process of the pool its teacher."""
    global labeller
    torch.set_num_threads(1)
    labeller = Labeller(checkpoint)


def label(group: list[Encoded]) -> tuple[int, str]:
    return labeller.label(group)


def draw(sentences: list[Sentence], words: int, dice: random.Random) -> list[Sentence]:
    """About so many words of different sentences of middling length."""
    different = list({tuple(sentence.forms): sentence for sentence in sentences if len(sentence) in LENGTHS}.values())
    dice.shuffle(different)
    ends = itertools.accumulate(map(len, different))
    return [sentence for sentence, end in zip(different, ends) if end <= words]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/ and places/")
    parser.add_argument("--checkpoint", type=Path, required=True, help="what teacher.py wrote")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="CoNLL-U files whose tokens are labelled")
    parser.add_argument("--words", type=int, default=700_000, help="most words to label of either, drawn at random")
    parser.add_argument("--output", type=Path, required=True, help="folder for text.conllu and trees.conllu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes")
    options = parser.parse_args()
    blank, nothing = Vocabulary({}), Inventories([], [], [])
    dice = random.Random(options.seed)
    corpora = [s for _, _, sentences in data.load(options.data).train for s in sentences if not s.heads]
    text = [s for path in options.text for s in read_conllu(path, "text")]
    options.output.mkdir(parents=True, exist_ok=True)
    pool = Pool(options.workers, start, (options.checkpoint,))
    for name, available in (("text", text), ("trees", corpora)):
        began, kept, sentences = time.time(), 0, draw(available, options.words, dice)
        groups = batches([Encoded(Sentence(sentence.forms, ""), blank, nothing) for sentence in sentences], 4000, dice)
        with open(options.output / f"{name}.conllu", "w", encoding="utf8") as file:
            for count, lines in pool.imap_unordered(label, groups):
                file.write(lines)
                kept += count
        print(f"{name}: {kept} of {len(sentences)} sentences, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
