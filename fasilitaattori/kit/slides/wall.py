"""A wall of notes laid out in columns and pages: one even grid at first, under their themes when there are themes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from fasilitaattori.kit.slides.notes import COLUMN_GAP, GAP, Grid, Note, Placed, colours, draw_note
from fasilitaattori.kit.slides.sheet import RIGHT, Canvas, Sheet
from fasilitaattori.kit.slides.words import Style, set_words

THEME = Style(44, serif=True, leading=1.15)
COLUMNS, COLUMNS_NARROW = 4, 3
COUNT = 84.0
"""Room for the number of notes at the end of a theme's name."""


@dataclass(frozen=True, slots=True)
class Group:
    """A theme and its notes; `index` its colour, -1 and no name for notes without a theme."""

    name: str
    index: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a page: the group it belongs to, whether it begins the group here, and what stands in it."""

    group: Group
    first: bool
    placed: list[Placed]


@dataclass(frozen=True, slots=True)
class Wall:
    """The pages of a wall, all with columns of the same grid; `head` is the height of the themes' names (0 = none)."""

    grid: Grid
    head: float
    pages: list[list[Column]]


def draw_wall(canvas: Canvas, columns: list[Column], wall: Wall, left: float, top: float) -> None:
    """Paints a page of the wall with its top left at `left`, `top`."""
    for place, column in enumerate(columns):
        x = left + place * (wall.grid.width + COLUMN_GAP)
        if wall.head and column.first:
            _draw_theme(canvas, column.group, QRectF(x, top, _width(wall.grid, _span(columns, place)), wall.head))
        for placed in column.placed:
            draw_note(canvas, wall.grid, placed, x, top + (wall.head + GAP if wall.head else 0.0))


def _draw_theme(canvas: Canvas, group: Group, box: QRectF) -> None:
    colour = colours(canvas.theme, Note("", "", group.index))[1]
    canvas.painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), colour)
    count = set_words(str(len(group.notes)), THEME, box.width())
    name = set_words(group.name or canvas.tr("Ilman teemaa"), THEME, box.width() - COUNT)
    canvas.put(name, box.left(), box.bottom() - 8 - name.height)
    canvas.put(count, box.left(), box.bottom() - 8 - count.height, align=RIGHT, room=box.width())


def lay_wall(sheet: Sheet, groups: tuple[Group, ...], box: QRectF) -> Wall:
    """Lays the groups into columns and pages. All on one page side by side if they fit; otherwise themes stay whole on a page
    where they can, and the pages are evenly full."""
    most = COLUMNS_NARROW if sheet.narrow else COLUMNS
    if len(groups) == 1 and not groups[0].name:
        grid = Grid.of(_column(box, most), box.height())
        pages = grid.spread(groups[0].notes, most)
        return Wall(grid, 0.0, [[Column(groups[0], True, column) for column in page] for page in pages])
    each = most // len(groups)
    if each:
        grid, head = _grid(sheet, groups, box, each * len(groups), each)
        spread = [(group, grid.spread(group.notes, each)) for group in groups]
        if all(len(pages) == 1 for _, pages in spread):
            page = [Column(group, not i, column) for group, pages in spread for i, column in enumerate(pages[0])]
            return Wall(grid, head, [page])
    grid, head = _grid(sheet, groups, box, most)
    fewest = len(_pages([(group, grid.stacked(group.notes)) for group in groups], most))
    for columns in range(1, most):
        grid, head = _grid(sheet, groups, box, columns)
        pages_now = _pages([(group, grid.stacked(group.notes)) for group in groups], columns)
        if len(pages_now) <= fewest:
            return Wall(grid, head, pages_now)
    grid, head = _grid(sheet, groups, box, most)
    return Wall(grid, head, _pages([(group, grid.stacked(group.notes)) for group in groups], most))


def _grid(sheet: Sheet, groups: tuple[Group, ...], box: QRectF, columns: int, each: int = 1) -> tuple[Grid, float]:
    """The grid under the names of the groups, and how high the highest of the names is. `each` columns belong to a group."""
    width = _column(box, columns)
    room = each * width + (each - 1) * COLUMN_GAP - COUNT
    names = [set_words(group.name or sheet.tr("Ilman teemaa"), THEME, room).height for group in groups]
    head = max(60.0, *(height + 12 for height in names))
    return Grid.of(width, box.height() - head - GAP), head


def _pages(stacks: list[tuple[Group, list[list[Placed]]]], limit: int) -> list[list[Column]]:
    pages: list[list[Column]] = [[]]
    for group, stack in stacks:
        if pages[-1] and len(pages[-1]) + len(stack) > limit:
            pages.append([])
        for index, placed in enumerate(stack):
            if len(pages[-1]) == limit:
                pages.append([])
            first = index == 0 or not pages[-1]
            pages[-1].append(Column(group, first, placed))
    return pages


def _column(box: QRectF, columns: int) -> float:
    return (box.width() - COLUMN_GAP * (columns - 1)) / columns


def _width(grid: Grid, span: int) -> float:
    return span * grid.width + (span - 1) * COLUMN_GAP


def _span(columns: list[Column], place: int) -> int:
    """How many columns the group at `place` has from there on."""
    end = place + 1
    while end < len(columns) and not columns[end].first:
        end += 1
    return end - place
