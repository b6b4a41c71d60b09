"""What digits do at a question, key by key."""

import pytest

from fasilitaattori.desktop.paperentry.marking import Marking
from fasilitaattori.workshop.papersheet import MANY, ONE, POINTS, Asked, Mark


def question(kind: str, count: int, first: int = 1, each: int = 1) -> Marking:
    marks = tuple(Mark(f"k{n}", f"{n}", "") for n in range(first, first + count))
    return Marking(Asked("q", "?", kind, "", marks, each=each))


def typed(marking: Marking, keys: str) -> Marking:
    for key in keys:
        if key.isdigit():
            marking.digit(key)
        elif key == "<":
            marking.back()
        elif key == "x":
            marking.spoil()
        elif key == "=":
            marking.equals()
        else:
            marking.settle()
    return marking


@pytest.mark.parametrize(
    ("count", "keys", "value"),
    [
        *((5, "3", "k3"), (5, "34", "k4"), (5, "3<", None), (5, "9", None), (5, "3x", None), (5, "3x4", "k4")),
        *((12, "1", "k1"), (12, "12", "k12"), (12, "13", "k3"), (12, "1 2", "k2"), (12, "12<", None), (25, "225", "k5")),
    ],
)
def test_one(count: int, keys: str, value: str | None) -> None:
    assert typed(question(ONE, count), keys).value() == value


@pytest.mark.parametrize(
    ("count", "keys", "value"),
    [
        *((5, "135", ["k1", "k3", "k5"]), (5, "531", ["k1", "k3", "k5"]), (5, "1315", ["k3", "k5"]), (5, "13<", ["k1"])),
        *((12, "1 2 12 ", ["k1", "k2", "k12"]), (12, "1,12", ["k1", "k12"]), (12, "19 ", ["k1", "k9"]), (12, "1", None)),
    ],
)
def test_many(count: int, keys: str, value: list[str] | None) -> None:
    assert typed(question(MANY, count), keys).value() == value


@pytest.mark.parametrize(
    ("count", "keys", "value"),
    [
        *((5, "112", {"k1": 2, "k2": 1}), (5, "112<", {"k1": 2}), (5, "2=10,3", {"k2": 10, "k3": 1}), (5, "2=0 ", None)),
        *((12, "1 1 12 ", {"k1": 2, "k12": 1}), (12, "12=40 3 ", {"k3": 1, "k12": 40}), (5, "x1", {"k1": 1})),
    ],
)
def test_points(count: int, keys: str, value: dict[str, int] | None) -> None:
    assert typed(question(POINTS, count, each=100), keys).value() == value


def test_a_scale_begins_with_nought() -> None:
    assert typed(question(ONE, 6, first=0), "0").value() == "k0"


def test_it_takes_what_was_told_before() -> None:
    for kind, value in ((ONE, "k2"), (MANY, ["k1", "k3"]), (POINTS, {"k1": 2, "k3": 1})):
        marked = question(kind, 4)
        marked.set_value(value, False)
        assert marked.value() == value
    marking = question(ONE, 4)
    marking.set_value(None, True)
    assert (marking.value(), marking.unclear, marking.empty) == (None, True, False)
