"""Raitamatto: the whole evening as one rag rug.

Width is minutes, the weave is how people work, faded is done. The geometry is plain arithmetic and the painting
takes any painter and scale, so the same rug lies in the library, the plan, the console and on the big screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fasilitaattori.kit.paint import saved
from fasilitaattori.kit.theme import MODES, Theme

RugStep = tuple[int, str, str]
"""(minutes, mode, title); mode is one of `theme.MODES`, an unknown one is painted as kaikki."""

FADE = 0.62
STRIPES = {"yksin": 1, "pari": 2, "ryhma": 3}


@dataclass(frozen=True)
class RugCell:
    """One step on the rug, in the rug's own pixels; `start` in minutes from the beginning of the evening."""

    index: int
    x: float
    width: float
    mode: str
    start: int
    minutes: int
    done: float
    """0–1: how much of the step is over."""


@dataclass(frozen=True)
class RugLayout:
    """Where everything lies; `now_x` is None when the evening is not on this rug now."""

    width: float
    height: float
    scale: float
    fringe: float
    cells: tuple[RugCell, ...]
    now_x: float | None

    def at(self, x: float) -> int:
        """The index of the step under `x`, -1 when there is none."""
        for cell in self.cells:
            if cell.x <= x < cell.x + cell.width + 2:
                return cell.index
        return -1

    def x_of(self, minute: float) -> float:
        """Where a minute of the evening lies: for clock times under the rug."""
        total = sum(cell.minutes for cell in self.cells)
        return self.fringe + (self.width - 2 * self.fringe) * (minute / total if total else 0)


def lay_out(
    steps: Sequence[RugStep],
    width: float,
    height: float,
    now: float = -1,
    scale: float = 1.0,
    fringe: bool = True,
    gap: float = 2.0,
) -> RugLayout:
    """Places the steps on a rug of `width` × `height`; `now` in minutes from the start, negative = none.

    A step of no minutes gets no cell of its own width but keeps 2 pixels, so that it can still be pointed at.
    """
    total = sum(max(0, minutes) for minutes, _, _ in steps)
    tassels = min(12 * scale, height * 0.45) if fringe else 0.0
    room = max(0.0, width - 2 * tassels)
    cells: list[RugCell] = []
    x, start, now_x = tassels, 0, None
    for index, (minutes, mode, _) in enumerate(steps):
        length = room * max(0, minutes) / total if total else 0.0
        painted = max(2.0, length - gap)
        done = 0.0
        if now >= start + minutes:
            done = 1.0
        elif now >= start:
            done = (now - start) / minutes
            now_x = x + done * painted
        cells.append(RugCell(index, x, painted, mode if mode in MODES else "kaikki", start, minutes, done))
        x += length
        start += minutes
    return RugLayout(width, height, scale, tassels, tuple(cells), now_x)


def overhang(scale: float = 1.0) -> float:
    """How far the now-marker reaches past the rug's edges."""
    return 6 * scale


def paint_rug(painter: QPainter, origin: QPointF, layout: RugLayout, theme: Theme, background: str = "surface") -> None:
    """Paints a laid-out rug with its top left corner at `origin`; `background` is the token behind it."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        for cell in layout.cells:
            rect = QRectF(cell.x, 0, cell.width, layout.height)
            paint_weave(painter, rect, cell.mode, theme, layout.scale)
            _fade(painter, rect, cell.done, theme[background])
        if layout.fringe:
            _fringe(painter, layout, theme["edge"])
        if layout.now_x is not None:
            now_marker(painter, layout.now_x, layout.height, layout.scale, theme)


def paint_weave(painter: QPainter, rect: QRectF, mode: str, theme: Theme, scale: float = 1.0) -> None:
    """One piece of the rug: its ground colour and the motif that tells how people work."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(rect, theme[f"r-{mode}"])
        motif, line = QColor(theme["r-motif"]), max(1.5, 2 * scale)
        motif.setAlphaF(0.92 if mode == "aani" else 0.82)
        if mode in STRIPES:
            for x in stripe_places(rect.width(), STRIPES[mode], line):
                painter.fillRect(QRectF(rect.x() + x, rect.y(), line, rect.height()), motif)
        elif mode == "esitys":
            painter.fillRect(QRectF(rect.x(), rect.center().y() - line / 2, rect.width(), line), motif)
        elif mode == "aani":
            painter.setBrush(motif)
            centres, radius = dot_places(rect.width(), rect.height(), scale)
            for x in centres:
                painter.drawEllipse(QPointF(rect.x() + x, rect.center().y()), radius, radius)
        elif mode == "tauko" and rect.width() <= 2 * line:
            painter.fillRect(rect, theme["edge"])  # nothing but the outline
        elif mode == "tauko":
            painter.setPen(_square_pen(theme["edge"], line * 0.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2))


