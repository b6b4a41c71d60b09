"""The one background pool: work that can take more than 50 ms runs here, and its end comes back to the Qt thread.

For every piece of work exactly one of `on_result` and `on_error` is called, once, on the thread that made the pool. Pieces of
one lane are done one after the other, so that there is always a thread for other work, and a processor for the window.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from fasilitaattori.errors import N_, FasilitaattoriError

logger = logging.getLogger(__name__)
T = TypeVar("T")
Progress = Callable[[float], None]
THREADS = 2


class Cancelled(FasilitaattoriError):
    """The work was cancelled; what it had done so far is thrown away."""

    def __init__(self) -> None:
        super().__init__(N_("Työ keskeytettiin."))


class Task:
    """A piece of work under way. Long work asks `check()` now and then and tells `report()` how far it is."""

    def __init__(self, pool: Background) -> None:
        self._pool = pool
        self._cancelled = threading.Event()
        self.done = False
        """True once one of the two callbacks has been called (or dropped with its owner). Qt thread only."""

    @property
    def cancelled(self) -> bool:
        """True after `cancel()`; may be read on any thread."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Asks the work to stop; `on_error(Cancelled())` follows as soon as it has. Too late is harmless."""
        self._cancelled.set()
        self._pool.withdraw(self)

    def check(self) -> None:
        """Raises Cancelled when somebody has cancelled; for use inside the work."""
        if self.cancelled:
            raise Cancelled

    def report(self, share: float) -> None:
        """Tells how far the work is, 0–1; for use inside the work."""
        self._pool.progressed.emit(self, share)


class Background(QObject):
    """The pool. Make it on the Qt thread; `close()` at the end (may be called twice)."""

    finished = Signal(object, object, object)
    progressed = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="background")
        self._waiting: dict[Task, _Callbacks] = {}
        self._lanes: dict[object, deque[tuple[Task, Callable[[Task], Any]]]] = {}  # the first of each lane is under way
        self._closed = False
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        fn: Callable[[], T],
        on_result: Callable[[T], object],
        on_error: Callable[[Exception], object],
        owner: QObject | None = None,
        lane: object = None,
    ) -> Task:
        """Runs `fn` on a thread of the pool. `owner`: when that object is gone by then, nobody is called. `lane`: any object;
        what is given the same one is done a piece at a time."""
        return self.run_task(lambda _: fn(), on_result, on_error, owner=owner, lane=lane)

    def run_task(
        self,
        work: Callable[[Task], T],
        on_result: Callable[[T], object],
        on_error: Callable[[Exception], object],
        on_progress: Progress | None = None,
        owner: QObject | None = None,
        lane: object = None,
    ) -> Task:
        """As `run`, for work that can be cancelled half-way and tells its progress through the Task it is given.

        After `close()` nothing is begun: `on_error(Cancelled())` is called at once.
        """
        task = Task(self)
        callbacks = _Callbacks(on_result, on_error, on_progress, owner, lane)
        self._waiting[task] = callbacks
        if self._closed:
            self._deliver(task, None, Cancelled())
        elif lane is None:
            self._begin(task, work)
        else:
            queue = self._lanes.setdefault(lane, deque())
            queue.append((task, work))
            if len(queue) == 1:
                self._begin(task, work)
        return task

    def _begin(self, task: Task, work: Callable[[Task], Any]) -> None:
        self._waiting[task].future = self._pool.submit(self._work, task, work)

    def withdraw(self, task: Task) -> None:
        """Ends a cancelled task at once when it has not begun."""
        callbacks = self._waiting.get(task)
        if callbacks is not None and (callbacks.future is None or callbacks.future.cancel()):
            self.finished.emit(task, None, Cancelled())

    def is_busy(self) -> bool:
        """True while something is under way."""
        return bool(self._waiting)

    def close(self) -> None:
        """Cancels what is under way, waits for it to stop and tells everyone. Nothing is begun afterwards."""
        if self._closed:
            return
        self._closed = True
        for task in list(self._waiting):
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for task in list(self._waiting):
            self._deliver(task, None, Cancelled())

    def _work(self, task: Task, work: Callable[[Task], Any]) -> None:
        try:
            task.check()
            result = work(task)
        except FasilitaattoriError as error:
            self.finished.emit(task, None, error)
        except Exception as error:
            logger.exception("Background work failed")
            self.finished.emit(task, None, error)
        else:
            self.finished.emit(task, result, Cancelled() if task.cancelled else None)

    @Slot(object, object, object)
    def _deliver(self, task: Task, result: object, error: Exception | None) -> None:
        callbacks = self._waiting.pop(task, None)
        if callbacks is None:
            return
        task.done = True
        if callbacks.lane is not None:
            self._leave_lane(callbacks.lane, task)
        if callbacks.owner is not None and not isValid(callbacks.owner):
            return
        if error is not None:
            callbacks.on_error(error)
        else:
            callbacks.on_result(result)

    def _leave_lane(self, lane: object, task: Task) -> None:
        """The next one of the lane begins, unless it was another that is under way there."""
        before = self._lanes.pop(lane, deque())
        after = deque(each for each in before if each[0] is not task)
        if after:
            self._lanes[lane] = after
            if after[0] is not before[0] and not self._closed:
                self._begin(*after[0])

    @Slot(object, float)
    def _progress(self, task: Task, share: float) -> None:
        callbacks = self._waiting.get(task)
        if callbacks is None or callbacks.on_progress is None or task.cancelled:
            return
        if callbacks.owner is None or isValid(callbacks.owner):
            callbacks.on_progress(share)


class _Callbacks:
    """Who wants to hear of a task."""

    def __init__(
        self,
        on_result: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Progress | None,
        owner: QObject | None,
        lane: object,
    ) -> None:
        self.on_result, self.on_error, self.on_progress, self.owner = on_result, on_error, on_progress, owner
        self.lane = lane
        self.future: Future[None] | None = None
