#!/usr/bin/env python3
"""Writes the held-out part of the Groningen Meaning Bank for `newsbench eval`, read as the trainer reads it.

One token a line, form and mask with a tab between, an empty line behind each sentence. A mask is the set of labels that
count as right: bit 0 is O, bit 1 + 4 × class + part is a label, classes and parts in the order of `names.py`.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "Sources/Linguistics/Training"))

import names  # noqa: E402
from name_corpora import load_gmb  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/ and places/")
    parser.add_argument("--split", default="test", choices=["dev", "test"])
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    bank = arguments.data / "ner/gmb_kaggle/ner_dataset.csv.zip"
    if not bank.exists():
        print(f"export-names: {bank} is not there; names of the bank are not scored", file=sys.stderr)
        return
    gazetteer = names.Gazetteer(arguments.data / "places")
    corpus = load_gmb(bank, gazetteer)
    with arguments.output.open("w", encoding="utf8") as output:
        for sentence in corpus[arguments.split]:
            for form, mask in zip(sentence.forms, sentence.masks):
                output.write(f"{form}\t{mask}\n")
            output.write("\n")


if __name__ == "__main__":
    main()
