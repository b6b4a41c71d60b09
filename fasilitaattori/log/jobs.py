"""What goes in and out of the writer: jobs, answers, batches."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from fasilitaattori.workshop.events import Command, Event
from fasilitaattori.workshop.replica import Replica


@dataclass(frozen=True, slots=True)
class Saved:
    """The request is on disk. `ids` of the events it made; `duplicate` = it had been saved before, nothing was added."""

    ids: tuple[str, ...] = ()
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """What one commit changed in one stream: events in log order, and ballots in each box that changed.

    `anew` = the whole log of the stream, because something else changed it.
    """

    stream: str
    events: tuple[Event, ...]
    turnout: dict[str, int] = field(default_factory=dict)
    anew: bool = False

    def fold_into(self, replica: Replica) -> set[str]:
        """Fold it into a replica of the calling thread. Gives the touched parts; "turnout" when ballots came in."""
        touched = replica.refold_all(self.events) if self.anew else replica.apply(self.events)
        if self.turnout:
            replica.state.turnout.update(self.turnout)
            touched.add("turnout")
        return touched


Answer = Any  # what the job gives (Saved for a command), or the exception it ended in
Deliver = Callable[[list[tuple["Job", Answer]]], None]


class Caller(Protocol):
    """Whoever waits for answers. Called once per commit with all of its jobs, on the writer thread."""

    def deliver(self, answers: list[tuple["Job", Answer]]) -> None: ...


@dataclass(slots=True, eq=False)
class Job:
    """A command for a stream, or (`work`) something else the writer alone may do inside its transaction; work that only
    `reads` goes on when the disk is full."""

    stream: str
    caller: Caller
    token: Any = None
    command: Command | None = None
    request: str = ""
    author: int | None = None
    work: Callable[[Any], Any] | None = None
    reads: bool = False
