"""The HTTP of a phone's browser in its barest form: from the phone's own address, on a kept connection, with some patience."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from reliability.addresses import LAPTOP, PORT

LINE = 2**20  # bytes: a line of a stream may be a whole page
BROWSER = (
    "User-Agent: Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0 Mobile "
    "Safari/537.36\r\nAccept: */*\r\nAccept-Language: fi-FI,fi;q=0.9\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n"
)
# What a dead network, a killed server or a cut connection looks like from a phone.
BROKEN = (OSError, EOFError, TimeoutError)


@dataclass(frozen=True)
class Answer:
    """Status, headers by lower-case name, body as it came (perhaps packed)."""

    status: int
    headers: dict[str, str]
    body: bytes


def request(method: str, path: str, body: bytes = b"", kind: str = "application/json") -> bytes:
    """The bytes of a request."""
    length = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n" if method == "POST" else ""
    return f"{method} {path} HTTP/1.1\r\nHost: {LAPTOP}:{PORT}\r\n{BROWSER}{length}\r\n".encode() + body


class Line:
    """One connection of a phone at a time, kept for the next request. Raises what is in BROKEN."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._turn = asyncio.Lock()
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, method: str, path: str, body: bytes = b"", *, kind: str = "application/json", patience: float
    ) -> Answer:
        """The answer, within `patience` seconds; after trouble the next request gets a new connection."""
        try:
            async with self._turn, asyncio.timeout(patience):
                reader, writer = await self.connected()
                writer.write(request(method, path, body, kind))
                await writer.drain()
                return await read_answer(reader)
        except BaseException:
            self.close()
            raise

    async def stream(self, path: str, patience: float) -> AsyncIterator[tuple[str, str]]:
        """The events of an SSE stream as (name, data), until it ends or nothing has come for `patience` seconds."""
        try:
            async with asyncio.timeout(patience):
                reader, writer = await self.connected()
                writer.write(request("GET", path))
                head = await _read_head(reader)
            if head.status != 200:
                raise ConnectionError(f"the stream was answered with {head.status}")
            name, text = "", b""
            while True:
                async with asyncio.timeout(patience):
                    piece = await _read_chunk(reader)
                if not piece:
                    return
                *lines, text = (text + piece).split(b"\n")
                for line in lines:
                    field, _, value = line.decode().partition(": ")
                    if field == "event":
                        name = value
                    elif field == "data":
                        yield name, value
                        name = ""
        finally:
            self.close()

    async def connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The open connection, made now if there is none."""
        if self._open is not None and (self._open[0].at_eof() or self._open[1].is_closing()):
            self.close()  # the server has closed it meanwhile, as after a pause
        if self._open is None:
            self._open = await asyncio.open_connection(LAPTOP, PORT, local_addr=(self._address, 0), limit=LINE)
        return self._open

    def close(self) -> None:
        """Without a farewell: the other side may be gone."""
        if self._open is not None:
            with contextlib.suppress(OSError):
                self._open[1].transport.abort()
            self._open = None


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    """A whole answer."""
    head = await _read_head(reader)
    if "chunked" in head.headers.get("transfer-encoding", ""):
        pieces = []
        while piece := await _read_chunk(reader):
            pieces.append(piece)
        return Answer(head.status, head.headers, b"".join(pieces))
    return Answer(head.status, head.headers, await reader.readexactly(int(head.headers.get("content-length", "0"))))


async def _read_head(reader: asyncio.StreamReader) -> Answer:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    fields = (line.partition(": ") for line in lines if line)
    return Answer(int(first.split(" ")[1]), {name.lower(): value for name, _, value in fields}, b"")


async def _read_chunk(reader: asyncio.StreamReader) -> bytes:
    """A piece of an answer of unknown length, b"" at its end."""
    size = int(await reader.readuntil(b"\r\n"), 16)
    piece = await reader.readexactly(size + 2)
    return piece[:-2]
