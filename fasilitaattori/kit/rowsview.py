"""A list of painted rows that stays quick however long it is.

Qt's own list asks its model for every row whenever it is laid out. Here a row's place is reckoned, and only what is seen is
asked for and painted.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from fasilitaattori.kit.guarded import guarded

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Action = QAbstractItemView.CursorAction


class RowsView(QListView):
    """One column of rows from top to bottom, scrolled by pixels, each `row_size` high. Where rows differ, tell otherwise in
    `row_top`, `height_of` and `rows_between`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = -1

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's own name
        super().setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)  # not before: Qt asks where rows are
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # --- where rows are ---

    @abstractmethod
    def row_size(self) -> int:
        """How high a row usually is, in pixels."""

    def row_count(self) -> int:
        """How many rows there are."""
        return self.model().rowCount()

    def row_top(self, row: int) -> int:
        """How far below the beginning of the list a row begins; that of the row after the last one is the height of all."""
        return row * self.row_size()

    def height_of(self, row: int) -> int:
        """How high this row is, in pixels."""
        return self.row_size()

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that reach into these pixels of the list, the last pixel included."""
        size = self.row_size()
        return range(max(0, top // size), min(self.row_count(), bottom // size + 1))

    def rows_in(self, area: QRect) -> range:
        """The rows that reach into an area of the viewport."""
        across = area.intersected(QRect(0, area.top(), self.viewport().width(), area.height()))
        if across.isEmpty() or not self.row_count():
            return range(0)
        offset = self.verticalOffset()
        return self.rows_between(area.top() + offset, area.bottom() + offset)

    def row_rect(self, row: int) -> QRect:
        """Where a row lies in the viewport."""
        return QRect(0, self.row_top(row) - self.verticalOffset(), self.viewport().width(), self.height_of(row))

    def row_near(self, y: int) -> int:
        """The row whose middle is nearest to a height in the viewport, -1 when there are no rows."""
        count, at = self.row_count(), y + self.verticalOffset()
        if not count:
            return -1
        rows = self.rows_between(at, at)
        here = rows[0] if rows else 0 if at < 0 else count - 1
        around = range(max(0, here - 1), min(count, here + 2))
        return min(around, key=lambda row: abs(self.row_rect(row).center().y() - y))

    # --- Qt asks: its list's own answers are skipped, for they need every row laid out ---

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's own name
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's own name
        """The scroll bar."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.row_size())
        bar.setPageStep(height)
        bar.setRange(0, max(0, self.row_top(self.row_count()) - height))
        QAbstractItemView.updateGeometries(self)

    def reset(self) -> None:
        self._hovered = -1
        QAbstractItemView.reset(self)
        self.scheduleDelayedItemsLayout()

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:  # noqa: N802 - Qt's own name
        QAbstractItemView.rowsInserted(self, parent, first, last)
        self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:  # noqa: N802 - Qt's own name
        QAbstractItemView.dataChanged(self, first, last)

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's own name
        return self.row_rect(index.row()) if index.isValid() and index.row() < self.row_count() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's own name
        rows = self.rows_in(QRect(point, point))
        return self.model().index(rows[0], 0) if rows else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802 - Qt's own name
        area, bar, rect = self.viewport().rect(), self.verticalScrollBar(), self.visualRect(index)
        if hint == Hint.EnsureVisible and area.contains(rect):
            self.viewport().update(rect)
        elif hint == Hint.PositionAtTop or (hint == Hint.EnsureVisible and rect.top() < area.top()):
            bar.setValue(bar.value() + rect.top())
        elif hint == Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.top() - (area.height() - rect.height()) // 2)
        else:
            bar.setValue(bar.value() + min(rect.top(), rect.bottom() - area.height() + 1))

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's own name
        count, row = self.row_count(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self.row_size() - 1)  # one row of a page is also on the next one
        to = {
            Action.MoveUp: row - 1,
            Action.MovePrevious: row - 1,
            Action.MoveDown: row + 1,
            Action.MoveNext: row + 1,
            Action.MovePageUp: row - page,
            Action.MovePageDown: row + page,
            Action.MoveHome: 0,
            Action.MoveEnd: count - 1,
        }.get(action, row)
        return self.model().index(min(count - 1, max(0, to)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's own name
        rows, model = self.rows_in(rect.normalized()), self.model()
        found = QItemSelection(model.index(rows[0], 0), model.index(rows[-1], 0)) if rows else QItemSelection()
        self.selectionModel().select(found, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's own name
        return QRegion(self.viewport().rect())  # what is painted around a row that is picked reaches past it

    # --- events ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self._hovered = -1 if left else self.indexAt(event.position().toPoint()).row()
        return super().viewportEvent(event)

    def verticalScrollbarValueChanged(self, value: int) -> None:  # noqa: N802 - Qt's own name
        """Another row came under the pointer."""
        super().verticalScrollbarValueChanged(value)
        at = self.viewport().mapFromGlobal(QCursor.pos())
        if self.viewport().rect().contains(at):
            self._hovered = self.indexAt(at).row()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option, model = QStyleOptionViewItem(), self.model()
        self.initViewItemOption(option)
        state, current = option.state, self.currentIndex().row() if self.hasFocus() or self.viewport().hasFocus() else -1
        delegate, picked = self.itemDelegate(), self.selectionModel()
        painter = QPainter(self.viewport())
        for row in self.rows_in(event.rect()):
            index = model.index(row, 0)
            option.rect = self.row_rect(row)
            option.state = state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
            if picked.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self._hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)
        painter.end()
