"""The quiet slides: the end of the evening, a dimmed screen, nothing open."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.desktop.bigscreen.boards import RUG, draw_boards, rug_on_boards
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.rug import RugStep
from fasilitaattori.kit.slides.sheet import Canvas, Sheet, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, evened, fit, set_words

MARK = 320.0
THANKS = Style(210, serif=True, bold=True, leading=1.06)
THANKS_SIZES = (210, 190, 170, 150, 132, 120, 104, 92)
TITLE = Style(60, serif=True, leading=1.14)
HEADING = Style(64, serif=True, leading=1.15)
NAME = Style(46, leading=1.2)
FACT = Style(60, bold=True, leading=1.2)
FACT_SIZES = (60, 52, 48, 44)
LEFT = 0.42
BANNER = 300.0
"""Height of the boards where they stand over the facts."""

BETWEEN, MOST_BETWEEN = 30.0, 90.0
"""Space over the name of a fact, and what it may grow to where there is room."""

Facts = list[tuple[Setting, float]]
"""(words, space above): names of the facts and the facts."""


@dataclass(frozen=True)
class DarkSlide(Slide):
    """Boards with the mark, so that nobody thinks the lamp broke."""

    NAME: ClassVar[str] = N_("pimennetty")

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(tr("Valkokangas on pimennetty"))

    def draw(self, canvas: Canvas, page: int) -> None:
        draw_boards(canvas, canvas.whole)
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
        draw_boards(canvas, wall)
        safe = canvas.safe
        left = QRectF(safe.left(), 64, wall.right() - safe.left() - 60, wall.height() - 64 - 60)
        if not self.known:
            left.setWidth(safe.width())
        self._thanks(canvas, left, not canvas.narrow or not self.known)
        if self.known:
            box = self._box(canvas)
            heading = best(canvas.tr("Mitä tällä tehdään?"), HEADING, box.width(), HEADING.line, (64, 60))
            y = canvas.put(heading, box.left(), box.top(), tier="A") + 28
            facts = self._facts(canvas)[page]
            spare = box.bottom() - y - _height(facts)
            more = max(0.0, min((MOST_BETWEEN - BETWEEN) * canvas.tall, spare / max(1, sum(above > 0 for _, above in facts))))
            for setting, above in facts:
                y = canvas.put(setting, box.left(), y + above + (more if above else 0.0))

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
            return QRectF(0, 0, sheet.width, BANNER)
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
                rug_on_boards(canvas, self.rug, box)  # ready: in full colours
                box = box.adjusted(0, 0, 0, -RUG - 30)
        if not tall:
            self._thanks_beside(canvas, box)
            return
        title = best(self.title, TITLE, box.width(), box.height() * 0.6, (60,)) if self.title else None
        under = title.height + 20 if title is not None else 0.0
        thanks = best(canvas.tr("Kiitos"), THANKS, box.width(), max(100.0, box.height() - under), THANKS_SIZES, 1)
        y = box.top() + max(0.0, (box.height() - thanks.height - under) / 2)
        y = canvas.put(thanks, box.left(), y, "wall-ink", tier="A")
        if title is not None and y + under <= box.bottom() + 1:
            canvas.put(title, box.left(), y + 20, "wall-ink", tier="A")

    def _thanks_beside(self, canvas: Canvas, box: QRectF) -> None:
        """On low boards: thanks at the left, the title at the right where there is room for it."""
        thanks = best(canvas.tr("Kiitos"), THANKS, box.width(), box.height(), THANKS_SIZES, 1)
        canvas.put(thanks, box.left(), box.center().y() - thanks.height / 2, "wall-ink", tier="A")
        left = box.left() + thanks.widest + 70
        room = canvas.safe.right() - left
        title = fit(self.title, TITLE, room, box.height(), (60,)) if self.title and room > 0 else None
        if title is not None and not title.broken:
            canvas.put(title, left, box.center().y() - title.height / 2, "wall-ink", tier="A")

    def _facts(self, sheet: Sheet) -> list[Facts]:
        """All facts on a page, as large as they fit; else in pages."""
        box, known = self._box(sheet), self._known(sheet.tr)
        room = box.height() - HEADING.line - 28
        for size in FACT_SIZES:
            facts = _set_facts(known, box.width(), (size,), room)
            if _height(facts) <= room and not any(setting.broken for setting, _ in facts):
                return [facts]
        pages: list[Facts] = []
        for one in known:
            pair = _set_facts([one], box.width(), FACT_SIZES, room)
            if pages and _height(pages[-1]) + BETWEEN + _height(pair) <= room:
                pages[-1] += [(pair[0][0], BETWEEN), *pair[1:]]
            else:
                pages.append(pair)
        return pages


def _set_facts(known: Iterable[tuple[str, str]], width: float, sizes: tuple[int, ...], room: float) -> Facts:
    """Each name with its fact under it, the first without space above."""
    facts: Facts = []
    for name, fact in known:
        first = evened(set_words(name, NAME, width))
        second = best(fact, FACT, width, room - first.height, sizes)
        facts += [(first, BETWEEN if facts else 0.0), (second, 0.0)]
    return facts


def _height(facts: Facts) -> float:
    return sum(setting.height + above for setting, above in facts)
