"""What may be done in a survey: opening, answering, counting."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.survey.model.facts import (
    SCALE,
    TEXT,
    Question,
    QuestionResult,
    State,
    SurveyCounted,
    SurveyOpened,
)
from fasilitaattori.workshop.events import Body, Cast, Count, Discard, Outcome
from fasilitaattori.workshop.moderation import ballots_of_removed
from fasilitaattori.workshop.paper import sorted_out
from fasilitaattori.workshop.record import clean_text
from fasilitaattori.workshop.tool import Send

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

MAX_ANSWER = 2000
Answer = int | str | list[int]


def opening(state: "Workshop", step: "Step") -> list[Body]:
    """Open the box unless it is open, papers are being added, or there is nothing to ask. Opening again asks everybody
    anew."""
    questions, mine = state.settings(step).questions, state.tool(step)
    return [] if mine.open or mine.late or not questions else [SurveyOpened(questions)]


def closing(state: "Workshop", step: "Step") -> list[Outcome]:
    """Count the box if it is open."""
    mine: State = state.tool(step)
    if not mine.open:
        return []
    box, questions, live = mine.box, mine.questions, mine.papers.live
    return [*ballots_of_removed(state, box), Count(step.id, box, lambda choices: tally(box, questions, choices, live))]


def tally(box: str, questions: list[Question], choices: list[Any], live: AbstractSet[int] = frozenset()) -> SurveyCounted:
    """Results question by question; of the papers only the `live` slips count. Free texts are sorted, so that their order
    tells nothing of who answered when."""
    phones, papers = sorted_out(choices, live)
    answers: list[dict[str, Any]] = [*phones, *(paper.given for paper in papers)]
    results = []
    for question in questions:
        given = [form[question.id] for form in answers if question.id in form]
        unclear = sum(question.id in paper.unclear for paper in papers)
        if question.kind == TEXT:
            results.append(QuestionResult(question.id, texts=sorted(given), n=len(given), unclear=unclear))
            continue
        counts = dict.fromkeys(keys_of(question), 0)
        for answer in given:
            for choice in answer if isinstance(answer, list) else [answer]:
                counts[str(choice)] = counts.get(str(choice), 0) + 1
        results.append(QuestionResult(question.id, counts, n=len(given), unclear=unclear))
    return SurveyCounted(box, len(answers), results, len(papers))


def keys_of(question: Question) -> list[str]:
    """The possible answers: scale steps from "1", options from "0"."""
    if question.kind == SCALE:
        return [str(step) for step in range(1, question.steps + 1)]
    return [str(index) for index in range(len(question.options))]


class Form(msgspec.Struct, frozen=True):
    """question -> answer: a scale step (from 1), an option's index, a list of them, or text. Left out = skipped, where the
    question is optional (on paper anything may be left out)."""

    answers: dict[str, Answer]


def _answer(state: "Workshop", step: "Step", author: int, body: Form) -> list[Outcome]:
    mine: State = state.tool(step)
    if not mine.open:
        raise RuleViolation("survey_not_open")
    clean = checked(mine, body.answers)
    for number, question in enumerate(mine.questions, 1):
        if not question.optional and question.id not in clean:
            raise RuleViolation("answer_missing", n=number, text=question.text)
    return [Cast(mine.box, author, clean)]


def checked(mine: State, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers as they are kept, skipped ones left out. RuleViolation: no_question, bad_answer, too_long."""
    known = {question.id: question for question in mine.questions}
    clean: dict[str, Answer] = {}
    for key, answer in answers.items():
        if key not in known:
            raise RuleViolation("no_question")
        kept = check_answer(known[key], answer)
        if kept is not None:
            clean[key] = kept
    return clean


def check_answer(question: Question, answer: Answer) -> Answer | None:
    """The answer as it is kept; None = skipped. RuleViolation: bad_answer, too_long."""
    keys = keys_of(question)
    match question.kind:
        case "text" if isinstance(answer, str):
            return clean_text(answer, MAX_ANSWER) if answer.strip() else None
        case "many" if isinstance(answer, list) and all(str(choice) in keys for choice in answer):
            return sorted(set(answer)) or None
        case "scale" | "one" if isinstance(answer, int) and str(answer) in keys:
            return answer
    raise RuleViolation("bad_answer")


def leaving(state: "Workshop", step: "Step", number: int) -> list[Outcome]:
    """A removed person's answers come out of the open box."""
    mine: State = state.tool(step)
    return [Discard(mine.box, number)] if mine.open else []


def _may_answer(state: "Workshop", step: "Step", author: int) -> bool:
    return state.run.is_open(step.id) and state.tool(step).open


SENDS = {"survey.answered": Send(Form, _answer, _may_answer, secret=True)}
