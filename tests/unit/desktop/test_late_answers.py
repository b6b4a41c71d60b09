"""An answer of the log may come when what asked for it is no more: a page is made anew in another language, a row is gone."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.tools.ideas.console.console import IdeasConsole
from fasilitaattori.workshop import closing, floor, record, running
from fasilitaattori.workshop.agenda import add_steps, new_step
from fasilitaattori.workshop.checkingfacts import Point
from fasilitaattori.workshop.info import set_info
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House, OpenAt
from tests.unit.desktop.holding import AnswersLater

TOO_LONG = "Kaikki kuullaan " * 500


def an_entry_is_removed(page: LivePage) -> QWidget:
    page.work.record.entries.removed.emit(page.session.state.record.entries[0].id)
    return page.work.record


def an_entry_is_written(page: LivePage) -> QWidget:
    page.work.record.field.setPlainText("Piha on kesken")
    page.work.record.add()
    return page.work.record


def a_speaker_is_taken_out(page: LivePage) -> QWidget:
    state = page.session.state
    page.work.floor.queue.removed.emit(state.floor.queue(state.run.current)[0].id)
    return page.work.floor


def a_speaker_is_added(page: LivePage) -> QWidget:
    page.work.floor.name_field.setText("Reino")
    page.work.floor.name_field.returnPressed.emit()
    return page.work.floor


def too_long_a_goal(page: PlanPage) -> QWidget:
    page.beside.heading.goal.committed.emit(TOO_LONG)
    return page.beside.heading


def no_time_of_day(page: PlanPage) -> QWidget:
    page.beside.step.pin.committed.emit("27.90")
    return page.beside.step


def a_check_is_begun(page: WrapUpPage) -> QWidget:
    page.editor.hall.choice.wanted.emit([Point("Piha ensin")])
    return page.editor.hall


def too_long_a_decision(page: WrapUpPage) -> QWidget:
    page.choose("decisions")
    row = page.editor.forms["decisions"].rows()[0]  # type: ignore[attr-defined]
    row.what.setPlainText(TOO_LONG)
    row.commit()
    return row  # type: ignore[no-any-return]


def no_web_address(page: WrapUpPage) -> QWidget:
    page.views.show_view("answers")
    assert page.views.answers is not None
    page.views.answers.page.committed.emit("ei osoite")
    return page.views.answers


@pytest.mark.parametrize(
    ("name", "act", "is_refused"),
    [
        ("ohjaa", an_entry_is_removed, False),
        ("ohjaa", an_entry_is_written, False),
        ("ohjaa", a_speaker_is_taken_out, False),
        ("ohjaa", a_speaker_is_added, False),
        ("suunnittele", too_long_a_goal, True),
        ("suunnittele", no_time_of_day, True),
        ("kokoa", a_check_is_begun, False),
        ("kokoa", too_long_a_decision, True),
        ("kokoa", no_web_address, True),
    ],
)
def test_what_a_page_asked_for_is_answered_when_the_page_is_no_more(
    window: MainWindow,
    house: House,
    open_at: OpenAt,
    told: list[Notice],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    act: Callable[[Any], QWidget],
    is_refused: bool,
) -> None:
    stream = house.evening()
    do(house, stream, running.start(), floor.ask_by_name("Helmi"), record.decide("Piha ensin"), closing.what_next("", "", ""))
    page = open_at(stream, name)
    until(qtbot, lambda: not window.pages.busy)
    session = window.workbench.open_session
    later = AnswersLater(session, monkeypatch)
    asked = act(page)
    told.clear()
    until(qtbot, lambda: bool(later.held))
    house.settings.language = "sv"
    until(qtbot, lambda: not isValid(asked))
    later.come()
    qtbot.waitUntil(lambda: not session.pending)
    assert [notice.kind for notice in told] == ["warning"] * is_refused


def test_a_step_asked_for_something_and_the_next_one_is_on(
    window: MainWindow, house: House, open_at: OpenAt, told: list[Notice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = house.workshop(
        set_info(title="Ilta", start="18.00"),
        add_steps([new_step("Ideat", "ideas", 10), new_step("Tauko", "pause", 10)]),
    )
    do(house, stream, running.start())
    page = open_at(stream, "ohjaa")
    assert isinstance(page, LivePage)
    session = window.workbench.open_session
    console = page.work.console
    assert isinstance(console, IdeasConsole)
    later = AnswersLater(session, monkeypatch)
    for text in ("Sauna", TOO_LONG):
        console.paper.added.emit(text, "")
    until(qtbot, lambda: sum(map(len, later.held)) == 2)
    told.clear()
    do(house, stream, running.go_to(session.state.plan.steps()[1].id))
    until(qtbot, lambda: not isValid(console))
    later.come()
    qtbot.waitUntil(lambda: not session.pending)
    assert [notice.kind for notice in told] == ["warning"]
    assert len(session.state.tool(session.state.plan.steps()[0]).ideas) == 1


def test_somebody_without_a_phone_is_added_in_another_language(
    window: MainWindow, house: House, open_at: OpenAt, told: list[Notice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_at(house.evening(), "ohjaa")
    assert isinstance(page, LivePage)
    session, field = window.workbench.open_session, page.before.name_field
    later = AnswersLater(session, monkeypatch)
    field.setText("Reino")
    page.before.add_button.click()
    until(qtbot, lambda: bool(later.held))
    house.settings.language = "sv"
    until(qtbot, lambda: not isValid(field))
    later.come()
    qtbot.waitUntil(lambda: not session.pending)
    assert [session.state.people.shown_name(person.number) for person in session.state.people.present()] == ["Reino"]
    assert not told
