"""What was typed and could not be saved stays in its field, and is asked for again when the page is left or given out."""

from typing import Any, TypeVar

from PySide6.QtCore import QObject

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.workshop.events import Command

Typed = TypeVar("Typed")


class Unsaved:
    """Of one form, the `owner`: what was typed, by what it is about (a section, an answer, a field)."""

    def __init__(self, workbench: Workbench, owner: QObject) -> None:
        self._workbench, self._owner = workbench, owner
        self._asked: dict[str, Command] = {}  # the last one each: what an earlier one says does not matter any more
        self._kept: dict[str, tuple[Any, Command]] = {}

    def save(self, about: str, typed: object, command: Command) -> None:
        """Ask for the change that saves it. What was kept before is not, unless this is refused too."""
        self.forget(about)
        self._asked[about] = command

        def refused(error: FasilitaattoriError) -> None:
            if self._asked.get(about) is command:
                self._kept[about] = typed, command
            self._workbench.open_session.refused.emit(error)

        self._workbench.do(command, None, refused, self._owner)

    def again(self) -> None:
        """Ask once more for everything that is kept."""
        for about, (typed, command) in tuple(self._kept.items()):
            self.save(about, typed, command)

    def over(self, about: str, logged: Typed) -> Typed:
        """What is to be shown: what was typed, if it could not be saved, else what the log says."""
        return self._kept[about][0] if about in self._kept else logged

    def forget(self, about: str) -> None:
        """It is not wanted any more."""
        self._asked.pop(about, None)
        self._kept.pop(about, None)

    def forget_all(self) -> None:
        """Nothing of it is wanted any more."""
        self._asked.clear()
        self._kept.clear()
