"""What making, sending and printing papers have in common: one piece of work at a time in the background, and words for whoever
waits longer than a moment."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.background import Task

SLOW_MS = 400


class Job(QObject):
    """`busy_changed(words)` after a moment, with how much is done, and "" at the end."""

    busy_changed = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.workbench, self._window = workbench, parent
        self._task: Task | None = None
        self._words = ""
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._tell_busy)

    @property
    def is_busy(self) -> bool:
        """Is something under way?"""
        return self._task is not None

    @Slot()
    def cancel(self) -> None:
        """Stop as soon as the work asks whether it shall."""
        if self._task is not None:
            self._task.cancel()

    def begin(
        self,
        words: str,
        work: Callable[[Task], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Start the work. `done` is not called when the workshop was closed meanwhile."""
        if self.is_busy:
            return
        self._words = words
        self._slow.start()

        def finish(result: Any) -> None:
            self._rest()
            if self.workbench.session is not None:
                done(result)

        def fail(error: Exception) -> None:
            self._rest()
            failed(error)

        self._task = self.workbench.services.background.run_task(work, finish, fail, self._progress, owner=self)

    def _progress(self, share: float) -> None:
        if share and not self._slow.isActive():
            percent = self.workbench.tr("{n} %", n=round(share * 100))
            self.busy_changed.emit(f"{self._words} {percent}")

    def _rest(self) -> None:
        self._task = None
        self._slow.stop()
        self.busy_changed.emit("")

    @Slot()
    def _tell_busy(self) -> None:
        self.busy_changed.emit(self._words)
