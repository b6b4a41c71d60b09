"""Tests that are shared among processes: every process begins with the long ones, and none gets lost."""

import pytest

from tests.sharing import shared_out


@pytest.mark.parametrize(("tests", "processes"), [(100, 4), (101, 4), (103, 4), (20, 8), (9, 8), (3, 4), (0, 2), (50, 1)])
@pytest.mark.parametrize("every", [1, 3, 10, 1000])
def test_each_piece_begins_with_its_share_of_the_long_ones(tests: int, processes: int, every: int) -> None:
    names = [("long" if n % every == 0 else "short", n) for n in range(tests)]
    ordered = shared_out(names, processes, lambda name: name[0] == "long")
    assert sorted(ordered) == sorted(names)
    rest, counts = list(ordered), []
    for left in range(processes, 0, -1):
        piece, rest = rest[: len(rest) // left], rest[len(rest) // left :]
        kinds = [kind for kind, _ in piece]
        assert kinds == sorted(kinds)  # "long" before "short"
        counts.append((kinds.count("long"), len(piece)))
    assert all(long >= max(each for each, _ in counts) - 1 or long == size for long, size in counts)


def test_the_order_of_the_others_stays() -> None:
    assert shared_out("aXbcYdeZf", 3, str.isupper) == list("XabYcdZef")
