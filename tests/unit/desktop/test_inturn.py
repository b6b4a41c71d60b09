"""Slow work one after another."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.inturn import InTurn
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.background import Background


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
    turn, done = InTurn(background), list[str]()
    turn.at_once = True
    turn.run(lambda: "heti", done.append, lambda _: None)
    assert done == ["heti"]
