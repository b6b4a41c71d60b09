"""Work that is done a little at a time: in order, whole when somebody needs it, and gone when nobody does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.inslices import InSlices


def counting(told: list[object], last: int) -> Iterator[None]:
    for number in range(last):
        told.append(number)
        yield


@pytest.mark.parametrize("rest", [0.0, 2.0])
def test_events_are_handled_between_the_steps(qtbot: QtBot, rest: float) -> None:
    told: list[object] = []
    work = InSlices(rest=rest)
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: told.append("event"))
    clock.start()
    with qtbot.waitSignal(work.done):
        work.do(counting(told, 3))
    assert [each for each in told if each != "event"] == [0, 1, 2]
    first, last = told.index(0), told.index(2)
    assert "event" in told[first:last]
    assert not work.busy


def test_the_rest_is_done_at_once_when_it_is_needed(qtbot: QtBot) -> None:
    told: list[object] = []
    work = InSlices()
    work.do(counting(told, 3))
    with qtbot.waitSignal(work.done):
        work.finish()
    assert told == [0, 1, 2]


def test_what_asks_for_the_rest_inside_a_step_goes_on_with_its_own_step(qtbot: QtBot) -> None:
    told: list[object] = []
    work = InSlices()

    def steps() -> Iterator[None]:
        work.finish()
        told.append("first")
        yield
        told.append("second")

    with qtbot.waitSignal(work.done):
        work.do(steps())
    assert told == ["first", "second"]


def test_other_work_takes_the_place_of_what_was_left(qtbot: QtBot) -> None:
    told: list[object] = []
    work = InSlices()

    def steps() -> Iterator[None]:
        try:
            work.do(counting(told, 2))
            yield
            told.append("never")
        finally:
            told.append("closed")

    with qtbot.waitSignal(work.done):
        work.do(steps())
    assert told == ["closed", 0, 1]


def test_what_is_dropped_is_not_done(qtbot: QtBot) -> None:
    told: list[object] = []
    work = InSlices()
    work.do(counting(told, 3))
    work.drop()
    assert not work.busy
    qtbot.wait(0)
    assert not told


def test_a_step_that_fails_is_the_last_one() -> None:
    work = InSlices()

    def steps() -> Iterator[None]:
        raise ValueError("broken")
        yield

    work.do(steps())
    with pytest.raises(ValueError, match="broken"):
        work.finish()
    assert not work.busy
