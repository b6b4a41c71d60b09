"""What a survey leaves in the minutes: results as figures and the free answers, without a trace of who answered.

Under five answers only the count is told, question by question as well: few answers could be guessed to be somebody's.
"""

from fasilitaattori.document.blocks import Block, Heading, bullets, drawn, paragraph, table
from fasilitaattori.figures.bars import Bar, bars
from fasilitaattori.figures.scales import Statement, likert
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.survey.model import Question, State, SurveyResult
from fasilitaattori.tools.survey.model.facts import SHOWN_FROM, Round
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """How many answered, statements in one figure, choices in bars, free answers as a list; every time it was asked."""
    survey: State = state.tool(step)
    rounds = survey.rounds
    blocks: list[Block] = []
    for number, each in enumerate(rounds, 1):
        if len(rounds) > 1:
            blocks.append(Heading(tr("{n}. kysely", n=number), 2))
        blocks += _round(each, tr)
    if survey.open:
        blocks.append(paragraph(tr("Kysely on vielä auki.")))
    elif not blocks and not survey.late:
        blocks.append(paragraph(tr("Kyselyä ei pidetty.")))
    return [*blocks, *_waiting(survey, tr)]


def _round(asked: Round, tr: Translator) -> list[Block]:
    """The results of one time."""
    result = asked.result
    told = [tr.n("Kyselyyn vastasi {n} henkilö.", "Kyselyyn vastasi {n} henkilöä.", result.answers)]
    if result.papers:
        told.append(tr("Heistä {number} vastasi paperilla.", number=result.papers))
    if result.late:
        told.append(tr("Paperilomakkeista {number} lisättiin tuloksiin kyselyn sulkemisen jälkeen.", number=result.late))
    blocks: list[Block] = [paragraph(" ".join(told))]
    if not result.shown:
        few = tr("Vastauksia on alle viisi, joten niitä ei näytetä.")
        return [*blocks, paragraph(few, small=True)]
    blocks += _scales(asked.questions, result, tr)
    for question in asked.questions:
        if question.kind != "scale":
            blocks += _question(question, result, tr)
    return [*blocks, *_unclear(asked, tr)]


def _unclear(asked: Round, tr: Translator) -> list[Block]:
    """On how many papers nobody could read the answer, question by question."""
    counted = [(question, asked.result.of(question.id).unclear) for question in asked.questions]
    found = [f"{question.text} ({count})" for question, count in counted if count]
    told = tr("Paperilta ei saatu selvää: {questions}.", questions=", ".join(found))
    return [paragraph(told, small=True)] if found else []


def _waiting(survey: State, tr: Translator) -> list[Block]:
    """Papers that were typed in after closing and are not counted yet: results that leave them out say so."""
    waiting = len(survey.papers.slips) if survey.late else 0
    if not waiting:
        return []
    told = tr.n(
        "{n} paperilomake on syötetty, mutta sitä ei ole vielä laskettu mukaan.",
        "{n} paperilomaketta on syötetty, mutta niitä ei ole vielä laskettu mukaan.",
        waiting,
    )
    return [paragraph(told)]


def brief(state: Workshop, step: Step, tr: Translator) -> str:
    """How many answered, for the list of sections."""
    survey: State = state.tool(step)
    answers = sum(each.result.answers for each in survey.rounds)
    return tr.n("{n} vastaus", "{n} vastausta", answers) if answers else ""


def _scales(questions: list[Question], result: SurveyResult, tr: Translator) -> list[Block]:
    """All statements in one figure, so that they can be compared."""
    statements: list[Statement] = []
    few: list[Statement] = []
    for question in questions:
        if question.kind == "scale":
            counts = tuple(result.of(question.id).counts.get(str(step), 0) for step in range(1, question.steps + 1))
            enough = sum(counts) >= SHOWN_FROM
            (statements if enough else few).append(Statement(question.text, counts, question.low, question.high))
    title = tr("Kyselyn tulokset")
    scales: list[Block] = [drawn(lambda width: likert(statements, tr, title=title, width=width))] if statements else []
    return [*scales, *_numbers(statements, tr), *(_too_few(statement.text, tr) for statement in few)]


def _numbers(statements: list[Statement], tr: Translator) -> list[Block]:
    """What the figure shows, as tables: one for each length of a scale and what its ends are called."""
    made: list[Block] = []
    for scale in dict.fromkeys(map(_scale, statements)):
        count, low, high = scale
        ends = [f"1 = {low}" if low else "", f"{count} = {high}" if high else ""]
        told = ", ".join(end for end in ends if end)
        header = [tr("Väittämä"), *(f"{step}" for step in range(1, count + 1)), tr("Keskiarvo")]
        rows = [
            [one.text, *(f"{answers}" for answers in one.counts), tr.number(one.mean, 1)]
            for one in statements
            if _scale(one) == scale
        ]
        right = range(1, count + 2)
        caption = tr("Vastauksia, {ends}", ends=told) if told else tr("Vastauksia")
        made.append(table(header, rows, weights=(6, *[0.8] * count, 1.9), right=right, caption=caption))
    return made


def _scale(statement: Statement) -> tuple[int, str, str]:
    return len(statement.counts), statement.low, statement.high


def _question(question: Question, result: SurveyResult, tr: Translator) -> list[Block]:
    found = result.of(question.id)
    if question.kind == "text":
        if not found.texts:
            return []
        if found.n < SHOWN_FROM:
            told = tr("Alle viisi kirjoitti. Tekstejä ei näytetä, jotta kirjoittajaa ei voi arvata.")
            return [paragraph(f"{question.text} {told}", small=True)]
        return [Heading(question.text, 2), bullets(found.texts)]
    if found.n < SHOWN_FROM:
        return [_too_few(question.text, tr)]
    items = [Bar(text, found.counts.get(str(index), 0)) for index, text in enumerate(question.options)]
    numbers = table(
        [tr("Vaihtoehto"), tr("Vastauksia")], [[bar.label, f"{bar.total}"] for bar in items], weights=(6, 1.3), right=(1,)
    )
    return [Heading(question.text, 2), drawn(lambda width: bars(items, tr, title=question.text, width=width)), numbers]


def _too_few(text: str, tr: Translator) -> Block:
    return paragraph(tr("{question} Vastauksia alle viisi, ei näytetä.", question=text), small=True)
