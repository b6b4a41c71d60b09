"""Several slides shown in turn, as the pages of one."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.sheet import Canvas, Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Passage, Spoken, spoken


@dataclass(frozen=True)
class Album:
    """To be mixed into a slide, which gives it a name."""

    slides: tuple[Slide, ...]

    @property
    def key(self) -> Hashable:
        return (type(self), tuple(each.key for each in self.slides))

    def pages(self, sheet: Sheet) -> int:
        return sum(each.pages(sheet) for each in self.slides)

    def spoken(self, tr: Translator) -> Spoken:
        """Each slide's title as a heading; what stands around them all is told once."""
        first, *more = [each.spoken(tr) for each in self.slides]
        found: list[Passage] = list(first.passages)
        for each in more:
            found += [Passage((), each.title), *(one for one in each.passages if not (one.quiet and one in found))]
        return spoken(first.title, *found)

    def draw(self, canvas: Canvas, page: int) -> None:
        slide, page = self._at(canvas, page)
        slide.draw(canvas, page)

    def growing(self, sheet: Sheet, page: int) -> list[QRectF]:
        slide, page = self._at(sheet, page)
        return slide.growing(sheet, page)

    def _at(self, sheet: Sheet, page: int) -> tuple[Slide, int]:
        """The slide of a page, and which of its own pages that is."""
        for each in self.slides:
            count = each.pages(sheet)
            if page < count:
                return each, page
            page -= count
        raise IndexError(page)
