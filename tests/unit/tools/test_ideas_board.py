"""The board of the console goes through what changed alone, and is as if it had gone through everything."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.i18n import translator
from fasilitaattori.tools.ideas.console.items import NEW_MS, Board, BoardMaker
from fasilitaattori.tools.ideas.model import State
from tests.unit.tools.ideas_acts import changes, event_of

FI = translator("fi")
PEOPLE = ("Helmi", "Reino")

_acts = st.one_of(
    *changes,
    st.tuples(st.just("search"), st.sampled_from(["", "sauna"])),
    st.tuples(st.just("wait"), st.integers(1, NEW_MS)),
)


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
        elif (event := event_of(number, act, now)) is not None:
            wall.apply(event)
        if looked_at:
            assert made(maker, wall, now, search) == made(BoardMaker(), wall, now, search)
    assert made(maker, wall, now, search) == made(BoardMaker(), wall, now, search)
    assert maker.has_expired(now + NEW_MS) or not any(
        item.content.state == "new" for column in made(maker, wall, now, search).columns.values() for item in column
    )
