"""The status bar leads to how the big screen gets a display of its own, also when mirrored displays are told of as one."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.bigscreen.displayhelp import DisplayHelp, extending
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.statusbar import StatusButton

OpenAt = Callable[[str, str], Any]


@pytest.fixture
def help_of(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> DisplayHelp:
    """What pressing the sign of the big screen with the keyboard opens."""
    open_at(house.evening(), "ohjaa")
    item = window.status_bar.item("screen")
    assert isinstance(item, StatusButton)
    assert item.words() == "Ei toista näyttöä"
    assert "oman näyttönsä" in item.accessibleDescription()
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.findChild(DisplayHelp) is not None)
    dialog = window.findChild(DisplayHelp)
    assert dialog is not None
    return dialog


def _told(dialog: DisplayHelp) -> str:
    return " ".join(label.words() for label in dialog.findChildren(Label))


def test_one_display_and_a_mirrored_one_are_both_explained(help_of: DisplayHelp) -> None:
    told = _told(help_of)
    assert "Kone kertoo ohjelmalle vain yhdestä näytöstä." in told
    assert extending(translator("fi")) in told
    assert "näytöt on monistettu" in told


def test_it_follows_the_big_screen(help_of: DisplayHelp, window: MainWindow, qtbot: QtBot) -> None:
    help_of.act_button.click()
    qtbot.waitUntil(lambda: window.workbench.screen.state == "on")
    help_of.show_now()
    assert "päällä" in help_of.now.words()
    assert not help_of.act_button.isVisibleTo(help_of)
    window.workbench.screen.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_system_has_its_own_way(language: str) -> None:
    ways = [extending(translator(language), platform) for platform in ("win32", "darwin", "linux")]
    assert len(set(ways)) == 3
    assert "Win + P" in ways[0]
