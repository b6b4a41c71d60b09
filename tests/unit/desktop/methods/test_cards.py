"""The methods' cards: what they say is whole."""

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.methods.cards import MethodCard
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.kit.labels import Label

from ..acting import until
from ..conftest import House


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_card_is_cut(window: MainWindow, house: House, qtbot: QtBot, language: str) -> None:
    house.settings.change(language=language)
    window.resize(1366, 768)
    window.workbench.go("menetelmat")
    until(qtbot, lambda: isinstance(window.pages.page, MethodsPage))
    page = window.pages.page
    assert isinstance(page, MethodsPage)
    cards = page.grid.findChildren(MethodCard)
    assert len(cards) >= 7
    until(qtbot, lambda: all(card.width() > 240 for card in cards))
    labels = [label for card in cards for label in card.findChildren(Label)]
    assert [label.words() for label in labels if label._is_shortened()] == []
    assert len({card.height() for card in cards}) == 1
    assert [card.method.id for card in cards if not card.said().endswith((".", "?", "!"))] == []
