"""Tab goes through a window as one reads it: from left to right, line by line, one panel after the other.

Qt goes in the order in which widgets were made, which is another one as soon as rows come and go, a dialog gets its fields
after its buttons, or a list is sorted. So the way is looked up in what is on show each time Tab is pressed. And where Tab
comes to is scrolled into view, with room for the ring around it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from fasilitaattori.kit.focus import GAP, HEIR, WIDTH

ROOM = 2 * (GAP + WIDTH)  # pixels that stay in view around what has the focus
Placed = tuple[QRect, QWidget]
_LATE = "comes_last"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def move_focus(window: QWidget, forward: bool) -> bool:
    """Give the focus to the next stop of the window, or to the one before; after the last comes the first. False when there
    is none. For a window's `focusNextPrevChild`, to which all its widgets turn, and so does Qt when what had it goes."""
    now = QApplication.focusWidget()
    way = list(stops(window, now))
    if not way or way == [now]:
        return False
    following = _heir(now, way) if now in way and not (now.isVisible() and now.isEnabled()) else _next(now, way, forward)
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(following)
    QTimer.singleShot(0, following, lambda: bring_into_view(following))  # a field left may have become lower meanwhile
    return True


def come_last(*widgets: QWidget) -> None:
    """Tab comes to these after everything beside them: what takes something away is not to lie before the first field."""
    for widget in widgets:
        widget.setProperty(_LATE, True)


def take_place(going: QWidget, coming: QWidget) -> None:
    """`coming` is shown where `going` was, and takes the focus if that had it: a button that has done its work gives way to the
    one that follows from it."""
    coming.show()
    if going.hasFocus():
        coming.setProperty(HEIR, True)
        coming.setFocus(Qt.FocusReason.OtherFocusReason)
        coming.setProperty(HEIR, False)
    going.hide()


def _next(now: QWidget | None, way: Sequence[QWidget], forward: bool) -> QWidget:
    place = way.index(now) if now in way else -1 if forward else 0
    return way[(place + (1 if forward else -1)) % len(way)]


def _heir(gone: QWidget, way: Sequence[QWidget]) -> QWidget:
    """Where the focus goes when what had it is no more on show, or can be pressed no more: not far. To what follows it in the
    same row or panel, else to what is before it there, else the same one panel further out."""
    place, around = way.index(gone), gone.parentWidget()
    while around is not None:
        after = next((each for each in way[place + 1 :] if around.isAncestorOf(each)), None)
        before = next((each for each in reversed(way[:place]) if around.isAncestorOf(each)), None)
        if (found := after or before) is not None:
            return found
        around = around.parentWidget()
    return _next(gone, way, forward=True)


def stops(window: QWidget, now: QWidget | None = None) -> Iterator[QWidget]:
    """Where Tab stops in this window, in reading order; `now` is among them wherever the focus is. Of buttons of which one is
    on, only that one: arrow keys lead to the others."""
    found = [widget for widget in window.findChildren(QWidget) if widget is now or _may_stop(widget, window)]
    known = dict.fromkeys(widget if widget is now else _one_for_all(widget) for widget in found)
    inside: dict[QWidget, list[QWidget]] = {}
    for widget in known:
        at = widget
        while at is not window and (parent := at.parentWidget()) is not None:
            beside = inside.setdefault(parent, [])
            if at in beside:
                break
            beside.append(at)
            at = parent
    return _read(window, window, inside, known)


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever it lies in so that it can be seen, and the ring around it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and (content := parent.widget()) is not None and content.isAncestorOf(widget):
            _show_in(parent, content, widget)
        parent = parent.parentWidget()


def _show_in(area: QScrollArea, content: QWidget, widget: QWidget) -> None:
    """All of it if there is room; Qt itself would be content with the place where one writes."""
    place = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size()).adjusted(-ROOM, -ROOM, ROOM, ROOM)
    room = area.viewport().size()
    if place.height() > room.height() or place.width() > room.width():
        area.ensureWidgetVisible(widget, ROOM, ROOM)
    else:
        middle = place.center()
        area.ensureVisible(middle.x(), middle.y(), place.width() // 2, place.height() // 2 + 1)


def _read(at: QWidget, window: QWidget, inside: dict[QWidget, list[QWidget]], known: Container[QWidget]) -> Iterator[QWidget]:
    """`at` itself if Tab stops there, then what it holds."""
    if at in known:
        yield at
    placed = [(QRect(child.mapTo(window, QPoint(0, 0)), child.size()), child) for child in inside.get(at, ())]
    for child in _in_order(placed):
        yield from _read(child, window, inside, known)


def _in_order(placed: Sequence[Placed]) -> list[QWidget]:
    """What lies side by side in one parent: cut into rows where nothing crosses the cut, else into columns, and so on."""
    if len(placed) < 2:
        return [widget for _, widget in placed]
    if late := [each for each in placed if each[1].property(_LATE)]:
        return _in_order([each for each in placed if each not in late]) + [widget for _, widget in late]
    for begin, end in ((QRect.top, QRect.bottom), (QRect.left, QRect.right)):
        parts = _cut(placed, begin, end)
        if len(parts) > 1:
            return [widget for part in parts for widget in _in_order(part)]
    return [widget for _, widget in sorted(placed, key=lambda each: (each[0].top(), each[0].left()))]


def _cut(placed: Sequence[Placed], begin: Callable[[QRect], int], end: Callable[[QRect], int]) -> list[list[Placed]]:
    parts: list[list[Placed]] = []
    reached = 0
    for each in sorted(placed, key=lambda each: begin(each[0])):
        if not parts or begin(each[0]) > reached:
            parts.append([])
            reached = end(each[0])
        parts[-1].append(each)
        reached = max(reached, end(each[0]))
    return parts


def _may_stop(widget: QWidget, window: QWidget) -> bool:
    # WORKAROUND: until PySide leaves alone who owns what `focusProxy` gives (6.11 takes it for a child of the widget asked).
    # The ground of a scroll area stands in for the area: once asked, the two own each other, and Python throws both away
    # together with the page in them. So the policy is looked at first, which the ground does not have.
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isVisible() or not widget.isEnabled():
        return False
    return widget.window() is window and widget.focusProxy() is None


def _one_for_all(widget: QWidget) -> QWidget:
    """Of buttons of which one is on, that one, or the first where none is; anything else stands for itself."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return widget
    group, parent = widget.group(), widget.parentWidget()
    if group is not None:
        others: list[QAbstractButton] = group.buttons() if group.exclusive() else []
    else:
        beside = parent.findChildren(QAbstractButton, options=_DIRECT) if widget.autoExclusive() and parent is not None else []
        others = [each for each in beside if each.isCheckable() and each.autoExclusive() and each.group() is None]
    others = [each for each in others if each.isVisible() and each.isEnabled()]
    return next((each for each in others if each.isChecked()), others[0] if others else widget)
