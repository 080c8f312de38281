"""What the network sees of a token: five spellings of it, each a row of one embedding matrix.

Everything works on UTF-8 bytes so that the Swift twin (Network/TokenFeatures.swift) is easy to keep
identical: normalise, then look up a 32-bit hash of (kind, bytes).
"""

from collections import Counter

import numpy as np

FORM, PREFIX3, SUFFIX3, SUFFIX2, SHAPE = range(5)
KIND_COUNT = 5

# Curly quotes, dashes and spaces as they stand in news, and what the corpora have instead.
REPLACEMENTS = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u00b4": "'", "\u02bc": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "--", "\u2015": "--",
    "\u2212": "-", "\u2026": "...", "\u00a0": " ", "\u202f": " ",
}
_TRANSLATION = str.maketrans(REPLACEMENTS)
_ALIASES = {b"``": b'"', b"''": b'"'}


def fold(form: str) -> bytes:
    """Replaces typographic characters and digits; case stays."""
    text = form.translate(_TRANSLATION).encode("utf-8")
    text = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in text)
    return _ALIASES.get(text, text)


def lower(text: bytes) -> bytes:
    """Lower-cases ASCII letters only."""
    return bytes(byte + 32 if 0x41 <= byte <= 0x5A else byte for byte in text)


def shape(text: bytes) -> bytes:
    """Maps letters to X and x, digits to d, other scripts to u; a run is cut after four."""
    result = bytearray()
    for byte in text:
        if 0x41 <= byte <= 0x5A:
            symbol = 0x58
        elif 0x61 <= byte <= 0x7A:
            symbol = 0x78
        elif 0x30 <= byte <= 0x39:
            symbol = 0x64
        elif byte >= 0xC0:
            symbol = 0x75
        elif byte >= 0x80:
            continue
        else:
            symbol = byte
        if not (len(result) >= 4 and all(last == symbol for last in result[-4:])):
            result.append(symbol)
    return bytes(result)


def spellings(form: str) -> list[bytes]:
    """The five byte strings of a token, in the order of the kinds."""
    folded = fold(form)
    small = lower(folded)
    return [small, small[:3], small[-3:], small[-2:], shape(folded)]


def fnv1a(data: bytes, seed: int) -> int:
    """32-bit FNV-1a whose basis is mixed with `seed`, finished with an avalanche."""
    value = (0x811C9DC5 ^ (seed * 0x9E3779B1)) & 0xFFFFFFFF
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 16
    value = (value * 0x85EBCA6B) & 0xFFFFFFFF
    value ^= value >> 13
    return value or 1


class Vocabulary:
    """Rows of the embedding matrix: row k is the unknown spelling of kind k, the known ones follow."""

    def __init__(self, rows: dict[int, int]):
        self.rows = rows
        self._cache: dict[str, np.ndarray] = {}

    @property
    def size(self) -> int:
        return KIND_COUNT + len(self.rows)

    @classmethod
    def count(cls, forms: Counter, limits: tuple[int, ...], least: tuple[int, ...]) -> "Vocabulary":
        """Keeps for each kind the most frequent spellings, at most `limits` and not rarer than `least`."""
        tallies = [Counter() for _ in range(KIND_COUNT)]
        for form, times in forms.items():
            for kind, spelling in enumerate(spellings(form)):
                tallies[kind][spelling] += times
        rows: dict[int, int] = {}
        for kind, tally in enumerate(tallies):
            ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))[: limits[kind]]
            for spelling, times in ranked:
                if times >= least[kind]:
                    rows.setdefault(fnv1a(spelling, kind), KIND_COUNT + len(rows))
        if KIND_COUNT + len(rows) > 0xFFFF:
            raise ValueError("more rows than 16 bits can number")
        return cls(rows)

    def lookup(self, form: str) -> np.ndarray:
        """The rows of a token's five spellings."""
        found = self._cache.get(form)
        if found is None:
            found = np.array(
                [self.rows.get(fnv1a(text, kind), kind) for kind, text in enumerate(spellings(form))],
                dtype=np.int64,
            )
            self._cache[form] = found
        return found
