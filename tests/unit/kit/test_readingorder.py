"""Tab goes as one reads, whatever the order in which things were made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.focus import FocusRing
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.readingorder import come_last, move_focus, stops, take_place


class Window(QWidget):
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


def shown(window: QWidget) -> None:
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def names(widgets: list[QWidget]) -> list[str]:
    return [widget.objectName() for widget in widgets]


def button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


def test_rows_before_columns_and_columns_where_they_stand_side_by_side(window: Window) -> None:
    foot, right, left, head = button("foot"), QWidget(), QWidget(), button("head")
    for column, letters in ((right, "yx"), (left, "ba")):
        box = QVBoxLayout(column)
        made = [button(letter) for letter in letters]
        for each in reversed(made):
            box.addWidget(each)
    grid = QGridLayout(window)
    grid.addWidget(foot, 2, 0, 1, 2)
    grid.addWidget(right, 1, 1)
    grid.addWidget(left, 1, 0)
    grid.addWidget(head, 0, 0, 1, 2)
    shown(window)
    assert names(list(stops(window))) == ["head", "a", "b", "x", "y", "foot"]


def test_it_goes_round_both_ways_and_follows_what_moves(window: Window) -> None:
    row = QHBoxLayout(window)
    made = {name: button(name) for name in "cab"}
    for name in "abc":
        row.addWidget(made[name])
    shown(window)
    made["a"].setFocus()
    there = []
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        there.append(window.focusWidget().objectName())
    assert there == ["b", "c", "a"]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is made["c"]
    row.insertWidget(0, made["b"])
    made["c"].hide()
    row.activate()
    made["b"].setFocus()
    QTest.keyClick(made["b"], Qt.Key.Key_Tab)
    assert window.focusWidget() is made["a"]


def test_of_a_group_only_the_one_that_is_on(window: Window) -> None:
    column = QVBoxLayout(window)
    group = QButtonGroup(window)
    for name in ("one", "two", "three"):
        each = QRadioButton(name)
        each.setObjectName(name)
        group.addButton(each)
        column.addWidget(each)
    column.addWidget(button("after"))
    shown(window)
    assert names(list(stops(window))) == ["one", "after"]
    group.buttons()[1].setChecked(True)
    assert names(list(stops(window))) == ["two", "after"]
    third = group.buttons()[2]
    third.setFocus()
    QTest.keyClick(third, Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "after"


def test_where_it_comes_to_is_scrolled_into_view_from_outside_too(window: Window) -> None:
    column, inside = QVBoxLayout(window), QWidget()
    tall = QVBoxLayout(inside)
    for n in range(30):
        tall.addWidget(button(f"{n}"))
    area = QScrollArea()
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(area)
    after = button("after")
    column.addWidget(after)
    window.resize(200, 200)
    shown(window)
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    last = window.focusWidget()
    assert last.objectName() == "29"
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_dialog_has_its_fields_before_its_buttons(qtbot: QtBot, look: Look) -> None:
    dialog = Dialog(look, "Mikä nimeksi?", act="Tallenna")
    qtbot.addWidget(dialog)
    fields = QLineEdit(), QLineEdit()
    for field in fields:
        dialog.body.addWidget(field)
    shown(dialog)
    assert list(stops(dialog)) == [*fields, dialog.safe_button, dialog.act_button]


def test_what_is_alone_keeps_the_focus(window: Window) -> None:
    QVBoxLayout(window).addWidget(button("alone"))
    shown(window)
    window.findChildren(QPushButton)[0].setFocus()
    assert not move_focus(window, True)


def panels(window: Window) -> list[list[QPushButton]]:
    """Three panels of three buttons, one panel under another."""
    column = QVBoxLayout(window)
    found = []
    for letter in "abc":
        panel = QWidget()
        row = QHBoxLayout(panel)
        made = [button(f"{letter}{n}") for n in range(3)]
        for each in made:
            row.addWidget(each)
        column.addWidget(panel)
        found.append(made)
    shown(window)
    return found


def test_what_takes_something_away_comes_after_what_is_beside_it(window: Window) -> None:
    _, row, _ = panels(window)
    come_last(row[0], row[1])
    assert names(list(stops(window)))[3:6] == ["b2", "b0", "b1"]


def test_what_goes_leaves_the_focus_to_what_follows_it_in_its_panel(window: Window) -> None:
    _, row, _ = panels(window)
    row[1].setFocus()
    row[1].hide()
    assert window.focusWidget() is row[2]


def test_the_last_of_a_panel_leaves_it_to_the_one_before(window: Window) -> None:
    _, row, _ = panels(window)
    row[2].setFocus()
    row[2].setEnabled(False)
    assert window.focusWidget() is row[1]


def test_a_panel_that_goes_leaves_it_to_the_next_panel(window: Window) -> None:
    _, row, below = panels(window)
    panel = row[1].parentWidget()
    assert panel is not None
    row[1].setFocus()
    panel.hide()
    assert window.focusWidget() is below[0]


def test_what_takes_the_place_of_another_takes_its_focus(window: Window) -> None:
    _, row, _ = panels(window)
    first, second = row[0], row[1]
    second.hide()
    first.setFocus()
    take_place(first, second)
    assert window.focusWidget() is second
    assert not first.isVisible()
    take_place(first, second)
    assert window.focusWidget() is second


def test_no_ring_appears_where_the_focus_had_to_go(window: Window, look: Look, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ring = FocusRing(look, app)
    _, row, _ = panels(window)
    QTest.mouseClick(row[0], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is row[0]
    row[0].hide()
    assert window.focusWidget() is row[1]
    assert not ring.is_shown_around(row[1])
    QTest.keyClick(row[1], Qt.Key.Key_Tab)
    assert ring.is_shown_around(row[2])
    row[2].hide()
    assert ring.is_shown_around(row[1])
    QTest.mouseClick(row[1], Qt.MouseButton.LeftButton)
    take_place(row[1], row[2])
    assert window.focusWidget() is row[2]
    assert not ring.is_shown_around(row[2])
    ring.close()
