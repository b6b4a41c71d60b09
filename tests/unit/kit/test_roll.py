"""A long list that is cheaply made into another one is, for everybody who reads it, an ordinary list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.kit.roll import PIECE, Roll, same_until

_things = st.lists(st.integers(0, 2), max_size=2 * PIECE + 3)
_places = st.dictionaries(st.integers(0, 4 * PIECE), st.integers(0, 2), max_size=5)


@given(_things, st.lists(st.tuples(_things, _places), max_size=4))
def test_it_holds_what_a_list_would_hold(first: list[int], turns: list[tuple[list[int], dict[int, int]]]) -> None:
    plain, roll = list(first), Roll(first)
    for more, changes in turns:
        before, was = roll, list(plain)
        here = {place: thing for place, thing in changes.items() if place < len(plain)}
        for place, thing in here.items():
            plain[place] = thing
        plain += more
        roll = roll.replaced(here.items()).extended(more)
        assert list(roll) == plain
        assert list(before) == was
        assert roll == Roll(plain)
        assert hash(roll) == hash(Roll(plain))
        assert (roll == before) == (plain == was)
        differ = (at for at, (a, b) in enumerate(zip(plain, was, strict=False)) if a != b)
        assert same_until(roll, before) == same_until(plain, was) == next(differ, len(was))
        assert len(roll) == len(plain)
        assert [roll[at] for at in range(-len(plain), len(plain))] == plain + plain
        assert list(roll[3:-2]) == plain[3:-2]


def test_past_the_end_there_is_nothing() -> None:
    for place in (2, -3):
        with pytest.raises(IndexError):
            Roll("ab")[place]
    assert Roll("ab") != ("a", "b")
    assert repr(Roll("ab")) == "Roll(['a', 'b'])"


def test_what_did_not_change_is_shared() -> None:
    """Comparing two long lists costs by their pieces."""
    first = Roll(range(3 * PIECE + 5))
    second = first.extended([1]).replaced([(PIECE, 7)])
    shared = [a is b for a, b in zip(first.pieces(), second.pieces(), strict=True)]
    assert shared == [True, False, True, False]
    assert first.extended([]) is first
