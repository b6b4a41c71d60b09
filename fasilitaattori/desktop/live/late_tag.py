"""How late the evening is, large enough to be read from two metres; the rest of it smaller beside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.tags import Tag, tag_colours

LARGE, SMALL, HEIGHT, ICON, LEAST = 22, 15, 36, 20, 110
BETWEEN = " · "


class LateTag(Tag):
    """The words up to the first dot are large. Where there is too little room, only they are there."""

    _large, _brief = True, False

    def set_large(self, large: bool) -> None:
        """Not so large where the whole text is large already and room is short."""
        if large != self._large:
            self._large = large
            self.refresh()

    def set_brief(self, brief: bool) -> None:
        """Only how late it is; the rest is in the tooltip."""
        if brief != self._brief:
            self._brief = brief
            self.refresh()

    def _parts(self) -> tuple[str, str]:
        first, _, rest = self.text().partition(BETWEEN)
        return first, "" if self._brief else rest

    def _fonts(self) -> tuple[QFont, QFont]:
        return self.look.sans(LARGE if self._large else SMALL, bold=True), self.look.sans(SMALL, bold=True)

    def _widths(self) -> tuple[float, float]:
        """Of the large words with what stands around them, and of the rest with the gap before it."""
        (first, rest), (large, small) = self._parts(), self._fonts()
        px = self.look.px
        head = px(9) + px(ICON) + px(7) + QFontMetricsF(large).horizontalAdvance(first) + px(10)
        return head, QFontMetricsF(small).horizontalAdvance(rest) + px(4) if rest else 0.0

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths()) + 1), self.look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.look.px(LEAST)), self.look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, theme, px = QPainter(self), self.look, self.look.theme, self.look.px
        (first, rest), (large, small), (head, tail) = self._parts(), self._fonts(), self._widths()
        fill, ink, line = tag_colours(self._kind)
        rect = QRectF(self.rect())
        border = theme["edge"] if theme.high_contrast else theme[line] if line else None
        paint.frame(painter, rect, 4, theme[fill] if fill else None, border, look.border(1.5))
        side, left, middle = px(ICON), float(px(9)), Qt.AlignmentFlag.AlignVCenter
        if self._icon:
            paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), self._icon, theme[ink])
        left += side + px(7)
        paint.text(painter, QRectF(left, 0, rect.width() - left, rect.height()), first, large, theme[ink], middle)
        if rest and rect.width() >= head + tail - 1:
            lower = px(2) if self._large else 0  # the small words stand on the line of the large ones
            paint.text(painter, QRectF(head - px(2), lower, tail, rect.height() - lower), rest, small, theme[ink], middle)
