"""What the pages are made of is loaded while nothing happens, a little at a time, so that a page is there at once when it is
first asked for, and the window still opens without waiting for any of it."""

import pkgutil
import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

from fasilitaattori import desktop, kit, tools
from fasilitaattori.kit.bridge import REST

PAUSE_MS = 5  # at least, between one piece and the next
NOT_OF_THE_DESK = (".phone", ".minutes")  # parts of tools that windows have no use for


class Warming(QObject):
    """Does `more` and then loads everything the desk may need, once `start` has been called; rests when it is `done`."""

    def __init__(self, more: tuple[Callable[[], object], ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.done = False
        self._pieces = _pieces(more)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    @Slot()
    def start(self) -> None:
        """Begin when the window has nothing else to do."""
        self._timer.start(PAUSE_MS)

    def close(self) -> None:
        """What has not been loaded is loaded when it is needed. May be called again."""
        self._timer.stop()

    @Slot()
    def _next(self) -> None:
        began = time.perf_counter()
        self.done = not next(self._pieces, False)
        if not self.done:
            self._timer.start(max(PAUSE_MS, int((time.perf_counter() - began) * 1000 * REST)))


def _pieces(more: tuple[Callable[[], object], ...]) -> Iterator[bool]:
    for piece in more:
        piece()
        yield True
    for package in (kit, tools, desktop):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(NOT_OF_THE_DESK):
                import_module(module.name)
                yield True
