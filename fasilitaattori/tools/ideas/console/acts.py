"""What is done to notes: by letters, by their own buttons, by dropping them on a theme. Each act is one command, one undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from fasilitaattori.kit.console import Console
from fasilitaattori.tools.ideas.console.items import Item
from fasilitaattori.tools.ideas.console.wall import Wall
from fasilitaattori.tools.ideas.model import rules
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.state import Workshop


def shown_and_moved(step_id: str, ids: Sequence[str], theme: str) -> Command:
    """Into a theme; notes that waited or were hidden come on the wall with it."""

    def command(state: Workshop) -> list[Outcome]:
        return [*rules.show(step_id, ids)(state), *rules.move(step_id, ids, theme)(state)]

    return command


class NoteActs(QObject):
    """Acts on notes of the console's step; afterwards nothing is picked. `edit_requested(id)` for the text itself."""

    edit_requested = Signal(str)

    def __init__(self, console: Console, wall: Wall) -> None:
        super().__init__(console)
        self._console, self._wall = console, wall

    def press(self, ids: Sequence[str], letter: str) -> None:
        """What a letter does to these notes."""
        step, tr = self._console.step_id, self._console.look.tr
        if letter.isdigit():
            self._move_by_number(ids, int(letter))
        elif letter == "A":
            self._do(rules.show(step, ids), "")
        elif letter == "H":
            self._do(rules.hide(step, ids), tr.n("{n} lappu piilotettu", "{n} lappua piilotettu", len(ids)))
        elif letter == "Y":
            self._do(rules.merge(step, ids), tr("Laput yhdistetty"))
        elif letter == "N":
            self._console.do(rules.raise_up(step, ids[0]))
        elif letter == "M":
            self.edit_requested.emit(ids[0])

    @Slot(str, str)
    def act(self, idea_id: str, act: str) -> None:
        """One of a waiting note's own buttons: "show", "hide" or "edit"; what is picked elsewhere stays picked."""
        step, tr = self._console.step_id, self._console.look.tr
        if act == "edit":
            self.edit_requested.emit(idea_id)
        elif act == "show":
            self._console.do(rules.show(step, [idea_id]))
        else:
            done = tr.n("{n} lappu piilotettu", "{n} lappua piilotettu", 1)
            self._console.do(rules.hide(step, [idea_id]), lambda _: self._console.told.emit(done, True))

    def show_all(self, items: Sequence[Item]) -> None:
        """Approve all of these; those that seem to name somebody are left to be looked at."""
        ids = [item.id for item in items if not item.suspect]
        left, tr = len(items) - len(ids), self._console.look.tr
        told = tr.n("{n} lappu hyväksytty", "{n} lappua hyväksytty", len(ids))
        if left:
            told += ". " + tr.n("{n} jäi tarkistettavaksi: näyttää nimeltä", "{n} jäi: näyttävät nimiltä", left)
        if ids:
            self._console.do(rules.show(self._console.step_id, ids), lambda _: self._console.told.emit(told, True))
        elif left:
            self._console.told.emit(told, False)

    def move(self, ids: Sequence[str], theme: str) -> None:
        """Into a theme, "" = out of all."""
        self._do(shown_and_moved(self._console.step_id, ids, theme), "")

    def make_theme(self, name: str, ids: Sequence[str]) -> None:
        """A new theme, of these notes if there are any."""
        self._do(rules.add_theme(self._console.step_id, name, ids), "")

    def split(self, idea_id: str) -> None:
        """Merged notes stand on their own again."""
        self._do(rules.split(self._console.step_id, idea_id), self._console.look.tr("Laput erotettu"))

    @Slot()
    def split_picked(self) -> None:
        """The one that is picked."""
        for idea_id in self._wall.picked()[:1]:
            self.split(idea_id)

    def _move_by_number(self, ids: Sequence[str], number: int) -> None:
        themes = self._console.mine.themes
        if 0 <= number <= len(themes):
            self.move(ids, themes[number - 1].id if number else "")

    def _do(self, command: Command, words: str) -> None:
        self._console.do(command, lambda _: self._done(words))

    def _done(self, words: str) -> None:
        self._wall.unpick()
        if words:
            self._console.told.emit(words, True)
