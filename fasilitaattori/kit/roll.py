"""A long list that never changes but is cheaply made into another one: for what is compared and shown again and again while it
grows, as a wall of notes.

It is kept in pieces, and a changed list shares all pieces but the changed ones with the list before. So making the next list,
telling whether two are equal, and finding where they begin to differ cost by what is new and not by how much there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar, overload

T = TypeVar("T")
PIECE = 128


class Roll(Sequence[T], Generic[T]):
    """Every piece but the last has PIECE things in it."""

    __slots__ = ("_count", "_pieces")

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._pieces = _cut(tuple(things))
        self._count = _count(self._pieces)

    def extended(self, things: Sequence[T]) -> Roll[T]:
        """With these after its last one."""
        if not things:
            return self
        open_end = bool(self._pieces) and len(self._pieces[-1]) < PIECE
        whole, rest = (self._pieces[:-1], self._pieces[-1]) if open_end else (self._pieces, ())
        return _of((*whole, *_cut((*rest, *things))))

    def replaced(self, changes: Iterable[tuple[int, T]]) -> Roll[T]:
        """With other things at some places: (place, thing)."""
        pieces: list[tuple[T, ...]] = list(self._pieces)
        opened: dict[int, list[T]] = {}
        for place, thing in changes:
            opened.setdefault(place // PIECE, list(pieces[place // PIECE]))[place % PIECE] = thing
        for number, piece in opened.items():
            pieces[number] = tuple(piece)
        return _of(tuple(pieces))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._pieces)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(self._count))]
        at = place if place >= 0 else self._count + place
        if not 0 <= at < self._count:
            raise IndexError(place)
        return self._pieces[at // PIECE][at % PIECE]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Roll) and self._pieces == other._pieces  # shared pieces are not looked into

    def __hash__(self) -> int:
        return hash((self._count, self._pieces[-1] if self._pieces else ()))

    def __repr__(self) -> str:
        return f"Roll({list(self)!r})"

    def pieces(self) -> tuple[tuple[T, ...], ...]:
        """The pieces from first to last."""
        return self._pieces


def same_until(one: Sequence[T], other: Sequence[T]) -> int:
    """How many of the first things of both are the same."""
    if isinstance(one, Roll) and isinstance(other, Roll):
        begin = 0
        for a, b in zip(one.pieces(), other.pieces(), strict=False):
            if a is not b and a != b:
                return begin + _same(a, b)
            begin += len(a)
        return begin
    return _same(one, other)


def _same(one: Sequence[T], other: Sequence[T]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a is not b and a != b), min(len(one), len(other)))


def _of(pieces: tuple[tuple[T, ...], ...]) -> Roll[T]:
    made: Roll[T] = Roll()
    made._pieces, made._count = pieces, _count(pieces)
    return made


def _cut(things: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    return tuple(things[at : at + PIECE] for at in range(0, len(things), PIECE))


def _count(pieces: tuple[tuple[T, ...], ...]) -> int:
    return (len(pieces) - 1) * PIECE + len(pieces[-1]) if pieces else 0
