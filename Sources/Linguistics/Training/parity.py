"""Writes what PyTorch makes of a few sentences with the weights as exported, for the parity test of the Swift code.

Sentences whose best heads are no tree are left out.

A line of each token: form, XPOS, UPOS, head, relation, then numbers: the first eight of its state, its best XPOS, UPOS,
name and relation scores, and the score of every head. A blank line ends a sentence.
"""

import argparse
from pathlib import Path

import torch

from batches import Encoded, pack
from sentences import Sentence, is_tree
from export import load, round_weights

SENTENCES = [
    "The foreign minister of Norland warned on Tuesday that the talks with East Sealand had failed .",
    "\u201c We did n\u2019t open fire , \u201d said Col. Ada Brook , whose troops hold 12 of the 350 villages \u2014 for now .",
    "Protesters were dispersed by riot police in S\u00e3o Tom\u00e9 .",
    "Why ?",
    "Thousands of people marched through Lagos to protest against the new tax , police said .",
    "The Russia - backed militia , which the U.N. accuses of shelling a hospital in 2021 , denies it .",
]


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    network, vocabulary, inventories = load(options.checkpoint)
    round_weights(network)
    lines = []
    for text in SENTENCES:
        forms = text.split()
        batch = pack([Encoded(Sentence(forms, "parity"), vocabulary, inventories)])
        states = network.encode(batch.rows, batch.mask)[0]
        xpos, upos, names, arcs, sides = network(batch)
        choices = arcs.masked_fill(torch.eye(arcs.size(1), dtype=torch.bool), -1e9)
        heads = choices.argmax(2)
        relations = network.relations(sides, heads)
        if not is_tree(heads[0, 1:].tolist()):
            continue
        for index, form in enumerate(forms, start=1):
            best = [scores[0, index].max() for scores in (xpos, upos, names, relations)]
            numbers = [*states[index, :8], *best, *arcs[0, index]]
            labels = [
                inventories.xpos[xpos[0, index].argmax()], inventories.upos[upos[0, index].argmax()],
                str(int(heads[0, index])), inventories.relations[relations[0, index].argmax()],
            ]
            lines.append("\t".join([form, *labels, *(f"{number:.5f}" for number in numbers)]))
        lines.append("")
    options.output.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
