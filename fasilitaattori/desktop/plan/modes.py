"""Miten ollaan? Seven ways to be together, each with its weave of the rug."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rug import paint_weave
from fasilitaattori.kit.theme import MODES

GAP = 4


class _Swatch(QRadioButton):
    def __init__(self, look: Look, mode: str, parent: QWidget) -> None:
        super().__init__(look.tr(MODES[mode]), parent)
        self.look, self.mode = look, mode
        self.setProperty("ring_radius", 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.sans(14, bold=True)).horizontalAdvance(self.text())
        return QSize(max(self.look.px(53), int(words) + 7), self.look.px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px, on = QPainter(self), self.look.theme, self.look.px, self.isChecked()
        rect = QRectF(self.rect())
        fill, border, width = "surface", "edge", self.look.border(1.5)
        if on:
            fill, border, width = "kuusi-tint", "kuusi", self.look.selected_border
        elif self.underMouse():
            fill, border = "kuusi-tint", "kuusi"
        paint.frame(painter, rect, 6, theme[fill], theme[border], width)
        side = min(px(40), self.width() - 16)
        weave = QRectF((self.width() - side) / 2, px(9), side, px(16))
        paint_weave(painter, weave, self.mode, theme, 0.85)
        room = QRectF(0, px(28), rect.width(), px(21))
        paint.text(painter, room, self.text(), self.look.sans(14, on), theme["ink"], Qt.AlignmentFlag.AlignCenter)


class _Filling(FlowLayout):
    """On one row they fill it. That is no part of what they ask for: how high they are at a width must not depend on how wide
    they are now, or what scrolls them would never come to rest."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        items = self._shown()
        spare = rect.width() - self.sizeHint().width()
        if spare <= 0:
            return
        x = rect.left()
        for place, item in enumerate(items):
            width = item.sizeHint().width() + spare // len(items) + (place < spare % len(items))
            item.setGeometry(QRect(x, rect.top(), width, item.sizeHint().height()))
            x += width + GAP


class ModeChooser(QWidget):
    """`chosen(mode)` when another way is picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(look.tr("Miten ollaan?"))
        self._group = QButtonGroup(self)
        self._swatches: dict[str, _Swatch] = {}
        flow = _Filling(self, gap=GAP)
        keep_height(self)
        for mode in MODES:
            swatch = self._swatches[mode] = _Swatch(look, mode, self)
            swatch.clicked.connect(lambda _=False, mode=mode: self.chosen.emit(mode))
            self._group.addButton(swatch)
            flow.addWidget(swatch)

    def set_mode(self, mode: str) -> None:
        """Show which way is on."""
        swatch = self._swatches.get(mode)
        if swatch is not None:
            swatch.setChecked(True)

    def swatch(self, mode: str) -> QRadioButton:
        """The button of a mode, for tests."""
        return self._swatches[mode]
