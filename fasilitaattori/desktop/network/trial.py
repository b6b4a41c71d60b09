"""The trial page: what phones find at the address while no workshop is open, so that a network can be tried beforehand.

It says one sentence and keeps nothing. It answers only while the network page is on show, and gives the port up at once.
"""

from html import escape

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from fasilitaattori.i18n import Translator

LONGEST = 8192  # bytes of a request; browsers send some 500
_HEAD_ENDS = b"\r\n\r\n"
_PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    "<style>body{{font:18px/1.5 sans-serif;max-width:30em;margin:3em auto;padding:0 1.2em}}</style></head>"
    "<body><h1>{title}</h1><p>{text}</p></body></html>"
)


class Trial(QObject):
    """Serves on the Qt thread: one small page, no threads. `visited` when a new device has opened it."""

    visited = Signal()

    def __init__(self, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._arrived)
        self._visits: set[tuple[str, str]] = set()

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
        self._server.close()
        for phone in self._server.findChildren(QTcpSocket):
            phone.abort()

    def visitors(self, address: str) -> int:
        """Other devices that have opened the page at this address; this machine itself does not count."""
        return sum(1 for here, _ in self._visits if here == address)

    @Slot()
    def _arrived(self) -> None:
        while (phone := self._server.nextPendingConnection()) is not None:
            phone.readyRead.connect(self._asked)
            phone.disconnected.connect(phone.deleteLater)

    @Slot()
    def _asked(self) -> None:
        phone = self.sender()
        if not isinstance(phone, QTcpSocket):
            return
        head = bytes(phone.peek(LONGEST).data())
        if _HEAD_ENDS in head:
            phone.readAll()
            self._answer(phone, head.split(b"\r\n", 1)[0])
        elif len(head) >= LONGEST:
            phone.abort()

    def _answer(self, phone: QTcpSocket, request: bytes) -> None:
        found = request.startswith(b"GET / ")
        if found:
            self._note(phone.localAddress().toString(), phone.peerAddress().toString())
        body = self._page() if found else b""
        head = (
            f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )
        phone.write(head.encode() + body)
        phone.disconnectFromHost()  # once everything has been written

    def _note(self, here: str, there: str) -> None:
        if here != there and (here, there) not in self._visits:
            self._visits.add((here, there))
            self.visited.emit()

    def _page(self) -> bytes:
        tr = self._tr
        title = escape(tr("Yhteys toimii"))
        text = escape(tr("Puhelin löysi tietokoneen. Kun työpaja on auki, sen sivu on tässä osoitteessa. Voit sulkea tämän."))
        return _PAGE.format(lang=tr.language, title=title, text=text).encode()
