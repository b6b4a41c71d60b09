"""Slow work that must happen one after another: closing a room before another is opened, sending people home before that."""

from collections import deque
from collections.abc import Callable
from typing import Any

from fasilitaattori.kit.background import Background

Work = Callable[[], Any]


class InTurn:
    """A queue over the background pool. `at_once` (while the program closes) runs work right away on the calling thread."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._waiting: deque[tuple[Work, Callable[[Any], object], Callable[[Exception], object]]] = deque()
        self._busy = False
        self.at_once = False

    def run(self, work: Work, on_result: Callable[[Any], object], on_error: Callable[[Exception], object]) -> None:
        """Do this after everything asked for before; exactly one of the two is called."""
        self._waiting.append((work, on_result, on_error))
        if self.at_once:
            self._all_now()
        elif not self._busy:
            self._next()

    def _all_now(self) -> None:
        while self._waiting:
            work, on_result, _ = self._waiting.popleft()
            on_result(work())

    def _next(self) -> None:
        if not self._waiting:
            self._busy = False
            return
        self._busy = True
        work, on_result, on_error = self._waiting.popleft()

        def done(result: Any) -> None:
            self._next()
            on_result(result)

        def failed(error: Exception) -> None:
            self._next()
            on_error(error)

        self._background.run(work, done, failed)
