"""The big screen for other devices' browsers: the latest picture of it, what it says, and who is looking.

The picture comes from the windows' thread and is kept encoded, once for everybody who looks. There is room for the latest
alone: a slow viewer gets the picture as it is now, and nobody waits for anybody. Whoever makes the pictures asks first whether
anybody is looking, and what their browsers can read.
"""

import asyncio
import contextlib
import hmac
import time
from collections.abc import Mapping

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.phones.sending import Problem

WEBP, PNG = "image/webp", "image/png"
LOOKS = 15.0  # seconds after which a viewer who has asked for nothing is taken to be gone
MOST = 30  # viewers; a hall has a television, a second laptop and a few tablets
FULL = N_("Valkokangasta katsoo jo niin moni laite, ettei uusia mahdu. Sulje jokin niistä.")


class Passage(msgspec.Struct, frozen=True):
    """What the picture says: lines under a heading ("" = none). `listed` = a list, `quiet` = no news when it changes."""

    lines: tuple[str, ...]
    heading: str = ""
    listed: bool = False
    quiet: bool = False


class Said(msgspec.Struct, frozen=True):
    """What a picture says, in the language of the room."""

    language: str = "fi"
    title: str = ""
    passages: tuple[Passage, ...] = ()


class Picture(msgspec.Struct, frozen=True):
    """What the room sees. `version` tells pictures apart and is the same for the same picture; `images` by content type."""

    version: str = ""
    images: Mapping[str, bytes] = {}
    said: Said = Said()


class Viewer:
    """One browser that shows the screen, by a name that its page was given."""

    def __init__(self) -> None:
        self.seen = 0.0
        self.streams = 0
        self.kind = WEBP  # until it has asked for a picture


class Mirror:
    """One for a room. `offer`, `renew` and what can be read are for any thread, the rest is for the server's loop.

    `code` is what people type, `capability` what their browsers are then sent to.
    """

    def __init__(self, code: str, capability: str) -> None:
        self.code, self.capability = code, capability
        self.picture = Picture()
        self.told = ""  # tells what was said apart, as `version` the pictures
        self._viewers: dict[str, Viewer] = {}
        self._waiting: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turn = 0
        self.over = False

    # --- for any thread ---

    @property
    def watching(self) -> int:
        """How many devices show the screen now."""
        return len(self._present())

    @property
    def kinds(self) -> frozenset[str]:
        """The content types in which the picture is wanted; empty = nobody is looking."""
        return frozenset(viewer.kind for viewer in self._present())

    def offer(self, picture: Picture) -> None:
        """What the room sees now."""
        self.told = f"{hash(picture.said) & 0xFFFFFFFF:08x}"
        self.picture = picture
        self._wake_soon()

    def renew(self, code: str, capability: str) -> None:
        """Another code: whoever looks now is sent away."""
        self.code, self.capability = code, capability
        self._turn += 1
        self._viewers = {}
        self._wake_soon()

    def _present(self) -> list[Viewer]:
        now = time.monotonic()
        return [v for v in tuple(self._viewers.values()) if v.streams or now - v.seen < LOOKS]

    def _wake_soon(self) -> None:
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it has ended by itself meanwhile
                loop.call_soon_threadsafe(self.wake)

    # --- on the server's loop ---

    def open(self) -> None:
        """Serving begins."""
        self._loop, self.over = asyncio.get_running_loop(), False

    def close(self) -> None:
        """Serving ends. May be called again."""
        self._loop, self.over = None, True
        self.wake()

    def wake(self) -> None:
        """Everybody who waits looks again."""
        for event in self._waiting:
            event.set()

    def is_code(self, typed: str) -> bool:
        """Is this the code? Spaces do not matter."""
        return hmac.compare_digest("".join(typed.split()).encode(), self.code.encode())

    def is_capability(self, given: str) -> bool:
        """Is this the address people were sent to?"""
        return hmac.compare_digest(given.encode(), self.capability.encode())

    def seen(self, name: str) -> Viewer:
        """A viewer has asked for something. Raises Problem(503) when there are too many."""
        viewer = self._viewers.get(name)
        if viewer is None:
            if len(self._viewers) >= MOST:
                now = time.monotonic()
                self._viewers = {k: v for k, v in self._viewers.items() if v.streams or now - v.seen < LOOKS}
            if len(self._viewers) >= MOST:
                raise Problem(503, "too_many_screens", FULL)
            viewer = self._viewers[name] = Viewer()
        viewer.seen = time.monotonic()
        return viewer

    def now(self) -> dict[str, str]:
        """What a viewer compares with what it shows: the picture, and what it says."""
        return {"v": self.picture.version, "t": self.told}

    def watch(self) -> "Watch":
        """A slot for a viewer who follows."""
        return Watch(self)

    @property
    def turn(self) -> int:
        """Changes when those who look are sent away."""
        return self._turn


class Watch:
    """Waits for something other than what was last given. Use as a context."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._event = asyncio.Event()
        self._turn = mirror.turn
        self._given: dict[str, str] | None = None

    def __enter__(self) -> "Watch":
        self._mirror._waiting.add(self._event)
        return self

    def __exit__(self, *_: object) -> None:
        self._mirror._waiting.discard(self._event)

    @property
    def gone(self) -> bool:
        """Has the viewer been sent away?"""
        return self._turn != self._mirror.turn

    async def next(self, patience: float) -> dict[str, str] | None:
        """What there is now, as soon as it is another than before; None after so many seconds, or in the end."""
        while not self.gone and not self._mirror.over:
            now = self._mirror.now()
            if now != self._given:
                self._given = now
                return now
            self._event.clear()
            try:
                await asyncio.wait_for(self._event.wait(), patience)
            except TimeoutError:
                return None
        return None
