"""Work that is done anew whenever something changed: in the background, one at a time, after a moment of quiet.

During an evening changes come all the time, so what waits for quiet is done at the latest after `PATIENCE_MS`.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from fasilitaattori.kit.background import Background, Cancelled, Task

QUIET_MS = 400
PATIENCE_MS = 2500


class Latest(QObject):
    """Asks `prepare` on the Qt thread for the work, runs it in the pool (in a `lane` of it, if one is given) and tells
    `came(result)` or `failed(error)`.

    Asked while the work is under way, it does it once more when that ends. Asleep it only remembers to do it on waking.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(
        self, background: Background, prepare: Callable[[], Callable[[], Any]], parent: QObject, lane: object = None
    ) -> None:
        super().__init__(parent)
        self._background, self._prepare, self._lane = background, prepare, lane
        self._task: Task | None = None
        self._again = False
        self._awake = True
        self._closed = False
        self._since = QElapsedTimer()
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self.now)

    @property
    def is_busy(self) -> bool:
        """Is something under way, or about to be?"""
        return self._task is not None or self._quiet.isActive()

    @property
    def is_stale(self) -> bool:
        """Is what came last older than what was asked for?"""
        return self._task is not None or self._again

    def set_awake(self, awake: bool) -> None:
        """Asleep while nobody looks."""
        self._awake = awake
        if not awake:
            self._again = self._again or self._quiet.isActive()
            self._quiet.stop()
        elif self._again and self._task is None:
            self.now()

    @Slot()
    def close(self) -> None:
        """The workshop is closing: nothing is begun any more, what waits for the pool is not done, and nobody hears of what is
        under way. May be called again."""
        self._closed = True
        self._quiet.stop()
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def soon(self) -> None:
        """Something changed: do it after a moment of quiet."""
        if not self._awake or self._closed:
            self._again = True
            return
        if not self._quiet.isActive():
            self._since.start()
        left = PATIENCE_MS - self._since.elapsed()
        self._quiet.start(max(0, min(QUIET_MS, left)))

    @Slot()
    def now(self) -> None:
        """Do it at once."""
        self._quiet.stop()
        if self._closed:
            return
        if self._task is not None or not self._awake:
            self._again = True
            return
        self._again = False
        self._task = self._background.run(self._prepare(), self._done, self._broken, owner=self, lane=self._lane)

    def _done(self, result: object) -> None:
        self._task = None
        if not self._closed:
            self.came.emit(result)
            self._go_on()

    def _broken(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, Cancelled):  # the pool is closing: nothing can be begun any more
            self.close()
        if not self._closed:
            self.failed.emit(error)
            self._go_on()

    def _go_on(self) -> None:
        if self._again and self._awake:
            self.now()
