"""A break on the live desk: the countdown large, when it goes on, and what comes next."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.ring import clock_text
from fasilitaattori.kit.ring_widget import BigDigits
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.kit.rows import Rule
from fasilitaattori.workshop.agenda import Step


class PauseConsole(Console):
    """The same countdown as on the big screen; after it the word is that it goes on now."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        tr, centre = look.tr, Qt.AlignmentFlag.AlignHCenter
        self.card = RoomCard(look, tr("Valkokankaalla"))
        panel = Panel(look, tr("Tauko"), margins=(20, 14, 20, 18), spacing=8)
        self.digits = BigDigits(look, "0:00", 92)
        self.back = Label(look, role="section", align=centre)
        self.following = Label(look, role="body", tone="ink2", align=centre)
        self.notes = Label(look, role="body", icon="note", icon_tone="ink2")
        panel.body.addStretch(1)
        panel.body.addWidget(self.digits, 0, centre)
        panel.body.addWidget(self.back)
        panel.body.addWidget(self.following)
        panel.body.addStretch(1)
        self.rule = Rule(look)
        panel.body.addWidget(self.rule)
        panel.body.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.refresh(ALL)

    def room_part(self) -> QWidget | None:
        return self.card

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, step, following = self.look.tr, self.step, self.state.following
        self.card.set_words(self.settings.text or step.title, step.hint if step.hint != self.settings.text else "")
        self.following.set_text(tr("Sitten: {step}", step=following.title) if following else tr("Tauon jälkeen ilta päättyy"))
        self.notes.set_text(step.notes)
        self.notes.setVisible(bool(step.notes))
        self.rule.setVisible(bool(step.notes))
        self.tick(self.now_ms)

    def tick(self, now_ms: int) -> None:
        tr = self.look.tr
        left = self.state.run.timer(self.step, now_ms).left_ms / 1000
        self.digits.set_reading(clock_text(left))
        if left <= 0:
            self.back.set_text(tr("Jatkamme nyt"))
            return
        again = self.session.clock.now() + timedelta(seconds=left + 30)  # to the nearest minute
        self.back.set_text(tr("Jatkamme klo {time}", time=tr.time(again)))
