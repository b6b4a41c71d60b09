"""The tools of which papers can be typed in, by their names in a plan."""

from collections.abc import Mapping

from fasilitaattori.tools.ideas import paper as ideas
from fasilitaattori.tools.survey import paper as survey
from fasilitaattori.tools.vote import paper as vote
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.papersheet import BALLOT, FORM, OPEN, TakesPapers
from fasilitaattori.workshop.state import Workshop

TAKES_PAPERS: Mapping[str, TakesPapers] = {"survey": survey, "vote": vote, "ideas": ideas}
_COUNTED: Mapping[str, str] = {"survey": FORM, "vote": BALLOT}


def to_be_counted(state: Workshop, step: Step | None) -> tuple[str, int]:
    """What papers of the step are called that lie in its open box, and how many there are: they are counted for good when the
    step is left. 0 of a step that counts none."""
    if step is None or step.tool not in _COUNTED:
        return "", 0
    standing = TAKES_PAPERS[step.tool].standing(state, step)
    return _COUNTED[step.tool], len(standing.numbers) if standing.state == OPEN else 0


def steps_with_papers(state: Workshop) -> list[Step]:
    """The steps of the plan that take papers."""
    return [step for step in state.plan.steps() if step.tool in TAKES_PAPERS]
