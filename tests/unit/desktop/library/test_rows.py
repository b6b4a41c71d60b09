"""The order, filters and search of the library."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.library.listview import BEYOND, places
from fasilitaattori.desktop.library.rows import (
    facts,
    found,
    in_order,
    late,
    late_words,
    narrowed,
    over_the_day,
    status_of,
    times,
    upcoming,
)
from fasilitaattori.desktop.resuming import rehearsal_title
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.summary import Summary

TODAY = date(2026, 3, 12)
FI = translator("fi")
ROWS = [
    Summary("1", "Viisi tonnia kylän hyväksi", "kylätalo", "2026-02-10", "18:00", "20:30", "done", 41),
    Summary("2", "Kävely koulun metsässä", "koulun piha", "2026-04-18", "11:00", "13:00", "ready", 0, 15),
    Summary("3", "Penkkikahvila", "kaupan piha", "", "10:00", "12:00", "draft"),
    Summary("4", "Kumppanuuspöytä", "kunnantalo", "2026-03-04", "17:30", "19:00", "minutes", 12),
    Summary("5", "Kyläkoulun uusi elämä", "Kuikkaperä", "2026-03-12", "18:00", "20:30", "ready", 0, 22),
]


def _streams(rows: list[Summary]) -> str:
    return "".join(row.stream for row in rows)


def test_what_comes_is_first_and_what_was_is_last() -> None:
    assert _streams(in_order(ROWS, TODAY)) == "52341"


def test_filters() -> None:
    kept = {name: _streams(narrowed(ROWS, name, TODAY)) for name in ("all", "coming", "minutes", "held")}
    assert kept == {"all": "12345", "coming": "235", "minutes": "4", "held": "14"}


def test_promises_are_late_from_the_day_after_theirs() -> None:
    row = Summary("1", date="2026-02-10", status="done", promises=["2026-03-10", "2026-03-11", "2026-03-12", "2026-04-01"])
    assert late(row, TODAY) == 2
    assert late_words(row, TODAY, FI) == "2 lupausta myöhässä"
    assert late_words(row, date(2026, 3, 11), FI) == "1 lupaus myöhässä"
    assert late_words(row, date(2026, 3, 10), FI) == ""
    assert narrowed([*ROWS, row], "late", TODAY) == [row]


def test_the_card_shows_the_nearest_one() -> None:
    following = upcoming(ROWS, TODAY, FI)
    assert following is not None
    assert following.stream == "5"


def test_a_running_workshop_goes_before_everything() -> None:
    running = Summary("6", "Käynnissä", date="2026-03-01", status="running")
    following = upcoming([*ROWS, running], TODAY, FI)
    assert following is running


def test_a_rehearsal_is_not_the_next_workshop() -> None:
    copy = Summary("7", rehearsal_title(FI, "Kyläkoulu"), date="2026-03-12", status="running")
    assert upcoming([copy], TODAY, FI) is None
    assert FI(status_of(copy, FI).words) == "Harjoitus"


def test_nothing_held_is_next() -> None:
    assert upcoming(ROWS[:1], TODAY, FI) is None


def test_search_by_name_place_and_year_without_dots() -> None:
    assert _streams(found(ROWS, "kavely", FI)) == "2"
    assert _streams(found(ROWS, "piha 2026", FI)) == "2"
    assert _streams(found(ROWS, "torstai", FI)) == "5"
    assert _streams(found(ROWS, "", FI)) == "12345"


def test_facts_in_each_language() -> None:
    assert facts(ROWS[0], FI) == "klo 18.00–20.30 · kylätalo · 41 mukana"
    assert facts(ROWS[4], FI) == "klo 18.00–20.30 · Kuikkaperä · 22 odotetaan"
    assert times(Summary("9", start="18:00"), FI) == "klo 18.00"
    assert times(Summary("9"), FI) == ""


def test_a_day_of_another_year_says_so() -> None:
    assert over_the_day(FI, date(2026, 5, 1), 2026) == "pe"
    assert over_the_day(FI, date(2020, 5, 1), 2026) == "pe 2020"


def test_a_series_is_shown_and_found() -> None:
    row = Summary("6", "Perukka", place="koulu", date="2026-05-02", status="minutes", people=9, series="Kylien dialogit 2026")
    assert facts(row, FI) == "koulu · 9 mukana · sarja Kylien dialogit 2026"
    assert found([*ROWS, row], "kylien dialogit", FI) == [row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5, 2.0])
def test_the_widest_day_of_the_year_has_room_in_its_size(qapp: QApplication, language: str, scale: float) -> None:
    look = Look(translator(language), text_scale=scale)
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    measures = QFontMetricsF(look.serif(21))
    widest = max(measures.horizontalAdvance(look.tr.date(day, year=False, short=True)) for day in days)
    assert widest <= places(1200, scale).day[1] + look.px(BEYOND)
