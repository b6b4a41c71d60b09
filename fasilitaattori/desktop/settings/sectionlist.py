"""The sections of the settings, as a list at the left: arrow keys walk it, and what is chosen shows at once."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.ticks import hover_repaints

LEAST_WIDTH = 222
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SectionButton(QRadioButton):
    """A section: icon and words, or in a narrow list the icon alone with the words as its tooltip."""

    entered = Signal()

    def __init__(self, look: Look, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look, self._icon, self._narrow = look, icon, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 6)
        hover_repaints(self)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and words."""
        self._narrow = narrow
        self.setToolTip(tip(self.text()) if narrow else "")
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """How wide it is with its words."""
        px = self.look.px
        return int(QFontMetricsF(self.look.sans(16, True)).horizontalAdvance(self.text())) + px(20 + 11) + 2 * px(12) + 1

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        px = self.look.px
        height = px(23) + 23  # 46 at 100 %; the room around the words need not grow with them
        return QSize(px(20) + 2 * px(12) if self._narrow else self.full_width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px, rect = QPainter(self), self.look.theme, self.look.px, QRectF(self.rect())
        on = self.isChecked()
        if on:
            paint.frame(painter, rect, 6, theme["kuusi-tint"], theme["kuusi"], 2)
        elif self.underMouse():
            paint.frame(painter, rect, 6, theme["kuusi-tint"])
        side = px(20)
        left = (rect.width() - side) / 2 if self._narrow else float(px(12))
        paint_icon(painter, QRectF(left, (rect.height() - side) / 2, side, side), self._icon, theme["ink"])
        if not self._narrow:
            start = left + side + px(11)
            room = QRectF(start, 0, rect.width() - start - px(8), rect.height())
            paint.text(painter, room, self.text(), self.look.sans(16, on), theme["ink"], _MIDDLE, mnemonic_of(self))


class SectionList(Panel):
    """Choose a section; `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, look: Look, sections: dict[str, tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """`sections`: key -> (words, icon)."""
        super().__init__(look, margins=(3, 3, 3, 3), spacing=0, parent=parent)
        self.setAccessibleName(name)
        self._narrow = False
        self._keys = list(sections)
        self._group = QButtonGroup(self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(7, 7, 7, 7)
        column.setSpacing(0)
        self._scrolled = Scrolled(inner)
        for number, (words, icon) in enumerate(sections.values()):
            button = SectionButton(look, words, icon)
            button.entered.connect(self._reveal)
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self.body.addWidget(self._scrolled)
        self._group.idClicked.connect(self._clicked)
        self.refresh()

    def button(self, key: str) -> SectionButton:
        """The button of a section."""
        found = self._group.button(self._keys.index(key))
        assert isinstance(found, SectionButton)
        return found

    def set_current(self, key: str) -> None:
        """Mark a section, without telling."""
        self.button(key).setChecked(True)

    @property
    def is_narrow(self) -> bool:
        """Are there icons alone?"""
        return self._narrow

    def full_width(self) -> int:
        """How wide the list is with its words."""
        widest = max(self.button(key).full_width() for key in self._keys)
        return max(LEAST_WIDTH, widest + 20)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or icons and words."""
        self._narrow = narrow
        for key in self._keys:
            self.button(key).set_narrow(narrow)
        self._fit()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        for key in self._keys:
            self.button(key).updateGeometry()
        self._fit()
        super().refresh()

    def _fit(self) -> None:
        bar = self._scrolled.verticalScrollBar()
        room = bar.sizeHint().width() if self._scrolled.sizeHint().height() + 6 > self.height() else 0
        self.setFixedWidth((self.look.px(20) + 2 * self.look.px(12) + 20 if self._narrow else self.full_width()) + room)

    @Slot()
    def _reveal(self) -> None:
        button = self.sender()
        if isinstance(button, SectionButton):
            self._scrolled.ensureWidgetVisible(button, 0, 7)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
