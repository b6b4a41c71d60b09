"""A list of painted rows asks for what is seen, and behaves as any list of Qt."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QAccessible, QCursor, QHoverEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.rowsview import RowsView

Hint, Key, State = QAbstractItemView.ScrollHint, Qt.Key, QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex
ROW, MANY = 20, 5000


class Names(QAbstractListModel):
    """So many rows; remembers which of them were asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked: set[int] = set()

    def rowCount(self, parent: Index | None = None) -> int:
        return self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked.add(index.row())
        return f"Rivi {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


class Painter(QStyledItemDelegate):
    """Remembers what it painted and how."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: dict[int, QStyle.StateFlag] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.painted[index.row()] = option.state


class Rows(RowsView):
    """Ten rows and a half are seen."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.names, self.painter = Names(count), Painter()
        self.setItemDelegate(self.painter)
        self.setModel(self.names)
        self.resize(200, 10 * ROW + ROW // 2 + 2 * self.frameWidth())

    def row_size(self) -> int:
        return ROW

    def rect(self, row: int) -> QRect:  # type: ignore[override]
        return self.visualRect(self.names.index(row))


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[Rows]:
    before = QCursor.pos()
    QCursor.setPos(3000, 3000)
    made = Rows(MANY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QCursor.setPos(before)


def test_only_what_is_seen_is_painted_and_nothing_else_asked_for(rows: Rows) -> None:
    rows.painter.painted.clear()
    rows.grab()
    assert sorted(rows.painter.painted) == list(range(11))
    rows.verticalScrollBar().setValue(1000 * ROW + 5)
    rows.painter.painted.clear()
    rows.grab()
    assert sorted(rows.painter.painted) == list(range(1000, 1011))
    assert not rows.names.asked


def test_every_row_has_its_place(rows: Rows) -> None:
    bar = rows.verticalScrollBar()
    assert bar.maximum() == MANY * ROW - rows.viewport().height()
    for value in (0, 7, bar.maximum()):
        bar.setValue(value)
        for row in (0, 1, 2500, MANY - 1):
            assert rows.rect(row) == QRect(0, row * ROW - value, rows.viewport().width(), ROW)
        first = value // ROW
        assert rows.indexAt(QPoint(5, first * ROW - value + ROW - 1)).row() == first
    assert not rows.indexAt(QPoint(5, rows.viewport().height())).isValid()
    assert not rows.indexAt(QPoint(-1, 5)).isValid()
    assert rows.row_near(9999) == MANY - 1
    bar.setValue(0)
    assert [rows.row_near(y) for y in (-9999, 5, 45, 9 * ROW + 19)] == [0, 0, 2, 9]


def test_keys_go_by_row_by_page_and_to_the_ends(rows: Rows) -> None:
    rows.setCurrentIndex(rows.names.index(0))
    last = MANY - 1
    ways = ((Key.Key_Down, 1), (Key.Key_PageDown, 10), (Key.Key_End, last), (Key.Key_Down, last))
    back = ((Key.Key_PageUp, last - 9), (Key.Key_Up, last - 10), (Key.Key_Home, 0), (Key.Key_Up, 0))
    for key, row in (*ways, *back):
        QTest.keyClick(rows, key)
        assert rows.currentIndex().row() == row
        assert rows.viewport().rect().contains(rows.rect(row))


def test_the_row_gone_to_is_seen_where_it_was_asked_for(rows: Rows) -> None:
    area, model = rows.viewport().rect(), rows.names
    rows.scrollTo(model.index(100), Hint.PositionAtTop)
    assert rows.rect(100).top() == area.top()
    rows.scrollTo(model.index(200), Hint.PositionAtBottom)
    assert rows.rect(200).bottom() == area.bottom()
    rows.scrollTo(model.index(150), Hint.PositionAtCenter)
    assert abs(rows.rect(150).center().y() - area.center().y()) <= 1
    value = rows.verticalScrollBar().value()
    rows.scrollTo(model.index(151))
    assert rows.verticalScrollBar().value() == value


def test_rows_that_come_and_go_move_the_scroll_bar(rows: Rows, qtbot: QtBot) -> None:
    model, bar = rows.names, rows.verticalScrollBar()
    height = rows.viewport().height()
    model.beginInsertRows(QModelIndex(), MANY, MANY + 9)
    model.count += 10
    model.endInsertRows()
    qtbot.waitUntil(lambda: bar.maximum() == (MANY + 10) * ROW - height)
    model.beginRemoveRows(QModelIndex(), 5, MANY + 9)
    model.count = 5
    model.endRemoveRows()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    model.beginResetModel()
    model.count = 20
    model.endResetModel()
    qtbot.waitUntil(lambda: bar.maximum() == 20 * ROW - height)


def test_picked_and_current_rows_and_the_one_under_the_pointer_are_painted_so(rows: Rows, qtbot: QtBot) -> None:
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.setCurrentIndex(rows.names.index(2))
    rows.selectionModel().select(rows.names.index(4), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QCursor.setPos(rows.viewport().mapToGlobal(QPoint(5, 6 * ROW + 5)))
    rows.verticalScrollBar().setValue(2 * ROW)  # the pointer stands still, and another row comes under it
    rows.painter.painted.clear()
    rows.grab()
    for mark, row in ((State.State_HasFocus, 2), (State.State_Selected, 4), (State.State_MouseOver, 8)):
        assert [painted for painted, state in rows.painter.painted.items() if state & mark] == [row]


def test_a_click_chooses_and_a_frame_picks_what_it_reaches(rows: Rows) -> None:
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.rect(3).center())
    assert rows.currentIndex().row() == 3
    rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    frame = QRect(rows.rect(1).center(), rows.rect(4).topLeft())
    rows.setSelection(frame, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert sorted(index.row() for index in rows.selectionModel().selectedIndexes()) == [1, 2, 3, 4]


def test_screen_readers_hear_of_every_row(rows: Rows) -> None:
    told = QAccessible.queryAccessibleInterface(rows)
    assert told.role() == QAccessible.Role.List
    assert told.childCount() == MANY
    row = told.child(4321)
    assert row.role() == QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name) == "Rivi 4321"
    assert row.rect().height() == ROW


def test_what_the_pointer_was_on_is_forgotten_when_other_rows_come(rows: Rows) -> None:
    QApplication.sendEvent(rows.viewport(), QHoverEvent(QEvent.Type.HoverMove, QPointF(5, 45), QPointF(5, 45), QPointF(5, 5)))
    rows.grab()
    assert rows.painter.painted[2] & State.State_MouseOver
    rows.reset()
    rows.grab()
    assert not any(state & State.State_MouseOver for state in rows.painter.painted.values())
