"""The programme for the tables: A5, two on a sheet to cut."""

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.figures.rug import rug
from fasilitaattori.figures.timeline import clock
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import times
from fasilitaattori.papers.handouts import programme_title, when_and_where
from fasilitaattori.papers.sheets.boxes import MM, Box, cells
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, advance, lettered
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.workshop.state import Workshop

_ON_SHEET = 2
_COLUMN = 9  # steps under one another; more stand in two columns
_LARGEST, _SMALLEST, _ROW = 15.0, 11.0, 2.0  # letters in points, rows in letters


class Programme(msgspec.Struct, frozen=True):
    """When and what, as people read it; `steps` (minutes, mode, title) are for the rug."""

    name: str
    rows: tuple[tuple[str, str], ...]
    title: str = ""
    when: str = ""
    organisation: str = ""
    steps: tuple[tuple[int, str, str], ...] = ()


def programme_of(state: Workshop, tr: Translator) -> Programme:
    """The programme of a workshop as planned, to its end."""
    stays = times.stays(state)
    rows = [(tr.time(clock(stay.planned_start)), stay.title) for stay in stays]
    rows += [(tr.time(clock(stays[-1].planned_end)), tr("Lopetamme"))] if stays else []
    steps = tuple((step.minutes, step.mode, step.title) for step in state.plan.steps())
    info = state.info
    return Programme(programme_title(state, tr), tuple(rows), info.title, when_and_where(state, tr), info.organiser, steps)


def programme_sheet(told: Programme, tr: Translator) -> bytes:
    """Two programmes on A4. FasilitaattoriError when there are no steps."""
    if not told.rows:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole vielä vaiheita."), N_("Lisää vaiheet ensin suunnitelmaan."))
    sheet = Sheet("a4", f"{told.name}: {told.title}" if told.title else told.name, tr.language, told.organisation)
    sheet.cuts(_ON_SHEET)
    for place in cells(sheet.width, sheet.height, _ON_SHEET):
        _one(sheet, place.inset(14 * MM, 11 * MM), told, tr)
    return sheet.save()


def _one(sheet: Sheet, place: Box, told: Programme, tr: Translator) -> None:
    name = lettered(told.name, TITLE, place.width, 30, largest=22)
    top = sheet.lines(place.x, place.top, name)
    under = " · ".join(part for part in (told.title, told.when) if part.strip())
    said = lettered(under, BODY, place.width, 32, largest=10.5)
    top = sheet.lines(place.x, top, said, ink=INK2) - 2 * MM
    if told.steps:
        high = 6 * MM
        drawn = rug(told.steps, tr, width=840, height=840 * high / place.width, scale=1.2)
        sheet.drawing(place.x, top - high, place.width, drawn)
        top -= high
    foot = lettered(told.organisation, BODY, place.width, 11, largest=9)
    sheet.lines(place.x, place.y + foot.height, foot, ink=INK2)
    below = place.y + foot.height + 2 * MM
    _table(sheet, Box(place.x, below, place.width, top - 4 * MM - below), told.rows)


def _table(sheet: Sheet, place: Box, rows: tuple[tuple[str, str], ...]) -> None:
    """Times and titles in one column or two, in letters as large as the rows allow."""
    columns = 1 if len(rows) <= _COLUMN else 2
    each = -(-len(rows) // columns)
    high = min(place.height / each, _LARGEST * _ROW)
    size = min(_LARGEST, high / 1.24)
    gutter = 8 * MM
    wide = (place.width - gutter * (columns - 1)) / columns
    clock_wide = max(advance(when, BOLD, size) for when, _ in rows) + size
    room = wide - clock_wide
    size = max(
        min(_SMALLEST, size), min(lettered(what, BODY, room, high, largest=size).size for _, what in rows)
    )  # one for all
    for number, (when, what) in enumerate(rows):
        x = place.x + (number // each) * (wide + gutter)
        middle = place.top - (number % each + 0.5) * high
        said = lettered(what, BODY, room, high, largest=size)
        sheet.write(x, middle - size * 0.35, when, BOLD, size, align="left")
        sheet.lines(x + clock_wide, middle + said.height / 2, said)
