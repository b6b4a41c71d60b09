"""When a window can be used: it is on the screen, it has been painted, and it has taken a key that was pressed."""

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

BEGAN = "BENCH_BEGAN"


def since_start() -> float:
    """Milliseconds since the process was asked for. The steady clock is the same for all processes of a machine."""
    return (time.monotonic_ns() - int(os.environ[BEGAN])) / 1e6


class Ready(QObject):
    """Looks once in each turn of the event loop until `window()` gives a window that is there, presses a key in it, and tells
    {"usable": milliseconds} when the key arrives."""

    usable = Signal()

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._window = window
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    @Slot()
    def _look(self) -> None:
        """Painting belongs to being exposed, so an exposed window has been painted when the loop comes here."""
        window = self._window()
        handle = window.windowHandle() if window is not None else None
        if window is None or handle is None or not handle.isExposed():
            return
        self._looking.stop()
        window.installEventFilter(self)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(window, QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            watched.removeEventFilter(self)
            print(f'{{"usable": {since_start()}}}', flush=True)  # without json: nothing is imported that a bare window has not
            self.usable.emit()
        return False
