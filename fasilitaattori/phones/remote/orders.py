"""What the remote may order: from JSON or a plain form to a command of the workshop, the same that the desk gives.

Several hands may steer at once, so an order may say what its sender saw: the `step` that was on, the one speaking (`turn`). An
order for what is no longer so is refused, never carried out on something else.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import msgspec
from msgspec import UNSET, UnsetType

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.phones.sending import NOT_UNDERSTOOD, UNREADABLE, Problem
from fasilitaattori.phones.tool_pages import PAGES
from fasilitaattori.workshop import floor, record, running, show, steering
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.events import Command, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MINUTE = 60
VIEWS = ("step", "qr", "black", "still", "welcome", "queue")
TEXTS = ("decide", "note")  # what carries a text, and is kept on the phone until it is saved
UNKNOWN = N_("Tällaista käskyä ei ole.")


@runtime_checkable
class Rounds(Protocol):
    """A tool's page that has turns of its own beside the speaker queue."""

    def turn(self, state: "Workshop", step: Step) -> int | None:
        """Whose turn it is; None when no round is going on."""
        ...

    def next_one(self, step: Step) -> Command:
        """On to the next one."""
        ...


class Order(msgspec.Struct, frozen=True):
    """The JSON of `POST /r/<capability>`. `id`: the same again is carried out once. `step` and `turn`: the step that was on
    (null = none) and whose turn it was (null = nobody's) when the order was given; left out = whatever is on."""

    command: str
    id: uuid.UUID | None = None
    step: str | UnsetType | None = UNSET
    turn: str | UnsetType | None = UNSET
    text: str = ""
    view: str = ""

    @property
    def request(self) -> str:
        """The request id, "" for one that need not be known again."""
        return str(self.id) if self.id is not None else ""


_decode = msgspec.json.Decoder(Order).decode


def order_of(raw: bytes) -> Order:
    """Raises Problem(422)."""
    try:
        return _decode(raw)
    except UNREADABLE:
        raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None


def order_of_form(fields: Mapping[str, str]) -> Order:
    """A plain form. The request id follows from the form's own id and what is ordered: pressed twice it is done once."""
    command, form = fields.get("command", ""), fields.get("form", "")
    view = command.partition(":")[2]
    text = fields.get("text", "") if command in TEXTS else ""
    told = msgspec.json.encode([form, command, text])
    request = uuid.uuid5(uuid.NAMESPACE_OID, told.hex()) if form else None
    step, turn = fields.get("step", ""), fields.get("turn", "")
    return Order("screen" if view else command, request, step or None, turn or None, text, view)


def command_of(order: Order) -> Command:
    """What the order means. Raises Problem(422) for an unknown one."""
    make = _COMMANDS.get(order.command)
    if make is None:
        raise Problem(422, "unknown_command", UNKNOWN)
    if order.command == "screen" and order.view not in VIEWS:
        raise Problem(422, "unknown_view", UNKNOWN)
    command = make(order)
    if order.turn is not UNSET and order.command in _OF_THE_TURN:
        command = _heard(order.turn, command)
    if order.step is not UNSET and order.command in _OF_THE_STEP:
        command = steering.seen(order.step, command)
    return command


def turn_of(state: "Workshop") -> str | None:
    """What tells this turn from the one before: whose it is in the step's own round, else the asking of the one who speaks."""
    going = round_turn(state)
    if going is not None:
        return f"round {going}"
    return state.floor.speaking.asking.id if state.floor.speaking else None


def round_turn(state: "Workshop") -> int | None:
    """Whose turn it is in the round of the step that is on; None without a round."""
    step = state.current
    if step is None:
        return None
    page: object = PAGES[step.tool]
    return page.turn(state, step) if isinstance(page, Rounds) else None


def _heard(turn: str | None, command: Command) -> Command:
    def guarded(state: "Workshop") -> list[Outcome]:
        if turn_of(state) != turn:
            raise RuleViolation("turn_moved_on")
        return command(state)

    return guarded


def _open(_: Order) -> Command:
    """The room before the first step, the step after that."""
    return lambda state: (running.open_step() if state.run.current else running.open_room())(state)


def _speaker(_: Order) -> Command:
    """Whoever comes next: in the step's own round when one goes on, else in the speaker queue."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.current
        page: object = PAGES[step.tool] if step is not None else None
        if step is not None and isinstance(page, Rounds) and page.turn(state, step) is not None:
            return page.next_one(step)(state)
        return floor.next_speaker()(state)

    return command


_COMMANDS: dict[str, Callable[[Order], Command]] = {
    "start": lambda _: steering.start(),
    "next": lambda _: steering.next_step(),
    "previous": lambda _: steering.previous_step(),
    "pause": lambda _: running.pause(),
    "resume": lambda _: running.resume(),
    "more": lambda _: running.adjust(MINUTE),
    "open": _open,
    "close": lambda _: running.close_step(),
    "end": lambda _: running.end(),
    "screen": lambda order: show.show(order.view),
    "speaker": _speaker,
    "end_turn": lambda _: floor.end_turn(),
    "decide": lambda order: record.decide(order.text),
    "note": lambda order: record.note(order.text),
}
COMMANDS = tuple(_COMMANDS)
_OF_THE_STEP = frozenset({"start", "next", "previous", "pause", "resume", "more", "open", "close", "end", "speaker"})
_OF_THE_TURN = frozenset({"speaker", "end_turn"})
