"""Running the evening: which step is on since when, its timer, and whether participants may take part in it just now."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import At, Body, Command, Event, Outcome
from fasilitaattori.workshop.floor import TurnEnded

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


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
    """How the evening goes."""

    opened_at: str = ""
    ended_at: str = ""
    ended_ms: int | None = None
    visits: list[Visit] = field(default_factory=list)
    paused_since: int | None = None
    paused_ms: dict[str, int] = field(default_factory=dict)
    adjusted: dict[str, int] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    ever_open: set[str] = field(default_factory=set)

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


# --- commands ------------------------------------------------------------------------------------------------------


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
