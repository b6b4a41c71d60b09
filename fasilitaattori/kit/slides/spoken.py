"""What a slide says, for those who cannot see it: the words on the picture in reading order, whole, without their moving parts.

A countdown is told as the time when it is up. So the words change when something happens, not when a second has passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fasilitaattori.kit.slides.words import plain

_LINE = "\u2028"


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together, under a heading of their own ("" = none). `listed` = items of a list; `quiet` = worth
    knowing, but no news when it changes: the time, the next step, how to take part."""

    lines: tuple[str, ...]
    heading: str = ""
    listed: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A slide in words."""

    title: str
    passages: tuple[Passage, ...] = ()


def spoken(title: str, *passages: Passage | None) -> Spoken:
    """A slide in words; empty lines and passages are left out, and what only paints (bold, line breaks) goes."""
    found = (_clean(passage) for passage in passages if passage is not None)
    return Spoken(_words(title), tuple(passage for passage in found if passage.lines or passage.heading))


def passage(*lines: str, heading: str = "", quiet: bool = False) -> Passage:
    """Sentences."""
    return Passage(lines, heading, quiet=quiet)


def listing(lines: Iterable[str], heading: str = "", *, quiet: bool = False) -> Passage:
    """A list."""
    return Passage(tuple(lines), heading, listed=True, quiet=quiet)


def _clean(one: Passage) -> Passage:
    lines = tuple(words for line in one.lines if (words := _words(line)))
    return Passage(lines, _words(one.heading), one.listed, one.quiet)


def _words(words: str) -> str:
    return " ".join(plain(words).replace(_LINE, " ").split())
