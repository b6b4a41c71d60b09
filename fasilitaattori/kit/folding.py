"""A button that makes room for the others: where it is short it keeps only its words, then only its icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, Paints
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.mnemonics import mnemonic_of


class FoldingButton(Button):
    """Give it an icon that tells as much as its words; folded, the words are in the tooltip and still its name."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(self._measures.icon) + 2 * self._padding(), self._height())

    def is_folded(self) -> bool:
        """Is there too little room for icon and words?"""
        return self._words_room() < self._words_width() - 0.5

    def _paint_content(self, painter: QPainter, ink: QColor, paints: Paints) -> None:
        if not self.is_folded():
            super()._paint_content(painter, ink, paints)
        elif self._words_width() + 2 * self._padding() <= self.width() + 1:
            middle = Qt.AlignmentFlag.AlignCenter
            paint.text(painter, QRectF(self.rect()), self._words, self.words_font(), ink, middle, mnemonic_of(self))
        else:
            side = self.look.px(self._measures.icon)
            square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, square, self._icon, ink)
