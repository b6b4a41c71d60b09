"""Papers being typed in with the keyboard alone, on the real window with a real log."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.paperentry.desk import EntryDesk
from fasilitaattori.desktop.paperentry.page import PaperEntryPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import add_steps, new_step
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.state import Workshop

Key = Qt.Key


class Typist:
    """Ten fingers on the keyboard: every key goes to whatever has the focus."""

    def __init__(self, window: MainWindow, house: Any, qtbot: QtBot) -> None:
        self.window, self.house, self.qtbot = window, house, qtbot
        self.stream = self.step = ""

    def open(self, tool: str, *, started: bool = True, **settings: Any) -> None:
        """A workshop with one step of this tool, at the page where papers are typed in."""
        step = new_step("Paperit", tool, 10, settings=settings)
        commands: list[Command] = [set_info(title="Ilta"), add_steps([step])]
        commands += [people.join("", "fi", str(number)) for number in range(6)]
        self.stream = self.house.workshop(*commands, *([running.start()] if started else []))
        self.step = step.id
        self.window.workbench.papers_of = ""
        self.window.workbench.open(self.stream, "paperilta")
        self.qtbot.waitUntil(lambda: self.window.pages.name == "paperilta")

    @property
    def state(self) -> Workshop:
        return self.window.workbench.state

    @property
    def mine(self) -> Any:
        return self.state.tool(self.state.plan.need(self.step))

    @property
    def page(self) -> PaperEntryPage:
        found = self.window.pages.page
        assert isinstance(found, PaperEntryPage)
        return found

    @property
    def desk(self) -> EntryDesk:
        assert self.page.desk is not None
        return self.page.desk

    @property
    def focused(self) -> QWidget:
        """What has the focus, on the page that is wanted."""
        assert self.window.pages.page is not None  # a key makes it whole
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, keys: str) -> None:
        """Letters and digits; a line feed is Enter, "<" is Backspace."""
        for key in keys:
            if key == "\n":
                self.press(Key.Key_Return)
            elif key == "<":
                self.press(Key.Key_Backspace)
            else:
                QTest.keyClick(self.focused, key)  # type: ignore[call-overload]

    def do(self, command: Command) -> None:
        self.house.door.ask(self.stream, command).result()

    def send(self, author: int, kind: str, **body: Any) -> None:
        import msgspec

        from fasilitaattori.tools import MODELS

        step = self.state.plan.need(self.step)
        send = MODELS[step.tool].sends[kind]
        content = msgspec.convert(body, send.body)
        self.house.door.ask(
            self.stream, lambda state: send.rule(state, state.plan.need(self.step), author, content), author=author
        ).result()

    def until(self, there: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(there()))
        self.settled()

    def settled(self) -> None:
        """Everything asked for is saved and told."""
        session = self.window.workbench.open_session
        self.qtbot.waitUntil(lambda: session.told and not session.pending)

    def close_step(self) -> None:
        self.do(running.close_step(self.step))
        self.until(lambda: self.mine.result is not None)

    @property
    def told(self) -> list[str]:
        """What stands below the questions."""
        return [question.told for question in self.desk.view.questions if question.told]


@pytest.fixture
def typist(window: MainWindow, house: Any, qtbot: QtBot) -> Typist:
    return Typist(window, house, qtbot)
