"""One short text in a list: read as one painted line, a field where it stands when it is clicked or Enter is pressed."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import TextEntry
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip

HEIGHT = 32
_MIDDLE, _LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft


class _ItemEntry(TextEntry):
    """The field of an item: Enter ends it, Esc takes the old text back."""

    ended = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self.value)
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.ended.emit(False)


class Item(QWidget):
    """One text of the list. The signals tell what its editor should do."""

    written = Signal(str)
    left_empty = Signal()
    walked = Signal(int)
    moved = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal()
    removed = Signal()
    finished = Signal()
    focused = Signal()

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.words = look, words
        self.lifted = False
        self._pressed: QPoint | None = None
        self._entry: _ItemEntry | None = None
        self._cross = IconButton(look, "x", look.tr("Poista"), "quiet", "small", self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.removed)
        self._cross.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._measure)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Shows another text."""
        self.words = words
        self.setAccessibleName(words)
        shortened = QFontMetricsF(self.look.sans(15)).horizontalAdvance(words) > self._room().width()
        self.setToolTip(tip(words) if shortened else "")
        if self._entry is not None:
            self._entry.set_value(words)
        self.update()

    @property
    def is_open(self) -> bool:
        """Is it being written?"""
        return self._entry is not None

    def open(self) -> None:
        """Make it a field."""
        if self._entry is not None:
            return
        entry = self._entry = _ItemEntry(self.look, self.words, lines=1, most=5)
        entry.setAccessibleName(self.look.tr("Teksti"))
        entry.committed.connect(self._written)
        entry.ended.connect(self._ended)
        self._column.addWidget(entry)
        self._cross.hide()
        entry.setFocus()
        entry.selectAll() if not self.words else entry.moveCursor(entry.textCursor().MoveOperation.End)
        self.updateGeometry()

    @Slot(str)
    def _written(self, words: str) -> None:
        self.show_words(words.strip())
        if words.strip():
            self.written.emit(words.strip())

    @Slot(bool)
    def _ended(self, onward: bool) -> None:
        entry, self._entry = self._entry, None
        if entry is None:
            return
        entry.commit()
        self._column.removeWidget(entry)
        entry.hide()
        entry.deleteLater()
        self.updateGeometry()
        self.update()
        if not self.words:
            self.left_empty.emit()
        elif onward:
            self.finished.emit()

    def _room(self) -> QRectF:
        px = self.look.px
        return QRectF(px(36), 0, max(20, self.width() - px(36) - px(38)), self.height())

    @Slot()
    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._entry is not None:
            return self._entry.sizeHint().expandedTo(QSize(0, self._entry.height()))
        return QSize(200, self.look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self.look.px(28)
        self._cross.setFixedSize(side, side)
        self._cross.move(self.width() - side - 3, (self.height() - side) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._entry is not None:
            return
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        rect = QRectF(self.rect())
        border = theme["kuusi" if self.underMouse() else "line"]
        paint.frame(painter, rect, 6, theme["well" if self.lifted else "surface"], border, self.look.border(1), self.lifted)
        side = px(18)
        handle = QRectF(px(9), (rect.height() - side) / 2, side, side)
        paint_icon(painter, handle, "dots-six-vertical", theme["edge"])
        paint.text(painter, self._room(), self.words, self.look.sans(15), theme["ink"], _MIDDLE | _LEFT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._cross.setVisible(self._entry is None)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._cross.setVisible(self.hasFocus() and self._entry is None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focused.emit()
        self._cross.setVisible(self._entry is None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cross.setVisible(self.underMouse() and self._entry is None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._entry is None:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if self.lifted or way.manhattanLength() >= QApplication.startDragDistance():
            self.lifted = True
            self.dragged.emit(event.globalPosition().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self.lifted:
            self.lifted = False
            self.update()
            self.dropped.emit()
        elif pressed is not None and self.rect().contains(event.position().toPoint()):
            self.focused.emit()
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ways = event.key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in ways:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.moved if alt else self.walked).emit(ways[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.open()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
