"""Time that a timer can trust.

Timers must survive a sleeping laptop and a wall clock somebody corrects in the middle of the evening. So events carry a
hybrid logical clock whose physical part comes from `Clock.ms()`: wall time read once at start, carried on by a clock that
only goes forward and counts sleep too. The wall time itself (`Clock.now()`) is for people and minutes.
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime

COUNTER_BITS = 16
_COUNTER_MASK = (1 << COUNTER_BITS) - 1


def sleepless(system: str) -> str:
    """The name in `time` of the clock that never goes back and goes on while the laptop sleeps; "" = `time.monotonic` does.
    On macOS `time.monotonic` is mach_absolute_time, which stands still asleep (Python, library `time`; clock_gettime(3))."""
    return {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(system, "")


_NAME = sleepless(sys.platform)
_SLEEPLESS: int | None = getattr(time, _NAME) if _NAME else None


def _forward_seconds() -> float:
    """Seconds of a clock that never goes back and counts the time asleep."""
    return time.monotonic() if _SLEEPLESS is None else time.clock_gettime(_SLEEPLESS)


class Clock:
    """Steady milliseconds and wall time of one process."""

    def __init__(self, wall: Callable[[], float] = time.time, forward: Callable[[], float] = _forward_seconds) -> None:
        self._wall = wall
        self._forward = forward
        self._anchor = wall() - forward()

    def ms(self) -> int:
        """Milliseconds since 1970 by the steady clock."""
        return int((self._anchor + self._forward()) * 1000)

    def not_before(self, ms: int) -> None:
        """From now on steadily later than this. The log's last moment is given at its opening: when the wall clock was set
        back since then, timers go on from where they were."""
        behind = ms - self.ms()
        if behind > 0:
            self._anchor += behind / 1000

    def now(self) -> datetime:
        """Wall time with offset, as people see it."""
        return datetime.fromtimestamp(self._wall()).astimezone()


class DemoClock(Clock):
    """A clock of a rehearsal: starts where it is put, runs `speed` times as fast, and can be moved forward."""

    def __init__(self, start: datetime, speed: float = 1.0) -> None:
        self._ahead = 0.0
        begun = _forward_seconds()
        seconds = start.timestamp()

        def wall() -> float:
            return seconds + (_forward_seconds() - begun) * speed + self._ahead

        super().__init__(wall=wall, forward=lambda: wall() - seconds)

    def advance(self, seconds: float) -> None:
        """Move forward by so many seconds (never back)."""
        self._ahead += max(0.0, seconds)


def next_stamp(last: int, ms: int) -> int:
    """The next hybrid logical clock value: later than `last`, physical part `ms` where possible (Kulkarni et al. 2014)."""
    return max(last + 1, ms << COUNTER_BITS)


def stamp_ms(stamp: int) -> int:
    """The steady milliseconds of a hybrid logical clock value."""
    return stamp >> COUNTER_BITS
