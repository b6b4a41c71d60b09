"""Where a long word may be divided, so that it is never cut: at the joints of a compound, and between syllables.

Finnish is divided by its own rule: a syllable begins at a consonant before a vowel, and between vowels that do not glide into
each other. The rule does not see the joints of compounds (`kansan-opisto`, which it would divide as `kansa-nopisto`), so those
are known by how their later parts begin (resources/hyphens).
Swedish and English have no such rule; their patterns come with Pyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Protocol

from fasilitaattori.paths import resource

SOFT = "\u00ad"
FINNISH = "fi"
LONG = 10
"""Shorter words are never divided."""

FEWEST = 3
"""Letters that stay together at either end of a word, and of a part of a compound."""

PATTERNS = {"sv": "sv", "en": "en_GB"}
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_SYLLABLE = re.compile(  # untranslated: patterns of letters
    r"(?<=[^\W\d_]{2})(?=[bcdfghjklmnpqrstvwxzšž][aeiouyäöå])|(?<=[^\W\d_]a)(?=[eo][^\W\d_])|(?<=[^\W\d_]e)(?=[aoäö][^\W\d_])"
    r"|(?<=[^\W\d_]o)(?=[ae][^\W\d_])|(?<=[^\W\d_]ä)(?=[eö][^\W\d_])|(?<=[^\W\d_]ö)(?=[äe][^\W\d_])",
    re.IGNORECASE,
)
_READ: set[str] = set()
"""The languages whose patterns have been read."""

_STAYS = "-–,.!?:;)"
"""Stays with the word before it."""

_VOWEL = re.compile("[aeiouyäöå]")  # untranslated: letters
_ENDS_PART = frozenset("aeiouyäöånstlrh")  # untranslated: letters
"""With these the parts of Finnish compounds end."""


def softened(words: str, language: str, too_long: Callable[[str], bool]) -> str:
    """Soft hyphens in words that are too long: between the parts of compounds, and between the syllables of long parts."""

    def divided(found: re.Match[str]) -> str:
        word = found[0]
        after = found.string[found.end() : found.end() + 1]
        stays = after if after and after in _STAYS else ""
        if not too_long(word + stays):
            return word
        *firsts, last = parts_of(word, language)
        ends = [*((part, "-") for part in firsts), (last, stays)]
        return SOFT.join(SOFT.join(syllables(part, language)) if too_long(part + end) else part for part, end in ends)

    return _LONG_WORD.sub(divided, words)


def prepare(language: str) -> None:
    """Reads what the language needs, so that the first long word need not wait for it. Any thread."""
    _longest()
    if language in PATTERNS:
        _patterns(language)


def is_ready(language: str) -> bool:
    """Can words of the language be divided at once? What has to be read from disk has been asked for with `prepare`."""
    return language not in PATTERNS or language in _READ


@lru_cache(maxsize=4096)
def parts_of(word: str, language: str) -> tuple[str, ...]:
    """The parts of a Finnish compound as far as they are known; else the word."""
    if language != FINNISH:
        return (word,)
    lower, begun = word.lower(), 0
    if len(lower) != len(word):
        return (word,)
    parts = []
    for at in range(FEWEST, len(word) - FEWEST):
        if at - begun >= FEWEST and _is_joint(lower, begun, at):
            parts.append(word[begun:at])
            begun = at
    return (*parts, word[begun:])


@lru_cache(maxsize=4096)
def syllables(part: str, language: str) -> tuple[str, ...]:
    """A word, or a part of one, between whose syllables it may be divided."""
    if language in PATTERNS:
        return tuple(_patterns(language).inserted(part, SOFT).split(SOFT))
    return tuple(_SYLLABLE.sub(SOFT, part).split(SOFT))


def _is_joint(lower: str, begun: int, at: int) -> bool:
    if lower[at - 1] not in _ENDS_PART or not _VOWEL.search(lower, begun, at):
        return False
    known = _beginnings()
    return any(lower[at : at + length] in known for length in range(FEWEST, min(_longest(), len(lower) - at) + 1))


@cache
def _beginnings() -> frozenset[str]:
    lines = resource("hyphens", "fi.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


@cache
def _longest() -> int:
    return max(map(len, _beginnings()))


class _Patterns(Protocol):
    def inserted(self, word: str, hyphen: str) -> str: ...


@cache
def _patterns(language: str) -> _Patterns:
    import pyphen  # type: ignore[import-untyped]  # heavy: reads a dictionary; imported when a word is divided for the first time

    found: _Patterns = pyphen.Pyphen(lang=PATTERNS[language], left=FEWEST, right=FEWEST)
    _READ.add(language)
    return found
