"""The list of what is to be answered: painted rows, so that a wall of thousands of notes can be searched as lightly as ten."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fasilitaattori.desktop.wrapup.answers.lines import OUTCOMES, Line, about, lateness, name_of
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look

ROW = 58
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft
_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


def mark_of(line: Line) -> tuple[str, str]:
    """The icon of a line and its colour."""
    if line.late:
        return "warning", "savi"
    if line.outcome:
        _, icon, tone = OUTCOMES[line.outcome]
        return icon, tone
    return "circle", "ink2"


class LinesModel(QAbstractListModel):
    """The lines as Qt's list view wants them; the text is what screen readers say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[Line] = []
        self.today = date.min

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; those that stand in the same places stay what they are."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(lines) - 1), 0))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def lines(self) -> Sequence[Line]:
        """The lines in order."""
        return self._lines

    def place(self, of: str) -> int:
        """The place of a line, -1 = it is not shown."""
        return next((place for place, line in enumerate(self._lines) if line.id == of), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, tr = self._lines[index.row()], self._look.tr
        if role == _ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            stands = tr(OUTCOMES[line.outcome][0]) if line.outcome else tr("Vailla vastausta")
            parts = (name_of(line, tr), about(line, tr), lateness(line, self.today, tr), stands)
            return ", ".join(part for part in parts if part)
        return None


class _LinePainter(QStyledItemDelegate):
    def __init__(self, look: Look, view: "AnswerList") -> None:
        super().__init__(view)
        self.look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(_ROLE)
        look, theme, px, tr = self.look, self.look.theme, self.look.px, self.look.tr
        rect = QRectF(option.rect)
        chosen = index == self._view.currentIndex()
        inner = rect.adjusted(7, 2, -7, -2)
        if chosen:
            paint.frame(painter, inner, 6, theme["kuusi-tint"], theme["kuusi"], look.border(2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.frame(painter, inner, 6, theme["kuusi-tint"], theme["ink"] if theme.high_contrast else None)
        icon, tone = mark_of(line)
        side = px(20)
        paint_icon(painter, QRectF(inner.left() + 10, rect.center().y() - side / 2, side, side), icon, theme[tone])
        left = inner.left() + 20 + side
        room = QRectF(left, inner.top() + px(6), inner.right() - left - 10, px(21))
        paint.text(painter, room, name_of(line, tr), look.sans(15, chosen), theme["ink"], _MIDDLE | _LEFT)
        under = QRectF(left, room.bottom() + px(1), room.width(), px(19))
        late = lateness(line, self._view.model_of.today, tr)
        if late:
            font = look.sans(14, bold=True)
            paint.text(painter, under, late, font, theme["savi"], _MIDDLE | _LEFT)
            taken = paint.digits_width(late, font) + px(8)
            under.setLeft(min(under.right(), under.left() + taken))
        paint.text(painter, under, about(line, tr), look.sans(14), theme["ink2"], _MIDDLE | _LEFT)
        if self._view.hasFocus() and chosen:
            paint.frame(painter, rect.adjusted(3, 0, -3, 0), 6, None, theme["focus"], 3)


class AnswerList(QListView):
    """`chosen(id)` when another line is looked at, `entered` when Enter asks to write."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.model_of = LinesModel(look, self)
        self._silent = False
        self.setModel(self.model_of)
        self.setItemDelegate(_LinePainter(look, self))
        self.setAccessibleName(look.tr("Mihin vastataan"))
        self.setProperty("paints_focus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._look_at)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Line], of: str, today: date) -> None:
        """Show these lines, this one as chosen."""
        self.model_of.today = today
        self.model_of.set_lines(lines)
        self.mark(of)

    def mark(self, of: str) -> None:
        """Another one is chosen; nothing is told."""
        place = self.model_of.place(of)
        selecting = self.selectionModel()
        if place < 0 or selecting is None:
            return
        index = self.model_of.index(place, 0)
        if index != self.currentIndex():
            self._silent = True
            selecting.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._silent = False
        self.scrollTo(index)

    @Slot(QModelIndex)
    def _look_at(self, current: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid() and not self._silent:
            self.chosen.emit(self.model_of.lines()[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
