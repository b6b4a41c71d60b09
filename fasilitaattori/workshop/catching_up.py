"""What gives when the evening is late: which of the coming steps could be shortened, and by how much.

The rule is that of fitting a method into less time (see `methods/scaling.py`): "first" steps give way before the others, fixed
ones never, and none below half of its length. A step with a clock time of its own keeps both; a minute taken before free time
that the plan has anyway gains nothing, so it is not taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.run import Adjusted
from fasilitaattori.workshop.schedule import Schedule, Slot

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

LEAST = 5
"""No step is made shorter than so many minutes."""
LEAST_BREAK = 10
"""Nor a break: people need it, and it would only be overrun."""
WORTH = 2
"""From so many minutes behind on there is something to catch up with."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """A coming step that could take `after` minutes instead of `before`."""

    step: "Step"
    before: int
    after: int

    @property
    def gain(self) -> int:
        return self.before - self.after


def what_gives(plan: Schedule) -> list[Shorter]:
    """What to shorten, in the order of the evening, so that it ends as planned and comes in time to what has a clock time; as
    near to that as it goes without hurting a step. Empty when the evening is in time, or nothing can give."""
    coming = [slot for slot in plan.slots if slot.state == "next"]
    if not coming or round(_behind(plan, coming, {})) < WORTH:
        return []
    taken: dict[str, int] = {}
    for flex in ("first", "flexible"):
        able = [slot for slot in coming if slot.step.plan.flex == flex and not slot.step.pinned]
        _take(plan, coming, able, taken)
    _give_back(plan, coming, taken)
    return [
        Shorter(slot.step, _minutes(slot), _minutes(slot) - taken[slot.step.id]) for slot in coming if slot.step.id in taken
    ]


def shorten(steps: Sequence[Shorter]) -> Command:
    """Shorten these coming steps, as one act. What has begun or got another length meanwhile is left as it is: two presses of
    the key shorten once. RuleViolation("moved_on") when nothing of it is left to do."""

    def command(state: "Workshop") -> list[Outcome]:
        here = state.plan.index(state.run.current)
        out: list[Outcome] = []
        for shorter in steps:
            step = state.plan.get(shorter.step.id)
            if step is None or state.plan.index(step.id) <= here:
                continue
            if round(step.minutes + state.run.adjusted.get(step.id, 0) / 60) == shorter.before:
                out.append(Adjusted(step.id, -60 * shorter.gain))
        if not out:
            raise RuleViolation("moved_on")
        return out

    return command


def _take(plan: Schedule, coming: Sequence[Slot], able: Sequence[Slot], taken: dict[str, int]) -> None:
    """Minute by minute from the step that has kept most of its length, while that brings the evening nearer to its plan."""
    candidates = [slot for slot in able if _minutes(slot) > _least(slot)]
    behind = _behind(plan, coming, taken)
    while candidates and behind >= 1:
        slot = max(candidates, key=lambda each: (_kept(each, taken), _minutes(each)))
        step_id = slot.step.id
        tried = {**taken, step_id: taken.get(step_id, 0) + 1}
        nearer = _behind(plan, coming, tried)
        if nearer >= behind:
            candidates.remove(slot)
            continue
        taken[step_id], behind = tried[step_id], nearer
        if _minutes(slot) - taken[step_id] <= _least(slot):
            candidates.remove(slot)


def _give_back(plan: Schedule, coming: Sequence[Slot], taken: dict[str, int]) -> None:
    """What turned out to gain nothing, because what was taken before a clock time later did the same."""
    for step_id in reversed(list(taken)):
        while taken[step_id]:
            less = {**taken, step_id: taken[step_id] - 1}
            if _behind(plan, coming, less) > _behind(plan, coming, taken):
                break
            taken[step_id] -= 1
        if not taken[step_id]:
            del taken[step_id]


def _kept(slot: Slot, taken: Mapping[str, int]) -> Fraction:
    whole = _minutes(slot)
    return Fraction(2 * (whole - taken.get(slot.step.id, 0)) - 1, whole)


def _minutes(slot: Slot) -> int:
    return round(slot.end - slot.start)


def _least(slot: Slot) -> int:
    """Half of what it was planned to take, and never less than what makes sense."""
    least = LEAST_BREAK if slot.step.mode == "tauko" else LEAST
    return max(-(-slot.step.minutes // 2), least)


def _behind(plan: Schedule, coming: Sequence[Slot], taken: Mapping[str, int]) -> float:
    """Minutes after the planned end, and after every clock time that is coming, all together."""
    clock, behind = coming[0].start - max(0.0, coming[0].slack), 0.0
    for slot in coming:
        if slot.step.pinned:
            behind += max(0.0, clock - slot.planned_start)
            clock = max(clock, slot.planned_start)
        clock += _minutes(slot) - taken.get(slot.step.id, 0)
    return behind + max(0.0, clock - plan.planned_end)
