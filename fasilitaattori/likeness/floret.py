"""Word vectors from parts of words: a floret table, in which every word, also a misspelt one and one of dialect, has a vector.

A word's vector is the mean of the rows of its character n-grams; an n-gram's rows are found by hashing it, so the table needs
no list of words. The parameters are those of the table in the package spacy-fi-experimental-web-md (MIT).
Source of the lookup: spaCy, `Vectors` in floret mode; of the hash: MurmurHash3_x64_128 by Austin Appleby (public domain).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
SHORTEST, LONGEST, HASHES, SEED = 4, 5, 2, 2166136261
BEGIN, END = "<", ">"
_C1, _C2 = np.uint64(0x87C37B91114253D5), np.uint64(0x4CF5AD432745937F)
_MIX1, _MIX2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_CHUNK = 64
"""Words looked up at once: their rows together take some 10 MB."""


def row_type(width: int) -> np.dtype[Any]:
    """One row of the file: whole numbers −127…127 and what to multiply them by."""
    return np.dtype([("scale", "<f4"), ("row", "i1", (width,))])


def quantised(vectors: Floats) -> npt.NDArray[Any]:
    """A table of 32-bit vectors in a quarter of the space: one byte a number, one scale a row."""
    small = np.zeros(len(vectors), row_type(vectors.shape[1]))
    scale = np.abs(vectors).max(axis=1) / 127
    small["scale"] = scale
    small["row"] = np.rint(vectors / np.where(scale > 0, scale, 1)[:, None])
    return small


class Table:
    """The table in its file, of which the system reads only the pages that are asked for."""

    def __init__(self, path: Path) -> None:
        """OSError when there is no such file, ValueError when it is not such a table."""
        self._rows = np.load(path, mmap_mode="r", allow_pickle=False)
        if self._rows.ndim != 1 or self._rows.dtype.names != ("scale", "row") or not len(self._rows):
            raise ValueError(f"{path.name} is not a table of vectors")
        self.width: int = self._rows.dtype["row"].shape[0]

    def vectors(self, words: Sequence[str]) -> Floats:
        """Words × width, each of length one (a word of nothing: zeros)."""
        found = np.zeros((len(words), self.width), np.float32)
        for begin in range(0, len(words), _CHUNK):
            grams = [pieces(word) for word in words[begin : begin + _CHUNK]]
            hashed = hashes([gram for some in grams for gram in some]) % np.uint32(len(self._rows))
            taken = self._rows[hashed.reshape(-1).astype(np.intp)]
            numbers = taken["row"].astype(np.float32) * taken["scale"][:, None]
            starts = np.cumsum([0, *(len(some) * HASHES for some in grams[:-1])])
            found[begin : begin + len(grams)] = np.add.reduceat(numbers, starts, axis=0)
        return of_length_one(found)


def of_length_one(rows: Floats) -> Floats:
    """Rows of zeros stay as they are."""
    lengths: Floats = np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32)
    lengths[lengths < 1e-6] = 1
    return rows / lengths


def pieces(word: str) -> list[str]:
    """The word between its marks, and every n-gram of that."""
    whole = f"{BEGIN}{word}{END}"
    return [
        whole,
        *(whole[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(len(whole) - size + 1)),
    ]


def hashes(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """Texts × 2: the first numbers of MurmurHash3_x64_128 of their UTF-8 bytes."""
    coded = [text.encode("utf-8", "replace") for text in texts]
    sizes = np.array([len(code) for code in coded], np.uint64)
    blocks = int(sizes.max(initial=0)) // 16 + 1
    whole = np.frombuffer(b"".join(code.ljust(blocks * 16, b"\0") for code in coded), "<u8").reshape(len(coded), blocks, 2)
    one = np.full(len(coded), SEED, np.uint64)
    two = one.copy()
    for at in range(blocks):
        first, second = whole[:, at, 0], whole[:, at, 1]
        body = sizes >= np.uint64(16 * (at + 1))
        tail = ~body & (sizes >= np.uint64(16 * at))
        mixed1, mixed2 = one ^ _turned(first * _C1, 31) * _C2, two ^ _turned(second * _C2, 33) * _C1
        after1 = (_turned(mixed1, 27) + two) * np.uint64(5) + np.uint64(0x52DCE729)
        after2 = (_turned(mixed2, 31) + after1) * np.uint64(5) + np.uint64(0x38495AB5)
        one = np.where(body, after1, np.where(tail, mixed1, one))
        two = np.where(body, after2, np.where(tail, mixed2, two))
    one, two = one ^ sizes, two ^ sizes
    one = one + two
    two = two + one
    one, two = _final(one), _final(two)
    one = one + two
    low = np.uint64(0xFFFFFFFF)
    return np.stack([one & low, one >> np.uint64(32)], axis=1).astype(np.uint32)


def _turned(numbers: npt.NDArray[np.uint64], by: int) -> npt.NDArray[np.uint64]:
    return (numbers << np.uint64(by)) | (numbers >> np.uint64(64 - by))


def _final(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    numbers = (numbers ^ (numbers >> np.uint64(33))) * _MIX1
    numbers = (numbers ^ (numbers >> np.uint64(33))) * _MIX2
    return numbers ^ (numbers >> np.uint64(33))
