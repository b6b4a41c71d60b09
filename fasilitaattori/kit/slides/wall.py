"""A wall of notes as it was laid out (see laying), in columns and pages, and how a page of it is painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, overload

from PySide6.QtCore import QRectF

from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.slides.notes import COLUMN_GAP, GAP, Grid, Note, Pages, Placed, Stack, colours, draw_notes
from fasilitaattori.kit.slides.sheet import ENDLESS, RIGHT, Canvas
from fasilitaattori.kit.slides.spoken import Passage, listing
from fasilitaattori.kit.slides.words import Style, set_words

THEME = Style(44, serif=True, leading=1.15)
MARK, MARK_GAP = 34.0, 12.0
"""A small note before the name of a theme, in its colour, where the names leave room for it."""

COUNT_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Group:
    """A theme and its notes (a `Roll` when there may be many); `index` its colour, -1 and no name for notes without a theme."""

    name: str
    index: int
    notes: Sequence[Note]

    def told(self, tr: Translator, alone: bool) -> Passage:
        """The notes as a list under the theme's name; `alone` = there are no themes yet."""
        name = self.name or ("" if alone else tr("Ilman teemaa"))
        heading = tr("{what}: {n}", what=name, n=len(self.notes)) if name else ""
        return listing((note.told(tr) for note in self.notes), heading)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a page: the group it belongs to, whether it begins the group here, and what stands in it."""

    group: Group
    first: bool
    placed: list[Placed]


@dataclass(frozen=True, slots=True)
class WallPage:
    """A page of a wall; `head` is the height of the themes' names (0 = none), `marked` whether each has its mark."""

    grid: Grid
    head: float
    columns: list[Column]
    marked: bool = True


class Section(Protocol):
    """Some of the pages of a wall. They are made when they are looked at: a hall sees one page and turns many."""

    def count(self) -> int: ...
    def page(self, number: int) -> WallPage: ...


@dataclass(frozen=True, slots=True)
class Even:
    """Pages of one grid without themes."""

    grid: Grid
    group: Group
    pages: Pages

    def count(self) -> int:
        return len(self.pages)

    def page(self, number: int) -> WallPage:
        return WallPage(self.grid, 0.0, [Column(self.group, True, column) for column in self.pages[number]])


@dataclass(frozen=True, slots=True)
class Together:
    """One page with some themes side by side."""

    whole: WallPage

    def count(self) -> int:
        return 1

    def page(self, number: int) -> WallPage:
        return self.whole


@dataclass(frozen=True, slots=True)
class Stacked:
    """Pages of `limit` columns, in which themes follow one another."""

    grid: Grid
    head: float
    limit: int
    stacks: list[tuple[Group, list[Stack]]]
    marked: bool

    def count(self) -> int:
        return -(-sum(len(stacks) for _, stacks in self.stacks) // self.limit)

    def page(self, number: int) -> WallPage:
        begin, end = number * self.limit, (number + 1) * self.limit
        columns: list[Column] = []
        before = 0  # columns of the groups gone through
        for group, stacks in self.stacks:
            here = range(max(begin, before), min(end, before + len(stacks)))
            columns += [Column(group, at in (before, begin), stacks[at - before]) for at in here]
            before += len(stacks)
        return WallPage(self.grid, self.head, columns, self.marked)


class WallPages(Sequence[WallPage]):
    """The pages of a wall."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._ends = list(accumulate(section.count() for section in sections))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> WallPage: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[WallPage]: ...
    def __getitem__(self, number: int | slice) -> WallPage | Sequence[WallPage]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        at = number if number >= 0 else len(self) + number
        if not 0 <= at < len(self):
            raise IndexError(number)
        place = bisect_right(self._ends, at)
        return self._sections[place].page(at - (self._ends[place - 1] if place else 0))


def draw_wall(canvas: Canvas, page: WallPage, left: float, top: float, marked: AbstractSet[str] = frozenset()) -> None:
    """Paints a page of the wall with its top left at `left`, `top`; `marked` are the ids of the notes that have just come."""
    for place, column in enumerate(page.columns):
        x = left + place * (page.grid.width + COLUMN_GAP)
        if page.head and column.first:
            span = _span(page.columns, place)
            _draw_theme(canvas, column.group, QRectF(x, top, _width(page.grid, span), page.head), page.marked)
        draw_notes(canvas, page.grid, column.placed, x, top + (page.head + GAP if page.head else 0.0), marked)


def _draw_theme(canvas: Canvas, group: Group, box: QRectF, marked: bool) -> None:
    fill, colour = colours(canvas.theme, Note("", "", group.index))
    canvas.painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), colour)
    count = set_words(str(len(group.notes)), THEME, ENDLESS)
    name = set_words(group.name, THEME, name_room(group, box.width(), marked))
    left, top = box.left(), box.bottom() - 8 - name.height
    if marked:
        mark = QRectF(left + 1, top + (THEME.line - MARK) / 2 + 2, MARK, MARK)
        paint.folded_note(canvas.painter, mark, fill, colour, behind=canvas.theme["surface"], width=3, fold=14, radius=5)
        left += MARK + MARK_GAP
    canvas.put(name, left, top)
    canvas.put(count, box.left(), box.bottom() - 8 - count.height, align=RIGHT, room=box.width())


def name_room(group: Group, width: float, marked: bool) -> float:
    """Room for the name of a theme whose columns are so wide, between its mark and the number of its notes."""
    count = set_words(str(len(group.notes)), THEME, ENDLESS).widest
    return width - count - COUNT_GAP - (MARK + MARK_GAP if marked else 0.0)


def _width(grid: Grid, span: int) -> float:
    return span * grid.width + (span - 1) * COLUMN_GAP


def _span(columns: list[Column], place: int) -> int:
    """How many columns the group at `place` has from there on."""
    end = place + 1
    while end < len(columns) and not columns[end].first:
        end += 1
    return end - place
