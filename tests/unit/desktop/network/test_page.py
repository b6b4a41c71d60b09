"""The page as the facilitator uses it."""

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.appearance import make_look
from fasilitaattori.desktop.network.choosing import AddressDialog
from fasilitaattori.desktop.network.fields import password_trouble
from fasilitaattori.desktop.network.netmap import middle_words, phone_words
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice
from fasilitaattori.i18n import translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

from .conftest import CABLE, HERE, NO_ADDRESS, WIFI, Phone, RealHouse, checked, free_port

FI = translator("fi")


def titles(page: NetworkPage) -> list[str]:
    return [row.finding.title for row in page.checks.rows.values() if row.isVisibleTo(page)]


def button(page: NetworkPage, key: str) -> QAbstractButton:
    return page.checks.rows[key].button


def opened(page: NetworkPage) -> Dialog:
    assert page.dialog is not None
    return page.dialog


def type_into(field: QLineEdit, words: str, qtbot: QtBot) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


# --- fields ---


def test_the_fields_are_saved_when_they_are_left(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    fields = page.joining.fields
    type_into(fields.ssid, " Talonverkko ", qtbot)
    fields.password.setFocus()
    assert house.settings.wifi_ssid == "Talonverkko"
    type_into(fields.password, "uusi salasana", qtbot)
    QTest.keyClick(fields.password, Qt.Key.Key_Return)
    assert house.settings.wifi_password == "uusi salasana"
    assert page.map.middle.name.words() == "Talonverkko"
    assert "Talonverkko" in page.services.wifi_text()


def test_leaving_the_page_saves_what_is_half_typed(
    page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot
) -> None:
    type_into(page.joining.fields.ssid, "Kesken", qtbot)
    window.workbench.go("tyopajat")
    assert house.settings.wifi_ssid == "Kesken"


def test_an_open_network_has_no_password(page: NetworkPage, house: RealHouse) -> None:
    fields = page.joining.fields
    fields.security.setCurrentIndex(fields.security.findData("open"))
    fields.security.activated.emit(fields.security.currentIndex())
    assert house.settings.wifi_security == "open"
    assert not fields.password.isEnabled()
    assert "nopass" in page.services.wifi_text()
    assert house.settings.wifi_password == "talkoot2026"  # not forgotten


def test_the_password_is_shown_and_hidden(page: NetworkPage) -> None:
    fields = page.joining.fields
    assert fields.password.echoMode() == QLineEdit.EchoMode.Normal
    fields.eye.click()
    assert fields.password.echoMode() == QLineEdit.EchoMode.Password
    assert fields.eye.accessibleName() == "Näytä salasana"
    fields.eye.click()
    assert fields.password.echoMode() == QLineEdit.EchoMode.Normal


def test_name_and_address_are_copied(page: NetworkPage, house: RealHouse, told: list[Notice]) -> None:
    fields = page.joining.fields
    fields.copy_name.click()
    assert QGuiApplication.clipboard().text() == "Kuikkapera"
    fields.copy_address.click()
    assert QGuiApplication.clipboard().text() == f"http://{HERE}:{house.settings.port}/"
    assert [notice.words for notice in told] == ["Verkon nimi kopioitu", "Osoite kopioitu"]


@pytest.mark.parametrize(
    ("security", "ssid", "password", "trouble"),
    [
        ("WPA", "Kuikkapera", "talkoot2026", ""),
        ("WPA", "Kuikkapera", "", "Kirjoita salasana, tai valitse avoin."),
        ("hidden", "Kuikkapera", "lyhyt", "Salasanassa on 8–63 merkkiä."),
        ("WPA", "Kuikkapera", "x" * 64, "Salasanassa on 8–63 merkkiä."),
        ("open", "Kuikkapera", "", ""),
        ("WPA", "", "", ""),
    ],
)
def test_a_password_no_router_takes_is_told(security: str, ssid: str, password: str, trouble: str) -> None:
    assert password_trouble(security, ssid, password, FI) == trouble


def test_a_password_that_is_too_short_is_told_under_the_field(page: NetworkPage) -> None:
    fields = page.joining.fields
    fields.password.setText("lyhyt")
    fields.password.commit()
    assert fields.password.accessibleDescription() == "Salasanassa on 8–63 merkkiä."
    fields.password.setText("tarpeeksi pitkä")
    fields.password.commit()
    assert fields.password.accessibleDescription() == ""


def test_a_name_that_is_too_long_is_told(page: NetworkPage) -> None:
    page.joining.fields.ssid.setText("ä" * 17)
    page.joining.fields.ssid.commit()
    assert page.joining.fields.ssid.accessibleDescription() == "Nimi on liian pitkä verkolle."


# --- codes ---


def test_both_codes_stand_beside_their_text(page: NetworkPage, house: RealHouse) -> None:
    codes = page.joining.codes
    assert codes.wifi.code.isVisible()
    assert "Kuikkapera" in codes.wifi.code.accessibleName()
    assert str(house.settings.port) in codes.page.code.accessibleName()
    assert page.joining.fields.address.text() == f"{HERE}:{house.settings.port}"


def test_the_code_follows_the_fields(page: NetworkPage, house: RealHouse) -> None:
    codes = page.joining.codes
    house.settings.wifi_password = "toinen salasana"
    assert codes.wifi.code.words() == "WIFI:T:WPA;S:Kuikkapera;P:toinen salasana;;"
    assert page.joining.fields.password.text() == "toinen salasana"
    house.settings.wifi_security = "open"
    assert codes.wifi.code.words() == "WIFI:T:nopass;S:Kuikkapera;;"


def test_without_a_name_there_is_no_code_but_a_reason(page: NetworkPage, house: RealHouse) -> None:
    house.settings.wifi_ssid = ""
    assert not page.joining.codes.wifi.code.isVisible()
    assert page.joining.codes.wifi.missing.isVisible()
    assert page.map.middle.under.words() == "nimi puuttuu"


def test_without_a_network_steps_stand_in_the_place_of_codes(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    house.found = [NO_ADDRESS]
    page.again.click()
    qtbot.waitUntil(page.joining.steps.isVisible)
    assert not page.joining.codes.isVisible()
    assert len(page.joining.steps.findChildren(QLabel)) == 9
    assert page.joining.fields.address.text() == ""
    assert not page.joining.fields.copy_address.isEnabled()
    assert page.map.first.words.words() == "ei yhteyttä"


# --- checks ---


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
    with socket.create_server(("", 0)) as other:
        house.settings.port = other.getsockname()[1]
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
    qtbot.waitUntil(lambda: window.workbench.room is not None, timeout=20_000)
    checked(qtbot, page)
    port = free_port()
    page.use(house.settings.address, port)
    qtbot.waitUntil(lambda: window.workbench.room is not None and window.workbench.room.port == port, timeout=20_000)
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
    qtbot.waitUntil(page.poster.isEnabled, timeout=20_000)
    checked(qtbot, page)
    page.saver.ask = lambda parent, place, on_path: on_path(tmp_path / place.name)
    page.poster.click()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))) and bool(told), timeout=30_000)
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


