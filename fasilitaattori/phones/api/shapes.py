"""The shapes of the JSON that goes over the hall's network, for the description that the program prints.

`Posted` and `Order` are also what bodies are decoded into; the answers are built by hand where they are sent (they are hot, or
hold what the tools show), and the tests hold them against these.
"""

from typing import Any

import msgspec

from fasilitaattori.phones.presence import Sign as Sign
from fasilitaattori.phones.remote.serving import Order as Order
from fasilitaattori.phones.sending import Posted as Posted


class Refused(msgspec.Struct, frozen=True):
    """Trouble: a stable code for programs and a sentence for people, in the phone's language."""

    ok: bool
    error: str
    message: str


class Shown(msgspec.Struct, frozen=True):
    """What tells the big screen's pictures apart ("" = there is none yet), and its words."""

    v: str
    t: str


class Saved(msgspec.Struct, frozen=True):
    """`ids` of the events made (ballots make none), `at` ISO time, `again` = it was saved before."""

    ok: bool
    ids: list[str]
    at: str
    again: bool


class Workshop(msgspec.Struct, frozen=True):
    """`phase`: planned, open, running or ended."""

    id: str
    title: str
    phase: str


class Timer(msgspec.Struct, frozen=True):
    """Milliseconds of the steady clock: `end` while it runs, `left` while it stands still."""

    end: int | None
    left: int | None
    running: bool


class Step(msgspec.Struct, frozen=True):
    """The step that is on, or the checking of the summary, which has no timer. `view` is what its tool shows to everybody."""

    id: str
    tool: str
    title: str
    open: bool
    timer: Timer | None
    floor: dict[str, Any] | None
    turn: dict[str, Any] | None
    view: dict[str, Any]


class Me(msgspec.Struct, frozen=True):
    """The participant whose address this is."""

    number: int
    name: str
    language: str


class State(msgspec.Struct, frozen=True):
    """What is on, and what this phone may send."""

    workshop: Workshop
    now: int
    step: Step | None
    may: list[str]
    me: Me
    mine: dict[str, Any]


class Live(msgspec.Struct, frozen=True):
    """One message of the stream, with the clock and what is this participant's own (HTML). For the page: may change with it."""

    boot: str
    v: int
    key: str
    step: str
    facts: dict[str, Any]
    now: int
    mine: Any
    muted: bool = False
    title: str | None = None
    heading: str | None = None
    workshop: str | None = None
    html: str | None = None
    parts: dict[str, str] | None = None


class StepStanding(msgspec.Struct, frozen=True):
    """The step that is on, for the remote: the `place` of `of` steps."""

    id: str
    title: str
    tool: str
    open: bool
    place: int
    of: int


class StepName(msgspec.Struct, frozen=True):
    """The step before or after."""

    id: str
    title: str


class Turns(msgspec.Struct, frozen=True):
    """Who speaks (`since` steady milliseconds) and who waits, in fair order; `round` = everybody in turn."""

    round: bool
    speaking: dict[str, Any] | None
    since: int | None
    queue: list[dict[str, Any]]


class Turnout(msgspec.Struct, frozen=True):
    """How many of how many phones have answered the open vote or survey (`kind`); never who or what."""

    kind: str
    cast: int
    of: int


class Stands(msgspec.Struct, frozen=True):
    """How the evening stands. `late` minutes behind plan (negative = ahead), `ends` "20:34", `screen` what the big screen was
    asked to show, `turn` tells one turn from the next, `waiting` contributions to be approved, `notes` on the wall."""

    phase: str
    paused: bool
    step: StepStanding | None
    next: StepName | None
    previous: StepName | None
    timer: Timer | None
    late: int
    ends: str
    screen: str
    turn: str | None
    turns: Turns | None
    waiting: int
    notes: int | None
    turnout: Turnout | None
    people: int


class Standing(Stands, frozen=True, kw_only=True):
    """How things stand after an order; `again` = it had been carried out before."""

    ok: bool
    again: bool


class StandingNow(Stands, frozen=True, kw_only=True):
    """How things stand, and the steady clock."""

    ok: bool
    now: int


class RemoteLive(msgspec.Struct, frozen=True):
    """One message of the remote's stream, with the clock. For the page: may change with it."""

    boot: str
    v: int
    now: int
    facts: Stands
    flags: list[str]
    parts: dict[str, str]
    title: str
