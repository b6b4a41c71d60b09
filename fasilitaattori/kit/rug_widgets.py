"""The rug as widgets: the whole rug with tooltips and keys, one piece of it, and its legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fasilitaattori.kit.flow import FlowLayout
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.rug import (
    RugLayout,
    RugStep,
    lay_out,
    overhang,
    paint_rug,
    paint_weave,
    paint_weave_upright,
)
from fasilitaattori.kit.theme import MODES

Times = Sequence[tuple[datetime, datetime]]


class RugStrip(QWidget):
    """The evening as a rug. `height` and `scale` as in the mock-ups (24 and 1 on the console).

    With `walkable` it takes the focus: arrow keys, Home and End walk the steps, Enter or a click emits
    `step_activated(index)`. Every step is in the tooltip and in the text for screen readers.
    """

    step_activated = Signal(int)
    ROLE = QAccessible.Role.Chart

    def __init__(
        self,
        look: Look,
        height: int = 24,
        scale: float = 1.0,
        background: str = "surface",
        fringe: bool = True,
        marker: bool = True,
        walkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._rug_height, self._scale, self._background, self._fringe = height, scale, background, fringe
        self._margin = math.ceil(overhang(scale)) if marker else 0
        self._steps: list[RugStep] = []
        self._times: list[tuple[datetime, datetime]] = []
        self._now, self._at = -1.0, -1
        self.setProperty("paints_focus", True)
        self.setMouseTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if walkable else Qt.FocusPolicy.NoFocus)
        look.changed.connect(self.refresh)

    def set_steps(self, steps: Sequence[RugStep], start: datetime | None = None, times: Times | None = None) -> None:
        """The steps in order; `start` or the shifted `times` of each give the clock times that are told."""
        given = list(times) if times is not None else step_times(steps, start)
        if (list(steps), given) == (self._steps, self._times):
            return
        self._steps, self._times = list(steps), given
        self._at = min(self._at, len(self._steps) - 1)
        self.refresh()

    def set_now(self, minutes: float) -> None:
        """Moves the marker to `minutes` from the start; negative takes it away. Repaints only when it shows."""
        before, after = self._layout().now_x, self._layout(minutes).now_x
        self._now = minutes
        if before is None or after is None or abs(before - after) > 0.4:
            self.update()

    @Slot()
    def refresh(self) -> None:
        """Tells the steps anew and paints again."""
        self.setAccessibleName(self.look.tr("Ohjelma raitamattona"))
        self.setAccessibleDescription("; ".join(self.step_text(i) for i in range(len(self._steps))))
        self.update()

    def step_text(self, index: int) -> str:
        """One step in words: 18.20–18.30 Pariporina, parit, 10 min."""
        minutes, mode, title = self._steps[index]
        tr = self.look.tr
        length = tr("{n} min", n=minutes)
        words = ", ".join(part for part in (title, tr(MODES.get(mode, MODES["kaikki"])), length) if part)
        if index < len(self._times):
            return f"{tr.times(*self._times[index])} {words}"
        return words

    def layout_now(self) -> RugLayout:
        """The geometry in the widget's own pixels (y from the rug's top): to place clock times under it."""
        return self._layout()

    def sizeHint(self) -> QSize:
        return QSize(240, self._rug_height + 2 * self._margin)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._rug_height + 2 * self._margin)

    def _layout(self, now: float | None = None) -> RugLayout:
        at = self._now if now is None else now
        return lay_out(self._steps, self.width(), self._rug_height, at, self._scale, self._fringe)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._layout()
        paint_rug(painter, QPointF(0, self._margin), layout, self.look.theme, self._background)
        if self.hasFocus() and 0 <= self._at < len(layout.cells):
            cell = layout.cells[self._at]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.theme["focus"], 3))
            room = self._margin - 1.5 if self._margin >= 4 else -1.5
            ring = QRectF(cell.x, self._margin, cell.width, self._rug_height).adjusted(-2, -room, 2, room)
            painter.drawRoundedRect(ring, 3, 3)

    def focusInEvent(self, event: object) -> None:
        self._at = max(0, self._at) if self._steps else -1
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._steps) - 1
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._walk_to(min(last, max(0, moves[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.step_activated.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._layout().at(event.position().x())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.step_activated.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.focusPolicy() == Qt.FocusPolicy.NoFocus:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._layout().at(event.pos().x())
            if index >= 0:
                QToolTip.showText(event.globalPos(), tip(self.step_text(index)), self)
                return True
        return super().event(event)

    def _walk_to(self, index: int) -> None:
        self._at = index
        cell = self._layout().cells[index]
        words = self.step_text(index)
        self.setAccessibleName(words)
        QToolTip.showText(self.mapToGlobal(QPoint(int(cell.x), self.height())), tip(words), self)
        self.update()


def step_times(steps: Sequence[RugStep], start: datetime | None) -> list[tuple[datetime, datetime]]:
    """Clock times that run on from `start`; empty without one."""
    if start is None:
        return []
    times: list[tuple[datetime, datetime]] = []
    for minutes, _, _ in steps:
        end = start + timedelta(minutes=minutes)
        times.append((start, end))
        start = end
    return times


class RugCellView(QWidget):
    """One piece of the rug, lying or upright: for the rows of the plan, the legend and choosing a mode."""

    def __init__(
        self,
        look: Look,
        mode: str,
        width: int = 26,
        height: int = 14,
        upright: bool = False,
        scale: float = 0.6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._mode, self._upright, self._scale = look, mode, upright, scale
        self._size = QSize(width, height)
        vertical = QSizePolicy.Policy.Expanding if upright else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, vertical)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_mode(self, mode: str) -> None:
        """Shows another weave."""
        self._mode = mode
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size.width(), 4 if self._upright else self._size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        mode = self._mode if self._mode in MODES else "kaikki"
        paint = paint_weave_upright if self._upright else paint_weave
        paint(QPainter(self), QRectF(self.rect()), mode, self.look.theme, self._scale)


class RugLegend(QWidget):
    """What each weave means; wraps to the width."""

    def __init__(self, look: Look, modes: Sequence[str] = tuple(MODES), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=16)
        for mode in modes:
            item = QWidget(self)
            inner = FlowLayout(item, gap=6, wrap=False)
            inner.addWidget(RugCellView(look, mode))
            inner.addWidget(Label(look, look.tr(MODES[mode]), "small", "ink2", wrap=False))
            row.addWidget(item)
