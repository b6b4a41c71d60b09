"""The live page with a step of ideas: its console is made a piece at a time, and another size of the window settles at once."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.model import rules
from fasilitaattori.workshop import agenda, running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.live import Key, Live

THEMES = ["Kohtaaminen", "Työ", "Tilat"]
NOTES = 40


@pytest.fixture
def evening() -> list[StepPlan]:
    """One step: a wall with themes."""
    return [new_step("Ideat", "ideas", 20, "yksin", settings={"prompt": "Mitä?", "themes": THEMES})]


@pytest.fixture
def wall(planned: Live) -> Live:
    """The wall is on and has notes."""
    planned.do(running.start())
    step = planned.state.current
    assert step is not None
    for number in range(NOTES):
        planned.do(rules.add(step.id, f"Ajatus {number}"))
    planned.until(lambda: _notes(planned.page) == NOTES)
    return planned


def _notes(page: LivePage) -> int:
    console = page.work.console
    if not isinstance(console, IdeasConsole):
        return 0
    return sum(column.list.notes.rowCount() for column in console.wall.columns())


def _places(page: LivePage) -> list[QRect]:
    console = page.work.console
    assert isinstance(console, IdeasConsole)
    parts: list[QWidget] = [page.head, page.work, console.wall, *console.wall.columns()]
    return [QRect(part.mapTo(page, part.rect().topLeft()), part.size()) for part in parts]


def test_its_console_is_made_a_piece_at_a_time_and_is_whole_when_the_page_is(wall: Live) -> None:
    page = LivePage(wall.window.workbench, whole=False)
    stops_without = 0
    for _ in page.build():
        stops_without += page.__dict__.get("work") is not None and page.work.console is None
    assert stops_without > len(THEMES)
    assert _notes(page) == NOTES
    page.deleteLater()


def test_a_page_given_up_meanwhile_leaves_nothing_behind(wall: Live) -> None:
    before = set(QApplication.topLevelWidgets())
    page = LivePage(wall.window.workbench, whole=False)
    steps = page.build()
    while not page.findChildren(IdeasConsole):
        next(steps)
    for _ in range(3):
        next(steps)
    assert page.work.console is None
    steps.close()  # type: ignore[attr-defined]
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(QApplication.topLevelWidgets()) <= before


def test_everything_has_its_place_before_a_smaller_window_is_painted(wall: Live) -> None:
    page, window = wall.page, wall.window
    for size in ((1280, 650), (1366, 900)):
        window.resize(*size)
        places = _places(page)  # before any event is handled
        for _ in range(5):
            QApplication.processEvents()
        assert _places(page) == places


def test_the_keys_are_nowhere_in_particular_when_what_they_spoke_to_is_over(wall: Live) -> None:
    console = wall.page.work.console
    assert isinstance(console, IdeasConsole)
    assert console.wall.go_first()
    wall.do(agenda.add_step(new_step("Nyrkistä viiteen", "vote", 10, settings={"kind": "scale"})))
    assert wall.window.focusWidget() in [column.list for column in console.wall.columns()]
    wall.do(running.next_step())
    assert wall.page.work.console is not console
    assert wall.window.focusWidget() is wall.page
    wall.press(Key.Key_4)
    assert wall.window.focusWidget() is not wall.page, "a digit begins the counting of hands"


def test_a_slip_half_typed_is_there_again_when_its_step_is(wall: Live) -> None:
    wall.press(Key.Key_F7)
    wall.write(wall.window.focusWidget(), "Saun")
    wall.do(agenda.add_step(new_step("Kahvi", "pause", 10)))
    wall.do(running.next_step())
    wall.do(running.previous_step())
    wall.press(Key.Key_F7)
    field = wall.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Saun"