# --- the look ---


def test_everything_can_be_reached_and_is_named(page: NetworkPage) -> None:
    for each in page.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(each, QAbstractButton | QLineEdit):
            assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()), each


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 650)])
@pytest.mark.parametrize("scale", [100, 130, 200])
def test_nothing_is_cut(
    page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot, language: str, size: tuple[int, int], scale: int
) -> None:
    house.settings.change(language=language, text_size=scale)
    window.resize(*size)
    found = window.pages.page
    assert isinstance(found, NetworkPage)
    checked(qtbot, found)
    content = found.scrolled.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() <= found.scrolled.viewport().width())
    for each in found.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.text()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_map_shows_its_words_whole(
    page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot, language: str
) -> None:
    house.settings.language = language
    window.resize(1280, 650)
    found = window.pages.page
    assert isinstance(found, NetworkPage)
    checked(qtbot, found)
    for source in ("router", "hall", "laptop"):
        for ssid in ("", "Kuikkapera"):
            house.settings.change(network_source=source, wifi_ssid=ssid)
            QApplication.processEvents()
            words = found.map.findChildren(Label)
            shortened = [label.words() for label in words if label.width() + 1 < label.sizeHint().width()]
            assert shortened == []


def test_at_ordinary_text_all_of_it_is_in_sight(page: NetworkPage, window: MainWindow, qtbot: QtBot) -> None:
    for size in ((1366, 768), (1280, 650)):
        window.resize(*size)
        qtbot.waitUntil(lambda: found_room(page) == 0)


def found_room(page: NetworkPage) -> int:
    """How far the page scrolls, in pixels."""
    return page.scrolled.verticalScrollBar().maximum()


def test_the_map_says_what_is_known(page: NetworkPage) -> None:
    facts = page.checking.facts
    assert middle_words(replace(facts, source="hall"), FI) == ("Kuikkapera", "talon verkko")
    assert middle_words(replace(facts, ssid=""), FI) == ("Reititin", "nimi puuttuu")
    assert phone_words(replace(facts, port_state="room", phones=3), FI) == "3 mukana"
    assert phone_words(replace(facts, rehearsal=True), FI) == "harjoitus"


@pytest.mark.parametrize("theme", ["paiva", "ilta", "kontrasti"])
def test_it_paints_in_every_theme(page: NetworkPage, house: RealHouse, theme: str) -> None:
    house.settings.theme = theme
    make_look(house.settings)
    assert not page.grab().isNull()
