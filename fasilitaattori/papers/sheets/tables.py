"""Signs that stand on the tables: A4 folded across the middle, the same on both sides."""

import math

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import MM, SAFE, Box
from fasilitaattori.papers.sheets.lettering import BODY, TITLE, lettered
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.workshop.groups import MOST_GROUPS
from fasilitaattori.workshop.state import Workshop

_TABLE = 5  # people at a table when nothing else is known
_FEWEST = 4


class Sign(msgspec.Struct, frozen=True):
    """What a table is called: its number, or the group's name, and what it talks about."""

    name: str
    topic: str = ""


class Signs(msgspec.Struct, frozen=True):
    """The signs of a workshop, and whose they are."""

    signs: tuple[Sign, ...]
    title: str = ""
    organisation: str = ""


def signs_of(state: Workshop) -> Signs:
    """The groups of the plan, each once; where groups have no names, as many numbers as tables are needed."""
    found: dict[tuple[str, str], Sign] = {}
    for step in state.plan.steps():
        for number, group in enumerate(step.groups, 1):
            sign = Sign(group.name.strip() or str(number), group.topic.strip())
            found.setdefault((sign.name, sign.topic), sign)
    if not found and any(step.mode == "ryhma" for step in state.plan.steps()):
        people = max(state.info.expected, state.people.count())
        tables = min(MOST_GROUPS, max(_FEWEST, math.ceil(people / _TABLE)))
        found = {(str(number), ""): Sign(str(number)) for number in range(1, tables + 1)}
    return Signs(tuple(found.values()), state.info.title, state.info.organiser)


def table_signs(told: Signs, tr: Translator) -> bytes:
    """A sheet to fold for each table. FasilitaattoriError when there are no groups."""
    if not told.signs:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole ryhmiä."), N_("Lisää ryhmät vaiheeseen suunnitelmassa."))
    heading = tr("Pöytäkyltit")
    sheet = Sheet("a4", f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    for sign in told.signs:
        lower = Box(0, 0, sheet.width, sheet.height / 2)
        upper = Box(0, sheet.height / 2, sheet.width, sheet.height / 2)
        sheet.dashed((SAFE, sheet.height / 2), (sheet.width - SAFE, sheet.height / 2), fold=True)
        _side(sheet, lower, sign, told)
        with sheet.upside_down(upper):
            _side(sheet, upper, sign, told)
        sheet.next_page()
    return sheet.save()


def _side(sheet: Sheet, half: Box, sign: Sign, told: Signs) -> None:
    """The name as large as it fits, the topic below it, the workshop small at the foot."""
    place = half.inset(14 * MM, 12 * MM)
    foot = lettered(told.title, BODY, place.width, 12, largest=10, smallest=7)
    sheet.lines(place.middle, place.y + foot.height, foot, align="centre", ink=INK2)
    free = place.height - foot.height - 5 * MM
    topic = lettered(sign.topic, BODY, place.width, free * 0.4, largest=34, even=True)
    beneath = topic.height + 4 * MM if sign.topic else 0.0
    number = len(sign.name) <= 2
    name = lettered(sign.name, TITLE, place.width, free - beneath, largest=190 if number else 84, even=True)
    top = place.top - (free - name.height - beneath) / 2
    foot_of_name = sheet.lines(place.middle, top, name, align="centre")
    if sign.topic:
        sheet.lines(place.middle, foot_of_name - 4 * MM, topic, align="centre")
