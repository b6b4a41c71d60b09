"""A signal with a thousand listeners. Telling all of them takes longer than a window may stand still, so they stand in rows,
and the rows can be told one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import SIGNAL, QMetaObject, QObject, Signal

ROW = 80
"""Listeners in a row: a few milliseconds' work."""


class _Row(QObject):
    told = Signal()

    def is_left(self) -> bool:
        """Are all of its listeners gone?"""
        return self.receivers(SIGNAL("told()")) == 0


class Telling:
    """To be used as a signal without arguments. Listeners are told in the order in which they came."""

    def __init__(self) -> None:
        self._rows = [_Row()]
        self._room = ROW

    def connect(self, slot: Callable[[], object]) -> QMetaObject.Connection:
        """As of a signal: a listener is let go of when it dies."""
        if not self._room:
            self._rows = [*(row for row in self._rows if not row.is_left()), _Row()]
            self._room = ROW
        self._room -= 1
        return self._rows[-1].told.connect(slot)

    def emit(self) -> None:
        """Tells everybody."""
        for _ in self.steps():
            pass

    def steps(self) -> Iterator[None]:
        """Tells everybody, a row with every step. Whoever comes meanwhile knows already."""
        for row in tuple(self._rows):
            row.told.emit()
            yield
