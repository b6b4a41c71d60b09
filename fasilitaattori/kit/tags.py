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
        if (words, kind, icon) != (self.text(), self._kind, self._icon):
            self._kind, self._icon = kind, icon
            self.setText(words)
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = tag_width(self.look, self.text(), self._icon, self._big)
        return QSize(int(width), self.look.px(28 if self._big else 24))

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), self.look.px(64)), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        words, kind, icon = self.text(), self._kind, self._icon
        paint_tag(QPainter(self), self.look, QRectF(self.rect()), words, kind, icon, self._big)


def tag_width(look: Look, words: str, icon: str = "", big: bool = False) -> float:
    """How wide a tag with these words is, in pixels."""
    width = QFontMetricsF(look.sans(15 if big else 14, bold=True)).horizontalAdvance(words) + look.px(16) + 1
    return width + look.px(16) + look.px(5) if icon else width


def paint_tag(painter: QPainter, look: Look, room: QRectF, words: str, kind: str, icon: str = "", big: bool = False) -> None:
    """Draws a tag at the left of `room`, in the middle of its height; words are shortened when the room is too narrow."""
    theme = look.theme
    fill, ink, line = tag_colours(kind)
    height = min(room.height(), look.px(28 if big else 24))
    width = min(room.width(), tag_width(look, words, icon, big))
    rect = QRectF(room.left(), round(room.center().y() - height / 2), width, height)
    border = theme["edge"] if theme.high_contrast else theme[line] if line else None
    paint.frame(painter, rect, 4, theme[fill] if fill else None, border, look.border(1.5))
    left = float(look.px(8))
    if icon:
        side = look.px(16)
        paint_icon(painter, QRectF(rect.left() + left, rect.center().y() - side / 2, side, side), icon, theme[ink])
        left += side + look.px(5)
    inside = rect.adjusted(left, 0, -look.px(7), 0)
    paint.text(painter, inside, words, look.sans(15 if big else 14, bold=True), theme[ink], Qt.AlignmentFlag.AlignVCenter)


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
    return look.sans_width(key, 14, bold) + look.px(13), float(look.px(20))


def paint_key_cap(painter: QPainter, look: Look, rect: QRectF, key: str, token: str, bold: bool = False) -> None:
    """Draws a key cap that fills `rect`."""
    paint.frame(painter, rect, 4, None, look.theme[token], 1.5)
    paint.text(painter, rect, key, look.sans(14, bold), look.theme[token], Qt.AlignmentFlag.AlignCenter)
