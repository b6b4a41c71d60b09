"""A slide: plain data, and how it is painted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from typing import ClassVar

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.slides.sheet import Canvas, Sheet, Written, scale_of
from fasilitaattori.kit.slides.spoken import Spoken
from fasilitaattori.kit.slides.words import divided_in
from fasilitaattori.kit.theme import Theme


class Slide(ABC):
    """What the room sees, as frozen data: two equal slides look the same, so an equal one is never painted again.

    Subclasses are frozen dataclasses. `NAME` is what the desk calls it (a msgid).
    """

    NAME: ClassVar[str]
    AT_WORK: ClassVar[bool] = False
    """Do people work while it is up, so that where and on what they do may take turns with it?"""

    @property
    def key(self) -> Hashable:
        """Changes when the room should notice that something came in place of something else (then it fades in)."""
        return type(self)

    def pages(self, sheet: Sheet) -> int:
        """How many pages it takes on a sheet of this shape, words divided as they are now; they are shown in turn."""
        return 1

    def pages_on(self, sheet: Sheet) -> int:
        """How many pages it takes in the language of the sheet."""
        with divided_in(sheet.tr.language):
            return self.pages(sheet)

    @abstractmethod
    def draw(self, canvas: Canvas, page: int) -> None:
        """Paint a page onto the canvas, whose ground is already there."""

    def growing(self, sheet: Sheet, page: int) -> list[QRectF]:
        """The boxes in which bars grow from the left when the page comes up, in u."""
        return []

    @abstractmethod
    def spoken(self, tr: Translator) -> Spoken:
        """The words of all its pages, for those who do not see the picture. Nothing that is not on the picture."""

    def growing_on(self, size: QSizeF, tr: Translator, page: int) -> list[QRectF]:
        """`growing` in a picture of `size`, in its own pixels."""
        scale, sheet = scale_of(size), Sheet.of(size, tr)
        with divided_in(tr.language):
            boxes = self.growing(sheet, page % max(1, self.pages(sheet)))
        return [QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale) for box in boxes]

    def paint(self, painter: QPainter, size: QSizeF, theme: Theme, tr: Translator, page: int = 0) -> list[Written]:
        """Paint a page into a picture of `size` (in the painter's own pixels) from its top left; gives the texts put there."""
        scale = scale_of(size)
        canvas = Canvas(painter, size.width() / scale, size.height() / scale, theme, tr)
        with paint.saved(painter), divided_in(tr.language):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme["surface"])
            painter.scale(scale, scale)
            self.draw(canvas, page % max(1, self.pages(canvas)))
        return canvas.written
