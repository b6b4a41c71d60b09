"""Small pictures of counts: who has spoken as chairs, speaking time as a bar, points as dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.theme import Theme

MOST_DOTS = 30


class SeatRow(QWidget):
    """Who has spoken, as a row of chairs: filled = has spoken. For the facilitator only."""

    SEAT, GAP = 11, 3

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._spoken, self._total = look, 0, 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.refresh)

    def set_seats(self, spoken: int, total: int) -> None:
        """`spoken` of `total` have spoken."""
        self._spoken, self._total = spoken, max(total, spoken)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Tells and paints again."""
        spoken, rest = self._spoken, self._total - self._spoken
        told = self.look.tr.n("{n} on puhunut, {rest} ei vielä", "{n} on puhunut, {rest} ei vielä", spoken, rest=rest)
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def _columns(self, width: int) -> int:
        pitch = self.look.px(self.SEAT) + self.GAP
        return max(1, (width + self.GAP) // pitch)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = max(1, -(-self._total // self._columns(width)))
        return rows * (self.look.px(self.SEAT) + self.GAP) - self.GAP

    def sizeHint(self) -> QSize:
        side = self.look.px(self.SEAT) + self.GAP
        return QSize(min(self._total, 30) * side, self.heightForWidth(min(max(1, self._total), 30) * side))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), self.look.px(self.SEAT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = QPainter(self), self.look.theme, self.look.px(self.SEAT)
        columns = self._columns(self.width())
        for seat in range(self._total):
            row, column = divmod(seat, columns)
            rect = QRectF(column * (side + self.GAP), row * (side + self.GAP), side, side)
            done = seat < self._spoken
            paint.frame(painter, rect, 3, theme["kuusi"] if done else None, theme["kuusi" if done else "edge"], 1.5)


def paint_speaking_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme, border: float = 1.5) -> None:
    """Used speaking time: yellow up to `share` (0–1), an ink line where it ends, ink frame around."""
    radius = rect.height() / 2
    paint.frame(painter, rect, radius, theme["surface"])
    filled = QRectF(rect.left(), rect.top(), rect.width() * min(1.0, max(0.0, share)), rect.height())
    with paint.saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(paint.bubble_path(rect, radius))
        painter.fillRect(filled, theme["nyt"])
        if 0 < share < 1:
            painter.fillRect(QRectF(filled.right() - border, rect.top(), border, rect.height()), theme["ink"])
    paint.frame(painter, rect, radius, None, theme["ink"], border)


class SpeakingBar(QProgressBar):
    """How much of the speaking time is used; a progress bar for screen readers."""

    def __init__(self, look: Look, height: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._height = look, height
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(look.tr("Puheaikaa käytetty"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        look.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """`share` 0–1; more than 1 is shown full."""
        if round(share * 400) != round(self._share * 400):
            self._share = share
            self.setValue(round(min(1.0, max(0.0, share)) * 100))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        height = min(float(self._height), rect.height())
        middle = QRectF(0, (rect.height() - height) / 2, rect.width(), height)
        paint_speaking_bar(QPainter(self), middle, self._share, self.look.theme)


def paint_dots(
    painter: QPainter, rect: QRectF, points: int, most: int, filled: bool, colour: QColor, size: float, gap: float
) -> None:
    """One dot per point from the left; past 30 (or too narrow) a plain bar whose full width is `most` points."""
    with paint.saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(1.0, size * 2 / 15)
        needed = most * (size + gap) - gap
        middle = rect.center().y()
        painter.setPen(QPen(colour, line))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        if most > MOST_DOTS or needed > rect.width():
            if points > 0:
                width = max(size, rect.width() * points / max(1, most))
                bar = QRectF(rect.left(), middle - size / 2, width, size).adjusted(line / 2, line / 2, -line / 2, -line / 2)
                painter.drawRoundedRect(bar, 3, 3)
            return
        radius = (size - line) / 2
        for point in range(points):
            painter.drawEllipse(QPointF(rect.left() + point * (size + gap) + size / 2, middle), radius, radius)


class DotsRow(QWidget):
    """The points of one candidate as dots; filled = goes on. The number beside it is the builder's own label."""

    def __init__(self, look: Look, size: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._size, self._points, self._most, self._filled = look, size, 0, 1, True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def set_points(self, points: int, most: int, filled: bool) -> None:
        """`points` of this one; `most` = the most any of them has, so that bars compare."""
        self._points, self._most, self._filled = points, max(most, points, 1), filled
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Tells and paints again."""
        self.setAccessibleName(self.look.tr.n("{n} piste", "{n} pistettä", self._points))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = self.look.px(self._size)
        return QSize(min(self._most, MOST_DOTS) * (size + 4), size + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), self.look.px(self._size) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        size, colour = float(self.look.px(self._size)), self.look.theme["kuusi"]
        paint_dots(QPainter(self), QRectF(self.rect()), self._points, self._most, self._filled, colour, size, 4)


class BarRow(QWidget):
    """A plain bar for one answer of a survey: `share` 0–1 of the width, with `words` to its right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._share, self._words = look, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_bar(self, share: float, words: str) -> None:
        """How long the bar is, and what stands after it (the number)."""
        self._share, self._words = min(1.0, max(0.0, share)), words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.look.px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), self.look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, font = QPainter(self), self.look.theme, self.look.sans(15, True)
        words = QFontMetricsF(font).horizontalAdvance(self._words) + self.look.px(8)
        width = max(2.0, (self.width() - words) * self._share)
        bar = QRectF(0, self.height() / 2 - self.look.px(7), width, self.look.px(14))
        paint.frame(painter, bar, 3, theme["kuusi"])
        room = QRectF(width + self.look.px(8), 0, words + 2, self.height())
        paint.text(painter, room, self._words, font, theme["ink"], Qt.AlignmentFlag.AlignVCenter)
