"""For how long the Qt thread stood still, and when the last picture of what was asked for had been painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

TICK_MS = 2
CALM_MS = 100  # so long nothing that was asked for has happened: its last picture has been painted
LITTLE_MS = 3  # so much processor time between two ticks is nothing that anybody did
PAINTED = (QEvent.Type.UpdateRequest, QEvent.Type.Paint)  # a window gets one of them whenever anything in it is painted


class Standing(QObject):
    """Notes from `begin` to `end`: the longest time in which no event was handled, the processor time in such a time, and when
    the last picture was painted in the windows it was told to `look_at`.

    `waits` tells whether something of what was asked for is still to come: then no picture is the last one, however long
    nothing is painted. `ahead` tells whether what goes on now was not asked for at all: only what it paints counts then.
    """

    def __init__(self, waits: Callable[[], bool], ahead: Callable[[], bool]) -> None:
        super().__init__()
        self._waits, self._ahead = waits, ahead
        self.longest = self.worked = 0.0
        self.away_until = self.painted = 0.0
        self._last = self._used = self._stirred = 0.0
        self._paints = False
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def look_at(self, window: QWidget) -> None:
        """What is painted in this window counts."""
        window.installEventFilter(self)

    def begin(self) -> None:
        self.longest = self.worked = 0.0
        self._last = self._stirred = self.away_until = self.painted = time.perf_counter()
        self._used = time.thread_time()
        self._paints = False
        self._timer.start()

    def end(self) -> None:
        self._tick()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._paints |= event.type() in PAINTED
        return False

    @Slot()
    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        worked = (used - self._used) * 1000
        busy = worked > LITTLE_MS  # another process may be in the way too, but that is no work of this one
        if busy:
            self.away_until = now
        if self._last - self._stirred < CALM_MS / 1000:
            if self._paints:
                self.painted = now
            if self._paints or self._waits() or (busy and not self._ahead()):
                self._stirred = now
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK_MS)
        self.worked = max(self.worked, worked)
        self._last, self._used, self._paints = now, used, False
