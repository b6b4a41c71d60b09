"""The phones of a hall, in a process and a network of their own.

`python -m reliability._crowd SEED` takes orders, one line of JSON each, and answers every one when it is done: join, follow,
letters, step, choose, press, acknowledged, look, rest, settle, pace, tally.
"""

import asyncio
import gzip
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from benchmarks._figures import spread as figures
from benchmarks._load import _fast_loop as fast_loop
from benchmarks._talk import hear, tell
from reliability._http import BROKEN, Answer, Line
from reliability._phone import Phone, Tally
from reliability.addresses import phone_address

AT_THE_DOOR = 60  # people who come in at the same time
PAGE_PATIENCE = 120.0  # seconds a browser waits for a page
PACE = 2.0  # seconds between two ideas of one phone
LETTERS_AFTER, LETTERS_WITHIN = 1.0, 2.0  # seconds, as in resources/web/js/95-letters.js
_FILE = re.compile(r'(?:src|href)="(/a/[^"]+\.(?:js|css))"')
_FONTS = (
    "fonts.css",
    "fonts/atkinson-400.woff2",
    "fonts/atkinson-700.woff2",
    "fonts/besley-600.woff2",
)  # what Chromium takes for it


class Crowd:
    """Everybody."""

    def __init__(self, seed: int) -> None:
        self.tally = Tally()
        self.phones: list[Phone] = []
        self._seed = seed
        self._tasks: list[asyncio.Task[None]] = []
        self._written = 0
        self._opened: dict[int, tuple[float, str]] = {}  # by phone: when it asked for the join page, and where the files are

    async def order(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do as told."""
        match order:
            case {"do": "join", "phones": count, "files": files}:
                return await self._join(count, files)
            case {"do": "follow"}:
                self._tasks += [asyncio.create_task(phone.follow()) for phone in self.phones]
                await asyncio.gather(*(phone.following.wait() for phone in self.phones))
            case {"do": "letters"}:
                return await self._letters()
            case {"do": "step", "step": step}:
                await self._until(lambda: all(phone.step == step for phone in self.phones))
            case {"do": "press", "kind": "idea", "each": each}:
                for phone in self.phones:
                    for _ in range(each):
                        phone.press("ideas.added", {"text": self._idea(phone)})
            case {"do": "choose"}:
                await asyncio.gather(*map(self._choose, self.phones))
            case {"do": "press", "kind": "vote"}:
                for phone in self.phones:
                    phone.press("vote.cast", {"choices": {phone.choice: 1}})
            case {"do": "acknowledged", "least": least}:
                await self._until(lambda: len(self.tally.acknowledged) >= least)
            case {"do": "settle"}:
                await self._until(lambda: not any(phone.waiting for phone in self.phones))
            case {"do": "look"}:
                return await self.phones[0].state()
            case {"do": "rest", "seconds": seconds}:
                await asyncio.sleep(seconds)
            case {"do": "pace", "seconds": seconds}:
                return await self._pace(seconds)
            case {"do": "tally"}:
                return self._told()
            case _:
                raise ValueError(order)
        return {"acknowledged": len(self.tally.acknowledged), "sent": len(self.tally.sent)}

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        for phone in self.phones:
            phone.close()

    async def _until(self, reached: Callable[[], bool]) -> None:
        while not reached():
            self.tally.news.clear()
            await self.tally.news.wait()

    # --- coming in ---

    async def _join(self, count: int, files: bool) -> dict[str, Any]:
        """Everybody comes at once. `files`: through the join page and everything it needs."""
        door = asyncio.Semaphore(AT_THE_DOOR)
        first, weights = [], Counter[str]()
        begin = len(self.phones) + 1

        async def one(number: int) -> None:
            phone = Phone(number, phone_address(number), self.tally, self._seed)
            async with door:
                if files:
                    began = time.monotonic()
                    folder = await _load(phone, weights)
                    first.append((time.monotonic() - began) * 1000)
                    self._opened[number] = began, folder
                await _through_the_form(phone)
            self.phones.append(phone)

        began = time.monotonic()
        await asyncio.gather(*(one(begin + n) for n in range(count)))
        return {
            "seconds": time.monotonic() - began,
            "first_page": figures(first),
            "weight": weights["first"] / max(1, count),
            "tries": weights["tries"] / max(1, count),
        }

    async def _letters(self) -> dict[str, Any]:
        """Those who came through the join page get their letters, as the page's script does when its stream is up. Gives the
        milliseconds from asking for the join page."""
        weights = Counter[str]()

        async def one(phone: Phone) -> float:
            began, folder = self._opened.pop(phone.number)
            await phone.following.wait()
            await asyncio.sleep(LETTERS_AFTER + phone.chance.random() * LETTERS_WITHIN)
            lines = [phone.asking, phone.posting, Line(phone.address)]
            await _in_parallel(lines, [f"{folder}/{font}" for font in _FONTS], weights, "fonts")
            lines[2].close()
            return (time.monotonic() - began) * 1000

        times = await asyncio.gather(*(one(phone) for phone in self.phones if phone.number in self._opened))
        return {"with_letters": figures(times), "font_weight": weights["fonts"] / max(1, len(times))}

    # --- taking part ---

    def _idea(self, phone: Phone) -> str:
        """An idea that nobody else has had."""
        self._written += 1
        return f"Idea {self._written} puhelimesta {phone.number}"

    async def _choose(self, phone: Phone) -> None:
        """Everybody sees the ballot and makes up their mind; nothing is sent yet."""
        state = await phone.state()
        phone.choice = phone.chance.choice(state["step"]["view"]["candidates"])["id"]

    async def _pace(self, seconds: float) -> dict[str, Any]:
        """Everybody sends an idea every two seconds, from a moment of their own. Gives how long "saved" took meanwhile."""
        begin = len(self.tally.times)
        until = time.monotonic() + seconds

        async def one(phone: Phone) -> None:
            await asyncio.sleep(phone.chance.random() * PACE)
            while time.monotonic() < until:
                phone.press("ideas.added", {"text": self._idea(phone)})
                await asyncio.sleep(PACE)

        await asyncio.gather(*map(one, self.phones))
        await self._until(lambda: not any(phone.waiting for phone in self.phones))
        times = self.tally.times[begin:]
        return {"saved": figures(times), "answers": len(times)}

    def _told(self) -> dict[str, Any]:
        tally = self.tally
        return {
            "sent": list(tally.sent),
            "acknowledged": list(tally.acknowledged),
            "refused": tally.refused,
            "choices": Counter(phone.choice for phone in self.phones if phone.choice),
            "ideas": [item.body["text"] for item in tally.sent.values() if item.kind == "ideas.added"],
            "saved": figures(tally.times),
            "posts": tally.posts,
            "told_to_wait": tally.told_to_wait,
            "gone": tally.gone,
            "streams": tally.streams,
        }


async def _load(phone: Phone, weights: Counter[str]) -> str:
    """Open the join page as a browser does: the page, then what it needs. Gives the folder of the files."""
    lines = [phone.asking, phone.posting, Line(phone.address)]
    page = await _fetch(lines[0], "/", weights, "first")
    names: list[str] = list(dict.fromkeys(name for name in _FILE.findall(_text(page)) if not name.endswith("/fonts.css")))
    await _in_parallel(lines, names, weights, "first")
    lines[2].close()
    return names[0].rpartition("/")[0]


async def _in_parallel(lines: list[Line], paths: list[str], weights: Counter[str], what: str) -> None:
    """Files over several connections, as a browser fetches them."""
    await asyncio.gather(*(_fetch(lines[n % len(lines)], path, weights, what) for n, path in enumerate(paths)))


async def _fetch(line: Line, path: str, weights: Counter[str], what: str) -> Answer:
    """Until it has come: a person whose page does not open tries again."""
    while True:
        weights["tries"] += what == "first"
        try:
            answer = await line.ask("GET", path, patience=PAGE_PATIENCE)
        except BROKEN:
            await asyncio.sleep(1.0)
            continue
        if answer.status == 200:
            weights[what] += len(answer.body)
            return answer
        await asyncio.sleep(float(answer.headers.get("retry-after", "1")))


async def _through_the_form(phone: Phone) -> None:
    """Join; the same form again when no answer came, which makes nobody new."""
    form = urlencode(
        {"language": "fi", "name": f"Puhelin {phone.number}", "form": f"form-{phone.address}-{phone.chance.random()}"}
    )
    while True:
        try:
            kind = "application/x-www-form-urlencoded"
            answer = await phone.asking.ask("POST", "/join", form.encode(), kind=kind, patience=PAGE_PATIENCE)
        except BROKEN:
            await asyncio.sleep(1.0)
            continue
        if answer.status == 303:
            phone.base = answer.headers["location"]
            return
        if answer.status not in (429, 503):
            raise RuntimeError(f"joining was answered with {answer.status}")
        await asyncio.sleep(float(answer.headers.get("retry-after", "1")))


def _text(answer: Answer) -> str:
    packed = answer.headers.get("content-encoding") == "gzip"
    return (gzip.decompress(answer.body) if packed else answer.body).decode()


async def _take_orders() -> None:
    crowd = Crowd(int(sys.argv[1]))
    while (order := await asyncio.to_thread(hear))["do"] != "quit":
        tell(**await crowd.order(order))
    crowd.close()


def main() -> None:
    with asyncio.Runner(loop_factory=fast_loop()) as runner:
        runner.run(_take_orders())


if __name__ == "__main__":
    main()
