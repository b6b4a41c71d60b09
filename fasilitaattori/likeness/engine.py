"""The helper beside a person who groups notes: it learns from every placement, offers, orders, points out, decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from fasilitaattori.likeness.features import Features
from fasilitaattori.likeness.floret import Floats, Table
from fasilitaattori.likeness.languages import language
from fasilitaattori.likeness.learning import leaning, likeness_of, theme_scores
from fasilitaattori.likeness.words import Reading, readings

OFFERED = 3
SURE = 0.27
"""The score of the best theme from which on an offer is right more often than not (found with the ideas of koulu.fi.txt)."""
IN_COMMON = 0.2
"""Without vectors the best theme must also share so much with the note itself: by words alone most notes are like none."""
NAME_TRUST = 3.0
"""A theme's name says more of it than one of its notes."""
ALIKE = 0.2
"""Below this likeness two notes have nothing to do with each other."""
SAME = 0.82
"""From this likeness on two notes seem to say the same."""
_CLOSE = 3
"""So many notes like it make a note a good first one."""


class Suggestion(NamedTuple):
    """A theme and how well it suits: 1 would be like the notes in it, 0 like any note."""

    theme: str
    score: float


class Offer(NamedTuple):
    """Up to three themes, best first. `unsure`: even the best hardly suits, or nothing is known of the note."""

    themes: tuple[Suggestion, ...]
    unsure: bool


NOTHING = Offer((), True)


