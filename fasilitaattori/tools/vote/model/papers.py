"""Ballots on paper, typed in by the facilitator: into the box of the phones while it is open, and on purpose afterwards."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.vote.model.facts import (
    State,
    VotePaperEntered,
    VotePapersCounted,
    VotePapersOpened,
    VotePaperTakenOut,
)
from fasilitaattori.tools.vote.model.rules import candidates_of, check_ballot, keys_of, tally
from fasilitaattori.workshop.events import At, Body, Cast, Command, Count, Outcome
from fasilitaattori.workshop.paper import Slip, box_for_papers, check_number, draw, laid, voter_of

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def enter_paper(step_id: str, number: int, choices: Mapping[str, int], rejected: bool = False) -> Command:
    """A ballot on paper, as on a phone ({} = blank) or `rejected`; a number that was used before corrects that one.

    RuleViolation: vote_not_open, bad_number, and what a phone's ballot would be refused for.
    """
    slip = draw()

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "vote")
        mine: State = state.tool(step)
        box = box_for_papers(state, mine.box, mine.late, "vote_not_open")
        check_number(number)
        chosen = {} if rejected else {key: points for key, points in choices.items() if points}
        check_ballot(state.settings(step), mine.candidates, chosen)
        cast = Cast(box, voter_of(slip), laid(Slip(slip, chosen, rejected)))
        return [cast, At(step_id, VotePaperEntered(box, number, slip))]

    return command


def take_out_paper(step_id: str, number: int) -> Command:
    """The paper with this number counts no more. RuleViolation: vote_not_open, no_paper."""

    def command(state: "Workshop") -> list[Outcome]:
        mine: State = state.tool(state.plan.need(step_id, "vote"))
        box = box_for_papers(state, mine.box, mine.late, "vote_not_open")
        if number not in mine.papers.slips:
            raise RuleViolation("no_paper")
        return [At(step_id, VotePaperTakenOut(box, number))]

    return command


def open_for_papers(step_id: str) -> Command:
    """Let papers be added to a vote that is closed, or was never open.

    RuleViolation: vote_open, already_approved, no_candidates.
    """

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "vote")
        mine: State = state.tool(step)
        if mine.open:
            raise RuleViolation("vote_open")
        if state.closing.approved:
            raise RuleViolation("already_approved")
        if mine.late:
            return []
        candidates = [] if mine.candidates else candidates_of(state, step)
        if not (mine.candidates or candidates):
            raise RuleViolation("no_candidates")
        return [At(step_id, VotePapersOpened(candidates))]

    return command


def count_papers(step_id: str) -> Command:
    """Add the papers to the result of a vote that is closed."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "vote")
        mine: State = state.tool(step)
        if not mine.late:
            return []
        box_for_papers(state, mine.box, mine.late, "vote_not_open")
        box, keys, live = mine.late, keys_of(state.settings(step), mine.candidates), mine.papers.live

        def counted(choices: list[Any]) -> Body:
            all_of_it = tally(box, keys, choices, live)
            return VotePapersCounted(box, all_of_it.totals, all_of_it.ballots, all_of_it.blanks, all_of_it.rejected)

        return [Count(step_id, box, counted)]

    return command
