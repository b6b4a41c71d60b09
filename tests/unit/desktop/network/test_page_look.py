"""How the page looks: all of it in sight, nothing cut, every part named, in every theme, language and size."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.appearance import make_look
from fasilitaattori.desktop.network.netmap import middle_words, phone_words
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.i18n import translator
from fasilitaattori.kit.labels import Label

from .conftest import RealHouse, checked

FI = translator("fi")


def test_everything_can_be_reached_and_is_named(page: NetworkPage) -> None:
    for each in page.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(each, QAbstractButton | QLineEdit):
            assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()), each


def _is_whole(button: QAbstractButton) -> bool:
    return button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 650), (1280, 1024)])
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
    shown = [each for each in found.findChildren(QAbstractButton) if each.isVisible()]
    assert shown
    for each in shown:  # the page is laid out some turns after the size of its letters has changed
        qtbot.waitUntil(partial(_is_whole, each))


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
            qtbot.waitUntil(lambda: shortened(found) == [])


def shortened(page: NetworkPage) -> list[str]:
    """The words of the map that are not whole."""
    return [label.words() for label in page.map.findChildren(Label) if label.width() + 1 < label.sizeHint().width()]


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
    assert phone_words(replace(facts, port_state="room", phones=3), FI) == "3 on mukana"
    assert phone_words(replace(facts, rehearsal=True), FI) == "harjoitus"


@pytest.mark.parametrize("theme", ["paiva", "ilta", "kontrasti"])
def test_it_paints_in_every_theme(page: NetworkPage, house: RealHouse, theme: str) -> None:
    house.settings.theme = theme
    make_look(house.settings)
    assert not page.grab().isNull()
