"""What flows down a sheet: pieces that are never torn, poured onto as many pages as they need."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import Lines, lettered
from fasilitaattori.papers.sheets.sheet import INK, Sheet

Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something this high; `draw` is given the sheet, its left edge and its top. `held`: it stays with the next one."""

    height: float
    draw: Draw
    held: bool = False


def height_of(pieces: Iterable[Piece]) -> float:
    """How high they are together."""
    return sum(piece.height for piece in pieces)


def text_piece(
    text: str, font: str, size: float, width: float, *, most: float = 400, after: float = 0, ink: str = INK, held: bool = False
) -> Piece:
    """A text in letters of this size, smaller ones when it would be higher than `most`; nothing for an empty one."""
    if not text.strip():
        return Piece(0, lambda sheet, x, top: None, held)

    def set_in(even: bool) -> Lines:
        """As it is measured; evened, which takes longer and no more lines, as it is drawn."""
        return lettered(text, font, width, most, largest=size, even=even)

    return Piece(set_in(False).height + after, lambda sheet, x, top: _write(sheet, x, top, set_in(True), ink), held)


def gap(height: float) -> Piece:
    """White space."""
    return Piece(height, lambda sheet, x, top: None)


def draw(sheet: Sheet, pieces: Iterable[Piece], place: Box) -> float:
    """One under the other from the top of the place; gives where they end."""
    top = place.top
    for piece in pieces:
        piece.draw(sheet, place.x, top)
        top -= piece.height
    return top


def poured(pieces: Sequence[Piece], heights: Callable[[int], float]) -> list[list[Piece]]:
    """The pieces of each page; `heights` tells how high the page with this number (from 0) is."""
    pages: list[list[Piece]] = [[]]
    left = heights(0)
    for number, piece in enumerate(pieces):
        last = number
        while pieces[last].held and last + 1 < len(pieces):
            last += 1
        if height_of(pieces[number : last + 1]) > left and pages[-1]:
            pages.append([])
            left = heights(len(pages) - 1)
        pages[-1].append(piece)
        left -= piece.height
    return pages


def _write(sheet: Sheet, x: float, top: float, said: Lines, ink: str) -> None:
    sheet.lines(x, top, said, ink=ink)
