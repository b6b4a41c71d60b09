"""What begins after the painting: not before it, not twice, and not at all when it was dropped."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.kit import afterpainting as module
from fasilitaattori.kit.afterpainting import AfterPainting
from tests.unit.kit.conftest import Show

LONG_MS = 600_000


class Noting(QWidget):
    """Notes when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.setMinimumSize(40, 40)

    def note(self, what: str) -> Callable[[], None]:
        return lambda: self.told.append(what)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.told.append("painted")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done because the painting is long in coming."""
    monkeypatch.setattr(module, "PATIENCE_MS", LONG_MS)


@pytest.mark.usefixtures("patient")
def test_what_is_painted_in_parts_is_painted_when_the_last_of_them_is(qtbot: QtBot, shown: Show) -> None:
    widget, told = Noting(), []
    shown(widget)
    qtbot.waitUntil(lambda: bool(widget.told))
    after = AfterPainting(widget)
    widget.setUpdatesEnabled(False)
    after.do(lambda: told.append("done"))
    widget.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)  # and nothing is painted for that yet
    widget.setAttribute(Qt.WidgetAttribute.WA_ForceUpdatesDisabled, on=False)
    for left, right, done in ((0, 20, []), (20, widget.width(), ["done"])):
        widget.told.clear()
        widget.update(left, 0, right - left, widget.height())
        qtbot.waitUntil(lambda: bool(widget.told))
        qtbot.wait(0)
        qtbot.wait(0)
        assert told == done


@pytest.mark.usefixtures("patient")
def test_it_is_done_after_the_next_painting(qtbot: QtBot, shown: Show) -> None:
    widget = Noting()
    shown(widget)
    qtbot.waitUntil(lambda: bool(widget.told))
    after = AfterPainting(widget)
    widget.told.clear()
    after.do(widget.note("done"))
    assert after.busy
    qtbot.waitUntil(lambda: not after.busy)
    assert widget.told == ["painted", "done"]
    widget.update()
    qtbot.waitUntil(lambda: len(widget.told) > 2)
    assert widget.told == ["painted", "done", "painted"]


@pytest.mark.usefixtures("patient")
def test_it_does_not_wait_for_the_painting_of_what_has_been_hidden(qtbot: QtBot, shown: Show) -> None:
    widget = Noting()
    shown(widget)
    qtbot.waitUntil(lambda: bool(widget.told))
    widget.setUpdatesEnabled(False)  # so that it cannot be painted before it goes
    after = AfterPainting(widget)
    after.do(widget.note("done"))
    widget.told.clear()
    widget.hide()
    qtbot.waitUntil(lambda: not after.busy)
    assert widget.told == ["done"]


@pytest.mark.usefixtures("patient")
def test_it_waits_for_a_widget_that_may_not_be_painted_yet(qtbot: QtBot, shown: Show) -> None:
    widget = Noting()
    shown(widget)
    qtbot.waitUntil(lambda: bool(widget.told))
    widget.setUpdatesEnabled(False)
    after = AfterPainting(widget)
    after.do(widget.note("done"))
    widget.told.clear()
    qtbot.wait(20)
    assert not widget.told
    widget.setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: not after.busy)
    assert widget.told == ["painted", "done"]


@pytest.mark.usefixtures("patient")
def test_what_nobody_sees_does_not_wait(qtbot: QtBot) -> None:
    widget = Noting()
    qtbot.addWidget(widget)
    after = AfterPainting(widget)
    after.do(widget.note("done"))
    assert not widget.told  # in a turn of its own
    qtbot.waitUntil(lambda: widget.told == ["done"])


@pytest.mark.usefixtures("patient")
def test_other_work_takes_its_place_and_dropped_work_is_not_done(qtbot: QtBot, shown: Show) -> None:
    widget = Noting()
    shown(widget)
    after = AfterPainting(widget)
    after.do(widget.note("first"))
    after.do(widget.note("second"))
    qtbot.waitUntil(lambda: not after.busy)
    after.do(widget.note("third"))
    after.drop()
    assert not after.busy
    widget.told.append("dropped")
    widget.update()
    qtbot.waitUntil(lambda: widget.told[-1] == "painted")
    qtbot.wait(0)
    assert [each for each in widget.told if each != "painted"] == ["second", "dropped"]


def test_a_window_that_is_not_painted_does_not_keep_it_waiting_for_ever(
    qtbot: QtBot, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", 10)
    widget = Noting()
    shown(widget)
    widget.setUpdatesEnabled(False)
    after = AfterPainting(widget)
    after.do(widget.note("done"))
    qtbot.waitUntil(lambda: "done" in widget.told)
