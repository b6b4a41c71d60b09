"""What is done in a checking of the summary: putting it up, marking, counting hands, mending and settling, ending."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.checking import Check, Checked, Correction, open_check
from fasilitaattori.workshop.checkingfacts import (
    DIFFERS,
    DROPPED,
    KEPT,
    CheckingEnded,
    CorrectionHeard,
    CorrectionSettled,
    HandsCounted,
    Mark,
    Point,
    PointMended,
    PointsMarked,
    SummaryPutUp,
)
from fasilitaattori.workshop.closing import SectionEdited, WhatNext
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.heading import DIALOGUE, kind_of
from fasilitaattori.workshop.people import MAX_HEADCOUNT
from fasilitaattori.workshop.record import RecordEdited, clean_text

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MARKED = PointsMarked.KIND
MOST_POINTS, MAX_POINT, MAX_LINE, MAX_WORDS, MAX_WHY = 40, 300, 80, 280, 300
RECORD, NEXT = "record:", "next"


class Marks(msgspec.Struct, frozen=True):
    """What a phone sends: point -> mark."""

    marks: dict[str, Mark]


# --- the facilitator -----------------------------------------------------------------------------------------------


def put_up(points: Sequence[Point]) -> Command:
    """Put these points before everybody; a checking that goes on ends. RuleViolation: already_approved, no_points,
    too_many_points_up, empty_text, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        if not points:
            raise RuleViolation("no_points")
        if len(points) > MOST_POINTS:
            raise RuleViolation("too_many_points_up", limit=MOST_POINTS)
        cleaned = [Point(clean_text(p.text, MAX_POINT), _line(p.who), _line(p.due), p.source) for p in points]
        going = open_check(state)
        return [*([CheckingEnded(going.id)] if going is not None else []), SummaryPutUp(cleaned, kind_of(state) == DIALOGUE)]

    return command


def count_hands(hands: int) -> Command:
    """So many raised their hand for the summary as it reads now. RuleViolation: checking_not_open, bad_number."""

    def command(state: "Workshop") -> list[Outcome]:
        check = _open(state)
        if not 0 <= hands <= MAX_HEADCOUNT:
            raise RuleViolation("bad_number")
        same = all(point.hands == hands for point in check.points.values())
        return [] if same and check.hands == hands else [HandsCounted(check.id, hands)]

    return command


def hear(point: str, words: str) -> Command:
    """Write down a correction said aloud. RuleViolation: already_approved, no_point, empty_text, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        check = _last(state)
        _need(check, point)
        return [CorrectionHeard(check.id, point, clean_text(words, MAX_WORDS))]

    return command


def mend(point: str, text: str, who: str = "", due: str = "", settles: Sequence[str] = ()) -> Command:
    """Another wording of a point, at once on every screen; what the point was taken from is mended with it, and so is a section
    of the minutes in which somebody has written it by hand. `settles` are the corrections it answers. RuleViolation:
    already_approved, no_point, no_correction, empty_text, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        check = _last(state)
        old = _need(check, point)
        for correction in settles:
            _correction(check, correction)
        new = Point(clean_text(text, MAX_POINT), _line(who), _line(due), old.source)
        if (new.text, new.who, new.due) == (old.text, old.who, old.due):
            raise RuleViolation("nothing_mended")
        mended = PointMended(check.id, point, new.text, new.who, new.due, list(settles))
        return [*_at_source(state, new), *_in_sections(state, old.text, new.text), mended]  # undo takes the name of the last

    return command


def settle(correction: str, how: str, why: str = "") -> Command:
    """Note a correction as a differing view, leave the text as it is and say why, or drop what is improper. ValueError: no such
    way. RuleViolation: already_approved, no_correction, empty_text (no reason), too_long."""
    if how not in (DIFFERS, KEPT, DROPPED):
        raise ValueError(f"unknown way to settle: {how}")

    def command(state: "Workshop") -> list[Outcome]:
        check = _last(state)
        found = _correction(check, correction)
        reason = clean_text(why, MAX_WHY) if how == KEPT or why.strip() else ""
        return [] if (found.how, found.why) == (how, reason) else [CorrectionSettled(check.id, correction, how, reason)]

    return command


