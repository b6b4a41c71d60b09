"""Talk on the live desk: what the room sees, who speaks, and what the facilitator noted for herself."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.kit.rows import Column
from fasilitaattori.workshop.agenda import Step


class TalkConsole(Console):
    """Nothing to steer here but the time: the panel keeps the words of the step at hand."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        tr = look.tr
        self.card = RoomCard(look, tr("Valkokankaalla"))
        panel = Panel(look, tr("Tässä vaiheessa"), margins=(20, 14, 20, 18), spacing=12)
        self.speaker = Label(look, role="strong", icon="megaphone-simple")
        self.notes = Label(look)
        self.nothing = Label(
            look, tr("Kun vaihe on ohi, siirry seuraavaan. Kirjaa oikealle, mitä haluat muistioon."), "body", "ink2"
        )
        scroll = Column(tr("Tässä vaiheessa"), spacing=10)
        for label in (self.speaker, self.notes, self.nothing):
            scroll.rows.addWidget(label)
        scroll.rows.addStretch(1)
        panel.body.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.refresh(ALL)

    def room_part(self) -> QWidget | None:
        return self.card

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, step, settings = self.look.tr, self.step, self.settings
        self.card.set_words(settings.prompt or step.title, step.hint)
        self.speaker.set_text(tr("Puhuu: {name}", name=settings.speaker) if settings.speaker else "")
        self.speaker.setVisible(bool(settings.speaker))
        self.notes.set_text(step.notes)
        self.notes.setVisible(bool(step.notes))
        self.nothing.setVisible(not step.notes)
