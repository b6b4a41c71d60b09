"""A page that is turned to is painted from left to right, and nothing is painted twice or in vain."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.still import paint_again
from fasilitaattori.desktop.window import MainWindow
from tests.unit.desktop.seeing import Frames, assert_from_left_to_right, quiet

OpenAt = Callable[[str, str], Any]


class Paints(QObject):
    """What of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


@pytest.mark.parametrize("name", ["menetelmat", "asetukset"])
def test_a_page_is_painted_from_left_to_right(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, name: str) -> None:
    open_at(house.evening(), "suunnittele")
    quiet(window, qtbot)
    with Frames(window) as frames:
        window.pages.go(name)
        quiet(window, qtbot)
    assert frames.turns > 2, "the window did not stand still"
    seen, area = frames.seen[window], QRect(window.pages.mapTo(window, QPoint()), window.pages.size())
    of_page = [picture.copy(area) for picture in seen]
    assert_from_left_to_right(window, seen[of_page.count(of_page[0]) - 1 :])


@pytest.mark.parametrize("turns", range(6))
def test_another_page_may_be_wanted_before_one_is_all_painted(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, turns: int
) -> None:
    open_at(house.evening(), "suunnittele")
    for name in ("asetukset", "tyopajat"):
        window.pages.go(name)
        window.pages.settle()
    window.pages.go("asetukset")
    for _ in range(turns):
        qtbot.wait(0)
    window.pages.go("tyopajat")
    quiet(window, qtbot)
    assert all(part.updatesEnabled() for part in (window, *window.findChildren(QWidget)) if part.isVisible())


def test_what_may_be_painted_again_is_painted_once(qtbot: QtBot) -> None:
    window, page = QMainWindow(), QLabel("Sauna on kylmä")
    window.setCentralWidget(page)
    aside = QDialog(window)
    qtbot.addWidget(window)
    window.show()
    aside.show()
    qtbot.waitExposed(window)
    window.setUpdatesEnabled(False)
    page.setText("Sauna lämpiää")
    paints = Paints()
    page.installEventFilter(paints)
    paint_again(window)
    qtbot.waitUntil(lambda: bool(paints.regions))
    qtbot.wait(0)
    assert len(paints.regions) == 1
    assert all(each.updatesEnabled() for each in (window, page, aside))


def test_a_page_that_is_made_ahead_has_nothing_painted_anew(window: MainWindow, qtbot: QtBot) -> None:
    shown = window.pages.page
    assert shown is not None
    qtbot.waitUntil(lambda: not window.pages.busy)
    qtbot.wait(0)
    paints = Paints()
    shown.installEventFilter(paints)
    window.pages.make_ahead()
    qtbot.waitUntil(lambda: not window.pages.makes_ahead)
    assert window.pages.made("asetukset") is not None
    corner = shown.rect().topLeft()
    assert not any(region.contains(corner) for region in paints.regions)


def test_a_page_that_gets_or_loses_the_focus_is_not_painted_anew(window: MainWindow, qtbot: QtBot) -> None:
    page, part = Page(window.workbench), QLabel("Sauna lämpiää")
    part.setParent(page)
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    page.repaint()
    paints = Paints()
    page.installEventFilter(paints)
    page.clearFocus()
    page.setFocus()
    part.update()
    qtbot.waitUntil(lambda: bool(paints.regions))
    assert not any(region.contains(page.rect().bottomRight()) for region in paints.regions)
