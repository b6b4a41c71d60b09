"""The example evening, opened at its plan."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop.agenda import Step

OpenAt = Callable[[str, str], Any]


class Planning:
    """A plan page and what a test asks of it."""

    def __init__(self, window: MainWindow, page: PlanPage, qtbot: QtBot) -> None:
        self.window, self.page, self._qtbot = window, page, qtbot

    def steps(self) -> list[Step]:
        return self.window.workbench.state.plan.steps()

    def titles(self) -> list[str]:
        return [step.title for step in self.steps()]

    def step(self, title: str) -> Step:
        return next(step for step in self.steps() if step.title == title)

    def settings(self, title: str) -> Any:
        return self.window.workbench.state.settings(self.step(title))

    def select(self, title: str) -> None:
        self.page.select(self.step(title).id)

    def until(self, there: Callable[[], bool]) -> None:
        """Until something is so, and nothing waits to be told or answered."""
        session = self.window.workbench.open_session
        self._qtbot.waitUntil(there)
        self._qtbot.waitUntil(lambda: session.told and not session.pending)

    def events(self) -> int:
        return len(self.window.workbench.open_session.replica.events)


@pytest.fixture
def planning(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> Planning:
    """The example evening, opened at its plan."""
    page = open_at(house.evening("kylailta", date="2027-03-12"), "suunnittele")
    assert isinstance(page, PlanPage)
    return Planning(window, page, qtbot)
