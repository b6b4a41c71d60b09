"""The real program from its command line to a window that shows the library and takes keys.

`python -m benchmarks._whole_window FOLDER` tells {"usable": ms} and {"log_open": ms} and goes.
`python -m benchmarks._whole_window FOLDER STREAM` then opens that workshop as a click in the library does, three times (the
first one cold), and tells {"opened": ms, "painted": ms} for each.
"""

import sys
import threading
import time

# As the command line does it: everything that is not Qt comes first (what is loaded after Qt loads more slowly).
from fasilitaattori import cli
from fasilitaattori.app import program  # noqa: F401

# isort: split
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks._ready import Ready, since_start
from fasilitaattori.desktop.window import MainWindow

TIMES = 3
SETTLE_MS = 1500


def main_window() -> MainWindow | None:
    """The program's window once its library is there."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow) and widget.isVisible():
            return widget
    return None


class Visit(QObject):
    """What is done in the window when it can be used."""

    _log_opened = Signal(float)

    def __init__(self, streams: list[str]) -> None:
        super().__init__()
        self._streams = streams * TIMES
        self._ready = Ready(self._window)
        self._ready.usable.connect(self._go_on)
        self._log_opened.connect(self._log_is_open)
        self._opening: Opening | None = None

    def _window(self) -> QWidget | None:
        return main_window()

    @Slot()
    def _go_on(self) -> None:
        window = main_window()
        assert window is not None
        self._main = window
        door = window.services.door

        def wait() -> None:
            door.wait_ready()  # type: ignore[attr-defined]
            self._log_opened.emit(since_start())

        threading.Thread(target=wait, daemon=True).start()

    @Slot(float)
    def _log_is_open(self, after: float) -> None:
        print(f'{{"log_open": {after}}}', flush=True)
        QTimer.singleShot(SETTLE_MS if self._streams else 0, self._next)

    @Slot()
    def _next(self) -> None:
        if not self._streams:
            self._main.close()
            return
        self._opening = Opening(self._main, self._streams.pop())
        self._opening.over.connect(self._close_workshop)

    @Slot()
    def _close_workshop(self) -> None:
        self._main.workbench.close_workshop()
        QTimer.singleShot(SETTLE_MS, self._next)


class Opening(QObject):
    """One opening of a workshop, from the request until its plan has been painted."""

    over = Signal()
    _painted = Signal()

    def __init__(self, window: MainWindow, stream: str) -> None:
        super().__init__()
        self._window = window
        self._there = 0.0
        window.installEventFilter(self)
        self._began = time.perf_counter()
        window.workbench.opened.connect(self._opened)
        window.workbench.open(stream, "suunnittele", self._page_is_there)

    @Slot()
    def _opened(self) -> None:
        self._there = self._ms()

    def _page_is_there(self) -> None:
        """The page is made; Qt paints it with the window's next update, which this event follows."""
        self._window.pages.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        page = self._window.pages.page
        if event.type() == QEvent.Type.UpdateRequest and self._window.pages.name == "suunnittele" and page is not None:
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.User:
            return super().event(event)
        self._window.workbench.opened.disconnect(self._opened)
        print(f'{{"opened": {self._there}, "painted": {self._ms()}}}', flush=True)
        self.over.emit()
        return True

    def _ms(self) -> float:
        return (time.perf_counter() - self._began) * 1000


def main() -> int:
    QApplication(sys.argv)  # the program takes the application that is there
    visit = Visit(sys.argv[2:])
    try:
        return cli.main(["--data", sys.argv[1]])
    finally:
        del visit


if __name__ == "__main__":
    sys.exit(main())
