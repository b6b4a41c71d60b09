"""The evening as the rug shows it while it runs: shifted times, and where now is on it. Pure arithmetic."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fasilitaattori.workshop.schedule import Schedule, Slot

Steps = list[tuple[int, str, str]]
Times = list[tuple[datetime, datetime]]


@dataclass(frozen=True, slots=True)
class LiveRug:
    """`steps` (minutes, mode, title) as long as they were or will be, `times` their clock times, `now` minutes along the rug
    (-1 before the start, its length after the end), `starts` where each step begins along the rug."""

    steps: Steps
    times: Times
    now: float
    starts: list[int]


def live_rug(plan: Schedule, now: float) -> LiveRug:
    """The rug of a schedule at `now` (minutes since midnight, the same scale as the schedule's)."""
    steps: Steps = []
    times: Times = []
    starts: list[int] = []
    at, along = -1.0, 0
    for slot in plan.slots:
        length = _length(slot)
        if slot.state == "now":
            passed = max(0.0, now - slot.start)
            share = passed / (slot.end - slot.start) if slot.end > slot.start else 1.0
            at = along + min(1.0, share) * length
        steps.append((length, slot.step.mode, slot.step.title))
        times.append((_moment(slot.start), _moment(slot.end)))
        starts.append(along)
        along += length
    states = {slot.state for slot in plan.slots}
    if "done" in states and "now" not in states:
        at = along  # it is over, and all of it is worn
    return LiveRug(steps, times, at, starts)


def _length(slot: Slot) -> int:
    """Minutes on the rug: as it went or will go; one that was skipped has none."""
    if slot.state == "done" and slot.end <= slot.start:
        return 0
    return max(1, round(slot.end - slot.start))


def _moment(minutes: float) -> datetime:
    return datetime(2000, 1, 1) + timedelta(minutes=round(minutes))  # noqa: DTZ001 - a clock time without a day
