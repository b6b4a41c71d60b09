"""The idea wall's console on show, with real notes from a real log."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.model import State
from tests.unit.desktop.live.rig import Rig

Key = Qt.Key
SETTINGS = {"prompt": "Mitä?", "themes": ["Kohtaaminen", "Työ"]}


class Wall:
    """The console with its rig."""

    def __init__(self, rig: Rig, console: IdeasConsole) -> None:
        self.rig, self.console = rig, console
        self.told: list[str] = []
        console.told.connect(lambda words, _: self.told.append(words))

    @property
    def state(self) -> State:
        found = self.rig.tool
        assert isinstance(found, State)
        return found

    def ids(self, key: str) -> list[str]:
        column = self.console.wall.column(key)
        return column.list.notes.ids() if column is not None else []

    def theme(self, place: int) -> str:
        return self.state.themes[place].id

    def pick(self, key: str, *rows: int) -> None:
        column = self.console.wall.column(key)
        assert column is not None
        for row in rows:
            index = column.list.notes.index(row)
            column.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def press(self, key: Qt.Key) -> None:
        focused = next(column.list for column in self.console.wall.columns() if column.list.hasFocus())
        QTest.keyClick(focused, key)

    def until(self, there: Callable[[], object]) -> None:
        self.rig.until(there)


def send(wall: Wall, *texts: str) -> list[str]:
    """Notes from phones."""
    return [wall.rig.send("ideas.added", 1, text=text)[0] for text in texts]


def shown(kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is on show."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
