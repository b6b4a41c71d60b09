"""The ground rules on the live desk: as the room sees them, and whether the room has accepted them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit.answered import ACCEPTED, show_answered
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rows import Column, empty
from fasilitaattori.kit.tags import Tag


class RulesPanel(Panel):
    """`accepted` when the facilitator marks that the room said yes aloud; the rules then fold away. In a low window they
    scroll."""

    accepted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.tr("Pelisäännöt"), margins=(16, 10, 16, 12), spacing=8, parent=parent)
        self._rules: tuple[str, ...] = ()
        self.tag = Tag(look, look.tr("Huone hyväksyi"), "kuusi", "check")
        self.head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self.list = Column(look.tr("Pelisäännöt"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.list.rows.addLayout(self._grid)
        self.body.addWidget(self.list)
        self.phones = Label(look, role="small", tone="ink2", icon="device-mobile")
        self.phones.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.accept_button = Button(look, look.tr("Huone hyväksyi"), "primary", "small", icon="check")
        self.accept_button.clicked.connect(self.accepted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.phones, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.accept_button)
        self.body.addLayout(row)

    def show_rules(self, rules: Sequence[str], accepted: int, phones: int, aloud: bool) -> None:
        """`accepted` of `phones` have accepted; `aloud` = the room said yes."""
        if tuple(rules) != self._rules:
            self._rules = tuple(rules)
            empty(self._grid)
            for place, rule in enumerate(rules):
                number = Label(self.look, str(place + 1), "dense-strong", "ink2", wrap=False)
                self._grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(Label(self.look, rule, "dense"), place, 1)
            self._mend_height()
        self.list.setVisible(not aloud)
        show_answered(self.phones, ACCEPTED, accepted, phones)
        self.phones.setVisible(bool(phones))
        self.tag.setVisible(aloud)
        self.accept_button.setVisible(not aloud)

    def _mend_height(self) -> None:
        wanted = self._grid.heightForWidth(max(100, self.width() - 32)) if self._grid.hasHeightForWidth() else 0
        wanted = wanted or self._grid.sizeHint().height()
        self.list.setMaximumHeight(wanted + 2)
        self.list.set_hint(wanted + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mend_height()
