"""How a window keeps still while much of it changes: what is in sight stays until all is there, and then is painted once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

STRIP = 524_288
"""Pixels of a window that are painted in one go where that is done a part at a time."""


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
        for each in self._let_go():
            if each is self._part.window():
                paint_again(each)
            else:
                each.setUpdatesEnabled(True)
            _ask_to_paint(each)

    def ending(self) -> Iterator[None]:
        """As `end`, and the window is painted a part at a time, from left to right: so much of it that it would stand still."""
        for each in self._let_go():
            if each is not self._part.window():
                each.setUpdatesEnabled(True)
                _ask_to_paint(each)
                continue
            _allow_painting(each)
            try:
                for left, right in pairwise(strip_edges(each)):
                    each.update(left, 0, right - left, each.height())
                    _ask_to_paint(each)
                    yield
            except GeneratorExit:  # something else is wanted meanwhile
                each.update()
                raise

    def _let_go(self) -> list[QWidget]:
        """Those that nobody keeps any more."""
        kept, self._kept = self._kept, []
        return [each for each in kept if isValid(each) and not any(each in other._kept for other in Stillness._all)]

    def _keep(self, window: QWidget) -> None:
        if window not in self._kept:
            self._kept.append(window)
            window.setUpdatesEnabled(False)


def strip_edges(window: QWidget) -> list[int]:
    """The pixels from which a window is divided into strips, and its width."""
    count = max(1, round(window.width() * window.height() / STRIP))
    return [window.width() * number // count for number in range(count + 1)]


def _ask_to_paint(window: QWidget) -> None:
    # WORKAROUND: when something waited to be painted as the window was told to keep still, Qt believes that it asked for the
    # painting already, and nothing is painted any more (seen in PySide6 6.11.3).
    QCoreApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest), Qt.EventPriority.LowEventPriority.value)


def _allow_painting(part: QWidget) -> None:
    """Of a part and all that is in it; nothing is painted for that yet, as after `setUpdatesEnabled(True)`."""
    part.setAttribute(Qt.WidgetAttribute.WA_ForceUpdatesDisabled, on=False)
    part.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
    for inner in part.children():
        if (
            not isinstance(inner, QWidget)
            or inner.isWindow()
            or inner.testAttribute(Qt.WidgetAttribute.WA_ForceUpdatesDisabled)
        ):
            continue
        if inner.isVisible():
            _allow_painting(inner)
        else:
            inner.setUpdatesEnabled(True)


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
