"""The tools of which papers can be typed in, by their names in a plan."""

from collections.abc import Mapping

from fasilitaattori.tools.ideas import paper as ideas
from fasilitaattori.tools.survey import paper as survey
from fasilitaattori.tools.vote import paper as vote
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.papersheet import TakesPapers
from fasilitaattori.workshop.state import Workshop

TAKES_PAPERS: Mapping[str, TakesPapers] = {"survey": survey, "vote": vote, "ideas": ideas}


def steps_with_papers(state: Workshop) -> list[Step]:
    """The steps of the plan that take papers."""
    return [step for step in state.plan.steps() if step.tool in TAKES_PAPERS]
