"""The least HTTP a simulated phone needs, on bare asyncio protocols, so that the client is not what is measured."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, cast

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length: "
_MINE = b"event: mine"
_EVENT_END = b"\n\n"
_STEP = b',"step":"'

# What a phone's browser says with every request.
_BROWSER = (
    "user-agent: Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0 Mobile "
    "Safari/537.36\r\naccept: */*\r\naccept-language: fi-FI,fi;q=0.9,en;q=0.8\r\naccept-encoding: gzip, deflate\r\n"
    "connection: keep-alive\r\n"
)


class Connection(asyncio.Protocol):
    """A kept connection: one request at a time, its status and body back. ConnectionError when the server cuts it."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport
        self._waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self._got = b""
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes) -> "asyncio.Future[tuple[int, bytes]]":
        """Send it; the future gives (status, body)."""
        self._waiting = self._loop.create_future()
        self._transport.write(request)
        return self._waiting

    def data_received(self, data: bytes) -> None:
        self._got += data
        end = self._got.find(_HEAD_END)
        if end < 0:
            return
        at = self._got.find(_LENGTH, 0, end)
        length = int(self._got[at + len(_LENGTH) : self._got.find(b"\r", at)]) if at >= 0 else 0
        whole = end + len(_HEAD_END) + length
        if len(self._got) < whole:
            return
        answer = int(self._got[9:12]), self._got[:whole]
        self._got = self._got[whole:]
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_exception(exc or ConnectionResetError("the server closed the connection"))

    def close(self) -> None:
        self._transport.close()


class Stream(asyncio.Protocol):
    """An open SSE stream; calls `on_mine` when the page would fetch what is its own. `steps`: when a message with another
    step than the one before had wholly come, in nanoseconds of the monotonic clock."""

    def __init__(self, request: bytes, on_mine: Callable[[], None]) -> None:
        self._request = request
        self._on_mine = on_mine
        self.pieces = 0
        self.bytes = 0
        self.lost = False
        self.steps: list[int] = []
        self.on_step: Callable[[], None] = lambda: None
        self._step = b""
        self._rest = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self.pieces += 1
        self.bytes += len(data)
        *events, self._rest = (self._rest + data).split(_EVENT_END)
        for event in events:
            if _MINE in event:
                self._on_mine()
            at = event.find(_STEP)
            if at >= 0:
                self._note_step(event[at + len(_STEP) : event.find(b'"', at + len(_STEP))])

    def _note_step(self, step: bytes) -> None:
        if self._step and step != self._step:
            self.steps.append(time.monotonic_ns())
            self.on_step()
        self._step = step

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True

    def close(self) -> None:
        self._transport.close()


def request(method: str, path: str, body: bytes = b"", content_type: str = "application/json") -> bytes:
    """The bytes of a request as a phone's browser sends it."""
    length = f"content-type: {content_type}\r\ncontent-length: {len(body)}\r\n" if method == "POST" else ""
    return f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{_BROWSER}{length}\r\n".encode() + body


def location_of(answer: bytes) -> str:
    """Where an answer leads."""
    found = answer.partition(b"location: ")[2].partition(b"\r")[0]
    return found.decode()


async def connect(port: int) -> Connection:
    """A connection to the server on this machine."""
    _, made = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
    return made


async def follow(port: int, path: str, on_mine: Callable[[], Any]) -> Stream:
    """Open a stream."""
    opening = request("GET", path)
    _, made = await asyncio.get_running_loop().create_connection(lambda: Stream(opening, on_mine), "127.0.0.1", port)
    return made
