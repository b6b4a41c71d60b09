"""A phone's connection, with a limit on how long the head of a request may grow.

uvicorn gathers address and headers in memory without a limit; one device on the hall's network could fill it. What is not HTTP
is refused without a line in the log, which a device could fill as well.
"""

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from fasilitaattori.phones import http

MAX_HEAD = 64 * 1024  # bytes; a browser sends a thousand or two
_NOT_HTTP = b"\r\n".join(
    [
        b"HTTP/1.1 400 Bad Request",
        b"content-type: text/plain; charset=utf-8",
        b"content-length: 0",
        b"connection: close",
        *(name + b": " + value for name, value in http.SECURITY),
        b"\r\n",
    ]
)


class Connection(HttpToolsProtocol):
    """Ends itself when a head has no end."""

    _in_head = True
    _head = 0

    def data_received(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            pass  # there is nothing to change to: it is answered as the plain request that it also is
        except httptools.HttpParserError:
            self.transport.write(_NOT_HTTP)
            self.transport.close()
        if self._in_head:
            self._head += len(data)
            if self._head > MAX_HEAD:
                self.transport.close()

    def on_message_begin(self) -> None:
        self._in_head, self._head = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()
