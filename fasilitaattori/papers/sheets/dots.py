"""A sheet for votes with stickers: every choice has a row with room for dots."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.ballots import Choice, choices_of
from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.sheet import INK, INK2, LINE, Sheet
from fasilitaattori.tools.vote.paper import rule_of
from fasilitaattori.workshop.state import Workshop

_ROWS = 10  # on one sheet
_TALLEST = 22  # hundredths of the sheet's width
_WORDS = 0.42  # the words' share of a row


class DotSheet(msgspec.Struct, frozen=True):
    """A vote on the wall: the question, what one may do, and the choices ("" = a row to write on)."""

    question: str
    rule: str
    choices: tuple[Choice, ...]
    title: str = ""
    organisation: str = ""


def dot_sheets_of(state: Workshop, tr: Translator, step_id: str = "") -> list[DotSheet]:
    """The sheets of a workshop's votes (of one, when its id is given)."""
    info = state.info
    return [
        DotSheet(
            state.settings(step).question.strip() or step.title,
            rule_of(state.settings(step), tr),
            choices_of(state, step),
            info.title,
            info.organiser,
        )
        for step in state.plan.steps()
        if step.tool == "vote" and step_id in ("", step.id)
    ]


def dot_sheets(told: Sequence[DotSheet], tr: Translator, *, size: str = "a4") -> bytes:
    """Sheets of exactly A4 or A3, at most ten rows on each. FasilitaattoriError when there is no vote."""
    if not told:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole äänestystä."), N_("Lisää äänestys suunnitelmaan."))
    heading = tr("Pistetaulut")
    sheet = Sheet(size, f"{heading}: {told[0].title}", tr.language, told[0].organisation)
    for vote in told:
        pages = -(-len(vote.choices) // _ROWS)
        each = -(-len(vote.choices) // max(1, pages))  # as many on every sheet: none ends with a single row
        for number in range(pages):
            part = f"{number + 1} ({pages})" if pages > 1 else ""
            _page(sheet, vote, vote.choices[number * each : (number + 1) * each], part)
            sheet.next_page()
    return sheet.save()


def _page(sheet: Sheet, vote: DotSheet, choices: Sequence[Choice], part: str) -> None:
    unit = sheet.width / 100
    place = Box(6 * unit, 6 * unit, 88 * unit, sheet.height - 12 * unit)
    question = lettered(vote.question, TITLE, place.width, 22 * unit, largest=6 * unit, even=True)
    top = sheet.lines(place.x, place.top, question) - unit
    rule = lettered(vote.rule, BODY, place.width, 9 * unit, largest=2.6 * unit)
    top = sheet.lines(place.x, top, rule) - 2 * unit
    small = " · ".join(text for text in (vote.organisation, vote.title, part) if text.strip())
    foot = lettered(small, BODY, place.width, 5 * unit, largest=1.8 * unit)
    sheet.lines(place.x, place.y + foot.height, foot, ink=INK2)
    high = min(_TALLEST * unit, (top - place.y - foot.height - 2 * unit) / len(choices))
    for row, choice in enumerate(choices):
        _row(sheet, choice, Box(place.x, top - (row + 1) * high, place.width, high), unit)


def _row(sheet: Sheet, choice: Choice, row: Box, unit: float) -> None:
    """The words at the left, an empty field for stickers at the right."""
    field = Box(row.x + row.width * _WORDS, row.y + 0.8 * unit, row.width * (1 - _WORDS), row.height - 1.6 * unit)
    sheet.frame(field.x, field.y, field.width, field.height, INK, 0.15 * unit)
    wide = row.width * _WORDS - 3 * unit
    middle = row.y + row.height / 2
    left = row.x
    if choice.step:
        sheet.write(left, middle - 1.6 * unit, choice.step, BOLD, 4.6 * unit, align="left")
        left, wide = left + 5 * unit, wide - 5 * unit
    if choice.text.strip():
        text = lettered(choice.text, BOLD, wide, row.height - 2 * unit, largest=3.2 * unit)
        sheet.lines(left, middle + text.height / 2, text)
    elif not choice.step:
        sheet.line((left, field.y), (left + wide, field.y), ink=LINE, wide=0.15 * unit)
