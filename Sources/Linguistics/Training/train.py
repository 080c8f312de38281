"""Trains the network. See README.md for the commands."""

import argparse
import copy
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch.nn import functional as F

import data
from batches import IGNORED, Batch, Encoded, Inventories, batches, pack
from evaluate import evaluate, summary
from features import Vocabulary
from names import LABELS
from network import SyntaxNetwork

# Most rows and least occurrences of form, prefix, two suffixes and shape.
ROW_LIMITS = (40_000, 8_000, 8_000, 1_200, 1_500)
ROW_LEAST = (2, 3, 3, 5, 5)
NAME_BITS = torch.arange(len(LABELS))


def losses(network: SyntaxNetwork, batch: Batch, drop_form: torch.Tensor) -> torch.Tensor:
    """Sum of the heads' mean losses; what is not annotated is masked."""
    xpos, upos, labels, arcs, sides = network.score(batch.rows, batch.mask, drop_form)
    total = torch.zeros(())
    known = batch.heads != IGNORED
    if known.any():
        relations = network.relations(sides, batch.heads.clamp(min=0))
        pairs = ((xpos, batch.xpos, 1.0), (upos, batch.upos, 0.5), (arcs, batch.heads, 1.0), (relations, batch.relations, 1.0))
        for logits, gold, weight in pairs:
            total = total + weight * F.cross_entropy(logits[known], gold[known], ignore_index=IGNORED)
    named = batch.masks != 0
    if named.any():
        scores, masks = labels[named], batch.masks[named]
        allowed = (masks[:, None] >> NAME_BITS & 1).bool()
        marginal = scores.masked_fill(~allowed, -1e9).logsumexp(1)
        total = total + 1.5 * (scores.logsumexp(1) - marginal).mean()
    return total


class FormDropout:
    """Hides forms so that the network can do without: rare ones more often."""

    def __init__(self, counts: torch.Tensor, floor: float = 0.05, strength: float = 0.4):
        self.rate = floor + strength / (strength + counts.float())

    def __call__(self, rows: torch.Tensor) -> torch.Tensor:
        return torch.rand(rows.shape[:2]) < self.rate[rows[:, :, 0]]


def encode_once(encoded: dict[int, Encoded], sentence, vocabulary: Vocabulary, inventories: Inventories) -> Encoded:
    found = encoded.get(id(sentence))
    if found is None:
        found = encoded[id(sentence)] = Encoded(sentence, vocabulary, inventories)
    return found


def form_row_counts(forms: Counter, vocabulary: Vocabulary) -> torch.Tensor:
    counts = torch.zeros(vocabulary.size)
    for form, times in forms.items():
        counts[int(vocabulary.lookup(form)[0])] += times
    return counts


def train(options) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    dice = random.Random(options.seed)
    corpora = data.load(options.data, options.silver)
    everything = [sentence for _, _, sentences in corpora.train for sentence in sentences]
    forms = Counter()
    for name, share, sentences in corpora.train:
        for sentence in sentences:
            forms.update(sentence.forms)
    vocabulary = Vocabulary.count(forms, ROW_LIMITS, ROW_LEAST)
    inventories = Inventories.collect(everything)
    encoded: dict[int, Encoded] = {}
    encode = lambda sentence: encode_once(encoded, sentence, vocabulary, inventories)
    held_out = {name: [encode(s) for s in sentences] for name, sentences in corpora.held_out.items()}
    hide = FormDropout(form_row_counts(forms, vocabulary))

    sizes = len(inventories.xpos), len(inventories.upos), len(inventories.relations), len(LABELS)
    network = SyntaxNetwork(vocabulary.size, *sizes, dropout=options.dropout, block_dropout=options.block_dropout)
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=1e-4, betas=(0.9, 0.98), fused=True)
    per_epoch = len(batches([encode(s) for s in data.epoch(corpora, dice)], options.batch, dice))
    steps = options.epochs * per_epoch
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 500, pct_start=0.1)
    print(f"{vocabulary.size} rows, {sum(p.numel() for p in network.blocks.parameters())} weights in the blocks, "
          f"{per_epoch} steps an epoch", flush=True)
    step = 0
    for number in range(options.epochs):
        network.train()
        began, total = time.time(), 0.0
        for group in batches([encode(s) for s in data.epoch(corpora, dice)], options.batch, dice):
            batch = pack(group)
            loss = losses(network, batch, hide(batch.rows))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            step += 1
            if step % 5 == 0:
                blend(average, network, min(0.99, step / (step + 50)))
        print(f"epoch {number + 1}: {time.time() - began:.0f} s, loss {total / per_epoch:.3f}", flush=True)
        if number % options.report == options.report - 1 or number == options.epochs - 1:
            for name in ("ewt-dev", "gum-dev", "gmb-dev"):
                print(f"  {name}: {summary(evaluate(average, held_out[name], inventories))}", flush=True)
            save(options.output, average, vocabulary, inventories)
    for name in ("ewt-test", "gmb-test"):
        print(f"  {name}: {summary(evaluate(average, held_out[name], inventories))}", flush=True)


@torch.no_grad()
def blend(average: SyntaxNetwork, network: SyntaxNetwork, keep: float) -> None:
    """Moves the averaged weights towards the trained ones."""
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)


def save(path: Path, network: SyntaxNetwork, vocabulary: Vocabulary, inventories: Inventories) -> None:
    inventory = {"xpos": inventories.xpos, "upos": inventories.upos, "relations": inventories.relations}
    torch.save({"weights": network.state_dict(), "rows": vocabulary.rows, "inventories": inventory}, path)


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/ and places/")
    parser.add_argument("--output", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="CoNLL-U files labelled by a teacher")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--batch", type=int, default=2500, help="tokens of a batch")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--block-dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--report", type=int, default=2, help="epochs between scores")
    return parser.parse_args()


if __name__ == "__main__":
    train(options())
