"""Garbage is collected by the timer, on the Qt thread, and by nobody else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.garbage import NEW, Garbage


class Knot:
    """Something that only a search can find to be garbage: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.close()


def collected_on(knots: int) -> list[threading.Thread]:
    """Make so many knots on another thread; the list fills with the thread that takes the first of them away."""
    threads: list[threading.Thread] = []

    def make() -> None:
        first = Knot()
        weakref.finalize(first, lambda: threads.append(threading.current_thread()))
        for _ in range(knots):
            Knot()

    maker = threading.Thread(target=make)
    maker.start()
    maker.join()
    return threads


def test_another_thread_takes_nothing_away_and_the_qt_thread_does(garbage: Garbage) -> None:
    threads = collected_on(knots=NEW * 2)
    assert threads == []
    garbage.look()
    assert threads == [threading.main_thread()]


def test_a_few_new_things_wait(garbage: Garbage) -> None:
    garbage.look()
    gc.collect(1)
    threads = collected_on(knots=10)
    garbage.look()
    assert threads == []


def test_at_the_end_python_looks_by_itself_again(garbage: Garbage) -> None:
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    garbage.close()
    garbage.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
