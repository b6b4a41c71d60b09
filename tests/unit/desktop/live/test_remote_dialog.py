"""The facilitator's private address on the desk: from the live page and the network page, renewed, never on the big screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.live.remote_dialog import BREAK, RemoteDialog
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import show
from tests.unit.desktop.conftest import House, OpenAt
from tests.unit.desktop.live.live import Live


def dialog_of(window: MainWindow, qtbot: QtBot) -> RemoteDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(RemoteDialog)))
    found: RemoteDialog = window.findChildren(RemoteDialog)[0]
    qtbot.waitExposed(found)
    return found


def room_of(live: Live, qtbot: QtBot) -> House:
    qtbot.waitUntil(lambda: live.window.workbench.room is not None)
    return live.house


def test_the_menu_of_the_live_page_shows_code_and_address(live: Live, qtbot: QtBot) -> None:
    house = room_of(live, qtbot)
    assert house.room is not None
    menu = live.page.work.room.make_menu()
    next(action for action in menu.actions() if action.text() == "Ohjaa puhelimella…").trigger()
    dialog = dialog_of(live.window, qtbot)
    assert dialog.qr.words() == house.room.remote
    assert dialog.address.words().replace(BREAK, "") == house.room.remote.removeprefix("http://")
    assert dialog.count.words() == "Mikään puhelin ei ohjaa vielä"
    house.room.remotes = 2
    live.window.workbench.ticked.emit()
    assert dialog.count.words() == "2 puhelinta ohjaa"


def test_a_new_address_takes_the_place_of_the_old_one(live: Live, qtbot: QtBot) -> None:
    house = room_of(live, qtbot)
    assert house.room is not None
    before = house.room.remote
    live.page.work.room.show_remote()
    dialog = dialog_of(live.window, qtbot)
    QTest.mouseClick(dialog.renew_button, Qt.MouseButton.LeftButton)
    assert house.room.remote != before
    assert dialog.qr.words() == house.room.remote


def test_it_follows_the_address_of_the_laptop_and_goes_with_the_room(live: Live, qtbot: QtBot) -> None:
    house = room_of(live, qtbot)
    assert house.room is not None
    live.page.work.room.show_remote()
    dialog = dialog_of(live.window, qtbot)
    house.room.url = "http://192.168.8.9:8080/"
    live.window.workbench.ticked.emit()
    assert dialog.qr.words().startswith("http://192.168.8.9:8080/r/")
    with qtbot.waitSignal(dialog.rejected):
        live.window.workbench.close_room()


def test_before_the_evening_it_opens_the_room_without_beginning(planned: Live, qtbot: QtBot) -> None:
    assert planned.window.workbench.room is None
    planned.click(planned.page.before.remote_button)
    dialog = dialog_of(planned.window, qtbot)
    assert dialog.qr.words()
    assert planned.state.run.phase == "planned"


def test_the_network_page_leads_there_when_a_workshop_is_open(
    window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot
) -> None:
    window.workbench.go("verkko")
    qtbot.waitUntil(lambda: isinstance(window.pages.page, NetworkPage))
    page = window.pages.page
    assert isinstance(page, NetworkPage)
    assert not page.remote.isEnabled()
    opened = open_at(house.evening(), "verkko")
    assert isinstance(opened, NetworkPage)
    assert opened.remote.isEnabled()
    QTest.mouseClick(opened.remote, Qt.MouseButton.LeftButton)
    assert dialog_of(window, qtbot).qr.words()


def test_the_big_screen_never_shows_it(live: Live, qtbot: QtBot) -> None:
    house = room_of(live, qtbot)
    assert house.room is not None
    live.page.work.room.show_remote()
    dialog_of(live.window, qtbot)
    screen = live.window.workbench.screen
    assert isinstance(screen, BigScreen)
    for view in ("qr", "welcome"):
        live.do(show.show(view))
        assert str(house.room.port) in repr(screen.slide)  # the phones' own address is there
        assert house.room.capability not in repr(screen.slide)
