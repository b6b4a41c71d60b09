"""Paper ballots: the vote of a step with the rule that phones show, several on a sheet to cut."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import MM, Box, cells
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.pieces import Piece, draw, gap, height_of, poured, text_piece
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.tools.vote.model.facts import ONE, SCALE, SCALE_STEPS, SEVERAL, Settings
from fasilitaattori.tools.vote.model.rules import candidates_of
from fasilitaattori.tools.vote.paper import rule_of
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

MOST_RINGS = 5  # an option that may get more points has a line for the number instead
EMPTY_ROWS = 6  # to write on, when what is voted on is not known yet
_ON_SHEET = (8, 4, 2, 1)
_SCALES = (1.35, 1.2, 1.1, 1.0, 0.92, 0.84)  # of the letters: as large as they fit, smaller for more on a sheet
_MARGIN = 8 * MM
_MARK = 4.4 * MM
_ROW_GAP = 1.7 * MM


class Choice(msgspec.Struct, frozen=True):
    """Something to vote on ("" = a line to write it on): how many marks it may get (rings or squares), its step on a scale."""

    text: str
    marks: int = 1
    square: bool = False
    step: str = ""


class Ballot(msgspec.Struct, frozen=True):
    """A ballot: the question, what one may do, and the choices. It has no number: votes are secret."""

    question: str
    rule: str
    choices: tuple[Choice, ...]
    title: str = ""
    organisation: str = ""


def ballots_of(state: Workshop, tr: Translator, step_id: str = "") -> list[Ballot]:
    """The ballots of a workshop's votes (of one, when its id is given)."""
    votes = [step for step in state.plan.steps() if step.tool == "vote" and step_id in ("", step.id)]
    return [_ballot(state, step, tr) for step in votes]


def choices_of(state: Workshop, step: Step) -> tuple[Choice, ...]:
    """What is voted on; lines to write on while nothing is known (ideas that are still to come)."""
    settings: Settings = state.settings(step)
    if settings.kind == SCALE:
        labels = [*settings.labels, *[""] * SCALE_STEPS][:SCALE_STEPS]
        return tuple(Choice(labels[step], step=str(step)) for step in reversed(range(SCALE_STEPS)))
    texts = [candidate.text for candidate in state.tool(step).candidates or candidates_of(state, step)] or [""] * EMPTY_ROWS
    marks = 1 if settings.kind in (ONE, SEVERAL) else max(1, min(settings.per_option, settings.dots))
    return tuple(Choice(text, marks, settings.kind == SEVERAL) for text in texts)


def ballot_sheets(ballots: Sequence[Ballot], tr: Translator) -> bytes:
    """A sheet of each ballot, as many on it as have room in readable letters; one that has none on A4 goes on overleaf.

    FasilitaattoriError when there are none.
    """
    if not ballots:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole äänestystä."), N_("Lisää äänestys suunnitelmaan."))
    heading = tr("Äänestysliput")
    sheet = Sheet("a4", f"{heading}: {ballots[0].title}", tr.language, ballots[0].organisation)
    for ballot in ballots:
        _sheet_of(sheet, ballot, tr)
    return sheet.save()


def _ballot(state: Workshop, step: Step, tr: Translator) -> Ballot:
    settings: Settings = state.settings(step)
    question = settings.question.strip() or step.title
    return Ballot(question, rule_of(settings, tr), choices_of(state, step), state.info.title, state.info.organiser)


def _sheet_of(sheet: Sheet, ballot: Ballot, tr: Translator) -> None:
    """As many of one ballot as a sheet holds."""
    for count in _ON_SHEET[:-1]:
        places = cells(sheet.width, sheet.height, count)
        for scale in _SCALES:
            pieces = _pieces(ballot, tr, places[0].inset(_MARGIN), scale)
            if height_of(pieces) <= places[0].inset(_MARGIN).height:
                sheet.cuts(count)
                for place in places:
                    draw(sheet, pieces, place.inset(_MARGIN))
                sheet.next_page()
                return
    whole = cells(sheet.width, sheet.height, 1)[0].inset(14 * MM)
    for page in poured(_pieces(ballot, tr, whole, 1.0), lambda number: whole.height):
        draw(sheet, page, whole)
        sheet.next_page()


def _pieces(ballot: Ballot, tr: Translator, place: Box, scale: float) -> list[Piece]:
    """The ballot from its small heading to its last choice, with letters this much of their usual size."""
    wide, most = place.width, place.height * 0.5
    heading = " · ".join(part for part in (ballot.organisation, ballot.title) if part.strip())
    secret = tr("Älä kirjoita nimeäsi: ääni on salainen.")
    head = [
        text_piece(heading, BODY, 7.5 * scale, wide, most=20 * scale, after=3 * scale, ink=INK2),
        text_piece(ballot.question, TITLE, 13.5 * scale, wide, most=most, after=3 * scale, held=True),
        text_piece(ballot.rule, BOLD, 9.5 * scale, wide, after=1 * scale, held=True),
        text_piece(secret, BODY, 8 * scale, wide, after=0, ink=INK2),
        gap(6 * scale),
    ]
    return [*head, *(choice_piece(choice, wide, place.height, 11 * scale, scale) for choice in ballot.choices)]


def choice_piece(choice: Choice, wide: float, most: float, size: float, scale: float = 1) -> Piece:
    """Its marks at the left (a line for the number when they are many), its words beside them."""
    mark = _MARK * scale
    many = choice.marks > MOST_RINGS
    indent = 14 * MM if many else choice.marks * (mark + 1.4 * MM) + 1.6 * MM
    indent += 6 * MM * scale if choice.step else 0
    text = lettered(choice.text, BODY, wide - indent, most - 2 * _ROW_GAP, largest=size)
    empty = not choice.text.strip() and not choice.step
    high = max(text.height, mark, 9 * MM if empty else 0) + 2 * _ROW_GAP * scale

    def paint(sheet: Sheet, x: float, top: float) -> None:
        middle = top - high / 2
        if many:
            sheet.line((x, middle - size * 0.5), (x + 11 * MM, middle - size * 0.5), ink=INK2)
        for number in range(0 if many else choice.marks):
            at = x + mark / 2 + number * (mark + 1.4 * MM)
            (sheet.square if choice.square else sheet.ring)(at, middle, mark / 2)
        if choice.step:
            sheet.write(x + indent - 4.6 * MM * scale, middle - size * 0.36, choice.step, BOLD, size * 1.1)
        if empty:
            sheet.line((x + indent, middle - 3 * MM), (x + wide, middle - 3 * MM))
        else:
            sheet.lines(x + indent, middle + text.height / 2, text)

    return Piece(high, paint)
