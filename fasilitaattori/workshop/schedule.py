"""Agenda arithmetic: clock times that run on from the start, pinned steps with their slack or overrun, and how late we are.

All times are minutes since midnight of the workshop's day (floats; past midnight they go on beyond 1440).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from fasilitaattori.workshop.info import parse_time

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

DEFAULT_START = 18 * 60.0
FAR_FROM_PLAN = 180.0
"""Started this far from plan (a rehearsal, another day): lateness is measured from the actual start, and pins move along."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One step in time. `start`/`end` as expected now, `planned_*` by the plan; `slack` free minutes before a pinned step
    (negative = it cannot start on time). `state` is done, now or next."""

    step: "Step"
    planned_start: float
    planned_end: float
    start: float
    end: float
    slack: float
    state: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole evening. `late` minutes behind plan (negative = ahead); `over` minutes over the time at hand (0 = fits);
    `begun_late` minutes from the planned start to the actual one."""

    slots: tuple[Slot, ...]
    planned_start: float
    planned_end: float
    end: float
    late: float
    total: int
    over: float
    begun_late: float = 0.0

    @property
    def late_since_start(self) -> float:
        """Minutes behind a plan that would have begun when the evening really began (negative = ahead)."""
        return self.late - self.begun_late

    def slot(self, step_id: str | None) -> Slot | None:
        """The slot of a step, or None."""
        return next((slot for slot in self.slots if slot.step.id == step_id), None)


def minutes_of(text: str) -> float | None:
    """Minutes since midnight of "18:30"; None when it is no clock time."""
    found = parse_time(text)
    return None if found is None else float(found.hour * 60 + found.minute)


def clock_text(minutes: float) -> str:
    """ "18:30" of minutes since midnight, rounded to the nearest minute."""
    whole = round(minutes) % (24 * 60)
    return f"{whole // 60:02d}:{whole % 60:02d}"


def schedule(state: "Workshop", now_ms: int | None = None) -> Schedule:
    """The schedule by the plan, or, while running, as it goes at `now_ms` (steady milliseconds)."""
    steps = state.plan.steps()
    planned_start = minutes_of(state.info.start)
    start = DEFAULT_START if planned_start is None else planned_start
    shift = 0.0
    if state.run.visits and now_ms is not None:
        begun = _local_minutes(state.run.visits[0].start_at)
        if abs(begun - start) > FAR_FROM_PLAN:
            shift = begun - start if planned_start is not None else 0.0  # without a start, pins are clock times of any day
            start = begun
    planned = _planned(steps, start, shift)
    planned_end = planned[-1][1] if planned else start
    slots = tuple(
        _running(state, planned, now_ms, shift) if state.run.visits and now_ms is not None else _as_planned(planned, steps)
    )
    end = slots[-1].end if slots else start
    at_hand = state.info.minutes_at_hand
    over = max(0.0, planned_end - start - at_hand) if at_hand else 0.0
    total = sum(step.minutes for step in steps)
    late = end - planned_end if state.run.visits else 0.0
    begun_late = _local_minutes(state.run.visits[0].start_at) - start if state.run.visits else 0.0
    return Schedule(slots, start, planned_end, end, late, total, over, begun_late)


def _planned(steps: "list[Step]", start: float, shift: float) -> list[tuple[float, float, float]]:
    """(start, end, slack) of each step by the plan alone."""
    out = []
    clock = start
    for step in steps:
        begin, slack = _pin(step, clock, start, shift)
        clock = begin + step.minutes
        out.append((begin, clock, slack))
    return out


def _pin(step: "Step", clock: float, day_start: float, shift: float) -> tuple[float, float]:
    """When a step begins that could begin at `clock`, and the slack before it. `shift`: a rehearsal in the morning has its
    coffee as long after the beginning as the evening will, not in the evening."""
    pinned = minutes_of(step.pinned)
    if pinned is None:
        return clock, 0.0
    pinned += shift
    if pinned < day_start - 12 * 60:
        pinned += 24 * 60  # after midnight of an evening that began the day before
    return max(clock, pinned), pinned - clock


def _as_planned(planned: list[tuple[float, float, float]], steps: "list[Step]") -> list[Slot]:
    return [Slot(step, a, b, a, b, slack, "next") for step, (a, b, slack) in zip(steps, planned, strict=True)]


def _running(state: "Workshop", planned: list[tuple[float, float, float]], now_ms: int, shift: float) -> list[Slot]:
    """Done steps as they went, the current one to the end of its timer or now, the rest running on from there."""
    run = state.run
    steps = state.plan.steps()
    first = run.visits[0]
    origin = _local_minutes(first.start_at)
    day_start = origin

    def at(ms: int) -> float:
        return origin + (ms - first.start_ms) / 60_000

    clock = at(run.ended_ms if run.ended_ms is not None else now_ms)
    current = state.plan.index(run.current)
    done = {visit.step for visit in run.visits if visit.end_ms is not None}
    slots = []
    for index, (step, (a, b, _slack)) in enumerate(zip(steps, planned, strict=True)):
        visits = [v for v in run.visits if v.step == step.id]
        if step.id == run.current:
            clock = at(now_ms) + max(0, run.timer(step, now_ms).left_ms) / 60_000
            slots.append(Slot(step, a, b, at(visits[0].start_ms), clock, 0.0, "now"))
        elif step.id in done and (current < 0 or index < current):
            slots.append(Slot(step, a, b, at(visits[0].start_ms), at(visits[-1].end_ms or now_ms), 0.0, "done"))
        elif (current >= 0 and index < current) or run.ended_ms is not None:
            here = slots[-1].end if slots else origin
            slots.append(Slot(step, a, b, here, here, 0.0, "done"))  # skipped
        else:
            begin, slack = _pin(step, clock, day_start, shift)
            clock = begin + max(0.0, step.minutes + run.adjusted.get(step.id, 0) / 60)
            slots.append(Slot(step, a, b, begin, clock, slack, "next"))
    return slots


def _local_minutes(at: str) -> float:
    moment = datetime.fromisoformat(at)
    return moment.hour * 60 + moment.minute + moment.second / 60
