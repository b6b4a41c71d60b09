"""The live page on show, and what a test does with it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import people
from fasilitaattori.workshop.agenda import StepPlan
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.conftest import House

Key = Qt.Key


@dataclass
class Live:
    """The page of a workshop, and what a test does with it."""

    page: LivePage
    window: MainWindow
    house: House
    stream: str
    qtbot: QtBot
    plans: list[StepPlan]

    @property
    def state(self) -> Workshop:
        return self.window.workbench.state

    @property
    def on(self) -> str:
        """The title of the step that is on, "" when none is."""
        step = self.state.current
        return step.title if step is not None else ""

    def do(self, command: Command) -> tuple[str, ...]:
        """A command as if from elsewhere, until the page shows it."""
        ids: tuple[str, ...] = self.house.door.ask(self.stream, command).result().ids
        self.catch_up()
        return ids

    def catch_up(self) -> None:
        """Until the page has folded and shown everything that is saved."""
        newest = self.house.door.replica(self.stream).events[-1].id
        session = self.window.workbench.open_session
        self.qtbot.waitUntil(lambda: newest in session.replica.by_id and session.told)

    def press(self, key: Qt.Key, widget: QWidget | None = None, ctrl: bool = False) -> None:
        """A key, to the widget that has the focus."""
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        focused: QWidget | None = self.window.focusWidget()
        QTest.keyClick(widget or focused or self.page, key, modifier)

    def write(self, field: QWidget, text: str) -> None:
        """Types into a field; QTest itself knows ASCII only."""
        for char in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(field, event)

    def until(self, there: Callable[[], object]) -> None:
        """Until something is so, the page has shown it, and whoever asked for it has heard that it is done."""
        self.qtbot.waitUntil(lambda: bool(there()))
        session = self.window.workbench.session
        if session is not None:
            self.qtbot.waitUntil(lambda: session.told and not session.pending)

    def names(self, *names: str) -> None:
        """People with phones come in."""
        for asked in [self.house.door.ask(self.stream, people.join(name, "fi", uuid.uuid4().hex)) for name in names]:
            asked.result()
        self.catch_up()

    def click(self, button: QWidget) -> None:
        """A click with the mouse."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def notices(self) -> list[str]:
        """What the toasts say now."""
        return [toast.label.words() for toast in self.window.toasts.shown()]
