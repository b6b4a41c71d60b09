"""Slips for ideas: four on a sheet to cut, with the question, the themes to tick, and lines to write on."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.ballots import Choice, choice_piece
from fasilitaattori.papers.sheets.boxes import MM, Box, cells
from fasilitaattori.papers.sheets.lettering import BODY, TITLE
from fasilitaattori.papers.sheets.pieces import draw, height_of, text_piece
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.workshop.state import Workshop

_ON_SHEET = 4
_MARGIN = 9 * MM
_RULED = 9 * MM  # between the lines one writes on
_LEAST = 4  # of them; themes that leave no room for so many are left out


class Slip(msgspec.Struct, frozen=True):
    """What is asked, and the themes an idea may belong to (none = they come later)."""

    question: str
    themes: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""


def slips_of(state: Workshop, step_id: str = "") -> list[Slip]:
    """The slips of a workshop's idea walls (of one, when its id is given)."""
    slips = []
    for step in state.plan.steps():
        if step.tool == "ideas" and step_id in ("", step.id):
            settings = state.settings(step)
            themes = tuple(theme for theme in settings.columns or settings.themes if theme.strip())
            slips.append(Slip(settings.prompt.strip() or step.title, themes, state.info.title, state.info.organiser))
    return slips


def idea_slips(slips: Sequence[Slip], tr: Translator) -> bytes:
    """A sheet of each slip. FasilitaattoriError when there are none."""
    if not slips:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole ideaseinää."), N_("Lisää ideaseinä suunnitelmaan."))
    heading = tr("Idealaput")
    sheet = Sheet("a4", f"{heading}: {slips[0].title}", tr.language, slips[0].organisation)
    for slip in slips:
        sheet.cuts(_ON_SHEET)
        for place in cells(sheet.width, sheet.height, _ON_SHEET):
            _one(sheet, place.inset(_MARGIN), slip, tr)
        sheet.next_page()
    return sheet.save()


def _one(sheet: Sheet, place: Box, slip: Slip, tr: Translator) -> None:
    heading = " · ".join(part for part in (slip.organisation, slip.title) if part.strip())
    once = tr("Yksi ajatus lapulle. Nimeä ei tarvita.")
    head = [
        text_piece(heading, BODY, 7.5, place.width, most=20, after=3, ink=INK2),
        text_piece(slip.question, TITLE, 15, place.width, most=place.height * 0.34, after=3),
        text_piece(once, BODY, 9.5, place.width, ink=INK2),
    ]
    top = draw(sheet, head, place)
    themes = [choice_piece(Choice(theme, 1, True), place.width, 30, 10, 0.85) for theme in slip.themes]
    if top - place.y - height_of(themes) < _LEAST * _RULED:
        themes = []
    foot = place.y + height_of(themes)
    draw(sheet, themes, Box(place.x, place.y, place.width, height_of(themes)))
    for line in range(1, int((top - foot) / _RULED) + 1):
        y = top - line * _RULED
        sheet.line((place.x, y), (place.right, y))
