#!/usr/bin/env python3
"""Speed of newsd's engine beside spaCy's small-model architecture, one thread each, on the same articles in one run.

spaCy's weights are untrained (none can be downloaded here), which costs the same time: tagger, parser and entity
recogniser on one HashEmbedCNN of width 96 and depth 4, as in en_core_web_sm. Time is the processor's.

    python3 -m venv venv && venv/bin/pip install spacy
    swift build -c release --product newsbench
    venv/bin/python scripts/compare-speed.py --newsbench .build/release/newsbench docs/demo/articles
"""

import argparse
import os
import subprocess
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.training import Example  # noqa: E402

TAGS = "NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB IN DT CC CD PRP PRP$ TO MD WDT WP WRB POS . , : $".split()
RELATIONS = "nsubj dobj iobj prep pobj det amod aux advmod cc conj mark advcl ccomp xcomp acl relcl nmod compound".split()
NAMES = "PERSON ORG GPE LOC NORP FAC EVENT DATE TIME MONEY PERCENT CARDINAL ORDINAL PRODUCT LAW LANGUAGE".split()


def pipeline():
    """A blank pipeline with the components and widths of the small English model."""
    nlp = spacy.blank("en")
    shared = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 96, "depth": 4,
        "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": shared})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    transition = {
        "@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "hidden_width": 64,
        "maxout_pieces": 2, "use_upper": True,
    }
    parser = nlp.add_pipe("parser", config={"model": {**transition, "state_type": "parser", "tok2vec": listener}})
    own = {**transition, "state_type": "ner", "tok2vec": shared}
    entities = nlp.add_pipe("ner", config={"model": own})
    for tag in TAGS:
        tagger.add_label(tag)
    for relation in RELATIONS:
        parser.add_label(relation)
    for name in NAMES:
        entities.add_label(name)
    words = ["It", "rained", "."]
    reference = Doc(nlp.vocab, words=words, tags=["PRP", "VBD", "."], heads=[1, 1, 1], deps=["nsubj", "ROOT", "punct"])
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=words), reference)])
    return nlp


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--newsbench", required=True)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("articles", type=Path)
    options = options.parse_args()
    texts = [path.read_text(encoding="utf8") for path in sorted(options.articles.iterdir()) if path.is_file()]
    nlp = pipeline()
    words, start = 0, time.process_time()
    while time.process_time() - start < options.seconds:
        words += sum(len(doc) for doc in nlp.pipe(texts))
    speed = words / (time.process_time() - start)
    print(f"spaCy {spacy.__version__}, small-model architecture, untrained: {speed:.0f} words/s", flush=True)
    lines = subprocess.run(
        [options.newsbench, "engine", "--articles", options.articles], capture_output=True, text=True, check=True).stdout
    print(next(line.strip() for line in lines.splitlines() if "whole engine" in line) + " (newsd)")


if __name__ == "__main__":
    main()
