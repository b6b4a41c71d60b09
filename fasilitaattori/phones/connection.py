"""A phone's connection, with a limit on how long the head of a request may grow.

uvicorn gathers address and headers in memory without a limit; one device on the hall's network could fill it.
"""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD = 64 * 1024  # bytes; a browser sends a thousand or two


class Connection(HttpToolsProtocol):
    """Ends itself when a head has no end."""

    _in_head = True
    _head = 0

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
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
