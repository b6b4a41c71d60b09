"""Work of the Qt thread that is done a little at a time, so that no key and no click has to wait until all of it is done.

The work is an iterator: after each of its steps the window handles what has happened meanwhile. Steps follow each other without
a pause when somebody waits for the work, or with a rest after each when it is done ahead.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class InSlices(QObject):
    """One piece of work at a time. After each step there is a rest of `rest` times as long as it took, and of `least_ms`.
    `done` when the last step was taken, also in `finish`."""

    done = Signal()

    def __init__(self, parent: QObject | None = None, rest: float = 0.0, least_ms: int = 0) -> None:
        super().__init__(parent)
        self._rest, self._least_ms = rest, least_ms
        self._steps: Iterator[object] | None = None
        self._inside = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Is there anything left to do?"""
        return self._steps is not None

    def do(self, steps: Iterator[object]) -> None:
        """Do this from now on. What was left of the work before it is not done."""
        self._steps = steps
        self._timer.start(self._least_ms)

    def finish(self) -> None:
        """Do the rest at once. Inside one of the steps this changes nothing."""
        if self._inside:
            return
        while self._steps is not None:
            self._step()

    def drop(self) -> None:
        """The rest is not done."""
        self._steps = None
        self._timer.stop()

    @Slot()
    def _slice(self) -> None:
        began = time.perf_counter()
        self._step()
        if self._steps is not None:
            took = time.perf_counter() - began
            self._timer.start(max(self._least_ms, int(took * 1000 * self._rest)))

    def _step(self) -> None:
        steps, self._inside = self._steps, True
        if steps is None:
            return
        over = True
        try:
            next(steps)
            over = False
        except StopIteration:
            pass
        finally:
            self._inside = False
            if over and self._steps is steps:
                self.drop()
        if over and self._steps is None:
            self.done.emit()