def paint_weave_upright(painter: QPainter, rect: QRectF, mode: str, theme: Theme, scale: float = 1.0) -> None:
    """The same piece turned a quarter, for the upright rug of the plan."""
    with saved(painter):
        painter.translate(rect.right(), rect.top())
        painter.rotate(90)
        paint_weave(painter, QRectF(0, 0, rect.height(), rect.width()), mode, theme, scale)


def stripe_places(width: float, count: int, line: float) -> list[float]:
    """Left edges of the cross stripes in a cell: groups of `count` stripes, `line` thick, evenly spread. None in a cell with no
    room for a group."""
    gap = line * 2.2
    group = count * line + (count - 1) * (gap - line)
    if group > width - 2:
        return []
    pitch = max(group + line * 5, line * 11)
    groups = max(1, int((width - line * 2) // pitch))
    offset = (width - (groups - 1) * pitch) / 2
    places = [offset + g * pitch - group / 2 + k * gap for g in range(groups) for k in range(count)]
    return [x for x in places if x > 1 and x + line < width - 1]


def dot_places(width: float, height: float, scale: float) -> tuple[list[float], float]:
    """Centres and radius of the dots of a voting cell; at least three where they fit, none where not even one does."""
    radius = max(2.0, min(height * 0.15, 6.2 * scale))
    pitch = radius * 4.2
    count = max(1, int(width // pitch))
    if count < 3 and width > 14:
        count, pitch = 3, width / 3.4
        radius = min(radius, pitch * 0.3)
    if 2 * radius > width - 2:
        return [], radius
    offset = (width - (count - 1) * pitch) / 2
    return [offset + i * pitch for i in range(count)], radius


def now_marker(painter: QPainter, x: float, height: float, scale: float, theme: Theme) -> None:
    """The yellow lozenge at the present minute, 5 pixels past both edges."""
    reach, width = 5 * scale, 9 * scale
    with saved(painter):
        painter.setPen(QPen(theme["ink"], 2 * scale))
        painter.setBrush(theme["nyt"])
        painter.drawRoundedRect(QRectF(x - width / 2, -reach, width, height + 2 * reach), width / 2, width / 2)


def _square_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _fade(painter: QPainter, rect: QRectF, done: float, towards: QColor) -> None:
    over = rect.adjusted(-0.5, -0.5, 0.5, 0.5)
    if done < 1:
        over = QRectF(rect.x(), rect.y() - 0.5, rect.width() * done, rect.height() + 1)
        if over.width() <= 1:
            return
    veil = QColor(towards)
    veil.setAlphaF(FADE)
    painter.fillRect(over, veil)


def _fringe(painter: QPainter, layout: RugLayout, colour: QColor) -> None:
    count = max(3, round(layout.height / (5 * layout.scale)))
    step, line = layout.height / count, max(1.25, 1.6 * layout.scale)
    length = layout.fringe - 2 * layout.scale
    for i in range(count):
        y = step * (i + 0.5) - line / 2
        painter.fillRect(QRectF(0, y, length, line), colour)
        painter.fillRect(QRectF(layout.width - layout.fringe, y, length, line), colour)
