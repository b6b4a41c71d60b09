"""The first start: three screens with the keyboard alone, in any language, once."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.firststart import LANGUAGE, PEOPLE, TRYING, FirstStart
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.i18n import language_for
from fasilitaattori.settings import Settings


@pytest.fixture
def first(window: MainWindow, house: Any, qtbot: QtBot) -> FirstStart:
    house.door.wait_ready()
    window.resume()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FirstStart))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FirstStart)
    return dialog


def _type(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_the_whole_way_with_the_keyboard(first: FirstStart, window: MainWindow, house: Any, qtbot: QtBot) -> None:
    assert first.step == LANGUAGE
    assert first.languages["fi"].hasFocus()
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: house.settings.language == "sv")
    qtbot.waitUntil(lambda: first.windowTitle() == "Välkommen till Fasilitaattori")
    assert window.rail.button("tyopajat").text() == "Workshoppar"
    assert first.languages["sv"].hasFocus()
    _press(Qt.Key.Key_Return)
    assert first.step == PEOPLE
    _type("Helmi Kuikka")
    _press(Qt.Key.Key_Tab)
    _type("Kuikka byalag")
    _press(Qt.Key.Key_Return)
    assert (house.settings.facilitator, house.settings.organisation) == ("Helmi Kuikka", "Kuikka byalag")
    assert first.step == TRYING
    assert not house.settings.welcomed
    _press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(house.rehearsed))
    bench = window.workbench
    assert window.pages.name == "ohjaa"
    assert bench.is_rehearsal
    assert bench.state.info.language == "sv"
    assert bench.state.info.title.startswith("Övning: ")
    assert bench.state.run.phase == "open"
    assert house.settings.welcomed
    with qtbot.waitSignal(bench.library_changed):
        bench.close_workshop()
    assert house.services.summaries() == []  # it leaves nothing behind
    qtbot.waitUntil(lambda: not house.background.is_busy())


@pytest.mark.parametrize("step", [LANGUAGE, PEOPLE, TRYING])
def test_it_can_be_left_at_any_time_and_does_not_come_again(
    step: int, first: FirstStart, window: MainWindow, house: Any, qtbot: QtBot
) -> None:
    for _ in range(step):
        first.act_button.click()
    _press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert window.pages.name == "tyopajat"
    assert Settings(house.folder / "settings.json").welcomed
    window.resume()
    assert QApplication.activeModalWidget() is None


def test_going_back_keeps_what_was_written(first: FirstStart, house: Any) -> None:
    first.act_button.click()
    QTest.keyClicks(first.names["organisation"], "Kuikan martat")
    first.back_button.click()
    assert first.step == LANGUAGE
    assert house.settings.organisation == "Kuikan martat"
    first.act_button.click()
    assert first.names["organisation"].text() == "Kuikan martat"


def test_whoever_has_workshops_is_not_welcomed(window: MainWindow, house: Any) -> None:
    house.evening()
    window.resume()
    assert QApplication.activeModalWidget() is None


def test_it_opens_as_high_as_what_is_in_it(first: FirstStart, qtbot: QtBot) -> None:
    qtbot.waitUntil(first.isVisible)
    assert first.height() <= first.sizeHint().height() <= 440


def test_its_buttons_stay_where_they_are_when_another_language_is_chosen(first: FirstStart, qtbot: QtBot) -> None:
    below = first.height() - first.act_button.y()
    high = first.height()
    first.languages["sv"].click()
    qtbot.waitUntil(lambda: first.windowTitle() == "Välkommen till Fasilitaattori")
    assert (first.height(), first.height() - first.act_button.y()) == (high, below)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_a_small_laptop_in_every_language(
    language: str, size: int, first: FirstStart, house: Any, qtbot: QtBot
) -> None:
    house.settings.language = language
    house.settings.text_size = size
    qtbot.waitUntil(lambda: first.languages[language].hasFocus() and first.isVisible())
    for step in (LANGUAGE, PEOPLE, TRYING):
        hint = first.sizeHint()
        assert hint.width() <= 1366
        assert hint.height() <= 768 - 40
        for button in (first.back_button, first.safe_button, first.act_button):
            assert not button.isVisible() or button.width() >= button.sizeHint().width(), (step, button.text())
        if step < TRYING:
            first.act_button.click()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["sv-FI", "sv", "fi-FI"], "sv"),
        (["fi-FI"], "fi"),
        (["en_GB.UTF-8"], "en"),
        (["se-FI", "fi-FI"], "fi"),
        (["de-DE"], "en"),
        (["C"], "fi"),
        ([], "fi"),
    ],
)
def test_the_systems_language_is_chosen_first(wanted: list[str], language: str) -> None:
    assert language_for(wanted) == language
