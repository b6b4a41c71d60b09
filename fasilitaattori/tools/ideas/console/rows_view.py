"""A list of rows of different heights that stays quick however long it is.

Qt's own list lays out every row anew whenever one comes. Here a row is measured once, when it comes or changes; only what is
seen is painted; and what must be measured all at once (the column got another width) is, but for what is seen, while the window
is idle.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from fasilitaattori.kit.bridge import REST

Index = QModelIndex | QPersistentModelIndex
BATCH = 80
"""So many rows that come are measured at once."""

FEW, SLICE = 10, 0.005
"""What must be measured anew is, a few rows after others for so many seconds: a wall has several lists. The rest follows."""

GUESS = 60
"""How high a row is taken to be before the first one has been measured."""

_ROOT = QModelIndex()
_Hint = QAbstractItemView.ScrollHint
_Action = QAbstractItemView.CursorAction


class RowsView(QListView):
    """One column of rows from top to bottom, scrolled by pixels. `row_height` tells how high a row is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: list[int] = []
        self._tops: list[int] = [0]  # of the first rows, as far as they are known; one more than rows
        self._unsure = 0  # from this row on heights are guesses, or were measured for another width
        self._width = 0
        self._hovered = -1
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._measure_more)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Fixed)

    @abstractmethod
    def row_height(self, row: int, width: int) -> int:
        """How high this row is in a column of this width, in pixels."""

    # --- where rows are ---

    def _top(self, row: int) -> int:
        """How far below the beginning of the list a row begins; that of the row after the last one is the height of all."""
        known = len(self._tops) - 1
        if row > known:
            self._tops.extend(accumulate(self._heights[known:], initial=self._tops.pop()))
        return self._tops[row]

    def _rows_between(self, top: int, bottom: int) -> range:
        """The rows that reach into these pixels of the list, the last pixel included."""
        self._top(len(self._heights))
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, min(len(self._heights), bisect_left(self._tops, bottom + 1)))

    def _rows_in(self, area: QRect) -> range:
        """The rows that reach into an area of the viewport."""
        across = area.intersected(QRect(0, area.top(), self.viewport().width(), area.height()))
        if across.isEmpty() or not self._heights:
            return range(0)
        offset = self.verticalOffset()
        return self._rows_between(area.top() + offset, area.bottom() + offset)

    def row_near(self, y: int) -> int:
        """The row whose middle is nearest to a height in the viewport, -1 when there are no rows."""
        count = len(self._heights)
        if not count:
            return -1
        self._top(count)
        here = min(count - 1, max(0, bisect_right(self._tops, y + self.verticalOffset()) - 1))
        around = range(max(0, here - 1), min(count, here + 2))
        return min(around, key=lambda row: abs(self._rect(row).center().y() - y))

    def _rect(self, row: int) -> QRect:
        return QRect(0, self._top(row) - self.verticalOffset(), self.viewport().width(), self._heights[row])

    # --- measuring ---

    def forget_heights(self) -> None:
        """Everything must be measured anew."""
        self._unsure = 0
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _measure(self, rows: Iterable[int]) -> bool:
        """Measures these; tells whether any is higher or lower than it was taken to be."""
        other = False
        for row in rows:
            height = self.row_height(row, self._width)
            if height != self._heights[row]:
                self._heights[row] = height
                del self._tops[row + 1 :]
                other = True
        return other

    def _measure_seen(self) -> bool:
        """What is seen is never a guess. Tells whether something lies elsewhere now."""
        moved = False
        while self._unsure < len(self._heights):
            seen = self._rows_in(self.viewport().rect())
            if not self._measure(row for row in seen if row >= self._unsure):
                break
            moved = True
        return moved

    @Slot()
    def _measure_more(self) -> None:
        """Some more of what is unsure."""
        if not self.isVisible():
            return
        began, moved = time.perf_counter(), False
        while self._unsure < len(self._heights) and time.perf_counter() - began < SLICE:
            end = min(len(self._heights), self._unsure + FEW)
            moved = self._measure(range(self._unsure, end)) or moved
            self._unsure = end
        if moved:
            self.updateGeometries()
            self.viewport().update()
        if self._unsure < len(self._heights):
            self._idle.start(int((time.perf_counter() - began) * 1000 * REST))

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's own name
        """Rows are measured once the column has its width; before it is shown that would be for nothing."""
        QAbstractItemView.doItemsLayout(self)
        if not self.isVisible():
            return
        if self._width != self.viewport().width():
            self._width, self._unsure = self.viewport().width(), 0
        if self._unsure < len(self._heights):
            self._measure_more()
        self.updateGeometries()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's own name
        """The scroll bar."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._heights[0] if self._heights else GUESS)
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._top(len(self._heights)) - height))
        QAbstractItemView.updateGeometries(self)

    # --- what comes and goes ---

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:  # noqa: N802 - Qt's own name
        count, guess = last + 1 - first, self._heights[-1] if self._heights else GUESS
        sure = self._unsure == len(self._heights) and self._ready()
        self._heights[first:first] = [guess] * count
        del self._tops[first + 1 :]
        if sure and count <= BATCH:
            self._measure(range(first, last + 1))
            self._unsure = len(self._heights)
        else:
            self._unsure = min(self._unsure, first)
            self.scheduleDelayedItemsLayout()
        self._went(first)
        QAbstractItemView.rowsInserted(self, parent, first, last)

    @Slot(QModelIndex, int, int)
    def _rows_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        del self._heights[first : last + 1]
        del self._tops[first + 1 :]
        if self._unsure > first:
            self._unsure = max(first, self._unsure - (last + 1 - first))
        self._went(first)

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:  # noqa: N802 - Qt's own name
        if not self._ready():
            self._unsure = min(self._unsure, first.row())  # measured when it is on show again
        elif self._measure(range(first.row(), last.row() + 1)):
            self._went(first.row())
        QAbstractItemView.dataChanged(self, first, last)

    def reset(self) -> None:
        self._heights = [GUESS] * self.model().rowCount()
        self._tops, self._unsure = [0], 0
        QAbstractItemView.reset(self)
        self.scheduleDelayedItemsLayout()

    def _ready(self) -> bool:
        """Does the column have its width?"""
        return self.isVisible() and self._width == self.viewport().width()

    def _went(self, row: int) -> None:
        """From this row on everything may lie elsewhere."""
        self.updateGeometries()
        if self._top(min(row, len(self._heights))) < self.verticalOffset() + self.viewport().height():
            self.viewport().update()

    # --- Qt asks ---

    def setModel(self, model: object) -> None:  # noqa: N802 - Qt's own name
        super().setModel(model)  # type: ignore[arg-type]
        self.model().rowsRemoved.connect(self._rows_removed)
        self.reset()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's own name
        return self._rect(index.row()) if index.isValid() and index.row() < len(self._heights) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's own name
        rows = self._rows_in(QRect(point, point))
        return self.model().index(rows[0], 0) if rows else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:  # noqa: N802 - Qt's own name
        area, bar = self.viewport().rect(), self.verticalScrollBar()
        if self._unsure <= index.row():
            self._measure(range(self._unsure, index.row() + 1))
            self._unsure = index.row() + 1
            self.updateGeometries()
        rect = self.visualRect(index)
        if hint == _Hint.EnsureVisible and area.contains(rect):
            self.viewport().update(rect)
        elif hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and rect.top() < area.top()):
            bar.setValue(bar.value() + rect.top())
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.top() - (area.height() - rect.height()) // 2)
        else:
            bar.setValue(bar.value() + min(rect.top(), rect.bottom() - area.height() + 1))

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's own name
        count, row = len(self._heights), self.currentIndex().row()
        if not count:
            return QModelIndex()
        to = {
            _Action.MoveUp: row - 1,
            _Action.MovePrevious: row - 1,
            _Action.MoveDown: row + 1,
            _Action.MoveNext: row + 1,
            _Action.MoveHome: 0,
            _Action.MoveEnd: count - 1,
        }.get(action, row)
        return self.model().index(min(count - 1, max(0, to)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's own name
        rows, model = self._rows_in(rect.normalized()), self.model()
        found = QItemSelection(model.index(rows[0], 0), model.index(rows[-1], 0)) if rows else QItemSelection()
        self.selectionModel().select(found, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's own name
        return QRegion(self.viewport().rect())  # what is painted around a row that is picked reaches past it

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() != self._width:
            self.scheduleDelayedItemsLayout()
        QAbstractItemView.resizeEvent(self, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self._hovered = -1 if left else self.indexAt(event.position().toPoint()).row()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._measure_seen():
            self.updateGeometries()
            self.viewport().update()
        option, model = QStyleOptionViewItem(), self.model()
        self.initViewItemOption(option)
        state, current = option.state, self.currentIndex().row() if self.hasFocus() or self.viewport().hasFocus() else -1
        delegate, picked = self.itemDelegate(), self.selectionModel()
        painter = QPainter(self.viewport())
        for row in self._rows_in(event.rect()):
            index = model.index(row, 0)
            option.rect = self._rect(row)
            option.state = state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
            if picked.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self._hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)
        painter.end()
