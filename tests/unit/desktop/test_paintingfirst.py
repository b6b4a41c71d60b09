"""A page that comes into view is painted before the background begins with what is heavy, for that would hold it up."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit import afterpainting
from tests.unit.desktop.acting import until
from tests.unit.desktop.conftest import House, OpenAt

SECTIONS, PREVIEW, ADDRESSES, PAINTED = "sections", "preview", "addresses", "painted"


class Painted(QObject):
    """Notes when a widget is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._told.append(PAINTED)
        return False


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done because a painting is long in coming."""
    monkeypatch.setattr(afterpainting, "PATIENCE_MS", 600_000)


@pytest.fixture
def order(house: House) -> list[str]:
    """What was done, one after another."""
    told: list[str] = []

    def noting(what: str, make: Callable[..., Any]) -> Callable[..., Any]:
        def work(*args: Any) -> Any:
            told.append(what)
            return make(*args)

        return work

    papers = house.services.papers
    house.services.papers = replace(papers, sections=noting(SECTIONS, papers.sections), preview=noting(PREVIEW, papers.preview))
    house.services.addresses = noting(ADDRESSES, house.services.addresses)
    return told


@pytest.fixture
def made(window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot) -> Callable[[str], Any]:
    """Makes a page of an evening without showing it."""

    def make(name: str) -> Any:
        open_at(house.evening(), "suunnittele")
        window.pages.make_ahead()
        until(qtbot, lambda: window.pages.made(name) is not None)
        return window.pages.made(name)

    return make


def test_the_minutes_are_folded_after_the_first_painting_and_drawn_after_the_sections_are_painted(
    window: MainWindow, made: Callable[[str], Any], order: list[str], qtbot: QtBot
) -> None:
    page, painted = made("kokoa"), Painted(order)
    page.installEventFilter(painted)
    window.pages.go("kokoa")
    until(qtbot, lambda: bool(page.preview.turner.pages))
    sections, preview = order.index(SECTIONS), order.index(PREVIEW)
    assert order.index(PAINTED) < sections < preview
    assert PAINTED in order[sections:preview]
    assert (order.count(SECTIONS), order.count(PREVIEW)) == (1, 1)


def test_the_papers_are_drawn_after_the_first_painting(
    window: MainWindow, made: Callable[[str], Any], order: list[str], qtbot: QtBot
) -> None:
    page, painted = made("tulosteet"), Painted(order)
    page.installEventFilter(painted)
    window.pages.go("tulosteet")
    until(qtbot, lambda: bool(page.shelf.pages) and not page.shelf.is_busy)
    assert order.index(PAINTED) < order.index(PREVIEW)
    assert order.count(PREVIEW) == len(page.shelf.kinds())


def test_the_network_is_looked_at_after_the_first_painting(
    window: MainWindow, made: Callable[[str], Any], order: list[str], qtbot: QtBot
) -> None:
    page, painted = made("verkko"), Painted(order)
    order.clear()
    page.installEventFilter(painted)
    window.pages.go("verkko")
    until(qtbot, lambda: ADDRESSES in order)
    assert order[0] == PAINTED


@pytest.mark.parametrize("name", ["kokoa", "tulosteet"])
def test_nothing_begins_for_a_page_that_was_left_before_it_was_painted(
    window: MainWindow, made: Callable[[str], Any], order: list[str], qtbot: QtBot, name: str
) -> None:
    page = made(name)
    window.pages.go(name)
    window.pages.settle()  # in view, and not painted yet
    window.pages.go("suunnittele")
    until(qtbot, lambda: not window.pages.busy and not window.pages.makes_ahead)
    qtbot.wait(0)
    assert not {SECTIONS, PREVIEW} & set(order)
    assert not (page.draft if name == "kokoa" else page.shelf).is_busy


def test_no_page_is_made_ahead_beside_what_the_page_on_show_waits_for(
    window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot
) -> None:
    open_at(house.evening(), "suunnittele")
    until(qtbot, lambda: not house.background.is_busy())
    gate = threading.Event()
    house.background.run(lambda: gate.wait(60), lambda _: None, lambda _: None)
    window.pages.make_ahead()
    qtbot.wait(200)
    assert window.pages.makes_ahead
    assert not window.pages.made("menetelmat")
    gate.set()
    until(qtbot, lambda: window.pages.made("menetelmat") is not None)
