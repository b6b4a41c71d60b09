"""Two evenings to wrap up: one that has been held, and the page that shows it. Papers may only be made in the background."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.services import Papers
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import closing, people, record, running
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import caught_up, do, until
from tests.unit.desktop.conftest import House


def in_background(make: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but never on the Qt thread."""

    def guarded(*args: Any) -> Any:
        assert threading.current_thread() is not threading.main_thread()
        return make(*args)

    return guarded


@pytest.fixture
def house(house: House) -> House:
    """The house, in which papers are not made on the Qt thread."""
    made = house.services.papers
    house.services.papers = Papers(
        in_background(made.preview),
        in_background(made.save),
        in_background(made.text),
        made.file_name,
        in_background(made.sections),
        in_background(made.poster),
        in_background(made.guide),
        made.letterheads,
        made.sending,
    )
    return house


def state_of(house: House, stream: str) -> Workshop:
    """The workshop as it stands on disk."""
    return house.door.replica(stream).state


@pytest.fixture
def evening(house: House) -> str:
    """An evening that has been held: two people by phone, two actions of which one has nobody, what is next half said."""
    stream = house.evening("kylailta", place="Kylätalo", organiser="Kyläyhdistys", facilitator="Aino", date="2026-03-12")
    do(house, stream, people.join("Helmi", "fi", "a" * 64, True), people.join("Reino", "fi", "b" * 64), people.set_headcount(5))
    steps = state_of(house, stream).plan.steps()
    wall = next(step for step in steps if step.tool == "ideas")
    do(house, stream, running.start(), record.note("Koulun pihalla on tavattu aina."), running.go_to(wall.id))
    do(house, stream, ideas.add(wall.id, "Kylän olohuone"), ideas.add(wall.id, "Verstas"), running.end())
    do(house, stream, record.decide("Kutsutaan koolle työryhmä."))
    do(house, stream, record.act("Kysytään lämmityskulut", "Kunta", "31.3."), record.act("Pidetään talkoot", "", "16.5."))
    do(house, stream, closing.what_next("Ideat viedään kuntaan.", "Kyläyhdistys", ""))
    return stream


def open_page(workbench: Workbench, window: MainWindow, qtbot: QtBot, stream: str) -> WrapUpPage:
    """The page of a workshop, when everything on it is there."""
    window.activateWindow()
    qtbot.waitActive(window)
    workbench.open(stream, "kokoa")
    until(qtbot, lambda: window.pages.name == "kokoa")
    found = window.pages.page
    assert isinstance(found, WrapUpPage)
    settle(found, qtbot)
    until(qtbot, lambda: bool(found.preview.turner.pages))
    return found


def settle(page: WrapUpPage, qtbot: QtBot) -> None:
    """Until nothing is on its way: into the log or out of it."""
    until(qtbot, lambda: not page.is_busy and caught_up(page.workbench))


@pytest.fixture
def page(workbench: Workbench, window: MainWindow, qtbot: QtBot, evening: str) -> WrapUpPage:
    """The wrap-up of the evening."""
    return open_page(workbench, window, qtbot, evening)


@pytest.fixture
def reread(page: WrapUpPage, qtbot: QtBot) -> Callable[[], Workshop]:
    """The open workshop once everything is saved and shown."""

    def read() -> Workshop:
        settle(page, qtbot)
        return page.workbench.state

    return read
