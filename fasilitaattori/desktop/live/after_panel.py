"""After the evening: on to the minutes, or back to the evening if it was ended too early."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.checking import open_check

WIDTH = 620  # pixels at 100 %


class AfterPanel(QWidget):
    """`collect_requested` (to the minutes) and `go_on_requested` (the last step goes on)."""

    collect_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench, self.look = workbench, workbench.look
        self.session = workbench.open_session
        look, tr = self.look, self.look.tr
        panel = self._panel = Panel(look, margins=(32, 28, 32, 30), spacing=12)
        self.title = Label(look, role="name")
        self.told = Label(look)
        self.collect_button = Button(look, tr("Siirry kokoamaan"), "primary", "large", arrow="arrow-right")
        self.go_on_button = Button(look, tr("Jatka iltaa"), size="large", icon="arrow-counter-clockwise")
        self.collect_button.clicked.connect(self.collect_requested)
        self.go_on_button.clicked.connect(self.go_on_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.collect_button)
        row.addWidget(self.go_on_button)
        row.addStretch(1)
        panel.body.addWidget(self.title)
        panel.body.addWidget(self.told)
        panel.body.addSpacing(8)
        panel.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(1)
        middle = QHBoxLayout()  # by stretches, for an alignment would not ask how high the words are at this width
        middle.addStretch(1)
        middle.addWidget(panel)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        look.changed.connect(self._fit)
        workbench.room_changed.connect(self.refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As wide as it reads well, or as there is room: large text needs all of it."""
        self._panel.setFixedWidth(max(1, min(self.look.px(WIDTH), self.width())))

    @Slot()
    def refresh(self) -> None:
        """Shows when it ended, how many were there and what phones show."""
        tr, state = self.look.tr, self.session.state
        if not state.run.ended_at:
            return
        ended = tr.time(datetime.fromisoformat(state.run.ended_at))
        self.title.set_text(tr("Ilta päättyi klo {time}", time=ended))
        count = state.people.count()
        came = tr.n("Paikalla oli {n} ihminen.", "Paikalla oli {n} ihmistä.", count)
        parts = [came] if count else []
        parts.append(tr("Muistion luonnos on valmiina koottavaksi."))
        if self.workbench.room is not None:  # it is shut when the program has been closed in between
            checked = open_check(state) is not None
            parts.append(tr("Puhelimilla tarkistetaan yhteenvetoa.") if checked else tr("Puhelimilla näkyy kiitos."))
        self.told.set_text(" ".join(parts))
