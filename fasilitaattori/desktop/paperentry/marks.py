"""A ring or square of the paper with the number one types for it, and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.tags import KeyCap
from fasilitaattori.workshop.papersheet import MANY, Asked, Mark

SIDE, GAP = 20, 5
MOST_DRAWN = 5  # more marks on one choice are told as a number
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Rings(QWidget):
    """The rings (or the square) of one choice; filled as many as are marked."""

    def __init__(self, look: Look, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._square, self._each = look, asked.kind == MANY, max(1, asked.each)
        self._marked = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def marked(self) -> int:
        """How many are marked."""
        return self._marked

    def set_marked(self, count: int) -> None:
        """So many are marked."""
        if count != self._marked:
            self._marked = count
            self.updateGeometry()
            self.update()

    def _drawn(self) -> int:
        return min(MOST_DRAWN, max(self._each, self._marked))

    def _is_number(self) -> bool:
        return max(self._each, self._marked) > MOST_DRAWN

    def sizeHint(self) -> QSize:
        px = self.look.px
        wide = px(44) if self._is_number() else self._drawn() * px(SIDE) + (self._drawn() - 1) * px(GAP)
        return QSize(wide + 2, px(SIDE) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(px(SIDE))
        if self._is_number():
            room = QRectF(1, 1, px(44), side)
            paint.frame(painter, room, 4, theme["surface"], theme["edge"], self.look.border(1.5))
            words = f"{self._marked}" if self._marked else ""
            paint.text(painter, room, words, self.look.sans(15, bold=True), theme["ink"], Qt.AlignmentFlag.AlignCenter)
            return
        for place in range(self._drawn()):
            room = QRectF(1 + place * (side + px(GAP)), 1, side, side)
            self._one(painter, room, place < self._marked)

    def _one(self, painter: QPainter, room: QRectF, marked: bool) -> None:
        theme = self.look.theme
        painter.setPen(QPen(theme["kuusi"] if marked else theme["edge"], self.look.border(2)))
        painter.setBrush(theme["kuusi"] if marked else theme["surface"])
        if self._square:
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 3, 3)
        else:
            painter.drawEllipse(room.adjusted(1, 1, -1, -1))
        if marked:
            painter.setPen(QPen(theme["on-kuusi"], max(2.0, room.width() / 9)))
            left, right, top = room.left(), room.right(), room.top()
            wide, high = room.width(), room.height()
            painter.drawLine(QPointF(left + wide * 0.28, top + high * 0.52), QPointF(left + wide * 0.45, top + high * 0.68))
            painter.drawLine(QPointF(left + wide * 0.45, top + high * 0.68), QPointF(right - wide * 0.26, top + high * 0.34))


class MarkRow(QWidget):
    """A choice: `pressed(key)` with the mouse. It is a part of its question, which has the focus."""

    pressed = Signal(str)

    def __init__(
        self, look: Look, asked: Asked, mark: Mark, *, beside: bool = False, words: bool = True, parent: QWidget | None = None
    ) -> None:
        """`beside` the others, its words below the ring, as on the paper; `words` False = they stand elsewhere."""
        super().__init__(parent)
        self.look, self.mark, self._begun = look, mark, False
        self.cap = KeyCap(look, mark.sign, "ink2")
        self.rings = Rings(look, asked)
        centre, middle = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
        box = QBoxLayout(_DOWN if beside else _ACROSS, self)
        box.setContentsMargins(6, 3, 6, 3)
        box.setSpacing(4 if beside else 8)
        for widget in (self.rings, self.cap) if beside else (self.cap, self.rings):
            box.addWidget(widget, 0, centre if beside else middle)
        if mark.text and words:
            label = Label(look, mark.text, "dense", align=centre if beside else Qt.AlignmentFlag.AlignLeft)
            box.addWidget(label, 0 if beside else 1)
        elif not beside:
            box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_cap_width(self, width: int) -> None:
        """The rings stand under each other, however many digits their numbers have."""
        self.cap.setFixedWidth(width)

    def show_mark(self, count: int, begun: bool) -> None:
        """How many marks it has; `begun` = the digit typed may mean this one."""
        self.rings.set_marked(count)
        if begun != self._begun:
            self._begun = begun
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self.mark.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        if self.rings.marked:
            paint.frame(QPainter(self), QRectF(self.rect()), 6, theme["kuusi-tint"], theme["kuusi"], self.look.border(1.5))
        elif self._begun:
            paint.frame(QPainter(self), QRectF(self.rect()), 6, None, theme["edge"], self.look.border(1.5), True)
