"""A step in the agenda as a widget: it is clicked, walked to, stretched, moved and removed."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from fasilitaattori.desktop.plan.agenda import Row, hint_of
from fasilitaattori.desktop.plan.stepblock import BASE, Flags, Places, StepBlock
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.look import Look

STEPPER_SIDE = 30


class StepRow(QWidget):
    """`chosen(id)` when it is clicked or focused, `stepped(id, way)` for a little more or less time, `moved(id, way)` for
    Alt+arrow, `dragged(id, global point)` and `dropped(id)` while its block is being moved, `removal_requested(id)`,
    `copy_requested(id)`, `edit_requested(id)` (Enter), `walked(id, way)` (arrow)."""

    chosen = Signal(str)
    stepped = Signal(str, int)
    moved = Signal(str, int)
    walked = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, bool)
    removal_requested = Signal(str)
    copy_requested = Signal(str)
    edit_requested = Signal(str)
    ROLE = QAccessible.Role.ListItem

    def __init__(self, look: Look, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.row = look, row
        self.selected = self._lifted = False
        self._block = StepBlock(look)
        self._pressed: QPoint | None = None
        self._stepper: dict[int, IconButton] = {}  # the way -> its button
        self._heights: dict[tuple[int, bool], int] = {}  # layouts ask again and again
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paints_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._measure)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Shows the step as it is now."""
        before, self.row = self.row, row
        tr = self.look.tr
        self.setAccessibleName(f"{row.start} {row.step.title}, {tr('{n} min', n=row.minutes)}")
        told = (self._block.note(row), self._block.warning(row), hint_of(row.step, tr))
        self.setAccessibleDescription("; ".join(part for part in told if part))
        if before != row:
            self._measure()

    def set_selected(self, selected: bool) -> None:
        """The selected step has its stepper in the block."""
        if selected == self.selected:
            return
        self.selected = selected
        if selected and not self._stepper:
            self._make_stepper()
        for button in self._stepper.values():
            button.setVisible(selected)
        self._place_stepper()
        self.update()

    def _make_stepper(self) -> None:
        """Only a step that is worked on has one: a long plan would have a hundred buttons that nobody sees."""
        tr = self.look.tr
        for icon, words, way in (("minus", tr("Lyhennä"), -1), ("plus", tr("Pidennä"), 1)):
            button = self._stepper[way] = IconButton(self.look, icon, words, size="small", parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, way=way: self.stepped.emit(self.row.id, way))

    def set_lifted(self, lifted: bool) -> None:
        """While it is being moved its block is dashed."""
        self._lifted = lifted
        self.update()

    # --- measures ---

    def _places(self) -> Places:
        return self._block.places(self.row, self.width(), self.height(), self.selected)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get((width, self.selected))
        if known is None:
            known = self._heights[width, self.selected] = self._block.height(self.row, width, self.selected)
        return known

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(BASE))

    @Slot()
    def _measure(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._place_stepper()
        self.update()

    def _place_stepper(self) -> None:
        if not self._stepper:
            return
        at = self._places().minutes
        side = self.look.px(STEPPER_SIDE)
        self._stepper[-1].setEnabled(self.row.minutes > 1)
        for way, x in ((-1, at.left()), (1, at.right() - side)):
            self._stepper[way].setFixedSize(side, side)
            self._stepper[way].move(round(x), round(at.center().y() - side / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_stepper()

    def block_rect(self) -> QRect:
        """The block in the row's own pixels."""
        return self._places().block.toRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        flags = Flags(self.selected, self._lifted, self.underMouse(), self.hasFocus())
        self._block.paint(QPainter(self), self.row, self._places(), flags)

    # --- mouse and keys ---

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.chosen.emit(self.row.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(self.row.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if self._lifted or way.manhattanLength() >= QApplication.startDragDistance():
            self.dragged.emit(self.row.id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._lifted:
            self.dropped.emit(self.row.id, True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_requested.emit(self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key, alt = self.row.id, event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._lifted and key == Qt.Key.Key_Escape:
            self._pressed = None
            self.dropped.emit(row, False)
        elif key in ways:
            (self.moved if alt else self.walked).emit(row, ways[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.stepped.emit(row, 1 if key == Qt.Key.Key_Plus else -1)
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit(row)
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copy_requested.emit(row)
        else:
            super().keyPressEvent(event)
