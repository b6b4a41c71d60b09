"""Notes as rows of numbers: what they say by their words, and what their words mean by their vectors, side by side.

Both parts of a row have length one (or zero, when there is nothing to go by) before they are weighed against each other, so the
product of two rows says how alike two notes are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np

from fasilitaattori.likeness.floret import Floats, Table, of_length_one
from fasilitaattori.likeness.words import Language, Reading, merged

SPREAD = 1024
"""Terms are spread over this many numbers by their checksums; two unlike notes then seem alike by some 0.03 at most."""
RARE = 0.01
"""The a of a/(a+p), the weight of a word in a share p of the notes (Arora and others 2017; "SIF")."""
WORDS_BESIDE_VECTORS = 0.2
"""How much the words themselves weigh beside their vectors."""
_OTHERS = 100
"""Words are counted as if there were so many notes more: on a small wall a word of two notes is not common yet."""
_STEADY = 10
"""So many notes' worth of no direction at all is mixed into the mean that is taken away from the vectors."""
_GRAM_SIZES = (3, 4)
_GRAM_WEIGHT = 0.5


class Features:
    """Makes the rows; remembers the vectors of words it has met."""

    def __init__(
        self, language: Language, table: Table | None = None, *, words: float = WORDS_BESIDE_VECTORS, grams: bool = True
    ) -> None:
        """`words`: their weight beside the vectors; `grams`: whether character n-grams stand in for missing vectors."""
        self.language, self._table = language, table
        self._words, self._grams = words, grams and table is None
        self._known: dict[str, Floats] = {}

    @property
    def how(self) -> str:
        """What likeness goes by: "vectors" (and words), "lemmas" (Finnish without its table) or "stems"."""
        return self.language.how if self._table is None else "vectors"

    def rows(self, notes: Sequence[Sequence[Reading]]) -> Floats:
        """One row for each note (its words as read)."""
        bags = self._by_words(notes)
        if self._table is None:
            return bags
        return np.hstack([self._by_vectors(notes, self._table), bags * np.float32(self._words**0.5)])

    def vectors(self, terms: Sequence[str]) -> Floats:
        """The vectors of single words; none wide when there is no table."""
        if self._table is None:
            return np.zeros((len(terms), 0), np.float32)
        self._learn_words(terms, self._table)
        return np.stack([self._known[term] for term in terms]) if terms else np.zeros((0, self._table.width), np.float32)

    def _by_words(self, notes: Sequence[Sequence[Reading]]) -> Floats:
        weighed = [merged([term for reading in note for term in reading.terms]) for note in notes]
        if self._grams:
            weighed = [_with_grams(weights) for weights in weighed]
        often = Counter(term for weights in weighed for term in weights)
        places = {term: _place(term) for term in often}
        rare = {term: np.log(1 + len(notes) / times) for term, times in often.items()}
        found = np.zeros((len(notes), SPREAD), np.float32)
        for row, weights in zip(found, weighed, strict=True):
            for term, weight in weights.items():
                place, sign = places[term]
                row[place] += sign * weight * rare[term]
        return of_length_one(found)

    def _by_vectors(self, notes: Sequence[Sequence[Reading]], table: Table) -> Floats:
        weighed = [_with_spelling(note) for note in notes]
        often = Counter(term for weights in weighed for term in weights)
        terms = sorted(often)
        self._learn_words(terms, table)
        found = np.zeros((len(notes), table.width), np.float32)
        for row, weights in zip(found, weighed, strict=True):
            for term, weight in weights.items():
                np.add(
                    row, np.float32(weight * RARE / (RARE + often[term] / (len(notes) + _OTHERS))) * self._known[term], out=row
                )
        found = of_length_one(found)
        said = found.any(axis=1, keepdims=True)
        return of_length_one((found - found.sum(axis=0) / (len(notes) + _STEADY)) * said)

    def _learn_words(self, terms: Sequence[str], table: Table) -> None:
        new = [term for term in terms if term not in self._known]
        self._known.update(zip(new, table.vectors(new), strict=True))


def _with_spelling(note: Sequence[Reading]) -> Mapping[str, float]:
    """The words as they stood beside their dictionary forms: a vector also knows the spelling of the day."""
    weights = merged([term for reading in note for term in reading.terms])
    return weights | {reading.spelt: 1.0 for reading in note}


def _with_grams(weights: Mapping[str, float]) -> dict[str, float]:
    more = dict(weights)
    for term, weight in weights.items():
        marked = f"<{term}>"
        for size in _GRAM_SIZES:
            for at in range(len(marked) - size + 1):
                gram = f"#{marked[at : at + size]}"
                more[gram] = max(more.get(gram, 0.0), weight * _GRAM_WEIGHT)
    return more


def _place(term: str) -> tuple[int, int]:
    number = crc32(term.encode("utf-8", "replace"))
    return number % SPREAD, 1 if number >> 31 else -1
