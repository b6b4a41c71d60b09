"""Who is here now, as far as the laptop can tell: a page says how it is, and one that has fallen silent is counted as lost.

Kept in memory while the server runs and never written down: nothing here says what anybody answered, and nothing of it is left
after the evening. A page with a script says when it is hidden or left and gives a sign of life every 20 seconds while it is
open; without scripts the refreshing of its status frame is the sign. No other phone hears of any of this.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

HERE, AWAY, LOST = "here", "away", "lost"
SILENCE = 45.0  # seconds without a sign of life: lost
FALLEN = 6.0  # seconds a page has to come back after its stream has fallen
_MAX_PAGES = 8  # of one participant; a phone that is reloaded all evening needs no more


@dataclass(frozen=True, slots=True)
class Presence:
    """How one participant's phone is. `state`: "here"; "away", the page is hidden or was left on purpose; "lost", nothing has
    been heard of it. `seconds` since the last sign of life, or since it went away. `scripts`: does the page have its script?"""

    state: str
    seconds: int
    scripts: bool


class Sign(msgspec.Struct, frozen=True):
    """What a page says of itself: is it hidden, and which of the phone's pages it is."""

    hidden: bool
    page: Annotated[str, msgspec.Meta(max_length=32)] = ""


@dataclass(slots=True)
class _Page:
    """One open page. `at` is when it was heard last, `signs` whether it gives signs of life of its own."""

    at: float
    hidden: bool = False
    signs: bool = False


@dataclass(slots=True)
class _Phone:
    """A participant: their pages by id, the one heard last, their open streams and when the last of those fell."""

    last: _Page
    pages: dict[str, _Page] = field(default_factory=dict)
    scripts: bool = True
    streams: int = 0
    fell: float | None = None


class Attendance:
    """What has been heard of every phone. Lives on the server's loop; `now` may be asked from any thread.

    `clock` gives seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phones: dict[int, _Phone] = {}

    def expect(self, numbers: Iterable[int]) -> None:
        """The server has begun: these are in the workshop and have not been heard of yet."""
        now = self._clock()
        for number in numbers:
            self._phones.setdefault(number, _Phone(_Page(now), fell=now))

    def opened(self, number: int, page: str) -> None:
        """A page was sent to this participant. It takes the place of an earlier one that has said nothing of itself: without
        scripts every answer is a page anew."""
        phone = self._phone(number)
        phone.pages = {known: shown for known, shown in phone.pages.items() if shown.signs}
        self._page(number, page).hidden = False

    def heard(self, number: int) -> None:
        """Any request is a sign of life of the page heard last, unless that one is hidden: it asks on its own then."""
        last = self._phone(number).last
        if not last.hidden:
            last.at = self._clock()

    def told(self, number: int, page: str, *, hidden: bool) -> None:
        """The page's script says how it is."""
        shown = self._page(number, page)
        shown.hidden, shown.signs = hidden, True
        self._phones[number].scripts = True

    def refreshed(self, number: int, page: str) -> None:
        """The status frame of a page without scripts has refreshed."""
        self._page(number, page).hidden = False
        self._phones[number].scripts = False

    def left(self, number: int, page: str) -> None:
        """This page was left for somebody else's on the same phone."""
        self._page(number, page).hidden = True

    def follows(self, number: int) -> None:
        """A stream has begun."""
        phone = self._phone(number)
        phone.streams += 1
        phone.fell = None

    def fell(self, number: int) -> None:
        """A stream has ended."""
        phone = self._phones[number]
        phone.streams -= 1
        if not phone.streams:
            phone.fell = self._clock()

    def now(self) -> dict[int, Presence]:
        """Everybody heard of or expected, by number. Any thread may ask."""
        now = self._clock()
        return {number: _presence(phone, now) for number, phone in tuple(self._phones.items())}

    def _phone(self, number: int) -> _Phone:
        """What is known of this participant; of a new one that they were heard now, on no page yet."""
        phone = self._phones.get(number)
        if phone is None:
            phone = self._phones[number] = _Phone(_Page(self._clock()))
        return phone

    def _page(self, number: int, page: str) -> _Page:
        """This page, heard now."""
        now, phone = self._clock(), self._phone(number)
        found = phone.pages.pop(page, None) or _Page(now)
        phone.pages[page] = phone.last = found  # the latest stands last
        found.at = now
        if len(phone.pages) > _MAX_PAGES:
            del phone.pages[next(iter(phone.pages))]
        return found


def _presence(phone: _Phone, now: float) -> Presence:
    """Here if any of the pages is; otherwise as the page heard last."""
    fell = phone.fell
    broken = fell is not None and phone.last.at <= fell and now - fell > FALLEN
    pages = tuple(phone.pages.values()) or (phone.last,)
    alive = [page for page in pages if not page.hidden and not broken and _is_alive(phone, page, now)]
    if alive:
        return Presence(HERE, _since(max(page.at for page in alive), now), phone.scripts)
    return Presence(AWAY if phone.last.hidden else LOST, _since(phone.last.at, now), phone.scripts)


def _is_alive(phone: _Phone, page: _Page, now: float) -> bool:
    """A page that gives no signs of its own (not a browser's, perhaps) is alive as long as its stream is open."""
    return now - page.at <= SILENCE or (phone.streams > 0 and page is phone.last and not page.signs)


def _since(at: float, now: float) -> int:
    return max(0, int(now - at))
