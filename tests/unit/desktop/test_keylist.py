"""The list of keys is as high as it needs to be, whatever the words are."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.keylist import KeyList
from fasilitaattori.desktop.live.keys import other_keys
from fasilitaattori.desktop.page import Keys
from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look


@pytest.mark.parametrize("length", range(8, 40))
def test_keys_do_not_scroll_in_a_window_that_has_room_for_them(qtbot: QtBot, length: int) -> None:
    """The bar would make lines wrap, and wrapped lines would keep the bar."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1700, 900)
    host.show()
    words = ("kello käy " * 5)[:length].strip()
    groups = [Keys(title, tuple((f"Ctrl {n}", words) for n in range(1, 8))) for title in ("Ilta", "Seinä", "Sivut")]
    made = KeyList(Look(translator("fi")), groups, host)
    made.show()
    qtbot.waitExposed(made)
    assert not made._scrolled.verticalScrollBar().isVisible()


def test_every_letter_that_does_something_to_a_note_is_listed() -> None:
    listed = {key for group in other_keys(translator("fi")) for keys, _ in group.rows for key in keys.split(", ")}
    assert listed >= {*"AHYNMQWES0", "1 … 9"}
