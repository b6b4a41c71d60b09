"""Miten ollaan? Seven ways to be together, each with its weave of the rug."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
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
        self._spare = 0
        self.setProperty("ring_radius", 6)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:
        return True

    def set_spare(self, spare: int) -> None:
        """So many pixels wider than it needs to be."""
        if spare != self._spare:
            self._spare = spare
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() + QSize(self._spare, 0)

    def minimumSizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.sans(14, bold=True)).horizontalAdvance(self.text())
        return QSize(max(self.look.px(53), int(words) + 7), self.look.px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px, on = QPainter(self), self.look.theme, self.look.px, self.isChecked()
        rect = QRectF(self.rect())
        fill, border, width = "surface", "edge", self.look.border(1.5)
        if on:
            fill, border, width = "kuusi-tint", "kuusi", 3
        elif self.underMouse():
            fill, border = "kuusi-tint", "kuusi"
        paint.frame(painter, rect, 6, theme[fill], theme[border], width)
        side = min(px(40), self.width() - 16)
        weave = QRectF((self.width() - side) / 2, px(9), side, px(16))
        paint_weave(painter, weave, self.mode, theme, 0.85)
        room = QRectF(0, px(28), rect.width(), px(21))
        paint.text(painter, room, self.text(), self.look.sans(14, on), theme["ink"], Qt.AlignmentFlag.AlignCenter)


class ModeChooser(QWidget):
    """`chosen(mode)` when another way is picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(look.tr("Miten ollaan?"))
        self._group = QButtonGroup(self)
        self._swatches: dict[str, _Swatch] = {}
        flow = FlowLayout(self, gap=GAP)
        keep_height(self)
        for mode in MODES:
            swatch = self._swatches[mode] = _Swatch(look, mode, self)
            swatch.clicked.connect(lambda _=False, mode=mode: self.chosen.emit(mode))
            self._group.addButton(swatch)
            flow.addWidget(swatch)
        look.changed.connect(self._share_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """On one row they fill it."""
        swatches = list(self._swatches.values())
        needed = sum(swatch.minimumSizeHint().width() + GAP for swatch in swatches) - GAP
        spare = max(0, self.width() - needed)
        for place, swatch in enumerate(swatches):
            swatch.set_spare(spare // len(swatches) + (place < spare % len(swatches)))

    def set_mode(self, mode: str) -> None:
        """Show which way is on."""
        swatch = self._swatches.get(mode)
        if swatch is not None:
            swatch.setChecked(True)

    def swatch(self, mode: str) -> QRadioButton:
        """The button of a mode, for tests."""
        return self._swatches[mode]
