"""The line at the bottom of the window: what is saved and connected, in words that can be pressed where they lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import plain
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.tags import KeyCap


class StatusButton(QPushButton):
    """An item that leads somewhere: an icon and words, underlined while the mouse is on it."""

    def __init__(self, look: Look, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(plain(words), parent)
        self.look, self._icon, self._tone, self._words = look, icon, "kuusi", words
        self.setProperty("ring_radius", 4)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, icon: str, tone: str) -> None:
        """Another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def set_text(self, words: str) -> None:
        """Other words."""
        if words != self._words:
            self._words = words
            self.setText(plain(words))
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def _left(self) -> int:
        return self.look.px(18) + self.look.px(7)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.look.sans(14)).horizontalAdvance(self._words)
        return QSize(round(width) + self._left() + 2, self.look.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + self.look.px(30), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = QPainter(self), self.look.theme, self.look.px(18)
        paint_icon(painter, QRectF(0, (self.height() - side) / 2, side, side), self._icon, theme[self._tone])
        font = self.look.sans(14)
        font.setUnderline(self.underMouse())
        room = QRectF(self._left(), 0, self.width() - self._left(), self.height())
        words = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme["ink" if self.underMouse() else "ink2"])
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class StatusBar(QWidget):
    """The line at the bottom: what is saved and connected on the left, where things are on the right.

    `show_status(key, icon, words, tone)` puts or changes an item; words "" hides it. When there is too little room, the items
    named in `shed` go one after another, so that what stays can be read whole. Items named in `pressable` lead somewhere:
    `pressed(key)`.
    """

    pressed = Signal(str)

    KEYS = "keys"
    """The key of the words beside F1."""

    def __init__(
        self, look: Look, shed: Sequence[str] = (), pressable: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._shed, self._pressable = look, tuple(shed), frozenset(pressable)
        self._labels: dict[str, Label | StatusButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 1, 20, 0)
        row.setSpacing(24)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(24)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)
        self._cap = KeyCap(look, "F1", "ink2")
        self.refresh()
        look.changed.connect(self.refresh)

    def show_status(self, key: str, icon: str, words: str, tone: str = "kuusi", right: bool = False, hint: str = "") -> None:
        """An item with an icon (its colour `tone`) and words; the same `key` changes the same item. `hint` is its tooltip, and
        told by screen readers after the words."""
        label = self._labels.get(key)
        if label is None:
            label = self._labels[key] = self._make(key, icon, words, tone)
            (self._right if right else self._left).addWidget(label)
        label.set_icon(icon, tone)
        label.set_text(words)
        if isinstance(label, StatusButton):
            label.setToolTip(tip(hint))
            label.setAccessibleDescription(hint)
        self._fit()

    def _make(self, key: str, icon: str, words: str, tone: str) -> Label | StatusButton:
        if key in self._pressable:
            button = StatusButton(self.look, icon, words)
            button.clicked.connect(lambda: self.pressed.emit(key))
            return button
        label = Label(self.look, words, "small", "ink2", wrap=False, icon=icon, icon_tone=tone)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return label

    def item(self, key: str) -> Label | StatusButton | None:
        """An item that has been shown, for tests and tab order."""
        return self._labels.get(key)

    def show_key_list(self, words: str, key: str = "F1") -> None:
        """The last item on the right: Pikanäppäimet F1."""
        pair = QHBoxLayout()
        pair.setSpacing(7)
        label = self._labels[self.KEYS] = Label(self.look, words, "small", "ink2", wrap=False, icon="keyboard")
        pair.addWidget(label)
        self._cap.setText(key)
        pair.addWidget(self._cap)
        self._right.addLayout(pair)
        self._fit()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.setFixedHeight(self.look.px(36))
        for label in self._labels.values():
            label.updateGeometry()
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what fits: everything that has words, less those of `shed` for which there is no room."""
        shown = {key: label for key, label in self._labels.items() if label.words()}
        needed = 2 * 20 + self._cap.sizeHint().width() + sum(label.sizeHint().width() + 24 for label in shown.values())
        for key in self._shed:
            if needed <= self.width():
                break
            if key in shown:
                needed -= shown.pop(key).sizeHint().width() + 24
        for key, label in self._labels.items():
            label.setVisible(key in shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme["surface"])
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme["line"])
