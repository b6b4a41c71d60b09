"""The layout of what nobody sees yet, a little at a time.

When a widget is shown, Qt lays out everything in it in one go, which takes long for a page of the desk. Here each widget gets
its place and its size in the order in which Qt would give them, with stops between them; when it is shown, Qt finds that done.
"""

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

SLICE = 0.004
"""Seconds between two stops, but for what one widget takes by itself."""

MOST_TIMES = 5
"""What a widget asks for may depend on its width, and the room of the others on what it asks for."""

_MOVED, _RESIZED = Qt.WidgetAttribute.WA_PendingMoveEvent, Qt.WidgetAttribute.WA_PendingResizeEvent
_VISIBLE = Qt.WidgetAttribute.WA_WState_Visible


def lay_out(whole: QWidget) -> Iterator[None]:
    """Lay out a hidden widget and what would be seen in it, until everything has the room it asks for."""
    for _ in range(MOST_TIMES):
        if not (yield from _all_in(whole)):
            break


def _all_in(whole: QWidget) -> Generator[None, None, bool]:
    """Goes through everything once; tells whether anything has another place or size now."""
    changed, waiting = False, [whole]
    reached: list[QWidget] = []
    while waiting:
        with _as_if_visible(reached):
            changed = _some(waiting, reached) or changed
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # out of sight, nobody would heed them
        yield
    return changed


def _some(waiting: list[QWidget], reached: list[QWidget]) -> bool:
    """Goes through what waits until it is time for a stop."""
    changed, began = False, time.perf_counter()
    while waiting:
        widget = waiting.pop()
        if not isValid(widget):
            continue  # gone since the last stop
        reached.append(widget)
        changed = _settle(widget) or changed
        inside = (child for child in widget.children() if isinstance(child, QWidget))
        waiting.extend(reversed([child for child in inside if not child.isHidden() and not child.isWindow()]))
        if time.perf_counter() - began >= SLICE:
            break
    return changed


@contextmanager
def _as_if_visible(widgets: list[QWidget]) -> Iterator[None]:
    """For what these widgets do meanwhile, and those that come to them, they are in sight: out of sight they put off what their
    size brings with it."""
    for widget in widgets:
        if isValid(widget):
            widget.setAttribute(_VISIBLE)
    try:
        yield
    finally:
        for widget in widgets:
            if isValid(widget):
                widget.setAttribute(_VISIBLE, False)


def _settle(widget: QWidget) -> bool:
    """Give what is in it its place and size, and tell it its own. Tells whether anything was new."""
    widget.ensurePolished()
    layout = widget.layout()
    changed = layout is not None and layout.activate()
    widget.setAttribute(_VISIBLE)
    if widget.testAttribute(_MOVED):
        widget.setAttribute(_MOVED, False)
        QApplication.sendEvent(widget, QMoveEvent(widget.pos(), QPoint()))
        changed = True
    if widget.testAttribute(_RESIZED):
        widget.setAttribute(_RESIZED, False)
        QApplication.sendEvent(widget, QResizeEvent(widget.size(), QSize()))
        changed = True
    return changed
