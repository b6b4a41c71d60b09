"""The month to pick a day from."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.calendar import DayCalendar, months_later, weeks_of
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

DAY = date(2026, 3, 12)


@pytest.fixture
def calendar(look: Look, qtbot: QtBot) -> DayCalendar:
    """A calendar in a window of its own."""
    made = DayCalendar(look, DAY, DAY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_month_is_six_weeks_from_a_monday() -> None:
    days = weeks_of(DAY)
    assert (len(days), days[0], days[-1]) == (42, date(2026, 2, 23), date(2026, 4, 5))


def test_months_end_on_their_last_day() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_keys_walk_and_pick(calendar: DayCalendar, qtbot: QtBot) -> None:
    picked: list[date] = []
    calendar.picked.connect(picked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(calendar.grid, key)
    assert calendar.grid.day == date(2026, 4, 20)
    assert "huhtikuu 2026" in [label.text() for label in calendar.findChildren(Label)]
    assert calendar.grid.accessibleName() == "maanantai 20.4.2026"
    QTest.keyClick(calendar.grid, Qt.Key.Key_Return)
    assert picked == [date(2026, 4, 20)]


def test_a_click_picks(calendar: DayCalendar, qtbot: QtBot) -> None:
    picked: list[date] = []
    calendar.picked.connect(picked.append)
    place = weeks_of(DAY).index(date(2026, 3, 24))
    QTest.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=calendar.grid.cell(place).center().toPoint())
    assert picked == [date(2026, 3, 24)]
