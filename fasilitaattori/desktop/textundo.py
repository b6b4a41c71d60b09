"""Ctrl+Z in a text field undoes typing first; when nothing typed is left to undo, it reaches the window."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from fasilitaattori.kit.guarded import guarded

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class TextUndo(QObject):
    """Lets the window's undo and redo through text fields that have nothing of their own to undo or redo.

    It watches only the field that has the focus: a filter over the whole application would slow every event down.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._field: QWidget | None = None
        app.focusChanged.connect(self._focus_moved)

    def close(self) -> None:
        """Stop watching. May be called again."""
        self._focus_moved(None, None)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = new if isinstance(new, _FIELDS) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys, redo in ((_UNDO, False), (_REDO, True)):
                if event.matches(keys) and not _can(watched, redo=redo):
                    event.ignore()
                    return True
        return False


def _can(widget: QObject, *, redo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable() if redo else widget.isUndoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        document = widget.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()
    return False
