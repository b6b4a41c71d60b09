"""What nobody sees yet is laid out with stops in between, and as Qt would have done it in one go."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop import layingout
from fasilitaattori.desktop.layingout import lay_out
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

OpenAt = Callable[[str, str], Page]
WORDS = "Kylätalon keittiö tarvitsee uuden lieden, ja talkoisiin tarvitaan myös niitä, jotka eivät ole ennen käyneet. " * 4


class Painted(QObject):
    """How often something is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def column_of(look: Look, parent: QWidget) -> QWidget:
    """Words that wrap in a column that scrolls: how high they are depends on their width, and that on the bar beside them."""
    inside = QWidget()
    rows = QVBoxLayout(inside)
    for n in range(12):
        rows.addWidget(Label(look, f"{n}: {WORDS}"))
    whole = QWidget(parent)
    whole.hide()
    around = QVBoxLayout(whole)
    around.addWidget(Label(look, WORDS))
    around.addWidget(Scrolled(inside), 1)
    return whole


def places(whole: QWidget) -> list[QRect]:
    """Where everything in it is."""
    return [
        QRect(part.mapTo(whole, part.rect().topLeft()), part.size())
        for part in whole.findChildren(QWidget)
        if part.isVisibleTo(whole)
    ]


def test_it_is_laid_out_little_by_little_as_qt_does_it_at_once(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    painted = Painted(window)
    window.show()
    qtbot.waitUntil(lambda: painted.times > 0)
    at_once, by_steps = (column_of(look, window) for _ in range(2))
    for each in (at_once, by_steps):
        each.resize(640, 400)
    monkeypatch.setattr(layingout, "SLICE", 0.0005)
    stops, before = 0, painted.times
    for _ in lay_out(by_steps):
        stops += 1
        qtbot.wait(1)  # whatever happens between two steps
        assert not by_steps.isVisible()
        assert not any(part.isVisible() for part in by_steps.findChildren(QWidget))
    assert stops > 3
    assert painted.times == before
    laid_out = places(by_steps)
    at_once.show()
    qtbot.waitExposed(at_once)
    qtbot.waitUntil(lambda: places(at_once) == laid_out)
    by_steps.show()
    assert places(by_steps) == laid_out, "showing it brings nothing new"


def test_what_goes_meanwhile_is_left_out(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    whole = column_of(look, window)
    whole.resize(640, 400)
    monkeypatch.setattr(layingout, "SLICE", 0.0)
    steps = lay_out(whole)
    next(steps)
    gone = whole.findChildren(Label)[3]
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    for _ in steps:
        pass
    assert len(places(whole)) > 10


@pytest.mark.parametrize("name", ["suunnittele", "ohjaa"])
def test_everything_on_a_page_is_in_its_place_when_it_comes_into_view(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, name: str
) -> None:
    page = open_at(house.evening(), name)
    first = places(page)
    qtbot.waitUntil(lambda: not window.pages.busy and window.pages.updatesEnabled())
    qtbot.wait(50)  # for what would still move
    assert places(page) == first


def test_a_page_that_is_being_made_hears_of_no_size_before_it_is_whole(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    """Qt tells everything in a window when a picture of the window is taken."""
    open_at(house.evening(), "tyopajat")
    window.pages.go("suunnittele")
    pictures = 0

    def is_made() -> bool:
        nonlocal pictures
        pictures += 1
        window.grab()
        return window.pages.made("suunnittele") is not None

    qtbot.waitUntil(is_made)
    assert pictures > 3
    assert window.pages.page is window.pages.made("suunnittele")
