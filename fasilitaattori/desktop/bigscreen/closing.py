"""The quiet slides: the end of the evening, a dimmed screen, nothing open."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.rug import RugStep, lay_out, paint_rug
from fasilitaattori.kit.slides.sheet import Canvas, Sheet, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, set_words

BOARDS, JOINT = 34.0, 5.0
MARK = 320.0
THANKS = Style(210, serif=True, bold=True, leading=1.06)
THANKS_SIZES = (210, 190, 170, 150, 132, 120, 104, 92)
TITLE = Style(60, serif=True, leading=1.14)
HEADING = Style(64, serif=True, leading=1.15)
NAME = Style(46, leading=1.2)
FACT = Style(60, bold=True, leading=1.2)
FACT_SIZES = (60, 52, 48, 44)
RUG = 44.0
LEFT = 0.42


@dataclass(frozen=True)
class DarkSlide(Slide):
    """Boards with the mark, so that nobody thinks the lamp broke."""

    NAME: ClassVar[str] = N_("pimennetty")

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(tr("Valkokangas on pimennetty"))

    def draw(self, canvas: Canvas, page: int) -> None:
        paint.boards(canvas.painter, canvas.whole, canvas.theme, BOARDS, JOINT)
        centre = canvas.whole.center()
        box = QRectF(centre.x() - MARK / 2, centre.y() - MARK / 2, MARK, MARK)
        paint.mark(canvas.painter, box, canvas.theme, canvas.theme["wall-ink2"])


@dataclass(frozen=True)
class EndSlide(Slide):
    """Thanks, and what happens next as far as it is known: where the material goes, who tells about it, and when."""

    NAME: ClassVar[str] = N_("kiitos")

    title: str
    where: str
    who: str
    when: str
    rug: tuple[RugStep, ...]

    @property
    def key(self) -> Hashable:
        return (type(self), self.where, self.who, self.when)

    @property
    def known(self) -> bool:
        """Is anything known of what happens next?"""
        return bool(self.where or self.who or self.when)

    def pages(self, sheet: Sheet) -> int:
        return len(self._facts(sheet)) if self.known else 1

    def draw(self, canvas: Canvas, page: int) -> None:
        wall = self._wall(canvas)
        paint.boards(canvas.painter, wall, canvas.theme, BOARDS, JOINT)
        safe = canvas.safe
        left = QRectF(safe.left(), 64, wall.right() - safe.left() - 60, wall.height() - 64 - 60)
        if not self.known:
            left.setWidth(safe.width())
        self._thanks(canvas, left, not canvas.narrow or not self.known)
        if self.known:
            box = self._box(canvas)
            heading = best(canvas.tr("Mitä tällä tehdään?"), HEADING, box.width(), HEADING.line, (64, 60))
            y = canvas.put(heading, box.left(), box.top(), tier="A") + 28
            for setting, above in self._facts(canvas)[page]:
                y = canvas.put(setting, box.left(), y + above)

    def spoken(self, tr: Translator) -> Spoken:
        heading = tr("Mitä tällä tehdään?")
        facts = [passage(fact, heading=name) for name, fact in self._known(tr)]
        return spoken(tr("Kiitos"), passage(self.title), passage(heading=heading) if facts else None, *facts)

    def _known(self, tr: Translator) -> list[tuple[str, str]]:
        """(name of a fact, the fact)."""
        facts = (
            (tr("Mihin aineisto menee"), self.where),
            (tr("Kuka kertoo osallistujille"), self.who),
            (tr("Milloin ja missä"), self.when),
        )
        return [(name, fact) for name, fact in facts if fact]

    def _wall(self, sheet: Sheet) -> QRectF:
        if not self.known:
            return QRectF(0, 0, sheet.width, sheet.height)
        if sheet.narrow:
            return QRectF(0, 0, sheet.width, 300)
        return QRectF(0, 0, round(sheet.width * LEFT), sheet.height)

    def _box(self, sheet: Sheet) -> QRectF:
        wall, safe = self._wall(sheet), sheet.safe
        if sheet.narrow:
            return QRectF(safe.left(), wall.bottom() + 36, safe.width(), safe.bottom() - wall.bottom() - 36)
        return QRectF(wall.right() + 70, 60, safe.right() - wall.right() - 70, safe.bottom() - 60)

    def _thanks(self, canvas: Canvas, box: QRectF, tall: bool) -> None:
        """Thanks in the middle of the boards; with the mark over it and the rug under it where there is height for them."""
        if tall:
            paint.mark(canvas.painter, QRectF(box.left() - 8, box.top(), 120, 120), canvas.theme, canvas.theme["wall-ink"])
            box = box.adjusted(0, 150, 0, 0)
            if self.rug:
                layout = lay_out(self.rug, box.width(), RUG, -1, 1.5)  # ready: in full colours
                paint_rug(canvas.painter, QPointF(box.left(), box.bottom() - RUG), layout, canvas.theme, "wall")
                box = box.adjusted(0, 0, 0, -RUG - 30)
        title = best(self.title, TITLE, box.width(), box.height() * 0.6, (60,)) if tall and self.title else None
        under = title.height + 20 if title is not None else 0.0
        thanks = best(canvas.tr("Kiitos"), THANKS, box.width(), max(100.0, box.height() - under), THANKS_SIZES, 1)
        y = box.top() + max(0.0, (box.height() - thanks.height - under) / 2)
        y = canvas.put(thanks, box.left(), y, "wall-ink", tier="A")
        if title is not None and y + under <= box.bottom() + 1:
            canvas.put(title, box.left(), y + 20, "wall-ink", tier="A")

    def _facts(self, sheet: Sheet) -> list[list[tuple[Setting, float]]]:
        """Pages of (words, space above): names of the facts and the facts."""
        box = self._box(sheet)
        room = box.height() - HEADING.line - 28
        pages: list[list[tuple[Setting, float]]] = [[]]
        left = room
        for name, fact in self._known(sheet.tr):
            first = set_words(name, NAME, box.width())
            second = best(fact, FACT, box.width(), room - first.height - 30, FACT_SIZES)
            height = first.height + second.height + 30
            if height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1] += [(first, 30.0 if pages[-1] else 0.0), (second, 0.0)]
            left -= height
        return pages
