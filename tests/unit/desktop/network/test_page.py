"""The checks of the page as the facilitator uses them: each row, its button, and what the button leads to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.choosing import AddressDialog
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.look import Look

from .conftest import CABLE, NO_ADDRESS, WIFI, Phone, RealHouse, another_program, checked, free_port


def titles(page: NetworkPage) -> list[str]:
    return [row.finding.title for row in page.checks.rows.values() if row.isVisibleTo(page)]


def button(page: NetworkPage, key: str) -> QAbstractButton:
    return page.checks.rows[key].button


def opened(page: NetworkPage) -> Dialog:
    assert page.dialog is not None
    return page.dialog


def test_a_phone_turns_its_row_green_and_the_map_too(page: NetworkPage, house: RealHouse, phone: Phone, qtbot: QtBot) -> None:
    assert "Puhelinta ei ole vielä kokeiltu" in titles(page)
    assert page.map.second.words.words() == "ei kokeiltu"
    phone(house.settings.port)
    qtbot.waitUntil(lambda: "Sivu aukesi puhelimessa" in titles(page))
    assert page.map.second.words.words() == "sivu aukesi"
    phone(house.settings.port, method="POST", body="")
    qtbot.waitUntil(lambda: "Yhteys puhelimeen toimii molempiin suuntiin" in titles(page))
    assert "Palomuuri päästää puhelimen läpi" in titles(page)
    assert page.map.second.words.words() == "1 löytyi"
    assert "1 löytyi" in page.map.accessibleName()


def test_the_port_is_changed_by_its_button(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    with another_program() as port:
        house.settings.port = port
        checked(qtbot, page)
        following = page.checking.facts.next_port
        assert page.checks.tag.text() == "1 asia vaatii huomiota"
        button(page, "port").click()
        assert house.settings.port == following
        qtbot.waitUntil(lambda: page.checking.facts.port_state == "trial")
        checked(qtbot, page)
    assert page.joining.fields.address.text().endswith(f":{following}")


def test_the_address_is_chosen_from_a_list(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    house.found = [WIFI, CABLE, NO_ADDRESS]
    page.again.click()
    checked(qtbot, page)
    button(page, "address").click()
    dialog = opened(page)
    assert isinstance(dialog, AddressDialog)
    offered = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
    assert not offered["169.254.11.9 · eth1"].isEnabled()
    offered[f"{CABLE.address} · eth0"].click()
    dialog.act_button.click()
    assert house.settings.address == CABLE.address
    qtbot.waitUntil(lambda: page.checks.rows["address"].finding.text.endswith("Valitsit sen itse."))


def test_an_address_that_is_gone_is_let_go_by_its_button(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    house.settings.address = "192.168.1.5"
    checked(qtbot, page)
    assert page.checks.first_bad() is page.checks.rows["address"]
    button(page, "address").click()
    assert house.settings.address == ""
    qtbot.waitUntil(lambda: page.checks.rows["address"].finding.text.endswith("Valittu itsestään."))


def test_the_port_of_the_list_is_used(page: NetworkPage, house: RealHouse, qtbot: QtBot, look: Look) -> None:
    port = free_port()
    page.choose_address()
    dialog = opened(page)
    assert isinstance(dialog, AddressDialog)
    dialog.stepper.set_value(port)
    dialog.act_button.click()
    assert house.settings.port == port


def test_moving_the_room_to_another_port_opens_it_there(
    window: MainWindow, house: RealHouse, qtbot: QtBot, open_at: Callable[[str, str], QWidget]
) -> None:
    page = open_at(house.evening(), "verkko")
    assert isinstance(page, NetworkPage)
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    checked(qtbot, page)
    port = free_port()
    page.use(house.settings.address, port)
    qtbot.waitUntil(lambda: window.workbench.room is not None and window.workbench.room.port == port)
    checked(qtbot, page)
    assert page.checking.facts.seconds is not None


@pytest.mark.parametrize("what", ["help", "firewall", "share", "apart", "crowd"])
def test_help_is_steps_and_one_button(page: NetworkPage, what: str) -> None:
    page.fix(what)
    dialog = opened(page)
    assert dialog.isVisible()
    assert not dialog.act_button.isVisible()
    assert dialog.safe_button.words() == "Sulje"
    dialog.safe_button.click()
    assert not dialog.isVisible()


def test_the_test_picture_is_shown_by_its_button(page: NetworkPage, window: MainWindow, qtbot: QtBot) -> None:
    button(page, "screen").click()
    qtbot.waitUntil(lambda: window.workbench.screen.state == "on")
    window.workbench.screen.close()


def test_where_the_network_comes_from_is_remembered(page: NetworkPage, house: RealHouse) -> None:
    page.source.findChildren(QAbstractButton)[2].click()
    assert house.settings.network_source == "laptop"
    assert page.checks.rows["address"].finding.fix == "share"


def test_the_poster_needs_a_workshop(
    page: NetworkPage,
    window: MainWindow,
    house: RealHouse,
    qtbot: QtBot,
    tmp_path: Path,
    told: list[Notice],
) -> None:
    assert not page.poster.isEnabled()
    assert page.poster.toolTip() == "Avaa ensin työpaja"
    window.workbench.open(house.evening(), "verkko")
    qtbot.waitUntil(page.poster.isEnabled)
    checked(qtbot, page)
    page.saver.ask = lambda parent, place, on_path: on_path(tmp_path / place.name)
    page.poster.click()
    qtbot.waitUntil(lambda: not page.saver.is_busy and bool(list(tmp_path.glob("*.pdf"))) and bool(told))
    assert next(tmp_path.glob("*.pdf")).read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: any(paper.paper == "poster" for paper in window.workbench.state.closing.papers))


def test_f5_tests_again(page: NetworkPage, qtbot: QtBot) -> None:
    rounds: list[object] = []
    page.again.clicked.connect(lambda: rounds.append(1))
    page.again.setFocus()
    QTest.keyClick(page.again, Qt.Key.Key_F5)
    assert rounds
    assert page.keys()[0].rows[0][0] == "F5"
    checked(qtbot, page)
