"""The page of papers of an evening that is planned."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.papers.place import Place
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import caught_up, until
from tests.unit.desktop.conftest import House


class Answering:
    """Answers where to save, one folder after the other."""

    def __init__(self, *answers: Path) -> None:
        self.answers = list(answers)
        self.asked: list[Place] = []

    def __call__(self, _: object, place: Place, on_path: Callable[[Path], None]) -> None:
        self.asked.append(place)
        on_path(self.answers.pop(0))


def settle(page: PapersPage, qtbot: QtBot) -> None:
    """Until nothing is on its way."""
    until(
        qtbot,
        lambda: not (page.shelf.is_busy or page.saver.is_busy or page.printing.is_busy) and caught_up(page.workbench),
    )


def open_page(workbench: Workbench, window: MainWindow, qtbot: QtBot, stream: str) -> PapersPage:
    """The page of a workshop, when every paper has been drawn or refused."""
    workbench.open(stream, "tulosteet")
    until(qtbot, lambda: window.pages.name == "tulosteet")
    found = window.pages.page
    assert isinstance(found, PapersPage)
    settle(found, qtbot)
    return found


@pytest.fixture
def evening(house: House) -> str:
    """An evening with a network, ground rules and a programme."""
    house.settings.change(wifi_ssid="Kuikkapera", wifi_password="talkoot2026")
    return house.evening("kylailta", date="2026-03-12")


@pytest.fixture
def page(workbench: Workbench, window: MainWindow, qtbot: QtBot, evening: str) -> PapersPage:
    """The papers of the evening."""
    return open_page(workbench, window, qtbot, evening)


@pytest.fixture
def reread(page: PapersPage, qtbot: QtBot) -> Callable[[], Workshop]:
    """The open workshop once everything is saved and shown."""

    def read() -> Workshop:
        settle(page, qtbot)
        return page.workbench.state

    return read
