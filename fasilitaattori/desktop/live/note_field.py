"""The field one writes the record in: Enter adds, Shift+Enter starts a line, Esc goes back with the text kept, and the
desk's own keys are let through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from fasilitaattori.kit.look import Look

_DESK_KEYS = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9}
_CTRL_KEYS = {
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4),
}


def is_desk_key(event: QKeyEvent) -> bool:
    """Does this key belong to the desk even while one writes?"""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return event.key() in _CTRL_KEYS
    return event.key() in _DESK_KEYS


class NoteField(QPlainTextEdit):
    """`submitted` on Enter, `left` on Esc."""

    submitted = Signal()
    left = Signal()

    def __init__(self, look: Look, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._lines = look, lines
        self.setTabChangesFocus(True)
        self.setProperty("ring_radius", 6)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Measures again."""
        inside = 2 * round(self.document().documentMargin()) + 2 * self.look.px(6)
        border = 4 if self.look.theme.high_contrast or self.look.text_scale >= 1.5 else 2  # as the style sheet draws it
        self.setFixedHeight(QFontMetrics(self.look.sans(16)).lineSpacing() * self._lines + inside + border + 2)

    def take_out(self, beginning: str) -> None:
        """Takes away what it begins with; the rest, and the place where somebody is writing, stay."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(len(beginning.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_desk_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_desk_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
