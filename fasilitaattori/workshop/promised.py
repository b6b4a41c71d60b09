"""The day that people mean when they say by when something will be done: "31.3.", "toukokuussa", "vecka 20", "20 April".

People write a promise as they say it, and it stays so in every paper. It is read only to know when its time has passed, so what
cannot be read is simply never late.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date

_CLOCK = re.compile(r"\b(?:klo|kl\.?|at)\s*\d{1,2}(?:[.:]\d{2})?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMBERS = re.compile(r"(?<![\d.:])(\d{1,2})[./](\d{1,2})(?!\d)(?:[./](\d{4}|\d{2})(?!\d))?")
_WEEK = re.compile(r"\b(?:vko|vk|viikolla|viikko|viikon|vecka|v\.|week)\s*(\d{1,2})(?:\s*[/ ]\s*(\d{4}))?\b", re.IGNORECASE)
_MONTHS = (  # untranslated: how months begin in any of the languages
    *("tammiku|januari|january", "helmiku|februari|february", "maalisku|mars|march", "huhtiku|april", "toukoku|maj|may"),
    *("kesäku|juni|june", "heinäku|juli|july", "eloku|augusti|august", "syysku|september", "lokaku|oktober|october"),
    *("marrasku|november", "jouluku|december"),
)
_VERBS = frozenset({"march", "may"})  # words of other meaning too: a month only beside a number or after these
_MONTH = re.compile(
    r"(?P<lead>\b(?:in|by|of|during|until)\s+)?(?:(?P<before>\d{1,2})\.?\s+)?\b(?P<name>"
    + "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
    + r")(?:u\w*|\b)(?:\s+(?P<after>\d{1,2})(?!\d|\.\d))?(?:,?\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)


def promised_day(words: str, since: date) -> date | None:
    """The last day that is named, or with which the named month or week ends; without a year the first such day from `since`
    on. None when no day can be read."""
    said = _CLOCK.sub(" ", words)
    found = [day for day in (*_plain(said, since), *_weeks(said, since), *_months(said, since)) if day is not None]
    return max(found, default=None)


def _plain(said: str, since: date) -> Iterator[date | None]:
    for year, month, day in _ISO.findall(said):
        yield _day(int(day), int(month), int(year), since)
    for day, month, year in _NUMBERS.findall(said):
        full = int(year) + (2000 if len(year) == 2 else 0) if year else 0
        yield _day(int(day), int(month), full, since)


def _weeks(said: str, since: date) -> Iterator[date | None]:
    for week, year in _WEEK.findall(said):
        try:
            last = date.fromisocalendar(int(year or since.isocalendar().year), int(week), 7)
            yield last if year or last >= since else date.fromisocalendar(since.isocalendar().year + 1, int(week), 7)
        except ValueError:
            yield None


def _months(said: str, since: date) -> Iterator[date | None]:
    for match in _MONTH.finditer(said):
        number = next(n for n in range(1, 13) if match[f"m{n}"])
        day, year = match["before"] or match["after"], int(match["year"] or 0)
        if match["name"].lower() in _VERBS and not (match["lead"] or day or year):
            continue
        yield _day(int(day), number, year, since) if day else _month_end(number, year, since)


def _day(day: int, month: int, year: int, since: date) -> date | None:
    """The day; without a year (0) the first one from `since` on. None when there is no such day."""
    try:
        found = date(year or since.year, month, day)
        return found if year or found >= since else found.replace(year=since.year + 1)
    except ValueError:
        return None


def _month_end(month: int, year: int, since: date) -> date | None:
    """The last day of the month. None when it lies beyond the calendar."""
    if not year:
        year = since.year if month >= since.month else since.year + 1
    return date(year, month, monthrange(year, month)[1]) if year <= MAXYEAR else None
