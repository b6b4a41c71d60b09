"""A wall of notes laid out in columns and pages: one even grid at first, under their themes when there are themes."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, overload

from PySide6.QtCore import QRectF, QSizeF

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.notes import COLUMN_GAP, GAP, Grid, Note, Pages, Placed, Stack, colours, draw_notes
from fasilitaattori.kit.slides.sheet import RIGHT, Canvas, Sheet
from fasilitaattori.kit.slides.spoken import Passage, listing
from fasilitaattori.kit.slides.words import Style, language_now, set_words

THEME = Style(44, serif=True, leading=1.15)
COLUMNS, COLUMNS_NARROW = 4, 3
EVEN = ((56, 2), (46, 3), (36, COLUMNS))
EVEN_NARROW = ((52, 2), (36, COLUMNS_NARROW))
"""(size of the words, columns) of the grid without themes: the first at which all notes fit on a page, else the last."""

COUNT = 84.0
"""Room for the number of notes at the end of a theme's name."""


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
    """A page of a wall; `head` is the height of the themes' names (0 = none)."""

    grid: Grid
    head: float
    columns: list[Column]


class _Section(Protocol):
    """Some of the pages of a wall. They are made when they are looked at: a hall sees one page and turns many."""

    def count(self) -> int: ...
    def page(self, number: int) -> WallPage: ...


@dataclass(frozen=True, slots=True)
class _Even:
    """Pages of one grid without themes."""

    grid: Grid
    group: Group
    pages: Pages

    def count(self) -> int:
        return len(self.pages)

    def page(self, number: int) -> WallPage:
        return WallPage(self.grid, 0.0, [Column(self.group, True, column) for column in self.pages[number]])


@dataclass(frozen=True, slots=True)
class _Together:
    """One page with some themes side by side."""

    whole: WallPage

    def count(self) -> int:
        return 1

    def page(self, number: int) -> WallPage:
        return self.whole


@dataclass(frozen=True, slots=True)
class _Stacked:
    """Pages of `limit` columns, in which themes follow one another."""

    grid: Grid
    head: float
    limit: int
    stacks: list[tuple[Group, list[Stack]]]

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
        return WallPage(self.grid, self.head, columns)


class WallPages(Sequence[WallPage]):
    """The pages of a wall."""

    def __init__(self, sections: Sequence[_Section]) -> None:
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


_Asked = tuple[str, bool, bool, float, float, tuple[Group, ...]]
_latest: deque[tuple[_Asked, WallPages]] = deque(maxlen=8)
"""Walls lately laid. They are found by comparing, not by hashing: notes that are the same objects compare in no time."""


def draw_wall(canvas: Canvas, page: WallPage, left: float, top: float, marked: AbstractSet[str] = frozenset()) -> None:
    """Paints a page of the wall with its top left at `left`, `top`; `marked` are the ids of the notes that have just come."""
    for place, column in enumerate(page.columns):
        x = left + place * (page.grid.width + COLUMN_GAP)
        if page.head and column.first:
            span = _span(page.columns, place)
            _draw_theme(canvas, column.group, QRectF(x, top, _width(page.grid, span), page.head))
        draw_notes(canvas, page.grid, column.placed, x, top + (page.head + GAP if page.head else 0.0), marked)


def _draw_theme(canvas: Canvas, group: Group, box: QRectF) -> None:
    colour = colours(canvas.theme, Note("", "", group.index))[1]
    canvas.painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), colour)
    count = set_words(str(len(group.notes)), THEME, box.width())
    name = set_words(group.name, THEME, box.width() - COUNT)
    canvas.put(name, box.left(), box.bottom() - 8 - name.height)
    canvas.put(count, box.left(), box.bottom() - 8 - count.height, align=RIGHT, room=box.width())


def lay_wall(sheet: Sheet, groups: tuple[Group, ...], width: float, height: float) -> WallPages:
    """Lays the groups into pages of columns. Before there are themes everything lies in one even grid, in larger words while
    there is little; themes stand side by side, stay whole on a page where they can, and the pages are evenly full."""
    named = tuple(group if group.name else Group(sheet.tr("Ilman teemaa"), -1, group.notes) for group in groups)
    even = len(groups) == 1 and not groups[0].name
    asked = (language_now(), even, sheet.narrow, round(width, 3), round(height, 3), groups if even else named)
    found = next((pages for known, pages in _latest if known == asked), None)
    if found is None:
        found = _laid(asked)
        _latest.appendleft((asked, found))
    return found


