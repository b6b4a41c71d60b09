"""What the pages are made of is loaded while nothing happens, a little at a time, so that a page is there at once when it is
first asked for, and the window still opens without waiting for any of it."""

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit

from fasilitaattori import desktop, kit, tools
from fasilitaattori.kit.bridge import REST
from fasilitaattori.kit.inslices import InSlices

PAUSE_MS = 5  # at least, between one piece and the next
NOT_OF_THE_DESK = (".phone", ".minutes")  # parts of tools that windows have no use for


class Warming(QObject):
    """Does `more` and then loads everything the desk may need, once `start` has been called; tells when it is `done`."""

    done = Signal()

    def __init__(self, more: tuple[Callable[[], object], ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = _pieces(more)
        self._slices = InSlices(self, REST, PAUSE_MS)
        self._slices.done.connect(self.done)

    @Slot()
    def start(self) -> None:
        """Begin when the window has nothing else to do."""
        self._slices.do(self._pieces)

    def close(self) -> None:
        """What has not been loaded is loaded when it is needed. May be called again."""
        self._slices.drop()


def _pieces(more: tuple[Callable[[], object], ...]) -> Iterator[None]:
    for piece in more:
        piece()
        yield
    yield from _kinds_of_qt()
    for package in (kit, tools, desktop):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(NOT_OF_THE_DESK):
                import_module(module.name)
                yield


def _kinds_of_qt() -> Iterator[None]:
    """Python gets to know Qt's classes when it is first handed an object whose class it does not know: of all widgets for a
    widget, of all objects for an object. A text field has both inside it."""
    field = QPlainTextEdit()
    field.viewport()
    yield
    field.children()
    yield
