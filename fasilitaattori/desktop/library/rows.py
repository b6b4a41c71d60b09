"""The rows of the library: their order, filters, search and status. No Qt here."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter

from fasilitaattori.desktop.entries import clock_shown
from fasilitaattori.desktop.resuming import is_rehearsal
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.info import parse_date
from fasilitaattori.workshop.summary import Summary

HELD = ("minutes", "done")


@dataclass(frozen=True, slots=True)
class Status:
    """How a status is shown: tag kind, icon, words (a msgid), and the page that opening it leads to."""

    kind: str
    icon: str
    words: str
    page: str


STATUSES: dict[str, Status] = {
    "draft": Status("line", "pencil-simple", N_("Luonnos"), "suunnittele"),
    "ready": Status("jarvi", "check", N_("Suunnitelma valmis"), "suunnittele"),
    "running": Status("nyt", "play-circle", N_("Käynnissä"), "ohjaa"),
    "minutes": Status("savi", "note-pencil", N_("Muistio kesken"), "kokoa"),
    "done": Status("kuusi", "check", N_("Muistio valmis"), "kokoa"),
}
REHEARSAL = Status("savi", "graduation-cap", N_("Harjoitus"), "suunnittele")

FILTERS: dict[str, str] = {
    "all": N_("Kaikki"),
    "coming": N_("Tulossa"),
    "minutes": N_("Muistio kesken"),
    "held": N_("Pidetyt"),
    "late": N_("Lupauksia myöhässä"),
}


def status_of(row: Summary, tr: Translator) -> Status:
    """How this row's status is shown."""
    return REHEARSAL if is_rehearsal(tr, row.title) else STATUSES.get(row.status, STATUSES["draft"])


def narrowed(rows: Sequence[Summary], chosen: str, today: date) -> list[Summary]:
    """The rows that pass this filter."""
    match chosen:
        case "coming":
            return [row for row in rows if row.status not in HELD and (parse_date(row.date) or today) >= today]
        case "minutes":
            return [row for row in rows if row.status == "minutes"]
        case "held":
            return [row for row in rows if row.status in HELD]
        case "late":
            return [row for row in rows if row.promises and late(row, today)]
        case _:
            return list(rows)


def late(row: Summary, today: date) -> int:
    """How many promises of the workshop are open although their day has passed."""
    return bisect_left(row.promises, today.isoformat())


def late_words(row: Summary, today: date, tr: Translator) -> str:
    """ "2 lupausta myöhässä", "" when none is."""
    count = late(row, today)
    return tr.n("{n} lupaus myöhässä", "{n} lupausta myöhässä", count) if count else ""


def in_order(rows: Sequence[Summary], today: date) -> list[Summary]:
    """What is coming first, the nearest on top, then what has no day, then what has been, the latest on top."""
    coming: list[tuple[date, Summary]] = []
    undated: list[Summary] = []
    past: list[tuple[date, Summary]] = []
    for row in rows:
        day = parse_date(row.date)
        if day is None:
            undated.append(row)
        else:
            (past if day < today else coming).append((day, row))
    coming.sort(key=lambda pair: (pair[0], pair[1].start))
    past.sort(key=itemgetter(0), reverse=True)
    return [*(row for _, row in coming), *undated, *(row for _, row in past)]


def upcoming(rows: Sequence[Summary], today: date, tr: Translator) -> Summary | None:
    """The workshop of the big card: one that is running, else the nearest one to come, else one without a day."""
    real = [row for row in rows if row.status not in HELD and not is_rehearsal(tr, row.title)]
    running = next((row for row in real if row.status == "running"), None)
    return running or next(iter(in_order(narrowed(real, "coming", today), today)), None)


def found(rows: Sequence[Summary], text: str, tr: Translator) -> list[Summary]:
    """The rows that have every word of `text` in the title, place, series or date. Case and the dots of letters do not
    matter."""
    words = _plain(text).split()
    if not words:
        return list(rows)
    said = ((row, _said(row.title, row.place, row.series, row.date, tr)) for row in rows)
    return [row for row, plain in said if all(word in plain for word in words)]


@lru_cache(maxsize=20_000)
def _said(title: str, place: str, series: str, day: str, tr: Translator) -> str:
    """What is searched; kept, for one searches letter by letter."""
    held = parse_date(day)
    shown = f"{tr.date(held)} {tr.weekday(held)} {held.isoformat()}" if held else ""
    return _plain(f"{title} {place} {series} {shown}")


def times(row: Summary, tr: Translator) -> str:
    """ "klo 18.00–20.30", or as much of it as is known."""
    start, end = clock_shown(tr, row.start), clock_shown(tr, row.end)
    if not start:
        return ""
    return tr("klo {start}–{end}", start=start, end=end) if end else tr("klo {start}", start=start)


def facts(row: Summary, tr: Translator) -> str:
    """The small line under the title: when, where, how many."""
    if row.status in HELD or row.status == "running":
        people = tr.n("{n} mukana", "{n} mukana", row.people) if row.people else ""
    else:
        people = tr.n("{n} odotetaan", "{n} odotetaan", row.expected) if row.expected else ""
    of = tr("sarja {series}", series=row.series) if row.series else ""
    return " · ".join(part for part in (times(row, tr), row.place, people, of) if part)


def title_of(row: Summary, tr: Translator) -> str:
    """The title, or what stands for one."""
    return row.title or tr("Nimetön työpaja")


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def over_the_day(tr: Translator, day: date, this_year: int) -> str:
    """ "to", and of another year "to 2024": the first of May of six years ago is not this year's."""
    weekday = tr.weekday(day, short=True)
    return weekday if day.year == this_year else f"{weekday} {day.year}"
