"""Keeps every open remote up to date (SSE): what changed is drawn once per language, and each remote has a slot for the latest.

A change the facilitator made goes out at once, participants' contributions twice a second at most; and every few seconds it is
looked whether time alone has changed something (how late the evening is).
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.i18n import translator
from fasilitaattori.phones.broadcast import PACE, Broadcast
from fasilitaattori.phones.remote.page import RemotePage

if TYPE_CHECKING:
    from fasilitaattori.log.jobs import Batch

LOOK = 5.0  # seconds between two looks at what time changes; each is a sign of life too
GONE = b"event: gone\ndata: 1\n\n"
Give = Callable[[bytes], Awaitable[None]]


class _Remote:
    """One open remote."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.version = -1
        self.news = asyncio.Event()
        self.beat = False
        self.closed = False


class RemoteStream:
    """Lives on the server's loop."""

    def __init__(self, broadcast: Broadcast, page: RemotePage) -> None:
        self._broadcast = broadcast
        self._page = page
        self._loop = asyncio.get_running_loop()
        self._open: set[_Remote] = set()
        self._latest: dict[str, Any] = {}
        self._drawn: dict[str, bytes] = {}
        self._boot = secrets.token_hex(4)  # versions begin anew with the server
        self._version = 0
        self._pushed = 0.0
        self._later: asyncio.TimerHandle | None = None
        self._looking: asyncio.Task[None] | None = None
        broadcast.listeners.append(self._heard)

    @property
    def open(self) -> int:
        """How many remotes follow."""
        return len(self._open)

    def drop(self) -> None:
        """End every stream: their address is no longer good."""
        for remote in self._open:
            remote.closed = True
            remote.news.set()

    def close(self) -> None:
        """End everything. May be called again."""
        if self._later is not None:
            self._later.cancel()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self.drop()

    def message(self, language: str) -> dict[str, Any]:
        """How things stand with everything saved so far, drawn."""
        self._refresh()
        return self._drawing(language)

    def _drawing(self, language: str) -> dict[str, Any]:
        return {"boot": self._boot, "v": self._version, **self._page.message(self._latest, translator(language))}

    async def follow(self, language: str, give: Give, still: Callable[[], bool]) -> None:
        """Keep one remote up to date until it goes, the server ends, or its address is no longer good (`still`)."""
        remote = _Remote(language)
        self._open.add(remote)
        if self._looking is None:
            self._looking = asyncio.create_task(self._look(), name="remotes")
        self._refresh()
        remote.beat = True
        remote.news.set()
        try:
            while not remote.closed:
                await remote.news.wait()
                remote.news.clear()
                if news := self._news_of(remote):
                    await give(news)
            if not still():
                await give(GONE)
        finally:
            self._open.discard(remote)

    def _news_of(self, remote: _Remote) -> bytes:
        if remote.closed:
            return b""
        news = b"event: t\ndata: %d\n\n" % self._broadcast.now_ms if remote.beat else b""
        remote.beat = False
        if remote.version != self._version:
            remote.version = self._version
            if remote.language not in self._drawn:
                drawn = msgspec.json.encode(self._drawing(remote.language))
                self._drawn[remote.language] = b"data: " + drawn + b"\n\n"
            news += self._drawn[remote.language]
        return news

    # --- changes ---

    def _heard(self, batch: "Batch") -> None:
        """Only marks what is to be done: trouble in drawing the remote must not reach the phones."""
        if not self._open:
            return
        if batch.anew or any(event.author is None for event in batch.events):
            self._loop.call_soon(self._push)
        elif self._later is None:
            wait = max(0.0, self._pushed + PACE - self._loop.time())
            self._later = self._loop.call_later(wait, self._push)

    def _push(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        self._pushed = self._loop.time()
        if self._refresh():
            for remote in self._open:
                remote.news.set()

    def _refresh(self) -> bool:
        """Take how things stand now; has it changed?"""
        standing = self._page.standing()
        if standing == self._latest:
            return False
        self._latest = standing
        self._version += 1
        self._drawn.clear()
        return True

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            if not self._open:
                continue
            self._loop.call_soon(self._push)
            for remote in self._open:
                remote.beat = True
                remote.news.set()
