"""The left side of Mitä tehtiin: what to answer, narrowed by filters and search."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import SearchField
from fasilitaattori.desktop.wrapup.answers.lines import ALL, FILTERS, LATE, Line, belongs, counts
from fasilitaattori.desktop.wrapup.answers.listview import AnswerList
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState, Panel


class Finder(Panel):
    """`narrowed` when another filter or search was chosen."""

    narrowed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(2, 14, 2, 8), spacing=10, parent=parent)
        tr = look.tr
        self._filter = ALL
        self.search = SearchField(look, tr("Etsi ideaa, teemaa tai tekijää"))
        self.chips: dict[str, Chip] = {}
        self.list = AnswerList(look)
        self.nothing = EmptyState(look, tr("Näillä ehdoilla ei löydy mitään"), action=tr("Näytä kaikki"), icon="x")
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        keep_height(chips)
        group = QButtonGroup(self)
        for key in FILTERS:
            chip = self.chips[key] = Chip(look, "", big=False)
            chip.clicked.connect(lambda _=False, key=key: self.show_filter(key))
            group.addButton(chip)
            flow.addWidget(chip)
        self.chips[ALL].setChecked(True)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(10)
        for part in (self.search, chips, self.nothing):
            top.addWidget(part)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)
        self.search.textChanged.connect(self.narrowed)
        self.nothing.action_requested.connect(self.show_all)

    def show_counts(self, found: Sequence[Line]) -> None:
        """How many lines each filter lets through."""
        told = counts(found)
        for key, words in FILTERS.items():
            self.chips[key].set_words(f"{self.look.tr(words)} {told[key]}")
        self.chips[LATE].setVisible(bool(told[LATE]) or self._filter == LATE)

    def passing(self, found: Sequence[Line]) -> list[Line]:
        """The lines that pass the filter and the search."""
        words = self.search.text()
        return [line for line in found if belongs(line, self._filter, words)]

    def show_filter(self, key: str) -> None:
        """Show what one of FILTERS lets through."""
        self._filter = key
        self.chips[key].setChecked(True)
        self.narrowed.emit()

    @Slot()
    def show_all(self) -> None:
        """Neither a filter nor a search."""
        self.search.clear()
        self.show_filter(ALL)

    @Slot()
    def to_search(self) -> None:
        """Ready to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
