"""The methods' cards: what they say is whole."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.methods.cards import MethodCard
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.parts import Shelf
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


class Wrapping(QWidget):
    """Two lines where there is room for them beside each other, or three."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_Lines())


class _Lines(QWidget):
    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 380 if width >= 400 else 570

    def sizeHint(self) -> QSize:
        return QSize(400, 380)


def test_a_scroll_bar_does_not_stay_for_its_own_sake(qtbot: QtBot) -> None:
    """With the bar the cards are narrower, and a line that wraps then would need the bar."""
    shelf = Shelf(Wrapping())
    qtbot.addWidget(shelf)
    bar = shelf.verticalScrollBar()
    shelf.resize(400, 200)
    shelf.show()
    until(qtbot, bar.isVisible)
    shelf.resize(400, 400)
    until(qtbot, lambda: not bar.isVisible())
    shelf.resize(395, 400)
    until(qtbot, bar.isVisible)
