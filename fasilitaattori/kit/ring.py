"""Tuolirinki: the timer as a ring of chairs, one chair is one minute.

Arithmetic and painting only; the widget is in `ring_widget`, the big screen paints with the same function.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fasilitaattori.kit.paint import saved
from fasilitaattori.kit.theme import Theme

RingState = Literal["waits", "runs", "paused", "over"]
SeatState = Literal["gone", "now", "left"]

MOST_SEATS = 60


@dataclass(frozen=True)
class RingShape:
    """The measures of a ring of `count` seats, in the same pixels as its size; the ring is `size` square."""

    size: float
    count: int
    radius: float
    seat_width: float
    seat_depth: float
    back: float
    """Thickness of a backrest."""

    def angle(self, seat: int) -> float:
        """Degrees clockwise from 12 o'clock to the middle of a seat."""
        return (seat + 0.5) / self.count * 360


def minutes_per_seat(total: float) -> int:
    """1 up to an hour, 2 up to two hours, then whatever keeps the ring at 60 seats."""
    return max(1, math.ceil(total / MOST_SEATS))


def seat_states(total: float, left: float) -> list[SeatState]:
    """What each seat shows; `total` and `left` in minutes, `left` may be negative (overtime)."""
    unit = minutes_per_seat(total)
    elapsed = total - left
    states: list[SeatState] = []
    for seat in range(max(1, math.ceil(total / unit))):
        if left <= 0 or (seat + 1) * unit <= elapsed + 1e-9:
            states.append("gone")
        elif seat * unit < elapsed + 1e-6:
            states.append("now")
        else:
            states.append("left")
    return states


def ring_shape(size: float, count: int) -> RingShape:
    """Seat width 66 % of the pitch, depth at most 8.5 % of the size, backrest outside."""
    depth = min(size * 0.085, math.pi * size / count * 0.72)
    radius = size / 2 - depth / 2 - size * 0.022
    pitch = 2 * math.pi * radius / count
    return RingShape(size, count, radius, min(pitch * 0.66, depth * 1.15), depth, max(2.0, size * 0.011))


def clock_text(seconds: float) -> str:
    """19:36; time left is rounded up to the second, overtime down: 0:01 is still left, +0:01 is really over."""
    if seconds <= -1:
        over = math.floor(-seconds)
        return f"+{over // 60}:{over % 60:02d}"
    left = max(0, math.ceil(seconds))
    return f"{left // 60}:{left % 60:02d}"


def room_text(seconds: float) -> str:
    """What the room sees: whole minutes, rounded up, until the last minute is counted in seconds."""
    if seconds <= 60:
        return str(max(0, math.ceil(seconds)))
    return str(math.ceil(seconds / 60))


def paint_ring(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    total: float,
    left: float,
    state: RingState = "runs",
    dim: bool = False,
) -> None:
    """Paints the chairs into a square; `total` and `left` in minutes. `dim` = quiet colours, for a waiting ring."""
    states = seat_states(total, left)
    size = min(rect.width(), rect.height())
    shape = ring_shape(size, len(states))
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seat, shown in enumerate(states):
            painter.save()
            painter.translate(rect.center())
            painter.rotate(shape.angle(seat))
            painter.translate(0, -shape.radius)
            _chair(painter, shape, theme, "left" if state == "waits" else shown, state == "paused", dim)
            painter.restore()


def _chair(painter: QPainter, shape: RingShape, theme: Theme, shown: SeatState, paused: bool, dim: bool) -> None:
    full = theme["edge" if dim else "kuusi"]
    width, depth, size = shape.seat_width, shape.seat_depth, shape.size
    fill: QColor | None = full
    line, thick, back = None, 0.0, full
    if shown == "gone":
        fill, line, thick, back = None, theme["line"], max(1.25, size * 0.006), theme["line"]
    elif shown == "now":
        fill, line, thick, back = theme["nyt"], theme["ink"], max(1.5, size * 0.0075), theme["ink"]
        if paused or dim:
            fill = theme["surface"]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    rounding = size * 0.005
    painter.drawRoundedRect(QRectF(-width / 2, -depth / 2 - size * 0.021, width, shape.back), rounding, rounding)
    painter.setPen(QPen(line, thick) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    corner = min(width, depth) * 0.26
    painter.drawRoundedRect(QRectF(-width / 2, -depth / 2, width, depth), corner, corner)


def centre_of(rect: QRectF, size: float) -> QRectF:
    """The square of `size` in the middle of `rect`, where the clock reading goes."""
    half = QPointF(size / 2, size / 2)
    return QRectF(rect.center() - half, rect.center() + half)
