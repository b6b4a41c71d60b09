"""The Qt side of a measured process: how late a timer comes, how long an idea takes to a slot, and orders from outside."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from benchmarks._figures import spread
from benchmarks._talk import Message, hear, tell

TICK_MS = 16


class Watch(QObject):
    """`heard.emit(texts)` from any thread times the ideas' way to a slot here; `desk_heard(texts)` the way to the widgets,
    `painted(texts)` to the big screen. `also` has what else may be ordered, by its name."""

    heard = Signal(object)
    _ordered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gaps: list[float] = []
        self._slot: list[float] = []
        self._desk: list[float] = []
        self._picture: list[float] = []
        self.also: dict[str, Callable[[Message], None]] = {}
        self._last = 0.0
        self._began = self._worked = 0.0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ordered.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def desk_heard(self, texts: Iterable[str]) -> None:
        """The widgets have been told of these (on the Qt thread)."""
        _note(self._desk, texts)

    def painted(self, texts: Iterable[str]) -> None:
        """The big screen shows a picture in which these are counted (on the Qt thread)."""
        _note(self._picture, texts)

    @Slot(object)
    def _take(self, texts: Iterable[str]) -> None:
        _note(self._slot, texts)

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    def _listen(self) -> None:
        while True:
            order = hear()
            self._ordered.emit(order)
            if order["do"] == "quit":
                return

    @Slot(object)
    def _obey(self, order: Message) -> None:
        match order["do"]:
            case "begin":
                for samples in (self._gaps, self._slot, self._desk, self._picture):
                    samples.clear()
                self._began, self._worked = time.perf_counter(), time.process_time()
                self._last = self._began
                self._timer.start()
                tell(begun=True)
            case "end":
                self._timer.stop()
                tell(**self._figures())
            case "quit":
                QCoreApplication.exit(0)  # without asking whether a workshop is to be interrupted
            case other:
                self.also[other](order)

    def _figures(self) -> dict[str, Any]:
        busy = (time.process_time() - self._worked) / (time.perf_counter() - self._began)
        return {
            "late": spread(lateness(self._gaps)),
            "slot": spread(self._slot),
            "desk": spread(self._desk),
            "picture": spread(self._picture),
            "busy": busy,
            "memory": psutil.Process().memory_info().rss / 1024**2,
        }


def _note(samples: list[float], texts: Iterable[str]) -> None:
    """Milliseconds since the moment that is the last word of each text."""
    now = time.monotonic_ns()
    samples.extend((now - int(text.rpartition(" ")[2])) / 1e6 for text in texts)


def lateness(gaps: Iterable[float]) -> list[float]:
    """How late every tick came that was due, in milliseconds. One long gap makes several ticks late: each of them counts,
    or a thread that stands still for a second would look like one late tick among many good ones."""
    late: list[float] = []
    for gap in gaps:
        over = max(0.0, gap - TICK_MS)
        late.append(over)
        while over > TICK_MS:
            over -= TICK_MS
            late.append(over)
    return late
