"""The window gets another size: everything has its place before it is painted, on the page in sight and on those to come."""

from types import GeneratorType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.still import Stillness
from fasilitaattori.desktop.window import MainWindow
from tests.unit.desktop.conftest import OpenAt
from tests.unit.desktop.seeing import on_screen, quiet

LARGE, SMALL = QSize(1366, 768), QSize(1280, 650)


class Paintings(QObject):
    """How often the window was painted, and whether it had its new shape then."""

    def __init__(self, window: MainWindow, page: LivePage) -> None:
        super().__init__(window)
        self.sizes: list[QSize] = []
        page.installEventFilter(self)
        self._page = page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.sizes.append(self._page.window().size())
        return False


@pytest.fixture
def live(window: MainWindow, house: Any, open_at: OpenAt) -> LivePage:
    page = open_at(house.evening(), "ohjaa")
    assert isinstance(page, LivePage)
    return page


def turned(window: MainWindow, name: str) -> Page | None:
    window.pages.go(name)
    return window.pages.page


def test_it_is_painted_once_when_all_has_its_place(window: MainWindow, live: LivePage, qtbot: QtBot) -> None:
    quiet(window, qtbot)
    paintings = Paintings(window, live)
    window.resize(SMALL)
    assert not paintings.sizes
    assert live.geometry() == window.pages.rect()
    quiet(window, qtbot)
    assert paintings.sizes
    assert all(size == SMALL for size in paintings.sizes)
    assert on_screen(window).size() == SMALL


def test_many_sizes_one_after_another_end_in_the_last(window: MainWindow, live: LivePage, qtbot: QtBot) -> None:
    for width in range(LARGE.width(), SMALL.width(), -7):
        window.resize(width, 700)
        if width % 2:
            qtbot.wait(0)
    window.resize(SMALL)
    window.resize(LARGE)
    window.resize(SMALL)
    quiet(window, qtbot)
    assert on_screen(window).size() == SMALL


@pytest.mark.parametrize("way", ["theme", "text_size"])
def test_another_look_chosen_at_the_same_moment(window: MainWindow, live: LivePage, house: Any, qtbot: QtBot, way: str) -> None:
    house.settings.change(**({"theme": "ilta"} if way == "theme" else {"text_size": 200}))
    window.resize(SMALL)
    qtbot.wait(0)
    window.resize(LARGE)
    quiet(window, qtbot)
    assert on_screen(window).size() == LARGE


def test_a_window_that_keeps_still_for_two_reasons_waits_for_both(window: MainWindow) -> None:
    one, other = Stillness(window), Stillness(window.pages)
    one.begin()
    other.begin()
    one.end()
    assert not window.updatesEnabled()
    other.end()
    assert window.updatesEnabled()


def test_a_page_that_is_made_meanwhile_knows_the_room(window: MainWindow, live: LivePage, qtbot: QtBot) -> None:
    making = window.pages._making
    steps = making.rest_of("tulosteet")
    while making._compact == (False, False):
        next(steps)
        assert "tulosteet" in making._begun
        begun = making._begun["tulosteet"]
        assert isinstance(begun, GeneratorType)
        if begun.gi_yieldfrom is not None:  # its parts are getting their places
            window.resize(SMALL)
    window.pages.go("tulosteet")
    page = window.pages.page
    assert isinstance(page, PapersPage)
    assert page._low
    quiet(window, qtbot)


def test_a_page_out_of_sight_knows_the_room_when_it_is_shown(
    window: MainWindow, live: LivePage, open_at: OpenAt, qtbot: QtBot
) -> None:
    page = turned(window, "tulosteet")
    assert isinstance(page, PapersPage)
    for size in (SMALL, LARGE):
        assert turned(window, "ohjaa") is live
        window.resize(size)
        assert turned(window, "tulosteet") is page
        assert page._low == (size == SMALL)


def test_a_page_that_is_about_to_be_shown_knows_the_room(window: MainWindow, live: LivePage, qtbot: QtBot) -> None:
    page = turned(window, "tulosteet")
    assert isinstance(page, PapersPage)
    assert turned(window, "ohjaa") is live
    window.resize(SMALL)
    steps = window.pages._making.fitting("tulosteet")
    next(steps)
    assert page._low
    window.resize(LARGE)  # while its parts are getting their places
    for _ in steps:
        pass
    assert not page._low
    assert turned(window, "tulosteet") is page
    quiet(window, qtbot)
