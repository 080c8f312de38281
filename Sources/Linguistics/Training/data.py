"""Everything under the data folder: what is trained on, in which shares, and what is held out."""

import random
from dataclasses import dataclass
from pathlib import Path

import names
from name_corpora import load_crossner, load_gmb, load_re3d, load_wikigold, load_wnut
from sentences import Sentence, read_conllu
from treebank_names import attach_gum_names, attach_labelled_names, attach_uner


SILVER_SHARE = 1.0


@dataclass
class Corpora:
    train: list[tuple[str, float, list[Sentence]]]  # name, share of it in an epoch, sentences
    held_out: dict[str, list[Sentence]]


def load(data: Path, silver: list[Path] = ()) -> Corpora:
    """Everything under the data folder, and `silver`: CoNLL-U files labelled by a teacher. With them gold counts twice."""
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
    gold, part, posts = (2.0, 0.5, 1.0) if silver else (1.0, 0.3, 0.0)
    train = [
        ("ewt", gold, splits["train"]), ("gum", gold, gum["other"]), ("gum-news", 2 * gold, gum["news"]),
        ("gmb", part, gmb["train"]), ("wikigold", gold, load_wikigold(data / "ner/wikigold/wikigold.conll.txt")),
        ("crossner", 0.5, load_crossner(data / "ner/crossner")), ("re3d", gold, load_re3d(data / "ner/re3d", gazetteer)),
        ("wnut", posts, load_wnut(data / "ner/wnut17")),
    ]
    if silver:
        train.append(("silver", SILVER_SHARE, add_silver(train, silver)))
    held_out = {
        "ewt-dev": splits["dev"], "ewt-test": splits["test"], "gum-dev": gum["dev"], "gmb-dev": gmb["dev"],
        "gmb-test": gmb["test"],
    }
    return Corpora(train, held_out)


def add_silver(train: list[tuple[str, float, list[Sentence]]], paths: list[Path]) -> list[Sentence]:
    """Gives sentences of corpora without trees the teacher's, and returns the teacher's other sentences."""
    treeless = {}
    for _, _, sentences in train:
        for sentence in sentences:
            if not sentence.heads:
                treeless.setdefault(tuple(sentence.forms), []).append(sentence)
    others = []
    for path in paths:
        for sentence in read_conllu(path, "silver"):
            same = treeless.get(tuple(sentence.forms), [])
            for gold in same:
                gold.upos, gold.xpos, gold.heads, gold.relations = sentence.upos, sentence.xpos, sentence.heads, sentence.relations
            if not same:
                attach_labelled_names(sentence)
                others.append(sentence)
    return others


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
