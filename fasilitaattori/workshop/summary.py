"""What the library shows of a workshop without folding its log."""

from typing import TYPE_CHECKING

import msgspec

from fasilitaattori.workshop.answers import promises

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

PARTS = frozenset({"info", "plan", "run", "people", "closing", "record", "answers"})


class Summary(msgspec.Struct, frozen=True, omit_defaults=True):
    """One row of the library. `status`: draft, ready, running, minutes (held, minutes unfinished), done.

    `rug` is [(minutes, mode, title), …] in order. Dates and times as in the heading. `promises` are the days (ISO) by which
    something has been promised that is still open, the oldest first. `series`: the series it belongs to, "" = none.
    """

    stream: str
    title: str = ""
    place: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    status: str = "draft"
    people: int = 0
    expected: int = 0
    rug: list[tuple[int, str, str]] = []
    promises: list[str] = []
    series: str = ""


def summarise(state: "Workshop") -> Summary:
    """The row of this workshop."""
    info = state.info
    phase = state.run.phase
    steps = state.plan.steps()
    if phase == "ended":
        status = "done" if state.closing.approved else "minutes"
    elif phase in ("running", "open"):
        status = "running"
    else:
        status = "ready" if steps and info.date and info.start else "draft"
    rug = [(step.minutes, step.mode, step.title) for step in steps]
    return Summary(
        state.id,
        info.title,
        info.place,
        info.date,
        info.start,
        info.end,
        status,
        state.people.count(),
        info.expected,
        rug,
        [promise.day.isoformat() for promise in promises(state)],
        info.series,
    )
