"""The state of one workshop, folded from its log. Mutable, and owned by exactly one thread."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from fasilitaattori.workshop.agenda import Plan, Step, StepAdded, StepChanged, StepMoved, StepRemoved
from fasilitaattori.workshop.answers import BODIES as ANSWER_BODIES
from fasilitaattori.workshop.answers import Answers
from fasilitaattori.workshop.checking import Checking
from fasilitaattori.workshop.checkingfacts import BODIES as CHECKING_BODIES
from fasilitaattori.workshop.closing import (
    ApprovalWithdrawn,
    Approved,
    Closing,
    PaperGiven,
    SectionEdited,
    SectionLeftOut,
    SectionsRewritten,
    WhatNext,
    WhatNextRewritten,
)
from fasilitaattori.workshop.events import Body, Erased, Event, Kinds, Undone, kinds_of
from fasilitaattori.workshop.floor import Floor, FloorAsked, FloorOpened, FloorWithdrawn, TurnEnded, TurnGiven
from fasilitaattori.workshop.heading import MinutesHeaded
from fasilitaattori.workshop.info import Info, InfoChanged
from fasilitaattori.workshop.letterhead import LetterheadSet
from fasilitaattori.workshop.materials import MaterialAdded, MaterialChanged, MaterialRemoved, Materials, MaterialTicked
from fasilitaattori.workshop.people import (
    Counted,
    DoorSet,
    NumberRetired,
    People,
    PersonAdded,
    PersonChanged,
    PersonJoined,
    PersonMuted,
    PersonRemoved,
    PhoneAdded,
)
from fasilitaattori.workshop.reasons import ReasonGiven, ReasonRewritten
from fasilitaattori.workshop.record import Record, Recorded, RecordEdited, RecordRemoved, RecordRewritten
from fasilitaattori.workshop.run import (
    Adjusted,
    Ended,
    MarksSet,
    Paused,
    Resumed,
    RoomOpened,
    Run,
    StepClosed,
    StepOpened,
    StepStarted,
)
from fasilitaattori.workshop.show import Screen, Shown
from fasilitaattori.workshop.tool import Tool, ToolState

CORE_BODIES: tuple[type[Body], ...] = (
    *(Undone, Erased, InfoChanged, LetterheadSet),
    *(StepAdded, StepChanged, StepMoved, StepRemoved, ReasonGiven, ReasonRewritten),
    *(MaterialAdded, MaterialChanged, MaterialTicked, MaterialRemoved),
    *(RoomOpened, StepStarted, Paused, Resumed, Adjusted, MarksSet, StepOpened, StepClosed, Ended),
    *(PersonJoined, PersonAdded, PersonChanged, Counted, NumberRetired),
    *(PhoneAdded, DoorSet, PersonMuted, PersonRemoved),
    *(FloorAsked, FloorWithdrawn, TurnGiven, TurnEnded, FloorOpened),
    *(Recorded, RecordEdited, RecordRemoved, RecordRewritten, Shown),
    *(SectionEdited, SectionsRewritten, SectionLeftOut, MinutesHeaded, WhatNext, WhatNextRewritten),
    *(Approved, ApprovalWithdrawn, PaperGiven),
    *CHECKING_BODIES,
    *ANSWER_BODIES,
)
PARTS = ("info", "plan", "materials", "run", "people", "floor", "record", "screen", "closing", "checking", "answers")
Models = Mapping[str, Tool]


class Part(Protocol):
    """Anything events are folded into."""

    def apply(self, event: Event) -> None: ...


def all_kinds(models: Models) -> Kinds:
    """Every kind of event this version knows."""
    return kinds_of([*CORE_BODIES, *(body for tool in models.values() for body in tool.bodies)])


def _owners(models: Models) -> dict[str, Tool]:
    return {body.KIND: tool for tool in models.values() for body in tool.bodies}


class Workshop:
    """One workshop. Parts are independent of each other, so that undo can fold one anew without the others."""

    __slots__ = (
        *(
            "answers",
            "checking",
            "closing",
            "floor",
            "id",
            "info",
            "materials",
            "models",
            "people",
            "plan",
            "record",
            "run",
            "screen",
        ),
        *("tools", "turnout"),
        "_tool_of_kind",
    )

    def __init__(self, stream: str, models: Models) -> None:
        self.id = stream
        self.models = models
        self.info = Info()
        self.plan = Plan()
        self.materials = Materials()
        self.run = Run()
        self.people = People()
        self.floor = Floor()
        self.record = Record()
        self.screen = Screen()
        self.closing = Closing()
        self.checking = Checking()
        self.answers = Answers()
        self.tools: dict[str, dict[str, ToolState]] = {}
        self.turnout: dict[str, int] = {}
        self._tool_of_kind = _owners(models)

    def apply(self, event: Event) -> None:
        """Fold one event into the part it belongs to. Never raises for what an event says."""
        part = event.body.PART
        if part == "step":
            if event.step is not None:
                tool = self._tool_of_kind.get(event.kind)
                if tool is not None:
                    self._tool_state(event.step, tool).apply(event)
        elif part:
            target: Part = getattr(self, part)
            target.apply(event)

    def refold(self, part: str, events: Iterable[Event]) -> None:
        """Fold one part anew from its live events, given in log order."""
        if part.startswith("step:"):
            self.tools.pop(part[5:], None)
        else:
            setattr(self, part, type(getattr(self, part))())
        for event in events:
            self.apply(event)

    def _tool_state(self, step_id: str, tool: Tool) -> ToolState:
        of_step = self.tools.setdefault(step_id, {})
        state = of_step.get(tool.name)
        if state is None:
            state = of_step[tool.name] = tool.state()
        return state

    def tool(self, step: Step) -> Any:
        """The state of the step's tool (an empty one when nothing has happened yet)."""
        found = self.tools.get(step.id, {}).get(step.tool)
        return found if found is not None else self.models[step.tool].state()

    def settings(self, step: Step) -> Any:
        """The step's settings as its tool's struct."""
        return self.models[step.tool].read(step.settings)

    @property
    def current(self) -> Step | None:
        """The step that is on, or None."""
        return self.plan.get(self.run.current)

    @property
    def following(self) -> Step | None:
        """The step after the current one (the first one before the start), or None."""
        steps = self.plan.steps()
        index = self.plan.index(self.run.current) + 1
        return steps[index] if index < len(steps) else None
