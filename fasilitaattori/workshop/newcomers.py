"""Who has just come in by phone and left no other trace: a script that fills the room is found by that, and taken out at once.

Ballots count for nothing here: who has voted is nobody's to know, also not by being spared.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.moderation import remove_person
from fasilitaattori.workshop.people import PersonJoined
from fasilitaattori.workshop.replica import Replica

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def silent_newcomers(replica: Replica, since_ms: int) -> list[int]:
    """The numbers of those who have joined by phone since then (steady milliseconds), are in, and of whom nothing else is
    told: they have sent nothing, and the facilitator has done nothing with them."""
    came: set[int] = set()
    known: set[int] = set()
    for event in replica.events:
        if event.id in replica.dead:
            continue
        body = event.body
        if isinstance(body, PersonJoined):
            if event.ms >= since_ms:
                came.add(body.number)
            continue
        if event.author is not None:
            known.add(event.author)
        known.add(getattr(body, "number", 0))
    people = replica.state.people
    return [number for number in sorted(came - known) if (person := people.get(number)) is not None and not person.removed]


def remove_people(numbers: Iterable[int]) -> Command:
    """Take all of these out of the workshop as one act; whoever is gone already is left alone."""

    def command(state: "Workshop") -> list[Outcome]:
        return [outcome for number in numbers if state.people.get(number) for outcome in remove_person(number)(state)]

    return command
