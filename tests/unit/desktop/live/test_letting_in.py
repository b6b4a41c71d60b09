"""An evening that is on gets its room back when its page has been painted, and also when nobody waits for that."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit import afterpainting
from fasilitaattori.workshop import agenda, running
from fasilitaattori.workshop.agenda import StepPlan
from tests.unit.desktop.conftest import House

OpenAt = Callable[[str, str], Page]


class Seen(QObject):
    """Has a widget been painted?"""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted |= event.type() == QEvent.Type.Paint
        return False


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done because a painting is long in coming."""
    monkeypatch.setattr(afterpainting, "PATIENCE_MS", 600_000)


@pytest.fixture
def stream(house: House, evening: list[StepPlan]) -> str:
    """A workshop that was on when the program was closed."""
    made = house.workshop(agenda.add_steps(evening))
    for command in (running.open_room(), running.start()):
        house.door.ask(made, command).result()
    return made


def test_the_page_is_painted_before_its_room_opens(
    window: MainWindow, stream: str, open_at: OpenAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, order = window.workbench, []
    seen = Seen(open_at(stream, "ohjaa"))
    open_room = bench.open_room

    def note(*args: Any) -> None:
        order.append(seen.painted)
        open_room(*args)

    monkeypatch.setattr(bench, "open_room", note)
    assert bench.room is None
    qtbot.waitUntil(lambda: bench.room is not None)
    assert order == [True]


def test_the_room_opens_also_when_the_page_is_left_at_once(
    window: MainWindow, stream: str, open_at: OpenAt, qtbot: QtBot
) -> None:
    open_at(stream, "ohjaa")
    window.pages.go("suunnittele")
    assert window.pages.page is window.pages.made("suunnittele")
    assert window.workbench.room is None
    qtbot.waitUntil(lambda: window.workbench.room is not None)


def test_the_room_opens_in_a_window_that_nobody_sees(window: MainWindow, stream: str, open_at: OpenAt, qtbot: QtBot) -> None:
    window.hide()
    open_at(stream, "ohjaa")
    qtbot.waitUntil(lambda: window.workbench.room is not None)


def test_a_workshop_that_closes_at_once_gets_no_room(window: MainWindow, stream: str, open_at: OpenAt, qtbot: QtBot) -> None:
    page = open_at(stream, "ohjaa")
    with qtbot.waitSignal(page.destroyed):
        window.workbench.close_workshop()
    assert window.workbench.room is None
    open_at(stream, "ohjaa")  # after whatever the first page had asked for
    qtbot.waitUntil(lambda: window.workbench.room is not None)
