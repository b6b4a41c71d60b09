"""Surfaces: panels, cards, the now panel, dashed boxes and empty states. Fill, border and radius; no shadows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

Surface = Literal["panel", "strong", "well", "dashed", "waiting", "now", "plain"]

# surface -> (fill, border, border width, dashed, radius)
SURFACES: dict[str, tuple[str, str, float, bool, float]] = {
    "panel": ("surface", "line", 1, False, 8),
    "strong": ("surface", "ink", 2, False, 8),
    "well": ("well", "line", 1, False, 6),
    "dashed": ("surface", "edge", 1.5, True, 8),
    "waiting": ("well", "edge", 2, True, 8),
    "now": ("nyt-tint", "ink", 2, False, 6),
    "plain": ("surface", "", 0, False, 0),
}


class Panel(QFrame):
    """A surface with an optional head row. Put content into `body` (a QVBoxLayout) and head things into `head`.

    Surfaces: panel (thin line), strong (2 px ink frame), well (sunken), dashed, waiting (dashed, sunken),
    now (yellow tint: only for what happens this moment), plain (no border).
    """

    def __init__(
        self,
        look: Look,
        title: str = "",
        surface: Surface = "panel",
        margins: tuple[int, int, int, int] = (16, 12, 16, 14),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._surface = look, surface
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.title: Label | None = None
        if title:
            self.title = Label(look, title, "section")
            self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self.head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
            self.body.addLayout(self.head)
            self.setAccessibleName(title)
        look.changed.connect(self._look_changed)

    def set_surface(self, surface: Surface) -> None:
        """Becomes another kind of surface."""
        self._surface = surface
        self.update()

    @Slot()
    def _look_changed(self) -> None:
        """Qt lets go of a slot when its widget dies, but not of one that a class further down has put in its place."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Paints again."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border, width, dashed, radius = SURFACES[self._surface]
        theme = self.look.theme
        line = theme[border] if border else None
        paint.frame(QPainter(self), QRectF(self.rect()), radius, theme[fill], line, self.look.border(width), dashed)


class NowPanel(QFrame):
    """The panel of what happens now: a yellow tab with an icon and words on top, an ink frame around."""

    TAB = 34

    def __init__(
        self,
        look: Look,
        words: str = "",
        icon: str = "",
        margins: tuple[int, int, int, int] = (14, 12, 14, 14),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._words, self._icon, self._margins = look, words, icon, margins
        self.body = QVBoxLayout(self)
        self.body.setSpacing(spacing)
        self.refresh()
        look.changed.connect(self.refresh)

    def set_tab(self, words: str, icon: str) -> None:
        """What is going on, e.g. "Nyt: kaikki yhdessä, ringissä"."""
        if (words, icon) != (self._words, self._icon):
            self._words, self._icon = words, icon
            self.setAccessibleName(words)
            self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        left, top, right, bottom = self._margins
        self.body.setContentsMargins(left, top + self.look.px(self.TAB), right, bottom)
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.look.theme, self.look.px
        rect, tab = QRectF(self.rect()), float(px(self.TAB))
        paint.frame(painter, rect, 8, theme["surface"])
        with paint.saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(paint.bubble_path(rect, 8))
            painter.fillRect(QRectF(0, 0, rect.width(), tab), theme["nyt"])
            painter.fillRect(QRectF(0, tab - 2, rect.width(), 2), theme["ink"])
        paint.frame(painter, rect, 8, None, theme["ink"], 2)
        left, side = float(px(16)), px(20)
        if self._icon:
            paint_icon(painter, QRectF(left, (tab - side) / 2, side, side), self._icon, theme["on-nyt"])
            left += side + px(8)
        room = QRectF(left, 0, rect.width() - left - px(10), tab)
        font = self.look.sans(15, bold=True)
        paint.text(painter, room, self._words, font, theme["on-nyt"], Qt.AlignmentFlag.AlignVCenter)


class Card(QFrame):
    """A surface that can be clicked as a whole, one focus stop. `name` is read by screen readers."""

    clicked = Signal()
    ROLE = QAccessible.Role.Button

    def __init__(
        self,
        look: Look,
        name: str = "",
        margins: tuple[int, int, int, int] = (14, 12, 14, 12),
        radius: float = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._radius = look, radius
        self._selected = self._warned = self._lifted = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(4)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.refresh)

    def set_selected(self, selected: bool) -> None:
        """Selected: a 3 pixel kuusi frame on kuusi-tint."""
        self._selected = selected
        self.update()

    def is_selected(self) -> bool:
        """Whether it is painted as selected."""
        return self._selected

    def set_warned(self, warned: bool) -> None:
        """Warned: a 2 pixel savi frame; say why in words too."""
        self._warned = warned
        self.update()

    def set_lifted(self, lifted: bool) -> None:
        """Lifted: dashed and sunken, while it is being moved."""
        self._lifted = lifted
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Paints again."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self.look.theme, QRectF(self.rect())
        fill, border, width = "surface", "line", self.look.border(1)
        if self._lifted:
            fill, border, width = "well", "edge", self.look.border(1.5)
        elif not self.isEnabled():
            fill = "well"
        elif self._selected:
            fill, border, width = "kuusi-tint", "kuusi", self.look.selected_border
        elif self._warned:
            border, width = "savi", 2
        elif self.underMouse():
            fill, border, width = "kuusi-tint", "kuusi", self.look.border(1.5)
        paint.frame(QPainter(self), rect, self._radius, theme[fill], theme[border], width, self._lifted)


class DropLine(QWidget):
    """Where a thing being moved would land: a line of the focus colour, lying or `upright`."""

    def __init__(self, look: Look, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if upright:
            self.setFixedWidth(4)
        else:
            self.setFixedHeight(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.frame(QPainter(self), QRectF(self.rect()), 2, self.look.theme["focus"])


class EmptyState(Panel):
    """Nothing here yet: a dashed frame, one sentence, and (if `action` is given) one button."""

    action_requested = Signal()

    def __init__(
        self, look: Look, title: str, sentence: str = "", action: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, surface="dashed", margins=(14, 14, 14, 16), spacing=4, parent=parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._ways: QVBoxLayout | None = None
        self.setAccessibleName(title)
        self.heading = Label(look, title, "card", align=centre)
        self.body.addStretch(1)
        self.body.addWidget(self.heading)
        self.sentence = Label(look, sentence, "small", "ink2", align=centre)
        self.body.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))
        if action:
            self.body.addSpacing(6)
            self.button = Button(look, action, size="small", icon=icon)
            self.button.clicked.connect(self.action_requested)
            self.body.addWidget(self.button, 0, centre)
        self.body.addStretch(1)

    def add_action(self, words: str, icon: str = "") -> Button:
        """One more button under the first, all of them as wide as the widest: another way to begin."""
        button = Button(self.look, words, size="small", icon=icon)
        if self._ways is None:
            self._ways = QVBoxLayout()
            self._ways.setSpacing(8)
            beside = QHBoxLayout()
            beside.addStretch(1)
            beside.addLayout(self._ways)
            beside.addStretch(1)
            self.body.removeWidget(self.button)
            self._add_way(self.button)
            self.body.insertLayout(self.body.count() - 1, beside)
        self._add_way(button)
        return button

    def _add_way(self, button: Button) -> None:
        assert self._ways is not None
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ways.addWidget(button)
