"""A survey form on paper as it is typed in: the questions in the order and with the numbers of the printed form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fasilitaattori.tools.survey.model import papers
from fasilitaattori.tools.survey.model.facts import MANY, SCALE, TEXT, Question, State
from fasilitaattori.tools.survey.model.rules import MAX_ANSWER, Answer, keys_of
from fasilitaattori.workshop import papersheet
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.paper import slip_of, voter_of
from fasilitaattori.workshop.papersheet import (
    CLOSED,
    FORM,
    LATE,
    NOTHING,
    OPEN,
    Asked,
    Fault,
    Given,
    Mark,
    Place,
    Sheet,
    Standing,
)

if TYPE_CHECKING:
    from fasilitaattori.i18n import Translator
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

BESIDE = 11
"""A scale with more steps stands below one another."""


def sheet(state: "Workshop", step: "Step", tr: "Translator") -> Sheet:
    """The form as it is printed."""
    asked = tuple(_asked(question, tr) for question in _questions(state, step))
    return Sheet(FORM, step.title, state.settings(step).intro, asked)


def labels_of(question: Question, tr: "Translator") -> list[str]:
    """What stands at each step of a scale: the five steps of agreement, or the words of its two ends."""
    if question.steps == 5 and not question.low and not question.high:
        return [
            tr("Täysin eri mieltä"),
            tr("Jokseenkin eri mieltä"),
            tr("En samaa enkä eri mieltä"),
            tr("Jokseenkin samaa mieltä"),
            tr("Täysin samaa mieltä"),
        ]
    return [question.low, *[""] * (question.steps - 2), question.high][: question.steps]


def standing(state: "Workshop", step: "Step") -> Standing:
    """How it is with the papers of this survey."""
    mine: State = state.tool(step)
    result = mine.result
    counted, answers = (result.papers, result.answers) if result and not mine.open else (0, 0)
    where = OPEN if mine.open else LATE if mine.late else CLOSED if _questions(state, step) else NOTHING
    numbers = tuple(sorted(mine.papers.slips)) if where in (OPEN, LATE) else ()
    return Standing(where, numbers, mine.papers.highest + 1, counted, answers, result is not None)


def faults(state: "Workshop", step: "Step", given: Given, tr: "Translator") -> Sequence[Fault]:
    """A text that is longer than what is kept."""
    return [
        Fault(
            key,
            tr(
                "Vastauksessa on {given} merkkiä, talteen mahtuu {limit}. Lyhennä sitä sisältöä muuttamatta.",
                given=len(answer.strip()),
                limit=MAX_ANSWER,
            ),
        )
        for key, answer in given.answers.items()
        if isinstance(answer, str) and len(answer.strip()) > MAX_ANSWER and key not in given.unclear
    ]


def enter(state: "Workshop", step: "Step", number: int, given: Given) -> Command:
    """The form into the box."""
    texts = _texts(state, step)
    answers = {key: value if key in texts else _sent(value) for key, value in given.answers.items()}
    return papers.enter_paper(step.id, number, answers, given.unclear)


def take_out(step_id: str, number: int) -> Command:
    """The form counts no more."""
    return papers.take_out_paper(step_id, number)


def reopen(step_id: str) -> Command:
    """Let papers be added to the closed survey."""
    return papers.open_for_papers(step_id)


def count(step_id: str) -> Command:
    """Add them to the results."""
    return papers.count_papers(step_id)


def kept(state: "Workshop", step: "Step", number: int) -> Given | Place | None:
    """Where this form lies."""
    mine: State = state.tool(step)
    slip = mine.papers.slips.get(number)
    return None if slip is None else Place(mine.box or mine.late, voter_of(slip))


def unpacked(state: "Workshop", step: "Step", lay: Any) -> Given:
    """What was typed of it."""
    slip = slip_of(lay)
    if slip is None:
        return Given()
    texts = _texts(state, step)
    answers = {key: value if key in texts else _shown(value) for key, value in slip.given.items()}
    return Given(answers, list(slip.unclear))


def _questions(state: "Workshop", step: "Step") -> list[Question]:
    asked: list[Question] = state.tool(step).questions or state.settings(step).questions
    return asked


def _asked(question: Question, tr: "Translator") -> Asked:
    keys = keys_of(question) if question.kind != TEXT else []
    if question.kind == SCALE:
        marks = tuple(Mark(key, key, label) for key, label in zip(keys, labels_of(question, tr), strict=True))
        return Asked(question.id, question.text, papersheet.ONE, "", marks, question.steps <= BESIDE)
    if question.kind == TEXT:
        return Asked(question.id, question.text, papersheet.TEXT)
    many = question.kind == MANY
    rule = tr("Voit valita monta.") if many else tr("Valitse yksi.")
    marks = tuple(Mark(key, f"{int(key) + 1}", text) for key, text in zip(keys, question.options, strict=True))
    return Asked(question.id, question.text, papersheet.MANY if many else papersheet.ONE, rule, marks)


def _texts(state: "Workshop", step: "Step") -> set[str]:
    """The questions that are answered in words."""
    return {question.id for question in _questions(state, step) if question.kind == TEXT}


def _sent(value: Any) -> Answer:
    """Marks as a phone sends them."""
    return [int(key) for key in value] if isinstance(value, list) else int(value)


def _shown(value: Any) -> Any:
    return [f"{key}" for key in value] if isinstance(value, list) else f"{value}"
