"""Paper forms of a survey: the questions phones ask, in the same order and words, on as many pages as they need."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.ballots import Choice, choice_piece
from fasilitaattori.papers.sheets.boxes import MM, Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.pieces import Piece, draw, gap, poured, text_piece
from fasilitaattori.papers.sheets.sheet import INK2, Sheet
from fasilitaattori.tools.survey.model import Question
from fasilitaattori.tools.survey.model.facts import MANY, SCALE, TEXT
from fasilitaattori.tools.survey.paper import BESIDE, labels_of
from fasilitaattori.workshop.state import Workshop

_MARGIN = 16 * MM
_FOOT = 7 * MM  # the line that tells the page
_RING = 5.2 * MM
_RULED = 9 * MM  # between the lines one writes on
_RULES = 4


class Form(msgspec.Struct, frozen=True):
    """A survey on paper."""

    name: str
    questions: tuple[Question, ...]
    intro: str = ""
    title: str = ""
    organisation: str = ""


def forms_of(state: Workshop, step_id: str = "") -> list[Form]:
    """The forms of a workshop's surveys (of one, when its id is given), those with questions."""
    forms = []
    for step in state.plan.steps():
        if step.tool == "survey" and step_id in ("", step.id):
            settings = state.settings(step)
            asked = tuple(state.tool(step).questions or settings.questions)
            forms += [Form(step.title, asked, settings.intro, state.info.title, state.info.organiser)] if asked else []
    return forms


def survey_sheets(forms: Sequence[Form], tr: Translator) -> bytes:
    """One paper of each form. FasilitaattoriError when there are none."""
    if not forms:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole kyselyä."), N_("Lisää kysely ja sen kysymykset suunnitelmaan."))
    heading = tr("Kyselylomakkeet")
    sheet = Sheet("a4", f"{heading}: {forms[0].title}", tr.language, forms[0].organisation)
    place = Box(_MARGIN, _MARGIN + _FOOT, sheet.width - 2 * _MARGIN, sheet.height - 2 * _MARGIN - _FOOT)
    for form in forms:
        pages = poured(_pieces(form, tr, place.width), lambda number: place.height)
        for number, page in enumerate(pages, 1):
            draw(sheet, page, place)
            if len(pages) > 1:
                sheet.write(place.right, _MARGIN, f"{number} ({len(pages)})", BODY, 9, align="right", ink=INK2)
            sheet.next_page()
    return sheet.save()


def _pieces(form: Form, tr: Translator, wide: float) -> list[Piece]:
    heading = " · ".join(part for part in (form.organisation, form.title) if part.strip())
    anonymous = tr("Älä kirjoita nimeäsi. Kysymyksen voi jättää väliin.")
    pieces = [
        text_piece(heading, BODY, 9, wide, most=30, after=5, ink=INK2),
        text_piece(form.name, TITLE, 22, wide, most=120, after=5),
        text_piece(form.intro, BODY, 12, wide, after=4),
        text_piece(anonymous, BODY, 11, wide, ink=INK2),
        gap(12),
    ]
    for number, question in enumerate(form.questions, 1):
        pieces += _question(number, question, tr, wide)
    return pieces


def _question(number: int, question: Question, tr: Translator, wide: float) -> list[Piece]:
    """The question and the place for its answer, kept together at least to its first choice."""
    must = "" if question.optional else f" ({tr('vastaa tähän')})"
    asked = text_piece(f"{number}. {question.text}{must}", BOLD, 12.5, wide, after=5, held=True)
    return [asked, *_answer(question, tr, wide), gap(15)]


def _answer(question: Question, tr: Translator, wide: float) -> list[Piece]:
    if question.kind == TEXT:
        return [_ruled(wide)]
    if question.kind != SCALE:
        square = question.kind == MANY
        rule = tr("Voit valita monta.") if square else tr("Valitse yksi.")
        choices = (choice_piece(Choice(text, 1, square), wide, 400, 12) for text in question.options)
        return [text_piece(rule, BODY, 10, wide, after=2, ink=INK2, held=True), *choices]
    labels = labels_of(question, tr)
    if question.steps <= BESIDE:
        return [_scale(labels, bool(question.low or question.high) or question.steps != 5, wide)]
    steps = (Choice(label, step=str(step)) for step, label in enumerate(labels, 1))
    return [choice_piece(each, wide, 400, 12) for each in steps]


def _scale(labels: Sequence[str], numbered: bool, wide: float) -> Piece:
    """Rings side by side, each with its number or its words below."""
    each = min(wide / len(labels), 34 * MM)
    room = (each * (len(labels) - 1) + _RING) / 2 if numbered else each
    words = [lettered(label, BODY, room - 2 * MM, 60, largest=10, even=True) for label in labels]
    under = 14.0 if numbered else 0.0
    high = _RING + 4 + under + max((text.height for text in words if text.lines[0]), default=0)

    def paint(sheet: Sheet, x: float, top: float) -> None:
        for index, text in enumerate(words):
            middle = x + each * (index + 0.5)
            sheet.ring(middle, top - _RING / 2, _RING / 2)
            if numbered:
                sheet.write(middle, top - _RING - 13, str(index + 1), BODY, 11)
            if not text.lines[0]:
                continue
            if not numbered:
                sheet.lines(middle, top - _RING - 4, text, align="centre")
            elif index == 0:
                sheet.lines(middle - _RING / 2, top - _RING - 4 - under, text)
            else:
                sheet.lines(middle + _RING / 2, top - _RING - 4 - under, text, align="right")

    return Piece(high, paint)


def _ruled(wide: float) -> Piece:
    """Lines to write on."""

    def paint(sheet: Sheet, x: float, top: float) -> None:
        for row in range(1, _RULES + 1):
            sheet.line((x, top - row * _RULED), (x + wide, top - row * _RULED))

    return Piece(_RULES * _RULED, paint)
