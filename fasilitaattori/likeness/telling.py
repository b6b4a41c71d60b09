"""Which words tell what a theme is about: those that come again in its notes, and less in the others.

Only counting: how many of the theme's notes have the word. Nothing is weighed by meaning, so that whoever reads the number can
check it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fasilitaattori.likeness.words import Language, Reading, readings

AGAIN = 3
"""In so many notes of a theme a word must be: in two it is often chance (tried with the ideas of kyla.fi.txt)."""
READ_MOST = 1000
"""Notes: of a larger wall no words are told, since reading it would keep the paper waiting."""
_HOW_OFTEN = frozenset(  # untranslated: words of notes, never shown
    "kerta viikko kuukausi vuosi veck månad gång år week month year time".split()
)
"""How often something is wished for is no matter of its own."""
_SURE = 0.5
"""A word that may be several words in their dictionary forms (`voi`: can, butter) is none of them for certain."""


class Word(NamedTuple):
    """A word in its dictionary form (or as it was shortest written), and how many of the theme's notes have it."""

    text: str
    notes: int


def telling(themes: Mapping[str, Sequence[str]], language: Language, most: int = 4) -> dict[str, list[Word]]:
    """For each theme (by its name: the texts of its notes) up to so many words, those in the most notes first."""
    if sum(map(len, themes.values())) > READ_MOST:
        return {name: [] for name in themes}
    read = {name: [readings(text, language) for text in texts] for name, texts in themes.items()}
    inside = {name: Counter(term for note in notes for term in _terms(note)) for name, notes in read.items()}
    everywhere = Counter[str]()
    for counts in inside.values():
        everywhere.update(counts)
    found = {name: _best(name, counts, everywhere)[:most] for name, counts in inside.items()}
    return {
        name: [Word(_written(term, read[name], language), inside[name][term]) for term in terms]
        for name, terms in found.items()
    }


def _best(name: str, counts: Counter[str], everywhere: Counter[str]) -> list[str]:
    """Terms that come again, here at least as often as in all other themes together, and that the theme's name does not say
    already; a part of a compound only where it also stands without it."""
    again = {term: times for term, times in counts.items() if times >= AGAIN and 2 * times >= everywhere[term]}
    whole = [
        term
        for term, times in again.items()
        if term != name.casefold() and not any(term != longer and term in longer and again[longer] == times for longer in again)
    ]
    return sorted(whole, key=lambda term: (-again[term], everywhere[term], -len(term), term))


def _terms(note: Iterable[Reading]) -> set[str]:
    return {
        term.text
        for reading in note
        for term in reading.terms
        if term.naming and term.weight > _SURE and term.text not in _HOW_OFTEN
    }


def _written(term: str, notes: Iterable[Sequence[Reading]], language: Language) -> str:
    """A stem is no word: the shortest way in which the notes have it is."""
    if language.how != "stems":
        return term
    return min((r.spelt for note in notes for r in note for t in r.terms if t.text == term), key=lambda word: (len(word), word))
