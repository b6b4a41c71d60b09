"""Pages are made a little at a time: while that goes on nothing is lost, and whoever reaches for a page has it whole."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fasilitaattori.desktop import pagestack
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.papers import latest
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import running
from fasilitaattori.workshop.info import set_info

OpenAt = Callable[[str, str], Any]
ON_RAIL = [name for name, entry in PAGES.items() if entry.on_rail]
OF_WORKSHOP = [name for name in ON_RAIL if PAGES[name].of_workshop]


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made ahead does not rest long."""
    monkeypatch.setattr(pagestack, "CALM_MS", 1)


def live(house: Any) -> str:
    """A workshop that is on."""
    stream: str = house.evening()
    for command in (running.open_room(), running.start()):
        house.door.ask(stream, command).result()
    return stream


@pytest.mark.parametrize("name", ON_RAIL)
def test_a_page_comes_into_view_by_itself(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, name: str) -> None:
    open_at(house.evening(), "suunnittele" if name != "suunnittele" else "tyopajat")
    before = window.pages.currentWidget()
    window.pages.go(name)
    assert window.rail.button(name).isChecked()
    if window.pages.made(name) is None:
        assert window.pages.currentWidget() is before, "the page before it stays in sight"
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() is not None and window.pages.currentWidget() is window.pages.made(name)
    )
    page = window.pages.currentWidget()
    assert page is not None
    assert page.isVisible()
    assert page.size() == window.pages.size()
    qtbot.waitUntil(window.pages.updatesEnabled)


