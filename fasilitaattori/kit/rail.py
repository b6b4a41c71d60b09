"""The side rail: the board wall of the hall, with the rooms of the program on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.theme import mix

PLATE_INK = "#14221D"  # the selected plate is light in every theme, so its text is too (LOOK §2)


@dataclass(frozen=True)
class RailItem:
    """One room: `key` names it in code, `words` is shown. `separated` = a line before it, `low` = at the bottom."""

    key: str
    icon: str
    words: str
    separated: bool = False
    low: bool = False


class _RailButton(QAbstractButton):
    def __init__(self, look: Look, item: RailItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.item, self.live, self.narrow = look, item, False, False
        self.setText(item.words)
        self.setCheckable(True)
        self.setProperty("ring_radius", 6)
        self.setProperty("ring_token", "wall-ink")
        self.setAccessibleName(item.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _icon_side(self) -> int:
        return round(23 * (1 + (self.look.text_scale - 1) * 0.5))

    def height_with_words(self) -> int:
        return self._icon_side() + 15 + self.look.px(17)

    def sizeHint(self) -> QSize:
        return QSize(84, self._icon_side() + 23 if self.narrow else self.height_with_words())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _ink(self) -> QColor:
        theme = self.look.theme
        if self.isChecked():
            return theme["ink"] if theme.name == "jarjestelma" else QColor(PLATE_INK)
        if not self.isEnabled():
            # half strength, as the mock-ups draw it: 3.3:1 in Päivä, exempt as a disabled item
            return mix(theme["wall-ink2"], theme["wall"], 0.5)
        return theme["wall-ink" if self.underMouse() else "wall-ink2"]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        on, ink = self.isChecked(), self._ink()
        paint.frame(painter, rect, 6, theme["wall-plate" if on else "wall"])
        if self.underMouse() and self.isEnabled() and not on:
            paint.frame(painter, rect, 6, None, theme["wall-ink2"], 1.5)
        side = self._icon_side()
        top = (rect.height() - side) / 2 if self.narrow else 7.0
        paint_icon(painter, QRectF((rect.width() - side) / 2, top, side, side), self.item.icon, ink)
        if not self.narrow:
            room = QRectF(2, side + 9, rect.width() - 4, rect.height() - side - 15)
            font, centre = self.look.sans(14, on), Qt.AlignmentFlag.AlignCenter
            paint.text(painter, room, self.item.words, font, ink, centre, mnemonic_of(self))
        if self.live and not on:
            dot = QRectF(rect.width() - (20 if not self.narrow else 4) - 12, 5, 12, 12)
            paint.frame(painter, dot, 6, theme["nyt"], theme["wall"], 2)


class _Line(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setFixedHeight(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self.look.theme["wall-ink2"])
        colour.setAlphaF(0.4)
        QPainter(self).fillRect(QRectF(10, 5, self.width() - 20, 2), colour)


class BoardWall(QWidget):
    """A surface of painted boards; `with_mark` sets the product's mark in the middle."""

    def __init__(
        self, look: Look, board: float = 12, joint: float = 2, with_mark: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._board, self._joint, self._with_mark = look, board, joint, with_mark
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        paint.boards(painter, rect, theme, self._board, self._joint)
        if self._with_mark:
            side = min(rect.width(), rect.height()) * 0.22
            place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            paint.mark(painter, place, theme, theme["wall-ink"])


class Mark(QWidget):
    """The product's mark, `size` pixels square, chairs in the colour of a token."""

    def __init__(self, look: Look, size: int = 44, tone: str = "kuusi", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._tone = look, tone
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.mark(QPainter(self), QRectF(self.rect()), self.look.theme, self.look.theme[self._tone])


class Rail(BoardWall):
    """The navigation: 98 pixels wide with words, 60 with icons and tooltips alone.

    `chosen(key)` is emitted when the user picks a room; the window then calls `set_current`.
    Up and down arrows walk the rooms.
    """

    chosen = Signal(str)
    WIDE, NARROW = 98, 60

    def __init__(self, look: Look, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._narrow = False
        self._buttons: dict[str, _RailButton] = {}
        self._hints: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 10, 7, 10)
        column.setSpacing(3)
        mark = Mark(look, 44, "wall-ink", self)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(7)
        low = [item for item in items if item.low]
        for item in [*(item for item in items if not item.low), *low]:
            if low and item is low[0]:
                column.addStretch(1)
            if item.separated:
                column.addWidget(_Line(look, self))
            button = _RailButton(look, item, self)
            button.clicked.connect(self._clicked)
            self._buttons[item.key] = button
            column.addWidget(button)
        if not low:
            column.addStretch(1)
        self.refresh()
        look.changed.connect(self.refresh)

    def set_current(self, key: str) -> None:
        """Marks a room as the one shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_enabled(self, key: str, enabled: bool, why: str = "") -> None:
        """Opens or closes a room; `why` is the tooltip while it is closed ("Avaa ensin työpaja")."""
        hint = "" if enabled else why
        if self._hints.get(key) != hint or self._buttons[key].isEnabled() != enabled:
            self._hints[key] = hint
            self._buttons[key].setEnabled(enabled)
            self.refresh()

    def set_live(self, key: str, live: bool, name: str = "") -> None:
        """Puts the yellow dot on a room; `name` is what screen readers then say ("Ohjaa, käynnissä")."""
        button = self._buttons[key]
        button.live = live
        button.setAccessibleName(name if live and name else button.item.words)
        button.update()

    def set_words(self, words: dict[str, str]) -> None:
        """Renames the rooms, in another language."""
        for key, text in words.items():
            button = self._buttons[key]
            button.item = RailItem(key, button.item.icon, text, button.item.separated, button.item.low)
            button.setText(text)
            button.setAccessibleName(text)
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Icons with tooltips alone, for windows under 1280 × 650."""
        self._narrow = narrow
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.setFixedWidth(self.NARROW if self._narrow else self.width_with_words())
        for key, button in self._buttons.items():
            button.narrow = self._narrow
            button.setToolTip(tip(self._hints.get(key) or (button.item.words if self._narrow else "")))
            button.updateGeometry()
            button.update()
        self.update()

    def width_with_words(self) -> int:
        """How wide it is when every room has its word, in pixels."""
        metrics = QFontMetricsF(self.look.sans(14, bold=True))
        words = max(metrics.horizontalAdvance(button.item.words) for button in self._buttons.values())
        return max(self.WIDE + round((self.look.text_scale - 1) * 70), math.ceil(words) + 20)

    def height_with_words(self) -> int:
        """The least height at which every room fits with its word, in pixels."""
        column = self.layout()
        assert column is not None
        narrow = [button for button in self._buttons.values() if button.narrow]
        shorter = sum(button.height_with_words() - button.sizeHint().height() for button in narrow)
        return column.minimumSize().height() + shorter

    def button(self, key: str) -> QAbstractButton:
        """The button of a room, for tab order and tests."""
        return self._buttons[key]

    @Slot()
    def _clicked(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                current = button.isChecked()
                button.setChecked(not current)  # the window decides; it answers with set_current
                self.chosen.emit(key)
