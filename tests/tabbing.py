"""The way of the Tab key through a window: everything that can be used is on it, in reading order, and seen when it is reached.

`faults_of_way(window)` walks it with real keys and gives sentences about what is wrong.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QWidget,
)
from shiboken6 import isValid

from fasilitaattori.desktop.page import Page
from fasilitaattori.kit.focus import GAP, WIDTH
from fasilitaattori.kit.readingorder import stops
from tests.inspecting import place_of
from tests.waiting import PATIENCE_MS

MOST = 600  # stops; no window has so many


def faults_of_way(window: QWidget) -> list[str]:
    """What is wrong on the way through this window, which is on show."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, PATIENCE_MS)
    before = QApplication.focusWidget()
    found: list[str] = []
    way = list(_walk(window, found))
    reached = {id(widget) for widget in way}
    fields = (field for kind in (QAbstractSpinBox, QComboBox) for field in window.findChildren(kind))
    inside = {id(part) for field in fields for part in field.findChildren(QWidget)}
    missed = [each for each in window.findChildren(QWidget) if id(each) not in reached | inside and _is_stop(each, window)]
    found += [f"Tab does not come to: {place_of(w)} {_name(w)!r}" for w in missed if not _is_of_group(w, reached)]
    back = [(one, other) for one, other in pairwise(way) if _goes_back(one, other, window)]
    found += [f"Tab goes back: {_told(one, window)} -> {_told(other, window)}" for one, other in back]
    if before is not None and isValid(before) and before.window() is window:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def _walk(window: QWidget, found: list[str]) -> Iterator[QWidget]:
    """Every stop once, from the first in the window; notes where it sticks and where nothing is seen."""
    first = next(stops(window), None)
    if first is None:
        return
    first.setFocus(Qt.FocusReason.TabFocusReason)
    at = QApplication.focusWidget()
    begin, seen = at, set[int]()
    while at is not None and id(at) not in seen and len(seen) < MOST:
        seen.add(id(at))
        if (trouble := _not_seen(at)) != "":
            found.append(f"focus {trouble}: {place_of(at)} {_name(at)!r}")
        yield at
        QTest.keyClick(at, Qt.Key.Key_Tab)
        QApplication.processEvents()
        following = QApplication.focusWidget()
        if following is at and len(seen) > 1:
            found.append(f"Tab ends in: {place_of(at)} {_name(at)!r}")
            return
        at = following
    if at is not begin:
        found.append(f"Tab goes round without: {_name(begin)!r}, from {_name(at)!r}" if at else "Tab loses the focus")


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    """May Tab come here?"""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False  # first, see `kit.readingorder`: the ground of what scrolls may not be asked for its proxy
    if not window.isAncestorOf(widget) or not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return not (isinstance(widget, QAbstractScrollArea) and widget.viewport().visibleRegion().isEmpty())


def _is_of_group(widget: QWidget, reached: set[int]) -> bool:
    """Of buttons of which one is on, Tab comes to that one, and arrow keys to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group, parent = cast(QButtonGroup | None, widget.group()), widget.parentWidget()
    if group is not None and group.exclusive():
        return any(id(button) in reached for button in group.buttons())
    if not widget.autoExclusive() or parent is None:
        return False
    return any(id(each) in reached for each in parent.findChildren(QAbstractButton) if each.autoExclusive())


def _not_seen(widget: QWidget) -> str:
    """Why the focus cannot be seen, "" when it can: a ring lies around it, or it looks different itself."""
    if isinstance(widget, Page):
        return ""  # the whole of it has the focus, until somebody goes on
    if widget.property("paints_focus"):
        return "" if _looks_different(widget) else "makes no difference"
    outer = widget.parentWidget() if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) else widget
    assert outer is not None
    rings = [each for each in widget.window().findChildren(QWidget) if type(each).__name__ == "_Ring" and each.isVisible()]
    if len(rings) != 1:
        return f"has {len(rings)} rings"
    ring, inset = rings[0], int(outer.property("ring_inset") or 0)
    thing = QRect(outer.mapTo(outer.window(), QPoint(0, 0)), outer.size()).adjusted(inset, inset, -inset, -inset)
    around = QRect(ring.mapTo(ring.window(), QPoint(0, 0)), ring.size())
    ground = ring.parentWidget()
    assert ground is not None
    if around != thing.adjusted(-GAP - WIDTH, -GAP - WIDTH, GAP + WIDTH, GAP + WIDTH) & _place(ground, ring.window()):
        return f"has its ring elsewhere, {around.getRect()} of {thing.getRect()}"
    shown = ring.visibleRegion().boundingRect()
    hidden = ring.rect().height() - shown.height(), ring.rect().width() - shown.width()
    if min(shown.width(), shown.height()) <= 2 * (GAP + WIDTH) or (max(hidden) > 2 * WIDTH and not _is_large(outer)):
        return f"is hidden, {shown.getRect()} of {ring.rect().getRect()}"
    return ""


def _is_large(widget: QWidget) -> bool:
    """Larger than the place it is scrolled in: then not all of it can be seen at once."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QAbstractScrollArea):
        parent = parent.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return area is not None and (widget.height() + 2 * WIDTH > area.height() or widget.width() + 2 * WIDTH > area.width())


def _looks_different(widget: QWidget) -> bool:
    focused = widget.grab().toImage()
    widget.clearFocus()
    plain = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return focused != plain


def _goes_back(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Does reading go from `one` backwards to `other`? Where they part, what contains the second must not stand before what
    contains the first: not higher, unless further right; not further left on the same line."""
    first, second = _parted(one, other, window)
    if first.property("comes_last") or second.property("comes_last"):
        return False  # what takes something away comes after the fields it stands over
    a, b = _place(first, window), _place(second, window)
    if a.contains(b) or b.contains(a):
        return False
    higher, left = b.bottom() < a.top(), b.right() < a.left()
    same_line = not higher and b.top() <= a.bottom()
    return (higher and not b.left() > a.right()) or (same_line and left)


def _parted(one: QWidget, other: QWidget, window: QWidget) -> tuple[QWidget, QWidget]:
    """The outermost widgets that hold one of them and not the other."""
    ways = [list(_outwards(widget, window)) for widget in (one, other)]
    first, second = ways
    while len(first) > 1 and len(second) > 1 and first[-1] is second[-1]:
        first.pop()
        second.pop()
    return first[-1], second[-1]


def _outwards(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = None if at is window else at.parentWidget()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _told(widget: QWidget, window: QWidget) -> str:
    return f"{_name(widget)!r} {place_of(widget)} {_place(widget, window).getRect()}"


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
