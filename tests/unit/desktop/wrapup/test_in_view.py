"""The chosen part stays in sight in the list, however low the list gets; a list somebody has scrolled stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.workshop import settling
from fasilitaattori.workshop.checkingfacts import Point
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import open_page

LOW = (1366, 560)


@pytest.fixture
def low(workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House, evening: str) -> WrapUpPage:
    """The minutes of an evening whose summary is before the hall, in a window too low for all parts: the last is chosen."""
    do(house, evening, settling.put_up([Point("Kutsutaan koolle työryhmä.")]))
    window.resize(*LOW)
    return open_page(workbench, window, qtbot, evening)


def area(page: WrapUpPage) -> QScrollArea:
    found = page.list.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def whole(page: WrapUpPage, key: str) -> bool:
    """Is all of the row in view?"""
    row, viewport = page.list.row(key), area(page).viewport()
    top = row.mapTo(viewport, QPoint(0, 0)).y()
    return top >= 0 and top + row.height() <= viewport.height()


def turn_wheel(page: WrapUpPage, notches: int) -> None:
    viewport = area(page).viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        viewport.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_chosen_part_is_in_view_when_the_page_opens(low: WrapUpPage, qtbot: QtBot) -> None:
    assert low.list.row("hall").isChecked()
    assert area(low).verticalScrollBar().maximum() > 0
    until(qtbot, lambda: whole(low, "hall"))


def test_the_chosen_part_stays_in_view_when_the_list_gets_lower(low: WrapUpPage, window: MainWindow, qtbot: QtBot) -> None:
    until(qtbot, lambda: whole(low, "hall"))
    high = area(low).viewport().height()
    window.resize(LOW[0], LOW[1] - 60)
    until(qtbot, lambda: area(low).viewport().height() < high)
    until(qtbot, lambda: whole(low, "hall"))
    low.look.change(text_scale=1.2)
    until(qtbot, lambda: whole(low, "hall"))


def test_a_list_that_was_scrolled_by_hand_stays_there(low: WrapUpPage, window: MainWindow, qtbot: QtBot) -> None:
    until(qtbot, lambda: whole(low, "hall"))
    bar = area(low).verticalScrollBar()
    turn_wheel(low, 20)
    assert bar.value() == 0
    longest = bar.maximum()
    window.resize(LOW[0], LOW[1] - 60)
    until(qtbot, lambda: bar.maximum() > longest)
    assert bar.value() == 0
    low.choose("hall")
    low.choose("people")
    low.choose("hall")
    until(qtbot, lambda: whole(low, "hall"))
