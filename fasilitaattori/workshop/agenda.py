"""The plan: steps of the evening in order, each with a tool, minutes and settings."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event, Outcome
from fasilitaattori.workshop.groups import Group, check_groups, read_groups
from fasilitaattori.workshop.info import clean_time
from fasilitaattori.workshop.order import between
from fasilitaattori.workshop.reasons import ReasonGiven

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MODES = ("kaikki", "yksin", "pari", "ryhma", "aani", "esitys", "tauko")
MAX_MINUTES = 600
MAX_TITLE = 120
CHANGEABLE = ("title", "tool", "minutes", "mode", "settings", "pinned", "notes", "hint", "flex", "groups")


class StepPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step as planned. `settings` are the tool's, `pinned` a clock time "18:30" or "", `notes` the facilitator's own.

    `flex` says how its length gives when time is short: "fixed" never, "first" before others, "flexible" with the others.
    `origin` is the name of the method it came with, "" = made for this workshop. `groups` work at the same time (see groups).
    """

    id: str
    title: str
    tool: str
    minutes: int = 10
    mode: str = "kaikki"
    settings: dict[str, Any] = {}
    pinned: str = ""
    notes: str = ""
    hint: str = ""
    flex: str = "flexible"
    origin: str = ""
    groups: list[dict[str, Any]] = []


class StepAdded(Body, frozen=True):
    """A step came into the plan at the place `key`."""

    plan: StepPlan
    key: str
    KIND: ClassVar[str] = "plan.step_added"
    PART: ClassVar[str] = "plan"
    UNDO: ClassVar[str] = N_("vaiheen lisäys")


class StepChanged(Body, frozen=True):
    """Fields of a step changed; one event when a field is left."""

    of: str
    changes: dict[str, Any]
    KIND: ClassVar[str] = "plan.step_changed"
    PART: ClassVar[str] = "plan"
    UNDO: ClassVar[str] = N_("vaiheen muutos")


class StepMoved(Body, frozen=True):
    """A step moved to the place `key`."""

    of: str
    key: str
    KIND: ClassVar[str] = "plan.step_moved"
    PART: ClassVar[str] = "plan"
    UNDO: ClassVar[str] = N_("vaiheen siirto")


class StepRemoved(Body, frozen=True):
    """A step was taken out of the plan; what was done in it stays in the log."""

    of: str
    KIND: ClassVar[str] = "plan.step_removed"
    PART: ClassVar[str] = "plan"
    UNDO: ClassVar[str] = N_("vaiheen poisto")


@dataclass(slots=True)
class Step:
    """A step of the folded plan. `came` and `came_key` are how and where it was put in."""

    plan: StepPlan
    key: str
    removed: bool = False
    came: StepPlan = field(init=False)
    came_key: str = field(init=False)

    def __post_init__(self) -> None:
        self.came, self.came_key = self.plan, self.key

    @property
    def id(self) -> str:
        return self.plan.id

    @property
    def title(self) -> str:
        return self.plan.title

    @property
    def tool(self) -> str:
        return self.plan.tool

    @property
    def minutes(self) -> int:
        return self.plan.minutes

    @property
    def mode(self) -> str:
        return self.plan.mode

    @property
    def settings(self) -> dict[str, Any]:
        return self.plan.settings

    @property
    def pinned(self) -> str:
        return self.plan.pinned

    @property
    def notes(self) -> str:
        return self.plan.notes

    @property
    def hint(self) -> str:
        return self.plan.hint

    @property
    def groups(self) -> list[Group]:
        return read_groups(self.plan.groups)


@dataclass(slots=True)
class Plan:
    """All steps ever planned; `steps()` gives those in the plan now, in order."""

    by_id: dict[str, Step] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    _ordered: list[Step] | None = None

    def apply(self, event: Event) -> None:
        """Fold one event."""
        body = event.body
        self._ordered = None
        if isinstance(body, StepAdded):
            self.by_id.setdefault(body.plan.id, Step(body.plan, body.key))
            return
        if isinstance(body, ReasonGiven):
            self.reasons[body.of] = body.why
            return
        if not isinstance(body, StepChanged | StepMoved | StepRemoved):
            return
        step = self.by_id.get(body.of)
        if step is None:
            return
        if isinstance(body, StepChanged):
            step.plan = _changed(step.plan, body.changes)
        elif isinstance(body, StepMoved):
            step.key = body.key
        else:
            step.removed = True

    def steps(self) -> list[Step]:
        """The steps in the plan, in order."""
        if self._ordered is None:
            kept = (step for step in self.by_id.values() if not step.removed)
            self._ordered = sorted(kept, key=lambda step: (step.key, step.id))
        return self._ordered

    def get(self, step_id: str | None) -> Step | None:
        """The step in the plan, or None."""
        step = self.by_id.get(step_id) if step_id else None
        return None if step is None or step.removed else step

    def need(self, step_id: str, tool: str = "") -> Step:
        """The step in the plan, of this tool when given. RuleViolation: no_step, wrong_step."""
        step = self.get(step_id)
        if step is None:
            raise RuleViolation("no_step")
        if tool and step.tool != tool:
            raise RuleViolation("wrong_step")
        return step

    def index(self, step_id: str | None) -> int:
        """Its place from 0, or -1."""
        return next((i for i, step in enumerate(self.steps()) if step.id == step_id), -1)

    def key_before(self, before: str | None, moving: str = "") -> str:
        """A place just before that step (None or unknown = at the end); `moving` is left out of the reckoning."""
        steps = [step for step in self.steps() if step.id != moving]
        index = next((i for i, step in enumerate(steps) if step.id == before), len(steps))
        low = steps[index - 1].key if index else ""
        high = steps[index].key if index < len(steps) else ""
        return between(low, high)


def _changed(plan: StepPlan, changes: dict[str, Any]) -> StepPlan:
    """The plan with fields of the right type changed; anything else is ignored (fold never raises)."""
    good = {key: value for key, value in changes.items() if key in CHANGEABLE and type(value) is type(getattr(plan, key))}
    return msgspec.structs.replace(plan, **good)


# --- commands ------------------------------------------------------------------------------------------------------


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
        check(state, _changed(step.plan, new))
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
