"""The workshop as it stood when its minutes were approved: what comes into the log afterwards is another version's business.

The one thing that reaches back is a person's right: what was erased is erased from every version, and what was written anew
without the name stands in its place.
"""

from collections.abc import Iterator

from fasilitaattori.workshop.checkingfacts import CheckingsRewritten, SummaryPutUp
from fasilitaattori.workshop.closing import SectionEdited, SectionsRewritten, WhatNext, WhatNextRewritten
from fasilitaattori.workshop.events import Erased, Event
from fasilitaattori.workshop.people import NumberRetired, PersonAdded, PersonJoined
from fasilitaattori.workshop.reasons import ReasonGiven, ReasonRewritten
from fasilitaattori.workshop.record import Recorded, RecordEdited, RecordRewritten
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Workshop


def as_approved(replica: Replica, number: int) -> Workshop:
    """As it stood when that version of its minutes was approved; 0, or a number there is not: as it stands now."""
    found = next((version for version in replica.state.closing.versions if version.number == number), None)
    if found is None:
        return replica.state
    upto = [event for event in replica.events if event.clock <= found.clock]
    later = replica.events[len(upto) :]
    return Replica(replica.state.id, replica.state.models, [*upto, *_written_anew(upto, later)]).state


def as_told(replica: Replica) -> Workshop:
    """As the minutes tell it: while they are approved, as it stood when they were."""
    closing = replica.state.closing
    return as_approved(replica, closing.versions[-1].number if closing.approved else 0)


def _written_anew(upto: list[Event], later: list[Event]) -> Iterator[Event]:
    """What stands in the place of something that was erased. Only of what there was: what came later is not in this version."""
    erased = {one for event in later if isinstance(event.body, Erased) for one in event.body.ids}
    known = {event.id for event in upto}
    gone = {event.kind for event in upto if event.id in erased}
    for event in later:
        match event.body:
            case RecordRewritten(entries=entries):
                kinds, there = {Recorded.KIND, RecordEdited.KIND}, all(entry.id in known for entry in entries)
            case CheckingsRewritten(checks=checks):
                kinds, there = {kind for kind in gone if kind.startswith(_CHECKING)}, all(one.id in known for one in checks)
            case SectionsRewritten():
                kinds, there = {SectionEdited.KIND}, True
            case NumberRetired(came=came) if came:
                kinds, there = {PersonJoined.KIND, PersonAdded.KIND}, True
            case ReasonRewritten():
                kinds, there = {ReasonGiven.KIND}, True
            case WhatNextRewritten():
                kinds, there = {WhatNext.KIND}, True
            case _:
                continue
        if there and kinds & gone:
            yield event


_CHECKING = SummaryPutUp.KIND.partition(".")[0] + "."
