"""All open connections: how many a phone and an address may hold, which go when there are too many, and which took too long.

The process can hold a limited number of files. When the room for strangers is full, the oldest idle connection of the address
that has most is closed rather than a newcomer refused: whoever opens a hundred connections and says nothing loses them, and the
phone that knocks gets in. A connection is a stranger's until its first request under a valid capability.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from fasilitaattori.phones.gate.limits import Limits

logger = logging.getLogger(__name__)

# Phases of a connection: a request's head is to come, its body, the answer, the next request, the other end's goodbye.
HEAD, BODY, ANSWERING, IDLE, LEAVING = range(5)
LEAVE = 5.0  # seconds for reading a refusal
GRACE = 0.5  # seconds for answers under way when the server ends

Group = dict["Guest", None]  # in the order of coming


class Guest(Protocol):
    """A connection, as far as the crowd is concerned."""

    address: str
    phone: str

    @property
    def busy(self) -> bool: ...
    def overdue(self, now: float, patience: dict[int, float], unread: float) -> bool: ...
    def cut(self) -> None: ...


class Stream(Protocol):
    """An open stream of changes."""

    def close(self) -> None: ...


class Crowd:
    """Belongs to the server's loop. `files`: how many connections the process can hold."""

    def __init__(self, limits: Limits, clock: Callable[[], float], files: int) -> None:
        self._limits = limits
        self.clock = clock
        self._most = min(limits.connections, files)
        self._most_strangers = min(limits.connections_of_strangers, self._most // 2)
        self._patience = {HEAD: limits.head, BODY: limits.body, IDLE: limits.idle, LEAVING: LEAVE}
        self._everybody: Group = {}
        self._strangers: dict[str, Group] = {}
        self._phones: dict[str, Group] = {}
        self._strange = 0  # how many strangers there are, the laptop's own left out
        self.on_the_way = limits.on_the_way
        self._streams: dict[str, list[Stream]] = {}
        self.closing = False

    # --- coming and going ---

    def came(self, guest: Guest) -> None:
        """A connection has been made."""
        self._everybody[guest] = None
        group = self._strangers.setdefault(guest.address, {})
        group[guest] = None
        own = self._is_own(guest.address)
        self._strange += not own
        if self.closing:
            guest.cut()
        elif not own and len(group) > self._limits.connections_of_stranger:
            _cut_one(group)
        elif self._strange > self._most_strangers or len(self._everybody) > self._most:
            _cut_one(self._largest())

    def introduced(self, guest: Guest, phone: str) -> None:
        """It has shown this capability. One that has been cut may still have a request at work."""
        if guest not in self._everybody:
            return
        self._leave_group(guest)
        guest.phone = phone
        group = self._phones.setdefault(phone, {})
        group[guest] = None
        if len(group) > self._limits.connections_of_phone:
            _cut_one(group)

    def gone(self, guest: Guest) -> None:
        """It is closed. May be said again."""
        if guest in self._everybody:
            del self._everybody[guest]
            self._leave_group(guest)

    def _leave_group(self, guest: Guest) -> None:
        groups, key = (self._phones, guest.phone) if guest.phone else (self._strangers, guest.address)
        group = groups[key]
        del group[guest]
        if not group:
            del groups[key]
        if not guest.phone:
            self._strange -= not self._is_own(guest.address)

    def _is_own(self, address: str) -> bool:
        return address.startswith(self._limits.own)

    def _largest(self) -> Group:
        """The group that has most: strangers of the network first, then phones, then the laptop itself."""
        foreign = [group for address, group in self._strangers.items() if not self._is_own(address)]
        return max(foreign or self._phones.values() or self._strangers.values(), key=len)

    def stream_begins(self, phone: str, stream: Stream) -> None:
        """A stream more for this phone; the oldest one too many ends."""
        streams = self._streams.setdefault(phone, [])
        streams.append(stream)
        if len(streams) > self._limits.streams_of_phone:
            streams.pop(0).close()

    def stream_ends(self, phone: str, stream: Stream) -> None:
        streams = self._streams.get(phone, [])
        if stream in streams:
            streams.remove(stream)
        if not streams:
            self._streams.pop(phone, None)

    # --- time ---

    def sweep(self) -> None:
        """Cut those that took too long."""
        now = self.clock()
        for guest in tuple(self._everybody):
            if guest.overdue(now, self._patience, self._limits.unread):
                guest.cut()

    async def sweep_on_and_on(self, tidy: Callable[[], None]) -> None:
        """Every few seconds, until cancelled; `tidy` is done at the same times."""
        while True:
            await asyncio.sleep(self._limits.sweep)
            try:
                self.sweep()
                tidy()
            except Exception:  # whatever it was, the next look must come: without it nobody is ever cut again
                logger.exception("a bug in looking at the connections")

    async def close(self) -> None:
        """Cut who is only waiting or still sending, let answers under way end, then cut the rest."""
        self.closing = True
        for guest in tuple(self._everybody):
            if not guest.busy:
                guest.cut()
        for _ in range(10):
            await asyncio.sleep(GRACE / 10)
            if not self._everybody:
                return
        for guest in tuple(self._everybody):
            guest.cut()


def _cut_one(group: Group) -> None:
    """The oldest of those that wait for nothing, else the oldest."""
    next((guest for guest in group if not guest.busy), next(iter(group))).cut()
