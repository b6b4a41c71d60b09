"""How the evening begins: its first steps with their clock times, for the one who is about to open the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Rule
from fasilitaattori.workshop.schedule import Slot

MOST = 5


class FirstSteps(QWidget):
    """The time, the name and the minutes of up to MOST steps, and how many follow. `show_slots` when the plan changes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._most = look, MOST
        self._slots: tuple[Slot, ...] = ()
        tr, top = look.tr, Qt.AlignmentFlag.AlignTop
        self._rows = [
            (Label(look, role="dense-strong", wrap=False), Label(look, role="dense"), Label(look, role="small", tone="ink2"))
            for _ in range(MOST)
        ]
        self.rest = Label(look, role="small", tone="ink2")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (time, name, minutes) in enumerate(self._rows):
            name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            grid.addWidget(time, place, 0, top)
            grid.addWidget(name, place, 1, top)
            grid.addWidget(minutes, place, 2, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.rest, MOST, 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(10)
        column.addWidget(Rule(look))
        column.addWidget(Label(look, tr("Näin ilta alkaa"), "field"))
        column.addLayout(grid)

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Shows the steps as planned now."""
        tr = self.look.tr
        for place, (time, name, minutes) in enumerate(self._rows):
            slot = slots[place] if place < min(len(slots), self._most) else None
            for label in (time, name, minutes):
                label.setVisible(slot is not None)
            if slot is not None:
                time.set_text(words.clock_words(slot.start, tr))
                name.set_text(slot.step.title)
                minutes.set_text(tr("{n} min", n=slot.step.minutes))
        left = len(slots) - self._most
        self.rest.setVisible(left > 0)
        self.rest.set_text(tr.n("ja {n} vaihe vielä", "ja {n} vaihetta vielä", max(left, 0)))
        self.setVisible(bool(slots))
        self._slots = tuple(slots)

    def set_most(self, most: int) -> None:
        """Fewer in a low window."""
        if most != self._most:
            self._most = most
            self.show_slots(self._slots)
