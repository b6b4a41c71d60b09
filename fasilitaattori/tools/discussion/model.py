"""A dialogue as facts: which prompt is shown, who accepted the ground rules, and how a round goes.

The scribe's notes are the workshop's record (`workshop.record`), tied to the step and without names.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import At, Body, Command, Event, Outcome
from fasilitaattori.workshop.floor_sends import FLOOR_SENDS, Nothing
from fasilitaattori.workshop.tool import Send, Tool, ToolState

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`turn_seconds` is the length of a turn; `aside` the small text under the prompt; `floor` = phones may ask for turns."""

    prompts: list[str] = []
    ground_rules: list[str] = []
    rounds: bool = False
    turn_seconds: int = 120
    floor: bool = True
    aside: str = ""


class PromptShown(Body, frozen=True):
    """The room sees this prompt (index from 0)."""

    index: int
    KIND: ClassVar[str] = "discussion.prompt_shown"
    UNDO: ClassVar[str] = N_("kysymyksen vaihto")


class RulesAccepted(Body, frozen=True):
    """The author of the event (a phone) accepted the ground rules."""

    KIND: ClassVar[str] = "discussion.rules_accepted"


class RoomAccepted(Body, frozen=True):
    """The room accepted the ground rules aloud."""

    KIND: ClassVar[str] = "discussion.room_accepted"
    UNDO: ClassVar[str] = N_("pelisääntöjen hyväksyntä")


class RoundStarted(Body, frozen=True):
    """A round begins: everybody in this order, one after another."""

    order: list[int]
    KIND: ClassVar[str] = "discussion.round_started"
    UNDO: ClassVar[str] = N_("kierroksen aloitus")


class RoundMoved(Body, frozen=True):
    """The one whose turn it was has spoken, or passed."""

    number: int
    passed: bool = False
    KIND: ClassVar[str] = "discussion.round_moved"
    UNDO: ClassVar[str] = N_("kierroksen eteneminen")


class RoundEnded(Body, frozen=True):
    """The round is over."""

    KIND: ClassVar[str] = "discussion.round_ended"
    UNDO: ClassVar[str] = N_("kierroksen päättäminen")


@dataclass(slots=True)
class Round:
    """A round: `turn_ms` is when the present turn began (steady milliseconds)."""

    order: list[int]
    turn_ms: int
    spoken: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    over: bool = False

    @property
    def left(self) -> list[int]:
        """Those still to come, the first one being the one whose turn it is."""
        gone = {*self.spoken, *self.passed}
        return [number for number in self.order if number not in gone]

    @property
    def current(self) -> int | None:
        return None if self.over or not self.left else self.left[0]


@dataclass(slots=True)
class State(ToolState):
    """The dialogue as it stands."""

    prompt_index: int = 0
    accepted: set[int] = field(default_factory=set)
    room_accepted: bool = False
    rounds: list[Round] = field(default_factory=list)

    @property
    def round(self) -> Round | None:
        """The round going on, or None."""
        return self.rounds[-1] if self.rounds and self.rounds[-1].current is not None else None

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case PromptShown(index=index):
                self.prompt_index = index
            case RulesAccepted() if event.author is not None:
                self.accepted.add(event.author)
            case RoomAccepted():
                self.room_accepted = True
            case RoundStarted(order=order):
                self.rounds.append(Round(list(dict.fromkeys(order)), event.ms))
            case RoundMoved(number=number, passed=passed):
                if self.round is not None and self.round.current == number:
                    (self.round.passed if passed else self.round.spoken).append(number)
                    self.rounds[-1].turn_ms = event.ms
            case RoundEnded():
                if self.rounds:
                    self.rounds[-1].over = True


# --- commands ------------------------------------------------------------------------------------------------------


def show_prompt(step_id: str, index: int) -> Command:
    """Show this prompt to the room. RuleViolation("no_prompt")."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "discussion")
        if not 0 <= index < len(state.settings(step).prompts):
            raise RuleViolation("no_prompt")
        return [At(step_id, PromptShown(index))] if state.tool(step).prompt_index != index else []

    return command


def accept_aloud(step_id: str) -> Command:
    """The room accepted the ground rules."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "discussion")
        return [] if state.tool(step).room_accepted else [At(step_id, RoomAccepted())]

    return command


def start_round(step_id: str) -> Command:
    """Everybody present, those with fewest turns first, then in the order they came. RuleViolation("nobody_here")."""

    def command(state: "Workshop") -> list[Outcome]:
        state.plan.need(step_id, "discussion")
        here = [person.number for person in state.people.present()]
        if not here:
            raise RuleViolation("nobody_here")
        return [At(step_id, RoundStarted(sorted(here, key=lambda n: (state.floor.turn_count(n), n))))]

    return command


def move_round(step_id: str, *, passed: bool = False, of: int | None = None) -> Command:
    """The one whose turn it is has spoken, or passes; `of` is who that was when it was asked. RuleViolation: no_round,
    turn_moved_on."""

    def command(state: "Workshop") -> list[Outcome]:
        going = state.tool(state.plan.need(step_id, "discussion")).round
        if going is None:
            raise RuleViolation("no_round")
        if of is not None and going.current != of:
            raise RuleViolation("turn_moved_on")
        return [At(step_id, RoundMoved(going.current, passed))]

    return command


def end_round(step_id: str) -> Command:
    """End the round before everybody has had a turn."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.tool(state.plan.need(step_id, "discussion")).round is None:
            raise RuleViolation("no_round")
        return [At(step_id, RoundEnded())]

    return command


# --- phones --------------------------------------------------------------------------------------------------------


def _accept(state: "Workshop", step: "Step", author: int, body: Nothing) -> list[Outcome]:
    return [] if author in state.tool(step).accepted else [At(step.id, RulesAccepted())]


def _may_accept(state: "Workshop", step: "Step", author: int) -> bool:
    return bool(state.settings(step).ground_rules) and author not in state.tool(step).accepted


def _pass(state: "Workshop", step: "Step", author: int, body: Nothing) -> list[Outcome]:
    if not _may_pass(state, step, author):
        raise RuleViolation("no_round")
    return [At(step.id, RoundMoved(author, True))]


def _may_pass(state: "Workshop", step: "Step", author: int) -> bool:
    going = state.tool(step).round
    return going is not None and going.current == author


def _leaving(state: "Workshop", step: "Step", number: int) -> list[Outcome]:
    """A removed person's turn in a round goes to the next."""
    return [At(step.id, RoundMoved(number, True))] if _may_pass(state, step, number) else []


def _floor_wanted(send: Send) -> Send:
    def may(state: "Workshop", step: "Step", author: int) -> bool:
        return bool(state.settings(step).floor) and send.may(state, step, author)

    return Send(send.body, send.rule, may, always=True, public=send.public)


TOOL = Tool(
    "discussion",
    Settings,
    State,
    (PromptShown, RulesAccepted, RoomAccepted, RoundStarted, RoundMoved, RoundEnded),
    sends={
        "discussion.rules_accepted": Send(Nothing, _accept, _may_accept),
        "discussion.passed": Send(Nothing, _pass, _may_pass),
        **{kind: _floor_wanted(send) for kind, send in FLOOR_SENDS.items()},
    },
    leaving=_leaving,
)
