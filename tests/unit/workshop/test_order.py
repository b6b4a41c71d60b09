"""Fractional keys: there is always room between two."""

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.workshop.order import between


@given(st.lists(st.integers(min_value=0, max_value=1000), min_size=1, max_size=60))
def test_inserting_anywhere_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        index = place % (len(keys) + 1)
        low = keys[index - 1] if index else ""
        high = keys[index] if index < len(keys) else ""
        key = between(low, high)
        assert low < key
        assert not high or key < high
        keys.insert(index, key)
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert between(keys[-1], "") > keys[-1]


def test_bounds_that_are_equal_or_swapped_still_give_a_place_after_the_lower() -> None:
    assert between("V", "V") > "V"
    assert between("k", "V") > "k"
