"""The pool tells exactly once how each piece of work ended; the cues are small, short and never in the way."""

import logging
import threading
import wave
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.errors import StorageError
from fasilitaattori.kit.background import Background, Cancelled, Task
from fasilitaattori.kit.sounds import CUES, Sounds
from fasilitaattori.paths import resource


@pytest.fixture
def pool(qapp: QApplication):  # type: ignore[no-untyped-def]
    made = Background()
    yield made
    made.close()


class Ends:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[object] = set()

    def result(self, value: object) -> None:
        self.results.append(value)
        self.threads.add(QThread.currentThread())

    def error(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())

    def count(self) -> int:
        return len(self.results) + len(self.errors)


def test_a_result_comes_once_on_the_qt_thread(pool: Background, qtbot: QtBot) -> None:
    ends, where = Ends(), []

    def work() -> int:
        where.append(threading.current_thread())
        return 42

    pool.run(work, ends.result, ends.error)
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert (ends.results, ends.errors) == ([42], [])
    assert ends.threads == {QThread.currentThread()}
    assert where != [threading.current_thread()]
    assert not pool.is_busy()


def test_expected_trouble_comes_as_an_error_and_is_not_logged(pool: Background, qtbot: QtBot) -> None:
    ends = Ends()

    def work() -> None:
        raise StorageError("Levy on täynnä.")

    pool.run(work, ends.result, ends.error)
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert isinstance(ends.errors[0], StorageError)


