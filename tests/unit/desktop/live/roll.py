"""The list of people on show over a running evening, and what a test reads in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.people_model import NAME, NUMBER, PHONE
from fasilitaattori.kit.dialog import Dialog
from tests.unit.desktop.conftest import Heard
from tests.unit.desktop.live.live import Live

Key = Qt.Key


class Roll:
    """The dialog of a running evening with four phones, and what a test reads in it."""

    def __init__(self, live: Live) -> None:
        self.live = live
        live.until(lambda: live.window.workbench.room is not None)
        live.page._open_people()
        live.until(lambda: isinstance(QApplication.activeModalWidget(), PeopleDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PeopleDialog)
        self.dialog, self.table, self.model = dialog, dialog.table, dialog.model

    def hear(self, **states: Heard) -> None:
        """Phones are like this from now on: p1=…, p2=…"""
        assert self.live.house.room is not None
        self.live.house.room.heard |= {int(key[1:]): heard for key, heard in states.items()}
        self.live.window.workbench.ticked.emit()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """(number, name, phone) of each row as shown."""
        return [
            tuple(str(self.model.index(row, column).data() or "") for column in (NUMBER, NAME, PHONE))
            for row in range(self.model.rowCount())
        ]

    def choose(self, number: int) -> None:
        self.table.choose(number)
        self.table.setFocus()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.table, key)

    def question(self) -> Dialog:
        """The question that has been asked over the list."""
        self.live.until(lambda: QApplication.activeModalWidget() is not self.dialog)
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog)
        return asked

    @property
    def toasts(self) -> list[str]:
        """What is told over the list."""
        shown = self.live.window.toasts.shown()
        return [toast.label.words() for toast in shown if toast.host is self.dialog and toast.isVisible()]

    def undo(self) -> None:
        """Presses Kumoa of the notice."""
        button = self.live.window.toasts.shown()[-1].button
        assert button is not None
        self.live.click(button)


def menu_words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]
