"""Counts as rows: a name, dots or a bar, the number, and what follows from it. For votes and surveys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.shares import MOST_DOTS, paint_dots
from fasilitaattori.kit.slides.around import FOOT, TITLE, Around, Aside, Foot, Head, Surround
from fasilitaattori.kit.slides.sheet import ENDLESS, RIGHT, WIDEST_PLACE, Canvas, Sheet, Tag, best, place_of, reading_width
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, evened, set_words, strong

NAME = Style(50, leading=1.15)
NUMBER = Style(66, serif=True, bold=True, leading=1.0)
DOT, DOT_GAP = 34.0, 7.0
GAP, MARK_GAP = 28.0, 36.0
"""Before the dots or the bar, and before the tag."""

LEAST, MOST = 92.0, 150.0
"""Heights of a row with a name of one line."""
Mark = Literal["", "on", "tied"]


@dataclass(frozen=True, slots=True)
class Row:
    """`lead` is a step of a scale ("5"), `points` the number, `mark` whether it goes on, `filled` how it is painted."""

    words: str
    points: int
    lead: str = ""
    mark: Mark = ""
    filled: bool = False

    def told(self, tr: Translator) -> str:
        """In one line: "Kylän olohuone: 12, jatkoon"."""
        words = tr("{what}: {n}", what=f"{self.lead} {self.words}".strip(), n=self.points)
        mark = {"on": tr("jatkoon"), "tied": tr("tasan")}.get(self.mark, "")
        return f"{words}, {mark}" if mark else words


def _style(row: Row, size: int) -> Style:
    return Style(size, bold=row.filled, leading=NAME.leading)


def evenly(heights: Sequence[float], room: float) -> list[list[int]]:
    """Deals things one under another to as few pages as they need, and to each nearly as many: indexes, page by page."""
    fewest = deal(heights, room, len(heights))
    most = -(-len(heights) // len(fewest))
    even = deal(heights, room, most)
    return even if len(even) == len(fewest) else fewest


def deal(heights: Sequence[float], room: float, most: int) -> list[list[int]]:
    """Deals things one under another, at most so many to a page: indexes, page by page. At least one page."""
    pages: list[list[int]] = [[]]
    left = room
    for index, height in enumerate(heights):
        if pages[-1] and (height > left + 0.5 or len(pages[-1]) >= most):
            pages.append([])
            left = room
        pages[-1].append(index)
        left -= height
    return pages


class Rows:
    """Rows laid out into a box, in as many pages as they need. `dots` = a dot for each point where they fit, else bars."""

    def __init__(self, sheet: Sheet, box: QRectF, rows: tuple[Row, ...], dots: bool) -> None:
        self.sheet, self.box, self.dots = sheet, box, dots
        self.most = max((row.points for row in rows), default=0)
        self.number = reading_width("8" * len(str(self.most)), NUMBER) + 20
        self.mark = max((tag.width for row in rows if (tag := self.tag(row)) is not None), default=0.0)
        self.lead = 84.0 if any(row.lead for row in rows) else 0.0
        taken = self.lead + self.number + (self.mark + MARK_GAP if self.mark else 0.0)
        room = box.width() - taken
        widest = max((set_words(row.words, _style(row, 44), ENDLESS).widest for row in rows), default=0.0)
        limit = room * 0.55 if sheet.narrow else min(room * 0.55, sheet.width * 0.33)
        if dots and self.most <= MOST_DOTS:  # few dots leave room for longer names
            limit = max(limit, room - GAP - max(4, self.most) * (DOT + DOT_GAP))
        self.merged = sheet.narrow and widest > limit
        self.name = room if self.merged else min(limit, max(1.0, widest * 50 / 44 + 2))
        self.size = 50 if widest * 50 / 44 <= self.name or self.merged else 44
        self.graph = room if self.merged else room - self.name - GAP
        self.pages = self._pages(rows)

    def tag(self, row: Row) -> Tag | None:
        """What the row's mark says."""
        if row.mark == "on":
            return Tag(self.sheet.tr("jatkoon"), "check", "kuusi", "on-kuusi")
        if row.mark == "tied":
            return Tag(self.sheet.tr("tasan"), "scales", None, "ink", "edge")
        return None

    def _pages(self, rows: tuple[Row, ...]) -> list[list[tuple[Row, Setting, float]]]:
        placed: list[tuple[Row, Setting, float]] = []
        for row in rows:
            name = best(row.words, _style(row, 50), self.name, NAME.line * 2, (self.size, 44))
            graph = DOT + 12 if self.merged else 0.0
            placed.append((row, name, max(LEAST, (name.height if row.words else 0.0) + graph + 20)))
        pages = evenly([height for _, _, height in placed], self.box.height())
        return [self._stretched([placed[index] for index in page]) for page in pages]

    def _stretched(self, page: list[tuple[Row, Setting, float]]) -> list[tuple[Row, Setting, float]]:
        """The rows of a page with the room that is left shared out, up to a comfortable height."""
        spare = (self.box.height() - sum(height for _, _, height in page)) / max(1, len(page))
        more = max(0.0, min(spare, (MOST - LEAST) * self.sheet.tall))
        return [(row, name, height + more) for row, name, height in page]

    def draw(self, canvas: Canvas, page: int) -> None:
        """Paint a page."""
        y = self.box.top()
        for row, name, height in self.pages[page]:
            canvas.rule(self.box.left(), y, self.box.width())
            self._row(canvas, QRectF(self.box.left(), y, self.box.width(), height), row, name)
            y += height

    def graphs(self, page: int) -> list[QRectF]:
        """The boxes of the dots or bars on a page."""
        boxes, y = [], self.box.top()
        for row, name, height in self.pages[page]:
            boxes.append(self._graph(QRectF(self.box.left(), y, self.box.width(), height), row, name))
            y += height
        return boxes

    def _graph(self, box: QRectF, row: Row, name: Setting) -> QRectF:
        x, middle = box.left() + (self.lead if row.lead else 0.0), box.center().y()
        if not self.merged:
            return QRectF(x + self.name + GAP, middle - DOT / 2, self.graph, DOT)
        return QRectF(x, middle + self._together(row, name) / 2 - DOT, self.graph, DOT)

    @staticmethod
    def _together(row: Row, name: Setting) -> float:
        """Height of a name with its graph under it."""
        return (name.height + 12 if row.words else 0.0) + DOT

    def _row(self, canvas: Canvas, box: QRectF, row: Row, name: Setting) -> None:
        x, middle = box.left(), box.center().y()
        if row.lead:
            canvas.reading(QRectF(x, box.top(), 56, box.height()), row.lead, NUMBER, "kuusi", align=0.0)
            x += self.lead
        canvas.put(name, x, middle - (self._together(row, name) if self.merged and row.points else name.height) / 2)
        self._points(canvas, self._graph(box, row, name), row)
        right = box.right() - (self.mark + MARK_GAP if self.mark else 0.0)
        canvas.reading(QRectF(right - self.number, box.top(), self.number, box.height()), str(row.points), NUMBER, align=RIGHT)
        tag = self.tag(row)
        if tag is not None:
            tag.draw(canvas, box.right() - tag.width, middle)

    def _points(self, canvas: Canvas, box: QRectF, row: Row) -> None:
        pitch = min(DOT + DOT_GAP, box.width() / max(1, self.most)) if self.dots and self.most <= MOST_DOTS else DOT + DOT_GAP
        size = pitch * DOT / (DOT + DOT_GAP)
        most = self.most if self.dots else max(self.most, MOST_DOTS + 1)
        if self.dots:
            paint_dots(canvas.painter, box, row.points, most, row.filled, canvas.theme["kuusi"], size, pitch - size - 1e-6)
        else:
            bar = QRectF(box.left(), box.top(), box.width() * row.points / max(1, self.most), box.height())
            if row.points:
                canvas.frame(bar, 6, "kuusi" if row.filled else None, "kuusi", 4)


