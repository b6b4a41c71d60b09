"""The one idea: a workshop is a log of small immutable events. This module says what an event is.

Bodies only ever gain optional fields; anything else is a new kind. A body of an unknown kind (from a newer version) is kept
in the log as it came and ignored by the fold.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.workshop.clock import stamp_ms

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


class Body(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an event says.

    KIND is its name in the log, PART the part of the state it is folded into ("step" = the state of the step it belongs
    to), UNDO the msgid that names what Ctrl+Z takes back. A request without any UNDO cannot be undone; a FINAL event stays
    even when the rest of its request is undone (a counted vote: its ballots are gone).
    """

    KIND: ClassVar[str] = ""
    PART: ClassVar[str] = "step"
    UNDO: ClassVar[str] = ""
    FINAL: ClassVar[bool] = False


class Unknown(Body, frozen=True):
    """A body this version does not know or cannot read; the log keeps it as it came."""

    PART: ClassVar[str] = ""


class Undone(Body, frozen=True):
    """These events no longer count (undo). Undoing an `Undone` is redo."""

    ids: list[str]
    KIND: ClassVar[str] = "log.undone"
    PART: ClassVar[str] = ""
    UNDO: ClassVar[str] = N_("kumoaminen")


class Erased(Body, frozen=True):
    """These events were blanked on disk for good; other machines must blank theirs and never take them back."""

    ids: list[str]
    KIND: ClassVar[str] = "log.erased"
    PART: ClassVar[str] = ""


class Event(msgspec.Struct, frozen=True):
    """The envelope. `clock` is the hybrid logical clock (total order with device and seq), `at` wall time for people."""

    id: str
    request: str
    stream: str
    device: str
    seq: int
    clock: int
    at: str
    kind: str
    step: str | None
    author: int | None
    body: Body

    @property
    def ms(self) -> int:
        """Steady milliseconds, the time that timers count with."""
        return stamp_ms(self.clock)

    @property
    def order(self) -> tuple[int, str, int]:
        """The total order of the log, the same on every machine."""
        return (self.clock, self.device, self.seq)

    @property
    def part(self) -> str:
        """The part of the state this event is folded into; "" = none."""
        part = self.body.PART
        return f"step:{self.step}" if part == "step" and self.step else part if part != "step" else ""


# --- what a command gives back -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class At:
    """A fact that belongs to a step."""

    step: str
    body: Body


@dataclass(frozen=True, slots=True)
class Cast:
    """A secret ballot into the box of one vote: no event, no time, no order. The same voter's earlier one is replaced."""

    vote: str
    voter: int
    choice: Any


@dataclass(frozen=True, slots=True)
class Discard:
    """Take this voter's ballot out of an open box, for good."""

    vote: str
    voter: int


@dataclass(frozen=True, slots=True)
class Count:
    """Close the box: `tally` turns the choices into the one event that remains; ballots and their secret are deleted."""

    step: str
    vote: str
    tally: Callable[[list[Any]], Body]


@dataclass(frozen=True, slots=True)
class Erase:
    """Blank on disk for good everything that was said of this person, undone or not; of the record, what has this name in
    it ("" = nothing)."""

    person: int
    name: str = ""


Outcome = Body | At | Cast | Discard | Count | Erase
Command = Callable[["Workshop"], list[Outcome]]


# --- kinds ---------------------------------------------------------------------------------------------------------

Kinds = Mapping[str, type[Body]]


def kinds_of(bodies: Iterable[type[Body]]) -> Kinds:
    """The table kind -> body type. ValueError when two bodies claim one kind."""
    table: dict[str, type[Body]] = {}
    for body in bodies:
        if not body.KIND or body.KIND in table:
            raise ValueError(f"kind {body.KIND!r} of {body.__name__} is empty or taken")
        table[body.KIND] = body
    return table


def encode(body: Body) -> bytes:
    """The body as JSON."""
    return msgspec.json.encode(body)


def decode(kinds: Kinds, kind: str, raw: bytes) -> Body:
    """The body of a kind; Unknown when this version cannot read it."""
    body = kinds.get(kind)
    if body is None:
        return Unknown()
    try:
        return msgspec.json.decode(raw, type=body)
    except msgspec.DecodeError:
        return Unknown()
