"""The poster that tells the village what came of its words: what was said at the left, what was done at the right.

It hangs where people pass, so its letters are as large as one sheet allows; when they would get too small for somebody who
stands before it, the rest goes onto another sheet. How it went is said by a word, and by a mark that shows on any printer.
"""

from collections.abc import Callable

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import followup, handouts
from fasilitaattori.papers.followup import Row
from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, Lines, lettered, width_of
from fasilitaattori.papers.sheets.pieces import Piece, draw, height_of, poured, text_piece
from fasilitaattori.papers.sheets.sheet import INK, INK2, LINE, Sheet
from fasilitaattori.workshop.answers import DONE, REFUSED, UNDER_WAY, WAITING
from fasilitaattori.workshop.state import Workshop

_EDGE = 7  # hundredths of the width
_LEFT, _GUTTER = 0.44, 4  # the share of what was said, and the room between the columns
_LARGEST, _SMALLEST, _STEP = 4.2, 1.9, 0.05  # letters, in hundredths of the width: 35 to 16 points on A3
_QUOTES = 2
_HANDFUL = 8
_TALLEST = 0.6  # of the page that one text may take
_CODE = 17


class Told(msgspec.Struct, frozen=True):
    """What the poster tells. `page` is where more can be read, "" = nowhere."""

    rows: tuple[Row, ...]
    title: str = ""
    organisation: str = ""
    when: str = ""
    standing: str = ""
    page: str = ""


def told_of(state: Workshop, tr: Translator) -> Told:
    """The answers of a workshop."""
    rows = followup.rows(state, tr)
    when, standing = handouts.when_and_where(state, tr), followup.standing(state, tr)
    return Told(tuple(rows), state.info.title, state.info.organiser, when, standing, state.answers.page)


