"""Reads Voikko's dictionary of Finnish: which words a form may be, with their classes and the parts of compounds.

The dictionary (a finite state transducer with flags, made by the Voikko project) comes in the package pyvoikko. It is read here
because pyvoikko itself takes seconds to load it and some thirteen milliseconds for a word; this takes half a second and a third
of a millisecond, and never keeps the other threads waiting.
Source of the file's layout and of what flags mean: kfst (format/kfst.py);
Beesley and Karttunen 2003, Finite State Morphology, chapter 7.
"""

from __future__ import annotations

import lzma
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_HEADER = "!4sHHII?"
_BITS = 5
_MASK = (1 << _BITS) - 1
"""Of the number that says how the flags stand: so many bits for each flag, whose values are counted from 1; 0 = not set."""
_LAST = 30_000
"""A word is given up after so many steps: nothing that people write needs a tenth of them."""


class Flag(NamedTuple):
    """What passing an arc asks of a flag or does to it. `act` is "" for nothing, else one of P U R D C."""

    act: str
    shift: int
    value: int


Arc = tuple[int, str]
Silent = tuple[str, int, int, int, str]
State = tuple[list[Silent], dict[str, list[Arc]], bool]


class Transducer:
    """The dictionary as it is walked. States are unpacked when they are first come to. May be used by several threads."""

    def __init__(self, data: bytes) -> None:
        """ValueError when the file is not laid out as it should be."""
        size = struct.calcsize(_HEADER)
        mark, version, symbols, arcs, finals, weighted = struct.unpack(_HEADER, data[:size])
        if (mark, version, weighted) != (b"KFST", 0, False):
            raise ValueError("not a dictionary that can be read here")
        *names, packed = data[size:].split(b"\0", symbols)
        self._symbols = [name.decode("utf-8") for name in names]
        self._flags = _flags(self._symbols)
        kind = np.dtype([("from", ">u4"), ("to", ">u4"), ("read", ">u2"), ("write", ">u2")])
        raw = lzma.decompress(packed)
        found = np.frombuffer(raw, kind, arcs)
        found = found[np.argsort(found["from"], kind="stable")]
        states = int(max(found["from"].max(), found["to"].max())) + 2
        self._final = frozenset(np.frombuffer(raw, ">u4", finals, arcs * kind.itemsize).tolist())
        self._first = _view(np.searchsorted(found["from"], np.arange(states)))
        self._to, self._read, self._write = (_view(found[name]) for name in ("to", "read", "write"))
        self._known: dict[int, State] = {}

    def outputs(self, word: str) -> list[str]:
        """Everything the dictionary says of a word, in the order of the alphabet; nothing when it does not know it."""
        found, known, length = set(), self._known, len(word)
        ahead: list[tuple[int, int, int, str]] = [(0, 0, 0, "")]
        left = _LAST
        while ahead and left:
            at, place, flags, said = ahead.pop()
            while left := left - 1:
                silent, reading, final = known.get(at) or self._unpack(at)
                for act, shift, value, to, more in silent:
                    now = (flags >> shift) & _MASK
                    if not act:
                        ahead.append((to, place, flags, said + more))
                    elif act == "D":
                        if now == 0 or value not in (0, now):
                            ahead.append((to, place, flags, said + more))
                    elif act == "C":
                        ahead.append((to, place, flags & ~(_MASK << shift), said + more))
                    elif act == "P" or (act == "U" and now in (0, value)):
                        ahead.append((to, place, flags & ~(_MASK << shift) | (value << shift), said + more))
                    elif act == "R" and now and value in (0, now):
                        ahead.append((to, place, flags, said + more))
                if place == length:
                    if final:
                        found.add(said)
                    break
                arcs = reading.get(word[place])
                if arcs is None:
                    break
                place += 1
                for to, more in arcs[1:]:
                    ahead.append((to, place, flags, said + more))
                at, more = arcs[0]
                said += more
        return sorted(found)

    def _unpack(self, at: int) -> State:
        first, last = self._first[at], self._first[at + 1]
        silent: list[Silent] = []
        reading: dict[str, list[Arc]] = {}
        for arc in range(first, last):
            read, write = self._read[arc], self._write[arc]
            flag = self._flags[read]
            said = "" if self._flags[write] is not None else self._symbols[write]
            if flag is not None:
                silent.append((*flag, self._to[arc], said))
            else:
                reading.setdefault(self._symbols[read], []).append((self._to[arc], said))
        state = self._known[at] = silent, reading, at in self._final
        return state


def dictionary() -> Transducer:
    """The dictionary of the package. It is found without importing the package, which would read it in its own way."""
    package = find_spec("pyvoikko")
    if package is None or package.origin is None:
        raise ImportError("pyvoikko is not installed")
    return Transducer((Path(package.origin).parent / "voikko.kfst").read_bytes())


def _view(numbers: Any) -> memoryview:
    return memoryview(np.ascontiguousarray(numbers, np.int32).data)


def _flags(symbols: list[str]) -> list[Flag | None]:
    """For each symbol what it does when it is no letter."""
    keys: dict[str, int] = {}
    values: dict[tuple[str, str], int] = {}
    found: list[Flag | None] = []
    for symbol in symbols:
        parts = symbol[1:-1].split(".") if symbol.startswith("@") and symbol.endswith("@") else []
        if len(parts) > 1:
            key = parts[1]
            shift = keys.setdefault(key, len(keys) * _BITS)
            known = sum(owner == key for owner, _ in values)
            value = values.setdefault((key, parts[2]), known + 1) if len(parts) > 2 else 0
            if value > _MASK or parts[0] not in "PURDC":
                raise ValueError(f"the flag {symbol} is of a kind that cannot be read here")
            found.append(Flag(parts[0], shift, value))
        else:
            found.append(Flag("", 0, 0) if symbol == "@0@" else None)
    return found
