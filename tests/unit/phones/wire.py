"""A stranger's device in the hall: another address than this machine's, bare sockets, and a clock that is moved by hand."""

import contextlib
import socket
import uuid
from typing import Any

import httpx

from tests.unit.phones.house import House
from tests.waiting import PATIENCE

STRANGER = "127.0.0.2"


class Clock:
    """Steady seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def stranger(house: House) -> httpx.Client:
    """A device that has its own address."""
    transport = httpx.HTTPTransport(local_address=STRANGER)
    return httpx.Client(base_url=house.url, transport=transport, timeout=PATIENCE)


def connect(house: House, address: str = STRANGER) -> socket.socket:
    made = socket.create_connection(("127.0.0.1", house.server.port), timeout=PATIENCE, source_address=(address, 0))
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def closed(raw: socket.socket) -> bool:
    """Is it closed at the other end, within the patience of the socket?"""
    with contextlib.suppress(ConnectionError):
        return raw.recv(1) == b""
    return True


def still_open(raw: socket.socket) -> bool:
    """Can something still be asked through it?"""
    raw.sendall(b"GET /ncsi.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return b"Microsoft NCSI" in answer(raw)


def later(house: House, steady: Clock, seconds: float) -> None:
    """So much later. First everything that has been sent has been dealt with: the server does one thing after another."""
    with connect(house, "127.0.0.1") as raw:
        assert still_open(raw)
        assert still_open(raw)
    steady.now += seconds


def answer(raw: socket.socket) -> bytes:
    """One answer with its body."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = raw.recv(65536)
        if not piece:
            return got
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = next((int(line[16:]) for line in head.split(b"\r\n") if line.startswith(b"content-length: ")), 0)
    while len(body) < length:
        body += raw.recv(65536)
    return head + b"\r\n\r\n" + body


def asking(path: str, method: str = "GET", body: bytes = b"", length: int | None = None) -> bytes:
    """The bytes of a request; `length` is what it says of its body, when that is not so."""
    told = f"Content-Length: {len(body) if length is None else length}\r\n" if method == "POST" else ""
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{told}\r\n".encode() + body


def idea(step: str) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "step": step, "kind": "ideas.added", "body": {"text": "Sauna"}}


def files_of(house: House) -> list[str]:
    with house.client() as client:
        return ["/a/" + part.split('"')[0] for part in client.get("/").text.split('"/a/')[1:]]
