"""The palette of acts (Ctrl+K): a few letters, Enter, and it is done, without remembering where the button or the key is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from fasilitaattori.desktop.acts import Act
from fasilitaattori.desktop.finding import best
from fasilitaattori.kit import paint
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.tags import key_cap_size, paint_key_cap

Index = QModelIndex | QPersistentModelIndex
WIDTH, ROW, MOST = 620, 44, 60
SHOWN = 9  # rows in sight at once
_ACT = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class _ActPainter(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        act: Act = index.data(_ACT)
        look, theme, px = self.look, self.look.theme, self.look.px
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            inside = rect.adjusted(2, 1, -2, -1)
            paint.frame(painter, inside, 6, theme["kuusi-tint"], theme["kuusi"], look.border(2))
        side, left, right = px(20), rect.left() + px(14), rect.right() - px(14)
        if act.icon:
            paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), act.icon, theme["ink"])
        left += side + px(12)
        if act.cap:
            width, height = key_cap_size(look, act.cap)
            right -= width
            paint_key_cap(painter, look, QRectF(right, rect.center().y() - height / 2, width, height), act.cap, "ink2")
            right -= px(14)
        small = look.sans(14)
        width = min(QFontMetricsF(small).horizontalAdvance(act.group) + 1, (right - left) / 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, QRectF(right - width, rect.top(), width, rect.height()), act.group, small, theme["ink2"], middle)
        room = QRectF(left, rect.top(), right - width - px(14) - left, rect.height())
        paint.text(painter, room, act.words, look.sans(16, bold=chosen), theme["ink"], middle)


class Palette(QFrame):
    """A panel over the window `host`. `left` when it goes; the focus is then back where it was, and only then the chosen act
    is done."""

    left = Signal()

    def __init__(self, look: Look, acts: Sequence[Act], host: QWidget) -> None:
        super().__init__(host)
        tr = look.tr
        self.look, self._host, self._acts = look, host, list(acts)
        self._before: QWidget | None = None
        self._gone = False
        look.dress(self)
        self.setAccessibleName(tr("Tee jotakin"))
        self.setProperty("paints_focus", True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Mitä tehdään? Kirjoita pari kirjainta"))
        self.line.setAccessibleName(tr("Etsi tekemistä, sivua, vaihetta tai ihmistä"))
        self.line.setProperty("ring_radius", 6)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("Löytyneet"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one stays in the field; the arrows move here
        self.list.setItemDelegate(_ActPainter(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._do)
        self.nothing = Label(look, tr("Mitään ei löytynyt. Kokeile toista sanaa."), tone="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        host.installEventFilter(self)
        self._find()

    # --- finding ---

    @Slot()
    def _find(self) -> None:
        self.list.clear()
        for act in best(self.line.text(), self._acts, _text_of)[:MOST]:
            item = QListWidgetItem(", ".join(part for part in (act.words, act.group, act.cap) if part))
            item.setData(_ACT, act)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())
        self._place()

    def found(self) -> list[Act]:
        """What answers, best first."""
        return [self.list.item(row).data(_ACT) for row in range(self.list.count())]

    # --- acting ---

    @Slot(QListWidgetItem)
    def _do(self, item: QListWidgetItem) -> None:
        act: Act = item.data(_ACT)
        self.leave()
        act.run()

    @Slot()
    def leave(self) -> None:
        """Take it away. May be called again."""
        if self._gone:
            return
        self._gone = True
        self._host.removeEventFilter(self)
        self.hide()
        self.left.emit()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def open(self) -> None:
        """Show it, ready to be written in."""
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._gone:
            return False
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.line and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
                self.leave()
        elif watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_K and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # some systems would delete to the end of the line; here the same key takes the palette away
                return True
        elif watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._do(item)
        elif key in _MOVES and self.list.count():
            by = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
        else:
            return key in _MOVES
        return True

    # --- looks ---

    def _place(self) -> None:
        px = self.look.px
        width = min(self._host.width() - 40, px(WIDTH))
        rows = max(1, min(SHOWN, self.list.count()))
        wanted = rows * px(ROW) + self.line.sizeHint().height() + 40
        height = min(wanted, self._host.height() - px(60))
        self.setGeometry((self._host.width() - width) // 2, px(44), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        paint.frame(QPainter(self), QRectF(self.rect()), 12, theme["surface"], theme["ink"], 2)


def _text_of(act: Act) -> str:
    return f"{act.words} {act.group}"
