"""What of an evening is worth checking together: its results, notes, decisions, actions and what happens next, each as a point
that can be read aloud. Which of them go before the hall, the facilitator chooses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.checking import Point
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE
from fasilitaattori.workshop.settling import MAX_POINT, MOST_POINTS, NEXT, RECORD

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

RESULTS, NOTES, DECISIONS, ACTIONS, NEXT_STEPS = "results", "notes", "decisions", "actions", "next"
FEW = 12
"""Up to so many points are checked all; of more, the notes are left for the facilitator to pick."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A point that could be checked. `group` is one of those above; `usual` = it goes before the hall unless it is left out."""

    group: str
    point: Point
    usual: bool


def offers(state: "Workshop", tr: Translator) -> list[Offer]:
    """Every point in the order of the minutes. `tr` is of the workshop's language: the room reads them."""
    found = [(group, point) for group, point in _points(state, tr) if len(point.text) <= MAX_POINT]
    pick_notes = len(found) > FEW and any(group in (DECISIONS, ACTIONS) for group, _ in found)
    made = []
    for group, point in found:
        usual = not (pick_notes and group == NOTES) and sum(offer.usual for offer in made) < MOST_POINTS
        made.append(Offer(group, point, usual))
    return made


def _points(state: "Workshop", tr: Translator) -> Iterator[tuple[str, Point]]:
    for step in state.plan.steps():
        for words in state.models[step.tool].points(state, step, tr):
            yield RESULTS, Point(words)
    for kind, group in ((NOTE, NOTES), (DECISION, DECISIONS), (ACTION, ACTIONS)):
        for entry in state.record.of_kind(kind):
            yield group, Point(entry.text, entry.who, entry.due, RECORD + entry.id)
    closing = state.closing
    if closing.where.strip():
        yield NEXT_STEPS, Point(closing.where.strip(), closing.who.strip(), closing.when.strip(), NEXT)
