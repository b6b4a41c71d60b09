"""Slips with ideas, typed in one after another: they go on the wall at once, and may be corrected and taken off."""

from typing import TYPE_CHECKING

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.ideas.model.rules import add, correct, hide, move
from fasilitaattori.tools.ideas.model.state import Idea
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.paper import PAPER, check_number

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


def slips(state: "Workshop", step: "Step") -> dict[int, Idea]:
    """The ideas that came on numbered slips and were not taken off the wall, by their numbers."""
    return {idea.number: idea for idea in state.tool(step).ideas.values() if idea.number and not idea.hidden}


def highest(state: "Workshop", step: "Step") -> int:
    """The highest number a slip has had."""
    return max((idea.number for idea in state.tool(step).ideas.values()), default=0)


def enter_slip(step_id: str, number: int, text: str, theme: str = "") -> Command:
    """An idea on a slip; a number that was used before corrects that one. RuleViolation: empty_text, too_long, no_theme,
    bad_number."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        _draft(state)
        check_number(number)
        known = slips(state, step).get(number)
        if known is None:
            return add(step_id, text, theme, source=PAPER, number=number)(state)
        return [*correct(step_id, known.id, text)(state), *move(step_id, [known.id], theme)(state)]

    return command


def take_off(step_id: str, number: int) -> Command:
    """The idea of this slip goes off the wall; it can be put back there. RuleViolation: no_paper."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        known = slips(state, state.plan.need(step_id, "ideas")).get(number)
        if known is None:
            raise RuleViolation("no_paper")
        return hide(step_id, [known.id])(state)

    return command


def _draft(state: "Workshop") -> None:
    """What is approved is told of the wall as it was then."""
    if state.closing.approved:
        raise RuleViolation("already_approved")
