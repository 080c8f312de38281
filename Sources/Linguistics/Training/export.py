"""Writes a checkpoint as the one file the daemon embeds; README.md describes the format."""

import argparse
import struct
from pathlib import Path

import numpy as np
import torch

import corpus_text
import data
from batches import Inventories
from lemmas import Lemmatizer
from names import LABELS
from network import DILATIONS, SyntaxNetwork
from features import Vocabulary

MAGIC = b"newsnet\0"
VERSION = 1
ALIGNMENT = 64
NUMBERS = {"float32": 0, "float16": 1, "int8": 2, "uint8": 3, "uint16": 4, "uint32": 5}
# The linear heads, side by side in one matrix.
HEADS = ("xpos", "upos", "names", "arc_dependent", "arc_head", "arc_distance", "arc_bias", "relation_dependent", "relation_head")


def open_addressing(entries: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Keys and values of a table at most half full; a key of 0 is an empty place, collisions go to the next."""
    capacity = 1
    while capacity < 2 * len(entries):
        capacity *= 2
    keys, values = np.zeros(capacity, np.uint32), np.zeros(capacity, np.uint16)
    for key, value in entries.items():
        place = key & (capacity - 1)
        while keys[place]:
            place = (place + 1) & (capacity - 1)
        keys[place], values[place] = key, value
    return keys, values


def quantise_rows(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eight-bit rows and the scale of each."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127
    return np.round(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def heads_matrix(network: SyntaxNetwork) -> tuple[np.ndarray, np.ndarray]:
    """Weights (inputs × outputs) and biases of all heads."""
    weights, biases = [], []
    for name in HEADS:
        layer = getattr(network, name)
        weights.append(layer.weight.detach().numpy().T)
        biases.append(layer.bias.detach().numpy() if layer.bias is not None else np.zeros(layer.out_features))
    return np.concatenate(weights, axis=1), np.concatenate(biases)


def lines(items: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(items).encode(), np.uint8)


def rule_bytes(rules) -> np.ndarray:
    """Sixteen bytes a rule: keep capitals, bytes to strip, bytes to append, and those."""
    packed = [struct.pack("<BBB13s", rule.keep, rule.strip, len(rule.append), rule.append) for rule in rules]
    return np.frombuffer(b"".join(packed), np.uint8).reshape(-1, 16)


def tensors(network: SyntaxNetwork, vocabulary: Vocabulary, inventories: Inventories, lemmatizer: Lemmatizer):
    """Everything the file holds, by name."""
    result = {}
    numpy = lambda parameter: parameter.detach().numpy().astype(np.float32)
    result["embedding.rows"], result["embedding.scales"] = quantise_rows(numpy(network.embedding.weight))
    result["vocabulary.keys"], result["vocabulary.values"] = open_addressing(vocabulary.rows)
    root = torch.nn.functional.layer_norm(network.root, network.root.shape, network.norm.weight, network.norm.bias)
    result["encoder.root"] = numpy(root)
    result["encoder.norm.weight"], result["encoder.norm.bias"] = numpy(network.norm.weight), numpy(network.norm.bias)
    result["blocks.dilations"] = np.array(DILATIONS, np.uint32)
    for number, block in enumerate(network.blocks):
        result[f"blocks.{number}.weight"] = numpy(block.taps.weight).T.astype(np.float16)
        result[f"blocks.{number}.bias"] = numpy(block.taps.bias)
        result[f"blocks.{number}.norm.weight"] = numpy(block.norm.weight)
        result[f"blocks.{number}.norm.bias"] = numpy(block.norm.bias)
    weight, bias = heads_matrix(network)
    result["heads.weight"], result["heads.bias"] = weight.astype(np.float16), bias.astype(np.float32)
    result["heads.widths"] = np.array([getattr(network, name).out_features for name in HEADS], np.uint32)
    result["relation.weight"] = numpy(network.relation_score.weight).T.astype(np.float16)
    result["relation.bias"] = numpy(network.relation_score.bias)
    result["labels.xpos"], result["labels.upos"] = lines(inventories.xpos), lines(inventories.upos)
    result["labels.relations"], result["labels.names"] = lines(inventories.relations), lines(LABELS)
    index, rules = lemmatizer.hashed(inventories.xpos)
    result["lemmas.keys"], result["lemmas.values"] = open_addressing(index)
    result["lemmas.rules"] = rule_bytes(rules)
    return result


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Header, directory of 80-byte entries, then the arrays, each on a multiple of 64 bytes."""
    offset = 16 + 80 * len(arrays)
    directory, body = [], []
    for name, array in arrays.items():
        padding = -offset % ALIGNMENT
        offset += padding
        shape = list(array.shape) + [1] * (2 - array.ndim)
        kind = NUMBERS[array.dtype.name]
        directory.append(struct.pack("<40sIIIIQQQ", name.encode(), kind, array.ndim, *shape, offset, array.nbytes, 0))
        body += [b"\0" * padding, np.ascontiguousarray(array).tobytes()]
        offset += array.nbytes
    path.write_bytes(MAGIC + struct.pack("<II", VERSION, len(arrays)) + b"".join(directory) + b"".join(body))


def load(path: Path) -> tuple[SyntaxNetwork, Vocabulary, Inventories]:
    """A checkpoint as the network that made it."""
    state = torch.load(path)
    vocabulary, inventories = Vocabulary(state["rows"]), Inventories(**state["inventories"])
    sizes = len(inventories.xpos), len(inventories.upos), len(inventories.relations), len(LABELS)
    network = SyntaxNetwork(vocabulary.size, *sizes)
    network.load_state_dict(state["weights"])
    return network.eval(), vocabulary, inventories


@torch.no_grad()
def round_weights(network: SyntaxNetwork) -> None:
    """Makes the network's weights those that the file will hold."""
    rows, scales = quantise_rows(network.embedding.weight.numpy())
    network.embedding.weight.copy_(torch.from_numpy(rows * scales[:, None]))
    linear = [block.taps for block in network.blocks] + [getattr(network, name) for name in HEADS] + [network.relation_score]
    for layer in linear:
        layer.weight.copy_(layer.weight.half().float())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/, places/ and text/")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="english.model")
    options = parser.parse_args()
    network, vocabulary, inventories = load(options.checkpoint)
    corpora = data.load(options.data)
    words, infinitives = corpus_text.word_counts(options.data / "text/wikinews_dump_2020")
    lemmatizer = Lemmatizer.learn([sentence for _, _, sentences in corpora.train for sentence in sentences], words, infinitives)
    round_weights(network)
    arrays = tensors(network, vocabulary, inventories, lemmatizer)
    write(options.output, arrays)
    for name, array in arrays.items():
        print(f"{name:24} {array.dtype.name:8} {tuple(array.shape)}")
    print(f"{options.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
