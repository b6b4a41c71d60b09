"""Planning: the commands that put steps into the plan, change, move and remove them (see steps for what a plan is)."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.groups import check_groups
from fasilitaattori.workshop.info import clean_time
from fasilitaattori.workshop.order import between
from fasilitaattori.workshop.steps import (
    CHANGEABLE,
    MAX_MINUTES,
    MAX_TITLE,
    MODES,
    Plan,
    Step,
    StepAdded,
    StepChanged,
    StepMoved,
    StepPlan,
    StepRemoved,
    changed,
)

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

__all__ = [
    "CHANGEABLE",
    "MAX_MINUTES",
    "MODES",
    "Plan",
    "Step",
    "StepAdded",
    "StepChanged",
    "StepMoved",
    "StepPlan",
    "StepRemoved",
]


def new_id() -> str:
    """An id for something new."""
    return str(uuid.uuid4())


def new_step(title: str, tool: str, minutes: int = 10, mode: str = "kaikki", **more: Any) -> StepPlan:
    """A step plan with a fresh id."""
    return StepPlan(new_id(), title, tool, minutes, mode, **more)


def check(state: "Workshop", plan: StepPlan) -> None:
    """RuleViolation: bad_minutes, too_long, bad_time, unknown_tool, bad_settings."""
    if not 1 <= plan.minutes <= MAX_MINUTES:
        raise RuleViolation("bad_minutes")
    if len(plan.title) > MAX_TITLE:
        raise RuleViolation("too_long", limit=MAX_TITLE)
    clean_time(plan.pinned)
    check_groups(plan.groups)
    model = state.models.get(plan.tool)
    if model is None:
        raise RuleViolation("unknown_tool")
    model.check(plan.settings)


def add_steps(plans: Sequence[StepPlan], before: str | None = None) -> Command:
    """Put steps into the plan before that step (None = at the end), in the order given."""

    def command(state: "Workshop") -> list[Outcome]:
        out: list[Outcome] = []
        key = state.plan.key_before(before)
        high = next((step.key for step in state.plan.steps() if step.id == before), "")
        for plan in plans:
            check(state, plan)
            out.append(StepAdded(plan, key))
            key = between(key, high)
        return out

    return command


def add_step(plan: StepPlan, before: str | None = None) -> Command:
    """Put one step into the plan."""
    return add_steps([plan], before)


def copy_steps(plans: Sequence[StepPlan]) -> Command:
    """Copies of steps at the end of the plan, each with an id of its own."""
    return add_steps([msgspec.structs.replace(plan, id=new_id()) for plan in plans])


def change_step(step_id: str, **changes: Any) -> Command:
    """Change fields of a step (see CHANGEABLE). `settings` given here replace the keys they name and keep the others."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id)
        wanted = dict(changes)
        if "pinned" in wanted:
            wanted["pinned"] = clean_time(wanted["pinned"])
        if "settings" in wanted:
            wanted["settings"] = {**step.settings, **wanted["settings"]}
        if "title" in wanted and not wanted["title"].strip():
            raise RuleViolation("empty_text")
        new = {key: value for key, value in wanted.items() if getattr(step.plan, key) != value}
        if not new:
            return []
        check(state, changed(step.plan, new))
        return [StepChanged(step_id, new)]

    return command


def change_lengths(minutes: dict[str, int]) -> Command:
    """Set the minutes of several steps at once (one undo)."""

    def command(state: "Workshop") -> list[Outcome]:
        return [out for step_id, length in minutes.items() for out in change_step(step_id, minutes=length)(state)]

    return command


def move_step(step_id: str, before: str | None) -> Command:
    """Move a step before another (None = to the end)."""

    def command(state: "Workshop") -> list[Outcome]:
        state.plan.need(step_id)
        order = [step.id for step in state.plan.steps()]
        here = order.index(step_id)
        after = order[here + 1] if here + 1 < len(order) else None
        if before in (step_id, after):
            return []
        return [StepMoved(step_id, state.plan.key_before(before, moving=step_id))]

    return command


def remove_step(step_id: str) -> Command:
    """Take a step out of the plan. The running step cannot be removed: RuleViolation("running_step")."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id)
        if state.run.current == step_id:
            raise RuleViolation("running_step")
        return [*state.models[step.tool].closing(state, step), StepRemoved(step_id)]

    return command


def duplicate_step(step_id: str, copy_id: str) -> Command:
    """A copy of the step right after it, with the id given."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id)
        steps = state.plan.steps()
        here = state.plan.index(step_id)
        high = steps[here + 1].key if here + 1 < len(steps) else ""
        copy = msgspec.structs.replace(step.plan, id=copy_id, pinned="", origin="")
        return [StepAdded(copy, between(step.key, high))]

    return command
