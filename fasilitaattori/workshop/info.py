"""The heading of a workshop: title, place, time, purpose."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event
from fasilitaattori.workshop.letterhead import Letterhead, LetterheadSet

FIELDS = (
    "title",
    "organiser",
    "facilitator",
    "place",
    "date",
    "start",
    "end",
    "language",
    "goal",
    "method",
    "expected",
    "series",
)
MAX_LINE, MAX_GOAL = 140, 1000
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


class InfoChanged(Body, frozen=True):
    """Fields of the heading that changed; one event when a field is left."""

    changes: dict[str, Any]
    KIND: ClassVar[str] = "info.changed"
    PART: ClassVar[str] = "info"
    UNDO: ClassVar[str] = N_("työpajan tietojen muutos")


@dataclass(slots=True)
class Info:
    """`date` is ISO ("2026-03-12"), `start` and `end` are "18:00"; "" = not set. `expected` = people expected. `series` is the
    name of the series of dialogues it belongs to. `letterhead` None = as in the settings of whoever prints."""

    title: str = ""
    organiser: str = ""
    facilitator: str = ""
    place: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    language: str = "fi"
    goal: str = ""
    method: str = ""
    expected: int = 0
    series: str = ""
    letterhead: Letterhead | None = None

    def apply(self, event: Event) -> None:
        """Fold one event."""
        if isinstance(event.body, InfoChanged):
            for field, value in event.body.changes.items():
                if field in FIELDS and type(value) is type(getattr(self, field)):
                    setattr(self, field, value)
        elif isinstance(event.body, LetterheadSet):
            self.letterhead = event.body.letterhead

    @property
    def starts_at(self) -> datetime | None:
        """Local start as a naive datetime, or None when date or start is missing."""
        day, clock = parse_date(self.date), parse_time(self.start)
        return datetime.combine(day, clock) if day and clock else None

    @property
    def minutes_at_hand(self) -> int | None:
        """Minutes from start to end (past midnight counts on), or None when either is missing."""
        start, end = parse_time(self.start), parse_time(self.end)
        if start is None or end is None:
            return None
        return ((end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)) % (24 * 60) or None


def parse_time(text: str) -> time | None:
    """A clock time written 18.30, 18:30 or 8.05; None when it is none."""
    match = _CLOCK.fullmatch(text.strip())
    return time(int(match[1]), int(match[2])) if match else None


def parse_date(text: str) -> date | None:
    """An ISO date; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def clean_time(text: str) -> str:
    """ "18:30" of a clock time as people write it, "" of nothing. RuleViolation("bad_time")."""
    if not text.strip():
        return ""
    found = parse_time(text)
    if found is None:
        raise RuleViolation("bad_time")
    return found.strftime("%H:%M")


def set_info(**changes: Any) -> Command:
    """Change fields of the heading. RuleViolation: bad_time, bad_date, bad_number."""

    def command(state: Any) -> list[Any]:
        wanted = dict(changes)
        for field in ("start", "end"):
            if field in wanted:
                wanted[field] = clean_time(wanted[field])
        if wanted.get("date") and parse_date(wanted["date"]) is None:
            raise RuleViolation("bad_date")
        if not 0 <= wanted.get("expected", 0) <= 5000:
            raise RuleViolation("bad_number")
        for field, value in wanted.items():
            limit = MAX_GOAL if field == "goal" else MAX_LINE
            if isinstance(value, str) and len(value) > limit:
                raise RuleViolation("too_long", limit=limit)
        new = {key: value for key, value in wanted.items() if getattr(state.info, key) != value}
        return [InfoChanged(new)] if new else []

    return command
