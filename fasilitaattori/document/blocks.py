"""The blocks a paper is made of.

One description feeds every form of a paper (PDF, Word, Markdown, preview), so they cannot drift apart, and a
tool can say what it has to tell without knowing what it will be printed with. Texts are whatever people wrote;
nothing in them is markup, and every renderer neutralises them (see `document.text`).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from fasilitaattori.workshop.letterhead import Letterhead

COLUMN = 640.0
"""The width of a column of text in a drawing's own units."""
ENLARGED = 1.5
"""How much larger the letters of large print are, also in paper.typ."""
_WHOLE_ROWS, _WHOLE_LETTERS = 10, 1600  # of tables that are not torn, also in paper.typ


class Run(msgspec.Struct, frozen=True):
    """A piece of text in one weight."""

    text: str
    bold: bool = False


class Heading(msgspec.Struct, frozen=True, tag=True):
    """A heading under the title of the paper. `level` 1 is a section, 2 a part of it, 3 the smallest. `name` is what the
    program knows the section by; no form of the paper shows it."""

    text: str
    level: int = 1
    name: str = ""


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """Running text. `small` is for side remarks: how something was counted, what was left out."""

    runs: tuple[Run, ...]
    small: bool = False


class Bullets(msgspec.Struct, frozen=True, tag=True):
    """A list, each item a row of runs. `numbered` when the order matters."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


class Quote(msgspec.Struct, frozen=True, tag=True):
    """A text set apart from the telling: a question put to the room, a card, a free answer."""

    text: str


class Facts(msgspec.Struct, frozen=True, tag=True):
    """Short facts, each a name and a value."""

    rows: tuple[tuple[str, str], ...]


class Table(msgspec.Struct, frozen=True, tag=True):
    """A table with a header row. `weights` are the relative widths of the columns, `right` the numeric ones. In the cells of
    the columns `leads` the first line names what the others tell, and is bold; with any such column every row stands for
    itself: it is never torn, and on a narrow screen it becomes a card."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...] = ()
    right: tuple[int, ...] = ()
    caption: str = ""
    leads: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is short enough to stay on one page."""
        return len(self.rows) <= _WHOLE_ROWS and sum(len(cell) for row in self.rows for cell in row) < _WHOLE_LETTERS


class Figure(msgspec.Struct, frozen=True, tag=True):
    """A drawing. `alt` says what it shows; sizes are in the drawing's own units (COLUMN fill the column). `narrow` is the same
    drawn for a narrower column, None when it has no letters: made as wide as the page, its letters are as large as the text of
    large print."""

    svg: str
    alt: str
    width: float
    height: float
    caption: str = ""
    narrow: "Figure | None" = None


class PageBreak(msgspec.Struct, frozen=True, tag=True):
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Quote | Facts | Table | Figure | PageBreak


class Document(msgspec.Struct, frozen=True):
    """A whole paper.

    `lead` are the lines under the title, `emblem` the drawing under them; `date` is an ISO date for the file's
    properties. `draft_mark` ("LUONNOS") and `draft_note` show when `draft`. `paper` is "a4" or "a3"; `large`
    makes a hand-out or a sign for the wall of it, `enlarged` the same paper in large print. `letterhead` is the
    sender's, None = the organisation's name alone; `kind` and `dated` are what kind of paper this is and its date in
    words, for letterheads that tell them.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    organisation: str = ""
    author: str = ""
    subject: str = ""
    date: str = ""
    lead: tuple[str, ...] = ()
    emblem: Figure | None = None
    draft: bool = False
    draft_mark: str = ""
    draft_note: str = ""
    paper: str = "a4"
    large: bool = False
    letterhead: Letterhead | None = None
    kind: str = ""
    dated: str = ""
    enlarged: bool = False

    @property
    def column(self) -> float:
        """How wide a drawing fills the column of text."""
        return COLUMN / ENLARGED if self.enlarged else COLUMN

    @property
    def letters(self) -> float:
        """The size of its text in points where another program sets it, in a font of its own: what hangs on a wall stands on
        one page also when that is a wide one."""
        return 14.5 if self.large else 16.0 if self.enlarged else 11.0


class Drawn(Protocol):
    """What a drawing of `figures` offers; the two rooms do not import each other."""

    @property
    def svg(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


def paragraph(text: str, *, small: bool = False, bold: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, bold),), small)


def bullets(texts: Iterable[str], *, numbered: bool = False) -> Bullets:
    """A list of plain items."""
    return Bullets(tuple((Run(text),) for text in texts), numbered)


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    weights: Sequence[float] = (),
    right: Sequence[int] = (),
    caption: str = "",
) -> Table:
    """A table from any sequences; ValueError when a row or the weights do not fit the header."""
    built = tuple(tuple(row) for row in rows)
    if any(len(row) != len(header) for row in built) or (weights and len(weights) != len(header)):
        raise ValueError("every row, and the weights, need one value for each column of the header")
    return Table(tuple(header), built, tuple(weights), tuple(right), caption)


def figure(drawing: Drawn, caption: str = "") -> Figure:
    """The block of a drawing."""
    return Figure(drawing.svg, drawing.alt, drawing.width, drawing.height, caption)


def drawn(draw: Callable[[float], Drawn], caption: str = "") -> Figure:
    """The block of a drawing that can be drawn for a column of any width."""
    return msgspec.structs.replace(figure(draw(COLUMN), caption), narrow=figure(draw(COLUMN / ENLARGED), caption))


def with_its_figures(document: Document) -> Document:
    """The document with each figure in the one width in which it is printed."""

    def printed(block: Block) -> Block:
        if not isinstance(block, Figure) or block.narrow is None:
            return block
        return block.narrow if document.enlarged else msgspec.structs.replace(block, narrow=None)

    return msgspec.structs.replace(document, blocks=tuple(map(printed, document.blocks)))


def plain(runs: Sequence[Run]) -> str:
    """The text of runs without their weight."""
    return "".join(run.text for run in runs)


def led(text: str, *, leads: bool) -> tuple[Run, ...]:
    """A cell's text as runs: its first line bold when it leads."""
    first, end, rest = text.partition("\n")
    return (Run(first, bold=True), Run(end + rest)) if leads and rest else (Run(text, leads),)


def leads_in(block: Block | None, following: Block | None, before: Block | None = None) -> bool:
    """Whether the block makes sense only with what follows it: a question, the words before a list or a figure, or the small
    print that belongs to the heading `before` it."""
    if isinstance(block, Paragraph) and block.small and isinstance(before, Heading):
        return following is not None and not isinstance(following, Heading | PageBreak)
    if isinstance(block, Quote):
        return following is not None and not isinstance(following, Heading)
    return isinstance(block, Paragraph) and not block.small and isinstance(following, Figure | Table | Bullets | Quote)
