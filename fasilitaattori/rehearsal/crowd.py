"""A crowd of simulated phones in a thread of its own, acting together when told or each in its own time."""

import asyncio
import contextlib
import logging
import random
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from fasilitaattori.rehearsal.phone import SimulatedPhone, Tally
from fasilitaattori.rehearsal.words import words

if TYPE_CHECKING:
    import httpx

LOOK_SECONDS = 2.0

logger = logging.getLogger(__name__)


class Crowd:
    """So many phones at an address. `close` is idempotent."""

    def __init__(self, url: str, phones: int, language: str) -> None:
        self.tally = Tally()
        self.phones: list[SimulatedPhone] = []
        self._url = url
        self._wanted = phones
        self._language = language
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="crowd", daemon=True)
        self._thread.start()
        self._client: httpx.AsyncClient | None = None
        self._following: list[asyncio.Task[None]] = []
        self._living: Future[None] | None = None
        self._closed = False

    def join(self) -> None:
        """Everybody joins and has the page open. Waits."""
        self._wait(self._join())

    def take_part(self) -> None:
        """Everybody does what the step asks for, at once. Waits."""
        self._wait(self._all_take_part())

    def live(self) -> None:
        """From now on everybody takes part in each step in their own time. Does not wait."""
        self._living = asyncio.run_coroutine_threadsafe(self._live(), self._loop)

    def close(self) -> None:
        """Everybody goes home."""
        if self._closed:
            return
        self._closed = True
        if self._living is not None:
            self._living.cancel()
        self._wait(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _join(self) -> None:
        # httpx costs at start; it is needed only when people are simulated.
        import httpx

        limits = httpx.Limits(max_connections=2 * self._wanted, max_keepalive_connections=2 * self._wanted)
        self._client = httpx.AsyncClient(base_url=self._url, limits=limits, timeout=30, trust_env=False)
        said = words(self._language)
        self.phones = [
            SimulatedPhone(self._client, number, said, self._language_of(number), self.tally) for number in range(self._wanted)
        ]
        await asyncio.gather(*(phone.join() for phone in self.phones))
        self._following = [asyncio.create_task(_follow(phone)) for phone in self.phones]
        await asyncio.gather(*(phone.following.wait() for phone in self.phones))

    def _language_of(self, number: int) -> str:
        """Most use the workshop's language, a few another, as in a real hall."""
        others = [language for language in ("fi", "sv", "en") if language != self._language]
        return others[number // 10 % 2] if number % 10 == 9 else self._language

    async def _all_take_part(self) -> None:
        await asyncio.gather(*(phone.take_part() for phone in self.phones))

    async def _live(self) -> None:
        try:
            if not self.phones:
                await self._join()
            await asyncio.gather(*(self._life(phone) for phone in self.phones))
        except asyncio.CancelledError:
            raise
        except Exception:
            logger.exception("the simulated people stopped")

    async def _life(self, phone: SimulatedPhone) -> None:
        """Look at the step now and then; when it is new, think for a while and take part."""
        import httpx

        chance = random.Random(phone.number)
        seen = ""
        while True:
            await asyncio.sleep(LOOK_SECONDS * (0.5 + chance.random()))
            try:
                state = await phone.state()
                step = (state.get("step") or {}).get("id", "")
                if step and step != seen and state["may"]:
                    seen = step
                    await asyncio.sleep(chance.uniform(1, 25))
                    await phone.take_part()
            except httpx.HTTPError:
                await asyncio.sleep(LOOK_SECONDS)

    async def _leave(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()


async def _follow(phone: SimulatedPhone) -> None:
    """Keep a phone's page open; come back when the connection breaks, as a page does."""
    import httpx

    while True:
        with contextlib.suppress(httpx.HTTPError):
            await phone.follow()
        await asyncio.sleep(LOOK_SECONDS)
