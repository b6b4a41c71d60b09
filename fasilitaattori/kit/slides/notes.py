"""Paper notes on the big screen: how they lie on a wall of columns, and how one is painted.

The wall is a grid of equal rows, two of which make a note of two lines. A note takes as many rows as its words need, so that
notes stay in line with each other and none is ever made smaller; what does not fit goes to the next page.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.roll import same_until
from fasilitaattori.kit.slides.notetags import APART, SIZE, PlacedTag, beside_lines, in_a_row, in_the_corner, tags_of
from fasilitaattori.kit.slides.sheet import Canvas
from fasilitaattori.kit.slides.words import Setting, Style, language_now, set_words
from fasilitaattori.kit.theme import Theme

LEFT, RIGHT, OVER = 18.0, 34.0, 6.0
BESIDE = 10.0
"""How far a tag may stand outside the room of the words, towards the edge."""

NEW, SAME = 90.0, 190.0
"""Room that the tag of a note needs that has just come, and of one that several have said."""

HANG = 5.0
"""How far under the edge the middle of a tag is that hangs over it: between the words above it and those under it."""

FOLD, RADIUS, BORDER = 29.0, 8.0, 2.5
GAP = 11.0
"""Between a note and the one under it."""

COLUMN_GAP = 26.0
MOST_NOTES = 6
"""In a column."""

LEAST_NOTE = 130.0
"""An upright wall has more notes in a column, each at least about so high."""

LEAST_ROWS = 2
"""Of a note."""

MOST_LAID = 64
REMEMBERED = 16384
"""So many notes' words a grid remembers as set: a wall is laid out again with every note that comes."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the room sees it. `theme` is the index of its theme's colour (-1 = none), `same` how many say the same (1 =
    it alone), `new` whether it has just come."""

    id: str
    words: str
    theme: int = -1
    same: int = 1
    new: bool = False

    def told(self, tr: Translator) -> str:
        """In one line."""
        return f"{self.words} ({tr('{n} samaa', n=self.same)})" if self.same > 1 else self.words


@dataclass(frozen=True, slots=True)
class Placed:
    """A note on the wall: from which row, how many rows, and the part of its words that stands there."""

    note: Note
    words: Setting
    row: int
    rows: int
    last: bool
    """The tags stand on the last part."""


Stack = list[Placed]
"""A column of notes from top to bottom."""

Pages = list[list[Stack]]
Part = tuple[Setting, int]
L = TypeVar("L", list[list[Placed]], list[Placed])


@dataclass(frozen=True, slots=True)
class _Laid(Generic[L]):
    """How notes were last laid, page by page or column by column: `begins[n]` is the note with which `laid[n]` begins (-1 = in
    the middle of one)."""

    notes: Sequence[Note]
    laid: list[L]
    begins: list[int]

    def kept(self, notes: Sequence[Note]) -> tuple[list[L], list[int], int]:
        """What stays as it is when these are the notes, and the note from which on all is laid anew. The last page or column
        never stays: it may get more."""
        same = same_until(self.notes, notes)
        numbers = range(len(self.begins) - 1, 0, -1)
        kept = next((number for number in numbers if 0 <= self.begins[number] < same), 0)
        return self.laid[:kept], self.begins[:kept], self.begins[kept] if kept else 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A column of the wall: its width in u, how many rows it has and how high they are, and the size of the words."""

    width: float
    rows: int
    row: float
    size: int = SIZE
    _parts: dict[tuple[str, bool], list[Part]] = field(default_factory=dict, compare=False, repr=False)
    _spreads: dict[tuple[int, str], _Laid[list[Stack]]] = field(default_factory=dict, compare=False, repr=False)
    _stacks: dict[str, _Laid[Stack]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, width: float, height: float, size: int = SIZE) -> Grid:
        """As many rows as fit, at most those of six notes of two lines (more in an upright picture); they share the height. The
        same measures give the same grid, which remembers what it has laid out."""
        return _grid_of(width, height, size, language_now())

    @property
    def text(self) -> Style:
        """How the words are set."""
        return text_style(self.size)

    @property
    def notes(self) -> int:
        """How many notes a column holds when none of them is long."""
        return self.rows // LEAST_ROWS

    def scaled(self, measure: float) -> float:
        """A measure of the full wall's notes in proportion to the size of these words."""
        return measure * self.size / SIZE

    def span(self, rows: int) -> float:
        """Height of so many rows."""
        return rows * self.row + (rows - 1) * GAP

    def lines(self, rows: int) -> int:
        """How many lines of words so many rows hold."""
        return max(1, int((self.span(rows) - 2 * OVER + 0.5) // self.text.line))

    def rows_for(self, lines: int) -> int:
        """How many rows so many lines need."""
        return next((rows for rows in range(LEAST_ROWS, self.rows + 1) if self.lines(rows) >= lines), self.rows)

    def parts(self, note: Note) -> list[Part]:
        """The note's words in parts that each fit into a column, with the rows they need: one part unless it is very long."""
        key = (note.words, note.same > 1)
        found = self._parts.get(key)
        if found is None:
            if len(self._parts) >= REMEMBERED:
                self._parts.clear()
            found = self._parts[key] = self._measured(note)
        return found

    @property
    def room(self) -> float:
        """Width of the words of a note."""
        return self.width - self.scaled(LEFT + RIGHT)

    def _measured(self, note: Note) -> list[Part]:
        words = self._set(note)
        lines = words.count + (1 if note.same > 1 and self._room_beside(words) < self.scaled(SAME) else 0)
        most = self.lines(self.rows)
        if lines <= most:
            return [(words, self.rows_for(lines))]
        pieces = [words.piece(at, min(words.count, at + most)) for at in range(0, words.count, most)]
        return [(piece, self.rows_for(piece.count)) for piece in pieces]

    def _set(self, note: Note) -> Setting:
        """The words; a line that would leave no room for the tag of a new note becomes two: there is room for them anyway."""
        words = set_words(note.words, self.text, self.room)
        beside = self.width - self.scaled(LEFT + APART + NEW + BESIDE)
        if words.count == 1 and note.same <= 1 and words.widest > beside and self.lines(LEAST_ROWS) > 1:
            divided = set_words(note.words, self.text, beside)
            if divided.count == 2 and not divided.broken:
                return divided
        return words

    def _room_beside(self, words: Setting) -> float:
        return self.room - (words.lines[words.last - 1].width if words.count else 0.0)

    def stacked(self, notes: Sequence[Note]) -> list[Stack]:
        """The notes one under another, in as many columns as they need. At least one column. Columns before the first note that
        is another than last time are taken as they were."""
        if not notes:
            return [[]]
        last = self._stacks.get(notes[0].id)
        columns, begins, first = last.kept(notes) if last is not None else ([], [], 0)
        at = self.rows  # the first note begins a column
        for place in range(first, len(notes)):
            parts = self.parts(notes[place])
            for index, (words, rows) in enumerate(parts):
                if at + rows > self.rows:
                    columns.append([])
                    begins.append(place if index == 0 else -1)
                    at = 0
                columns[-1].append(Placed(notes[place], words, at, rows, index == len(parts) - 1))
                at += rows
        if len(self._stacks) >= MOST_LAID:
            self._stacks.clear()
        self._stacks[notes[0].id] = _Laid(notes, columns, begins)
        return list(columns)

    def spread(self, notes: Sequence[Note], columns: int) -> Pages:
        """The notes over a page of `columns`, each where there is room highest up: pages of columns. At least one page. Pages
        before the first note that is another than last time are taken as they were."""
        if not notes:
            return [[[] for _ in range(columns)]]
        key = (columns, notes[0].id)
        last = self._spreads.get(key)
        pages, begins, first = last.kept(notes) if last is not None else ([], [], 0)
        heights: list[int] = []
        for at in range(first, len(notes)):
            parts = self.parts(notes[at])
            for index, (words, rows) in enumerate(parts):
                best = heights.index(min(heights)) if heights else -1
                if best < 0 or heights[best] + rows > self.rows:
                    pages.append([[] for _ in range(columns)])
                    begins.append(at if index == 0 else -1)
                    heights = [0] * columns
                    best = 0
                pages[-1][best].append(Placed(notes[at], words, heights[best], rows, index == len(parts) - 1))
                heights[best] += rows
        if len(self._spreads) >= MOST_LAID:
            self._spreads.clear()
        self._spreads[key] = _Laid(notes, pages, begins)
        return list(pages)


@lru_cache(maxsize=32)
def _grid_of(width: float, height: float, size: int, language: str) -> Grid:
    """`language` only tells grids apart: words of another are divided in other places."""
    least = 2 * text_style(size).line + 2 * OVER
    most = max(MOST_NOTES, round(height / LEAST_NOTE))
    rows = LEAST_ROWS * max(1, min(most, int((height + GAP + 0.5) // (least + GAP))))
    return Grid(width, rows, (height - GAP * (rows - 1)) / rows, size)


def text_style(size: int) -> Style:
    """How words on notes are set."""
    return Style(size, leading=1.14)


def colours(theme: Theme, note: Note) -> tuple[QColor, QColor]:
    """(fill, border) of a note on the wall."""
    if note.new:
        return theme["nyt-tint"], theme["ink"]
    return theme.note_colours(note.theme)


def draw_notes(
    canvas: Canvas, grid: Grid, column: Sequence[Placed], x: float, y: float, marked: AbstractSet[str] = frozenset()
) -> None:
    """Paints the notes of a column whose top left is at x, y; tags that hang over an edge lie on the note under it. `marked` =
    the ids of those that have just come."""
    shown = [replace(each, note=replace(each.note, new=True)) if each.note.id in marked else each for each in column]
    over = [tag for placed in shown for tag in _draw_note(canvas, grid, placed, x, y)]
    for tag, left, middle in over:
        tag.draw(canvas, left, middle, tier="C")


def _draw_note(canvas: Canvas, grid: Grid, placed: Placed, x: float, y: float) -> list[PlacedTag]:
    """Paints a note; gives the tags that are to be painted over all notes."""
    box = QRectF(x, y + placed.row * (grid.row + GAP), grid.width, grid.span(placed.rows))
    note, words = placed.note, placed.words
    fill, border = colours(canvas.theme, note)
    width = 4.4 if note.new else max(BORDER, 3.0 if canvas.theme.high_contrast else 0)
    behind, fold, radius = canvas.theme["surface"], grid.scaled(FOLD), grid.scaled(RADIUS)
    paint.folded_note(canvas.painter, box, fill, border, behind=behind, width=width, fold=fold, radius=radius)
    left = box.left() + grid.scaled(LEFT)
    tags = tags_of(canvas.tr, note.same, note.new, grid.size) if placed.last else []
    spare = note.same > 1 and grid.lines(placed.rows) > words.count
    inline, below = beside_lines(words, tags, grid.room, grid.scaled(BESIDE), spare)
    own_line = bool(below) and note.same > 1
    height = words.height + (grid.text.line + 4 if own_line else 0.0)
    first = box.top() + (box.height() - height) / 2
    canvas.put(words, left, first, tier="C")
    for tag, at, middle in inline:
        tag.draw(canvas, left + at, first + middle, tier="C")
    if own_line:
        return in_a_row(below, left, first + words.height + 4 + grid.text.line / 2)
    corner = in_the_corner(below, words, box, left, grid.scaled(BESIDE))
    return corner or in_a_row(below, left, box.bottom() + grid.scaled(HANG))
