"""A replica: one thread's own copy of a workshop, kept up to date with batches of committed events.

`fold(any shuffle of a set) == fold(the set in log order)`: a batch that continues the log is applied as it comes, anything
else (undo, erasing, events from another laptop) folds the touched parts anew from the events in log order.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from fasilitaattori.workshop.events import Erased, Event, Undone, Unknown
from fasilitaattori.workshop.state import Models, Workshop

AT_ONCE = 300
"""Events folded between two stops: a few milliseconds' work."""


def _log_order(event: Event) -> tuple[int, str, int]:
    return event.order


class Replica:
    """The events of one stream and the state folded from them."""

    def __init__(self, stream: str, models: Models, events: Iterable[Event] = ()) -> None:
        self.state = Workshop(stream, models)
        self.events: list[Event] = []
        self.by_id: dict[str, Event] = {}
        self.requests: dict[str, int | None] = {}  # each with its author
        self.dead: set[str] = set()
        for _ in self.fill(list(events)):
            pass

    def fill(self, events: list[Event]) -> Iterator[None]:
        """The first fold of an empty replica: everything, in log order. A log read from disk comes so already. It stops now and
        then for whoever has something else to do meanwhile; until its end the state is not to be read."""
        if not all(a.clock < b.clock for a, b in pairwise(events)):
            events.sort(key=_log_order)
        for event in events:
            if event.id not in self.by_id:
                self._keep(event)
                self.events.append(event)
        self.dead = dead_of(self.events)
        for number, event in enumerate(self.events, 1):
            if event.id not in self.dead:
                self.state.apply(event)
            if not number % AT_ONCE:
                yield
        self._blank_erased()

    def apply(self, batch: Sequence[Event]) -> set[str]:
        """Take new events in (known ones are ignored); gives the parts of the state they touched."""
        new = [event for event in batch if event.id not in self.by_id]
        if not new:
            return set()
        last = self.events[-1].order if self.events else (0, "", 0)
        plain = all(type(event.body) not in (Undone, Erased) for event in new)
        if plain and new[0].order > last and all(a.order < b.order for a, b in pairwise(new)):
            return self._append(new)
        return self._merge(new)

    def refold_all(self, events: Iterable[Event]) -> set[str]:
        """Throw everything away and fold these events; every part counts as touched. `state` is a new object afterwards."""
        before = {event.part for event in self.events}
        fresh = Replica(self.state.id, self.state.models, events)
        fresh.state.turnout = self.state.turnout
        self.state, self.events, self.by_id = fresh.state, fresh.events, fresh.by_id
        self.requests, self.dead = fresh.requests, fresh.dead
        return (before | {event.part for event in self.events}) - {""}

    def _keep(self, event: Event) -> None:
        self.by_id[event.id] = event
        self.requests[event.request] = event.author

    def _append(self, new: Sequence[Event]) -> set[str]:
        touched = set()
        for event in new:
            self._keep(event)
            self.events.append(event)
            if event.id not in self.dead:
                self.state.apply(event)
                touched.add(event.part)
        touched.discard("")
        return touched

    def _merge(self, new: Iterable[Event]) -> set[str]:
        before = self.dead
        touched = set()
        for event in new:
            if event.id not in self.by_id:
                self._keep(event)
                insort(self.events, event, key=_log_order)
                touched.add(event.part)
        self.dead = dead_of(self.events)
        touched |= {self.by_id[i].part for i in before ^ self.dead if i in self.by_id}
        touched.discard("")
        for part in touched:
            self.state.refold(part, self.live(part))
        self._blank_erased()
        return touched

    def _blank_erased(self) -> None:
        """What was erased on disk is not kept in memory either."""
        erased = {i for event in self.events if isinstance(event.body, Erased) for i in event.body.ids}
        if erased:
            self.events = [blanked(event) if event.id in erased else event for event in self.events]
            self.by_id = {event.id: event for event in self.events}

    def live(self, part: str) -> list[Event]:
        """The events of a part that count, in log order."""
        return [event for event in self.events if event.part == part and event.id not in self.dead]


def blanked(event: Event) -> Event:
    """The envelope of an erased event: neither what it said nor who said it."""
    return msgspec.structs.replace(event, body=Unknown(), author=None)


def dead_of(events: Sequence[Event]) -> set[str]:
    """Ids that no longer count: undone (an undone `Undone` does not count, that is redo) or erased. `events` in log order."""
    dead: set[str] = set()
    for event in reversed(events):
        if isinstance(event.body, Erased) or (isinstance(event.body, Undone) and event.id not in dead):
            dead.update(event.body.ids)
    return dead