def follow_up_posters(told: Told, tr: Translator, *, size: str = "a3", logo: bytes = b"") -> bytes:
    """As many sheets of exactly A3 or A4 as are needed. FasilitaattoriError when there is nothing to tell."""
    if not told.rows:
        raise FasilitaattoriError(
            N_("Ei ole vielä mitään, mistä kertoa."), N_("Kun työpajasta on teemoja, ideoita tai tehtäviä, ne tulevat tähän.")
        )
    heading = tr("Mitä sanoitte, mitä tehtiin")
    sheet = Sheet(size, f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    unit = sheet.width / 100
    place = Box(_EDGE * unit, 7 * unit, sheet.width - 2 * _EDGE * unit, sheet.height - 13 * unit)
    first = _Head(sheet, told, tr, place, unit)
    later = 11.5 * unit  # a smaller heading, and again what stands over the columns

    def heights(number: int) -> float:
        return place.height - (later if number else first.height)

    pages = _set(told, tr, place.width, unit, heights)
    for number, pieces in enumerate(pages):
        if number:
            sheet.next_page()
            sheet.lines(place.x, place.top, lettered(heading, TITLE, place.width, 4 * unit, largest=3 * unit))
            over = pages[0][0]
            over.draw(sheet, place.x, place.y + heights(number) + over.height)
        else:
            first.draw()
        draw(sheet, pieces, Box(place.x, place.y, place.width, heights(number)))
        sheet.logo(Box(place.right - 32 * unit, place.y - 4.4 * unit, 24 * unit, 3.2 * unit), logo)
        _foot(sheet, told, place, unit, f"{number + 1} ({len(pages)})" if len(pages) > 1 else "")
    return sheet.save()


class _Head:
    """The heading of the first sheet, beside it the code of the page when there is one."""

    def __init__(self, sheet: Sheet, told: Told, tr: Translator, place: Box, unit: float) -> None:
        self._sheet, self._told, self._place, self._unit = sheet, told, place, unit
        wide = place.width - ((_CODE + _GUTTER) * unit if told.page else 0)
        self._lines: list[tuple[Lines, str, float]] = [
            (lettered(tr("Mitä sanoitte, mitä tehtiin"), TITLE, wide, 20 * unit, largest=7.4 * unit, even=True), INK, 1.6),
            (lettered(told.title, BOLD, wide, 9 * unit, largest=3.2 * unit, even=True), INK, 0.4),
            (lettered(told.when, BODY, wide, 3 * unit, largest=2.2 * unit), INK2, 0.3),
            (lettered(followup.counted(told.rows, tr), BODY, wide, 3 * unit, largest=2.2 * unit), INK2, 0),
        ]
        bare = told.page.split("://", 1)[-1].rstrip("/")
        self._more = lettered(tr("Lue lisää verkossa"), BOLD, _CODE * unit, 5 * unit, largest=1.9 * unit)
        self._address = lettered(bare, BODY, _CODE * unit, 7 * unit, largest=1.7 * unit, smallest=6)
        high = sum(lines.height + after * unit for lines, _, after in self._lines if lines.lines[0])
        beside = _CODE * unit + self._more.height + self._address.height if told.page else 0.0
        self.height = max(high, beside) + 3.4 * unit

    def draw(self) -> None:
        sheet, place, unit = self._sheet, self._place, self._unit
        top = place.top
        for lines, ink, after in self._lines:
            if lines.lines[0]:
                top = sheet.lines(place.x, top, lines, ink=ink) - after * unit
        if self._told.page:
            side = _CODE * unit
            sheet.code(place.right - side, place.top - side, side, self._told.page)
            foot = sheet.lines(place.right - side / 2, place.top - side, self._more, align="centre")
            sheet.lines(place.right - side / 2, foot, self._address, align="centre")


def _foot(sheet: Sheet, told: Told, place: Box, unit: float, number: str) -> None:
    whose = " · ".join(part for part in (told.organisation, told.standing) if part.strip())
    if whose:
        line = lettered(whose, BODY, place.width * 0.6, 3 * unit, largest=1.7 * unit)
        sheet.lines(place.x, place.y - 1.4 * unit, line, ink=INK2)
    if number:
        sheet.write(place.right, place.y - 2.9 * unit, number, BODY, 1.7 * unit, align="right", ink=INK2)


# --- rows ----------------------------------------------------------------------------------------------------------


def _set(told: Told, tr: Translator, width: float, unit: float, heights: Callable[[int], float]) -> list[list[Piece]]:
    """The pages: the largest letters with which no word is torn and no more sheets are needed than with the smallest.

    Larger letters never need fewer sheets, so the size is found by halving: each try sets every text anew."""

    def pages(step: int) -> list[list[Piece]]:
        letters = (_SMALLEST + step * _STEP) * unit
        return poured(_pieces(told, tr, width, unit, letters, heights(1)), heights)

    best = pages(0)
    fewest, largest = len(best), min(_LARGEST, _whole_words(told, width) / unit)
    low, high = 0, int((largest - _SMALLEST) / _STEP + 1e-6)
    while low < high:
        middle = (low + high + 1) // 2
        tried = pages(middle)
        if len(tried) <= fewest:
            best, low = tried, middle
        else:
            high = middle - 1
    return best


def _whole_words(told: Told, width: float) -> float:
    """The largest letters with which no word is wider than its column."""
    words = {word for row in told.rows for word in row.words.split()}
    return width * _LEFT / max((width_of(word, BOLD, 1) for word in words), default=1.0)


def _pieces(told: Told, tr: Translator, width: float, unit: float, size: float, room: float) -> list[Piece]:
    return [
        _columns(tr, width, unit, size),
        *(_row(rows, tr, width, unit, size, room) for rows in followup.together(told.rows, _HANDFUL)),
    ]


def _columns(tr: Translator, width: float, unit: float, size: float) -> Piece:
    """What stands over the two columns, and a strong line."""
    left = text_piece(tr("Mitä sanoitte"), BOLD, size * 0.85, width * _LEFT, ink=INK2)
    right = text_piece(tr("Mitä tehtiin"), BOLD, size * 0.85, width * (1 - _LEFT), ink=INK2)
    over = width * _LEFT + _GUTTER * unit
    high = max(left.height, right.height) + 0.8 * unit

    def paint(sheet: Sheet, x: float, top: float) -> None:
        left.draw(sheet, x, top)
        right.draw(sheet, x + over, top)
        sheet.line((x, top - high), (x + width, top - high), wide=0.22 * unit, ink=INK)

    return Piece(high, paint, held=True)


def _row(rows: list[Row], tr: Translator, width: float, unit: float, size: float, room: float) -> Piece:
    """What was said beside what came of it, and a thin line under both."""
    row = rows[0]
    said = _said(row, tr, width * _LEFT, size, room) if len(rows) == 1 else _listed(rows, tr, width * _LEFT, size, room)
    mark = size * 1.05
    over = width * _LEFT + _GUTTER * unit
    came = _came(row, tr, width - over - mark - 1.3 * unit, size, room)
    around = size * 0.6
    high = max(height_of(said), height_of(came)) + 2 * around

    def paint(sheet: Sheet, x: float, top: float) -> None:
        draw(sheet, said, Box(x, 0, 0, top - around))
        _mark(sheet, x + over, top - around - size * 0.06 - mark, mark, row.outcome)
        draw(sheet, came, Box(x + over + mark + 1.3 * unit, 0, 0, top - around))
        sheet.line((x, top - high), (x + width, top - high), wide=0.08 * unit, ink=LINE)

    return Piece(high, paint)


def _said(row: Row, tr: Translator, width: float, size: float, room: float) -> list[Piece]:
    words = tr.quoted(row.words) if row.kind == "idea" else row.words
    made = [text_piece(words, BOLD, size, width, most=room * _TALLEST)]
    small = size * 0.82
    if row.notes > 1:
        made.append(text_piece(tr.n("{n} lappu", "{n} lappua", row.notes), BODY, small, width, ink=INK2))
    quotes = (tr.quoted(text) for text in row.quotes[:_QUOTES])
    return [*made, *(text_piece(text, BODY, small, width, most=room * 0.15) for text in quotes)]


def _listed(rows: list[Row], tr: Translator, width: float, size: float, room: float) -> list[Piece]:
    """Several things that wait for the same answer."""
    most = room * _TALLEST / len(rows)
    return [
        text_piece(followup.named(row, tr), BOLD, size * 0.86, width, most=most, after=size * 0.3 * (row is not rows[-1]))
        for row in rows
    ]


def _came(row: Row, tr: Translator, width: float, size: float, room: float) -> list[Piece]:
    word = tr(followup.WORDS[row.outcome]) if row.outcome else tr("Vielä ilman vastausta")
    who = " · ".join(part for part in (row.who, row.when) if part)
    return [
        text_piece(word, BOLD, size, width),
        text_piece(row.text, BODY, size * 0.92, width, most=room * _TALLEST),
        text_piece(who, BODY, size * 0.82, width, most=room * 0.15, ink=INK2),
    ]


def _mark(sheet: Sheet, x: float, y: float, side: float, outcome: str) -> None:
    """Done is full with a tick, under way half full, what will not be is struck, what waits is empty with dots."""
    wide = side * 0.09
    if outcome == DONE:
        sheet.fill(x, y, side, side, INK)
        for start, end in (((0.22, 0.52), (0.43, 0.28)), ((0.43, 0.28), (0.8, 0.75))):
            from_, to = ((x + point[0] * side, y + point[1] * side) for point in (start, end))
            sheet.line(from_, to, wide=wide * 1.4, ink="#FFFFFF")
        return
    if outcome == UNDER_WAY:
        sheet.fill(x, y, side / 2, side, INK)
    elif outcome == REFUSED:
        sheet.fill(x + side * 0.22, y + side * 0.44, side * 0.56, side * 0.12, INK)
    elif outcome == WAITING:
        for place in (0.24, 0.44, 0.64):
            sheet.fill(x + side * place, y + side * 0.44, side * 0.12, side * 0.12, INK)
    sheet.frame(x + wide / 2, y + wide / 2, side - wide, side - wide, INK, wide)