@dataclass(frozen=True, slots=True)
class Told:
    """What a slide of rows says in words: `note` how many took part, `foot` what follows ("" = the next step)."""

    title: str
    note: str = ""
    foot: str = ""
    icon: str = ""


@dataclass(frozen=True)
class RowsSlide(Slide):
    """Counted rows. Subclasses say in `told` what they are about."""

    NAME: ClassVar[str] = N_("tulokset")

    around: Around
    rows: tuple[Row, ...]
    dots: bool

    @abstractmethod
    def told(self, tr: Translator) -> Told:
        """The words around the rows."""

    @property
    def key(self) -> Hashable:
        return (type(self), self.rows)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[2].pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, under, rows = self._plan(canvas)
        pages = len(rows.pages)
        surround.foot = self._foot(canvas, place_of(page, pages))
        surround.draw(canvas)
        if under is not None:
            canvas.put(under, surround.main.left(), surround.main.top() - 20)
        rows.draw(canvas, page)

    def growing(self, sheet: Sheet, page: int) -> list[QRectF]:
        return self._plan(sheet)[2].graphs(page)

    def spoken(self, tr: Translator) -> Spoken:
        told = self.told(tr)
        rows = listing(row.told(tr) for row in self.rows)
        after = passage(self.around.next_words(tr), quiet=True)
        return spoken(told.title, passage(told.note), rows, passage(told.foot) if told.foot else after)

    def _foot(self, sheet: Sheet, where: str = "") -> Foot:
        told = self.told(sheet.tr)
        words = told.foot or self.around.next_words(sheet.tr)
        return self.around.foot(sheet, words, told.icon, strong(where) if where else "")

    def _plan(self, sheet: Sheet) -> tuple[Surround, Setting | None, Rows]:
        told = self.told(sheet.tr)
        note = Aside(told.note) if told.note else None
        fits = note is not None and set_words(told.title, TITLE, ENDLESS).widest + note.width + 40 <= sheet.safe.width()
        head = Head(sheet, told.title, note if fits else None)
        surround = Surround(sheet, head, self._foot(sheet, WIDEST_PLACE))
        under = None if fits or not told.note else evened(set_words(told.note, FOOT, sheet.safe.width()))
        box = surround.main.adjusted(0, -10 + (under.height if under is not None else 0.0), 0, 8)
        return surround, under, Rows(sheet, box, self.rows, self.dots)
