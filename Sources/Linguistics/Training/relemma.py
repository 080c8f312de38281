"""Learns the base forms anew and puts them into `english.model`; the network stays as it is."""

import argparse
from pathlib import Path

import corpus_text
import data
from export import open_addressing, rule_bytes, write
from lemmas import Lemmatizer
from restore import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/, places/ and text/")
    parser.add_argument("--model", type=Path, required=True, help="english.model, read and written")
    options = parser.parse_args()
    arrays = read(options.model)
    tags = arrays["labels.xpos"].tobytes().decode().split("\n")
    sentences = [sentence for _, _, part in data.load(options.data).train for sentence in part]
    words, infinitives = corpus_text.word_counts(options.data / "text/wikinews_dump_2020")
    index, rules = Lemmatizer.learn(sentences, words, infinitives).hashed(tags)
    arrays["lemmas.keys"], arrays["lemmas.values"] = open_addressing(index)
    arrays["lemmas.rules"] = rule_bytes(rules)
    write(options.model, arrays)
    print(f"{len(index)} endings and words, {len(rules)} rules")


if __name__ == "__main__":
    main()
