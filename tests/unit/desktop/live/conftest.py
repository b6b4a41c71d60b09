"""The live page in the real window, with a workshop that is on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live import next_button
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import agenda, info, running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.conftest import Heard, House
from tests.unit.desktop.live.live import Live
from tests.unit.desktop.live.roll import Roll

DIALOGUE = {"prompts": ["Mikä muisto?", "Millainen arki?"], "turn_seconds": 120}


@pytest.fixture(autouse=True)
def questions_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The question on a button waits for its answer however busy the machine is."""
    monkeypatch.setattr(next_button, "ASK_MS", 3_600_000)


@pytest.fixture
def evening() -> list[StepPlan]:
    """Three steps: a talk, a dialogue and a break."""
    return [
        new_step("Tervetuloa", "talk", 10),
        new_step("Keskustelu", "discussion", 35, settings=DIALOGUE),
        new_step("Kahvitauko", "pause", 20, "tauko"),
    ]


@pytest.fixture
def planned(window: MainWindow, house: House, evening: list[StepPlan], qtbot: QtBot) -> Live:
    """A workshop that has not begun, opened on the live page."""
    heading = info.set_info(title="Kyläkoulun uusi elämä", place="Kylätalo", start="18.00", end="20.30")
    window.resize(1366, 768)
    stream = house.workshop(heading, agenda.add_steps(evening))
    window.workbench.open(stream, "ohjaa")
    qtbot.waitUntil(lambda: window.pages.name == "ohjaa")
    page = window.pages.page
    assert isinstance(page, LivePage)
    return Live(page, window, house, stream, qtbot, evening)


@pytest.fixture
def live(planned: Live) -> Live:
    """The dialogue is on, with four people."""
    planned.names("Helmi", "Reino", "Aino", "")
    planned.do(running.start())
    planned.do(running.next_step())
    planned.until(planned.page.work.floor.isVisible)
    return planned


@pytest.fixture
def roll(live: Live) -> Iterator[Roll]:
    """The list of people, whose four phones are all here."""
    made = Roll(live)
    made.hear(p1=Heard(), p2=Heard(), p3=Heard(), p4=Heard())
    yield made
    if QApplication.activeModalWidget() is made.dialog:
        made.dialog.accept()
