"""The big screen on other devices, as the desk is handed it: its address, its code of the evening, and the way pictures go.

The code and the address behind it are made anew for every evening. They are written down beside the settings, so that a program
that was closed in the middle of an evening lets the same screens in again. While the workshop goes on they stay the same,
whatever somebody has done to the laptop's clock; the date only tells evenings apart that are over or have not begun.
"""

import datetime as dt
import hmac
import logging
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from fasilitaattori.app.private import write_private
from fasilitaattori.phones.screen.mirror import Mirror, Passage, Picture, Said

if TYPE_CHECKING:
    from fasilitaattori.kit.slides.spoken import Spoken
    from fasilitaattori.phones.server import PhoneServer

FILE = "screen.json"
DIGITS = 6
MORNING = dt.timedelta(hours=5)
"""An evening lasts until then: one that goes on past midnight is still the same."""

logger = logging.getLogger(__name__)


class Keys(msgspec.Struct, frozen=True):
    """Of one workshop on one evening (ISO date): the code people type, and the capability it leads to."""

    workshop: str
    evening: str
    code: str
    capability: str


def new_keys(workshop: str, now: dt.datetime) -> Keys:
    """Fresh ones: a code of six digits, and 128 bits."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    return Keys(workshop, (now - MORNING).date().isoformat(), code, secrets.token_urlsafe(16))


def keys_of(file: Path, workshop: str, now: dt.datetime, going_on: bool = False) -> Keys:
    """Those of this evening; made, and written down, when there are none yet. `going_on`: it has begun and is not over."""
    fresh = new_keys(workshop, now)
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Keys)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        found = fresh
    if found is not fresh and found.workshop == workshop and (going_on or found.evening == fresh.evening):
        return found
    keep(file, fresh)
    return fresh


def keep(file: Path, keys: Keys) -> None:
    """Write them down for this user alone. Where that fails they hold until the program is closed."""
    try:
        write_private(file, msgspec.json.encode(keys))
    except OSError as error:
        logger.info("the screen's code could not be written down: %s", error)


class OtherScreens:
    """What `desktop.services.OtherScreens` asks for. `page` gives what phones open, `now` the wall time; `going_on` = the
    workshop has begun."""

    def __init__(
        self,
        file: Path,
        workshop: str,
        page: Callable[[], str],
        now: Callable[[], dt.datetime],
        server: "PhoneServer",
        going_on: bool = False,
    ) -> None:
        self._file, self._workshop, self._page, self._now = file, workshop, page, now
        keys = keys_of(file, workshop, now(), going_on)
        self._mirror = server.mirror = Mirror(keys.code, keys.capability)

    @property
    def url(self) -> str:
        """What other devices open."""
        return f"{self._page()}screen"

    @property
    def code(self) -> str:
        """What they are asked for."""
        return self._mirror.code

    @property
    def watching(self) -> int:
        """How many show the screen now."""
        return self._mirror.watching

    @property
    def kinds(self) -> frozenset[str]:
        """The content types in which the picture is wanted; empty = nobody is looking."""
        return self._mirror.kinds

    def offer(self, version: str, images: Mapping[str, bytes], language: str, told: "Spoken") -> None:
        """What the room sees now."""
        passages = tuple(Passage(one.lines, one.heading, one.listed, one.quiet) for one in told.passages)
        self._mirror.offer(Picture(version, images, Said(language, told.title, passages)))

    def renew(self) -> None:
        """Another code; whoever looks is sent away."""
        keys = new_keys(self._workshop, self._now())
        while hmac.compare_digest(keys.code, self._mirror.code):  # or the one who was sent away would come back
            keys = new_keys(self._workshop, self._now())
        keep(self._file, keys)
        self._mirror.renew(keys.code, keys.capability)
