"""The laptop's address changes in the middle of an evening: noticed on whatever page one is, and told to everybody."""

import socket
import uuid
from types import SimpleNamespace

import psutil
import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import OpenRoom
from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.bigscreen.codes import CodesSlide
from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.phones import addresses
from fasilitaattori.workshop import people, running

from .conftest import Phone, RealHouse, another_program

OLD, NEW, NOBODY = "192.168.8.2", "192.168.8.77", ""


class Evening:
    """A room that is open. The operating system says that its Wi-Fi has the address `at`."""

    def __init__(self, window: MainWindow, house: RealHouse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.bench, self.qtbot, self.at = window, window.workbench, qtbot, OLD
        monkeypatch.setattr(psutil, "net_if_addrs", self._adapters)
        house.services.open_room = lambda stream: house.program.open_room(stream, host="0.0.0.0")
        self.bench.open(house.evening(), "tyopajat")
        qtbot.waitUntil(lambda: self.bench.session is not None)
        self.bench.do(running.open_room())
        self.bench.open_room()
        qtbot.waitUntil(lambda: self.bench.room is not None)
        self.changes: list[str] = []
        self.bench.room_changed.connect(lambda: self.changes.append(self.url))

    def _adapters(self) -> dict[str, list[object]]:
        wifi: list[object] = [SimpleNamespace(family=socket.AF_INET, address=self.at)] if self.at else []
        return {"lo": [SimpleNamespace(family=socket.AF_INET, address="127.0.0.1")], "wlan0": wifi}

    @property
    def url(self) -> str:
        return self.bench.room.url if self.bench.room is not None else ""

    def join(self) -> None:
        """Somebody comes in by phone."""
        self.bench.do(people.join("Helmi", "fi", uuid.uuid4().hex))
        self.qtbot.waitUntil(lambda: bool(self.bench.state.people.present()))

    def move(self, to: str) -> None:
        """The laptop comes to another address; nobody looks at the page of the network."""
        self.at = to


@pytest.fixture
def evening(window: MainWindow, house: RealHouse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Evening:
    return Evening(window, house, qtbot, monkeypatch)


def test_a_new_address_is_told_to_everybody_by_itself(evening: Evening, told: list[Notice], qtbot: QtBot) -> None:
    evening.join()
    assert OLD in evening.url
    evening.move(NEW)
    qtbot.waitUntil(lambda: bool(evening.changes))  # within seconds, whatever page is on show
    assert NEW in evening.changes[0]
    notice = told[-1]
    assert notice.words.startswith(f"Koneen osoite vaihtui: {NEW}:")
    assert "oma koodi palauttaa" in notice.words
    assert notice.offer is not None
    assert notice.offer.words == "Näytä koodi kankaalla"
    assert len(evening.changes) == 1


def test_the_codes_are_offered_for_the_big_screen_with_the_new_address(
    evening: Evening, told: list[Notice], qtbot: QtBot
) -> None:
    evening.join()
    evening.move(NEW)
    qtbot.waitUntil(lambda: bool(told) and told[-1].about == "address")
    assert told[-1].offer is not None
    told[-1].offer.act()
    qtbot.waitUntil(lambda: evening.bench.state.screen.view == "qr")
    screen = evening.bench.screen
    assert isinstance(screen, BigScreen)
    slide = screen.slide
    assert isinstance(slide, CodesSlide)
    assert slide.codes.url == evening.url
    assert NEW in slide.codes.address


def test_before_anybody_has_joined_there_is_nothing_to_ask_of_them(evening: Evening, told: list[Notice], qtbot: QtBot) -> None:
    evening.move(NEW)
    qtbot.waitUntil(lambda: bool(evening.changes))
    assert "Koodit ovat jo uudet" in told[-1].words
    assert told[-1].offer is None


def test_falling_out_of_the_network_keeps_the_code_and_coming_back_ends_the_notice(
    evening: Evening, told: list[Notice], qtbot: QtBot
) -> None:
    evening.join()
    evening.move(NOBODY)
    qtbot.waitUntil(lambda: bool(evening.changes))
    assert OLD in evening.url  # phones come back to it
    assert told[-1].words.startswith("Kone putosi verkosta")
    assert [toast.about for toast in evening.window.toasts.shown()] == ["address"]
    evening.move(OLD)
    qtbot.waitUntil(lambda: len(evening.changes) == 2)
    assert told[-1].words.startswith("Kone on taas verkossa")
    assert [toast.about for toast in evening.window.toasts.shown()] == [""]


def test_closing_the_room_ends_the_looking_and_what_was_told(evening: Evening, qtbot: QtBot) -> None:
    evening.join()
    evening.move(NEW)
    qtbot.waitUntil(lambda: bool(evening.window.toasts.shown()))
    evening.bench.close_room()
    assert not evening.window.room_watch._timer.isActive()
    assert evening.window.toasts.shown() == ()


def test_the_name_is_announced_answered_and_withdrawn(window: MainWindow, house: RealHouse, phone: Phone, qtbot: QtBot) -> None:
    if not [each for each in addresses.all_addresses() if not each.reason]:
        pytest.skip("this machine is in no network in which a name could be announced")
    bench = window.workbench
    house.services.open_room = house.program.open_room
    bench.open(house.evening(), "tyopajat", bench.open_room)
    qtbot.waitUntil(lambda: bench.room is not None)
    room = bench.room
    assert isinstance(room, OpenRoom)
    assert room.named == ""
    own = uuid.uuid4().hex[:8]  # who runs the same test in the same network at the same time has another
    with qtbot.waitSignal(bench.room_changed):
        house.settings.local_name = f"Kylätalo {own}"
    assert room.named == f"http://kylatalo-{own}.local:{room.port}/"
    by_name = {"Host": f"kylatalo-{own}.local:{room.port}"}
    assert phone(room.port, headers=by_name)[0] == 200
    with qtbot.waitSignal(bench.room_changed):
        house.settings.local_name = ""
    assert room.named == ""
    assert phone(room.port, headers=by_name)[0] == 421


def test_a_room_that_could_not_open_is_told_until_it_does(
    window: MainWindow, house: RealHouse, told: list[Notice], qtbot: QtBot
) -> None:
    bench = window.workbench
    with another_program() as port:
        house.settings.port = port
        bench.open(house.evening(), "tyopajat", bench.open_room)
        qtbot.waitUntil(lambda: bool(window.toasts.shown()))
        assert "toisen ohjelman käytössä" in told[-1].words
    bench.open_room()
    qtbot.waitUntil(lambda: bench.room is not None)
    assert window.toasts.shown() == ()
