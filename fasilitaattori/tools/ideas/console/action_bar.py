"""What may be done with the picked notes: a dark bar under the wall, there only while something is picked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

HEIGHT = 52


class ActionBar(QFrame):
    """`key_pressed(letter)` does what the key does; `move_requested` opens the list of themes; `left` unpicks."""

    key_pressed = Signal(str)
    move_requested = Signal()
    split_requested = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tr = look.tr
        self.words = Label(look, role="strong", tone="surface", wrap=False)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_button = Button(look, tr("Hyväksy"), size="bar", icon="check", key="A")
        self.merge_button = Button(look, tr("Yhdistä"), size="bar", icon="arrows-merge", key="Y")
        self.split_button = Button(look, tr("Erota"), size="bar", icon="copy")
        self.move_button = Button(look, tr("Siirrä teemaan"), size="bar", key="1–9")
        self.raise_button = Button(look, tr("Nosta esiin"), size="bar", icon="projector-screen", key="N")
        self.edit_button = IconButton(look, "pencil-simple", tr("Muokkaa (M)"), size="bar")
        self.hide_button = Button(look, tr("Piilota"), size="bar", icon="eye-slash", key="H")
        self.cross = IconButton(look, "x", tr("Poista valinta"), size="bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button in (
            *(self.show_button, self.merge_button, self.split_button, self.move_button, self.raise_button),
            *(self.edit_button, self.hide_button, self.cross),
        ):
            button.setProperty("ring_token", "nyt")
            row.addWidget(button)
        for button, letter in (
            (self.show_button, "A"),
            (self.merge_button, "Y"),
            (self.raise_button, "N"),
            (self.edit_button, "M"),
            (self.hide_button, "H"),
        ):
            button.clicked.connect(lambda _=False, key=letter: self.key_pressed.emit(key))
        self.move_button.clicked.connect(self.move_requested)
        self.split_button.clicked.connect(self.split_requested)
        self.cross.clicked.connect(self.left)
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Measures again."""
        self.setFixedHeight(self.look.px(HEIGHT))
        self.update()

    def show_picked(self, count: int, themes: int, *, waiting: bool, hidden: bool, merged: bool, raised: bool) -> None:
        """What is picked: how many, whether some wait or are hidden, and whether the one picked stands for several."""
        tr = self.look.tr
        self.words.set_text(tr.n("{n} lappu valittu", "{n} lappua valittu", count))
        self.show_button.setVisible(waiting or hidden)
        self.show_button.set_words(tr("Palauta") if hidden else tr("Hyväksy"))
        self.merge_button.setVisible(count > 1)
        self.split_button.setVisible(count == 1 and merged)
        self.move_button.setVisible(themes > 0)
        self.move_button.set_key(f"1–{min(9, themes)}" if themes > 1 else "1")
        self.raise_button.setVisible(count == 1 and not (waiting or hidden))
        self.raise_button.set_words(tr("Laske esiltä") if raised else tr("Nosta esiin"))
        self.edit_button.setVisible(count == 1)
        self.hide_button.setVisible(not hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint.frame(painter, QRectF(self.rect()), 8, self.look.theme["ink"])
