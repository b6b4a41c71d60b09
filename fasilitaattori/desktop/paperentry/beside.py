"""Beside the paper: its running number, what has been saved, the papers typed in so far, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from fasilitaattori.desktop.paperentry import words
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rows import Column, Rule
from fasilitaattori.kit.tags import KeyCap
from fasilitaattori.workshop.papersheet import LATE, Sheet, Standing


class Beside(Panel):
    """`opened(number)` to correct a paper, `removed(number)`, `count_requested` for papers added after closing."""

    opened = Signal(int)
    removed = Signal(int)
    count_requested = Signal()

    def __init__(self, look: Look, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(4, 4, 4, 4), spacing=0, parent=parent)
        tr = look.tr
        self._noun = sheet.noun
        self.number = Label(look, role="name")
        self.hint = Label(look, role="small", tone="ink2")
        self.saved = Label(look, role="dense-strong", tone="kuusi", icon="check-circle")
        self.total = Label(look, role="small", tone="ink2")
        self.count_button = Button(look, tr("Laske mukaan"), "primary", icon="check")
        self.count_button.clicked.connect(self.count_requested)
        self.choice = Select(look, tr("Syötetyt paperit"))
        self.open_button = Button(look, tr("Avaa korjattavaksi"), size="small", icon="pencil-simple")
        self.remove_button = Button(look, tr("Poista"), size="small", icon="trash")
        self.open_button.clicked.connect(self._open)
        self.remove_button.clicked.connect(self._remove)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8, row_gap=6)
        flow.addWidget(self.open_button)
        flow.addWidget(self.remove_button)
        keep_height(acts)
        self._correcting = [Label(look, tr("Syötetyt paperit"), "field"), self.choice, acts]
        inside = Column(tr("Paperin numero ja näppäimet"), margins=(12, 10, 12, 10), spacing=5)
        for widget in (self.number, self.hint, self.saved, self.total, self.count_button, *self._correcting):
            inside.rows.addWidget(widget)
        inside.rows.addSpacing(4)
        inside.rows.addWidget(Rule(look))
        inside.rows.addSpacing(4)
        inside.rows.addWidget(Label(look, tr("Näppäimet"), "field"))
        inside.rows.addLayout(self._keys(sheet))
        inside.rows.addStretch(1)
        self.body.addWidget(inside, 1)
        self.show_saved("")

    def _keys(self, sheet: Sheet) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, (key, told) in enumerate(words.keys_of(sheet, self.look.tr)):
            grid.addWidget(KeyCap(self.look, key), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self.look, told, "small"), row, 1)
        return grid

    def show_number(self, number: int, correcting: bool) -> None:
        """Which paper is being typed, for the first time or again."""
        tr = self.look.tr
        self.number.set_text(words.numbered(self._noun, number, tr))
        self.hint.set_text(
            tr("Korjaat syötettyä paperia. Enter viimeisestä kohdasta tallentaa, Esc palaa uuteen.")
            if correcting
            else tr("Kirjoita numero paperin kulmaan, niin löydät sen myöhemmin.")
        )

    def show_saved(self, told: str, failed: bool = False) -> None:
        """What became of the last one."""
        self.saved.set_icon("warning-circle" if failed else "check-circle")
        self.saved.set_tone("puna" if failed else "kuusi")
        self.saved.set_text(told)
        self.saved.setVisible(bool(told))

    def show_standing(self, standing: Standing, numbers: list[int], unsaved: set[int]) -> None:
        """How many there are, and which can be opened."""
        tr = self.look.tr
        told = words.typed_in(self._noun, len(numbers), tr)
        if standing.counted:
            told += " · " + tr("aiemmin laskettu {n}", n=standing.counted)
        self.total.set_text(told)
        self.total.setVisible(bool(numbers or standing.counted))
        self.count_button.setVisible(standing.state == LATE)
        for widget in self._correcting:
            widget.setVisible(bool(numbers))
        wanted = [(number, self._name(number, number in unsaved)) for number in reversed(numbers)]
        now = [(self.choice.itemData(place), self.choice.itemText(place)) for place in range(self.choice.count())]
        if wanted != now:
            self._fill(wanted)

    def _name(self, number: int, unsaved: bool) -> str:
        name = words.numbered(self._noun, number, self.look.tr)
        return self.look.tr("{name}, ei tallessa", name=name) if unsaved else name

    def _fill(self, wanted: list[tuple[int, str]]) -> None:
        """One more at the top is the usual change: the others stay."""
        known = {self.choice.itemData(place) for place in range(self.choice.count())}
        if self.choice.count() and [number for number, _ in wanted[1:]] == [
            self.choice.itemData(place) for place in range(self.choice.count())
        ]:
            number, name = wanted[0]
            if number not in known:
                self.choice.insertItem(0, name, number)
                self.choice.setCurrentIndex(0)
                return
        self.choice.clear()
        for number, name in wanted:
            self.choice.addItem(name, number)

    @Slot()
    def _open(self) -> None:
        if self.choice.currentData() is not None:
            self.opened.emit(self.choice.currentData())

    @Slot()
    def _remove(self) -> None:
        if self.choice.currentData() is not None:
            self.removed.emit(self.choice.currentData())
