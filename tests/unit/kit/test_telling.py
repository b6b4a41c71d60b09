"""Everybody who listens is told once, all at once or a row at a time."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Slot
from shiboken6 import delete

from fasilitaattori.kit import telling
from fasilitaattori.kit.telling import Telling


class Listener(QObject):
    """Notes when it is told."""

    def __init__(self, said: list[int], number: int) -> None:
        super().__init__()
        self._said, self._number = said, number

    @Slot()
    def hear(self) -> None:
        self._said.append(self._number)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "ROW", 3)


def listening(told: Telling, said: list[int], count: int) -> list[Listener]:
    made = [Listener(said, number) for number in range(count)]
    for each in made:
        told.connect(each.hear)
    return made


def test_everybody_is_told_once_in_the_order_in_which_they_came() -> None:
    said: list[int] = []
    told = Telling()
    kept = listening(told, said, 10)
    told.emit()
    assert said == list(range(len(kept)))


def test_a_step_tells_a_few() -> None:
    said: list[int] = []
    told = Telling()
    kept = listening(told, said, 10)
    counts = [0, *(len(said) for _ in told.steps())]
    assert counts[-1] == len(kept)
    assert all(0 < after - before <= 3 for before, after in pairwise(counts))


def test_who_is_gone_is_not_told_and_takes_no_row() -> None:
    said: list[int] = []
    told = Telling()
    kept = listening(told, said, 9)
    for each in kept[:6]:
        delete(each)
    last = Listener(said, 9)
    told.connect(last.hear)
    assert len(list(told.steps())) == 2
    assert said == [6, 7, 8, 9]


def test_who_goes_while_others_are_told_is_not_told() -> None:
    said: list[int] = []
    told = Telling()
    kept = listening(told, said, 6)
    steps = told.steps()
    next(steps)
    for each in kept[3:]:
        delete(each)
    late = listening(told, said, 3)  # they know already, and their row takes the place of one that is left
    assert list(steps) == [None]
    assert said == [0, 1, 2]
    told.emit()
    assert said == [0, 1, 2, 0, 1, 2, *range(len(late))]


def test_a_listener_may_stop() -> None:
    said: list[int] = []
    told = Telling()
    one, other = Listener(said, 1), Listener(said, 2)
    connection = told.connect(one.hear)
    told.connect(other.hear)
    QObject.disconnect(connection)
    told.emit()
    assert said == [2]
