"""What may be done in a vote: opening, casting, counting, hands."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.vote.model.facts import (
    DOTS,
    ONE,
    SCALE,
    SCALE_STEPS,
    Candidate,
    HandsCounted,
    Settings,
    State,
    VoteCounted,
    VoteOpened,
)
from fasilitaattori.workshop.events import At, Body, Cast, Command, Count, Discard, Outcome
from fasilitaattori.workshop.moderation import ballots_of_removed
from fasilitaattori.workshop.paper import sorted_out
from fasilitaattori.workshop.tool import Send

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

PROPOSAL = "proposal"
MAX_HANDS = 5000


def opening(state: "Workshop", step: "Step") -> list[Body]:
    """Open the box unless it is open, with the candidates as they are now. A vote without candidates stays shut, and one to
    which papers are being added."""
    if state.tool(step).open or state.tool(step).late:
        return []
    candidates = candidates_of(state, step)
    return [VoteOpened(candidates)] if candidates else []


def closing(state: "Workshop", step: "Step") -> list[Outcome]:
    """Count the box if it is open."""
    mine: State = state.tool(step)
    if not mine.open:
        return []
    box, keys, live = mine.box, keys_of(state.settings(step), mine.candidates), mine.papers.live
    return [*ballots_of_removed(state, box), Count(step.id, box, lambda choices: tally(box, keys, choices, live))]


def tally(box: str, keys: list[str], choices: list[Any], live: AbstractSet[int] = frozenset()) -> VoteCounted:
    """The totals of these ballots; a ballot without a choice is blank. Of those on paper only the `live` slips count."""
    phones, papers = sorted_out(choices, live)
    good = [paper.given for paper in papers if not paper.rejected]
    totals = dict.fromkeys(keys, 0)
    blanks = 0
    for choice in (*phones, *good):
        blanks += not choice
        for key, points in choice.items():
            if key in totals:
                totals[key] += points
    return VoteCounted(box, totals, len(phones) + len(good), blanks, len(good), len(papers) - len(good))


def keys_of(settings: Settings, candidates: list[Candidate]) -> list[str]:
    """What points are given to."""
    return scale_keys() if settings.kind == SCALE else [candidate.id for candidate in candidates]


def scale_keys() -> list[str]:
    """ "0" … "5": the steps of the scale."""
    return [str(step) for step in range(SCALE_STEPS)]


def candidates_of(state: "Workshop", step: "Step") -> list[Candidate]:
    """What is voted on: the options, or the ideas or themes of the nearest idea wall before this step (its ideas while no
    theme has any)."""
    settings: Settings = state.settings(step)
    if settings.kind == SCALE:
        return [Candidate(PROPOSAL, settings.question or step.title)]
    listed = [Candidate(f"option-{index}", text) for index, text in enumerate(settings.options) if text.strip()]
    if settings.source not in ("ideas", "themes"):
        return listed
    earlier = state.plan.steps()[: max(0, state.plan.index(step.id))]
    wall = next((s for s in reversed(earlier) if s.tool == "ideas"), None)
    if wall is None:
        return listed
    notes = state.tool(wall)
    themes = [theme for theme in notes.themes if notes.on_wall(theme.id)] if settings.source == "themes" else []
    found = [Candidate(theme.id, theme.name) for theme in themes]
    if not themes:
        found = [Candidate(idea.id, idea.text) for idea in notes.on_wall()]
    return found + listed


def count_hands(step_id: str, totals: dict[str, int], voters: int) -> Command:
    """Enter the numbers counted in the room. RuleViolation: bad_number, no_candidate, no_candidates."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "vote")
        mine: State = state.tool(step)
        settings: Settings = state.settings(step)
        keys = keys_of(settings, mine.candidates)
        if not mine.candidates:
            raise RuleViolation("no_candidates")
        if any(key not in keys for key in totals):
            raise RuleViolation("no_candidate")
        if not 0 <= voters <= MAX_HANDS or any(not 0 <= value <= MAX_HANDS * 20 for value in totals.values()):
            raise RuleViolation("bad_number")
        return [At(step_id, HandsCounted({k: v for k, v in totals.items() if v}, voters))]

    return command


# --- phones --------------------------------------------------------------------------------------------------------


class Ballot(msgspec.Struct, frozen=True):
    """candidate -> points; {} is a blank ballot. On the scale one of "0" … "5" -> 1."""

    choices: dict[str, int]


def _cast(state: "Workshop", step: "Step", author: int, body: Ballot) -> list[Outcome]:
    mine: State = state.tool(step)
    if not mine.open:
        raise RuleViolation("vote_not_open")
    chosen = {key: points for key, points in body.choices.items() if points}
    check_ballot(state.settings(step), mine.candidates, chosen)
    return [Cast(mine.box, author, chosen)]


def check_ballot(settings: Settings, candidates: list[Candidate], chosen: dict[str, int]) -> None:
    """RuleViolation: no_candidate, bad_number, one_choice, too_many_choices, too_many_points, too_many_on_one."""
    keys = keys_of(settings, candidates)
    if any(key not in keys for key in chosen):
        raise RuleViolation("no_candidate")
    if any(points < 0 for points in chosen.values()):
        raise RuleViolation("bad_number")
    if settings.kind == DOTS:
        if sum(chosen.values()) > settings.dots:
            raise RuleViolation("too_many_points", limit=settings.dots)
        if any(points > settings.per_option for points in chosen.values()):
            raise RuleViolation("too_many_on_one", limit=settings.per_option)
        return
    if any(points != 1 for points in chosen.values()):
        raise RuleViolation("bad_number")
    if settings.kind in (ONE, SCALE) and len(chosen) > 1:
        raise RuleViolation("one_choice")
    if settings.max_choices and len(chosen) > settings.max_choices:
        raise RuleViolation("too_many_choices", limit=settings.max_choices)


def leaving(state: "Workshop", step: "Step", number: int) -> list[Outcome]:
    """A removed person's ballot comes out of the open box."""
    mine: State = state.tool(step)
    return [Discard(mine.box, number)] if mine.open else []


def _may_cast(state: "Workshop", step: "Step", author: int) -> bool:
    return state.run.is_open(step.id) and state.tool(step).open


SENDS = {"vote.cast": Send(Ballot, _cast, _may_cast, secret=True)}
