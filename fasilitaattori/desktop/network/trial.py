"""The trial page: what phones find at the address while no workshop is open, so that a network can be tried beforehand.

A page that opens shows that the way to the phone works; only what the phone sends shows that the way back works too. So the
page has one large button. It keeps nothing, answers only while the network page is on show, and gives the port up at once.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from fasilitaattori.desktop.network.trialpage import language_of, page
from fasilitaattori.i18n import translator

LONGEST = 8192  # bytes of a request; browsers send some 500
MOST = 64  # devices at a time
PATIENCE_MS = 10_000  # for a device that connects and asks for nothing
_HEAD_ENDS = b"\r\n\r\n"
_SECURITY = (
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n"
)


class Trial(QObject):
    """Serves on the Qt thread: one small page, no threads. `visited` when a new device has opened it or pressed its button.

    `probed` knows what phones' operating systems are answered (`Services.probed`): as an open room answers them. Otherwise they
    would take the network for one that wants a log-in, in the very moment when somebody tries it."""

    visited = Signal()

    def __init__(self, probed: Callable[[str, str], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._probed = probed
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._arrived)
        self._visits: set[tuple[str, str]] = set()
        self._posts: set[tuple[str, str]] = set()

    @property
    def port(self) -> int:
        """The port it answers at; 0 = it does not."""
        return self._server.serverPort() if self._server.isListening() else 0

    def open(self, port: int) -> bool:
        """Answer at this port on every address of the laptop. False when the port cannot be had."""
        if self.port == port:
            return True
        self.close()
        return self._server.listen(QHostAddress(QHostAddress.SpecialAddress.AnyIPv4), port)

    def close(self) -> None:
        """Give the port up and forget who came. May be called again."""
        self._visits.clear()
        self._posts.clear()
        self._server.close()
        for phone in self._server.findChildren(QTcpSocket):
            phone.abort()

    def visitors(self, address: str) -> int:
        """Other devices that have opened the page at this address; this machine itself does not count."""
        return sum(1 for here, _ in self._visits if here == address)

    def posted(self, address: str) -> int:
        """Those of them that have pressed the button."""
        return sum(1 for here, _ in self._posts if here == address)

    @Slot()
    def _arrived(self) -> None:
        while (phone := self._server.nextPendingConnection()) is not None:
            if len(self._server.findChildren(QTcpSocket)) > MOST:
                phone.abort()
                phone.deleteLater()
                continue
            phone.readyRead.connect(self._asked)
            phone.disconnected.connect(phone.deleteLater)
            QTimer.singleShot(PATIENCE_MS, phone, phone.abort)

    @Slot()
    def _asked(self) -> None:
        phone = self.sender()
        if not isinstance(phone, QTcpSocket):
            return
        head, ends, body = bytes(phone.peek(LONGEST).data()).partition(_HEAD_ENDS)
        if ends and len(body) >= min(_length_of(head), LONGEST - len(head) - len(ends)):
            phone.readAll()
            self._answer(phone, head)
        elif len(head) >= LONGEST:
            phone.abort()

    def _answer(self, phone: QTcpSocket, head: bytes) -> None:
        method, _, rest = head.split(b"\r\n", 1)[0].partition(b" ")
        path = rest.split(b" ")[0].split(b"?")[0]
        here = f"http://{phone.localAddress().toString()}:{phone.localPort()}/"
        probe = self._probed(path.decode("latin-1"), here) if method in (b"GET", b"HEAD") else None
        if probe is not None:
            phone.write(probe if method == b"GET" else probe[: probe.index(_HEAD_ENDS) + len(_HEAD_ENDS)])
            phone.disconnectFromHost()
            return
        found = path == b"/" and method in (b"GET", b"POST")
        sent = found and method == b"POST"
        if found:
            self._note(phone.localAddress().toString(), phone.peerAddress().toString(), sent)
        body = page(translator(language_of(head)), sent).encode() if found else b""
        answer = (
            f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\n{_SECURITY}Connection: close\r\n\r\n"
        )
        phone.write(answer.encode() + body)
        phone.disconnectFromHost()  # once everything has been written

    def _note(self, here: str, there: str, sent: bool) -> None:
        """This machine itself has the same address at both ends and is no phone."""
        known = self._posts if sent else self._visits
        if here != there and (here, there) not in known:
            self._visits.add((here, there))
            known.add((here, there))
            self.visited.emit()


def _length_of(head: bytes) -> int:
    """How many bytes follow a head."""
    for line in head.lower().split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip() == b"content-length" and value.strip().isdigit():
            return int(value)
    return 0
