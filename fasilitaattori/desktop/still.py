"""How a window keeps still while much of it changes: what is in sight stays until all is there, and then is painted once."""

from __future__ import annotations

from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Stillness:
    """Of the window a part is in, from `begin` or `begin_all` to `end`. A window that has several reasons to keep still does so
    until the last of them has ended."""

    _all: ClassVar[WeakSet[Stillness]] = WeakSet()

    def __init__(self, part: QWidget) -> None:
        self._part = part
        self._kept: list[QWidget] = []
        Stillness._all.add(self)

    @property
    def holds(self) -> bool:
        """Does a window keep still for it now?"""
        return bool(self._kept)

    def begin(self) -> None:
        """The window keeps still."""
        self._keep(self._part.window())

    def begin_all(self) -> None:
        """The window keeps still, and all that belongs to it and is open now: dialogs, lists, the tip under the pointer."""
        window = self._part.window()
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and _belongs(each, window):
                self._keep(each)

    def end(self) -> None:
        """All of them are painted."""
        kept, self._kept = self._kept, []
        for each in kept:
            if not isValid(each) or any(each in other._kept for other in Stillness._all):
                continue
            if each is self._part.window():
                paint_again(each)
            else:
                each.setUpdatesEnabled(True)
            # WORKAROUND: when something waited to be painted as the window was told to keep still, Qt believes that it asked
            # for the painting already, and nothing is painted any more (seen in PySide6 6.11.3).
            QCoreApplication.postEvent(each, QEvent(QEvent.Type.UpdateRequest), Qt.EventPriority.LowEventPriority.value)

    def _keep(self, window: QWidget) -> None:
        if window not in self._kept:
            self._kept.append(window)
            window.setUpdatesEnabled(False)


def _belongs(part: QObject | None, window: QWidget) -> bool:
    while part is not None and part is not window:
        part = part.parent()
    return part is window


def paint_again(window: QWidget) -> None:
    """Let a window covered by its parts be painted after `setUpdatesEnabled(False)`. Qt paints everything twice when the
    window itself is told so, and once when its parts are told."""
    window.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
    window.setUpdatesEnabled(True)
    for part in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not part.isWindow():
            part.setUpdatesEnabled(True)
