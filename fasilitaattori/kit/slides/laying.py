"""How a wall of notes is laid out: one even grid at first, under their themes when there are themes.

Themes breathe: while there is little, words are larger and columns wider; a theme that grows gets a second column from the
others, and only then everything is set smaller. The same notes are always laid in the same way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QSizeF

from fasilitaattori.kit.slides.notes import COLUMN_GAP, GAP, Grid, Stack
from fasilitaattori.kit.slides.notetags import SIZE
from fasilitaattori.kit.slides.sheet import Sheet
from fasilitaattori.kit.slides.wall import (
    THEME,
    Column,
    Even,
    Group,
    Section,
    Stacked,
    Together,
    WallPage,
    WallPages,
    name_room,
)
from fasilitaattori.kit.slides.words import Setting, language_now, set_words

COLUMNS, COLUMNS_NARROW = 4, 3
EVEN = ((56, 2), (46, 3), (SIZE, COLUMNS))
EVEN_NARROW = ((52, 2), (SIZE, COLUMNS_NARROW))
"""(size of the words, columns) of the grid without themes: the first at which all notes fit on a page, else the last."""

THEMED = ((44, 3), (SIZE, COLUMNS))
THEMED_NARROW = ((44, 2), (SIZE, COLUMNS_NARROW))
"""(size of the words, most columns) under themes: the first at which all notes fit on a page; else pages of the last."""

FEWEST = 2
"""Columns: words across the whole picture are hard to read."""

HEAD = 60.0

_Asked = tuple[str, bool, bool, float, float, tuple[Group, ...]]
_latest: deque[tuple[_Asked, WallPages]] = deque(maxlen=8)
"""Walls lately laid. They are found by comparing, not by hashing: notes that are the same objects compare in no time."""


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
    steps = THEMED_NARROW if narrow else THEMED
    for size, most in steps:
        page = _on_a_page(groups, box, most, size)
        if page is not None:
            return WallPages([Together(page)])
    pages = _in_pages(groups, box, most)
    full = tuple(group for group in groups if group.notes)
    if full and len(full) < len(groups) and any(_is_bare(page) for page in pages):
        return _laid((*asked[:-1], full))  # nobody waits through a page on which there is nothing but names
    return pages


def _in_pages(groups: tuple[Group, ...], box: QSizeF, most: int) -> WallPages:
    fewest = WallPages(_themed(groups, box, most))
    for limit in range(FEWEST, most):
        pages = WallPages(_themed(groups, box, limit))
        if len(pages) <= len(fewest):
            return pages
    return fewest


def _is_bare(page: WallPage) -> bool:
    return not any(column.placed for column in page.columns)


def _even_grid(group: Group, box: QSizeF, steps: Sequence[tuple[int, int]]) -> Even:
    *larger, (least, most) = steps
    for size, columns in larger:
        grid = Grid.of(_column(box, columns), box.height(), size)
        if len(group.notes) > columns * grid.notes:
            continue  # they cannot fit: a thousand notes are not measured in vain
        pages = grid.spread(group.notes, columns)
        if len(pages) == 1 and not _broken(pages[0]):
            return Even(grid, group, pages)
    grid = Grid.of(_column(box, most), box.height(), least)
    return Even(grid, group, grid.spread(group.notes, most))


def _on_a_page(groups: Sequence[Group], box: QSizeF, most: int, size: int) -> WallPage | None:
    """All of these groups on one page, in as few and as wide columns as they fit into; None if they do not fit."""
    for columns in range(max(FEWEST, len(groups)), most + 1):
        page = _shared(groups, box, columns, size)
        if page is not None:
            return page
    return None


def _shared(groups: Sequence[Group], box: QSizeF, columns: int, size: int) -> WallPage | None:
    """One page of so many columns, of which each group has as many as it needs; those to spare go to where most notes are."""
    grid, _, _ = _grid(groups, box, columns, size)
    if sum(_least(group, grid) for group in groups) > columns:
        return None
    shares = [_share(group, grid, columns) for group in groups]
    if sum(shares) > columns:
        return None
    for _ in range(columns - sum(shares)):
        fullest = max(range(len(groups)), key=lambda at: len(groups[at].notes) / shares[at])
        if len(groups[fullest].notes) > shares[fullest]:
            shares[fullest] += 1
    grid, head, marked = _grid(groups, box, columns, size, shares)
    spread = [(group, grid.spread(group.notes, share)) for group, share in zip(groups, shares, strict=True)]
    if any(len(pages) > 1 or (size > SIZE and _broken(pages[0])) for _, pages in spread):
        return None
    laid = [Column(group, not at, stack) for group, pages in spread for at, stack in enumerate(pages[0])]
    return WallPage(grid, head, laid, marked)


def _least(group: Group, grid: Grid) -> int:
    """Columns without which the notes of a group cannot fit on a page, however short they are."""
    return max(1, -(-len(group.notes) // grid.notes))


def _share(group: Group, grid: Grid, most: int) -> int:
    """How many columns a group needs for a page of its own; more than `most` when those are not enough."""
    shares = range(_least(group, grid), most + 1)
    return next((share for share in shares if len(grid.spread(group.notes, share)) == 1), most + 1)


def _broken(stacks: Sequence[Stack]) -> bool:
    return any(placed.words.broken for stack in stacks for placed in stack)


def _themed(groups: tuple[Group, ...], box: QSizeF, limit: int) -> list[Section]:
    """Pages of at most so many columns: as many groups on each as fit, one that is too large for a page on several."""
    sections: list[Section] = []
    at = 0
    while at < len(groups):
        take = 1
        while at + take < len(groups) and _needs(groups[at : at + take + 1], box, limit) <= limit:
            take += 1
        some = groups[at : at + take]
        page = _on_a_page(some, box, limit, SIZE)
        if page is not None:
            sections.append(Together(page))
        else:
            grid, head, marked = _grid(some, box, limit, SIZE)
            sections.append(Stacked(grid, head, limit, [(group, grid.stacked(group.notes)) for group in some], marked))
        at += take
    return sections


def _needs(groups: Sequence[Group], box: QSizeF, columns: int) -> int:
    """How many columns these groups need one after another."""
    grid, _, _ = _grid(groups, box, columns, SIZE)
    return sum(len(grid.stacked(group.notes)) for group in groups)


def _grid(
    groups: Sequence[Group], box: QSizeF, columns: int, size: int, shares: Sequence[int] | None = None
) -> tuple[Grid, float, bool]:
    """The grid under the names of the groups, how high the highest of the names is, and whether they leave room for marks.
    `shares` are the columns of each group (one each unless given)."""
    width = _column(box, columns)
    rooms = [share * (width + COLUMN_GAP) - COLUMN_GAP for share in shares or [1] * len(groups)]

    def names(marked: bool) -> list[Setting]:
        each = zip(groups, rooms, strict=True)
        return [set_words(group.name, THEME, name_room(group, room, marked)) for group, room in each]

    marked = names(True)
    bare = names(False)
    fits = all(one.count == other.count for one, other in zip(marked, bare, strict=True))
    head = max(HEAD, *(name.height + 12 for name in (marked if fits else bare)))
    return Grid.of(width, box.height() - head - GAP, size), head, fits


def _column(box: QSizeF, columns: int) -> float:
    return (box.width() - COLUMN_GAP * (columns - 1)) / columns
