"""The line over the wall: how many notes there are, search, a new theme, hidden notes, undo."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.unsaid import carry
from fasilitaattori.tools.ideas.console.items import Board


class TopRow(QWidget):
    """`searched(words)`, `theme_requested`, `undo_requested`, `hidden_toggled(bool)`,
    `order_toggled(bool)`: notes without a theme that are alike side by side, or as they came."""

    searched = Signal(str)
    theme_requested = Signal()
    undo_requested = Signal()
    hidden_toggled = Signal(bool)
    order_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tr = look.tr
        self.counts = Label(look, wrap=False)
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hidden_chip = Chip(look, "", big=False, icon="eye-slash")
        self.hidden_chip.clicked.connect(self.hidden_toggled)
        self._ordered = False
        self.order_button = IconButton(look, "", "", size="small")
        self.order_button.clicked.connect(self._toggle_order)
        self.order_button.hide()
        self._name_order()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Etsi lapuista"))
        self.search.setAccessibleName(tr("Etsi lapuista"))
        self.search.setClearButtonEnabled(True)
        carry(self.search, "search_notes")
        self.search.setProperty("small", True)
        self.search.setProperty("ring_radius", 6)
        self._icon = QAction(look.icon("magnifying-glass", "ink2"), "", self.search)
        self.search.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        self.theme_button = Button(look, tr("Uusi teema"), size="small", icon="plus")
        self.theme_button.clicked.connect(self.theme_requested)
        self.undo_button = Button(look, tr("Kumoa"), size="small", icon="arrow-counter-clockwise")
        self.undo_button.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.counts, 1)
        for widget in (self.hidden_chip, self.order_button, self.search, self.theme_button, self.undo_button):
            row.addWidget(widget)
        self.refresh()
        look.changed.connect(self.refresh)

    def show_counts(self, board: Board) -> None:
        """27 lappua · 24 seinällä · 3 tarkistettavana."""
        tr = self.look.tr
        total = tr.n("{n} lappu", "{n} lappua", board.on_wall + board.waiting)
        rest = tr("{n} seinällä", n=board.on_wall)
        if board.waiting:
            rest += " · " + tr("{n} tarkistettavana", n=board.waiting)
        self.counts.set_parts([(total, True, ""), ("  " + rest, False, "ink2")])
        self.hidden_chip.setVisible(bool(board.hidden))
        self.hidden_chip.set_words(tr("Piilossa {n}", n=board.hidden))

    @Slot()
    def _toggle_order(self) -> None:
        self._ordered = not self._ordered
        self._name_order()
        self.order_toggled.emit(self._ordered)

    def _name_order(self) -> None:
        tr = self.look.tr
        self.order_button.set_icon("clock" if self._ordered else "sort-ascending")
        name = (
            tr("Järjestä laput siinä järjestyksessä kuin ne tulivat")
            if self._ordered
            else tr("Järjestä samankaltaiset vierekkäin")
        )
        self.order_button.set_name(name)

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        self.search.setFixedWidth(self.look.px(180))
        self._icon.setIcon(self.look.icon("magnifying-glass", "ink2"))
