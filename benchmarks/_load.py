"""The phones of a measurement, in a process of their own: they join, follow, send ideas, and time every answer.

`python -m benchmarks._load ORDER` (JSON: port, step, phase, phones, seconds, bursts, ids) says {"ready": …} when everybody is
in, waits for the word to go, tells its figures, and leaves the ids of all acknowledged ideas in the file `ids`.
"""

import asyncio
import itertools
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks._figures import spread
from benchmarks._talk import hear, tell
from benchmarks._wire import Connection, Stream, connect, follow, location_of, request

_WORDS = "Penkki uimarannalle, valo polulle ja pieni katos sateen varalle"
_FETCH_WITHIN = 2.0  # seconds: the page asks for its own things at a moment of its own
_WARM_UP = 1.0  # seconds before a saturated measurement counts
_PAUSE = 1.5  # seconds between bursts
_PATIENCE = 120.0  # seconds until phones that hear nothing fail the run

Order = dict[str, Any]


class Sent:
    """What was sent and what came of it."""

    def __init__(self) -> None:
        self.acknowledged: list[str] = []
        self.refused: list[int] = []
        self.times: list[float] = []  # milliseconds from sending to "saved"
        self._series = f"{random.getrandbits(32):08x}-0000-4000-8000"
        self._numbers = itertools.count(1)

    def new(self, path: str, step: str) -> tuple[str, bytes]:
        """The next idea: its id, and the request that sends it. Its last word is the moment it left, in nanoseconds."""
        number = f"{self._series}-{next(self._numbers):012x}"
        text = f"{_WORDS} {time.monotonic_ns()}"
        body = f'{{"id":"{number}","step":"{step}","kind":"ideas.added","body":{{"text":"{text}"}}}}'
        return number, request("POST", f"{path}/events", body.encode())

    def note(self, number: str, status: int) -> None:
        if status == 201:
            self.acknowledged.append(number)
        else:
            self.refused.append(status)


class Phone:
    """One phone: a connection for what it sends, a stream it follows, a connection for what it fetches."""

    def __init__(self, crowd: "Crowd", path: str, connection: Connection) -> None:
        self.path = path
        self.connection = connection
        self.stream: Stream | None = None
        self._crowd = crowd
        self._fetching: Connection | None = None
        self._later: asyncio.Task[None] | None = None

    async def send(self, due: float = 0.0) -> None:
        """One idea; timed from `due` (seconds of the monotonic clock) when it should have gone already."""
        number, raw = self._crowd.sent.new(self.path, self._crowd.step)
        began = due or time.monotonic()
        status, _ = await self.connection.ask(raw)
        self._crowd.sent.times.append((time.monotonic() - began) * 1000)
        self._crowd.sent.note(number, status)

    async def keep_sending(self, until: float, every: float = 1.0) -> None:
        """An idea every so many seconds, from a moment of its own."""
        due = time.monotonic() + random.random() * every
        while due < until:
            wait = due - time.monotonic()
            await asyncio.sleep(max(0.0, wait))
            await self.send(due if wait < 0 else 0.0)
            if self._crowd.fetches:
                self.fetch_later()
            due += every

    def fetch_later(self) -> None:
        """As the page does: once within two seconds, however often it was asked to."""
        if self._crowd.fetches and self._later is None:
            self._later = asyncio.get_running_loop().create_task(self._fetch())

    async def _fetch(self) -> None:
        await asyncio.sleep(random.random() * _FETCH_WITHIN)
        if self._fetching is None:
            self._fetching = await connect(self._crowd.port)
        began = time.monotonic()
        status, body = await self._fetching.ask(request("GET", f"{self.path}/live"))
        self._crowd.fetched.append((time.monotonic() - began) * 1000)
        self._crowd.fetched_bytes += len(body)
        if status != 200:
            self._crowd.sent.refused.append(status)
        self._later = None

    async def rest(self) -> None:
        """Wait for a fetch under way."""
        if self._later is not None:
            await self._later


