"""Trains the network. See README.md for the commands."""

import argparse
import copy
import math
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch import multiprocessing
from torch.nn import functional as F

import data
from batches import IGNORED, Batch, Encoded, Inventories, batches, pack
from evaluate import evaluate, summary
from features import KIND_COUNT, Vocabulary
from names import LABELS
from network import Heads, SyntaxNetwork

# Most rows and least occurrences of form, prefix, two suffixes and shape.
ROW_LIMITS = (46_000, 8_000, 8_000, 1_400, 2_000)
ROW_LEAST = (2, 3, 3, 5, 5)
NAME_BITS = torch.arange(len(LABELS))
HAS_FAST_HALVES = torch.backends.cpu.get_cpu_capability() == "AVX512"


def half_products() -> torch.autocast:
    """Multiplies in bfloat16 where that is faster; weights and sums stay float32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=HAS_FAST_HALVES)


def losses(network: Heads, scores, batch: Batch) -> torch.Tensor:
    """Sum of the heads' mean losses; what is not annotated is masked."""
    xpos, upos, labels, arcs, sides = scores
    total = torch.zeros(())
    known = batch.heads != IGNORED
    if known.any():
        relations = network.relations(sides, batch.heads.clamp(min=0))
        pairs = ((xpos, batch.xpos, 1.0), (upos, batch.upos, 0.5), (arcs, batch.heads, 1.0), (relations, batch.relations, 1.0))
        for logits, gold, weight in pairs:
            total = total + weight * F.cross_entropy(logits[known], gold[known], ignore_index=IGNORED)
    named = batch.masks != 0
    if named.any():
        logits, masks = labels[named], batch.masks[named]
        allowed = (masks[:, None] >> NAME_BITS & 1).bool()
        marginal = logits.masked_fill(~allowed, -1e9).logsumexp(1)
        total = total + 1.5 * (logits.logsumexp(1) - marginal).mean()
    return total


class FormDropout:
    """Hides forms so that the network can do without: rare ones more often."""

    def __init__(self, counts: torch.Tensor, floor: float = 0.05, strength: float = 0.4):
        self.rate = floor + strength / (strength + counts.float())

    def __call__(self, rows: torch.Tensor) -> torch.Tensor:
        return torch.rand(rows.shape[:2]) < self.rate[rows[:, :, 0]]


class Course:
    """All there is to learn from: sentences as arrays, what they are encoded with, and those held out."""

    def __init__(self, corpora: data.Corpora):
        self.corpora = corpora
        everything = [sentence for _, _, sentences in corpora.train for sentence in sentences]
        self.forms = Counter(form for sentence in everything for form in sentence.forms)
        self.vocabulary = Vocabulary.count(self.forms, ROW_LIMITS, ROW_LEAST)
        self.inventories = Inventories.collect(everything)
        self._encoded: dict[int, Encoded] = {}
        self.held_out = {name: [self.encode(s) for s in sentences] for name, sentences in corpora.held_out.items()}

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """Number of XPOS tags, UPOS tags, relations and name labels."""
        return len(self.inventories.xpos), len(self.inventories.upos), len(self.inventories.relations), len(LABELS)

    def encode(self, sentence: data.Sentence) -> Encoded:
        found = self._encoded.get(id(sentence))
        if found is None:
            found = self._encoded[id(sentence)] = Encoded(sentence, self.vocabulary, self.inventories)
        return found

    def epoch(self, size: int, dice: random.Random) -> list[list[Encoded]]:
        """The batches of one epoch."""
        return batches([self.encode(sentence) for sentence in data.epoch(self.corpora, dice)], size, dice)

    def form_row_counts(self) -> torch.Tensor:
        """How often the form of each row occurs."""
        counts = torch.zeros(self.vocabulary.size)
        for form, times in self.forms.items():
            counts[int(self.vocabulary.lookup(form)[0])] += times
        return counts


def one_cycle(progress: float, rise: float = 0.05) -> float:
    """The share of the highest rate: up in a straight line, then down along a cosine."""
    if progress < rise:
        return 0.05 + 0.95 * progress / rise
    return 0.002 + 0.998 * 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - rise) / (1 - rise))))


