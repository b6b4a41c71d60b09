"""Somebody in a hurry: something is asked for while the desk is still in the middle of what was asked for before."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.plan.beside import MATERIALS
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.console import ALL
from fasilitaattori.workshop import running

OpenAt = Callable[[str, str], Any]
OF_WORKSHOP = [name for name, entry in PAGES.items() if entry.of_workshop]


@pytest.mark.parametrize("turns", [0, 2])
@pytest.mark.parametrize("setting", [{"theme": "ilta"}, {"language": "sv"}])
@pytest.mark.parametrize("name", OF_WORKSHOP)
def test_the_workshop_may_close_while_its_pages_get_another_look(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, name: str, setting: dict[str, str], turns: int
) -> None:
    open_at(house.evening(), name)
    house.settings.change(**setting)
    for _ in range(turns):
        qtbot.wait(0)
    window.workbench.close_workshop()
    qtbot.waitUntil(lambda: not window.pages.busy)
    assert window.pages.currentWidget() is window.pages.made("tyopajat") is not None
    assert window.pages.updatesEnabled()
    assert window.updatesEnabled()
    assert (window.look.theme.name, window.look.tr.language) == (house.settings.theme, house.settings.language)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_half_made_may_hear_of_anything(window: MainWindow, house: Any, open_at: OpenAt, name: str) -> None:
    """Notes come and the look is changed whenever they are, not only when a page is whole."""
    stream = house.evening("kylailta")
    for command in (running.open_room(), running.start()):
        house.door.ask(stream, command).result()
    wall = next(step for step in house.door.replica(stream).state.plan.steps() if step.tool == "ideas")
    house.door.ask(stream, running.go_to(wall.id)).result()
    open_at(stream, "suunnittele")
    bench = window.workbench
    page = PAGES[name].make(bench)
    page.hide()
    for _ in page.build():
        window.look.changed.emit()
        bench.open_session.changed.emit(ALL)
        bench.room_changed.emit()
    page.deleteLater()


def test_the_materials_that_are_asked_for_open_beside_the_plan(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    open_at(house.evening(), "suunnittele")
    window.workbench.close_workshop()
    qtbot.waitUntil(lambda: not window.pages.busy)
    window.workbench.open(house.evening(), "suunnittele", window.workbench.want_materials)
    qtbot.waitUntil(lambda: window.workbench.session is not None and not window.pages.busy)
    page: Any = window.pages.page
    assert page.beside.name == MATERIALS


def test_the_focus_stays_on_a_page_that_stays_when_the_workshop_closes(window: MainWindow, house: Any, open_at: OpenAt) -> None:
    open_at(house.evening(), "suunnittele")
    window.pages.go("tyopajat")
    page: Any = window.pages.page
    page.search.setFocus()
    window.workbench.close_workshop()
    assert window.focusWidget() is page.search


def test_the_focus_goes_to_the_page_that_comes_when_the_workshop_closes(
    window: MainWindow, house: Any, open_at: OpenAt
) -> None:
    page = open_at(house.evening(), "suunnittele")
    page.add_button.setFocus()
    window.workbench.close_workshop()
    library: Any = window.pages.page
    assert library is not None
    focused = window.focusWidget()
    assert focused is library or library.isAncestorOf(focused)


def test_the_focus_does_not_stay_on_a_button_that_goes_when_the_rehearsal_ends(
    window: MainWindow, house: Any, qtbot: QtBot
) -> None:
    window.workbench.rehearse(house.evening())
    qtbot.waitUntil(lambda: window.workbench.is_rehearsal and window.workbench.rehearsing)
    window.workbench.go("tyopajat")
    page: Any = window.pages.page
    qtbot.waitUntil(page.stop_button.isVisible)
    page.stop_button.setFocus()
    page.stop_button.click()
    qtbot.waitUntil(lambda: window.workbench.session is None)
    qtbot.waitUntil(page.stop_button.isHidden)
    focused: Any = window.focusWidget()
    assert page.isAncestorOf(focused)
    qtbot.waitUntil(lambda: not house.background.is_busy())
    assert focused.isVisible()


def test_what_was_practised_is_thrown_away_though_the_program_closes_at_once(
    window: MainWindow, house: Any, qtbot: QtBot
) -> None:
    bench, plan = window.workbench, house.evening()
    bench.rehearse(plan)
    qtbot.waitUntil(lambda: bench.is_rehearsal and bench.rehearsing)
    bench.practice.end()
    bench.close()
    house.background.close()
    assert [summary.stream for summary in house.services.summaries()] == [plan]
    assert (house.room, house.rehearsed) == (None, [])
