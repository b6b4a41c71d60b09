"""Practising at home: the whole program with its window, its own server and simulated people over real HTTP."""

import gc
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.creating import Draft
from fasilitaattori.desktop.library.page import LibraryPage
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import new_step
from tests.unit.desktop.network.conftest import free_port

LONG_MS = 60_000  # a slow machine is not a wrong program


@pytest.fixture
def whole(qapp: QApplication, tmp_path: Path) -> Iterator[Windowed]:
    """The program with its window, on a folder of its own."""
    program = Program(tmp_path)
    program.settings.port = free_port()
    palette, font, locale = qapp.palette(), qapp.font(), QLocale()
    made = Windowed(program)
    made.start()
    yield made
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    qapp.setStyleSheet("")  # only now that no styled window is left: Qt remembers them otherwise
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(locale)


def test_an_evening_is_practised_and_leaves_nothing_behind(whole: Windowed, qtbot: QtBot) -> None:
    window, bench = whole.window, whole.window.workbench
    page = window.pages.page
    assert isinstance(page, LibraryPage)
    page.empty.example_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele", timeout=LONG_MS)
    example = bench.open_session.stream
    bench.go("tyopajat")
    bench.rehearse(example)
    qtbot.waitUntil(lambda: bench.rehearsing, timeout=LONG_MS)
    assert window.pages.name == "ohjaa"
    qtbot.waitUntil(lambda: len(bench.state.people.all) == 12, timeout=LONG_MS)
    bench.do(running.start())
    wall = next(step for step in bench.state.plan.steps() if step.tool == "ideas")
    bench.do(running.go_to(wall.id))
    qtbot.waitUntil(lambda: bool(bench.state.tool(wall).ideas), timeout=LONG_MS)
    copy = bench.open_session.stream
    assert copy != example
    bench.close_workshop()
    qtbot.waitUntil(lambda: [row.stream for row in whole.services.summaries()] == [example], timeout=LONG_MS)
    assert whole.program.room is None
    assert whole.program.door.replica(copy).events == []
    assert not whole.program.door.replica(example).state.run.visits


def test_people_come_also_when_the_room_opens_only_at_the_second_try(whole: Windowed, qtbot: QtBot) -> None:
    bench, port = whole.window.workbench, whole.program.settings.port
    with socket.socket() as other:
        other.bind(("0.0.0.0", port))
        other.listen()
        with qtbot.waitSignal(bench.notice_given, timeout=LONG_MS) as told:
            bench.rehearse_draft(Draft({"title": "Kyläkaupan jatko"}, (new_step("Keskustelu", "discussion", 20),)))
        assert str(port) in told.args[0].words
    bench.open_room()
    qtbot.waitUntil(lambda: bench.rehearsing, timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(bench.state.people.all) == 12, timeout=LONG_MS)
