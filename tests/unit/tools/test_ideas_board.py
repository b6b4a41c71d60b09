"""The board of the console goes through what changed alone, and is as if it had gone through everything."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.i18n import translator
from fasilitaattori.tools.ideas.console.items import NEW_MS, Board, BoardMaker
from fasilitaattori.tools.ideas.model import State
from fasilitaattori.tools.ideas.model import facts as happened
from fasilitaattori.workshop.events import Body, Event

FI = translator("fi")
PEOPLE = ("Helmi", "Reino")

_some = st.lists(st.integers(0, 12), min_size=1, max_size=3)
_one = st.integers(0, 12)
_acts = st.one_of(
    st.tuples(st.just("add"), st.booleans(), st.sampled_from(["Sauna", "Helmi laulaa", "Ranta kuntoon"])),
    st.tuples(st.sampled_from(["withdraw", "split", "correct", "raise", "remove theme"]), _one),
    st.tuples(st.sampled_from(["show", "hide", "move", "merge"]), _some, _one),
    st.tuples(st.just("theme")),
    st.tuples(st.just("search"), st.sampled_from(["", "sauna"])),
    st.tuples(st.just("wait"), st.integers(1, NEW_MS)),
)


def body_of(act: tuple[Any, ...]) -> Body | None:
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
        case "theme":
            return happened.ThemeAdded("Teema")
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


def made(maker: BoardMaker, wall: State, now: int, search: str) -> Board:
    return maker.make(wall, PEOPLE, now, search, FI)


@given(st.lists(st.tuples(_acts, st.booleans()), max_size=60))
def test_the_board_is_as_if_everything_were_gone_through(turns: list[tuple[tuple[Any, ...], bool]]) -> None:
    wall, maker, now, search = State(), BoardMaker(), 0, ""
    for number, (act, looked_at) in enumerate(turns):
        if act[0] == "search":
            search = act[1]
        elif act[0] == "wait":
            now += act[1]
        elif (body := body_of(act)) is not None:
            author = number % 3 or None
            wall.apply(Event(f"i{number}", "", "", "", number, now << 16, "", body.KIND, "step", author, body))
        if looked_at:
            assert made(maker, wall, now, search) == made(BoardMaker(), wall, now, search)
    assert made(maker, wall, now, search) == made(BoardMaker(), wall, now, search)
    assert maker.has_expired(now + NEW_MS) or not any(
        item.content.state == "new" for column in made(maker, wall, now, search).columns.values() for item in column
    )
