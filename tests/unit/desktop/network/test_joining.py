"""What phones need to get in: the network's name and password, the address, and their codes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.fields import password_trouble
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice
from fasilitaattori.i18n import translator

from .conftest import HERE, NO_ADDRESS, RealHouse

FI = translator("fi")


def type_into(field: QLineEdit, words: str, qtbot: QtBot) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


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
