"""What is on or off: check boxes, radio buttons and switches.

All are painted subclasses of the Qt button that behaves the same, so that their role and state reach screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def hover_repaints(button: QAbstractButton) -> None:
    """Makes a painted button repaint when the pointer comes and goes."""
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


class CheckBox(QCheckBox):
    """A square box with a check mark; its words wrap nowhere, so keep them short or use a Label beside it."""

    def __init__(self, look: Look, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look = look
        self.setProperty("ring_radius", 4)
        hover_repaints(self)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return _marked_size(self.look, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = QPainter(self), self.look.theme, self.look.px(20)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        on, able = self.isChecked(), self.isEnabled()
        dashed = self.look.is_dashed(able)
        edge = "kuusi" if able and (on or self.underMouse()) else "edge" if able or on or dashed else "line"
        fill = edge if on and not dashed else "surface" if able else "well"
        paint.frame(painter, box, 4, theme[fill], theme[edge], 2, dashed)
        if on:
            tick = "on-kuusi" if able else edge if dashed else "surface"
            paint_icon(painter, box.adjusted(3, 3, -3, -3), "check", theme[tick])
        _paint_words(painter, self, self.look)


class RadioButton(QRadioButton):
    """A round mark of which one in a group is on."""

    def __init__(self, look: Look, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look = look
        self.setProperty("ring_radius", 6)
        hover_repaints(self)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return _marked_size(self.look, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = QPainter(self), self.look.theme, self.look.px(20)
        ring = QRectF(0, (self.height() - side) / 2, side, side)
        on, able = self.isChecked(), self.isEnabled()
        dashed = self.look.is_dashed(able)
        edge = "kuusi" if able and (on or self.underMouse()) else "edge" if able or on or dashed else "line"
        paint.frame(painter, ring, side / 2, theme["surface" if able or dashed else "well"], theme[edge], 2, dashed)
        if on:
            inset = side / 4
            paint.frame(painter, ring.adjusted(inset, inset, -inset, -inset), side / 4, theme[edge])
        _paint_words(painter, self, self.look)


class Switch(QCheckBox):
    """An on/off switch with its words: beside it on the left (`words_first`, spread wide) or on the right."""

    def __init__(self, look: Look, words: str, words_first: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look, self._words_first = look, words_first
        self.setProperty("ring_radius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        hover_repaints(self)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        px = self.look.px
        words = QFontMetricsF(self.look.sans(16)).horizontalAdvance(self.text())
        return QSize(int(words + px(54) + 1), px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        width, height = float(px(44)), float(px(24))
        top = (self.height() - height) / 2
        left = self.width() - width if self._words_first else 0.0
        self._paint_track(painter, QRectF(left, top, width, height))
        start = 0.0 if self._words_first else width + px(10)
        room = QRectF(start, 0, self.width() - width - px(10), self.height())
        ink = theme["ink" if self.isEnabled() else "edge"]
        paint.text(painter, room, self.text(), self.look.sans(16), ink, _MIDDLE, mnemonic_of(self))

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        theme, px, on = self.look.theme, self.look.px, self.isChecked()
        radius = track.height() / 2
        accent, dashed = "kuusi" if self.isEnabled() else "edge", self.look.is_dashed(self.isEnabled())
        if on and not dashed:
            fill = "kuusi-hover" if self.isEnabled() and self.underMouse() else accent
            paint.frame(painter, track, radius, theme[fill])
        else:
            fill = "kuusi-tint" if self.isEnabled() and self.underMouse() else "surface"
            paint.frame(painter, track, radius, theme[fill], theme["edge"], 2, dashed)
        knob = px(18 if on else 14) / 2
        inset = px(3) if on else px(5)
        x = track.right() - inset - knob if on else track.left() + inset + knob
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["surface" if on and not dashed else "edge"])
        painter.drawEllipse(QPointF(x, track.center().y()), knob, knob)


def _marked_size(look: Look, words: str) -> QSize:
    width = QFontMetricsF(look.sans(16)).horizontalAdvance(words) + look.px(9) if words else 0.0
    return QSize(int(look.px(20) + width + 1), look.px(34 if words else 24))


def _paint_words(painter: QPainter, button: QAbstractButton, look: Look) -> None:
    start = look.px(20) + look.px(9)
    room = QRectF(start, 0, button.width() - start, button.height())
    ink = look.theme["ink" if button.isEnabled() else "edge"]
    paint.text(painter, room, button.text(), look.sans(16), ink, _MIDDLE)
