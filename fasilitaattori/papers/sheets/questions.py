"""Posters of the steps: the question a step asks, for the wall, in letters one reads from across the room."""

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.sheet import INK, INK2, Sheet
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


class Question(msgspec.Struct, frozen=True):
    """A question, the step it belongs to, and its minutes (0 = not told)."""

    text: str
    step: str = ""
    minutes: int = 0


class Posters(msgspec.Struct, frozen=True):
    """The questions of a workshop, and whose they are."""

    questions: tuple[Question, ...]
    title: str = ""
    organisation: str = ""


def posters_of(state: Workshop, step_id: str = "") -> Posters:
    """The questions of a workshop's steps (of one, when its id is given), in the order of the plan, each once."""
    found: dict[str, Question] = {}
    for step in state.plan.steps():
        for text in _asked(state, step) if step_id in ("", step.id) else ():
            found.setdefault(text, Question(text, step.title, step.minutes))
    return Posters(tuple(found.values()), state.info.title, state.info.organiser)


def question_posters(told: Posters, tr: Translator, *, size: str = "a4") -> bytes:
    """A page of exactly A4 or A3 for each question. FasilitaattoriError when there are none."""
    if not told.questions:
        raise FasilitaattoriError(N_("Vaiheissa ei ole vielä kysymyksiä."), N_("Kirjoita ne vaiheisiin suunnitelmassa."))
    heading = tr("Kysymysjulisteet")
    sheet = Sheet(size, f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    for question in told.questions:
        _page(sheet, question, told, tr)
        sheet.next_page()
    return sheet.save()


def _asked(state: Workshop, step: Step) -> list[str]:
    """What the step asks the room."""
    settings = state.settings(step)
    match step.tool:
        case "discussion":
            texts = settings.prompts
        case "ideas":
            texts = [settings.prompt]
        case "vote":
            texts = [settings.question]
        case _:
            texts = []
    return [text for text in texts if text.strip()]


def _page(sheet: Sheet, question: Question, told: Posters, tr: Translator) -> None:
    """The step small above, the question as large as it fits, whose evening it is small below."""
    unit = sheet.width / 100
    place = Box(10 * unit, 10 * unit, 80 * unit, sheet.height - 20 * unit)
    time = tr("{n} min", n=question.minutes) if question.minutes else ""
    above = lettered(
        " · ".join(part for part in (question.step, time) if part), BOLD, place.width, 10 * unit, largest=3.4 * unit
    )
    top = sheet.lines(place.x, place.top, above, ink=INK2) - 3 * unit
    sheet.line((place.x, top), (place.x + 16 * unit, top), wide=0.5 * unit, ink=INK)
    below = " · ".join(part for part in (told.organisation, told.title) if part.strip())
    foot = lettered(below, BODY, place.width, 6 * unit, largest=2.2 * unit)
    sheet.lines(place.x, place.y + foot.height, foot, ink=INK2)
    room = top - 4 * unit - (place.y + foot.height + 5 * unit)
    text = lettered(question.text, TITLE, place.width, room, largest=11 * unit, even=True)
    sheet.lines(place.x, top - 4 * unit - (room - text.height) * 0.3, text)
