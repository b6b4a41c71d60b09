"""Tells every phone what changed: folds its own copy of the workshop on the server's loop, and hands everybody the same bytes,
which `news.py` has drawn.

A phone has a slot for the latest version, never a queue: one that was slow gets the whole page as it is now instead of every
step on the way. What cannot wait (the step, the clock, whose turn it is) goes at once, the rest twice a second at most.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from fasilitaattori.phones.drawing import Drawing
from fasilitaattori.phones.news import News, as_event
from fasilitaattori.phones.scene import Scene, page_of, scene_of
from fasilitaattori.workshop.events import Erased
from fasilitaattori.workshop.people import PersonMuted, PersonRemoved
from fasilitaattori.workshop.replica import Replica

if TYPE_CHECKING:
    from fasilitaattori.live.door import Door
    from fasilitaattori.log.jobs import Batch

PACE = 0.5  # seconds between two pushes of things that can wait
HEARTBEAT = 15.0  # seconds
MINE = b"event: mine\ndata: 1\n\n"
GONE = b"event: gone\ndata: 1\n\n"

logger = logging.getLogger(__name__)
Send = Callable[[bytes], Awaitable[None]]


class Follower:
    """One open stream. `key` is what the phone shows now, `version` what it was sent last."""

    def __init__(self, number: int, language: str, key: str) -> None:
        self.number = number
        self.language = language
        self.key = key
        self.version = -1
        self.news = asyncio.Event()
        self.beat = b""
        self.touched = False
        self.closed = False

    def close(self) -> None:
        """End the stream soon."""
        self.closed = True
        self.news.set()


class Broadcast:
    """Lives on the server's loop; `start` there, `close` there."""

    def __init__(self, door: "Door", stream: str, drawing: Drawing) -> None:
        self._door = door
        self._stream = stream
        self._news = News(drawing)
        self._loop = asyncio.get_running_loop()
        self._early: list[Batch] | None = []
        self._followers: set[Follower] = set()
        self._tick: asyncio.TimerHandle | None = None
        self._last_push = 0.0
        self._beating: asyncio.Task[None] | None = None
        self._latest: Scene | None = None  # with everything folded so far, once somebody has asked
        self.listeners: list[Callable[[Batch], None]] = []  # on the loop, after each change has been folded
        self.erased: set[str] = set()  # hashes of addresses whose people were erased
        self.replica: Replica
        self.scene: Scene

    async def start(self) -> None:
        """Fold the workshop as it is and begin to follow it. Raises StorageError."""
        events, turnout = await asyncio.wrap_future(self._door.follow(self._stream, self._heard))
        self.replica = Replica(self._stream, self._door.models, events)
        self.replica.state.turnout.update(turnout)
        self.scene = scene_of(self.replica.state, self.now_ms)
        early, self._early = self._early or [], None
        for batch in early:
            self._fold(batch)
        self._beating = asyncio.create_task(self._beat(), name="heartbeat")

    async def close(self) -> None:
        """End every stream. May be called again."""
        self._door.unfollow(self._stream, self._heard)
        if self._tick is not None:
            self._tick.cancel()
        if self._beating is not None:
            self._beating.cancel()
            self._beating = None
        for follower in tuple(self._followers):
            follower.close()

    @property
    def now_ms(self) -> int:
        """The steady clock of the workshop."""
        return self._door.clock.ms()

    def scene_now(self) -> Scene:
        """The scene with everything saved so far, for who asks: who was told "saved" sees it on the next request, although the
        others hear of it with the next push."""
        if self._latest is None:
            scene = scene_of(self.replica.state, self.now_ms)
            self._latest = self.scene if scene == self.scene else scene
        return self._latest

    @property
    def following(self) -> Counter[int]:
        """How many open streams each participant has, by number. Any thread may ask."""
        return Counter(follower.number for follower in tuple(self._followers))

    # --- changes in ---

    def _heard(self, batch: "Batch") -> None:
        """On the writer's thread."""
        try:
            self._loop.call_soon_threadsafe(self._fold, batch)
        except RuntimeError:
            logger.info("a change came after the server's end")

    def _fold(self, batch: "Batch") -> None:
        if self._early is not None:
            self._early.append(batch)
            return
        before = set(self.replica.state.people.by_token) if _may_erase(batch) else set()
        batch.fold_into(self.replica)
        self._latest = None
        self.erased |= before - set(self.replica.state.people.by_token)
        self._touch(batch)
        for listener in self.listeners:
            listener(batch)
        if batch.anew or any(event.author is None and event.body.PART != "people" for event in batch.events):
            self._push(urgent_only=True)
        if self._tick is None:
            wait = max(0.0, self._last_push + PACE - self._loop.time())
            self._tick = self._loop.call_later(wait, self._push)

    def _touch(self, batch: "Batch") -> None:
        """Remember whose own things changed; they hear of it with the next push, and nobody else does."""
        state = self.replica.state
        numbers: set[int] = set()
        for event in batch.events:
            if isinstance(event.body, PersonMuted):
                numbers.add(event.body.number)
            if event.body.PART == "checking" and event.author is not None:
                numbers.add(event.author)
            step = state.plan.get(event.step) if event.body.PART == "step" else None
            page = page_of(self.scene) if step is not None and step.id == self.scene.step else None
            if step is not None and page is not None:
                numbers.update(page.touches(state, step, event))
        for follower in self._followers:
            if batch.anew or follower.number in numbers:
                follower.touched = True
            if _may_part(batch) and not self._is_in(follower.number):
                follower.close()

    def _is_in(self, number: int) -> bool:
        person = self.replica.state.people.get(number)
        return person is not None and not person.removed

    def _push(self, urgent_only: bool = False) -> None:
        """Take the scene as it is now and, if it changed, wake everybody."""
        scene = self.scene_now()
        if urgent_only and scene.urgent == self.scene.urgent:
            return
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None
        changed = scene != self.scene
        if changed:
            self._last_push = self._loop.time()
            before, self.scene = self.scene, scene
            self._news.change(before, scene, {follower.language for follower in self._followers}, self.now_ms)
        for follower in self._followers:
            if changed or follower.touched or follower.closed:
                follower.news.set()

    # --- changes out ---

    def whole(self, scene: Scene, language: str, key: str = "") -> dict[str, Any]:
        """Everything everybody sees; the frame is left out for a phone that shows it already (`key`)."""
        return self._news.whole(scene, language, self.now_ms, key)

    async def follow(self, follower: Follower, send: Send) -> None:
        """Keep this phone up to date until it goes or the server ends."""
        self._followers.add(follower)
        try:
            first = _tick(self.now_ms) + as_event(self.whole(self.scene, follower.language, follower.key))
            follower.version, follower.key = self._news.version, self.scene.key
            await send(first)
            while not follower.closed:
                await follower.news.wait()
                follower.news.clear()
                if news := self._news_of(follower):
                    await send(news)
            if not self._is_in(follower.number):
                await send(GONE)
        finally:
            self._followers.discard(follower)

    def _news_of(self, follower: Follower) -> bytes:
        news, follower.beat = follower.beat, b""
        if follower.version != self._news.version:
            news += self._news.since(follower.version, follower.key, self.scene, follower.language, self.now_ms)
            follower.version, follower.key = self._news.version, self.scene.key
        if follower.touched:
            follower.touched = False
            news += MINE
        return news

    async def _beat(self) -> None:
        """A sign of life with the time, a few phones at a time. What a phone does not take stays in its connection, where the
        crowd at the gate sees it (`gate/crowd.py`)."""
        while True:
            await asyncio.sleep(HEARTBEAT)
            for index, follower in enumerate(tuple(self._followers)):
                if index % 50 == 49:
                    await asyncio.sleep(0.02)
                follower.beat = _tick(self.now_ms)
                follower.news.set()


def _may_erase(batch: "Batch") -> bool:
    """May somebody be gone after this?"""
    return batch.anew or any(isinstance(event.body, Erased) for event in batch.events)


def _may_part(batch: "Batch") -> bool:
    """May somebody be out after this?"""
    return batch.anew or any(isinstance(event.body, (Erased, PersonRemoved)) for event in batch.events)


def _tick(now_ms: int) -> bytes:
    return b"event: t\ndata: %d\n\n" % now_ms
