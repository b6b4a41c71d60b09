"""A paper as it is typed in: its questions in the paper's own order, what may be marked, and what has been typed so far.

Tools describe their papers with these (tools/*/paper.py), so that one room of the desk can take them all.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec

from fasilitaattori.workshop.events import Command

if TYPE_CHECKING:
    from fasilitaattori.i18n import Translator
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

ONE, MANY, POINTS, TEXT = "one", "many", "points", "text"
OPEN, CLOSED, LATE, NOTHING = "open", "closed", "late", "nothing"
Noun = Literal["form", "ballot", "note"]
FORM: Noun = "form"
BALLOT: Noun = "ballot"
NOTE: Noun = "note"


class Mark(msgspec.Struct, frozen=True):
    """A ring or square on the paper: `sign` is the number one types for it."""

    key: str
    sign: str
    text: str


class Asked(msgspec.Struct, frozen=True):
    """A question. `kind` one | many | points | text; `marks` in the paper's order, `beside` = side by side on the paper;
    `each` at most so many marks on one (points)."""

    id: str
    text: str
    kind: str
    rule: str = ""
    marks: tuple[Mark, ...] = ()
    beside: bool = False
    each: int = 1


class Sheet(msgspec.Struct, frozen=True):
    """A paper: what it is called in the hall, its heading, and its questions."""

    noun: Noun
    title: str
    intro: str
    questions: tuple[Asked, ...]


class Given(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands on a paper: `answers` a key (one), keys (many), marks by key (points) or a text, by question; `unclear` the
    questions that cannot be read or are spoilt."""

    answers: dict[str, Any] = {}
    unclear: list[str] = []

    @property
    def empty(self) -> bool:
        """Is nothing on it at all?"""
        return not self.answers and not self.unclear


class Standing(msgspec.Struct, frozen=True):
    """How it is with the papers of a step: `state` open (they go among those of phones), closed (they can be added on
    purpose), late (they are being added) or nothing (nothing to mark is known yet). `numbers` of those typed in, which can be
    opened; the next gets `number`. `done` = there is a result: of its `answers`, `counted` came on paper (spoilt ones too)."""

    state: str
    numbers: tuple[int, ...] = ()
    number: int = 1
    counted: int = 0
    answers: int = 0
    done: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where a paper lies: the box and whom the box takes it for."""

    box: str
    voter: int


class Fault(msgspec.Struct, frozen=True):
    """What is not as it should be on a paper, at which question, in words that say what to do."""

    question: str
    words: str


class TakesPapers(Protocol):
    """What a tool's `paper` offers. `kept` gives what was typed, or where it lies; `unpacked` what lay there."""

    def sheet(self, state: "Workshop", step: "Step", tr: "Translator", /) -> Sheet: ...
    def standing(self, state: "Workshop", step: "Step", /) -> Standing: ...
    def faults(self, state: "Workshop", step: "Step", given: Given, tr: "Translator", /) -> Sequence[Fault]: ...
    def enter(self, state: "Workshop", step: "Step", number: int, given: Given, /) -> Command: ...
    def take_out(self, step_id: str, number: int, /) -> Command: ...
    def reopen(self, step_id: str, /) -> Command: ...
    def count(self, step_id: str, /) -> Command: ...
    def kept(self, state: "Workshop", step: "Step", number: int, /) -> "Given | Place | None": ...
    def unpacked(self, state: "Workshop", step: "Step", lay: Any, /) -> Given: ...
