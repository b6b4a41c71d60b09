"""One tick a second, when the seconds of the running timer change, so that the digits never skip or stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

SECOND = 1000
AFTER = 3  # milliseconds past the change, so that the reading has surely changed


def until_next(phase_ms: int) -> int:
    """Milliseconds to the next whole second of something that is at `phase_ms`, a little past it."""
    return SECOND - phase_ms % SECOND + AFTER


class Second(QObject):
    """`ticked` once a second while started. `phase` gives the milliseconds whose whole seconds are waited for."""

    ticked = Signal()

    def __init__(self, phase: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phase = phase
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Tick from now on. May be called again."""
        self._timer.start(until_next(self._phase()))

    @Slot()
    def stop(self) -> None:
        """No more ticks. May be called again."""
        self._timer.stop()

    @Slot()
    def _tick(self) -> None:
        self._timer.start(until_next(self._phase()))
        self.ticked.emit()
