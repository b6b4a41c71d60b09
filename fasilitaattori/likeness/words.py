"""What a note's words mean to the engine: terms with weights, taken from the words of one language."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 40
"""A "word" longer than this many characters is no word; only its beginning is looked at."""
MOST = 120
"""Words of one note that are looked at: a note is a sentence or two, and a pasted book must not stop the evening."""


class Term(NamedTuple):
    """A word, or a part of one, in its dictionary form or its stem. `naming`: it could stand in the name of a theme."""

    text: str
    weight: float
    naming: bool


class Reading(NamedTuple):
    """What one word gives: its terms (none for words that carry no meaning of their own), and `spelt` as it stood."""

    spelt: str
    terms: tuple[Term, ...]


class Language(Protocol):
    """Reads the words of a language. Never raises, whatever the word is; may be used by two threads."""

    how: str
    """What its terms are: "lemmas" or "stems"."""

    def read(self, word: str) -> tuple[Term, ...]: ...


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order."""
    return [match.group()[:LONGEST].lower() for match, _ in zip(_WORD.finditer(text), range(MOST), strict=False)]


def readings(text: str, language: Language) -> list[Reading]:
    """Every word of the text that means something."""
    found = (Reading(word, language.read(word)) for word in words(text))
    return [reading for reading in found if reading.terms]


def merged(terms: list[Term]) -> dict[str, float]:
    """Each term once, with its greatest weight."""
    weights: dict[str, float] = {}
    for term in terms:
        weights[term.text] = max(weights.get(term.text, 0.0), term.weight)
    return weights
