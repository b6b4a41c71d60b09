"""The very picture of the big screen, small, for the facilitator."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.look import Look

WIDE, NARROW = 176, 150


class Preview(QWidget):
    """The picture of the big screen, framed. It holds no copy longer than until the next change."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._width = look, WIDE
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.tr("Esikatselu valkokankaasta"))
        look.changed.connect(self.update)

    def set_width(self, width: int) -> None:
        """Becomes narrower or wider."""
        self._width = width
        self.updateGeometry()

    def inner_width(self) -> int:
        """How wide a picture fits."""
        return self.look.px(self._width) - 4

    def set_picture(self, picture: QPixmap) -> None:
        """Shows another picture."""
        changed = picture.deviceIndependentSize() != self._picture.deviceIndependentSize()
        self._picture = picture
        if changed:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        inner = self.inner_width()
        size = self._picture.deviceIndependentSize()
        high = inner * size.height() / size.width() if size.width() else inner * 9 / 16
        return QSize(inner + 4, round(high) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        rect = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(rect.adjusted(2, 2, -2, -2).toRect(), self._picture)
        paint.frame(painter, rect, 4, None, theme["ink"], 2)