class Likeness:
    """The same notes and placements always give the same answers. Not for two threads at once."""

    def __init__(self, features: Features) -> None:
        self._features, self._language = features, features.language
        self.how = features.how
        """"vectors" (and words), "lemmas" (Finnish without its table) or "stems"."""
        self._read: dict[str, list[Reading]] = {}
        self._texts: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._ids: list[str] = []
        self._row: dict[str, int] = {}
        self._rows = self._leaning = self._alike = np.zeros((0, 0), np.float32)
        self._offers: dict[str, Offer] = {}

    def learn(self, notes: Mapping[str, str], placed: Mapping[str, str], names: Mapping[str, str] | None = None) -> None:
        """Take in the notes (id → text), where a person has placed some (id → theme), and what the themes are called.

        A theme's name counts as one note placed in it, so ready-made themes are offered before anybody has placed anything.
        """
        named = dict(names or {})
        if dict(notes) != self._texts or named != self._names:
            self._look_at(dict(notes), named)
        self._guess({note: theme for note, theme in placed.items() if note in self._row})

    def suggest(self, note: str) -> Offer:
        """Themes for a note; nothing for one that is unknown, or when there are no themes to choose between."""
        return self._offers.get(note, NOTHING)

    def alike(self, note: str, count: int = 5) -> list[str]:
        """The notes most like it, the most alike first; only those that have something in common with it."""
        if note not in self._row:
            return []
        row = self._alike[self._row[note], : len(self._ids)]
        return [self._ids[at] for at in _best(row, count) if row[at] > ALIKE]

    def starters(self, count: int = 4) -> list[str]:
        """Notes far from each other, each with many like it: good first notes of themes."""
        notes = len(self._ids)
        if not notes:
            return []
        near = np.sort(self._alike[:notes, :notes], axis=1)[:, ::-1][:, :_CLOSE]
        crowd = np.clip(near, 0, None).mean(axis=1) + 1e-3
        kernel = self._leaning[:notes] @ self._leaning[:notes].T
        chosen: list[int] = []
        free = np.ones(notes, np.float32)
        while len(chosen) < min(count, notes):
            at = _best(np.where(free > 0, crowd * free**2, -1), 1)[0]
            chosen.append(at)
            free = np.minimum(free, np.clip(1 - kernel[at], 1e-6, 1))
            free[chosen] = 0
        return [self._ids[at] for at in chosen]

    def ordered(self, notes: Iterable[str]) -> list[str]:
        """The same notes so that those that are alike stand beside each other; unknown ones last."""
        asked = list(dict.fromkeys(notes))
        known = [note for note in asked if note in self._row]
        if len(known) < 3:
            return known + [note for note in asked if note not in self._row]
        some = self._leaning[[self._row[note] for note in known]]
        kernel = some @ some.T
        at = _best(kernel.sum(axis=1), 1)[0]
        left = np.ones(len(known), bool)
        order = []
        while True:
            order.append(at)
            left[at] = False
            if not left.any():
                break
            at = _best(np.where(left, kernel[at], -9), 1)[0]
        return [known[at] for at in order] + [note for note in asked if note not in self._row]

    def near_duplicates(self) -> list[tuple[str, ...]]:
        """Groups of notes that seem to say the same, in the order of the notes."""
        notes = len(self._ids)
        same = self._alike[:notes, :notes] >= SAME
        left = same.any(axis=1)
        groups = []
        while left.any():
            group, new = np.zeros(notes, bool), np.zeros(notes, bool)
            new[left.argmax()] = True
            while new.any():
                group |= new
                new = same[new].any(axis=0) & ~group
            left &= ~group
            groups.append(tuple(self._ids[at] for at in np.flatnonzero(group)))
        return groups

    def name(self, notes: Iterable[str]) -> str:
        """A word for a theme of these notes: in many of them, in few others, near to what they all say; "" for none."""
        group = [note for note in dict.fromkeys(notes) if note in self._row]
        inside = Counter(term for note in group for term in self._naming(note))
        if not inside:
            return ""
        everywhere = Counter(term for note in self._ids for term in self._naming(note))
        terms = sorted(inside)
        vectors = self._features.vectors(terms)
        middle = vectors.T @ np.array([inside[term] for term in terms], np.float32)
        near = vectors @ middle / max(float(np.linalg.norm(middle)), 1e-6) if vectors.shape[1] else np.zeros(len(terms))
        rare = [np.log(1 + len(self._ids) / everywhere[term]) / np.log(1 + len(self._ids)) for term in terms]
        scores = [inside[t] / len(group) * (0.5 + float(rare[at])) + 0.5 * float(near[at]) for at, t in enumerate(terms)]
        best = terms[_best(np.array(scores), 1)[0]]
        return self._as_written(best, group)

    def _naming(self, note: str) -> set[str]:
        return {term.text for reading in self._read[self._texts[note]] for term in reading.terms if term.naming}

    def _as_written(self, term: str, group: Sequence[str]) -> str:
        """A stem is no word: the shortest way in which the notes have it is."""
        if self._language.how != "stems":
            return term[:1].upper() + term[1:]
        spelt = [r.spelt for note in group for r in self._read[self._texts[note]] for t in r.terms if t.text == term]
        word = min(spelt, key=lambda word: (len(word), word))
        return word[:1].upper() + word[1:]

    def _look_at(self, notes: dict[str, str], names: dict[str, str]) -> None:
        texts = [*notes.values(), *names.values()]
        self._read = {text: self._read.get(text) or readings(text, self._language) for text in texts}
        self._texts, self._names, self._ids = notes, names, list(notes)
        self._row = {note: at for at, note in enumerate(self._ids)}
        self._rows = self._features.rows([self._read[text] for text in texts])
        self._alike = likeness_of(self._rows)
        self._leaning = leaning(self._rows, self._alike)

    def _guess(self, placed: Mapping[str, str]) -> None:
        self._offers = {}
        themes = sorted({*placed.values(), *self._names})
        if len(themes) < 2:
            return
        number = {theme: at for at, theme in enumerate(themes)}
        known = [(self._row[note], number[theme], 1.0) for note, theme in placed.items()]
        known += [(len(self._ids) + at, number[theme], NAME_TRUST) for at, theme in enumerate(self._names)]
        rows, of, trust = zip(*known, strict=True)
        scores = theme_scores(self._leaning, rows, of, trust, len(themes))
        for note in self._ids:
            if note not in placed and self._rows[self._row[note]].any():
                best = _best(scores[self._row[note]], OFFERED)
                offered = tuple(Suggestion(themes[at], round(float(scores[self._row[note], at]), 4)) for at in best)
                in_common = self._alike[self._row[note], [row for row, theme in zip(rows, of, strict=True) if theme == best[0]]]
                little = self.how != "vectors" and in_common.max(initial=0) < IN_COMMON
                self._offers[note] = Offer(offered, little or offered[0].score < SURE)


def _best(scores: Floats, count: int) -> list[int]:
    """The places of the greatest, the first of equals first. Rounded, so that the order of adding up cannot decide."""
    rounded = -np.round(scores, 5)
    if len(rounded) <= 4 * count:
        return [int(at) for at in np.argsort(rounded, kind="stable")[:count]]
    least = np.partition(rounded, count - 1)[count - 1]
    places = np.flatnonzero(rounded <= least)
    return [int(at) for at in places[np.argsort(rounded[places], kind="stable")][:count]]


def likeness(code: str, table: Path | None = None) -> Likeness:
    """The helper for notes in a language (fi, sv, en). `table`: the file of the Finnish vectors; where it is missing or broken,
    Finnish goes by its words alone, and `how` says so. The first time for Finnish takes about a second."""
    return Likeness(Features(language(code), _opened(table) if code == "fi" else None))


def _opened(path: Path | None) -> Table | None:
    try:
        return None if path is None else Table(path)
    except (OSError, ValueError):
        return None  # said by `how`
