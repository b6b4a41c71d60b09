"""The likeness of notes, worked out in the background from copies of their texts while somebody groups them.

Nothing is worked out while notes only come: then the machine belongs to the phones. What is shown may be a moment old.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fasilitaattori.kit.background import Background
from fasilitaattori.paths import vectors
from fasilitaattori.tools.ideas.model import State

if TYPE_CHECKING:
    from fasilitaattori.likeness.engine import Likeness, Offer

STARTERS, ALIKE = 5, 5
_ASKED = 20
_REST = 5  # times as long as the last time took
_LEAST_REST_MS, _MOST_REST_MS = 200, 2000
_FIRST_REST_MS = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """Copies of what the wall says: the notes, where a person has placed some of them, and the names of the themes."""

    notes: Mapping[str, str]
    placed: Mapping[str, str]
    names: Mapping[str, str]

    @property
    def free(self) -> list[str]:
        """The notes nobody has placed."""
        return [note for note in self.notes if note not in self.placed]


@dataclass(frozen=True, slots=True)
class Advice:
    """What was found: offers and notes alike for each free note, groups that seem to say the same, notes to begin with,
    and all the free ones in an order in which those that are alike stand side by side."""

    facts: Facts
    words_only: bool
    offers: Mapping[str, Offer]
    alike: Mapping[str, Sequence[str]]
    same: Sequence[Sequence[str]]
    starters: Sequence[str]
    order: Sequence[str]

    def is_good_for(self, facts: Facts, note: str) -> bool:
        """Would it say the same about these facts; or, when a note is given, nearly the same about that note?"""
        if not note or self.facts.notes.get(note) != facts.notes.get(note):
            return self.facts == facts
        return (self.facts.placed, self.facts.names) == (facts.placed, facts.names)

    def same_as(self, note: str) -> Sequence[str]:
        """The group that seems to say the same as this note, itself among them; empty when there is none."""
        return next((group for group in self.same if note in group), ())


def facts_of(wall: State) -> Facts:
    """The notes on the wall as they stand."""
    shown = wall.on_wall()
    placed = {idea.id: theme for idea in shown if (theme := wall.theme_of(idea))}
    return Facts({idea.id: idea.text for idea in shown}, placed, {theme.id: theme.name for theme in wall.themes})


class Helper(QObject):
    """`advised` when there is something new in `advice`."""

    advised = Signal()

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.advice: Advice | None = None
        self._language = language
        self._background: Background | None = None
        self._likeness: Likeness | None = None
        self._wanted: Facts | None = None
        self._busy = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._begin)

    @property
    def works(self) -> bool:
        """Has it been given a pool to work in?"""
        return self._background is not None

    @property
    def is_up_to_date(self) -> bool:
        """Is what it says about the wall as it was last shown to it?"""
        return self._wanted is None and not self._busy

    def work_in(self, background: Background) -> None:
        """The pool it works in. The wall it is for is being shown: that goes first."""
        self._background = background
        self._rest.start(_FIRST_REST_MS)

    def look_at(self, wall: State, note: str = "") -> None:
        """Somebody is grouping: work out what is new on the wall, soon. For one `note` only what a person did is news: while
        many write, their notes wait until something is placed or asked for."""
        facts = facts_of(wall)
        if self._background is not None and not (self.advice is not None and self.advice.is_good_for(facts, note)):
            self._wanted = facts
            self._begin()

    def name(self, notes: Sequence[str]) -> str:
        """A word for a theme of these notes; "" when none is known or it is at work."""
        return "" if self._busy or self._likeness is None else self._likeness.name(notes)

    @Slot()
    def _begin(self) -> None:
        facts = self._wanted
        if facts is None or self._busy or self._rest.isActive() or self._background is None:
            return
        self._wanted, self._busy = None, True
        self._background.run(lambda: self._work(facts), self._done, self._failed, owner=self)

    def _work(self, facts: Facts) -> tuple[Advice, float]:
        """In the background, never twice at the same time."""
        # Imported here because numpy is heavy, and only who groups notes needs it.
        from fasilitaattori.likeness.engine import likeness

        began = time.perf_counter()
        if self._likeness is None:
            self._likeness = likeness(self._language, vectors(self._language))
        return advice_on(self._likeness, facts), time.perf_counter() - began

    def _done(self, found: tuple[Advice, float]) -> None:
        self._busy = False
        self.advice, seconds = found
        self._rest.start(min(max(_LEAST_REST_MS, int(seconds * 1000 * _REST)), _MOST_REST_MS))
        self.advised.emit()

    def _failed(self, _error: Exception) -> None:
        """The pool has logged it; the wall is grouped without help."""
        self._busy, self._background = False, None
        self.advice = None
        self.advised.emit()


def advice_on(likeness: Likeness, facts: Facts) -> Advice:
    """Everything that may be asked about these facts."""
    likeness.learn(facts.notes, facts.placed, facts.names)
    free = facts.free
    open_ones = frozenset(free)
    groups = ([note for note in group if note in open_ones] for group in likeness.near_duplicates())
    return Advice(
        facts,
        likeness.how != "vectors",
        {note: likeness.suggest(note) for note in free},
        {note: [other for other in likeness.alike(note, _ASKED) if other in open_ones][:ALIKE] for note in free},
        [group for group in groups if len(group) > 1],
        [note for note in likeness.starters(STARTERS + len(facts.placed)) if note in open_ones][:STARTERS],
        likeness.ordered(free),
    )
