"""Checked in the hall: the summary of the evening put before everybody point by point, what people marked, and what became of
each correction.

A mark holds for the wording it was given to. When a point is mended it is asked anew: nobody is said to have agreed with words
they have not seen. Who marked what is told to nobody but, where the minutes have names, to the facilitator.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from fasilitaattori.workshop.checkingfacts import (
    DROPPED,
    MENDED,
    CheckingEnded,
    CheckingsRewritten,
    CorrectionHeard,
    CorrectionSettled,
    HandsCounted,
    KeptCheck,
    Mark,
    PointMended,
    PointsMarked,
    SummaryPutUp,
    texts_of,
    texts_of_kept,
)
from fasilitaattori.workshop.events import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fasilitaattori.workshop.state import Workshop

SHOWN_FROM = 5
"""Of fewer than so many people the papers tell no numbers: one could guess who marked what."""


@dataclass(slots=True)
class Checked:
    """A point as it reads now. `first` is how it read at first, `hands` how many raised theirs for this wording."""

    id: str
    text: str
    who: str
    due: str
    source: str
    first: str
    version: int = 0
    hands: int = 0


@dataclass(slots=True)
class Correction:
    """What somebody wants mended. `author` None = said aloud in the hall; `how` MENDED, DIFFERS, KEPT or DROPPED, "" = not yet
    settled."""

    id: str
    point: str
    words: str
    version: int
    author: int | None
    at: str
    how: str = ""
    why: str = ""


@dataclass(slots=True)
class Check:
    """One checking. `at` wall time (ISO), `ms` steady; `marks` by participant and point. `spoken` is everything said in it,
    also what has been said otherwise since: it stands in the log, and whoever is erased may be named in it."""

    id: str
    at: str
    ms: int
    points: dict[str, Checked]
    marks: dict[int, dict[str, Mark]] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    hands: int = 0
    ended_at: str = ""
    nameless: bool = False
    spoken: list[str] = field(default_factory=list)

    @property
    def unsettled(self) -> list[Correction]:
        return [correction for correction in self.corrections.values() if not correction.how]

    @property
    def told(self) -> list[Correction]:
        """Those whose words may be told."""
        return [correction for correction in self.corrections.values() if correction.how != DROPPED]

    @property
    def answered(self) -> bool:
        """Has anybody said anything?"""
        return bool(self.marks or self.hands or self.corrections)

    def apply(self, event: Event) -> None:
        """Fold one event of this checking."""
        match event.body:
            case PointsMarked(marks=marks) if event.author is not None:
                for point, mark in marks.items():
                    if point in self.points:
                        self._mark(event, event.author, point, mark)
            case HandsCounted(hands=hands):
                self.hands = hands
                for each in self.points.values():
                    each.hands = hands
            case CorrectionHeard(point=point, words=words) if point in self.points:
                version = self.points[point].version
                self.corrections[event.id] = Correction(event.id, point, words, version, None, event.at)
            case PointMended(point=point, settles=settles) as mended if point in self.points:
                now = self.points[point]
                now.text, now.who, now.due = mended.text, mended.who, mended.due
                marked = (given[point].version for given in self.marks.values() if point in given)
                now.version, now.hands = max(now.version, *marked, 0) + 1, 0  # a wording that was undone has had marks too
                for correction in settles:
                    self._settle(correction, MENDED, "")
            case CorrectionSettled(correction=correction, how=how, why=why):
                self._settle(correction, how, why)
            case CheckingEnded():
                self.ended_at = self.ended_at or event.at

    def _mark(self, event: Event, author: int, point: str, mark: Mark) -> None:
        """A correction follows the mark it came with until it is settled; what has been settled stays on record."""
        given = self.marks.setdefault(author, {})
        if point in given and mark.version < given[point].version <= self.points[point].version:
            return  # of a wording that this person has since gone on from: it was long on its way
        given[point] = mark
        mine = [each for each in self.corrections.values() if each.author == author and each.point == point]
        pending = [each for each in mine if not each.how]
        if mark.right:
            for each in pending:
                del self.corrections[each.id]
        elif pending:
            pending[-1].words, pending[-1].version = mark.words, mark.version
        elif all((each.words, each.version) != (mark.words, mark.version) for each in mine):
            made = f"{event.id}/{point}"
            self.corrections[made] = Correction(made, point, mark.words, mark.version, author, event.at)

    def _settle(self, correction: str, how: str, why: str) -> None:
        found = self.corrections.get(correction)
        if found is not None:
            found.how, found.why = how, why


@dataclass(slots=True)
class Checking:
    """Every checking of the workshop, in the order they were begun."""

    all: dict[str, Check] = field(default_factory=dict)

    @property
    def last(self) -> Check | None:
        return next(reversed(self.all.values()), None)

    def apply(self, event: Event) -> None:
        """Fold one event."""
        if isinstance(event.body, SummaryPutUp):
            points = {
                str(place): Checked(str(place), point.text, point.who, point.due, point.source, point.text)
                for place, point in enumerate(event.body.points, 1)
            }
            spoken = list(texts_of(event.body))
            made = Check(event.id, event.at, event.ms, points, nameless=event.body.nameless, spoken=spoken)
            self.all.setdefault(event.id, made)
            return
        if isinstance(event.body, CheckingsRewritten):
            self.all |= {kept.id: _restored(kept) for kept in event.body.checks}
            self.all = dict(sorted(self.all.items(), key=lambda item: item[1].ms))
            return
        check = self.all.get(getattr(event.body, "of", ""))
        if check is not None:
            check.spoken.extend(texts_of(event.body))
            check.apply(event)


def _restored(kept: KeptCheck) -> Check:
    points = {one.id: Checked(**msgspec.structs.asdict(one)) for one in kept.points}
    marks = {int(number): dict(given) for number, given in kept.marks.items() if number.isdigit()}
    corrections = {one.id: Correction(**msgspec.structs.asdict(one)) for one in kept.corrections}
    spoken = list(texts_of_kept(kept))
    return Check(kept.id, kept.at, kept.ms, points, marks, corrections, kept.hands, kept.ended_at, kept.nameless, spoken)


def in_line(text: str, who: str, due: str) -> str:
    """A point on one line: what (who, by when)."""
    beside = ", ".join(part for part in (who, due) if part)
    return f"{text.removesuffix('.')} ({beside})" if beside else text


# --- how it stands -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """How a checking stands. `phones` people who have marked something, `hands` counted in the hall, `wholly` those of both who
    think every point right as it reads now; `right` and `wrong` by point. `renewed`: of the points that were mended after
    people had marked them, how many of those have not marked the new wording; `otherwise` how many think every point but these
    right. Removed phones do not count."""

    phones: int
    hands: int
    wholly: int
    right: dict[str, int]
    wrong: dict[str, int]
    renewed: dict[str, int]
    otherwise: int

    @property
    def people(self) -> int:
        return self.phones + self.hands

    @property
    def unmarked(self) -> list[str]:
        """The renewed points whose new wording nobody has marked."""
        return [point for point in self.renewed if not self.right[point] + self.wrong[point]]


def tally(state: "Workshop", check: Check) -> Tally:
    """Counts the marks given to the wordings as they are now."""
    removed = {person.number for person in state.people.all.values() if person.removed}
    given = [marks for number, marks in check.marks.items() if number not in removed]
    right, wrong, renewed = {}, {}, {}
    for point in check.points.values():
        current = [marks[point.id] for marks in given if point.id in marks and marks[point.id].version == point.version]
        right[point.id] = sum(mark.right for mark in current) + point.hands
        wrong[point.id] = sum(not mark.right for mark in current)
        before = sum(point.id in marks for marks in given) - len(current) + max(0, check.hands - point.hands)
        if before:
            renewed[point.id] = before
    others = [point for point in check.points.values() if point.id not in renewed]
    wholly, otherwise = _agreeing(given, list(check.points.values())), _agreeing(given, others)
    return Tally(len(given), check.hands, wholly, right, wrong, renewed, otherwise)


def _agreeing(given: "Sequence[dict[str, Mark]]", points: "Sequence[Checked]") -> int:
    """How many think all of these points right as they read now; of no points nobody does."""
    by_hand = min((point.hands for point in points), default=0)
    return by_hand + sum(all(agrees(marks, point) for point in points) for marks in given) if points else 0


def agrees(marks: dict[str, Mark], point: Checked) -> bool:
    """Has this person marked the point right as it reads now?"""
    mark = marks.get(point.id)
    return mark is not None and mark.right and mark.version == point.version


def open_check(state: "Workshop") -> Check | None:
    """The checking that goes on, or None. Going on to another step ends it, and so does approving the minutes."""
    check = state.checking.last
    if check is None or check.ended_at or state.closing.approved or _moved_on(state, check):
        return None
    return check


def ended_at(state: "Workshop", check: Check) -> str:
    """When it ended (wall time, ISO); "" while it goes on."""
    return check.ended_at or _moved_on(state, check) or state.closing.approved_at


def _moved_on(state: "Workshop", check: Check) -> str:
    return next((visit.start_at for visit in state.run.visits if visit.start_ms > check.ms), "")
