"""Fields of a form: lists, steppers, and a field with its label and message.

Painted subclasses of the Qt widget that behaves the same, so that role and state reach screen readers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import IconButton, Size
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.wheel import Unwheeled

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Select(Unwheeled, QComboBox):
    """A drop-down list with the caret (and, if given, icons) of the product. `name` is for screen readers."""

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # its own delegate does not heed the style sheet
        self.setProperty("ring_radius", 6)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Paints again."""
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        able, rect = self.isEnabled(), QRectF(self.rect())
        border = "line" if not able else "kuusi" if self.underMouse() else "edge"
        fill, width = theme["surface" if able else "well"], self.look.border(1.5)
        paint.frame(painter, rect, 6, fill, theme[border], width, self.look.is_dashed(able))
        left, ink, side = float(px(12)), theme["ink" if able else "edge"], px(20)
        picture = self.itemIcon(self.currentIndex())
        if not picture.isNull():
            top = int((rect.height() - side) / 2)
            picture.paint(painter, int(left), top, side, side)
            left += side + px(8)
        room = QRectF(left, 0, rect.width() - left - px(36), rect.height())
        paint.text(painter, room, self.currentText(), self.look.sans(16), ink, _MIDDLE)
        place = QRectF(rect.right() - px(32), (rect.height() - side) / 2, side, side)
        paint_icon(painter, place, "caret-down", ink)


class _StepBox(Unwheeled, QSpinBox):
    """The number between − and +; shows and reads it through the given words."""

    def __init__(
        self, look: Look, words: Callable[[int], str], read: Callable[[str], int | None] | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.look, self._words, self._read = look, words, read
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("ring_radius", 6)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: int) -> str:
        return self._words(value)

    def valueFromText(self, text: str) -> int:
        if self._read is not None:
            value = self._read(text)
            return self.value() if value is None else value
        digits = "".join(char for char in text if char.isdigit())
        sign = -1 if text.strip().startswith(("-", "−")) else 1
        return sign * int(digits) if digits else self.value()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, pos


class Stepper(QWidget):
    """− value +. `words` turns the number into what is shown ("35 min"); digits typed are read back from it, or what was
    typed through `read` (None = not a number) where the number is shown in another unit than it is kept.

    `value_changed(int)` when the user changes it. Arrow and page keys work in the value.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        look: Look,
        value: int,
        minimum: int,
        maximum: int,
        words: Callable[[int], str] = str,
        step: int = 1,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
        read: Callable[[str], int | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._small = look, small
        self._box = _StepBox(look, words, read, self)
        self._box.setRange(minimum, maximum)
        self._box.setSingleStep(step)
        self._box.setValue(value)
        self._box.setAccessibleName(name)
        size: Size = "small" if small else "normal"
        self._less = IconButton(look, "minus", look.tr("Vähennä"), size=size)
        self._more = IconButton(look, "plus", look.tr("Lisää"), size=size)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._less, self._box, self._more):
            row.addWidget(widget, 1 if widget is self._box else 0)
        for button, way in ((self._less, -1), (self._more, 1)):
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(name)
            button.clicked.connect(self._stepper(way))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box.valueChanged.connect(self._changed)
        self.refresh()
        look.changed.connect(self.refresh)

    def value(self) -> int:
        """The number now."""
        return self._box.value()

    def set_value(self, value: int) -> None:
        """Shows another number without emitting `value_changed`."""
        before = self._box.blockSignals(True)
        self._box.setValue(value)
        self._box.blockSignals(before)
        self._mend_ends()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        font = self.look.sans(16, bold=True)
        self._box.setFont(font)
        self._box.lineEdit().setFont(font)
        self._box.setProperty("small", self._small)
        widest = max(QFontMetricsF(font).horizontalAdvance(self._box.textFromValue(v)) for v in self._ends())
        self._box.setMinimumWidth(int(widest) + self.look.px(28))
        self._mend_ends()

    def _ends(self) -> tuple[int, int]:
        return self._box.minimum(), self._box.maximum()

    def _stepper(self, way: int) -> Callable[[], None]:
        def step() -> None:
            self._box.stepBy(way)

        return step

    @Slot(int)
    def _changed(self, value: int) -> None:
        self._mend_ends()
        self.value_changed.emit(value)

    def _mend_ends(self) -> None:
        low, high = self._ends()
        self._less.setEnabled(self._box.value() > low)
        self._more.setEnabled(self._box.value() < high)


class Field(QWidget):
    """A label over a field, and under it a message: an error, a warning, or "Tallennettu" for a moment.

    `widget` is the field itself; clicking the label's words moves the focus there by its mnemonic, and screen
    readers hear the label as the field's name and the message as its description.
    """

    def __init__(self, look: Look, words: str, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.widget = look, widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Label(look, words, "field")
        self.label.setBuddy(widget)
        self._message = Label(look, "", "small")
        self._message.hide()
        column.addWidget(self.label)
        column.addWidget(widget)
        column.addWidget(self._message)
        if not widget.accessibleName():
            widget.setAccessibleName(words)

    def set_message(self, words: str, state: str = "") -> None:
        """Shows a message; `state` is "error", "warning" or "saved". "" takes the message away."""
        icon, tone = {"error": ("warning-circle", "puna"), "warning": ("warning", "savi")}.get(state, ("check", "kuusi"))
        self._message.set_icon(icon, tone)
        self._message.set_tone(tone)
        self._message.set_text(words)
        self._message.setVisible(bool(words))
        self.widget.setAccessibleDescription(words)
        self.widget.setProperty("state", state if words else "")
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)
