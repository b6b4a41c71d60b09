"""Slow work one after another."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.inturn import InTurn
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.background import Background, Cancelled


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    """The pool."""
    pool = Background()
    yield pool
    pool.close()


def test_nothing_overtakes_what_was_asked_before(background: Background, qtbot: QtBot) -> None:
    turn, done, gate = InTurn(background), list[str](), threading.Event()

    def slow() -> str:
        gate.wait()
        return "ensin"

    def fails() -> str:
        raise FasilitaattoriError("ei onnistu")

    turn.run(slow, done.append, lambda _: done.append("virhe"))
    turn.run(fails, done.append, lambda error: done.append(str(error)))
    turn.run(lambda: "viimein", done.append, lambda _: done.append("virhe"))
    assert done == []
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["ensin", "ei onnistu", "viimein"]


def test_at_the_end_everything_is_done_at_once(background: Background) -> None:
    turn, done, begun, gate = InTurn(background), list[str](), threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        gate.wait()

    def fails() -> str:
        raise FasilitaattoriError("ei onnistu")

    turn.run(slow, lambda _: None, lambda _: None)
    turn.run(fails, done.append, lambda error: done.append(str(error)))
    turn.run(lambda: "odotti", done.append, lambda _: None)
    begun.wait()
    turn.finish()
    assert done == ["ei onnistu", "odotti"]
    turn.run(lambda: "heti", done.append, lambda _: None)
    assert done == ["ei onnistu", "odotti", "heti"]
    gate.set()


@pytest.mark.log_warnings
def test_at_the_end_a_fault_is_logged_and_stops_nothing(background: Background, caplog: pytest.LogCaptureFixture) -> None:
    turn, done, begun, gate = InTurn(background), list[str](), threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        gate.wait()

    def breaks(what: object = None) -> str:
        raise RuntimeError(f"rikki {what or ''}")

    def hears(error: Exception) -> None:
        done.append(type(error).__name__)

    turn.run(slow, lambda _: None, lambda _: None)
    turn.run(breaks, done.append, breaks)  # who hears of it raises it again, as the desk does with what nobody expected
    turn.run(breaks, done.append, hears)
    turn.run(lambda: "tulos", breaks, hears)
    turn.run(lambda: "viimein", done.append, hears)
    begun.wait()
    turn.finish()
    gate.set()
    assert done == ["RuntimeError", "viimein"]
    assert [record.message for record in caplog.records] == 3 * ["Work at the end failed"]


def test_everyone_in_the_queue_hears_that_the_pool_has_closed(background: Background) -> None:
    turn, told, gate, begun = InTurn(background), list[str](), threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        gate.wait()

    for _ in range(3):
        turn.run(slow, lambda _: told.append("valmis"), lambda error: told.append(str(error)))
    begun.wait()
    gate.set()
    background.close()
    assert told == 3 * [str(Cancelled())]
