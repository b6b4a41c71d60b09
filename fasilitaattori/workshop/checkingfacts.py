"""A checking of the summary as facts: what was put up, marked, mended and settled."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.workshop.events import Body

MENDED, DIFFERS, KEPT, DROPPED = "mended", "differs", "kept", "dropped"


class Point(msgspec.Struct, frozen=True, omit_defaults=True):
    """A point as the room reads it; an action has also `who` and `due`. `source` is what in the workshop it was taken from, and
    what is mended with it: "record:<id>", "next", "" = nothing."""

    text: str
    who: str = ""
    due: str = ""
    source: str = ""


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody thinks of a point in its wording `version` (how many times it had been mended). Without `right`, `words`
    say what is to be mended."""

    right: bool
    words: str = ""
    version: int = 0


class _Checking(Body, frozen=True):
    PART: ClassVar[str] = "checking"


class SummaryPutUp(_Checking, frozen=True):
    """These points are before everybody. The event's id is the id of the checking; a point's is its place, from "1".
    `nameless` = people were told that nobody sees who marked what."""

    points: list[Point]
    nameless: bool = False
    KIND: ClassVar[str] = "checking.put_up"
    UNDO: ClassVar[str] = N_("yhteenvedon vieminen tarkistettavaksi")


class PointsMarked(_Checking, frozen=True):
    """A participant (the event's author) marked points; the same person's earlier marks of them are replaced."""

    of: str
    marks: dict[str, Mark]
    KIND: ClassVar[str] = "checking.marked"


class HandsCounted(_Checking, frozen=True):
    """So many of those without a phone raised their hand for the whole summary as it reads now."""

    of: str
    hands: int
    KIND: ClassVar[str] = "checking.hands_counted"
    UNDO: ClassVar[str] = N_("käsien laskeminen")


class CorrectionHeard(_Checking, frozen=True):
    """Somebody in the hall said aloud what is to be mended; who, is not kept. The event's id is that of the correction."""

    of: str
    point: str
    words: str
    KIND: ClassVar[str] = "checking.heard"
    UNDO: ClassVar[str] = N_("korjauksen kirjaus")


class PointMended(_Checking, frozen=True):
    """A point reads otherwise from now on; these corrections are settled by it."""

    of: str
    point: str
    text: str
    who: str = ""
    due: str = ""
    settles: list[str] = msgspec.field(default_factory=list)
    KIND: ClassVar[str] = "checking.mended"
    UNDO: ClassVar[str] = N_("yhteenvedon korjaus")


class CorrectionSettled(_Checking, frozen=True):
    """A correction was noted as a differing view (DIFFERS), the text stays as it is (KEPT) and
    `why`, or it was improper (DROPPED): its words are told nowhere."""

    of: str
    correction: str
    how: str
    why: str = ""
    KIND: ClassVar[str] = "checking.settled"
    UNDO: ClassVar[str] = N_("korjauksen ratkaisu")


class CheckingEnded(_Checking, frozen=True):
    """No more marks are taken."""

    of: str
    KIND: ClassVar[str] = "checking.ended"
    UNDO: ClassVar[str] = N_("tarkistuksen päättäminen")


class KeptPoint(msgspec.Struct, frozen=True, omit_defaults=True):
    """A point as it stands; fields as in Checked."""

    id: str
    text: str
    who: str
    due: str
    source: str
    first: str
    version: int = 0
    hands: int = 0


class KeptCorrection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A correction as it stands; fields as in Correction."""

    id: str
    point: str
    words: str
    version: int
    author: int | None
    at: str
    how: str = ""
    why: str = ""


class KeptCheck(msgspec.Struct, frozen=True, omit_defaults=True):
    """A checking as it stands, with its id and its place in time; fields as in Check, `marks` by number as text."""

    id: str
    at: str
    ms: int
    points: list[KeptPoint]
    marks: dict[str, dict[str, Mark]]
    corrections: list[KeptCorrection]
    hands: int = 0
    ended_at: str = ""
    nameless: bool = False


class CheckingsRewritten(_Checking, frozen=True):
    """Checkings written anew without the name of somebody who was erased; what they said before is blanked on disk."""

    checks: list[KeptCheck]
    KIND: ClassVar[str] = "checking.rewritten"


def texts_of(body: Body) -> Iterator[str]:
    """Everything that people said, as it stands in an event of a checking."""
    match body:
        case SummaryPutUp(points=points):
            yield from (text for point in points for text in (point.text, point.who))
        case PointsMarked(marks=marks):
            yield from (mark.words for mark in marks.values())
        case CorrectionHeard(words=words):
            yield words
        case PointMended(text=text, who=who):
            yield from (text, who)
        case CorrectionSettled(why=why):
            yield why
        case CheckingsRewritten(checks=checks):
            yield from (text for check in checks for text in texts_of_kept(check))


def texts_of_kept(check: KeptCheck) -> Iterator[str]:
    """The same of a checking as it stands."""
    yield from (text for point in check.points for text in (point.text, point.who, point.first))
    yield from (text for each in check.corrections for text in (each.words, each.why))
    yield from (mark.words for marks in check.marks.values() for mark in marks.values())


BODIES: tuple[type[Body], ...] = (
    *(SummaryPutUp, PointsMarked, HandsCounted, CorrectionHeard, PointMended, CorrectionSettled, CheckingEnded),
    CheckingsRewritten,
)
