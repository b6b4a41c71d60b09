"""The test picture: is the whole picture on the wall, is it sharp, and does the last row read it?"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.rug import paint_weave
from fasilitaattori.kit.slides.sheet import CENTRE, RIGHT, Canvas, Tier, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Style
from fasilitaattori.kit.theme import MODES

SAMPLES: tuple[tuple[int, bool, Tier], ...] = ((92, True, "A"), (60, True, "A"), (44, False, "B"), (36, False, "C"))
"""(size in u, serif, tier) of the lines to be read from the last row."""

FRAME = N_("Kehyksen kuuluu näkyä kokonaan.")


@dataclass(frozen=True)
class PatternSlide(Slide):
    """`size` is what the picture measures, in words ("1920 × 1080")."""

    NAME: ClassVar[str] = N_("testikuva")

    size: str

    @property
    def key(self) -> Hashable:
        return (type(self),)

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(tr("Testikuva"), passage(self.size, *(_sample(tr, points) for points, _, _ in SAMPLES), tr(FRAME)))

    def draw(self, canvas: Canvas, page: int) -> None:
        self._edges(canvas)
        safe = canvas.safe
        inner = safe.adjusted(40, 30, -40, -30)
        head = QRectF(inner.left(), inner.top(), inner.width(), 84)
        size = canvas.words(head, self.size, Style(60, serif=True, bold=True), align=RIGHT, tier="A")
        head.setRight(inner.right() - size.widest - 40)
        canvas.words(head, canvas.tr("Testikuva"), Style(62, serif=True), sizes=(62, 60), tier="A")
        y = inner.top() + 110
        for points, serif, tier in SAMPLES:
            words = _sample(canvas.tr, points)
            style = Style(points, serif=serif, leading=1.2)
            setting = best(words, style, inner.width(), style.line * 2, (points,))
            y = canvas.put(setting, inner.left(), y, tier=tier) + 16
        self._weaves(canvas, QRectF(inner.left(), inner.bottom() - 240, inner.width(), 150))
        advice = QRectF(inner.left(), inner.bottom() - 66, inner.width(), 66)
        canvas.words(advice, canvas.tr(FRAME), Style(44), align=CENTRE)

    def _edges(self, canvas: Canvas) -> None:
        """The edge of the picture as a frame, the safe area as another, and its corners as marks."""
        canvas.frame(canvas.whole, 0, None, "kuusi", 6)
        canvas.frame(canvas.safe, 0, None, "line", 3)
        size = 90.0
        for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)):
            left = canvas.safe.left() + x * (canvas.safe.width() - size)
            top = canvas.safe.top() + y * (canvas.safe.height() - size)
            self._corner(canvas, QRectF(left, top, size, size), x, y)

    def _corner(self, canvas: Canvas, box: QRectF, x: float, y: float) -> None:
        with paint.saved(canvas.painter):
            pen = QPen(canvas.theme["ink"], 10)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            canvas.painter.setPen(pen)
            across = box.top() if y == 0 else box.bottom()
            down = box.left() if x == 0 else box.right()
            canvas.painter.drawLine(QPointF(box.left(), across), QPointF(box.right(), across))
            canvas.painter.drawLine(QPointF(down, box.top()), QPointF(down, box.bottom()))

    def _weaves(self, canvas: Canvas, box: QRectF) -> None:
        """The seven weaves: can they be told apart with this lamp?"""
        width = (box.width() - 6 * 20) / 7
        for index, mode in enumerate(MODES):
            cell = QRectF(box.left() + index * (width + 20), box.top(), width, box.height())
            paint_weave(canvas.painter, cell, mode, canvas.theme, 2.2)


def _sample(tr: Translator, points: int) -> str:
    if points >= 60:
        return tr("Näkyykö tämä takariviin?")
    if points >= 44:
        return tr("Tämän koon pitää näkyä joka tuolille.")
    return tr("Laput ovat tämän kokoisia: ne luetaan myös ääneen.")
