"""The results of votes as data. Ballots are secret and gone when a vote has closed: only sums are there."""

from collections.abc import Iterator

from fasilitaattori.document.records import Field, Value
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.vote.model import State
from fasilitaattori.tools.vote.model.facts import SCALE, SCALE_STEPS
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

KEY = "votes"


def title(tr: Translator) -> str:
    """The name of the table."""
    return tr("Äänestykset")


def fields(tr: Translator) -> tuple[Field, ...]:
    """The columns after the step's own."""
    return (
        Field("option", tr("Vaihtoehto")),
        Field("by_phone", tr("Puhelimella tai paperilla"), number=True),
        Field("in_the_room", tr("Huoneessa"), number=True),
        Field("together", tr("Yhteensä"), number=True),
        Field("voters", tr("Äänestäjiä"), number=True),
        Field("on_paper", tr("Äänestäjistä paperilla"), number=True),
        Field("rejected", tr("Hylättyjä lippuja"), number=True),
    )


def rows(state: Workshop, step: Step) -> Iterator[tuple[Value, ...]]:
    """Every option with its votes or points; nothing of a vote that is open or was not held. A few phones are not told apart
    from the room."""
    vote: State = state.tool(step)
    if vote.open or (vote.result is None and not vote.hands):
        return
    scale = state.settings(step).kind == SCALE
    options = (
        [(f"{value}", f"{value}") for value in range(SCALE_STEPS)]
        if scale
        else [(one.id, one.text) for one, _ in vote.ranking()]
    )
    papers = (vote.result.papers, vote.result.rejected) if vote.result else (0, 0)
    for key, text in options:
        hand = vote.hands.get(key, 0)
        phones = vote.result.totals.get(key, 0) if vote.result else 0
        yield text, *((phones, hand) if vote.apart else (None, None)), phones + hand, vote.voters(), *papers
