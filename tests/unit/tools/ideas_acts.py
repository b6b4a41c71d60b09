"""What may happen on an idea wall, at random: for tests that compare what is kept up to date with what is made anew."""

from typing import Any

from hypothesis import strategies as st

from fasilitaattori.tools.ideas.model import State
from fasilitaattori.tools.ideas.model import facts as happened
from fasilitaattori.workshop.events import Body, Event

Act = tuple[Any, ...]
WORDS = ["Sauna", "Helmi laulaa", "Ranta kuntoon"]

_one = st.integers(0, 12)
_some = st.lists(_one, min_size=1, max_size=3)
changes = (
    st.tuples(st.just("add"), st.booleans(), st.sampled_from(WORDS)),
    st.tuples(st.sampled_from(["withdraw", "split", "correct", "raise", "rename theme", "remove theme"]), _one),
    st.tuples(st.sampled_from(["show", "hide", "move", "merge"]), _some, _one),
    st.tuples(st.sampled_from(["theme", "column"]), st.lists(_one, max_size=3)),
)
"""Acts on the ideas and themes of the events i0, i1 …"""


def body_of(act: Act) -> Body | None:
    """What the act is in the log, None when it is not there."""
    name = f"i{act[1]}" if len(act) > 1 else ""
    match act[0]:
        case "add":
            return happened.IdeaAdded(act[2], act[1])
        case "withdraw":
            return happened.IdeaWithdrawn(name)
        case "split":
            return happened.IdeasSplit(name)
        case "correct":
            return happened.IdeaCorrected(name, "Sauna ja ranta")
        case "raise":
            return happened.IdeaRaised(name)
        case "theme" | "column":
            return happened.ThemeAdded("Teema", act[0] == "column", [f"i{i}" for i in act[1]])
        case "rename theme":
            return happened.ThemeRenamed(name, "Toinen")
        case "remove theme":
            return happened.ThemeRemoved(name)
        case "show" | "hide" | "move" | "merge":
            ids = [f"i{i}" for i in act[1]]
            return {
                "show": happened.IdeasShown(ids),
                "hide": happened.IdeasHidden(ids),
                "move": happened.IdeasMoved(ids, f"i{act[2]}"),
                "merge": happened.IdeasMerged(f"i{act[2]}", ids),
            }[act[0]]
    return None


def event_of(number: int, act: Act, now: int) -> Event | None:
    """The event with this number, from a phone or the desk."""
    body = body_of(act)
    if body is None:
        return None
    return Event(f"i{number}", f"r{number}", "", "", number, now << 16, "", body.KIND, "step", number % 3 or None, body)


def folded(events: list[Event]) -> State:
    """The wall folded anew."""
    wall = State()
    for event in events:
        wall.apply(event)
    return wall
