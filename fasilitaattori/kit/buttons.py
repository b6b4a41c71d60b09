"""Buttons as the mock-ups draw them: icon left, words, an arrow only for moving forward, and a key cap.

Qt's style sheets cannot draw a key cap or a second icon, so these paint themselves. They remain QPushButtons:
keyboard, screen readers and shortcuts work as everyone expects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.tags import key_cap_size, paint_key_cap

Role = Literal["primary", "secondary", "quiet", "delete"]
Size = Literal["normal", "small", "large", "bar"]


@dataclass(frozen=True)
class Measures:
    """Height, side padding, text, icon and gap of a button size, in pixels at 100 %."""

    height: int
    padding: int
    text: int
    icon: int
    gap: int


SIZES: dict[str, Measures] = {
    "normal": Measures(42, 15, 16, 20, 8),
    "small": Measures(34, 11, 15, 18, 6),
    "bar": Measures(36, 11, 15, 20, 8),
    "large": Measures(52, 15, 17, 20, 8),
}


@dataclass(frozen=True)
class Paints:
    """The tokens of one state of a button; "" = nothing there."""

    fill: str
    ink: str
    border: str
    width: float = 1.5
    underline: bool = False


def button_paints(role: str, state: str) -> Paints:
    """The colours of a button; `state` is plain, hover, pressed or disabled (LOOK §6)."""
    if state == "disabled":
        return Paints("", "edge", "") if role == "quiet" else Paints("well", "edge", "line")
    if role == "primary":
        fill = {"hover": "kuusi-hover", "pressed": "kuusi-press"}.get(state, "kuusi")
        return Paints(fill, "on-kuusi", "kuusi" if state == "plain" else fill)
    if role == "quiet":
        fill = "" if state == "plain" else "kuusi-tint"
        return Paints(fill, "kuusi", "", underline=state == "pressed")
    if role == "delete":
        if state == "pressed":
            return Paints("puna", "on-puna", "puna")
        return Paints("puna-tint" if state == "hover" else "surface", "puna", "puna")
    if state == "pressed":
        return Paints("kuusi-tint", "ink", "kuusi", 2)
    return Paints("kuusi-tint", "ink", "kuusi") if state == "hover" else Paints("surface", "ink", "edge")


def plain(words: str) -> str:
    """Words for a Qt button, so that an & in them is an & and no mnemonic."""
    return words.replace("&", "&&")


class Button(QPushButton):
    """A button with words. `key` is shown as a key cap (and does nothing by itself: set a shortcut too).

    When there is too little room the arrow goes first and then the key cap. Words are shortened only if it is
    `elastic` (for the names people write), and then the whole text is in the tooltip. `spread` sets words left and
    the key cap right.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        role: Role = "secondary",
        size: Size = "normal",
        *,
        icon: str = "",
        arrow: str = "",
        key: str = "",
        spread: bool = False,
        elastic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(plain(words), parent)
        self.look, self._words = look, words
        self._role, self._measures = role, SIZES[size]
        self._icon, self._arrow, self._key, self._spread, self._elastic = icon, arrow, key, spread, elastic
        self._hint = ""
        self.setProperty("ring_radius", 6)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.refresh)

    def set_words(self, words: str) -> None:
        """Says something else, e.g. "Seuraava: Reino"."""
        if words != self._words:
            self._words = words
            self.setText(plain(words))
            self.refresh()

    def words(self) -> str:
        """What it says."""
        return self._words

    @property
    def role(self) -> Role:
        """Primary, secondary, quiet or delete."""
        return self._role

    @property
    def icon_name(self) -> str:
        """The icon it shows, "" = none."""
        return self._icon

    def set_icon(self, name: str) -> None:
        """Shows another icon; "" = none."""
        if name != self._icon:
            self._icon = name
            self.refresh()

    def set_role(self, role: Role) -> None:
        """Makes it primary, secondary, quiet or delete."""
        self._role = role
        self.update()

    def set_key(self, key: str) -> None:
        """Shows another key cap; "" = none."""
        self._key = key
        self.refresh()

    def set_hint(self, words: str) -> None:
        """A tooltip of its own: why it is disabled, or what it does."""
        if words != self._hint:
            self._hint = words
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self._mend_tooltip()
        self.updateGeometry()
        self.update()

    def _mend_tooltip(self) -> None:
        shortened = bool(self._words) and self._words_room() < self._words_width() - 0.5
        self.setToolTip(tip(self._hint or (self._words if shortened else "")))

    def words_font(self) -> QFont:
        """The font of the words at the present scale."""
        return self.look.sans(self._measures.text, bold=True)

    def sizeHint(self) -> QSize:
        return QSize(int(self._width_with(self._words_width(), self._arrow, self._shown_key()) + 0.99), self._height())

    def minimumSizeHint(self) -> QSize:
        words = min(self._words_width(), self.look.px(120)) if self._elastic else self._words_width()
        return QSize(int(self._width_with(words, "", "") + 0.99), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._mend_tooltip()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def state(self) -> str:
        """plain, hover, pressed or disabled."""
        if not self.isEnabled():
            return "disabled"
        if self.isDown() or self.isChecked():
            return "pressed"
        return "hover" if self.underMouse() else "plain"

    def paints(self) -> Paints:
        """The tokens it is painted with now."""
        return button_paints(self._role, self.state())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paints, theme = self.paints(), self.look.theme
        ink = theme[paints.ink]
        border = theme[paints.border] if paints.border else None
        width = self.look.border(paints.width)
        fill = theme[paints.fill] if paints.fill else None
        if theme.high_contrast and self.state() in ("hover", "pressed"):  # tints are white there, so the frame tells
            border, width = border or ink, 3
        if dashed := self.look.is_dashed(self.isEnabled()):
            border = border or ink
        paint.frame(painter, QRectF(self.rect()), 6, fill, border, width, dashed)
        self._paint_content(painter, ink, paints)

    def _paint_content(self, painter: QPainter, ink: QColor, paints: Paints) -> None:
        px, m = self.look.px, self._measures
        arrow, key = self._fitting()
        words = min(self._words_width(), self.width() - self._width_with(0, arrow, key))
        content = self._width_with(words, arrow, key) - 2 * self._padding()
        left = float(self._padding()) if self._spread else max(self._padding(), (self.width() - content) / 2)
        middle = self.height() / 2
        side, gap = px(m.icon), px(m.gap)
        if self._icon:
            paint_icon(painter, QRectF(left, middle - side / 2, side, side), self._icon, ink)
            left += side + gap
        if self._words:
            font = self.words_font()
            font.setUnderline(paints.underline)
            rect = QRectF(left, 0, words + 1, self.height())
            paint.text(painter, rect, self._words, font, ink, Qt.AlignmentFlag.AlignVCenter, mnemonic_of(self))
            left += words + gap
        if arrow:
            paint_icon(painter, QRectF(left, middle - side / 2, side, side), arrow, ink)
            left += side + gap
        if key:
            width, height = key_cap_size(self.look, key)
            if self._spread:
                left = self.width() - self._padding() - width - px(2)
            cap = QRectF(round(left + px(2)), round(middle - height / 2), round(width), round(height))
            paint_key_cap(painter, self.look, cap, key, paints.ink)

    def _words_width(self) -> float:
        return self.look.sans_width(self._words, self._measures.text, bold=True) if self._words else 0.0

    def _padding(self) -> int:
        return self.look.px(9 if self._role == "quiet" and self._measures.height > 34 else self._measures.padding)

    def _height(self) -> int:
        return self.look.px(self._measures.height)

    def _shown_key(self) -> str:
        return self._key if self.look.show_keys else ""

    def _width_with(self, words: float, arrow: str, key: str) -> float:
        px, m = self.look.px, self._measures
        parts = [float(px(m.icon))] if self._icon else []
        if self._words:
            parts.append(words)
        if arrow:
            parts.append(float(px(m.icon)))
        if key:
            parts.append(key_cap_size(self.look, key)[0] + px(2))
        return sum(parts) + max(0, len(parts) - 1) * px(m.gap) + 2 * self._padding()

    def _fitting(self) -> tuple[str, str]:
        """(arrow, key) that fit beside the whole words at the present width."""
        words, key = self._words_width(), self._shown_key()
        for arrow, cap in ((self._arrow, key), ("", key), ("", "")):
            if self._width_with(words, arrow, cap) <= self.width() + 1:
                return arrow, cap
        return "", ""

    def _words_room(self) -> float:
        arrow, key = self._fitting()
        return self.width() - self._width_with(0, arrow, key)


class IconButton(Button):
    """A square button with an icon alone; `name` is its tooltip and its name for screen readers."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        role: Role = "secondary",
        size: Size = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", role, size, icon=icon, parent=parent)
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        self.set_hint(name)

    def _padding(self) -> int:
        return 0

    def sizeHint(self) -> QSize:
        side = self._height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