@pytest.mark.parametrize("name", ON_RAIL)
def test_nothing_of_a_page_is_shown_before_it_has_its_place(
    window: MainWindow, house: Any, open_at: OpenAt, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It would be a window of its own for a moment, and take the keyboard away."""
    open_at(house.evening(), "suunnittele")
    page, lost = PAGES[name].make(window.workbench), []
    page.hide()
    show = QWidget.setVisible

    def set_visible(widget: QWidget, visible: bool) -> None:
        if visible and widget.isWindow():
            lost.append(f"{type(widget).__name__} {widget.accessibleName()}")
        show(widget, visible)

    monkeypatch.setattr(QWidget, "setVisible", set_visible)
    for _ in page.build():
        pass
    page.set_compact(True, True)
    page.set_compact(False, False)
    assert not lost
    page.deleteLater()


def test_a_page_that_is_asked_for_is_whole(window: MainWindow, house: Any, open_at: OpenAt) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("kokoa")
    page = window.pages.page
    assert page is window.pages.made("kokoa")
    assert page is window.pages.currentWidget()
    assert window.pages.updatesEnabled()


def test_a_key_is_for_the_page_that_is_wanted(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("ohjaa")
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert window.pages.currentWidget() is window.pages.made("ohjaa")


def test_another_page_may_be_wanted_meanwhile(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("ohjaa")
    qtbot.wait(0)
    window.pages.go("verkko")
    qtbot.wait(0)
    window.pages.go("suunnittele")
    assert window.pages.currentWidget() is window.pages.made("suunnittele")
    assert window.pages.updatesEnabled()
    window.pages.go("ohjaa")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.made("ohjaa"))


@pytest.mark.parametrize("steps", range(0, 8, 2))
def test_the_workshop_may_close_while_its_page_is_made(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, steps: int
) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("ohjaa")
    for _ in range(steps):
        qtbot.wait(0)
    window.workbench.close_workshop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(window.look), "what a page was handed is not its own"
    assert window.pages.currentWidget() is window.pages.made("tyopajat")
    assert window.pages.updatesEnabled()
    assert not any(window.pages.made(name) for name in OF_WORKSHOP)
    page = open_at(house.evening(), "ohjaa")
    assert page.session is window.workbench.session


def test_the_window_may_close_while_a_page_is_made(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.make_ahead()
    window.pages.go("ohjaa")
    qtbot.wait(0)
    window.shut()
    qtbot.wait(0)
    assert window.pages.made("ohjaa") is None


def test_pages_are_made_ahead_while_nothing_happens(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    window.pages.make_ahead()
    free = [name for name in ON_RAIL if name not in OF_WORKSHOP]
    qtbot.waitUntil(lambda: all(window.pages.made(name) for name in free))
    assert window.pages.name == "tyopajat"
    assert window.pages.currentWidget() is window.pages.made("tyopajat")
    assert not any(window.pages.made(name) for name in OF_WORKSHOP)
    open_at(house.evening(), "suunnittele")
    qtbot.waitUntil(lambda: all(window.pages.made(name) for name in ON_RAIL))
    assert window.pages.currentWidget() is window.pages.made("suunnittele")
    window.workbench.close_workshop()
    assert not any(window.pages.made(name) for name in OF_WORKSHOP)


def test_nothing_is_drawn_for_pages_that_nobody_has_seen(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest, "QUIET_MS", 1)
    open_at(house.evening(), "suunnittele")
    window.pages.make_ahead()
    qtbot.waitUntil(lambda: all(window.pages.made(name) for name in OF_WORKSHOP))
    papers: Any = window.pages.made("tulosteet")
    minutes: Any = window.pages.made("kokoa")
    with qtbot.waitSignal(window.workbench.open_session.changed):
        window.workbench.do(set_info(title="Saunailta"))
    qtbot.wait(20)  # longer than the papers would wait
    assert not papers.shelf.is_busy
    assert not minutes.draft.is_busy
    window.pages.go("tulosteet")
    qtbot.waitUntil(lambda: papers.shelf.is_busy)


def test_a_page_that_was_made_ahead_shows_what_came_meanwhile(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.pages.make_ahead()
    qtbot.waitUntil(lambda: all(window.pages.made(name) for name in OF_WORKSHOP))
    for command in (running.open_room(), running.start()):
        house.door.ask(stream, command).result()
    qtbot.waitUntil(lambda: window.workbench.state.run.phase == "running")
    window.pages.go("ohjaa")
    page: Any = window.pages.page
    assert page.is_running()
    assert page.work.isVisible()


def test_half_typed_words_live_on_in_another_language_wherever_one_is(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    page = open_at(live(house), "ohjaa")
    page.work.record.field.setPlainText("Sauna lämpiää")
    window.pages.go("asetukset")
    assert window.pages.page is not None
    house.settings.language = "sv"
    house.settings.language = "en"  # before the pages in Swedish are made
    qtbot.waitUntil(lambda: window.pages.made("ohjaa") not in (None, page))
    new: Any = window.pages.made("ohjaa")
    qtbot.waitUntil(lambda: new.work.record.field.toPlainText() == "Sauna lämpiää")
    assert window.pages.currentWidget() is window.pages.made("asetukset")


def test_what_is_half_typed_goes_into_the_record_when_the_workshop_closes_in_the_middle_of_a_change(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    stream = live(house)
    page = open_at(stream, "ohjaa")
    page.work.record.field.setPlainText("Sauna lämpiää")
    house.settings.language = "sv"
    qtbot.wait(0)
    window.workbench.close_workshop()
    qtbot.waitUntil(lambda: [entry.text for entry in house.door.replica(stream).state.record.entries] == ["Sauna lämpiää"])


def test_another_theme_reaches_the_pages_out_of_sight(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    page = open_at(house.evening(), "suunnittele")
    house.settings.theme = "kontrasti"
    qtbot.waitUntil(lambda: window.look.theme.name == "kontrasti" and window.updatesEnabled())
    assert page.isVisible()
    library = window.pages.made("tyopajat")
    assert library is not None
    qtbot.waitUntil(lambda: window.isAncestorOf(library))
    window.pages.go("tyopajat")
    ink = window.look.theme["ink"]
    for shown in (page, library):
        field = shown.findChild(QLineEdit)
        assert field is not None
        assert field.palette().color(QPalette.ColorRole.Text) == ink


@pytest.mark.parametrize("then", ["suunnittele", "tyopajat", "asetukset"])
def test_a_page_may_be_wanted_while_the_theme_changes(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, then: str
) -> None:
    open_at(house.evening(), "suunnittele")
    house.settings.theme = "ilta"
    window.pages.go(then)
    assert window.pages.page is window.pages.made(then)
    assert window.look.theme.name == "ilta"
    assert window.updatesEnabled()


def test_the_workshop_may_close_while_the_theme_changes(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("tyopajat")
    house.settings.theme = "ilta"
    qtbot.wait(0)
    window.workbench.close_workshop()
    assert window.pages.made("suunnittele") is None
    assert window.updatesEnabled()
    assert window.look.theme.name == "ilta"
