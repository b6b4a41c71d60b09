"""A ballot on paper as it is typed in: the choices in the order in which the printed ballot has them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.vote.model import papers
from fasilitaattori.tools.vote.model.facts import DOTS, SCALE, SCALE_STEPS, SEVERAL, Candidate, Settings, State
from fasilitaattori.tools.vote.model.rules import candidates_of, check_ballot
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.paper import slip_of, voter_of
from fasilitaattori.workshop.papersheet import (
    BALLOT,
    CLOSED,
    LATE,
    MANY,
    NOTHING,
    ONE,
    OPEN,
    POINTS,
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

VOTE = "vote"
"""A ballot has one question."""


def sheet(state: "Workshop", step: "Step", tr: "Translator") -> Sheet:
    """The ballot as it is printed."""
    settings: Settings = state.settings(step)
    each = min(settings.per_option, settings.dots) if settings.kind == DOTS else 1
    kind = {SEVERAL: MANY, DOTS: POINTS}.get(settings.kind, ONE)
    asked = Asked(VOTE, settings.question.strip() or step.title, kind, rule_of(settings, tr), _marks(state, step), each=each)
    return Sheet(BALLOT, step.title, "", (asked,))


def rule_of(settings: Settings, tr: "Translator") -> str:
    """What one may do, in the words that phones and printed ballots show."""
    if settings.kind == SCALE:
        return tr("Valitse yksi. 0 tarkoittaa, että et voi hyväksyä, ja 5, että olet täysin mukana.")
    if settings.kind == ONE:
        return tr("Valitse yksi.")
    if settings.kind == SEVERAL:
        most = settings.max_choices
        return tr.n("Valitse enintään {n}.", "Valitse enintään {n}.", most) if most else tr("Valitse niin monta kuin haluat.")
    has = tr.n("Sinulla on {n} piste.", "Sinulla on {n} pistettä.", settings.dots)
    if settings.per_option >= settings.dots:
        return f"{has} {tr('Voit antaa kaikki samalle tai jakaa ne.')}"
    most = settings.per_option
    return f"{has} {tr.n('Samalle voi antaa enintään {n} pisteen.', 'Samalle voi antaa enintään {n} pistettä.', most)}"


def standing(state: "Workshop", step: "Step") -> Standing:
    """How it is with the papers of this vote."""
    mine: State = state.tool(step)
    result = mine.result
    counted, answers = (result.papers + result.rejected, result.ballots) if result else (0, 0)
    where = OPEN if mine.open else LATE if mine.late else CLOSED if _candidates(state, step) else NOTHING
    numbers = tuple(sorted(mine.papers.slips)) if where in (OPEN, LATE) else ()
    if mine.open:
        counted = answers = 0  # of the round before
    return Standing(where, numbers, mine.papers.highest + 1, counted, answers, result is not None)


def faults(state: "Workshop", step: "Step", given: Given, tr: "Translator") -> Sequence[Fault]:
    """Why this ballot cannot count as it is, and what to do."""
    if given.unclear:
        return ()
    settings: Settings = state.settings(step)
    choices = _choices(given)
    try:
        check_ballot(settings, _candidates(state, step), choices)
    except RuleViolation as error:
        way_out = tr("Korjaa, jos näppäilit väärin. Jos lipussa on näin, paina X: se hylätään.")
        return (Fault(VOTE, f"{_wrong(error, choices, tr)} {way_out}"),)
    return ()


def _wrong(error: RuleViolation, choices: dict[str, int], tr: "Translator") -> str:
    given, limit = sum(choices.values()), error.params.get("limit", 1)
    match error.code:
        case "too_many_points":
            return tr("Pisteitä on {given}, sallittu on {limit}.", given=given, limit=limit)
        case "too_many_on_one":
            return tr(
                "Samalla vaihtoehdolla on {given} pistettä, sallittu on {limit}.", given=max(choices.values()), limit=limit
            )
        case "too_many_choices":
            return tr("Valintoja on {given}, sallittu on {limit}.", given=given, limit=limit)
    return error.text(tr)


def enter(state: "Workshop", step: "Step", number: int, given: Given) -> Command:
    """The ballot into the box."""
    return papers.enter_paper(step.id, number, _choices(given), bool(given.unclear))


def take_out(step_id: str, number: int) -> Command:
    """The ballot counts no more."""
    return papers.take_out_paper(step_id, number)


def reopen(step_id: str) -> Command:
    """Let papers be added to the closed vote."""
    return papers.open_for_papers(step_id)


def count(step_id: str) -> Command:
    """Add them to the result."""
    return papers.count_papers(step_id)


def kept(state: "Workshop", step: "Step", number: int) -> Given | Place | None:
    """Where this ballot lies."""
    mine: State = state.tool(step)
    slip = mine.papers.slips.get(number)
    return None if slip is None else Place(mine.box or mine.late, voter_of(slip))


def unpacked(state: "Workshop", step: "Step", lay: Any) -> Given:
    """What was typed of it."""
    slip = slip_of(lay)
    if slip is None:
        return Given()
    if slip.rejected:
        return Given(unclear=[VOTE])
    if not slip.given:
        return Given()
    settings: Settings = state.settings(step)
    if settings.kind == DOTS:
        return Given({VOTE: dict(slip.given)})
    return Given({VOTE: sorted(slip.given) if settings.kind == SEVERAL else next(iter(slip.given))})


def _candidates(state: "Workshop", step: "Step") -> list[Candidate]:
    mine: State = state.tool(step)
    return mine.candidates or candidates_of(state, step)


def _marks(state: "Workshop", step: "Step") -> tuple[Mark, ...]:
    settings: Settings = state.settings(step)
    if settings.kind == SCALE:
        labels = [*settings.labels, *[""] * SCALE_STEPS]
        return tuple(Mark(f"{each}", f"{each}", labels[each]) for each in reversed(range(SCALE_STEPS)))
    return tuple(Mark(each.id, f"{place}", each.text) for place, each in enumerate(_candidates(state, step), 1))


def _choices(given: Given) -> dict[str, int]:
    answer = given.answers.get(VOTE)
    if isinstance(answer, dict):
        return {str(key): int(points) for key, points in answer.items()}
    keys = answer if isinstance(answer, list) else [answer] if answer else []
    return {str(key): 1 for key in keys}
