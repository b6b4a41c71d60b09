"""The facilitator's acts while the evening runs: on and back, the timer, opening and closing, the end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.events import At, Command, Outcome
from fasilitaattori.workshop.floor import TurnEnded
from fasilitaattori.workshop.run import (
    Adjusted,
    Ended,
    MarksSet,
    Paused,
    Resumed,
    RoomOpened,
    StepClosed,
    StepOpened,
    StepStarted,
)

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

MOST_MARKS, LONGEST_MARK = 6, 120
"""So many marks of the time at most, none longer than these minutes before the end of a step."""


def open_room() -> Command:
    """Let participants in (before the first step, or again after the end)."""

    def command(state: "Workshop") -> list[Outcome]:
        return [RoomOpened()] if state.run.phase in ("planned", "ended") else []

    return command


def go_to(step_id: str) -> Command:
    """Leave the current step and start this one."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id)
        if state.run.current == step_id:
            return []
        return [*_leave(state), StepStarted(step_id), *_enter(state, step)]

    return command


def start() -> Command:
    """Start the first step, or let a paused timer go on."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.run.current:
            return [Resumed()] if state.run.paused_since is not None else []
        steps = state.plan.steps()
        if not steps:
            raise RuleViolation("no_steps")
        last = state.run.visits[-1].step if state.run.visits else ""
        return go_to(last if state.plan.get(last) else steps[0].id)(state)

    return command


def next_step() -> Command:
    """On to the next step. RuleViolation: last_step after the last one, already_ended when the evening is over."""
    return _beside(1, "last_step")


def previous_step() -> Command:
    """Back to the step before; its timer goes on from what was left. RuleViolation: first_step, already_ended."""
    return _beside(-1, "first_step")


def _beside(by: int, otherwise: str) -> Command:
    def command(state: "Workshop") -> list[Outcome]:
        steps = state.plan.steps()
        if not steps:
            raise RuleViolation("no_steps")
        if state.run.phase == "ended":
            raise RuleViolation("already_ended")
        if state.run.current is None:
            return start()(state)
        index = state.plan.index(state.run.current) + by
        if not 0 <= index < len(steps):
            raise RuleViolation(otherwise)
        return go_to(steps[index].id)(state)

    return command


def pause() -> Command:
    """Stop the timer of the current step."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.run.current is None:
            raise RuleViolation("not_running")
        return [Paused()] if state.run.paused_since is None else []

    return command


def resume() -> Command:
    """Let the timer of the current step go on."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.run.current is None:
            raise RuleViolation("not_running")
        return [Resumed()] if state.run.paused_since is not None else []

    return command


def adjust(seconds: int) -> Command:
    """Give the current step more time, or less (never below nothing)."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.current
        if step is None:
            raise RuleViolation("not_running")
        planned = step.minutes * 60 + state.run.adjusted.get(step.id, 0)
        change = max(seconds, -planned)
        return [Adjusted(step.id, change)] if change else []

    return command


def set_marks(minutes: Sequence[int] | None) -> Command:
    """Remind of the time at these minutes before the end of each step of this workshop; None = as the settings say.
    RuleViolation: bad_number."""
    wanted = None if minutes is None else tuple(sorted(set(minutes), reverse=True))

    def command(state: "Workshop") -> list[Outcome]:
        if wanted is not None and (len(wanted) > MOST_MARKS or not all(0 <= mark <= LONGEST_MARK for mark in wanted)):
            raise RuleViolation("bad_number")
        if wanted == state.run.marks:
            return []
        return [MarksSet(None if wanted is None else list(wanted))]

    return command


def open_step(step_id: str | None = None) -> Command:
    """Let participants take part in the current step (again)."""

    def command(state: "Workshop") -> list[Outcome]:
        step = _on(state, step_id)
        opened: list[Outcome] = [] if state.run.is_open(step.id) else [StepOpened(step.id)]
        return [*_opening(state, step), *opened]

    return command


def close_step(step_id: str | None = None) -> Command:
    """Stop participants from taking part; a vote or survey is counted."""

    def command(state: "Workshop") -> list[Outcome]:
        step = _on(state, step_id)
        return _closing(state, step)

    return command


def end() -> Command:
    """End the workshop: everything open is closed and counted."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.run.phase == "ended":
            raise RuleViolation("already_ended")
        elsewhere = [out for step in state.plan.steps() if step is not state.current for out in _closing(state, step)]
        return [*_leave(state), *elsewhere, Ended()]

    return command


def _on(state: "Workshop", step_id: str | None) -> "Step":
    if step_id is not None:
        step = state.plan.need(step_id)
        if state.run.current != step_id:
            raise RuleViolation("wrong_step")
        return step
    if state.current is None:
        raise RuleViolation("not_running")
    return state.current


def _enter(state: "Workshop", step: "Step") -> list[Outcome]:
    """Open a step on arrival; one that was counted stays closed until the facilitator opens it again."""
    if step.id in state.run.ever_open and not state.models[step.tool].reopens:
        return []
    return [*_opening(state, step), StepOpened(step.id)]


def _opening(state: "Workshop", step: "Step") -> list[Outcome]:
    return [At(step.id, body) for body in state.models[step.tool].opening(state, step)]


def _closing(state: "Workshop", step: "Step") -> list[Outcome]:
    out: list[Outcome] = list(state.models[step.tool].closing(state, step))
    if state.run.is_open(step.id):
        out.append(StepClosed(step.id))
    return out


def _leave(state: "Workshop") -> list[Outcome]:
    out: list[Outcome] = [TurnEnded()] if state.floor.speaking else []
    if state.current is not None:
        out += _closing(state, state.current)
    return out
