"""A phone's connection: how long its request may take to arrive, what is said when it cannot be understood, and how it ends.

uvicorn gathers a head in memory without a limit, waits for it without end, and keeps a timer for every connection. Here every
connection remembers since when it is in its present phase, and `crowd.py` looks at all of them every few seconds.
"""

import asyncio
from typing import Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from fasilitaattori.phones.gate.air import unconfirmed
from fasilitaattori.phones.gate.crowd import ANSWERING, BODY, HEAD, IDLE, LEAVING, Crowd
from fasilitaattori.phones.http import MAX_BODY, SECURITY

MAX_HEAD = 64 * 1024  # bytes; a browser sends a thousand or two
MAX_PIPELINE = 8  # requests sent before the first is answered; browsers send one
MAX_DRAINED = 4 * MAX_BODY  # bytes of a refused body that are still read, so that the refusal is read at the other end

_NOT_UNDERSTOOD = b"\r\n".join(
    [
        b"HTTP/1.1 400 Bad Request",
        b"content-type: text/plain; charset=utf-8",
        b"cache-control: no-store",
        *(b"%s: %s" % header for header in SECURITY),
        b"content-length: 12",
        b"connection: close",
        b"",
        b"Bad request.",
    ]
)


class Connection(HttpToolsProtocol):
    """`phone` is the number of whose capability it has shown ("" = a stranger's), `refused` how many requests in a row were."""

    def __init__(self, *args: Any, crowd: Crowd, **more: Any) -> None:
        super().__init__(*args, **more)
        self._crowd = crowd
        self._head = 0
        self._in_head = True
        self._drained = 0
        self._taken = -1
        self._taken_at = 0.0
        self.address = ""
        self.phone = ""
        self.refused = 0
        self.phase = HEAD
        self.since = self._idle_since = crowd.clock()

    # --- uvicorn's protocol ---

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._out = Outgoing(transport, self)
        super().connection_made(cast(asyncio.Transport, self._out))
        self.address = self.client[0] if self.client else ""
        self._crowd.came(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.gone(self)
        super().connection_lost(exc)

    def introduce(self, phone: str) -> None:
        """It has shown this capability."""
        self._crowd.introduced(self, phone)

    def data_received(self, data: bytes) -> None:
        if self.phase == LEAVING:
            self._drain(len(data))
            return
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            pass  # there is nothing to change to: it is answered as the plain request that it also is
        except httptools.HttpParserError:
            self._misunderstood()
        if self._in_head:
            self._head += len(data)
            if self._head > MAX_HEAD:
                self.cut()

    def on_message_begin(self) -> None:
        self._in_head, self._head = True, 0
        if self.phase == IDLE:
            self._enter(HEAD)
        super().on_message_begin()
        self.scope["connection"] = self  # type: ignore[typeddict-unknown-key]

    def on_headers_complete(self) -> None:
        self._in_head = False
        if self.phase in (HEAD, IDLE):  # idle when the head began before the last answer ended
            self._enter(BODY)
        super().on_headers_complete()
        if len(self.pipeline) > MAX_PIPELINE:
            self.cut()
            raise ConnectionAbortedError("too many requests at once")  # ends the reading of what has come already

    def on_body(self, body: bytes) -> None:
        if self.cycle.response_complete:
            self._drain(len(body))
            return
        super().on_body(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        if self.phase == BODY:
            self._enter(IDLE if self.cycle.response_complete else ANSWERING)

    def on_response_complete(self) -> None:
        """uvicorn's own would set a timer for every answer."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            cycle, app = self.pipeline.pop()
            self._enter(BODY if cycle.more_body else ANSWERING)
            self._start_asgi_task(cycle, app)
        elif self.phase == ANSWERING:
            self._enter(IDLE)

    def _misunderstood(self) -> None:
        """No line in the log: one device could fill it."""
        if self.transport.is_closing():
            return
        if not self.pipeline and self.phase != ANSWERING:  # else the words would stand in the middle of an answer
            self.transport.write(_NOT_UNDERSTOOD)
        self.transport.close()

    # --- ends ---

    def _enter(self, phase: int) -> None:
        self.phase = phase
        self.since = self._crowd.clock()
        if phase == IDLE:
            self._idle_since = self.since

    def _drain(self, count: int) -> None:
        self._drained += count
        if self._drained > MAX_DRAINED:
            self.cut()

    def leave(self) -> bool:
        """Close once the other end has had the time to read the answer: closed at once while a body is still coming, the answer
        would be lost on the way. False when nothing is coming."""
        if self.phase != BODY or self._crowd.closing or not self.transport.can_write_eof():
            return False
        self._enter(LEAVING)
        self.flow.resume_reading()
        self.transport.write_eof()
        return True

    def cut(self) -> None:
        """End it now."""
        self._crowd.gone(self)
        self.transport.abort()

    @property
    def busy(self) -> bool:
        """Is a request of it being answered? A stream is, for as long as it lasts."""
        return self.phase == ANSWERING

    def overdue(self, now: float, patience: dict[int, float], unread: float) -> bool:
        """Has it taken too long? `patience`: seconds for a phase; `unread`: seconds without a byte read at the other end."""
        waiting = self._out.get_write_buffer_size()
        taken = self._out.written - waiting
        if not waiting or taken != self._taken:
            self._taken, self._taken_at = taken, now
        limit = patience.get(self.phase)
        if self.phase == IDLE and limit is not None and (waiting or (now - self.since > limit / 2 and self._on_the_way(now))):
            self.since = now  # it is still reading the last answer
        return now - self._taken_at > unread or (limit is not None and now - self.since > limit)

    def _on_the_way(self, now: float) -> bool:
        """Has the last answer not arrived yet, although the system has taken all of it? Closed now, the connection would soon
        be given up without a word, and the phone would wait for the rest as long as its person does."""
        return now - self._idle_since <= self._crowd.on_the_way and unconfirmed(self.transport.get_extra_info("socket")) > 0


class Outgoing:
    """What uvicorn takes for the loop's transport: counts what is written, and closes so that the last words arrive."""

    def __init__(self, inner: asyncio.Transport, connection: Connection) -> None:
        self._inner = inner
        self._connection = connection
        self._write = inner.write
        self.written = 0  # bytes
        self.get_extra_info = inner.get_extra_info
        self.pause_reading = inner.pause_reading
        self.resume_reading = inner.resume_reading
        self.get_write_buffer_size = inner.get_write_buffer_size
        self.can_write_eof = inner.can_write_eof
        self.write_eof = inner.write_eof
        self.abort = inner.abort

    def write(self, data: bytes) -> None:
        """Nothing once the connection has been cut or has said its last words: several of its requests may still be at work,
        and uvicorn tells only the last of them that nobody is there."""
        if self.is_closing():
            return
        self.written += len(data)
        self._write(data)

    def is_closing(self) -> bool:
        return self._connection.phase == LEAVING or self._inner.is_closing()

    def close(self) -> None:
        if self._inner.is_closing() or not self._connection.leave():
            self._inner.close()