class Crowd:
    """Everybody. `fetches`: phones fetch what is their own as the page does."""

    def __init__(self, order: Order) -> None:
        self.port: int = order["port"]
        self.step: str = order["step"]
        self.phase: str = order["phase"]
        self.fetches = self.phase == "pages"
        self.sent = Sent()
        self.fetched: list[float] = []
        self.fetched_bytes = 0
        self.phones: list[Phone] = []
        self._order = order

    async def come(self) -> float:
        """Everybody joins, and follows unless the phase is about sending alone. Gives the seconds joining took."""
        count: int = self._order["phones"]
        gate = asyncio.Semaphore(50)

        async def one() -> None:
            async with gate:
                connection = await connect(self.port)
                form = request("POST", "/join", b"language=fi&name=", "application/x-www-form-urlencoded")
                status, answer = await connection.ask(form)
                if status != 303:
                    raise RuntimeError(f"joining was answered with {status}")
                phone = Phone(self, location_of(answer), connection)
                if self.phase != "saturated":
                    phone.stream = await follow(self.port, f"{phone.path}/stream", phone.fetch_later)
                self.phones.append(phone)

        began = time.monotonic()
        await asyncio.gather(*(one() for _ in range(count)))
        took = time.monotonic() - began
        await asyncio.sleep(2.0)  # the streams have had their first page
        return took

    async def act(self) -> dict[str, Any]:
        """Do what the phase is about. Gives its figures."""
        began, worked = time.monotonic(), time.process_time()
        match self.phase:
            case "saturated":
                figures = await self._saturate(self._order["seconds"])
            case "paced" | "pages":
                until = time.monotonic() + self._order["seconds"]
                await asyncio.gather(*(phone.keep_sending(until) for phone in self.phones))
                await asyncio.gather(*(phone.rest() for phone in self.phones))
                figures = {"fetch": spread(self.fetched), "fetched": len(self.fetched), "fetched_bytes": self.fetched_bytes}
            case "hall":
                until = time.monotonic() + self._order["seconds"]
                await asyncio.gather(*(phone.keep_sending(until, 2.0) for phone in self.phones))
                figures = {}
            case "steps":
                figures = await self._watch_steps(self._order["presses"])
            case "burst":
                figures = await self._burst(self._order["bursts"])
            case _:
                raise ValueError(self.phase)
        streams = [phone.stream for phone in self.phones if phone.stream]
        return {
            **figures,
            "times": spread(self.sent.times),
            "sent": len(self.sent.times),
            "refused": self.sent.refused,
            "busy": (time.process_time() - worked) / (time.monotonic() - began),
            "pushed_bytes": sum(stream.bytes for stream in streams),
            "lost_streams": sum(stream.lost for stream in streams),
        }

    async def _saturate(self, seconds: float) -> dict[str, Any]:
        """Everybody sends the next one as soon as the last is saved."""
        begin = time.monotonic() + _WARM_UP
        until = begin + seconds
        counted = 0

        async def on_and_on(phone: Phone) -> None:
            nonlocal counted
            while time.monotonic() < until:
                await phone.send()
                counted += begin <= time.monotonic() < until

        await asyncio.gather(*(on_and_on(phone) for phone in self.phones))
        return {"rate": counted / seconds}

    async def _burst(self, times: int) -> dict[str, Any]:
        """Everybody sends at the same moment: on connections that are open, then each on a new one."""
        kept, fresh = [], []
        for _ in range(times):
            began = time.monotonic()
            await asyncio.gather(*(phone.send() for phone in self.phones))
            kept.append((time.monotonic() - began) * 1000)
            await asyncio.sleep(_PAUSE)
        for _ in range(times):
            for phone in self.phones:
                phone.connection.close()
            await asyncio.sleep(_PAUSE)
            began = time.monotonic()
            await asyncio.gather(*(self._reconnect_and_send(phone) for phone in self.phones))
            fresh.append((time.monotonic() - began) * 1000)
        return {"kept": kept, "fresh": fresh}

    async def _watch_steps(self, presses: int) -> dict[str, Any]:
        """Until every phone has heard of every change of step. Gives when, for each phone, in nanoseconds."""
        streams = [phone.stream for phone in self.phones if phone.stream]
        missing = itertools.count(presses * len(streams) - sum(len(stream.steps) for stream in streams) - 1, -1)
        all_heard = asyncio.Event()

        def heard() -> None:
            if next(missing) == 0:
                all_heard.set()

        for stream in streams:
            stream.on_step = heard
        async with asyncio.timeout(_PATIENCE):
            await all_heard.wait()
        return {"heard": [stream.steps for stream in streams]}

    async def _reconnect_and_send(self, phone: Phone) -> None:
        phone.connection = await connect(self.port)
        await phone.send()


async def _take_part(order: Order) -> tuple[dict[str, Any], list[str]]:
    """Come, wait for the word, act. Gives the figures and the ids of what was acknowledged."""
    crowd = Crowd(order)
    joined = await crowd.come()
    tell(ready=True, joined=joined)
    await asyncio.to_thread(hear)
    return await crowd.act(), crowd.sent.acknowledged


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's where it exists."""
    try:
        import uvloop
    except ImportError:
        return None
    made: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return made


def main() -> None:
    order: Order = json.loads(sys.argv[1])
    if os.name == "posix":
        import resource  # not on every platform

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192) if hard > 0 else 8192, hard))
    with asyncio.Runner(loop_factory=_fast_loop()) as runner:
        figures, acknowledged = runner.run(_take_part(order))
    Path(order["ids"]).write_text("\n".join(acknowledged), encoding="utf-8")
    tell(**figures)


if __name__ == "__main__":
    main()
