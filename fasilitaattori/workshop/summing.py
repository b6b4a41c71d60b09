"""What of an evening is worth checking together: its results, notes, decisions, actions and what happens next, each as a point
that can be read aloud. Which of them go before the hall, the facilitator chooses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.checkingfacts import Point
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE
from fasilitaattori.workshop.settling import MAX_LINE, MAX_POINT, MOST_POINTS, NEXT, RECORD

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

RESULTS, NOTES, DECISIONS, ACTIONS, NEXT_STEPS = "results", "notes", "decisions", "actions", "next"
FEW = 12
"""Up to so many points are checked all; of more, the notes are left for the facilitator to pick."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A point that could be checked. `group` is one of those above; `usual` = it goes before the hall unless it is left out.
    One that is `too_long` for the big screen cannot."""

    group: str
    point: Point
    usual: bool
    too_long: bool = False


def offers(state: "Workshop", tr: Translator) -> list[Offer]:
    """Every point in the order of the minutes. `tr` is of the workshop's language: the room reads them."""
    found = list(_points(state, tr))
    pick_notes = len(found) > FEW and any(group in (DECISIONS, ACTIONS) for group, _ in found)
    made: list[Offer] = []
    for group, point in found:
        too_long = len(point.text) > MAX_POINT or max(len(point.who), len(point.due)) > MAX_LINE
        room = sum(offer.usual for offer in made) < MOST_POINTS
        made.append(Offer(group, point, room and not too_long and not (pick_notes and group == NOTES), too_long))
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
