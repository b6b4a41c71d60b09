"""A phone whose page is open: everything the page's script does about the network, done by a program that keeps count.

What it sends gets an id of its own, is kept until the server has said "saved", goes out in order, one at a time, and again
after a while when no answer came. It follows by SSE and comes back when the stream breaks. The times are those of the page's
own script (resources/web/js: the outbox and the stream).
"""

import asyncio
import json
import random
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from reliability._http import BROKEN, Line

POST_PATIENCE = 12.0  # seconds the page waits for "saved"
ASK_PATIENCE = 8.0
SILENCE = 40.0
OUTBOX_WAITS = (1.0, 2.0, 4.0, 8.0, 15.0)
STREAM_WAITS = (0.5, 1.5, 3.0, 6.0, 10.0)
BACK_AFTER = 1.0  # a stream that broke although the network is there
OWN_WITHIN = 2.0


@dataclass
class Item:
    """Something a person has sent."""

    step: str
    kind: str
    body: dict[str, Any]
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    pressed: float = field(default_factory=time.monotonic)

    def message(self) -> bytes:
        return json.dumps({"id": self.id, "step": self.step, "kind": self.kind, "body": self.body}).encode()


@dataclass
class Tally:
    """What the crowd has sent and what it was told."""

    sent: dict[str, Item] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    refused: list[dict[str, Any]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)  # milliseconds from pressing to "saved"
    posts: int = 0
    told_to_wait: int = 0  # 429 and 503
    gone: int = 0  # phones whose address was no longer good
    streams: int = 0  # streams opened
    news: asyncio.Event = field(default_factory=asyncio.Event)


def spread(seconds: float, chance: random.Random) -> float:
    """So that a hundred phones that lost the network together do not come back in the same moment."""
    return seconds * (0.7 + chance.random() * 0.6)


class Phone:
    """One participant."""

    def __init__(self, number: int, address: str, tally: Tally, seed: int) -> None:
        self.number = number
        self.address = address
        self.base = ""
        self.step = ""
        self.choice = ""
        self.following = asyncio.Event()
        self.tally = tally
        self.chance = random.Random(f"{seed}-{number}")
        self.posting, self.asking, self._listening = Line(address), Line(address), Line(address)
        self._outbox: list[Item] = []
        self._pumping: asyncio.Task[None] | None = None
        self._net_is_up = asyncio.Event()
        self._key = ""
        self._seen = ("", 0)  # which start of the server, and how far it had come
        self._own: asyncio.Task[None] | None = None

    # --- sending ---

    def press(self, kind: str, body: dict[str, Any]) -> None:
        """The person has pressed send."""
        item = Item(self.step, kind, body)
        self.tally.sent[item.id] = item
        self._outbox.append(item)
        if self._pumping is None or self._pumping.done():
            self._pumping = asyncio.create_task(self._pump())

    @property
    def waiting(self) -> int:
        """How many answers are still in this phone."""
        return len(self._outbox)

    async def _pump(self) -> None:
        """Everything in the outbox, in order, each until it has been answered for good."""
        failures = 0
        while self._outbox:
            item = self._outbox[0]
            wait = await self._post(item)
            if wait is None:
                failures = 0
                self._outbox.pop(0)
                self.tally.news.set()
                continue
            pause = wait or OUTBOX_WAITS[min(failures, len(OUTBOX_WAITS) - 1)]
            failures += 1
            self._net_is_up.clear()
            try:
                await asyncio.wait_for(self._net_is_up.wait(), spread(pause, self.chance))
                failures = 0
            except TimeoutError:
                continue

    async def _post(self, item: Item) -> float | None:
        """None when it was answered for good, else seconds to wait (0 = as long as seems best)."""
        self.tally.posts += 1
        try:
            answer = await self.posting.ask("POST", f"{self.base}/events", item.message(), patience=POST_PATIENCE)
        except BROKEN:
            return 0.0
        if answer.status in (200, 201):
            self.tally.acknowledged.add(item.id)
            self.tally.times.append((time.monotonic() - item.pressed) * 1000)
            return None
        if answer.status in (404, 410):
            self.tally.gone += 1
            return 60.0
        if answer.status == 429 or answer.status >= 500:
            self.tally.told_to_wait += 1
            return float(answer.headers.get("retry-after", "0"))
        self.tally.refused.append({"status": answer.status, **json.loads(answer.body)})
        return None

    # --- following ---

    async def follow(self) -> None:
        """Until cancelled, as long as the address is good."""
        failures = 0
        while True:
            try:
                self.tally.streams += 1
                async for name, data in self._listening.stream(f"{self.base}/stream?key={self._key}", SILENCE):
                    failures = 0
                    self._hear(name, data)
            except BROKEN:
                pass
            try:
                await self.ask()
                wait = BACK_AFTER
            except BROKEN:
                wait = STREAM_WAITS[min(failures, len(STREAM_WAITS) - 1)]
                failures += 1
            await asyncio.sleep(spread(wait, self.chance))

    def _hear(self, name: str, data: str) -> None:
        self._net_is_up.set()
        if name == "mine":
            if self._own is None or self._own.done():
                self._own = asyncio.create_task(self._ask_later())
        elif name == "gone":
            self.tally.gone += 1
        elif name == "":
            self._look_at(json.loads(data))
            self.following.set()

    def _look_at(self, message: dict[str, Any]) -> None:
        """An answer to an earlier question may come after a newer push; a restarted server counts from the beginning."""
        boot, version = message["boot"], message["v"]
        if boot == self._seen[0] and version < self._seen[1]:
            return
        self._seen = (boot, version)
        self.step, self._key = message["step"], message["key"]
        self.tally.news.set()

    async def _ask_later(self) -> None:
        await asyncio.sleep(self.chance.random() * OWN_WITHIN)
        try:
            await self.ask()
        except BROKEN:
            return

    async def ask(self) -> None:
        """Everything as it is now, as the page asks for it. Raises what is in BROKEN, ConnectionError for any other answer."""
        answer = await self.asking.ask("GET", f"{self.base}/live?key={self._key}", patience=ASK_PATIENCE)
        if answer.status in (404, 410):
            self.tally.gone += 1
        if answer.status != 200:
            raise ConnectionError(str(answer.status))
        self._net_is_up.set()
        self._look_at(json.loads(answer.body))

    async def state(self) -> dict[str, Any]:
        """What this phone sees and may do; asked again until it is told."""
        while True:
            try:
                answer = await self.asking.ask("GET", f"{self.base}/state", patience=ASK_PATIENCE)
                if answer.status == 200:
                    found: dict[str, Any] = json.loads(answer.body)
                    return found
            except BROKEN:
                pass
            await asyncio.sleep(spread(1.0, self.chance))

    def close(self) -> None:
        for line in (self.posting, self.asking, self._listening):
            line.close()
