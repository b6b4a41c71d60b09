"""Talk on the live desk: what the room sees, who speaks, and what the facilitator noted for herself."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.kit.rows import Column, Rule
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import schedule


class TalkConsole(Console):
    """Nothing to steer here but the time: the panel keeps the words of the step at hand."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        self._low = False
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
        self.rule = Rule(look)
        self.coming = Label(look, role="strong", icon="arrow-right")
        self.prepare = Label(look, role="dense", tone="ink2", max_lines=3)
        for widget in (self.rule, self.coming, self.prepare):
            panel.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.refresh(ALL)

    def room_part(self) -> QWidget | None:
        return self.card

    def set_low(self, low: bool) -> None:
        self._low = low
        self.card.set_low(low)
        self.tick(self.now_ms)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, step, settings = self.look.tr, self.step, self.settings
        self.card.set_words(settings.prompt or step.title, step.hint)
        self.speaker.set_text(tr("Puhuu: {name}", name=settings.speaker) if settings.speaker else "")
        self.speaker.setVisible(bool(settings.speaker))
        self.notes.set_text(step.notes)
        self.notes.setVisible(bool(step.notes))
        self.nothing.setVisible(not step.notes)
        self.tick(self.now_ms)

    def tick(self, now_ms: int) -> None:
        """What comes next and when, with what one noted for it: a talk is the moment to get ready."""
        tr, following = self.look.tr, self.state.following
        slot = schedule(self.state, now_ms).slot(following.id) if following is not None else None
        for widget in (self.rule, self.coming):
            widget.setVisible(slot is not None)
        self.prepare.setVisible(slot is not None and bool(slot.step.notes) and not self._low)
        if slot is not None:
            time = tr.time(datetime(2000, 1, 1) + timedelta(minutes=round(slot.start)))  # noqa: DTZ001 - a clock time without a day
            self.coming.set_text(tr("Sitten klo {time}: {step}", time=time, step=slot.step.title))
            self.prepare.set_text(slot.step.notes)
