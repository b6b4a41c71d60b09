"""The list of workshops: painted rows, so that a thousand of them scroll as lightly as five."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fasilitaattori.desktop.library.rows import REHEARSAL, STATUSES, facts, late_words, over_the_day, status_of, title_of
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rowsview import RowsView
from fasilitaattori.kit.rug import lay_out, paint_rug
from fasilitaattori.kit.tags import paint_tag, tag_width
from fasilitaattori.workshop.info import parse_date
from fasilitaattori.workshop.summary import Summary

ROW = 62
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft
_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class Places(NamedTuple):
    """Where the parts of a row lie: x and width of each; a rug of no width is not drawn."""

    day: tuple[float, float]
    title: tuple[float, float]
    rug: tuple[float, float]
    tag: tuple[float, float]
    menu: tuple[float, float]


BEYOND = 6
"""How far the widest day (20 May) may reach into the gap beside it: all of them are of one size."""


def places(width: float, scale: float, tag: float = 170) -> Places:
    """The columns of a row of that width: the rug gives way first. `tag` is the width of the widest tag."""
    side, gap = 16.0, 18.0
    menu = 34 * scale
    day = 76 + 84 * (scale - 1)
    rest = width - 2 * side - menu - tag - day - 4 * gap
    rug = min(266.0, max(0.0, rest - 280 * scale))
    if rug < 90:
        rug, rest = 0.0, rest + gap
    title = rest - rug
    x = side
    out = []
    for part in (day, title, rug, tag, menu):
        out.append((x, part))
        x += part + (gap if part else 0)
    return Places(*out)


class RowsModel(QAbstractListModel):
    """The rows as Qt's list view wants them; the text is what screen readers say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[Summary] = []
        self.today = date.min
        """From which promises are late."""

    def set_rows(self, rows: Sequence[Summary]) -> None:
        """Show these rows."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def row(self, index: Index) -> Summary:
        """The row at an index."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, tr = self._rows[index.row()], self._look.tr
        if role == _ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day = parse_date(row.date)
            when = f"{tr.weekday(day)} {tr.date(day)}" if day else tr("päivä puuttuu")
            told = (title_of(row, tr), when, late_words(row, self.today, tr), facts(row, tr), tr(status_of(row, tr).words))
            return ", ".join(part for part in told if part)
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, look: Look, view: "WorkshopList") -> None:
        super().__init__(view)
        self.look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Summary = index.data(_ROLE)
        rect = QRectF(option.rect)
        state = option.state
        theme, px, tr = self.look.theme, self.look.px, self.look.tr
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme["kuusi-tint"])
        if index.row():
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme["line"])
        at = self._view.places(rect.width())
        self._day(painter, row, QRectF(rect.left() + at.day[0], rect.top(), at.day[1], rect.height()))
        title = QRectF(rect.left() + at.title[0], rect.top() + px(9), at.title[1], px(22))
        paint.text(painter, title, title_of(row, tr), self.look.serif(17), theme["ink"], _MIDDLE | _LEFT)
        under = QRectF(title.left(), title.bottom() + px(1), title.width(), px(20))
        under = self._late(painter, row, under)
        paint.text(painter, under, facts(row, tr), self.look.sans(14), theme["ink2"], _MIDDLE | _LEFT)
        if at.rug[1] and row.rug:
            rug = lay_out(row.rug, at.rug[1], 16, scale=0.75)
            hovered = state & QStyle.StateFlag.State_MouseOver
            origin = QPointF(rect.left() + at.rug[0], rect.center().y() - 8)
            paint_rug(painter, origin, rug, theme, "kuusi-tint" if hovered else "surface")
        status = status_of(row, tr)
        place = QRectF(rect.left() + at.tag[0], rect.top(), at.tag[1], rect.height())
        paint_tag(painter, self.look, place, tr(status.words), status.kind, status.icon)
        side = px(20)
        menu = QPointF(rect.left() + at.menu[0] + (at.menu[1] - side) / 2, rect.center().y() - side / 2)
        if self._view.pointed_menu == index.row():
            paint.frame(painter, self._view.menu_rect(rect.toRect()), 6, theme["surface"], theme["kuusi"], 1.5)
        paint_icon(painter, QRectF(menu.x(), menu.y(), side, side), "dots-three", theme["ink"])
        if self._view.shows_focus() and index == self._view.currentIndex():
            paint.frame(painter, rect.adjusted(3, 3, -3, -2), 6, None, theme["focus"], 3)

    def _late(self, painter: QPainter, row: Summary, room: QRectF) -> QRectF:
        """Promises that are late, before everything else; gives the room that is left."""
        words = late_words(row, self._view.rows.today, self.look.tr)
        if not words:
            return room
        theme, px, font = self.look.theme, self.look.px, self.look.sans(14, bold=True)
        side = px(16)
        paint_icon(painter, QRectF(room.left(), room.center().y() - side / 2, side, side), "warning", theme["savi"])
        room = room.adjusted(side + px(5), 0, 0, 0)
        paint.text(painter, room, words, font, theme["savi"], _MIDDLE | _LEFT)
        return room.adjusted(min(room.width(), QFontMetricsF(font).horizontalAdvance(words) + px(10)), 0, 0, 0)

    def _day(self, painter: QPainter, row: Summary, room: QRectF) -> None:
        look, theme, tr, day = self.look, self.look.theme, self.look.tr, parse_date(row.date)
        px = look.px
        if day is None:
            paint.text(painter, room, tr("ei päivää"), look.sans(14), theme["ink2"], _MIDDLE | _LEFT)
            return
        over = QRectF(room.left(), room.top() + px(9), room.width(), px(19))
        paint.text(painter, over, over_the_day(tr, day, self._view.this_year), look.sans(14), theme["ink2"], _MIDDLE | _LEFT)
        under = QRectF(room.left(), over.bottom(), room.width() + px(BEYOND), px(26))
        shown = tr.date(day, year=False, short=True)
        paint.text(painter, under, shown, look.serif(21), theme["ink"], _MIDDLE | _LEFT)


