"""The chair ring as a widget with the clock reading inside, and big countdown digits."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ring import RingState, clock_text, paint_ring, ring_shape, seat_states

_SPOKEN_MINUTES = (5, 1, 0)
_ABOVE = 0.14  # how much of the height of digits is air over them


class ChairRing(QProgressBar):
    """The timer of a step. It has no clock of its own: give it `set_time` as often as you like.

    It repaints only when the reading (a whole second) changes, and for screen readers it is a
    progress bar that speaks by itself at 5, 1 and 0 minutes left only.
    """

    def __init__(self, look: Look, size: int = 212, digits: int = 43, dim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._size, self._digits, self._dim = look, size, digits, dim
        self._total, self._left = 60.0, 60.0
        self._state: RingState = "waits"
        self._caption, self._shown = "", ""
        self._spoken: int | None = None
        self.setTextVisible(False)
        self.setRange(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def set_size(self, size: int, digits: int) -> None:
        """Becomes smaller or larger (212/43 on the console, 150/32 when the window is low)."""
        self._size, self._digits = size, digits
        self.refresh()

    def set_time(self, total: float, left: float, state: RingState, caption: str = "") -> None:
        """`total` and `left` in seconds (`left` negative = overtime); `caption` under the digits."""
        reading = clock_text(left)
        unchanged = (reading, state, caption, total) == (self._shown, self._state, self._caption, self._total)
        self._left = left
        if unchanged:
            return
        self._total, self._state, self._caption, self._shown = total, state, caption, reading
        self._tell()
        self.update()

    def reading(self) -> str:
        """What the digits show, e.g. "19:36" or "+2:10"."""
        return self._shown

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self._shown = self._shown or clock_text(self._left)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # the digits grow with the text, so the ring must too, but not all the way: it has to fit the column
        side = round(self._size * (1 + (self.look.text_scale - 1) * 0.5))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: object) -> None:
        self.setAccessibleName(self.time_in_words())
        self.update()

    def time_in_words(self) -> str:
        """For screen readers: 19 minuuttia 36 sekuntia jäljellä."""
        tr = self.look.tr
        seconds = math.floor(-self._left) if self._left < 0 else math.ceil(self._left)
        minutes = tr.n("{n} minuutti", "{n} minuuttia", seconds // 60)
        rest = tr.n("{n} sekunti", "{n} sekuntia", seconds % 60)
        if self._left < 0:
            return tr("{minutes} {seconds} yli ajan", minutes=minutes, seconds=rest)
        if self._state == "paused":
            return tr("{minutes} {seconds} jäljellä, pysäytetty", minutes=minutes, seconds=rest)
        return tr("{minutes} {seconds} jäljellä", minutes=minutes, seconds=rest)

    def _tell(self) -> None:
        minute = math.ceil(self._left / 60) if self._left > 0 else 0
        if minute == self._spoken:
            return
        before, self._spoken = self._spoken, minute
        self.setAccessibleName(self.time_in_words())
        passed = [at for at in _SPOKEN_MINUTES if before is not None and minute <= at < before]
        if not passed and before is not None and minute < before:
            return
        self.setRange(0, max(1, math.ceil(self._total / 60)))
        self.setValue(minute)
        if passed and self._state in ("runs", "over"):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.time_in_words()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, look = QPainter(self), self.look.theme, self.look
        rect = QRectF(self.rect())
        paint_ring(painter, rect, theme, self._total / 60, self._left / 60, self._state, self._dim)
        reading, free = self._shown or clock_text(self._left), self._free_radius()
        caption, below = look.sans(14), QFontMetricsF(look.sans(14)).height() + look.px(4) if self._caption else 0.0
        font = _fitted(
            look.serif(self._digits, bold=True),
            lambda used: paint.digits_width(reading, used) - _chord(free, (0.5 - _ABOVE) * used.pixelSize() + below / 2),
        )
        tall = float(font.pixelSize())
        inside = _chord(free, (tall + below) / 2 - look.px(4))
        caption = _fitted(caption, lambda used: QFontMetricsF(used).horizontalAdvance(self._caption) - inside)
        top = (rect.height() - tall - below) / 2
        ink = theme["puna" if self._left <= -1 else "ink"]
        paint.digits(painter, QRectF(0, top, rect.width(), tall), reading, font, ink)
        if self._caption:
            room = QRectF((rect.width() - inside) / 2, top + tall + look.px(3), inside, below)
            paint.text(painter, room, self._caption, caption, theme["ink2"], Qt.AlignmentFlag.AlignCenter)

    def _free_radius(self) -> float:
        """How far from the middle the chairs begin, with a little air."""
        shape = ring_shape(self.width(), len(seat_states(self._total / 60, self._left / 60)))
        return shape.radius - shape.seat_depth / 2 - self.look.px(3)

    def seats_left(self) -> int:
        """How many chairs are still filled or running."""
        return sum(1 for seat in seat_states(self._total / 60, self._left / 60) if seat != "gone")


def _chord(radius: float, off: float) -> float:
    """How wide a circle is so far off its middle."""
    return 2 * math.sqrt(max(0.0, radius * radius - off * off))


def _fitted(font: QFont, over: Callable[[QFont], float]) -> QFont:
    """The font, made smaller as far as 14 pixels while what is written with it goes over the room inside the chairs."""
    while over(font) > 0 and font.pixelSize() > 14:
        font.setPixelSize(font.pixelSize() - 1)
    return font


class BigDigits(QWidget):
    """A clock reading in fixed digit cells, so that it never jitters. `bold` sets Besley Bold."""

    def __init__(
        self,
        look: Look,
        reading: str = "0:00",
        pixels: int = 27,
        tone: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._reading, self._pixels, self._tone, self._align = look, reading, pixels, tone, align
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(reading)
        look.changed.connect(self.refresh)

    def set_reading(self, reading: str, tone: str = "") -> None:
        """Shows another reading, and another colour if given."""
        if reading == self._reading and tone in ("", self._tone):
            return
        wider = len(reading) != len(self._reading)
        self._reading, self._tone = reading, tone or self._tone
        self.setAccessibleName(reading)
        if wider:
            self.updateGeometry()
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self.look.serif(self._pixels, bold=True)
        return QSize(int(paint.digits_width(self._reading, font) + 2), round(QFontMetricsF(font).height() * 0.8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        font, ink = self.look.serif(self._pixels, bold=True), self.look.theme[self._tone]
        paint.digits(QPainter(self), QRectF(self.rect()), self._reading, font, ink, self._align)
