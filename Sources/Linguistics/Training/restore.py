"""Reads `english.model` back into a checkpoint, so that training can go on from the weights in the repository."""

import argparse
import struct
from pathlib import Path

import numpy as np
import torch

from batches import Inventories
from export import HEADS, NUMBERS
from features import Vocabulary
from names import LABELS
from network import SyntaxNetwork
from train import save


def read(path: Path) -> dict[str, np.ndarray]:
    """The arrays of the file by name."""
    content, kinds, arrays = path.read_bytes(), {number: name for name, number in NUMBERS.items()}, {}
    for entry in range(struct.unpack_from("<I", content, 12)[0]):
        name, kind, rank, rows, columns, offset, size, _ = struct.unpack_from("<40sIIIIQQQ", content, 16 + 80 * entry)
        array = np.frombuffer(content, kinds[kind], size // np.dtype(kinds[kind]).itemsize, offset)
        arrays[name.rstrip(b"\0").decode()] = array.reshape(rows, columns) if rank == 2 else array
    return arrays


def set_linear(layer: torch.nn.Linear, weight: np.ndarray, bias: np.ndarray) -> None:
    layer.weight.copy_(torch.from_numpy(weight.T.astype(np.float32)))
    if layer.bias is not None:
        layer.bias.copy_(torch.from_numpy(bias.copy()))


def set_norm(layer: torch.nn.LayerNorm, arrays: dict[str, np.ndarray], name: str) -> None:
    layer.weight.copy_(torch.from_numpy(arrays[f"{name}.weight"].copy()))
    layer.bias.copy_(torch.from_numpy(arrays[f"{name}.bias"].copy()))


@torch.no_grad()
def restore(arrays: dict[str, np.ndarray]) -> tuple[SyntaxNetwork, Vocabulary, Inventories]:
    keys, values = arrays["vocabulary.keys"], arrays["vocabulary.values"]
    vocabulary = Vocabulary({int(key): int(value) for key, value in zip(keys, values) if key})
    names = lambda kind: arrays[f"labels.{kind}"].tobytes().decode().split("\n")
    inventories = Inventories(names("xpos"), names("upos"), names("relations"))
    sizes = len(inventories.xpos), len(inventories.upos), len(inventories.relations), len(LABELS)
    network = SyntaxNetwork(vocabulary.size, *sizes)
    rows = arrays["embedding.rows"].astype(np.float32) * arrays["embedding.scales"][:, None]
    network.embedding.weight.copy_(torch.from_numpy(rows))
    set_norm(network.norm, arrays, "encoder.norm")
    # The file holds the root normed; that is a root whose norm is itself.
    network.root.copy_((torch.from_numpy(arrays["encoder.root"].copy()) - network.norm.bias) / network.norm.weight)
    for number, block in enumerate(network.blocks):
        set_linear(block.taps, arrays[f"blocks.{number}.weight"], arrays[f"blocks.{number}.bias"])
        set_norm(block.norm, arrays, f"blocks.{number}.norm")
    ends = np.cumsum(arrays["heads.widths"])[:-1]
    weights, biases = np.split(arrays["heads.weight"], ends, axis=1), np.split(arrays["heads.bias"], ends)
    for name, weight, bias in zip(HEADS, weights, biases):
        set_linear(getattr(network, name), weight, bias)
    set_linear(network.relation_score, arrays["relation.weight"], arrays["relation.bias"])
    return network, vocabulary, inventories


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="english.model")
    parser.add_argument("--output", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args()
    save(options.output, *restore(read(options.model)))


if __name__ == "__main__":
    main()
