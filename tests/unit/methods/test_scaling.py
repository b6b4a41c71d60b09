"""The rule that fits steps into the time at hand, for any steps and any time."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fasilitaattori.methods import DoesNotFit, scale_minutes, shortest

parts = st.lists(st.tuples(st.integers(1, 90), st.sampled_from(["fixed", "first", "flexible"])), min_size=1, max_size=14)


def scalable(steps: list[tuple[int, str]]) -> bool:
    return any(scale != "fixed" for _, scale in steps)


@given(parts, st.integers(0, 300))
def test_sums_exactly_and_keeps_what_is_fixed(steps: list[tuple[int, str]], more: int) -> None:
    assume(scalable(steps))
    total = shortest(steps) + more
    new = scale_minutes(steps, total)
    assert sum(new) == total
    assert min(new) >= 1
    assert all(now == before for now, (before, scale) in zip(new, steps, strict=True) if scale == "fixed")


@given(parts)
def test_the_planned_time_changes_nothing(steps: list[tuple[int, str]]) -> None:
    assert scale_minutes(steps, sum(minutes for minutes, _ in steps)) == [minutes for minutes, _ in steps]


@given(parts, st.integers(0, 200))
def test_a_longer_evening_never_makes_a_step_shorter(steps: list[tuple[int, str]], more: int) -> None:
    assume(scalable(steps))
    total = shortest(steps) + more
    pairs = zip(scale_minutes(steps, total), scale_minutes(steps, total + 1), strict=True)
    assert all(after >= before for before, after in pairs)


@given(parts, st.integers(0, 200))
def test_first_gives_way_before_the_others_and_down_to_half(steps: list[tuple[int, str]], more: int) -> None:
    assume(scalable(steps))
    new = scale_minutes(steps, shortest(steps) + more)
    first_at_half = all(now <= max(1, before // 2) for now, (before, scale) in zip(new, steps, strict=True) if scale == "first")
    others_shrank = any(now < before for now, (before, scale) in zip(new, steps, strict=True) if scale == "flexible")
    assert first_at_half or not others_shrank


@given(parts, st.integers(1, 200))
def test_more_time_goes_to_all_in_proportion(steps: list[tuple[int, str]], more: int) -> None:
    assume(scalable(steps))
    planned = sum(minutes for minutes, _ in steps)
    movable = sum(minutes for minutes, scale in steps if scale != "fixed")
    new = scale_minutes(steps, planned + more)
    factor = (movable + more) / movable
    for now, (before, scale) in zip(new, steps, strict=True):
        if scale != "fixed":
            assert now >= before
            # Each is rounded by half a minute at most, and what the others are rounded by may fall on this one.
            assert abs(now - before * factor) <= (len(steps) + 1) / 2


@given(parts, st.integers(1, 50))
def test_too_little_time_is_said(steps: list[tuple[int, str]], less: int) -> None:
    with pytest.raises(DoesNotFit) as caught:
        scale_minutes(steps, shortest(steps) - less)
    assert caught.value.params == {"total": shortest(steps) - less, "least": shortest(steps)}


def test_only_fixed_steps_cannot_grow() -> None:
    assert scale_minutes([(5, "fixed")], 5) == [5]
    with pytest.raises(DoesNotFit):
        scale_minutes([(5, "fixed")], 6)
