"""Work done anew after changes: once for many of them, one at a time, never for nobody."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers import latest as module
from fasilitaattori.desktop.papers.latest import Latest
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.background import THREADS, Background
from tests.unit.desktop.acting import until


class Work:
    """Counts how often it was done."""

    def __init__(self) -> None:
        self.done = 0
        self.came: list[int] = []

    def prepare(self) -> "Work":
        return self

    def __call__(self) -> int:
        self.done += 1
        return self.done


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """A pool."""
    pool = Background()
    yield pool
    pool.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    """Something that owns it."""
    return QObject()


def test_many_changes_are_one_piece_of_work(background: Background, owner: QObject, qtbot: QtBot) -> None:
    work = Work()
    latest = Latest(background, work.prepare, owner)
    latest.came.connect(work.came.append)
    for _ in range(20):
        latest.soon()
    until(qtbot, lambda: not latest.is_busy)
    assert work.came == [1]


def test_changes_that_never_stop_do_not_keep_it_waiting_for_ever(
    background: Background, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", 50)
    work = Work()
    latest = Latest(background, work.prepare, owner)

    def change() -> bool:
        latest.soon()
        return work.done > 0

    until(qtbot, change)


def test_asked_meanwhile_it_is_done_once_more(background: Background, owner: QObject, qtbot: QtBot) -> None:
    work = Work()
    latest = Latest(background, work.prepare, owner)
    latest.now()
    latest.now()
    latest.now()
    until(qtbot, lambda: not latest.is_busy)
    assert work.done == 2


def test_asleep_it_only_remembers(background: Background, owner: QObject, qtbot: QtBot) -> None:
    work = Work()
    latest = Latest(background, work.prepare, owner)
    latest.soon()
    latest.set_awake(False)
    assert not latest.is_busy
    latest.now()
    assert work.done == 0
    latest.set_awake(True)
    until(qtbot, lambda: work.done == 1 and not latest.is_busy)


def test_trouble_is_told_and_the_next_time_is_as_good_as_the_first(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    answers: list[FasilitaattoriError | int] = [FasilitaattoriError("Ei onnistu."), 2]

    def work() -> int:
        answer = answers.pop(0)
        if isinstance(answer, FasilitaattoriError):
            raise answer
        return answer

    latest = Latest(background, lambda: work, owner)
    with qtbot.waitSignal(latest.failed):
        latest.now()
    with qtbot.waitSignal(latest.came):
        latest.now()


def test_what_still_waits_for_the_pool_when_the_workshop_closes_is_not_done(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    gate, begun = threading.Event(), threading.Barrier(THREADS + 1)

    def hold() -> None:
        begun.wait(60)
        gate.wait(60)

    for _ in range(THREADS):
        background.run(hold, lambda _: None, lambda _: None)
    begun.wait(60)
    work = Work()
    latest = Latest(background, work.prepare, owner)
    latest.now()
    latest.close()
    until(qtbot, lambda: not latest.is_busy)
    gate.set()
    until(qtbot, lambda: not background.is_busy())
    assert work.done == 0
    assert work.came == []