class Training:
    """Trains on every epoch's batches with a one-cycle rate; what is scored and saved is a running average.

    `groups` are the optimizer's, each with its highest rate; `forward` makes a batch into scores. Where time runs out before the
    epochs do, the rate falls with the clock. Several workers share the weights and nothing else: each takes the next batch and
    changes the weights at once, so that none waits for a core that is busy with something else.
    """

    def __init__(self, network: Heads, course: Course, groups: list[dict], options, forward, save):
        self.network, self.course, self.groups, self.options = network.share_memory(), course, groups, options
        self.forward, self.save = forward, save
        self.average = copy.deepcopy(network)
        self.taken, self.per_epoch = multiprocessing.Value("q", 0), len(self.epoch(0))
        self.began = time.time()

    def run(self) -> None:
        others = [multiprocessing.Process(target=self.work, args=(worker,)) for worker in range(1, self.options.workers)]
        for other in others:
            other.start()
        self.work(0)
        for other in others:
            other.join()
        self.check(("ewt-dev", "gum-dev", "gmb-dev", "ewt-test", "gmb-test"))

    def epoch(self, number: int) -> list[list[Encoded]]:
        return self.course.epoch(self.options.batch, random.Random(self.options.seed * 1000 + number))

    def take(self) -> int:
        """The number of the next batch of all."""
        with self.taken.get_lock():
            self.taken.value += 1
            return self.taken.value - 1

    def work(self, worker: int) -> None:
        torch.manual_seed(self.options.seed + worker)
        optimizer = torch.optim.AdamW(self.groups, weight_decay=self.options.decay, betas=(0.9, 0.98), fused=True)
        rates = [group["lr"] for group in self.groups]
        current, batches, total, steps, blends = -1, [], 0.0, 0, 0
        while True:
            number, index = divmod(step := self.take(), self.per_epoch)
            elapsed = time.time() - self.began
            progress = max(step / (self.options.epochs * self.per_epoch), elapsed / (60 * self.options.minutes))
            if progress >= 1:
                return
            if number != current:
                if worker == 0 and number:
                    print(f"epoch {number}: {elapsed:.0f} s, loss {total / steps:.3f}", flush=True)
                    if number % self.options.report == 0:
                        self.check(("ewt-dev", "gum-dev", "gmb-dev"))
                self.network.train()
                current, batches, total, steps = number, self.epoch(number), 0.0, 0
            if index >= len(batches):
                continue
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * one_cycle(progress)
            total, steps = total + self.step(optimizer, pack(batches[index])), steps + 1
            if worker == 0 and steps % 5 == 0:
                blends += 1
                blend(self.average, self.network, blends / (blends + 10))

    def step(self, optimizer: torch.optim.Optimizer, batch: Batch) -> float:
        loss = losses(self.network, self.forward(batch), batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        optimizer.step()
        return float(loss.detach())

    def check(self, names: tuple[str, ...]) -> None:
        """Saves the average and prints its scores."""
        self.save(self.average)
        for name in names:
            print(f"  {name}: {summary(evaluate(self.average, self.course.held_out[name], self.course.inventories))}", flush=True)


@torch.no_grad()
def blend(average: SyntaxNetwork, network: SyntaxNetwork, keep: float) -> None:
    """Moves the averaged weights towards the trained ones. A `keep` of n / (n + 10) averages over the last tenth of n steps."""
    torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)


def save(path: Path, network: SyntaxNetwork, vocabulary: Vocabulary, inventories: Inventories) -> None:
    inventory = {"xpos": inventories.xpos, "upos": inventories.upos, "relations": inventories.relations}
    torch.save({"weights": network.state_dict(), "rows": vocabulary.rows, "inventories": inventory}, path)


@torch.no_grad()
def carry_over(state: dict, network: SyntaxNetwork, course: Course) -> None:
    """Starts from a checkpoint whose vocabulary may be another: a new spelling gets what the unknown one of its kind has."""
    weights, rows, vocabulary = state["weights"], state["rows"], course.vocabulary
    origins = torch.zeros(vocabulary.size, dtype=torch.long)
    for form in course.forms:
        origins[torch.from_numpy(vocabulary.lookup(form))] = torch.arange(KIND_COUNT)
    origins[:KIND_COUNT] = torch.arange(KIND_COUNT)
    for key, row in vocabulary.rows.items():
        origins[row] = rows.get(key, origins[row])
    network.load_state_dict(weights | {"embedding.weight": weights["embedding.weight"][origins]})


def arguments(description: str) -> argparse.ArgumentParser:
    """What every training needs to know."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/ and places/")
    parser.add_argument("--output", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="CoNLL-U files labelled by a teacher")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=math.inf, help="most time to train")
    parser.add_argument("--rate", type=float, default=3e-3, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=1e-4, help="weight decay")
    parser.add_argument("--batch", type=int, default=2500, help="tokens of a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes that train the same weights")
    parser.add_argument("--start", type=Path, help="checkpoint to start from")
    parser.add_argument("--report", type=int, default=2, help="epochs between scores")
    return parser


def prepare(options) -> Course:
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    multiprocessing.set_start_method("fork", force=True)
    return Course(data.load(options.data, options.silver))


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--block-dropout", type=float, default=0.1)
    options = parser.parse_args()
    course = prepare(options)
    network = SyntaxNetwork(
        course.vocabulary.size, *course.sizes, dropout=options.dropout, block_dropout=options.block_dropout
    )
    if options.start:
        carry_over(torch.load(options.start), network, course)
    hide = FormDropout(course.form_row_counts())

    def forward(batch: Batch):
        with half_products():
            states = network.encode(batch.rows, batch.mask, hide(batch.rows))
        return network.score(states.float(), batch.mask)

    keep = lambda average: save(options.output, average, course.vocabulary, course.inventories)
    Training(network, course, [{"params": list(network.parameters()), "lr": options.rate}], options, forward, keep).run()


if __name__ == "__main__":
    main()
