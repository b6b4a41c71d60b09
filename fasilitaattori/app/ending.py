"""The ends that do not come from the window's own corner: a signal from the system or the terminal, and the end of the user's
session. Nothing is asked then, for nobody may be there to answer: what is half typed is saved, and the log is closed in order.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # each where it exists


class Ending(QObject):
    """`asked` when the program is to end now; `session_over` when the system asks everybody to save, and may change its mind.

    A signal wakes the Qt thread through a socket, for Python's own handlers run only once Qt hands over to Python.
    """

    asked = Signal()
    session_over = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._app = app
        app.commitDataRequest.connect(self._commit)
        found = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _heard) for number in found}
        self._wakeup = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Leave the signals as they were. May be called again."""
        if not self._before:
            return
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        self._app.commitDataRequest.disconnect(self._commit)
        self._notifier.setEnabled(False)
        for end in (self._ours, self._theirs):
            end.close()

    @Slot()
    def _woken(self) -> None:
        self._ours.recv(64)
        self.asked.emit()

    @Slot(QSessionManager)
    def _commit(self, manager: QSessionManager) -> None:
        self.session_over.emit()


def _heard(number: int, frame: FrameType | None) -> None:
    """Nothing: the socket has told already."""
