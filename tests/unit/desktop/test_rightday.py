"""How far away an evening's own day is, and how it is said."""

from datetime import datetime

import pytest

from fasilitaattori.desktop.rightday import days_off, told
from fasilitaattori.i18n import translator
from fasilitaattori.workshop.info import parse_date


@pytest.mark.parametrize(
    ("day", "now", "off"),
    [
        ("2026-03-12", "2026-03-12T17:00", 0),
        ("2026-03-12", "2026-03-13T00:40", 0),  # it goes on past midnight
        ("2026-03-12", "2026-03-13T09:00", -1),
        ("2026-03-12", "2026-03-05T23:59", 7),
        ("", "2026-03-05T12:00", 0),
    ],
)
def test_the_day_is_counted_from_the_evening(day: str, now: str, off: int) -> None:
    assert days_off(day, datetime.fromisoformat(now)) == off


def test_it_is_said_in_days() -> None:
    tr, day = translator("fi"), parse_date("2026-03-12")
    assert day is not None
    assert told(day, 1, tr) == "Työpajan päivä on torstai 12.3.2026, ja siihen on vielä 1 päivä."
    assert told(day, -3, tr) == "Työpajan päivä oli torstai 12.3.2026, ja siitä on jo 3 päivää."
