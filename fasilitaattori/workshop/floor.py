"""The floor: who speaks, who waits, in a fair order.

Fair: who has had fewest turns, then least time, then who asked first; a short reply to the one speaking comes before turns.
The facilitator may always choose otherwise.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import At, Body, Command, Event, Outcome
from fasilitaattori.workshop.people import PersonAdded, clean_name

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


class _Floor(Body, frozen=True):
    PART: ClassVar[str] = "floor"


class FloorAsked(_Floor, frozen=True):
    """Somebody asked for a turn: by phone (the author) or added by the facilitator (`number`)."""

    number: int
    reply: bool = False
    by_phone: bool = False
    KIND: ClassVar[str] = "floor.asked"
    UNDO: ClassVar[str] = N_("lisäys puheenvuorojonoon")


class FloorWithdrawn(_Floor, frozen=True):
    """The asking was taken back or removed."""

    of: str
    KIND: ClassVar[str] = "floor.withdrawn"
    UNDO: ClassVar[str] = N_("poisto puheenvuorojonosta")


class TurnGiven(_Floor, frozen=True):
    """The turn of this asking begins; the turn before it ends."""

    of: str
    KIND: ClassVar[str] = "floor.given"
    UNDO: ClassVar[str] = N_("puheenvuoron antaminen")


class TurnEnded(_Floor, frozen=True):
    """Nobody speaks."""

    KIND: ClassVar[str] = "floor.ended"
    UNDO: ClassVar[str] = N_("puheenvuoron päättäminen")


class FloorOpened(_Floor, frozen=True):
    """Phones may ask for turns (or may not)."""

    open: bool
    KIND: ClassVar[str] = "floor.opened"
    UNDO: ClassVar[str] = N_("puheenvuorojonon muutos")


@dataclass(slots=True)
class Asking:
    """One asking in the queue. `at_ms` steady milliseconds; `clock` tells who asked first within one of them."""

    id: str
    number: int
    step: str
    reply: bool
    by_phone: bool
    at_ms: int
    clock: int = 0


@dataclass(slots=True)
class Turn:
    """A turn taken; `end_ms` None while it lasts."""

    asking: Asking
    start_ms: int
    end_ms: int | None = None

    def used_ms(self, now_ms: int) -> int:
        return max(0, (self.end_ms if self.end_ms is not None else now_ms) - self.start_ms)


@dataclass(slots=True)
class Floor:
    """Queue and turns of the whole evening."""

    waiting: dict[str, Asking] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    open: bool = True

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case FloorAsked(number=number, reply=reply, by_phone=by_phone) if event.step:
                self.waiting[event.id] = Asking(event.id, number, event.step, reply, by_phone, event.ms, event.clock)
            case FloorWithdrawn(of=asked):
                self.waiting.pop(asked, None)
            case TurnGiven(of=asked):
                asking = self.waiting.pop(asked, None)
                if asking is not None:
                    self._end(event.ms)
                    self.turns.append(Turn(asking, event.ms))
            case TurnEnded():
                self._end(event.ms)
            case FloorOpened(open=value):
                self.open = value

    def _end(self, ms: int) -> None:
        if self.speaking is not None:
            self.turns[-1].end_ms = ms

    @property
    def speaking(self) -> Turn | None:
        """The turn going on, or None."""
        return self.turns[-1] if self.turns and self.turns[-1].end_ms is None else None

    def turn_count(self, number: int) -> int:
        """Turns taken (short replies do not count)."""
        return sum(1 for turn in self.turns if turn.asking.number == number and not turn.asking.reply)

    def time_ms(self, number: int, now_ms: int = 0) -> int:
        """Speaking time of a person."""
        return sum(turn.used_ms(now_ms) for turn in self.turns if turn.asking.number == number)

    def total_ms(self, now_ms: int) -> int:
        """Speaking time of all."""
        return sum(turn.used_ms(now_ms) for turn in self.turns)

    def spoken(self) -> set[int]:
        """Numbers of those who have had a turn."""
        return {turn.asking.number for turn in self.turns}

    def queue(self, step_id: str | None) -> list[Asking]:
        """The waiting of this step in fair order."""
        here = [asking for asking in self.waiting.values() if asking.step == step_id]
        if not here:
            return []
        counts: dict[int, int] = {}
        times: dict[int, int] = {}
        for turn in self.turns:
            number = turn.asking.number
            counts[number] = counts.get(number, 0) + (not turn.asking.reply)
            times[number] = times.get(number, 0) + turn.used_ms(turn.start_ms)

        def fairness(a: Asking) -> tuple[bool, int, int, int, str]:
            return (not a.reply, counts.get(a.number, 0), times.get(a.number, 0), a.clock, a.id)

        return sorted(here, key=fairness)

    def asking_of(self, number: int, step_id: str | None) -> Asking | None:
        """What this person has in the queue of the step, or None."""
        return next((a for a in self.waiting.values() if a.number == number and a.step == step_id), None)


# --- commands ------------------------------------------------------------------------------------------------------


def _step(state: "Workshop") -> str:
    if state.run.current is None:
        raise RuleViolation("not_running")
    return state.run.current


def ask(number: int, *, reply: bool = False, by_phone: bool = False) -> Command:
    """Into the queue of the current step. RuleViolation: not_running, unknown_person, already_asked, queue_closed."""

    def command(state: "Workshop") -> list[Outcome]:
        step = _step(state)
        if state.people.get(number) is None:
            raise RuleViolation("unknown_person")
        if by_phone and not state.floor.open:
            raise RuleViolation("queue_closed")
        if state.floor.asking_of(number, step) is not None:
            raise RuleViolation("already_asked")
        return [At(step, FloorAsked(number, reply, by_phone))]

    return command


def ask_by_name(name: str, *, reply: bool = False) -> Command:
    """The facilitator adds a person or a table by name; somebody new is added to the people."""

    def command(state: "Workshop") -> list[Outcome]:
        step = _step(state)
        clean = clean_name(name)
        if not clean:
            raise RuleViolation("empty_text")
        people = state.people
        known = next((n for n in people.all if people.shown_name(n).casefold() == clean.casefold()), None)
        if known is not None:
            return ask(known, reply=reply)(state)
        number = people.next_number()
        return [PersonAdded(number, clean), At(step, FloorAsked(number, reply))]

    return command


def withdraw(asking_id: str, by: int | None = None) -> Command:
    """Out of the queue; a phone (`by`) may only take back its own. RuleViolation: not_in_queue, not_yours."""

    def command(state: "Workshop") -> list[Outcome]:
        asking = state.floor.waiting.get(asking_id)
        if asking is None:
            raise RuleViolation("not_in_queue")
        if by is not None and asking.number != by:
            raise RuleViolation("not_yours")
        return [At(asking.step, FloorWithdrawn(asking_id))]

    return command


def give(asking_id: str) -> Command:
    """Give the turn to this one, whatever the order."""

    def command(state: "Workshop") -> list[Outcome]:
        asking = state.floor.waiting.get(asking_id)
        if asking is None:
            raise RuleViolation("not_in_queue")
        return [At(asking.step, TurnGiven(asking_id))]

    return command


def next_speaker() -> Command:
    """Give the turn to the first in fair order; with an empty queue the turn going on ends."""

    def command(state: "Workshop") -> list[Outcome]:
        step = _step(state)
        queue = state.floor.queue(step)
        if queue:
            return [At(step, TurnGiven(queue[0].id))]
        return end_turn()(state)

    return command


def end_turn() -> Command:
    """End the turn going on."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.floor.speaking is None:
            raise RuleViolation("queue_empty")
        return [TurnEnded()]

    return command


def set_open(value: bool) -> Command:
    """Let phones ask for turns, or not."""

    def command(state: "Workshop") -> list[Outcome]:
        return [FloorOpened(value)] if state.floor.open != value else []

    return command
