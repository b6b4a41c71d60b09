"""Ballots and answers that came on paper and were typed in at the desk: what votes and surveys share of them.

What a paper says lies in the secret box beside the ballots of phones (see `log.ballots`) and goes with them when the box is
counted. The log says only that a paper with this running number was typed in, and under which number, drawn by lot, it lies
in the box. So corrections, removals and undo are facts as everywhere, and which papers count is decided by the log when the
box is counted. A paper has no name, and the box keeps no order.
"""

import secrets
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.events import Body

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

PAPER = "paper"
"""The source of what came on paper."""
MOST_PAPERS = 5000
_BITS = 48
_MARK = "paper:"
"""In the box this tells a paper from what a phone sent: no question and no candidate is called so."""


class Slip(msgspec.Struct, frozen=True, omit_defaults=True, tag_field=_MARK, tag="slip"):
    """A paper as it lies in the box: `given` is what a phone would have sent; `rejected` = it counts as spoilt; `unclear`
    the questions whose answers nobody can read."""

    slip: int
    given: Any = msgspec.field(default_factory=dict)
    rejected: bool = False
    unclear: list[str] = []


class PaperEntered(Body, frozen=True):
    """A paper was typed in, for the first time or again to correct it. `of` the box; `number` the running number one may
    pencil onto the paper; `slip` drawn by lot."""

    of: str
    number: int
    slip: int


class PaperTakenOut(Body, frozen=True):
    """The paper with this number counts no more."""

    of: str
    number: int


@dataclass(slots=True)
class Papers:
    """The papers of the box going on: `slips` by their running numbers, those that count; `highest` the highest number used."""

    slips: dict[int, int] = field(default_factory=dict)
    highest: int = 0
    corrected: int = 0

    @property
    def live(self) -> frozenset[int]:
        """The slips that count."""
        return frozenset(self.slips.values())

    def apply(self, body: PaperEntered | PaperTakenOut) -> None:
        """Fold one fact."""
        known = body.number in self.slips
        self.corrected += known
        if isinstance(body, PaperEntered):
            self.slips[body.number] = body.slip
            self.highest = max(self.highest, body.number)
        else:
            self.slips.pop(body.number, None)

    def counted(self) -> "Papers":
        """The papers after their box was counted: none of them can be had again, and their numbers are not used anew."""
        return Papers(highest=self.highest)


def draw() -> int:
    """A number by lot: under its place in the box nobody can tell when it was typed in."""
    return secrets.randbits(_BITS) + 1


def voter_of(slip: int) -> int:
    """Who the box takes a paper for: phones have numbers from 1 up, papers from -1 down."""
    return -slip


def laid(slip: Slip) -> dict[str, Any]:
    """The slip as plain data, as the box keeps it."""
    plain: dict[str, Any] = msgspec.to_builtins(slip)
    return plain


def slip_of(choice: Any) -> Slip | None:
    """What lies in the box as a slip; None when it came from a phone."""
    if not isinstance(choice, dict) or _MARK not in choice:
        return None
    try:
        return msgspec.convert(choice, Slip)
    except msgspec.ValidationError:
        return None


def sorted_out(choices: Iterable[Any], live: AbstractSet[int]) -> tuple[list[Any], list[Slip]]:
    """What came from phones, and the papers that count."""
    phones, papers = [], []
    for choice in choices:
        slip = slip_of(choice)
        if slip is None:
            phones.append(choice)
        elif slip.slip in live:
            papers.append(slip)
    return phones, papers


def box_for_papers(state: "Workshop", box: str, late: str, closed: str) -> str:
    """Where a paper goes: the box of the phones, else the one opened for papers afterwards.

    RuleViolation: already_approved (what was opened afterwards would change the minutes), `closed` when there is no box.
    """
    if late and state.closing.approved:
        raise RuleViolation("already_approved")
    if not (box or late):
        raise RuleViolation(closed)
    return box or late


def check_number(number: int) -> None:
    """RuleViolation: bad_number."""
    if not 1 <= number <= MOST_PAPERS:
        raise RuleViolation("bad_number")
