"""What a plan is: steps of the evening in order, each with a tool, minutes and settings; and how it is folded."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Event
from fasilitaattori.workshop.groups import Group, read_groups
from fasilitaattori.workshop.order import between
from fasilitaattori.workshop.reasons import ReasonGiven, ReasonRewritten

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
        if isinstance(body, ReasonGiven | ReasonRewritten):
            self.reasons[body.of] = body.why
            return
        if not isinstance(body, StepChanged | StepMoved | StepRemoved):
            return
        step = self.by_id.get(body.of)
        if step is None:
            return
        if isinstance(body, StepChanged):
            step.plan = changed(step.plan, body.changes)
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


def changed(plan: StepPlan, changes: dict[str, Any]) -> StepPlan:
    """The plan with fields of the right type changed; anything else is ignored (fold never raises)."""
    good = {key: value for key, value in changes.items() if key in CHANGEABLE and type(value) is type(getattr(plan, key))}
    return msgspec.structs.replace(plan, **good)
