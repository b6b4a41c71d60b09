"""The results of surveys as data. As in the minutes, nothing is shown of fewer than five answers."""

from collections.abc import Iterator

from fasilitaattori.document.records import Field, Value
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.survey.model import Question, State
from fasilitaattori.tools.survey.model.facts import SHOWN_FROM, QuestionResult
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

KEY = "surveys"


def title(tr: Translator) -> str:
    """The name of the table."""
    return tr("Kyselyt")


def fields(tr: Translator) -> tuple[Field, ...]:
    """The columns after the step's own. `answers` is empty beside a free answer."""
    return (
        Field("question", tr("Kysymys")),
        Field("answer", tr("Vastaus")),
        Field("answers", tr("Vastauksia"), number=True),
        Field("mean", tr("Keskiarvo"), number=True),
        Field("round", tr("Monesko kysely"), number=True),
        Field("answered", tr("Kyselyyn vastanneita"), number=True),
        Field("on_paper", tr("Vastanneista paperilla"), number=True),
        Field("unclear", tr("Epäselviä vastauksia paperilla"), number=True),
    )


def rows(state: Workshop, step: Step) -> Iterator[tuple[Value, ...]]:
    """Question by question, every choice with the number of those who took it; free answers one by one."""
    survey: State = state.tool(step)
    for number, asked in enumerate(survey.rounds, 1):
        result = asked.result
        for question in asked.questions if result.shown else ():
            found = result.of(question.id)
            for row in _question(question, found):
                yield *row, number, result.answers, result.papers, found.unclear


def _question(question: Question, found: QuestionResult) -> Iterator[tuple[Value, ...]]:
    if question.kind == "text" and found.n >= SHOWN_FROM:
        yield from ((question.text, text, None, None) for text in found.texts)
    elif question.kind == "scale" and sum(found.counts.values()) >= SHOWN_FROM:
        mean = None if found.mean is None else round(found.mean, 2)
        for step in range(1, question.steps + 1):
            yield question.text, f"{step}", found.counts.get(str(step), 0), mean
    elif question.kind not in ("scale", "text") and found.n >= SHOWN_FROM:
        for index, option in enumerate(question.options):
            yield question.text, option, found.counts.get(str(index), 0), None