def _laid(asked: _Asked) -> WallPages:
    _, even, narrow, width, height, groups = asked
    box = QSizeF(width, height)
    if even:
        return WallPages([_even_grid(groups[0], box, EVEN_NARROW if narrow else EVEN)])
    most = COLUMNS_NARROW if narrow else COLUMNS
    together = _side_by_side(groups, box, most)
    if together is not None:
        return WallPages([_Together(together)])
    fewest = WallPages(_themed(groups, box, most))
    for limit in range(1, most):
        pages = WallPages(_themed(groups, box, limit))
        if len(pages) <= len(fewest):
            return pages
    return fewest


def _even_grid(group: Group, box: QSizeF, steps: Sequence[tuple[int, int]]) -> _Even:
    *larger, (least, most) = steps
    for size, columns in larger:
        grid = Grid.of(_column(box, columns), box.height(), size)
        if len(group.notes) > columns * grid.rows:
            continue  # they cannot fit: a thousand notes are not measured in vain
        pages = grid.spread(group.notes, columns)
        if len(pages) == 1 and not any(placed.words.broken for column in pages[0] for placed in column):
            return _Even(grid, group, pages)
    grid = Grid.of(_column(box, most), box.height(), least)
    return _Even(grid, group, grid.spread(group.notes, most))


def _side_by_side(groups: Sequence[Group], box: QSizeF, columns: int) -> WallPage | None:
    """All of these groups on one page, each in as many columns as the others; None if they do not fit so."""
    each = columns // len(groups)
    if not each:
        return None
    grid, head = _grid(groups, box, each * len(groups), each)
    if any(len(group.notes) > each * grid.rows for group in groups):
        return None
    spread = [(group, grid.spread(group.notes, each)) for group in groups]
    if any(len(pages) > 1 for _, pages in spread):
        return None
    return WallPage(grid, head, [Column(group, not i, column) for group, pages in spread for i, column in enumerate(pages[0])])


def _themed(groups: tuple[Group, ...], box: QSizeF, limit: int) -> list[_Section]:
    """Pages of at most so many columns: as many groups on each as fit, one that is too large for a page on several."""
    sections: list[_Section] = []
    at = 0
    while at < len(groups):
        take = 1
        while at + take < len(groups) and _needs(groups[at : at + take + 1], box, limit) <= limit:
            take += 1
        some = groups[at : at + take]
        together = _side_by_side(some, box, limit)
        if together is not None:
            sections.append(_Together(together))
        else:
            grid, head = _grid(some, box, limit)
            sections.append(_Stacked(grid, head, limit, [(group, grid.stacked(group.notes)) for group in some]))
        at += take
    return sections


def _needs(groups: Sequence[Group], box: QSizeF, columns: int) -> int:
    """How many columns these groups need one after another."""
    grid, _ = _grid(groups, box, columns)
    return sum(len(grid.stacked(group.notes)) for group in groups)


def _grid(groups: Sequence[Group], box: QSizeF, columns: int, each: int = 1) -> tuple[Grid, float]:
    """The grid under the names of the groups, and how high the highest of the names is. `each` columns belong to a group."""
    width = _column(box, columns)
    room = each * width + (each - 1) * COLUMN_GAP - COUNT
    names = [set_words(group.name, THEME, room).height for group in groups]
    head = max(60.0, *(height + 12 for height in names))
    return Grid.of(width, box.height() - head - GAP), head


def _column(box: QSizeF, columns: int) -> float:
    return (box.width() - COLUMN_GAP * (columns - 1)) / columns


def _width(grid: Grid, span: int) -> float:
    return span * grid.width + (span - 1) * COLUMN_GAP


def _span(columns: list[Column], place: int) -> int:
    """How many columns the group at `place` has from there on."""
    end = place + 1
    while end < len(columns) and not columns[end].first:
        end += 1
    return end - place
