"""What the other tests say is to be seen: a window that would be painted otherwise is found out."""

from itertools import product
from string import ascii_letters
from typing import Any

import pytest
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit import fonts
from tests.unit.desktop.conftest import OpenAt
from tests.unit.desktop.seeing import OUTLINED, assert_painted, of_picture, on_screen, quiet


@pytest.fixture
def live(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> LivePage:
    house.settings.text_size = 200
    page = open_at(house.evening(), "ohjaa")
    assert isinstance(page, LivePage)
    quiet(window, qtbot)
    return page


def write(letter: str, size: int) -> None:
    """Somewhere else, two of them: the second one is at a fraction of a pixel."""
    sheet = QPixmap(200, 200)
    painter = QPainter(sheet)
    painter.setFont(fonts.serif(size))
    painter.drawText(20, 100, 2 * letter)
    painter.end()


def test_large_letters_are_as_they_would_be_painted_whatever_was_written_meanwhile(window: MainWindow, live: LivePage) -> None:
    assert live.before.count.font_used().pixelSize() >= OUTLINED
    for size, letter in product(range(6, OUTLINED), ascii_letters):
        write(letter, size)
        if of_picture(window.grab()) != on_screen(window):
            break
    else:
        pytest.fail("large letters are always the same now: nothing has to be overlooked any more")
    assert_painted(window)


@pytest.mark.parametrize("name", ["count", "how"])
def test_words_that_are_no_more_are_found_out(window: MainWindow, live: LivePage, name: str) -> None:
    label = getattr(live.before, name)
    assert label.words()
    label.setUpdatesEnabled(False)
    label.set_text(label.words().replace("0", "8") if name == "count" else "")
    with pytest.raises(AssertionError, match="painted otherwise"):
        assert_painted(window)


def test_another_tint_is_found_out(window: MainWindow, live: LivePage) -> None:
    label = live.before.how
    label.setUpdatesEnabled(False)
    label.set_tone("ink")
    with pytest.raises(AssertionError, match="painted otherwise"):
        assert_painted(window)