class WorkshopList(RowsView):
    """`opened(stream)` when a row is chosen, `menu_requested(stream, global point)` for its menu."""

    opened = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.rows = RowsModel(look, self)
        self.this_year = 0
        """The year that goes without saying."""
        self.pointed_menu = -1
        self._widest_tag = 0.0
        self.setModel(self.rows)
        self.setItemDelegate(_RowPainter(look, self))
        self.setAccessibleName(look.tr("Työpajat"))
        self.setProperty("paints_focus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._measure()
        look.changed.connect(self._measure)
        self.rows.modelReset.connect(self._measure)

    def show_rows(self, rows: Sequence[Summary]) -> None:
        """Show these rows. The workshop that the keys are at stays so; when it has gone, the one in its place."""
        before = self.currentIndex()
        stream = self.rows.row(before).stream if before.isValid() else ""
        place = before.row()
        self.rows.set_rows(rows)
        if stream and rows and not self.currentIndex().isValid():
            place = next((number for number, row in enumerate(rows) if row.stream == stream), min(place, len(rows) - 1))
            self.setCurrentIndex(self.rows.index(place, 0))

    def row_size(self) -> int:
        return self.look.px(ROW)

    def shows_focus(self) -> bool:
        """Paint the ring only while the keyboard speaks to the list."""
        return self.hasFocus()

    def places(self, width: float) -> Places:
        """The columns at this width, in this language and text size."""
        return places(width, self.look.text_scale, self._widest_tag)

    def menu_rect(self, row: QRect) -> QRectF:
        """The square of the row's menu button."""
        at = self.places(row.width()).menu
        side = self.look.px(34)
        return QRectF(row.left() + at[0] + (at[1] - side) / 2, row.center().y() - side / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, rect = self.look.theme, QRectF(self.viewport().rect())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRect(rect)
        painter.fillPath(corners - paint.bubble_path(rect, 8), theme["ground"])
        paint.frame(painter, rect, 8, None, theme["line"], self.look.border(1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # the frame stays where it is while the rows move

    @Slot()
    def _measure(self) -> None:
        tr = self.look.tr
        tags = [tag_width(self.look, tr(status.words), status.icon) for status in (*STATUSES.values(), REHEARSAL)]
        self._widest_tag = max(tags)
        count = max(1, self.rows.rowCount())
        self.setMaximumHeight(count * self.row_size())
        self.setMinimumHeight(min(3, count) * self.row_size())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.maximumHeight())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and self.menu_rect(self.visualRect(index)).contains(event.position())
        pointed = index.row() if over else -1
        self.setCursor(Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor)
        if pointed != self.pointed_menu:
            self.pointed_menu = pointed
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed_menu = -1
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        square = self.menu_rect(self.visualRect(index))
        if square.contains(event.position()):
            self._ask_menu(index)
        else:
            self.opened.emit(self.rows.row(index).stream)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.opened.emit(self.rows.row(index).stream)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self._ask_menu(index)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def _ask_menu(self, index: QModelIndex) -> None:
        corner = self.menu_rect(self.visualRect(index)).bottomLeft().toPoint()
        self.menu_requested.emit(self.rows.row(index).stream, self.viewport().mapToGlobal(corner))
