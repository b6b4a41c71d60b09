"""The places for answers: marks typed as digits, and words. Every key that leads on is told; nothing here knows of papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from fasilitaattori.desktop.paperentry.marking import Marking
from fasilitaattori.desktop.paperentry.marks import MarkRow
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.papersheet import Asked

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ENTER = (Key.Key_Return, Key.Key_Enter)
STANDS_UP_TO = 1.4  # with larger letters, what lies side by side on the paper stands below one another
TEXT_HEIGHT = 76


class Answer(QWidget):
    """`changed`; `went(1)` on to the next question, `went(-1)` back; `leafed(-1)` to the paper before, `leafed(1)` after;
    `finished` the whole paper; `missed(digit)` there is no such number."""

    changed = Signal()
    went = Signal(int)
    leafed = Signal(int)
    finished = Signal()
    missed = Signal(str)

    def takes_way(self, event: QKeyEvent, went: Callable[[int], object]) -> bool:
        """The keys that lead somewhere, the same at every question."""
        key, control = event.key(), event.modifiers() & Modifier.ControlModifier
        if key in ENTER:
            if control:
                self.finished.emit()
            else:
                went(1)
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            self.leafed.emit(-1 if key == Key.Key_PageUp else 1)
        else:
            return False
        return True


class MarkAnswer(Answer):
    """Rings or squares. One focus stop; digits mark, X tells that it cannot be read."""

    ROLE = QAccessible.Role.Grouping

    def __init__(self, look: Look, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.marking = look, Marking(asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 6)
        beside = asked.beside and look.text_scale <= STANDS_UP_TO
        ends = beside and not any(mark.text for mark in asked.marks[1:-1])
        self._rows = [MarkRow(look, asked, mark, beside=beside, words=not ends) for mark in asked.marks]
        self._unclear = Label(look, "", "dense-strong", "savi", icon="warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        if beside:
            column.addLayout(self._beside())
            if ends:
                column.addLayout(self._ends(asked))
        else:
            widest = max((row.cap.sizeHint().width() for row in self._rows), default=0)
            for row in self._rows:
                row.set_cap_width(widest)
                column.addWidget(row)
        column.addWidget(self._unclear)
        for row in self._rows:
            row.pressed.connect(self._press)
        self.show_marks()

    def _beside(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        for row in self._rows:
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _ends(self, asked: Asked) -> QHBoxLayout:
        """The words of the two ends of a scale, below it at its two ends."""
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 6, 0)
        line.setSpacing(24)
        line.addWidget(Label(self.look, asked.marks[0].text, "dense"), 1)
        line.addWidget(Label(self.look, asked.marks[-1].text, "dense", align=Qt.AlignmentFlag.AlignRight), 1)
        return line

    def show_marks(self) -> None:
        """As it is marked now."""
        tr, marking = self.look.tr, self.marking
        for row in self._rows:
            row.show_mark(marking.count(row.mark.key), bool(marking.begun) and row.mark.sign.startswith(marking.begun))
        self._unclear.set_text(self.unclear_words() if marking.unclear else "")
        self._unclear.setVisible(marking.unclear)
        chosen = [f"{row.mark.sign} {row.mark.text}".strip() for row in self._rows if row.rings.marked]
        told = tr("Merkitty: {marks}", marks=", ".join(chosen)) if chosen else self._unclear.words()
        self.setAccessibleDescription(told or tr("Ei merkintää"))

    def unclear_words(self) -> str:
        """What X means here."""
        return str(self.property("unclear_words") or self.look.tr("Ei saa selvää"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if self.takes_way(event, self._go):
            return
        if text.isdecimal() and len(text) == 1:
            if not self.marking.digit(str(int(text))):
                self.missed.emit(text)
                return
        elif key == Key.Key_Backspace:
            if not self.marking.back():
                self.went.emit(-1)
                return
        elif text in ("x", "X", "?") or key == Key.Key_Delete:
            self.marking.spoil()
        elif text == "=":
            self.marking.equals()
        elif text in (" ", ",", "+", ".", ";"):
            self.marking.settle()
        else:
            super().keyPressEvent(event)
            return
        self.show_marks()
        self.changed.emit()

    def _go(self, way: int) -> None:
        if self.marking.begun:
            self.marking.settle()
            self.show_marks()
            self.changed.emit()
        self.went.emit(way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _press(self, key: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.marking.toggle(key)
        self.show_marks()
        self.changed.emit()


class Words(QPlainTextEdit):
    """Enter leads on (Shift+Enter breaks the line), Backspace in an empty field leads back."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self.setTabChangesFocus(True)
        self.setProperty("ring_radius", 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Modifier.ShiftModifier
        if not (event.key() in ENTER and shift) and self._answer.takes_way(event, self._answer.went.emit):
            return
        if event.key() == Key.Key_Backspace and not self.toPlainText():
            self._answer.went.emit(-1)
            return
        super().keyPressEvent(event)


class TextAnswer(Answer):
    """Words as they stand on the paper."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.words = Words(self)
        self.words.setFixedHeight(look.px(TEXT_HEIGHT))
        self.words.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.words)
