"""A small field for a number counted in the room: digits only, Enter goes to the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from fasilitaattori.kit.look import Look

WIDTH = 64


class CountField(QLineEdit):
    """`committed` when a changed number is left, `submitted` on Enter (after it), `left` whenever one has finished here."""

    submitted = Signal()
    committed = Signal()
    left = Signal()

    def __init__(self, look: Look, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._before = look, 0
        self.setValidator(QIntValidator(0, most, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("small", True)
        self.setProperty("ring_radius", 6)
        self.setPlaceholderText("0")
        self.setAccessibleName(name)
        self.setFixedWidth(look.px(WIDTH))
        self.editingFinished.connect(self._finish)

    def value(self) -> int:
        """The number; nothing written is 0."""
        return int(self.text()) if self.text().strip().isdigit() else 0

    def set_value(self, value: int) -> None:
        """Shows a number that came from the log, unless somebody is just writing another."""
        self._before = value
        if not self.hasFocus() or not self.isModified():
            self.setText(str(value) if value else "")

    def put(self, value: int) -> None:
        """A number that follows from others; it may still be changed."""
        self._before = value
        self.setText(str(value) if value else "")

    def begin(self, digit: str) -> None:
        """To the field, with its first digit already written."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(digit)
        self.setModified(True)

    @Slot()
    def _finish(self) -> None:
        self._take()
        self.left.emit()

    def _take(self) -> None:
        if self.value() != self._before:
            self._before = self.value()
            self.setModified(False)
            self.committed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._finish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
