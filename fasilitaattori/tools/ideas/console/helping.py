"""What the helper offers on the wall and what becomes of it: every act is the person's own, one command, one undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from fasilitaattori.kit.background import Background
from fasilitaattori.kit.console import Console
from fasilitaattori.tools.ideas.console.help_row import ALIKE_KEY, OFFER_KEYS, HelpRow
from fasilitaattori.tools.ideas.console.helper import Helper
from fasilitaattori.tools.ideas.console.wall import Wall
from fasilitaattori.tools.ideas.model import State

HELP_KEYS = OFFER_KEYS + ALIKE_KEY
ENOUGH = 6
"""So many notes without a theme are worth asking where to begin."""


class Helping(QObject):
    """Fills the helper's line for the one note in hand. `move_requested(ids, theme)` when an offer is taken,
    `ordered(ids)` when the notes without a theme should stand in this order."""

    move_requested = Signal(object, str)
    ordered = Signal(object)

    def __init__(self, console: Console, wall: Wall, row: HelpRow) -> None:
        super().__init__(console)
        self._console, self._wall, self._row = console, wall, row
        self.helper = Helper(console.state.info.language, self)
        self._note = ""
        self._offered: list[str] = []
        self._starting = self._ordering = False
        self.helper.advised.connect(self.refresh)
        self.helper.advised.connect(self._pick_starters)
        self.helper.advised.connect(self._order)
        row.key_pressed.connect(self.press)
        row.starters_requested.connect(self.pick_starters)
        row.first_requested.connect(self._take_first)

    def work_in(self, background: Background) -> None:
        """The pool it works in; without one there is no help."""
        self.helper.work_in(background)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows what is known about the note in hand."""
        wall: State = self._console.mine
        chosen = self._wall.chosen()
        if chosen:  # else the focus is elsewhere, perhaps on one of the offers
            self._note = chosen[0] if len(chosen) == 1 else ""
        if not _is_free(wall, self._note):
            self._note = ""
        self._offered = []
        column = self._wall.column("")
        some = column is not None and column.list.notes.rowCount() > 0
        self._row.setVisible(self.helper.works and some and (bool(wall.themes) or wall.count >= ENOUGH))
        if self._row.isHidden() or self._starting:
            return
        if not wall.themes:
            self._row.show_start()
        elif not self._note:
            self._row.show_hint(len(self._same()))
        else:
            self._show_note(wall)

    def _show_note(self, wall: State) -> None:
        self.helper.look_at(wall, self._note)
        advice = self.helper.advice
        if advice is None or self._note not in advice.offers:
            self._row.show_waiting()
            return
        offer = advice.offers[self._note]
        self._offered = [one.theme for one in offer.themes if one.theme in wall.by_theme_id]
        names = [wall.by_theme_id[theme].name for theme in self._offered]
        self._row.show_offer(
            names,
            unsure=offer.unsure,
            words_only=advice.words_only,
            alike=len(self._alike()),
            same=len(self._same()),
        )

    @Slot(str)
    def press(self, letter: str) -> None:
        """Q, W, E: the note in hand goes into an offered theme; S: the notes like it are picked beside it."""
        if self._row.isHidden() or self._starting:
            return
        if letter in OFFER_KEYS:
            place = OFFER_KEYS.index(letter)
            if self._note and place < len(self._offered):
                self.move_requested.emit([self._note], self._offered[place])
        elif same := self._same():
            self._wall.pick(same)
            self._console.told.emit(self._console.look.tr("Valitut näyttävät samalta. Yhdistä ne: Y."), False)
        elif alike := self._alike():
            self._wall.pick([self._note, *alike])

    @Slot()
    def _take_first(self) -> None:
        """The first note without a theme in hand; arrow keys go on from there."""
        column = self._wall.column("")
        if column is not None:
            self._wall.unpick()
            column.list.go_near(0)

    def _same(self) -> list[str]:
        """The notes that seem to say the same as the one in hand, itself among them; without one, the first such group."""
        advice, wall = self.helper.advice, self._console.mine
        if advice is None:
            return []
        groups = [advice.same_as(self._note)] if self._note else advice.same
        return next((free for group in groups if len(free := _free(wall, group)) > 1), [])

    def _alike(self) -> list[str]:
        advice = self.helper.advice
        return _free(self._console.mine, advice.alike.get(self._note, ())) if advice is not None else []

    @Slot()
    def pick_starters(self) -> None:
        """Puts notes far from each other on top, as soon as they are known. They are not picked: each of them may begin a theme
        of its own, and what is picked would go into one."""
        self._starting = True
        self._row.show_waiting()
        self.helper.look_at(self._console.mine)
        self._pick_starters()

    @Slot()
    def _pick_starters(self) -> None:
        advice = self.helper.advice
        if not self._starting or not self.helper.is_up_to_date or advice is None:
            return
        self._starting = False
        self.refresh()
        found, tr = _free(self._console.mine, advice.starters), self._console.look.tr
        self._wall.unpick()
        self.ordered.emit(found)
        if found:
            self._wall.go_to(found[0])
        words = tr.n("Nostin ylimmäksi {n} lapun", "Nostin ylimmäksi {n} erilaista lappua", len(found))
        self._console.told.emit(f"{words}. " + tr("Valitse niistä yksi ja tee siitä teema."), False)

    @Slot(bool)
    def set_ordered(self, on: bool) -> None:
        """Those that are alike side by side, as soon as it is known how; or as they came."""
        self._ordering = on
        if on:
            self.helper.look_at(self._console.mine)
            self._order()
        else:
            self.ordered.emit([])

    @Slot()
    def _order(self) -> None:
        advice = self.helper.advice
        if self._ordering and self.helper.is_up_to_date and advice is not None:
            self._ordering = False
            self.ordered.emit(advice.order)

    def name_for(self, notes: Sequence[str]) -> str:
        """What a theme of these notes could be called; "" when nothing is known."""
        return self.helper.name(notes) if notes else ""


def _is_free(wall: State, note: str) -> bool:
    idea = wall.ideas.get(note)
    return idea is not None and idea.shown and not wall.theme_of(idea)


def _free(wall: State, notes: Sequence[str]) -> list[str]:
    return [note for note in notes if _is_free(wall, note)]
