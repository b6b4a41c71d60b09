"""Those who do not behave, in a process of their own beside the crowd: connections that say nothing, a flood of posts, a post
too big.

`python -m reliability._strangers FIRST COUNT` takes orders: join, begin, until (something has been done with them), end. Every
answer tells what the program has done with them so far. Their addresses are those of COUNT phones from FIRST on.
"""

import asyncio
import contextlib
import json
import sys
import uuid
from collections import Counter
from collections.abc import Awaitable, Coroutine
from typing import Any

from benchmarks._load import _fast_loop as fast_loop
from benchmarks._talk import hear, tell
from reliability._http import BROKEN, Line, read_answer, request
from reliability.addresses import LAPTOP, PORT, phone_address

HELD_EACH = 10  # connections a silent phone tries to hold
FLOODING = 10  # connections of the one that floods
BIG = 5_000_000  # bytes
ENOUGH = 90.0  # seconds to wait for what the program does with strangers
AGAIN = 0.5  # seconds before what was cut is tried again


class Strangers:
    """Counts what the program does with them."""

    def __init__(self, first: int, count: int) -> None:
        self._addresses = [phone_address(first + n) for n in range(count)]
        self._seen: Counter[str] = Counter()
        self._news = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._step = ""
        self._base = ""
        self._number = 0

    async def order(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do as told."""
        match order:
            case {"do": "join", "step": step}:
                self._step, self._base = step, await self._join()
            case {"do": "begin", "silent": silent, "posts": posts}:
                flooder, big, *others = self._addresses
                work: list[Coroutine[Any, Any, None]] = [self._flood(flooder, posts / FLOODING) for _ in range(FLOODING)]
                work += [self._send_big(big, chunked) for chunked in (False, True)]
                work += [self._hold(others[n % len(others)], n % 2 == 1) for n in range(silent * HELD_EACH)]
                self._tasks = [asyncio.create_task(one) for one in work]
            case {"do": "until", "seen": names}:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(ENOUGH):
                        while not all(self._seen[name] for name in names):
                            self._news.clear()
                            await self._news.wait()
            case {"do": "end"}:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)
        return dict(self._seen)

    def _note(self, what: str, times: int = 1) -> None:
        self._seen[what] += times
        self._news.set()

    async def _join(self) -> str:
        """The one that floods has come in like everybody else."""
        line = Line(self._addresses[0])
        form = b"language=fi&name=Melu"
        answer = await line.ask("POST", "/join", form, kind="application/x-www-form-urlencoded", patience=60)
        line.close()
        return answer.headers["location"]

    async def _open(self, address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(LAPTOP, PORT, local_addr=(address, 0))

    async def _flood(self, address: str, rate: float) -> None:
        """Post after post, without waiting for the answers."""
        while True:
            with contextlib.suppress(*BROKEN):
                reader, writer = await self._open(address)
                counting = asyncio.create_task(self._count_answers(reader))
                try:
                    while not counting.done():
                        writer.write(self._idea())
                        self._note("flood posts")
                        await _soon(writer.drain())
                        await asyncio.sleep(1 / rate)
                finally:
                    counting.cancel()
                    writer.transport.abort()
            self._note("flood cut")
            await asyncio.sleep(1 / rate)

    def _idea(self) -> bytes:
        self._number += 1
        body = {"text": f"Melua {self._number}"}
        message = {"id": str(uuid.uuid4()), "step": self._step, "kind": "ideas.added", "body": body}
        return request("POST", f"{self._base}/events", json.dumps(message).encode())

    async def _count_answers(self, reader: asyncio.StreamReader) -> None:
        with contextlib.suppress(*BROKEN):
            while True:
                self._note(f"post {(await read_answer(reader)).status}")

    async def _send_big(self, address: str, chunked: bool) -> None:
        """Five megabytes, with their length said beforehand or piece by piece."""
        piece = b"x" * 50_000
        head = request("POST", f"{self._base}/events").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
        while True:
            with contextlib.suppress(*BROKEN):
                reader, writer = await self._open(address)
                answering = asyncio.create_task(self._first_answer(reader))
                try:
                    if chunked:
                        writer.write(head)
                    else:
                        writer.write(head.replace(b"Transfer-Encoding: chunked", b"Content-Length: %d" % BIG))
                    for _ in range(BIG // len(piece)):
                        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
                        await _soon(writer.drain())
                        self._note("big kilobytes", len(piece) // 1000)
                    await _soon(answering)
                finally:
                    answering.cancel()
                    writer.transport.abort()
            self._note("big tries")
            await asyncio.sleep(AGAIN)

    async def _first_answer(self, reader: asyncio.StreamReader) -> None:
        with contextlib.suppress(*BROKEN):
            self._note(f"big {(await read_answer(reader)).status}")

    async def _hold(self, address: str, begins: bool) -> None:
        """A connection on which nothing comes, or half a head and nothing more; opened again whenever it is cut."""
        while True:
            with contextlib.suppress(*BROKEN):
                reader, writer = await self._open(address)
                self._note("held")
                try:
                    if begins:
                        writer.write(b"GET / HTTP/1.1\r\nHost: ")
                    while await reader.read(65536):
                        pass
                    self._note("held cut")
                finally:
                    writer.transport.abort()
            await asyncio.sleep(AGAIN)


async def _soon(work: Awaitable[Any]) -> None:
    """Ten seconds at most: the other side may take nothing."""
    async with asyncio.timeout(10):
        await work


async def _take_orders() -> None:
    strangers = Strangers(int(sys.argv[1]), int(sys.argv[2]))
    while (order := await asyncio.to_thread(hear))["do"] != "quit":
        tell(**await strangers.order(order))
    await strangers.order({"do": "end"})


def main() -> None:
    with asyncio.Runner(loop_factory=fast_loop()) as runner:
        runner.run(_take_orders())


if __name__ == "__main__":
    main()
