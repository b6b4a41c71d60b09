"""A step in the agenda: clock time, a piece of the upright rug, and the block with handle, name, hint and minutes."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from fasilitaattori.desktop.plan.agenda import MODE_ICONS, Row, hint_of
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rug import paint_weave_upright
from fasilitaattori.kit.tags import paint_tag, tag_width

TIME, RUG, GAP = 62, 22, 12  # widths at 100 %
BELOW = 4
BASE, PER_MINUTE = 36, 0.62  # LOOK §7: an agenda block is 36 + 0.62 × minutes high
NOTE = 24  # the line over the block that tells of slack or overrun
_MIDDLE, _LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


class _Places(NamedTuple):
    block: QRectF
    handle: QRectF
    icon: QRectF
    words: QRectF
    minutes: QRectF


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

    def __init__(self, look: Look, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.row = look, row
        self.selected = self._lifted = False
        self._pressed: QPoint | None = None
        self._less = IconButton(look, "minus", look.tr("Lyhennä"), size="small", parent=self)
        self._more = IconButton(look, "plus", look.tr("Pidennä"), size="small", parent=self)
        for button, way in ((self._less, -1), (self._more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, way=way: self.stepped.emit(self.row.id, way))
            button.hide()
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
        self.setAccessibleDescription(
            "; ".join(part for part in (self._note(), self._warning(), hint_of(row.step, tr)) if part)
        )
        self._less.setEnabled(row.minutes > 1)
        if before != row:
            self._measure()

    def set_selected(self, selected: bool) -> None:
        """The selected step has its stepper in the block."""
        self.selected = selected
        self._less.setVisible(selected)
        self._more.setVisible(selected)
        self._place_stepper()
        self.update()

    def set_lifted(self, lifted: bool) -> None:
        """While it is being moved its block is dashed."""
        self._lifted = lifted
        self.update()

    # --- words ---

    def _note(self) -> str:
        tr, row = self.look.tr, self.row
        if row.gap > 0:
            return tr("{n} min väljää ennen klo {time}", n=row.gap, time=row.start)
        if row.gap < 0:
            return tr("alkaa {n} min myöhässä sidotusta ajasta", n=-row.gap)
        return ""

    def _warning(self) -> str:
        return self.look.tr("ei mahdu, {n} min yli", n=self.row.over) if self.row.over else ""

    def _minutes_words(self) -> str:
        return self.look.tr("{n} min", n=self.row.minutes)

    # --- measures ---

    def _px(self, pixels: float) -> float:
        return float(self.look.px(pixels))

    def _note_height(self) -> float:
        return self._px(NOTE) if self._note() else 0.0

    def _minutes_width(self) -> float:
        words = QFontMetricsF(self.look.sans(15, bold=True)).horizontalAdvance(self._minutes_words())
        side = 2 * self._px(34) if self.selected else 0.0
        return max(words + self._px(16), self._px(62)) + side

    def _places(self) -> _Places:
        px = self._px
        left = px(TIME) + 2 * GAP + px(RUG)
        top = self._note_height()
        block = QRectF(left, top, self.width() - left, self.height() - top - BELOW)
        middle = block.center().y()
        side = px(20)
        handle = QRectF(block.left() + 6, middle - side / 2, side, side)
        icon = QRectF(handle.right() + 10, middle - side / 2, side, side)
        minutes = QRectF(block.right() - 8 - self._minutes_width(), block.top(), self._minutes_width(), block.height())
        words = QRectF(icon.right() + 10, block.top(), minutes.left() - icon.right() - 20, block.height())
        return _Places(block, handle, icon, words, minutes)

    def _title_lines(self, room: float) -> int:
        width = QFontMetricsF(self.look.sans(16, bold=True)).horizontalAdvance(self.row.step.title)
        return 1 if width <= room else 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._px
        words = width - (px(TIME) + 2 * GAP + px(RUG)) - 6 - 2 * px(20) - 20 - 18 - self._minutes_width()
        least = px(16 + 20 * self._title_lines(words) + (18 if self._warning() else 0))
        block = max(px(BASE) + PER_MINUTE * min(self.row.minutes, 180), least)
        return round(self._note_height() + block + BELOW)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(BASE))

    @Slot()
    def _measure(self) -> None:
        self.updateGeometry()
        self._place_stepper()
        self.update()

    def _place_stepper(self) -> None:
        at = self._places().minutes
        side = self.look.px(30)
        for button, x in ((self._less, at.left()), (self._more, at.right() - side)):
            button.setFixedSize(side, side)
            button.move(round(x), round(at.center().y() - side / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_stepper()

    def block_rect(self) -> QRect:
        """The block in the row's own pixels."""
        return self._places().block.toRect()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, look, row = QPainter(self), self.look.theme, self.look, self.row
        at = self._places()
        done = row.state == "done"
        note = self._note()
        if note:
            late = row.gap < 0
            room = QRectF(at.block.left(), 0, at.block.width(), self._note_height() - 2)
            self._paint_note(painter, room, note, "savi" if late else "ink2", "warning" if late else "clock")
        time = QRectF(0, at.block.top() + self._px(8), self._px(TIME), self._px(22))
        ink = theme["ink2" if done else "ink"]
        paint.digits(painter, time, row.start, look.serif(17), ink, _RIGHT)
        weave = QRectF(self._px(TIME) + GAP, at.block.top(), self._px(RUG), at.block.height() + BELOW - 2)
        paint_weave_upright(painter, weave, row.step.mode, theme, 0.9)
        if done:
            veil = QColor(theme["ground"])
            veil.setAlphaF(0.62)
            painter.fillRect(weave, veil)
        self._paint_block(painter, at, done)

    def _paint_note(self, painter: QPainter, room: QRectF, words: str, tone: str, icon: str) -> None:
        side = self._px(16)
        theme = self.look.theme
        paint_icon(painter, QRectF(room.left() + 2, room.center().y() - side / 2, side, side), icon, theme[tone])
        paint.text(painter, room.adjusted(side + 8, 0, 0, 0), words, self.look.sans(14), theme[tone], _MIDDLE | _LEFT)

    def _paint_block(self, painter: QPainter, at: _Places, done: bool) -> None:
        theme, look, row = self.look.theme, self.look, self.row
        fill, border, width = "surface", "line", look.border(1)
        if row.state == "now":
            fill, border, width = "nyt-tint", "ink", 2
        if row.over:
            border, width = "savi", 2
        if self.selected:
            fill = "kuusi-tint" if row.state != "now" else "nyt-tint"
            border, width = "kuusi", 3
        elif self.underMouse() and row.state != "now":
            border, width = "kuusi", look.border(1.5)
        paint.frame(painter, at.block, 6, theme["well" if self._lifted else fill], theme[border], width, self._lifted)
        ink = theme["ink2" if done else "ink"]
        paint_icon(painter, at.handle, "dots-six-vertical", theme["edge"])
        paint_icon(painter, at.icon, MODE_ICONS.get(row.step.mode, "users-three"), ink)
        self._paint_words(painter, at, done)
        room = at.minutes.adjusted(self._px(34), 0, -self._px(34), 0) if self.selected else at.minutes
        paint.text(painter, room, self._minutes_words(), look.sans(15, bold=True), ink, Qt.AlignmentFlag.AlignCenter)
        if self.hasFocus():
            paint_focus_ring(painter, at.block.adjusted(4, 4, -4, -4), theme["focus"], 0)

    def _paint_words(self, painter: QPainter, at: _Places, done: bool) -> None:
        look, theme, row = self.look, self.look.theme, self.row
        title, words = look.sans(16, bold=True), at.words
        ink = theme["ink2" if done else "ink"]
        warning = self._warning()
        lines = self._title_lines(words.width())
        line = self._px(20)
        height = lines * line + (self._px(18) if warning else 0)
        top = words.center().y() - height / 2
        used = min(words.width(), QFontMetricsF(title).horizontalAdvance(row.step.title))
        if lines == 1:
            place = QRectF(words.left(), top, words.width(), line)
            paint.text(painter, place, row.step.title, title, ink, _MIDDLE | _LEFT)
            self._paint_beside(painter, QRectF(words.left() + used + 10, top, words.width() - used - 10, line), done)
        else:
            for number, part in enumerate(_two_lines(row.step.title, QFontMetricsF(title), words.width())):
                place = QRectF(words.left(), top + number * line, words.width(), line)
                paint.text(painter, place, part, title, ink, _MIDDLE | _LEFT)
        if warning:
            place = QRectF(words.left(), top + lines * line, words.width(), self._px(18))
            self._paint_note(painter, place, warning, "savi", "warning")

    def _paint_beside(self, painter: QPainter, room: QRectF, done: bool) -> None:
        look, row = self.look, self.row
        if row.state == "now" and room.width() > 0:
            words = look.tr("nyt")
            paint_tag(painter, look, room, words, "nyt", "play-circle")
            room = room.adjusted(tag_width(look, words, "play-circle") + 8, 0, 0, 0)
        elif row.step.pinned and room.width() > self._px(20):
            side = self._px(16)
            place = QRectF(room.left(), room.center().y() - side / 2, side, side)
            paint_icon(painter, place, "push-pin", look.theme["ink2"])
            room = room.adjusted(side + 6, 0, 0, 0)
        if room.width() > self._px(60):
            paint.text(painter, room, hint_of(row.step, look.tr), look.sans(14), look.theme["ink2"], _MIDDLE | _LEFT)

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


def _two_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The words on two lines, the second shortened when it must be."""
    first: list[str] = []
    rest = words.split()
    while rest and metrics.horizontalAdvance(" ".join([*first, rest[0]])) <= width:
        first.append(rest.pop(0))
    if not first:
        return [words]
    return [" ".join(first), " ".join(rest)]
