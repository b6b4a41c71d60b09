"""The laptop stays awake while a workshop is on; when its lid was closed all the same, the window goes on calmly."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.awake import Awake
from fasilitaattori.workshop import running

OpenAt = Callable[[str, str], Any]
MINUTE_MS = 60_000


class Recording(Awake):
    """A system that keeps the machine awake whenever it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []

    def _ask(self, why: str) -> None:
        self.log.append(why)
        self._settle(True)

    def _let_go(self) -> None:
        self.log.append("")


@pytest.fixture
def awake(house: Any, qapp: QApplication) -> Recording:
    house.services.awake = Recording()
    return house.services.awake  # type: ignore[no-any-return]


def _sleep(house: Any, window: MainWindow, minutes: float) -> None:
    """The clock goes on while everything else stands still; then the timers of the window run again."""
    window.workbench.ticked.emit()
    house.clock.not_before(house.clock.ms() + round(minutes * MINUTE_MS))
    window.workbench.ticked.emit()


def test_awake_from_the_opening_of_the_room_to_the_end(
    awake: Recording, window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    assert not awake.log  # a plan may sleep
    house.door.ask(stream, running.open_room()).result()
    qtbot.waitUntil(lambda: awake.holding)
    assert awake.log == ["Työpaja on käynnissä"]
    house.door.ask(stream, running.start()).result()
    house.door.ask(stream, running.end()).result()
    qtbot.waitUntil(lambda: not awake.holding)
    assert awake.log == ["Työpaja on käynnissä", ""]


@pytest.mark.parametrize("how", ["workshop", "window"])
def test_closing_lets_it_sleep(
    how: str, awake: Recording, window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: awake.holding)
    if how == "workshop":
        window.workbench.close_workshop()
    else:
        window.shut()
    assert not awake.holding


def test_a_lid_closed_and_opened_again(
    window: MainWindow, house: Any, open_at: OpenAt, told: list[Notice], qtbot: QtBot
) -> None:
    stream = house.evening()
    page = open_at(stream, "ohjaa")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    state = window.workbench.state
    assert state.current is not None
    before = state.run.timer(state.current, house.clock.ms()).left_ms
    with qtbot.waitSignal(window.wakefulness.woke):
        _sleep(house, window, 12)
    assert told[-1].words == "Kone oli levossa 12 min. Kello jatkui. Puhelimet palaavat itsestään."
    after = state.run.timer(state.current, house.clock.ms()).left_ms
    assert before - after >= 12 * MINUTE_MS
    house.door.ask(stream, running.pause()).result()
    qtbot.waitUntil(lambda: state.run.paused_since is not None)
    stopped = state.run.timer(state.current, house.clock.ms()).left_ms
    _sleep(house, window, 4)
    assert told[-1].words == "Kone oli levossa 4 min. Kello oli pysähdyksissä. Puhelimet palaavat itsestään."
    assert state.run.timer(state.current, house.clock.ms()).left_ms == stopped
    assert page.isVisible()


def test_the_room_is_looked_at_again_at_once(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "ohjaa")
    house.door.ask(stream, running.open_room()).result()
    window.workbench.open_room()
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    house.room.url = "http://192.168.43.1:8080/"
    with qtbot.waitSignal(window.workbench.room_changed):
        _sleep(house, window, 0.5)


def test_a_nap_and_a_plan_are_not_told_of(
    window: MainWindow, house: Any, open_at: OpenAt, told: list[Notice], qtbot: QtBot
) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    _sleep(house, window, 45)
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    _sleep(house, window, 0.5)
    assert told == []
