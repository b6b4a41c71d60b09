"""One program owns a data folder. A second start brings the first window to the front and goes away."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

FILE = "owner.lock"
WAIT_MS = 2000


class Owner(QObject):
    """The lock on a data folder. `raised` is called when a second start asks for the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "fasilitaattori-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(folder / FILE))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """True when the folder is ours now; False when another program has it."""
        return self._lock.tryLock(0)

    def listen(self, raised: Callable[[], object]) -> None:
        """From now on hear of second starts."""
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(raised)
        self._server.listen(self._name)

    def raise_other(self) -> bool:
        """Ask the program that has the folder to come to the front; tells whether it answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def close(self) -> None:
        """Let the folder go. May be called again."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
