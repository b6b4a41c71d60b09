"""The wall's own part of the now panel: when notes show, whether phones may send, and paper notes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.answered import ANSWERED, show_answered
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Column
from fasilitaattori.kit.ticks import Switch

AT_ONCE, APPROVED = "at_once", "approved"


class WallSide(QWidget):
    """`approval_changed(bool)`, `phones_changed(bool)`, `paper_requested` for one note, `pile_requested` for many."""

    approval_changed = Signal(bool)
    phones_changed = Signal(bool)
    paper_requested = Signal()
    pile_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tr = look.tr
        choices = [(AT_ONCE, tr("heti")), (APPROVED, tr("kun hyväksyn"))]
        self.approval = Segmented(look, choices, small=True, name=tr("Uusi lappu näkyy seinällä"))
        self.approval.chosen.connect(self._approval)
        self.phones = Switch(look, tr("Kirjoita idea"))
        self.phones.clicked.connect(self.phones_changed)
        self.sent = Label(look, role="small", tone="ink2", wrap=False)
        self.paper_button = Button(look, tr("Lisää lappu"), size="small", icon="plus", key="F7")
        self.paper_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.paper_button.clicked.connect(self.paper_requested)
        self.pile_button = Button(look, tr("Syötä paperilta…"), size="small", icon="clipboard-text")
        self.pile_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pile_button.clicked.connect(self.pile_requested)
        self._phones_label = Label(look, tr("Puhelimilla"), "field")
        heading = QWidget()
        line = FlowLayout(heading, gap=5, row_gap=0)
        line.addWidget(self._phones_label)
        line.addWidget(self.sent)
        keep_height(heading)
        scroll = Column(tr("Ideaseinän asetukset"), margins=(0, 2, 2, 2), spacing=2)
        for widget in (
            *(Label(look, tr("Uusi lappu näkyy seinällä"), "field"), self.approval),
            *(heading, self.phones),
            *(self.paper_button, self.pile_button),
        ):
            if widget in (heading, self.paper_button, self.pile_button):
                scroll.rows.addSpacing(2 if widget is self.pile_button else 4)
            scroll.rows.addWidget(widget)
        scroll.rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_side(self, approval: bool, phones_on: bool, senders: int, phones: int) -> None:
        """How things stand."""
        self.approval.set_value(APPROVED if approval else AT_ONCE)
        self.phones.setChecked(phones_on)
        show_answered(self.sent, ANSWERED, senders, phones)
        self.sent.setVisible(bool(phones))

    def set_low(self, low: bool) -> None:
        """Only what one needs in a low window."""
        self._phones_label.setVisible(not low)  # its switch says as much

    @Slot(str)
    def _approval(self, value: str) -> None:
        self.approval_changed.emit(value == APPROVED)
