"""Rows of different heights: a row is measured once, when it comes or changes.

What must be measured all at once (the column got another width) is, but for what is seen, while the window is idle.
"""

from __future__ import annotations

import math
import time
from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from fasilitaattori.kit.bridge import REST
from fasilitaattori.kit.rowsview import Hint, Index, RowsView

BATCH = 80
"""So many rows that come are measured at once."""

FEW, SLICE = 10, 0.002
"""What must be measured anew is, a few rows after others for so many seconds. The rest follows."""

LATER_MS = 30
"""So long after a layout: first the window is painted."""

GUESS = 60
"""How high a row is taken to be before the first one has been measured."""


class MeasuredRows(RowsView):
    """`row_height` tells how high a row is; it is asked once the column has its width and can be seen."""

    _rest_ends = 0.0
    """Until then no list measures what is not seen: a wall has several, and they take turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: list[int] = []
        self._tops: list[int] = [0]  # of the first rows, as far as they are known; one more than rows
        self._unsure = 0  # from this row on heights are guesses, or were measured for another width
        self._width = 0
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._measure_more)

    @abstractmethod
    def row_height(self, row: int, width: int) -> int:
        """How high this row is in a column of this width, in pixels."""

    # --- where rows are ---

    def row_size(self) -> int:
        return self._heights[0] if self._heights else GUESS

    def row_count(self) -> int:
        return len(self._heights)

    def row_top(self, row: int) -> int:
        known = len(self._tops) - 1
        if row > known:
            self._tops.extend(accumulate(self._heights[known:], initial=self._tops.pop()))
        return self._tops[row]

    def height_of(self, row: int) -> int:
        return self._heights[row]

    def rows_between(self, top: int, bottom: int) -> range:
        self.row_top(len(self._heights))
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, min(len(self._heights), bisect_left(self._tops, bottom + 1)))

    def _first_seen(self) -> tuple[int, int]:
        """The first row that is seen, and how much of it is above what is seen; (-1, 0) at the beginning of the list."""
        offset = self.verticalScrollBar().value()
        seen = self.rows_between(offset, offset) if offset > 0 else range(0)
        return (seen[0], offset - self.row_top(seen[0])) if seen else (-1, 0)

    def _keep_seen(self, row: int, above: int) -> None:
        """Whatever has happened above it, this row is where it was."""
        if 0 <= row < len(self._heights):
            self.verticalScrollBar().setValue(self.row_top(row) + above)

    # --- measuring ---

    def forget_heights(self) -> None:
        """Everything must be measured anew."""
        self._unsure = 0
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _measure(self, rows: Iterable[int]) -> int | None:
        """Measures these; gives the first that is higher or lower than it was taken to be."""
        other: int | None = None
        for row in rows:
            height = self.row_height(row, self._width)
            if height != self._heights[row]:
                self._heights[row] = height
                del self._tops[row + 1 :]
                other = row if other is None else min(other, row)
        return other

    def _take_width(self) -> None:
        """In a column of another width every row is a guess. A width that has come and gone unseen does not count."""
        if self._width != self.viewport().width():
            self._width, self._unsure = self.viewport().width(), 0

    def _measure_seen(self) -> bool:
        """What is seen is never a guess. Tells whether something lies elsewhere now."""
        self._take_width()
        moved = False
        while self._unsure < len(self._heights):
            seen = self.rows_in(self.viewport().rect())
            if self._measure(row for row in seen if row >= self._unsure) is None:
                break
            moved = True
        return moved

    @Slot()
    def _measure_more(self) -> None:
        """Some more of what is unsure."""
        if not self.isVisible():
            return
        began = time.perf_counter()
        if began < MeasuredRows._rest_ends:
            self._idle.start(math.ceil((MeasuredRows._rest_ends - began) * 1000))
            return
        self._take_width()
        moved: list[int] = []
        seen = self._first_seen()
        while self._unsure < len(self._heights) and time.perf_counter() - began < SLICE:
            end = min(len(self._heights), self._unsure + FEW)
            other = self._measure(range(self._unsure, end))
            moved += [] if other is None else [other]
            self._unsure = end
        if moved:
            self.updateGeometries()
            self._keep_seen(*seen)
            self._paint_from(moved[0])
        now = time.perf_counter()
        MeasuredRows._rest_ends = now + (now - began) * REST
        if self._unsure < len(self._heights):
            self._idle.start(math.ceil((now - began) * 1000 * REST))

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's own name
        """Only asks for rows to be measured: a layout may come many times while the window settles."""
        super().doItemsLayout()
        if self.isVisible() and (self._unsure < len(self._heights) or self._width != self.viewport().width()):
            self._idle.start(LATER_MS)

    # --- what comes and goes ---

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:  # noqa: N802 - Qt's own name
        count, guess = last + 1 - first, self._heights[-1] if self._heights else GUESS
        sure = self._unsure == len(self._heights) and self._ready()
        row, above = self._first_seen()
        self._heights[first:first] = [guess] * count
        del self._tops[first + 1 :]
        if sure and count <= BATCH:
            self._measure(range(first, last + 1))
            self._unsure = len(self._heights)
        else:
            self._unsure = min(self._unsure, first)
            self.scheduleDelayedItemsLayout()
        self._went(first)
        self._keep_seen(row + count if row >= first else row, above)
        QAbstractItemView.rowsInserted(self, parent, first, last)

    @Slot(QModelIndex, int, int)
    def _rows_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        row, above = self._first_seen()
        del self._heights[first : last + 1]
        del self._tops[first + 1 :]
        if self._unsure > first:
            self._unsure = max(first, self._unsure - (last + 1 - first))
        self._went(first)
        self._keep_seen(row - (last + 1 - first) if row > last else min(row, first), above)

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:  # noqa: N802 - Qt's own name
        seen = self._first_seen()
        if not self._ready():
            self._unsure = min(self._unsure, first.row())  # measured when it is on show again
        elif self._measure(range(first.row(), last.row() + 1)) is not None:
            self._went(first.row())
            self._keep_seen(*seen)
        super().dataChanged(first, last)

    def reset(self) -> None:
        self._heights = [GUESS] * self.model().rowCount()
        self._tops, self._unsure = [0], 0
        super().reset()

    def _ready(self) -> bool:
        """Does the column have its width?"""
        return self.isVisible() and self._width == self.viewport().width()

    def _went(self, row: int) -> None:
        """From this row on everything may lie elsewhere."""
        self.updateGeometries()
        self._paint_from(row)

    def _paint_from(self, row: int) -> None:
        """What lies from this row on is painted anew, if it is seen."""
        if self.row_top(min(row, len(self._heights))) < self.verticalOffset() + self.viewport().height():
            self.viewport().update()

    # --- Qt asks and tells ---

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's own name
        super().setModel(model)
        self.model().rowsRemoved.connect(self._rows_removed)
        self.reset()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802 - Qt's own name
        self._take_width()
        if self._unsure <= index.row():
            self._measure(range(self._unsure, index.row() + 1))
            self._unsure = index.row() + 1
            self.updateGeometries()
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is seen is measured with the layout, so that it is only painted when it is painted."""
        super().resizeEvent(event)
        if self.isVisible() and self._measure_seen():
            self.updateGeometries()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._measure_seen():
            self.updateGeometries()
            self.viewport().update()
        super().paintEvent(event)
