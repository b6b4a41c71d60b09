"""Slow work that must happen one after another: closing a room before another is opened, sending people home before that."""

import logging
from collections import deque
from collections.abc import Callable
from typing import Any

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.background import Background

logger = logging.getLogger(__name__)
Work = Callable[[], Any]


class InTurn:
    """A queue over the background pool."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._waiting: deque[tuple[Work, Callable[[Any], object], Callable[[Exception], object]]] = deque()
        self._busy = False
        self.at_once = False
        """True once the program closes: work is done right away, on the calling thread."""

    def run(self, work: Work, on_result: Callable[[Any], object], on_error: Callable[[Exception], object]) -> None:
        """Do this after everything asked for before; exactly one of the two is called."""
        self._waiting.append((work, on_result, on_error))
        if self.at_once:
            self.finish()
        elif not self._busy:
            self._next()

    def finish(self) -> None:
        """The program closes: do everything that waits now, and from here on whatever is asked for at once."""
        self.at_once = True
        while self._waiting:
            try:  # what comes after it is done all the same
                self._do(*self._waiting.popleft())
            except Exception:
                logger.exception("Work at the end failed")

    @staticmethod
    def _do(work: Work, on_result: Callable[[Any], object], on_error: Callable[[Exception], object]) -> None:
        try:
            result = work()
        except FasilitaattoriError as error:
            on_error(error)
        except Exception as error:
            on_error(error)
            raise
        else:
            on_result(result)

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
