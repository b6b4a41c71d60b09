"""Fields that tell once, when they are left."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.entries import ClockEntry, DayEntry, LineEntry, TextEntry, read_clock, read_day
from fasilitaattori.kit.look import Look

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("18.30", "18:30"),
        ("18:30", "18:30"),
        ("1830", "18:30"),
        ("18", "18:00"),
        ("klo 8.05", "08:05"),
        ("  9 ", "09:00"),
        ("", ""),
        ("25.00", None),
        ("18.75", None),
        ("illalla", None),
    ],
)
def test_a_clock_time_is_read_as_people_write_it(typed: str, clock: str | None) -> None:
    assert read_clock(typed) == clock


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12.3.2026", "2026-03-12"),
        ("2026-03-12", "2026-03-12"),
        ("12/3/2026", "2026-03-12"),
        ("13.3.", "2026-03-13"),
        ("11.3.", "2027-03-11"),
        ("12 March 2026", "2026-03-12"),
        ("", ""),
        ("31.2.2026", None),
        ("ensi torstai", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: str | None) -> None:
    assert read_day(typed, TODAY) == day


@given(st.text())
def test_nothing_typed_breaks_the_reading(typed: str) -> None:
    read_clock(typed)
    read_day(typed, TODAY)


@pytest.fixture
def in_window(qtbot: QtBot) -> Callable[..., None]:
    """Shows widgets in an active window, which lives as long as the test."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)

    def show(*widgets: QWidget) -> None:
        for widget in widgets:
            column.addWidget(widget)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


def test_a_line_tells_once_when_it_is_left(in_window: Callable[..., None], qtbot: QtBot) -> None:
    line, other, said = LineEntry("vanha"), LineEntry(), list[str]()
    in_window(line, other)
    line.committed.connect(said.append)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "uusi")
    assert said == []
    other.setFocus()
    line.setFocus()
    other.setFocus()
    assert said == ["uusi"]


def test_escape_takes_the_old_text_back(in_window: Callable[..., None], qtbot: QtBot) -> None:
    line, said = LineEntry("vanha"), list[str]()
    in_window(line)
    line.committed.connect(said.append)
    line.setFocus()
    QTest.keyClicks(line, "xyz")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    line.clearFocus()
    assert (line.text(), said) == ("vanha", [])


def test_what_the_log_says_does_not_disturb_typing(in_window: Callable[..., None], qtbot: QtBot) -> None:
    line = LineEntry("vanha")
    in_window(line)
    line.setFocus()
    QTest.keyClicks(line, " sana")
    line.set_value("muualta")
    assert line.text() == "vanha sana"
    line.clearFocus()
    line.set_value("muualta")
    assert line.text() == "muualta"


def test_a_longer_text_grows_and_tells_when_left(in_window: Callable[..., None], qtbot: QtBot, look: Look) -> None:
    text, other, said = TextEntry(look, "yksi"), LineEntry(), list[str]()
    in_window(text, other)
    text.committed.connect(said.append)
    low = text.height()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    for _ in range(4):
        QTest.keyClick(text, Qt.Key.Key_Return)
        QTest.keyClicks(text, "rivi")
    assert text.height() > low
    qtbot.waitUntil(lambda: not text.verticalScrollBar().isVisible())
    other.setFocus()
    assert said == ["yksi\nrivi\nrivi\nrivi\nrivi"]


def test_a_text_grows_with_its_lines_when_the_room_gets_narrower(
    in_window: Callable[..., None], qtbot: QtBot, look: Look
) -> None:
    text = TextEntry(look, "Kättele ovella ja kerro illan kulku. " * 5)
    in_window(text)
    window = text.window()
    window.resize(1200, 300)
    qtbot.waitUntil(lambda: text.width() > 1000)
    low = text.height()
    window.resize(420, 300)
    qtbot.waitUntil(lambda: text.width() < 450 and text.height() > low)
    lines = text.document().firstBlock().layout().lineCount()
    assert lines > 3
    assert text.viewport().height() >= lines * text.fontMetrics().lineSpacing()
    window.resize(1200, 300)
    qtbot.waitUntil(lambda: text.height() == low)


def test_a_clock_that_cannot_be_read_stays_to_be_mended(in_window: Callable[..., None], qtbot: QtBot, look: Look) -> None:
    clock, other = ClockEntry(look, "18:00"), LineEntry()
    told: list[str] = []
    in_window(clock, other)
    clock.committed.connect(told.append)
    clock.misread.connect(lambda: told.append("misread"))
    assert clock.text() == "18.00"
    clock.setFocus()
    clock.setText("myöhään")
    other.setFocus()
    assert (told, clock.text()) == (["misread"], "myöhään")
    clock.setText("1930")
    clock.commit()
    assert (told, clock.text()) == (["misread", "19:30"], "19.30")


def test_a_day_is_typed_or_picked(in_window: Callable[..., None], qtbot: QtBot, look: Look) -> None:
    day, told = DayEntry(look, TODAY, "2026-03-12"), list[str]()
    in_window(day)
    day.committed.connect(told.append)
    assert day.line.text() == "12.3.2026"
    day.line.setText("24.3.")
    day.line.commit()
    assert (told, day.line.text(), day.is_read()) == (["2026-03-24"], "24.3.2026", True)
    day.line.setText("joskus")
    day.line.commit()
    assert not day.is_read()
