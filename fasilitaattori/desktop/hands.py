"""Whoever reaches for a window is heard before the window is: so what they reach for can be there in time."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from fasilitaattori.kit.guarded import guarded

_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


class Hands(QObject):
    """`reached` when a key or a click is about to come to the window that is watched."""

    reached = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWindow | None = None

    def watch(self, window: QWindow | None) -> None:
        """From now on this window, or none."""
        if self._watched is not None and isValid(self._watched):  # PySide may take it for gone with a dialog over it
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.reached.emit()
        return False
