"""The board of the console goes through what changed alone, and is as if it had gone through everything."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.i18n import translator
from fasilitaattori.tools.ideas.console.items import NEW_MS, Board, BoardMaker, Item
from fasilitaattori.tools.ideas.model import State
from tests.unit.tools.ideas_acts import changes, event_of

FI = translator("fi")
PEOPLE = ("Helmi", "Reino")

_acts = st.one_of(
    *changes,
    st.tuples(st.just("search"), st.sampled_from(["", "sauna"])),
    st.tuples(st.just("wait"), st.integers(1, NEW_MS)),
    st.tuples(st.just("order"), st.lists(st.integers(0, 12).map("i{}".format), max_size=8, unique=True)),
)


def made(maker: BoardMaker, wall: State, now: int, search: str) -> Board:
    return maker.make(wall, PEOPLE, now, search, FI)


def anew(maker: BoardMaker) -> BoardMaker:
    """One that has seen nothing, with the same order."""
    other = BoardMaker()
    other.order = maker.order
    return other


def follow(columns: dict[str, list[Item]], board: Board) -> None:
    """What somebody has who looks only at what is told to have changed."""
    for key, items in board.columns.items():
        changed, mine = board.changed.get(key, ()), columns.get(key, [])
        if changed is None:
            columns[key] = list(items)
        else:
            for row in changed:
                assert mine[row] != items[row]
                mine[row] = items[row]
            columns[key] = mine + items[len(mine) :]
    for key in columns.keys() - board.columns.keys():
        del columns[key]


@given(st.lists(st.tuples(_acts, st.booleans()), max_size=60))
def test_the_board_is_as_if_everything_were_gone_through(turns: list[tuple[tuple[Any, ...], bool]]) -> None:
    wall, maker, now, search = State(), BoardMaker(), 0, ""
    followed: dict[str, list[Item]] = {}
    for number, (act, looked_at) in enumerate(turns):
        if act[0] == "search":
            search = act[1]
        elif act[0] == "wait":
            now += act[1]
        elif act[0] == "order":
            maker.order = {idea: place for place, idea in enumerate(act[1])}
        elif (event := event_of(number, act, now)) is not None:
            wall.apply(event)
        if looked_at:
            board = made(maker, wall, now, search)
            assert board == made(anew(maker), wall, now, search)
            follow(followed, board)
            assert followed == board.columns
    assert made(maker, wall, now, search) == made(anew(maker), wall, now, search)
    assert maker.has_expired(now + NEW_MS) or not any(
        item.content.state == "new" for column in made(maker, wall, now, search).columns.values() for item in column
    )
