"""Survey forms on paper, typed in by the facilitator: into the box of the phones while it is open, and on purpose
afterwards."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.survey.model.facts import (
    State,
    SurveyPaperEntered,
    SurveyPapersCounted,
    SurveyPapersOpened,
    SurveyPaperTakenOut,
)
from fasilitaattori.tools.survey.model.rules import Answer, checked, tally
from fasilitaattori.workshop.events import At, Body, Cast, Command, Count, Outcome
from fasilitaattori.workshop.paper import Slip, box_for_papers, check_number, draw, laid, voter_of

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def enter_paper(step_id: str, number: int, answers: Mapping[str, Answer], unclear: Sequence[str] = ()) -> Command:
    """A form on paper, as from a phone; of the questions in `unclear` nobody can read the answer. A number that was used
    before corrects that one. An empty form is an answer too, as on a phone.

    RuleViolation: survey_not_open, bad_number, no_question, bad_answer, too_long.
    """
    slip = draw()

    def command(state: "Workshop") -> list[Outcome]:
        mine: State = state.tool(state.plan.need(step_id, "survey"))
        box = box_for_papers(state, mine.box, mine.late, "survey_not_open")
        check_number(number)
        known = {question.id for question in mine.questions}
        clean = checked(mine, {key: answer for key, answer in answers.items() if key not in unclear})
        lying = laid(Slip(slip, clean, unclear=[key for key in unclear if key in known]))
        return [Cast(box, voter_of(slip), lying), At(step_id, SurveyPaperEntered(box, number, slip))]

    return command


def take_out_paper(step_id: str, number: int) -> Command:
    """The form with this number counts no more. RuleViolation: survey_not_open, no_paper."""

    def command(state: "Workshop") -> list[Outcome]:
        mine: State = state.tool(state.plan.need(step_id, "survey"))
        box = box_for_papers(state, mine.box, mine.late, "survey_not_open")
        if number not in mine.papers.slips:
            raise RuleViolation("no_paper")
        return [At(step_id, SurveyPaperTakenOut(box, number))]

    return command


def open_for_papers(step_id: str) -> Command:
    """Let forms be added to a survey that is closed, or was never open.

    RuleViolation: survey_open, already_approved, no_question.
    """

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "survey")
        mine: State = state.tool(step)
        if mine.open:
            raise RuleViolation("survey_open")
        if state.closing.approved:
            raise RuleViolation("already_approved")
        if mine.late:
            return []
        questions = [] if mine.questions else state.settings(step).questions
        if not (mine.questions or questions):
            raise RuleViolation("no_question")
        return [At(step_id, SurveyPapersOpened(questions))]

    return command


def count_papers(step_id: str) -> Command:
    """Add the forms to the results of a survey that is closed."""

    def command(state: "Workshop") -> list[Outcome]:
        mine: State = state.tool(state.plan.need(step_id, "survey"))
        if not mine.late:
            return []
        box_for_papers(state, mine.box, mine.late, "survey_not_open")
        box, questions, live = mine.late, mine.questions, mine.papers.live

        def counted(choices: list[Any]) -> Body:
            all_of_it = tally(box, questions, choices, live)
            return SurveyPapersCounted(box, all_of_it.answers, all_of_it.results)

        return [Count(step_id, box, counted)]

    return command