def end() -> Command:
    """No more marks. Settling what is open goes on. RuleViolation: checking_not_open."""

    def command(state: "Workshop") -> list[Outcome]:
        return [CheckingEnded(_open(state).id)]

    return command


# --- a participant -------------------------------------------------------------------------------------------------


def mark(check_id: str, author: int, marks: Mapping[str, Mark]) -> Command:
    """A participant marks points; what is to be mended needs a word. A silenced phone may still mark what is right.
    RuleViolation: checking_not_open, unknown_person, removed, muted_correction, no_point, empty_correction, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        check = _open(state)
        person = state.people.get(author)
        if check.id != check_id:
            raise RuleViolation("checking_not_open")
        if person is None or person.removed:
            raise RuleViolation("unknown_person" if person is None else "removed")
        cleaned = {point: _clean(check, point, given) for point, given in marks.items()}
        if not cleaned:
            raise RuleViolation("no_marks")
        now = check.marks.get(author, {})
        news = [given for point, given in cleaned.items() if now.get(point) != given]
        if person.muted and not all(given.right for given in news):
            raise RuleViolation("muted_correction")
        return [PointsMarked(check.id, cleaned)] if news else []

    return command


def _clean(check: Check, point: str, given: Mark) -> Mark:
    if not 0 <= given.version <= _need(check, point).version:
        raise RuleViolation("no_point")
    if given.right:
        return Mark(True, "", given.version)
    if not given.words.strip():
        raise RuleViolation("empty_correction")
    return Mark(False, clean_text(given.words, MAX_WORDS), given.version)


# --- shared --------------------------------------------------------------------------------------------------------


def _draft(state: "Workshop") -> None:
    if state.closing.approved:
        raise RuleViolation("already_approved")


def _open(state: "Workshop") -> Check:
    check = open_check(state)
    if check is None:
        raise RuleViolation("checking_not_open")
    return check


def _last(state: "Workshop") -> Check:
    _draft(state)
    if state.checking.last is None:
        raise RuleViolation("checking_not_open")
    return state.checking.last


def _need(check: Check, point: str) -> Checked:
    found = check.points.get(point)
    if found is None:
        raise RuleViolation("no_point")
    return found


def _correction(check: Check, correction: str) -> Correction:
    found = check.corrections.get(correction)
    if found is None:
        raise RuleViolation("no_correction")
    return found


def _line(words: str) -> str:
    line = " ".join(words.split())
    if len(line) > MAX_LINE:
        raise RuleViolation("too_long", limit=MAX_LINE)
    return line


def _at_source(state: "Workshop", new: Point) -> list[Outcome]:
    """What the point was taken from says the same from now on."""
    if new.source == NEXT:
        return [WhatNext(new.text, new.who, new.due)]
    entry = state.record.by_id.get(new.source.removeprefix(RECORD)) if new.source.startswith(RECORD) else None
    if entry is None or (entry.text, entry.who, entry.due) == (new.text, new.who, new.due):
        return []
    return [RecordEdited(entry.id, new.text, new.who, new.due)]


def _in_sections(state: "Workshop", old: str, new: str) -> list[Outcome]:
    """A section written by hand that has the very words as a sentence of their own. What it was written over is mended too: it
    is no news to anybody."""
    if old == new:
        return []
    words = re.compile(rf"(?m)(?:^|(?<=[^\w\s,] )){re.escape(old)}(?=\s*(?:[.;:!?(]|$))")
    made = ((key, text, words.sub(lambda _: new, text)) for key, text in state.closing.edited.items())
    return [
        SectionEdited(key, mended, words.sub(lambda _: new, state.closing.based.get(key, "")))
        for key, text, mended in made
        if mended != text
    ]
