"""The notes on the wall as the big screen shows them, kept theme by theme from one look to the next.

A hall full of phones sends hundreds of notes a second and the screen looks ten times in it: a look goes through what has
changed since the last one. Only what moves notes about (a theme more or less, a note approved in the middle) has their theme,
or everything, gone through again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from fasilitaattori.kit.roll import Roll
from fasilitaattori.kit.slides.notes import Note
from fasilitaattori.kit.slides.wall import Group
from fasilitaattori.tools.ideas.model import Idea, State

LOOSE = -1
"""The place of notes without a theme; themes have the places from 0."""


class _Row:
    """The notes of one place, in the order in which they were sent: their numbers, and they themselves."""

    def __init__(self, notes: Iterable[tuple[int, Note]] = ()) -> None:
        lying = list(notes)
        self.numbers = [number for number, _ in lying]
        self.notes = Roll(note for _, note in lying)

    def take(self, new: list[tuple[int, Note]], changed: list[tuple[int, Note]]) -> None:
        """Notes after the last one, and others for some that lie here."""
        places = [(bisect_left(self.numbers, number), note) for number, note in changed]
        self.notes = self.notes.replaced(place for place in places if self.notes[place[0]] != place[1])
        self.numbers.extend(number for number, _ in new)
        self.notes = self.notes.extended([note for _, note in new])


class ShownNotes:
    """Follows one wall. `groups` is what `follow` last found."""

    def __init__(self) -> None:
        self._wall: State | None = None
        self._themes: dict[str, int] = {}
        self._begin(State())
        self.groups: tuple[Group, ...] = ()

    def __contains__(self, idea_id: str) -> bool:
        """Is it on the wall?"""
        return idea_id in self._places

    def _begin(self, wall: State) -> None:
        self._wall, self._read = wall, 0
        self._themes = {theme.id: place for place, theme in enumerate(wall.themes)}
        self._numbers: dict[str, int] = {}  # of every note there is, in the order in which they were sent
        self._places: dict[str, int] = {}  # of every note on the wall
        self._rows = {place: _Row() for place in (LOOSE, *self._themes.values())}

    def follow(self, wall: State) -> list[tuple[str, int]]:
        """Look at the wall: gives what has come up since the last time, as (id, when it was sent)."""
        if wall is not self._wall or list(self._themes) != list(wall.by_theme_id):
            self._begin(wall)
        came: list[tuple[int, str, int]] = []
        stale: set[int] = set()
        new: dict[int, list[tuple[int, Note]]] = {}
        changed: dict[int, list[tuple[int, Note]]] = {}
        last = {place: row.numbers[-1] if row.numbers else -1 for place, row in self._rows.items()}
        for idea_id in dict.fromkeys(wall.touched[self._read :]):
            idea = wall.ideas[idea_id]
            number = self._numbers.setdefault(idea_id, len(self._numbers))
            before = self._places.pop(idea_id, None)
            place = self._themes.get(idea.theme, LOOSE) if idea.shown else None
            if place is not None:
                self._places[idea_id] = place
            if place is not None and before is None:
                came.append((number, idea_id, idea.at_ms))
            if place == before and place is not None:
                changed.setdefault(place, []).append((number, note_of(idea, place)))
            elif before is None and place is not None and number > last[place]:
                new.setdefault(place, []).append((number, note_of(idea, place)))
                last[place] = number
            else:
                stale.update(each for each in (place, before) if each is not None)
        self._read = len(wall.touched)
        for place in (new.keys() | changed.keys()) - stale:
            self._rows[place].take(new.get(place, []), changed.get(place, []))
        self._go_through(wall, stale)
        self._group(wall)
        return [(idea_id, at_ms) for _, idea_id, at_ms in sorted(came)]

    def _go_through(self, wall: State, stale: set[int]) -> None:
        """The notes of these places anew."""
        if stale:
            lying: dict[int, list[tuple[int, Note]]] = {place: [] for place in stale}
            for number, idea in enumerate(wall.ideas.values()):
                place = self._places.get(idea.id)
                if place is not None and place in lying:
                    lying[place].append((number, note_of(idea, place)))
            self._rows.update((place, _Row(notes)) for place, notes in lying.items())

    def _group(self, wall: State) -> None:
        """One group of everything before there are themes; otherwise the themes, and those without one at the end."""
        themes, loose = wall.themes, Group("", LOOSE, self._rows[LOOSE].notes)
        if not any(self._rows[place].notes for place in self._themes.values()) and not any(theme.column for theme in themes):
            self.groups = (loose,)
            return
        groups = [Group(theme.name, place, self._rows[place].notes) for place, theme in enumerate(themes)]
        self.groups = tuple([*groups, loose] if loose.notes else groups)


def note_of(idea: Idea, theme: int) -> Note:
    """The note as the room sees it; `theme` is the place of its theme."""
    return Note(idea.id, idea.text, theme, 1 + len(idea.merged))
