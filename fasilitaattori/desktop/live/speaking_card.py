"""The one who speaks now, with the clock of the turn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.ring_widget import BigDigits
from fasilitaattori.kit.shares import SpeakingBar


class SpeakingCard(Panel):
    """The one who speaks now, with the clock of the turn; or that the floor is free."""

    next_requested = Signal()
    reply_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, surface="now", margins=(16, 7, 16, 13), spacing=0, parent=parent)
        self.name = Label(look, role="name", wrap=False, icon="microphone-fill")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clock = BigDigits(look, "0:00", 22)
        self.allowed = Label(look, role="body", tone="ink2", wrap=False)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.allowed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.bar = SpeakingBar(look)
        self.next_button = Button(look, "", "primary", arrow="arrow-right", key="F6")
        self.reply_button = Button(look, look.tr("Lyhyt vastaus"), icon="arrow-u-up-left")
        self.reply_button.set_hint(look.tr("Joku vastaa puhujalle lyhyesti ennen seuraavaa vuoroa"))
        self.next_button.clicked.connect(self.next_requested)
        self.reply_button.clicked.connect(self.reply_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.next_button, 1)
        row.addWidget(self.reply_button)
        self.body.addLayout(top)
        self.body.addSpacing(4)
        self.body.addWidget(self.bar)
        self.body.addSpacing(10)
        self.body.addLayout(row)

    def show_speaker(self, name: str, following: str) -> None:
        """`name` speaks ("" = nobody); `following` is next in the queue ("" = nobody waits)."""
        tr = self.look.tr
        speaking = bool(name)
        self.name.set_icon("microphone-fill" if speaking else "microphone", "ink")
        self.name.set_text(name or tr("Kukaan ei puhu nyt"))
        for widget in (self.clock, self.allowed, self.bar, self.reply_button):
            widget.setVisible(speaking)
        self.set_surface("now" if speaking else "well")
        self.next_button.set_words(tr("Seuraava: {name}", name=following) if following else tr("Päätä vuoro"))
        self.next_button.setVisible(speaking or bool(following))

    def show_time(self, used_ms: int, allowed_seconds: int) -> None:
        """How much of the turn is used; over time is told by the word, not by red."""
        tr, over = self.look.tr, used_ms >= allowed_seconds * 1000
        self.clock.set_reading(words.duration(used_ms))
        allowed = words.duration(allowed_seconds * 1000)
        self.allowed.set_text(tr("/ {time} · aika täynnä", time=allowed) if over else tr("/ {time}", time=allowed))
        self.bar.set_share(used_ms / max(1, allowed_seconds * 1000))
