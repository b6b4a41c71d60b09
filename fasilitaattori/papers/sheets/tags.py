"""Name tags: eight on a sheet, with the names given or with a line to write one's own."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import MM, Box, cells
from fasilitaattori.papers.sheets.lettering import BODY, TITLE, lettered
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.workshop.state import Workshop

ON_SHEET = 8


class Tags(msgspec.Struct, frozen=True):
    """The names (none = a sheet of blank tags), and what stands small on each tag."""

    names: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""


def tags_of(state: Workshop, *, named: bool) -> Tags:
    """Blank tags, or `named`: those of the people who are here and allowed their name to be printed."""
    people = state.people
    allowed = [person for person in people.present() if person.name and person.name_in_minutes]
    names = [people.shown_name(person.number) for person in allowed] if named else []
    return Tags(tuple(names), state.info.title, state.info.organiser)


def name_tags(told: Tags, tr: Translator) -> bytes:
    """The tags to cut, 105 × 74 mm each; the last sheet is filled up with blank ones."""
    heading = tr("Nimilaput")
    sheet = Sheet("a4", f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    places = cells(sheet.width, sheet.height, ON_SHEET)
    for start in range(0, max(1, len(told.names)), ON_SHEET):
        names: Sequence[str] = told.names[start : start + ON_SHEET]
        sheet.cuts(ON_SHEET)
        for place, name in zip(places, [*names, *[""] * (ON_SHEET - len(names))], strict=True):
            _tag(sheet, place.inset(9 * MM), name, told, tr)
        sheet.next_page()
    return sheet.save()


def _tag(sheet: Sheet, place: Box, name: str, told: Tags, tr: Translator) -> None:
    foot = lettered(told.title, BODY, place.width, 24, largest=9.5, smallest=6.5, even=True)
    sheet.lines(place.middle, place.y + foot.height, foot, align="centre", ink=INK2)
    free = place.height - foot.height - 4 * MM
    if name.strip():
        text = lettered(name, TITLE, place.width, free, largest=44, even=True)
        sheet.lines(place.middle, place.top - (free - text.height) / 2, text, align="centre")
        return
    mine = lettered(tr("Nimeni on"), BODY, place.width, 16, largest=11)
    sheet.lines(place.middle, place.top, mine, align="centre", ink=INK2)
    line = place.top - free * 0.82
    sheet.line((place.x + 4 * MM, line), (place.right - 4 * MM, line))