@pytest.mark.log_warnings
def test_a_bug_comes_as_an_error_and_is_logged(pool: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    ends = Ends()
    pool.run(lambda: 1 // 0, ends.result, ends.error)
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert isinstance(ends.errors[0], ZeroDivisionError)
    assert "Background work failed" in caplog.text


def test_cancelling_ends_work_with_cancelled(pool: Background, qtbot: QtBot) -> None:
    ends, begun = Ends(), threading.Event()

    def work(task: Task) -> str:
        begun.set()
        while True:
            task.check()

    task = pool.run_task(work, ends.result, ends.error)
    begun.wait()
    task.cancel()
    task.cancel()
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert isinstance(ends.errors[0], Cancelled)
    assert task.done


def test_cancelled_work_that_finishes_all_the_same_is_still_cancelled(pool: Background, qtbot: QtBot) -> None:
    ends, begun, go = Ends(), threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        go.wait()
        return "valmis"

    task = pool.run(work, ends.result, ends.error)
    begun.wait()
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert ends.results == []


def test_work_that_has_not_begun_is_cancelled_at_once(pool: Background, qtbot: QtBot) -> None:
    ends, go = Ends(), threading.Event()
    others = Ends()
    for _ in range(2):
        pool.run(go.wait, others.result, others.error)
    task = pool.run(lambda: "ei koskaan", ends.result, ends.error)
    task.cancel()
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert isinstance(ends.errors[0], Cancelled)
    go.set()
    qtbot.waitUntil(lambda: others.count() == 2)


def test_work_of_one_lane_is_done_in_turn_and_other_work_need_not_wait(pool: Background, qtbot: QtBot) -> None:
    ends, other, lane = Ends(), Ends(), object()
    begun: list[int] = []
    gates = [threading.Event() for _ in range(4)]

    def piece(number: int) -> Callable[[], int]:
        def work() -> int:
            begun.append(number)
            gates[number].wait()
            if number == 1:
                raise StorageError("Levy on täynnä.")
            return number

        return work

    tasks = [pool.run(piece(number), ends.result, ends.error, lane=lane) for number in range(4)]
    pool.run(lambda: "heti", other.result, other.error)
    qtbot.waitUntil(lambda: other.results == ["heti"] and bool(begun))
    assert begun == [0]
    tasks[2].cancel()
    qtbot.waitUntil(lambda: tasks[2].done)
    assert begun == [0], "what has not begun leaves the lane, and nothing else begins for that"
    for number in (0, 1, 3):
        gates[number].set()
        qtbot.waitUntil(partial(getattr, tasks[number], "done"))
    assert begun == [0, 1, 3]
    assert ends.results == [0, 3]
    assert [type(error) for error in ends.errors] == [Cancelled, StorageError]
    again = pool.run(lambda: 4, ends.result, ends.error, lane=lane)
    qtbot.waitUntil(lambda: again.done)
    assert not pool.is_busy()


def test_closing_tells_also_what_waits_in_a_lane(qapp: QApplication) -> None:
    pool, ends, begun = Background(), Ends(), threading.Event()

    def work(task: Task) -> None:
        begun.set()
        while True:
            task.check()

    for _ in range(3):
        pool.run_task(work, ends.result, ends.error, lane=pool)
    begun.wait()
    pool.close()
    pool.run(lambda: 1, ends.result, ends.error, lane=pool)
    assert [type(error) for error in ends.errors] == [Cancelled] * 4


def test_progress_is_told_on_the_qt_thread(pool: Background, qtbot: QtBot) -> None:
    ends = Ends()
    shares: list[float] = []

    def work(task: Task) -> None:
        for part in range(5):
            task.report(part / 4)

    pool.run_task(work, ends.result, ends.error, shares.append)
    qtbot.waitUntil(lambda: ends.count() == 1)
    assert shares == [0, 0.25, 0.5, 0.75, 1]


def test_nobody_is_called_when_the_owner_is_gone(pool: Background, qtbot: QtBot) -> None:
    ends, last, go = Ends(), Ends(), threading.Event()
    owner = QObject()
    pool.run(go.wait, ends.result, ends.error, owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 0)
    del owner
    go.set()
    pool.run(lambda: 1, last.result, last.error)
    qtbot.waitUntil(lambda: last.count() == 1 and not pool.is_busy())
    assert ends.count() == 0


def test_closing_tells_everyone_and_may_be_done_twice(qapp: QApplication) -> None:
    pool, ends, begun = Background(), Ends(), threading.Event()

    def work(task: Task) -> None:
        begun.set()
        while True:
            task.check()

    pool.run_task(work, ends.result, ends.error)
    for _ in range(4):
        pool.run(lambda: 1, ends.result, ends.error)
    begun.wait()
    pool.close()
    pool.close()
    QApplication.processEvents()
    assert ends.count() == 5
    assert all(isinstance(error, Cancelled) for error in ends.errors[:1])


def test_what_is_asked_for_after_closing_is_cancelled_at_once(qapp: QApplication) -> None:
    pool, ends, begun = Background(), Ends(), list[int]()
    pool.close()
    pool.run(lambda: begun.append(1), ends.result, ends.error)
    assert [type(error) for error in ends.errors] == [Cancelled]
    assert (ends.results, begun, pool.is_busy()) == ([], [], False)


def test_whoever_asks_for_more_when_told_of_the_closing_disturbs_nobody(qapp: QApplication) -> None:
    pool, ends, gate = Background(), Ends(), threading.Event()

    def again(error: Exception) -> None:
        pool.run(lambda: 1, ends.result, ends.error)

    pool.run(gate.wait, ends.result, again)
    pool.run(gate.wait, ends.result, again)
    pool.run(lambda: 1, ends.result, ends.error)
    gate.set()
    pool.close()
    assert ends.count() == 3


@pytest.mark.parametrize("cue", CUES)
def test_every_cue_is_short_small_and_mono(cue: str) -> None:
    path = resource("sounds", f"{cue}.wav")
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 44_100, 2)
        assert file.getnframes() / 44_100 <= 1.5
    assert path.stat().st_size < 150_000


def test_without_an_audio_device_the_cues_are_silent_and_say_so_once(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fasilitaattori.kit.sounds._has_audio", lambda: False)
    caplog.set_level(logging.INFO)
    sounds = Sounds()
    assert not sounds.play("knock")
    assert not sounds.play("kantele")
    assert caplog.text.count("stay silent") == 1
    sounds.close()
    sounds.close()


def test_a_cue_can_be_turned_off_and_down(qapp: QApplication) -> None:
    sounds = Sounds({"knock": 0.0})
    assert not sounds.play("knock")
    sounds.set_volume("click", 7)
    assert sounds.volume("click") == 1
    assert sounds.volume("kantele") == 0.8
    with pytest.raises(KeyError):
        sounds.play("torvi")
    sounds.close()
