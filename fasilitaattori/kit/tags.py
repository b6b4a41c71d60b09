"""Small marks with words: status tags (always icon + word, never colour alone) and key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look


class Tag(QLabel):
    """A status tag: icon + word on a tint. Kinds: kuusi, nyt, savi, jarvi, puna, kanerva, line."""

    def __init__(
        self, look: Look, words: str, kind: str = "kuusi", icon: str = "", big: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.look, self._kind, self._icon, self._big = look, kind, icon, big
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def set_tag(self, words: str, kind: str, icon: str = "") -> None:
        """Says something else."""
        self._kind, self._icon = kind, icon
        self.setText(words)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self.look.sans(15 if self._big else 14, bold=True)
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + self.look.px(16) + 1
        if self._icon:
            width += self.look.px(16) + self.look.px(5)
        return QSize(int(width), self.look.px(28 if self._big else 24))

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), self.look.px(64)), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.look.theme
        fill, ink, line = tag_colours(self._kind)
        rect = QRectF(self.rect())
        border = theme["edge"] if theme.high_contrast else theme[line] if line else None
        paint.frame(painter, rect, 4, theme[fill] if fill else None, border, self.look.border(1.5))
        left = float(self.look.px(8))
        if self._icon:
            side = self.look.px(16)
            paint_icon(painter, QRectF(left, (rect.height() - side) / 2, side, side), self._icon, theme[ink])
            left += side + self.look.px(5)
        font = self.look.sans(15 if self._big else 14, bold=True)
        room = rect.adjusted(left, 0, -self.look.px(7), 0)
        paint.text(painter, room, self.text(), font, theme[ink], Qt.AlignmentFlag.AlignVCenter)


def tag_colours(kind: str) -> tuple[str, str, str]:
    """(fill, text, border) tokens of a tag; "" = none."""
    if kind == "nyt":
        return "nyt", "on-nyt", ""
    if kind == "line":
        return "", "ink2", "line"
    return f"{kind}-tint", kind, ""


class KeyCap(QLabel):
    """A key drawn as a small cap, for the status bar and the key list."""

    def __init__(self, look: Look, key: str, tone: str = "ink2", parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.look, self._tone = look, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width, height = key_cap_size(self.look, self.text(), bold=True)
        return QSize(int(width + 0.99), int(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key_cap(painter, self.look, QRectF(self.rect()), self.text(), self._tone, bold=True)


def key_cap_size(look: Look, key: str, bold: bool = False) -> tuple[float, float]:
    """Width and height of a key cap in pixels."""
    metrics = QFontMetricsF(look.sans(14, bold))
    return metrics.horizontalAdvance(key) + look.px(13), float(look.px(20))


def paint_key_cap(painter: QPainter, look: Look, rect: QRectF, key: str, token: str, bold: bool = False) -> None:
    """Draws a key cap that fills `rect`."""
    paint.frame(painter, rect, 4, None, look.theme[token], 1.5)
    paint.text(painter, rect, key, look.sans(14, bold), look.theme[token], Qt.AlignmentFlag.AlignCenter)
