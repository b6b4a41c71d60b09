"""The sunken card in the now panel: what the room sees of the step, a row of buttons, and the facilitator's own notes behind
a button of their own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rows import Column


class RoomCard(Panel):
    """`set_words` says what the room sees; `row` takes the buttons. Words that do not fit scroll, the buttons stay in sight."""

    def __init__(self, look: Look, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(look, surface="well", margins=(12, 9, 12, 11), spacing=3, parent=parent)
        self._caption, self._notes_shown, self._low = caption, False, False
        self.caption = Label(look, caption, "small", "ink2", wrap=False, icon="projector-screen")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.question = Label(look, role="question")
        self.small = Label(look, role="small", tone="ink2", max_lines=3)
        self.notes = Label(look, role="dense")
        self.notes.setAccessibleName(look.tr("Omat muistiinpanosi"))
        self.words = Column(caption, spacing=5)
        for label in (self.question, self.small, self.notes):
            self.words.rows.addWidget(label)
        self.words.rows.addStretch(1)
        self.notes_button = IconButton(look, "note", look.tr("Omat muistiinpanosi"), "quiet", "small")
        self.notes_button.clicked.connect(self._turn)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addLayout(self.row)
        foot.addStretch(1)
        foot.addWidget(self.notes_button)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.words, 1)
        self.body.addLayout(foot)

    def set_caption(self, caption: str) -> None:
        """Which of how many is on the big screen."""
        self._caption = caption
        self._show_side()

    def set_words(self, question: str, small: str = "", notes: str = "") -> None:
        """What the room sees, the quiet words under it, and the facilitator's own notes."""
        self.question.set_text(question)
        self.small.set_text(small)
        self.notes.set_text(notes)
        self._notes_shown = self._notes_shown and bool(notes)
        self.notes_button.setVisible(bool(notes))
        self._show_side()

    def set_low(self, low: bool) -> None:
        """In a low window the question alone."""
        self._low = low
        self.body.setContentsMargins(12, 4 if low else 9, 12, 7 if low else 11)
        self._show_side()

    @Slot()
    def _turn(self) -> None:
        """To the notes, or back to what the room sees."""
        self._notes_shown = not self._notes_shown
        self._show_side()

    def _show_side(self) -> None:
        tr, own = self.look.tr, self._notes_shown
        self.caption.set_icon("eye-slash" if own else "projector-screen")
        self.caption.set_text(tr("Vain sinulle") if own else self._caption)
        self.question.setVisible(not own and bool(self.question.words()))
        self.small.setVisible(not own and not self._low and bool(self.small.words()))
        self.notes.setVisible(own)
        self.notes_button.set_name(tr("Näytä, mitä huone näkee") if own else tr("Omat muistiinpanosi"))
        self.notes_button.set_icon("projector-screen" if own else "note")
