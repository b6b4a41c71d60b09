"""Ways to choose one or several: chips and segments.

All are painted subclasses of the Qt button that behaves the same, so that their role and state reach screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from fasilitaattori.kit import paint
from fasilitaattori.kit.focus import HEIR
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.tags import key_cap_size, paint_key_cap
from fasilitaattori.kit.ticks import hover_repaints

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Chip(QCheckBox):
    """A round filter chip; on = filled and bold. `big` is 36 pixels high, otherwise 28 for panel heads."""

    def __init__(self, look: Look, words: str, big: bool = True, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look, self._big, self._icon = look, big, icon
        self.setProperty("ring_radius", 18 if big else 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        hover_repaints(self)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.setProperty("ring_radius", self.look.px(18 if self._big else 14))
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Says something else, e.g. another count."""
        if words != self.text():
            self.setText(words)
            self.refresh()

    def set_icon(self, name: str) -> None:
        """Shows another icon; "" = none."""
        self._icon = name
        self.refresh()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        px = self.look.px
        width = QFontMetricsF(self._font(True)).horizontalAdvance(self.text()) + 2 * px(13 if self._big else 10)
        if self._icon:
            width += px(16) + px(6)
        return QSize(int(width + 1), px(36 if self._big else 28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        on, rect = self.isChecked(), QRectF(self.rect())
        fill, ink, border = ("kuusi", "on-kuusi", "kuusi") if on else ("surface", "ink", "edge")
        if not self.isEnabled():
            fill, ink, border = "well", "edge", "line"
        elif self.underMouse():
            fill, border = ("kuusi-hover", "kuusi-hover") if on else ("kuusi-tint", "kuusi")
        dashed = self.look.is_dashed(self.isEnabled())
        paint.frame(painter, rect, rect.height() / 2, theme[fill], theme[border], self.look.border(1.5), dashed)
        font = self._font(on)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        side = px(16)
        left = (rect.width() - words - (side + px(6) if self._icon else 0)) / 2
        if self._icon:
            paint_icon(painter, QRectF(left, (rect.height() - side) / 2, side, side), self._icon, theme[ink])
            left += side + px(6)
        paint.text(
            painter, QRectF(left, 0, words + 1, rect.height()), self.text(), font, theme[ink], _MIDDLE, mnemonic_of(self)
        )

    def _font(self, bold: bool) -> QFont:
        return self.look.sans(15 if self._big else 14, bold)


class _Segment(QRadioButton):
    """One choice of a Segmented."""

    def __init__(self, look: Look, words: str, key: str, small: bool, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.look, self._key, self._small = look, key, small
        self.first = self.last = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hover_repaints(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def _cap(self) -> float:
        if not self._key or not self.look.show_keys:
            return 0.0
        return key_cap_size(self.look, self._key, True)[0] + self.look.px(7)

    def _words(self) -> float:
        return QFontMetricsF(self.look.sans(15, True)).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        px = self.look.px
        width = self._words() + self._cap() + 2 * px(9 if self._small else 12)
        return QSize(int(width + 1), px(34 if self._small else 42))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._words()) + 2 * self.look.px(5), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        on = self.isChecked()
        fill, ink = ("kuusi", "on-kuusi") if on else ("surface", "ink")
        if not self.isEnabled():
            fill, ink = ("edge", "surface") if on else ("well", "edge")
        elif self.underMouse():
            fill = "kuusi-hover" if on else "kuusi-tint"
        outer = rect.adjusted(0 if self.first else -10, 0, 0 if self.last else 10, 0)
        painter.setClipRect(rect)
        line = self.look.border(1.5)
        paint.frame(painter, outer, 6, theme[fill], theme["edge"], line)
        if not self.last:
            thick = paint.crisp(painter, line)
            painter.fillRect(QRectF(rect.right() - thick, 0, thick, rect.height()), theme["edge"])
        words = QFontMetricsF(self.look.sans(15, on)).horizontalAdvance(self.text())
        cap = self._cap() if words + self._cap() <= rect.width() - 8 else 0.0
        left = max(4.0, (rect.width() - words - cap) / 2)
        room = QRectF(left, 0, min(words + 1, rect.width() - 8), rect.height())
        paint.text(painter, room, self.text(), self.look.sans(15, on), theme[ink], _MIDDLE, mnemonic_of(self))
        if cap:
            width, height = key_cap_size(self.look, self._key, True)
            place = QRectF(round(left + words + self.look.px(7)), round((rect.height() - height) / 2), width, height)
            paint_key_cap(painter, self.look, place, self._key, ink, bold=True)


class Segmented(QWidget):
    """A row of choices of which one is on. Arrow keys move the choice.

    `choices` are (value, words) or (value, words, key); `chosen` is emitted when the user changes it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        choices: Sequence[tuple[str, ...]],
        value: str = "",
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._small = look, small
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        self.set_choices(choices, value)
        self._group.idClicked.connect(self._clicked)
        look.changed.connect(self.refresh)

    def set_choices(self, choices: Sequence[tuple[str, ...]], value: str = "") -> None:
        """Offers other choices (another language, another step) and marks one."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._values = [choice[0] for choice in choices]
        for index, (_, words, *key) in enumerate(choices):
            segment = _Segment(self.look, words, key[0] if key else "", self._small, self)
            segment.first, segment.last = index == 0, index == len(choices) - 1
            segment.setProperty("ring_radius", 6)
            self._group.addButton(segment, index)
            self._row.addWidget(segment, 1)
        self.set_value(value or (self._values[0] if self._values else ""))

    def value(self) -> str:
        """The value that is on, "" when none is."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def set_value(self, value: str) -> None:
        """Marks a choice without emitting `chosen`."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def focus(self) -> None:
        """To the choice that is on, or the first one; a ring around the focus stays shown or hidden, as it was."""
        chosen = self._group.checkedButton() or next(iter(self._group.buttons()), None)
        if chosen is not None:
            chosen.setProperty(HEIR, True)
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            chosen.setProperty(HEIR, False)

    def clear(self) -> None:
        """Nothing is chosen yet."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """All as wide as each other; where that would be too narrow for one of them, each by its words."""
        wanted = [button.sizeHint().width() for button in self._group.buttons()]
        tight = max(wanted, default=0) * len(wanted) > self.width()
        for place, width in enumerate(wanted):
            self._row.setStretch(place, width if tight else 1)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        for button in self._group.buttons():
            button.updateGeometry()
            button.update()
