"""Running the evening: which step is on since when, its timer, and whether participants may take part in it just now."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_
from fasilitaattori.workshop.events import Body, Event

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step


class _Run(Body, frozen=True):
    PART: ClassVar[str] = "run"


class RoomOpened(_Run, frozen=True):
    """Participants may join."""

    KIND: ClassVar[str] = "run.room_opened"


class StepStarted(_Run, frozen=True):
    """This step is on from now."""

    of: str
    KIND: ClassVar[str] = "run.step_started"
    UNDO: ClassVar[str] = N_("siirtyminen vaiheeseen")


class Paused(_Run, frozen=True):
    """The timer of the current step stands still."""

    KIND: ClassVar[str] = "run.paused"


class Resumed(_Run, frozen=True):
    """The timer goes on."""

    KIND: ClassVar[str] = "run.resumed"


class Adjusted(_Run, frozen=True):
    """The step got more (or, negative, less) time than planned."""

    of: str
    seconds: int
    KIND: ClassVar[str] = "run.adjusted"
    UNDO: ClassVar[str] = N_("ajan muutos")


class MarksSet(_Run, frozen=True):
    """The room is told of the time at these minutes before the end of each step; None = as the settings say."""

    minutes: list[int] | None
    KIND: ClassVar[str] = "run.marks_set"
    UNDO: ClassVar[str] = N_("muistutusten muutos")


class StepOpened(_Run, frozen=True):
    """Participants may take part in this step."""

    of: str
    KIND: ClassVar[str] = "run.step_opened"


class StepClosed(_Run, frozen=True):
    """Participants may no longer take part in this step."""

    of: str
    KIND: ClassVar[str] = "run.step_closed"


class Ended(_Run, frozen=True):
    """The workshop is over."""

    KIND: ClassVar[str] = "run.ended"
    UNDO: ClassVar[str] = N_("työpajan päättäminen")


@dataclass(slots=True)
class Visit:
    """One stay in a step. `*_ms` steady milliseconds, `*_at` wall time (ISO)."""

    step: str
    start_ms: int
    start_at: str
    end_ms: int | None = None
    end_at: str = ""


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer at one moment, in milliseconds. `left_ms` is negative in overtime; `ends_ms` (steady) only while it runs."""

    planned_ms: int
    used_ms: int
    running: bool
    ends_ms: int | None

    @property
    def left_ms(self) -> int:
        return self.planned_ms - self.used_ms


@dataclass(slots=True)
class Run:
    """How the evening goes. `marks`: minutes before the end of a step, most first; None = as the settings say."""

    opened_at: str = ""
    ended_at: str = ""
    ended_ms: int | None = None
    visits: list[Visit] = field(default_factory=list)
    paused_since: int | None = None
    paused_ms: dict[str, int] = field(default_factory=dict)
    adjusted: dict[str, int] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    ever_open: set[str] = field(default_factory=set)
    marks: tuple[int, ...] | None = None

    @property
    def current(self) -> str | None:
        """The id of the step that is on, or None."""
        return self.visits[-1].step if self.visits and self.visits[-1].end_ms is None else None

    @property
    def phase(self) -> str:
        """planned, open (people may come in), running or ended."""
        if self.ended_at:
            return "ended"
        return "running" if self.visits else "open" if self.opened_at else "planned"

    def is_open(self, step_id: str) -> bool:
        """May participants take part in this step now?"""
        return step_id in self.open

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case RoomOpened():
                self.opened_at = self.opened_at or event.at
                self.ended_at, self.ended_ms = "", None
            case StepStarted(of=step):
                self._stop_clock(event)
                self.opened_at = self.opened_at or event.at
                self.ended_at, self.ended_ms = "", None
                self.visits.append(Visit(step, event.ms, event.at))
            case Paused() if self.current and self.paused_since is None:
                self.paused_since = event.ms
            case Resumed():
                self._unpause(event)
            case Adjusted(of=step, seconds=seconds):
                self.adjusted[step] = self.adjusted.get(step, 0) + seconds
            case MarksSet(minutes=minutes):
                self.marks = None if minutes is None else tuple(minutes)
            case StepOpened(of=step):
                self.open.add(step)
                self.ever_open.add(step)
            case StepClosed(of=step):
                self.open.discard(step)
            case Ended():
                self._stop_clock(event)
                self.ended_at, self.ended_ms = event.at, event.ms
                self.open.clear()

    def _unpause(self, event: Event) -> None:
        if self.paused_since is not None and self.current:
            paused = max(0, event.ms - self.paused_since)
            self.paused_ms[self.current] = self.paused_ms.get(self.current, 0) + paused
        self.paused_since = None

    def _stop_clock(self, event: Event) -> None:
        self._unpause(event)
        if self.visits and self.visits[-1].end_ms is None:
            self.visits[-1].end_ms, self.visits[-1].end_at = event.ms, event.at

    def used_ms(self, step_id: str, now_ms: int) -> int:
        """Milliseconds this step has been on, pauses left out."""
        total = sum((v.end_ms if v.end_ms is not None else now_ms) - v.start_ms for v in self.visits if v.step == step_id)
        total -= self.paused_ms.get(step_id, 0)
        if self.paused_since is not None and self.current == step_id:
            total -= now_ms - self.paused_since
        return max(0, total)

    def timer(self, step: "Step", now_ms: int) -> Timer:
        """The step's timer at this steady moment."""
        planned = max(0, step.minutes * 60_000 + self.adjusted.get(step.id, 0) * 1000)
        used = self.used_ms(step.id, now_ms)
        running = self.current == step.id and self.paused_since is None
        return Timer(planned, used, running, now_ms + planned - used if running else None)
