"""The line at the bottom of the window: what is saved, who is in, and where pressing it leads."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.errors import RuleViolation, StorageError
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.statusbar import StatusBar, StatusButton
from fasilitaattori.workshop import people
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.moderation import set_door
from tests.unit.desktop.conftest import Heard

OpenAt = Callable[[str, str], Any]


def _status(bar: StatusBar) -> list[str]:
    items: list[Label | StatusButton] = [*bar.findChildren(Label), *bar.findChildren(StatusButton)]
    return [item.words() for item in items if item.isVisible() and item.words()]


def test_the_saved_sign_tells_when(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    assert "Kaikki tallennettu" in _status(window.status_bar)
    assert "Kaikki pysyy tällä koneella" in _status(window.status_bar)
    window.workbench.do(set_info(goal="Yhteinen näkemys"))
    qtbot.waitUntil(lambda: any(words.startswith("Tallennettu klo ") for words in _status(window.status_bar)))


def test_the_saved_sign_tells_what_was_not_saved(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    session = window.workbench.open_session
    session.refused.emit(RuleViolation("moved_on"))
    assert "Kaikki tallennettu" in _status(window.status_bar)
    session.refused.emit(StorageError("Levylle ei voi kirjoittaa."))
    assert "Viimeisin muutos ei tallentunut" in _status(window.status_bar)
    window.workbench.do(set_info(goal="Yhteinen näkemys"))
    qtbot.waitUntil(lambda: any(words.startswith("Tallennettu klo ") for words in _status(window.status_bar)))


def _phones(house: Any, stream: str, *states: str) -> None:
    """Phones come in, and are like this."""
    for number, state in enumerate(states, 1):
        house.door.ask(stream, people.join("", "fi", f"{number:064x}")).result()
        house.room.heard[number] = Heard(state, 75)


def test_the_room_shows_in_the_status_bar(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.workbench.open_room()
    qtbot.waitUntil(lambda: "Huoneverkko auki · 0 puhelinta" in _status(window.status_bar))
    _phones(house, stream, *["here"] * 14, "away", "away", "lost")
    qtbot.waitUntil(lambda: window.workbench.state.people.count() == 17)
    window.workbench.ticked.emit()
    assert "Huoneverkko auki · 17 puhelinta" in _status(window.status_bar)
    assert "3 poissa" in _status(window.status_bar)
    away = window.status_bar.item("away")
    assert away is not None
    assert away.toolTip().startswith("17 puhelinta: 14 paikalla, 2 taustalla, 1 yhteys poikki.")
    window.workbench.close_workshop()
    qtbot.waitUntil(lambda: house.room is None)
    assert not any(words.startswith(("Huoneverkko", "3 poissa")) for words in _status(window.status_bar))


def test_a_phone_without_scripts_is_in_all_the_same(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.workbench.open_room()
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    _phones(house, stream, "here", "here")
    house.room.heard[1] = Heard("here", 9, scripts=False)
    qtbot.waitUntil(lambda: window.workbench.state.people.count() == 2)
    window.workbench.ticked.emit()
    assert "Huoneverkko auki · 2 puhelinta" in _status(window.status_bar)
    assert not any("poissa" in words for words in _status(window.status_bar))


@pytest.mark.parametrize("page", ["suunnittele", "ohjaa"])
def test_pressing_the_phones_opens_the_people(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, page: str) -> None:
    stream = house.evening()
    open_at(stream, page)
    window.workbench.open_room()
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    _phones(house, stream, "lost")
    qtbot.waitUntil(lambda: "1 poissa" in _status(window.status_bar))
    item = window.status_bar.item("away")
    assert isinstance(item, StatusButton)
    item.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(item, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool([w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Väki" and w.isVisible()]))
    dialog = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Väki" and w.isVisible())
    dialog.close()


def test_a_closed_door_is_told_in_words(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.workbench.open_room()
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    house.door.ask(stream, set_door(False)).result()
    qtbot.waitUntil(lambda: "Liittyminen on suljettu" in _status(window.status_bar))
    house.door.ask(stream, set_door(True)).result()
    qtbot.waitUntil(lambda: "Liittyminen on suljettu" not in _status(window.status_bar))


def test_the_status_bar_sheds_words_before_cutting_them(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.workbench.open_room()
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    window.resize(1280, 650)
    assert "Kaikki pysyy tällä koneella" in _status(window.status_bar)
    house.settings.text_size = 200
    _phones(house, stream, "lost", "away", "away")
    qtbot.waitUntil(lambda: "3 poissa" in _status(window.status_bar))
    assert "Kaikki pysyy tällä koneella" not in _status(window.status_bar)
    bar = window.status_bar
    shown = [item for item in (*bar.findChildren(Label), *bar.findChildren(StatusButton)) if item.isVisible()]
    qtbot.waitUntil(lambda: all(item.width() >= item.sizeHint().width() for item in shown))
