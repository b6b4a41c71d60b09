"""The palette of acts: everything one could want, by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.palette import Palette
from fasilitaattori.desktop.window import MainWindow
from tests.unit.desktop.conftest import House, OpenAt

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    focused: QWidget | None = window.focusWidget()
    QTest.keyClick(focused or window, Key.Key_K, CTRL)
    palette = window.help.palette
    assert palette is not None
    qtbot.waitUntil(palette.line.hasFocus)
    return palette


def search(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """A text field one is writing in."""
    window.pages.go("menetelmat")
    assert window.pages.page is not None
    field = next(line for line in window.pages.page.findChildren(QLineEdit) if line.isVisible())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def words(palette: Palette) -> list[str]:
    return [act.words for act in palette.found()]


def test_a_page_is_found_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    QTest.keyClicks(palette.line, "menet")
    assert words(palette)[0] == "Menetelmät"
    QTest.keyClick(palette.line, Key.Key_Return)
    assert window.pages.name == "menetelmat"
    assert window.help.palette is None


def test_what_cannot_be_done_now_is_not_offered(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    assert "Uusi työpaja" in words(palette)
    assert not {"Kumoa", "Ohjaa", "Seuraava vaihe"} & set(words(palette))


def test_the_buttons_of_the_page_are_acts_too(window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot) -> None:
    page = open_at(house.evening(), "suunnittele")
    palette = opened(window, qtbot)
    told = set(words(palette))
    assert {"Lisää vaihe", "Kumoa"} <= told
    assert len([act for act in told if act == "Uusi työpaja"]) == 1
    assert page.isVisible()


def test_a_plan_is_practised_and_the_rehearsal_ended_by_name(
    window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot
) -> None:
    open_at(house.evening(), "suunnittele")
    palette = opened(window, qtbot)
    assert "Lopeta harjoitus" not in words(palette)
    QTest.keyClicks(palette.line, "harjoit")
    QTest.keyClick(palette.line, Key.Key_Return)
    qtbot.waitUntil(lambda: window.workbench.rehearsing)
    window.workbench.go("suunnittele")
    palette = opened(window, qtbot)
    QTest.keyClicks(palette.line, "harjoit")
    assert words(palette) == ["Lopeta harjoitus"]
    QTest.keyClick(palette.line, Key.Key_Return)
    qtbot.waitUntil(lambda: window.workbench.session is None)


def test_a_step_is_found_by_its_name(window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    page = open_at(stream, "suunnittele")
    last = window.workbench.state.plan.steps()[-1]
    window.workbench.go("asetukset")
    palette = opened(window, qtbot)
    QTest.keyClicks(palette.line, last.title.encode("ascii", "ignore").decode()[:4])
    rows = [act.words for act in palette.found() if act.group == "Vaihe"]
    assert last.title in rows
    palette.list.setCurrentRow([act.words for act in palette.found()].index(last.title))
    QTest.keyClick(palette.line, Key.Key_Enter)
    assert window.pages.name == "suunnittele"
    assert page.selected == last.id  # type: ignore[attr-defined]


def test_arrows_move_and_escape_goes_back_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    field = search(window, qtbot)
    palette = opened(window, qtbot)
    assert palette.list.currentRow() == 0
    QTest.keyClick(palette.line, Key.Key_Up)
    assert palette.list.currentRow() == palette.list.count() - 1
    QTest.keyClick(palette.line, Key.Key_Down)
    assert palette.list.currentRow() == 0
    QTest.keyClick(palette.line, Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)
    assert window.help.palette is None


def test_the_same_key_takes_it_away(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    QTest.keyClicks(palette.line, "asetukset")
    QTest.keyClick(palette.line, Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: window.help.palette is None)


def test_nothing_found_says_so(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    QTest.keyClicks(palette.line, "qqqq")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.line, Key.Key_Return)
    assert window.help.palette is palette


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_question_mark_shows_the_keys_unless_one_writes(
    window: MainWindow, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    page = window.pages.page
    assert page is not None
    QTest.keyClick(page, Key.Key_Question, modifier)
    assert window.help.key_list is not None
    window.help.leave()
    field = search(window, qtbot)
    QTest.keyClicks(field, "?")
    assert window.help.key_list is None
    assert field.text() == "?"
