"""Clock times under the rug: the start, now, the end, and as many steps as fit without touching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.look import Look

GAP = 14.0


@dataclass(frozen=True, slots=True)
class Tick:
    """Words under the rug at `x` (pixels); `weight` decides who stays when room is short. `align`: -1 starts at x, 0 is
    centred on it, 1 ends there."""

    x: float
    words: str
    weight: int
    strong: bool = False
    align: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A tick with its place."""

    left: float
    width: float
    tick: Tick


def place(ticks: Sequence[Tick], widths: Sequence[float], room: float, gap: float = GAP) -> list[Placed]:
    """The ticks that fit, heaviest first, from left to right. `widths` of their words in pixels."""
    kept: list[Placed] = []
    for index in sorted(range(len(ticks)), key=lambda i: (-ticks[i].weight, ticks[i].x)):
        tick, width = ticks[index], widths[index]
        left = tick.x - width * (tick.align + 1) / 2
        left = min(max(0.0, left), max(0.0, room - width))
        clear = all(left + width + gap <= other.left or other.left + other.width + gap <= left for other in kept)
        if clear:
            kept.append(Placed(left, width, tick))
    return sorted(kept, key=lambda placed: placed.left)


class RugTicks(QWidget):
    """The line of clock times. It only shows what the rug tells screen readers anyway, so it is silent for them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._ticks: tuple[Tick, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)
        self.refresh()

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        """Shows other times; repaints only when they differ."""
        if tuple(ticks) != self._ticks:
            self._ticks = tuple(ticks)
            self.update()

    def refresh(self) -> None:
        """Measures and paints again."""
        self.setFixedHeight(self.look.px(20))
        self.update()

    def shown(self) -> list[str]:
        """The words that fit now, from left to right."""
        return [placed.tick.words for placed in self._placed()]

    def _placed(self) -> list[Placed]:
        widths = [QFontMetricsF(self.look.sans(14, tick.strong)).horizontalAdvance(tick.words) + 1 for tick in self._ticks]
        return place(self._ticks, widths, float(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        for placed in self._placed():
            rect = QRectF(placed.left, 0, placed.width + 1, self.height())
            font, ink = self.look.sans(14, placed.tick.strong), theme["ink" if placed.tick.strong else "ink2"]
            paint.text(painter, rect, placed.tick.words, font, ink, Qt.AlignmentFlag.AlignVCenter)
