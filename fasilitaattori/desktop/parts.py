"""Small pieces that several pages of the desk share: the head of a page, scrolling columns, thin lines, labelled rows."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.hints import WholeHint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.unsaid import carry

Box = TypeVar("Box", QVBoxLayout, QHBoxLayout)
PAGE_MARGIN = 28
HEAD_HEIGHT = 78
GLASS = 20  # pixels at 100 % of the magnifying glass in a field


class PageHead(QWidget):
    """The head of a page: its title, a few words beside it, and buttons at the right (`add`)."""

    def __init__(self, look: Look, title: str, beside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self._row.setSpacing(14)
        self.title = Label(look, title, "title", wrap=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # buttons shed their key caps first
        self._row.addWidget(self.title)
        self.beside = Label(look, beside, "body", "ink2", wrap=False, parent=self)
        self.beside.setVisible(bool(beside))
        self._row.addWidget(self.beside)
        self._row.addStretch(1)
        self.refresh()
        look.changed.connect(self.refresh)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the right end."""
        for widget in widgets:
            self._row.addWidget(widget)

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        self.setFixedHeight(round(HEAD_HEIGHT + (self.look.text_scale - 1) * 30))


class Line(QFrame):
    """A thin dividing line; decoration only."""

    def __init__(self, look: Look, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme["line"])


class Icon(QLabel):
    """An icon that stands alone; `name` is read aloud, "" = decoration beside words that say the same."""

    def __init__(
        self, look: Look, icon: str, tone: str = "ink", size: int = 20, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._icon, self._tone, self._size = look, icon, tone, size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def set_icon(self, icon: str, tone: str, name: str = "") -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.setAccessibleName(name)
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self.look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.look.px(self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), place, self._icon, self.look.theme[self._tone])


class SearchField(QLineEdit):
    """A line to search with: a magnifying glass before it, a cross after it once something is typed."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setPlaceholderText(words)
        WholeHint(self)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        carry(self, "search")
        self.setProperty("ring_radius", 6)
        self.refresh()
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.setTextMargins(self.look.px(GLASS + 8), 0, 0, 0)
        for cross in self.findChildren(QToolButton):  # Qt's own is pale and not of our icons
            cross.setIcon(self.look.icon("x", "ink2"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.look.px(GLASS)
        place = QRectF(self.look.px(12), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), place, "magnifying-glass", self.look.theme["ink2"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Scrolled(QScrollArea):
    """A column that scrolls up and down only; its content never gets narrower than it can be, and the ground shows through."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # Qt turns it on in setWidget
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        bar = self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().isVisible() else 0
        return QSize(width + bar, 80)

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content is not None else super().sizeHint()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Shelf(Scrolled):
    """The same for lines that wrap. The bar takes room from them: a line that wraps only for that is no reason for a bar."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()
        super().resizeEvent(event)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """A bar only when the content is too high without one."""
        room, content = self.maximumViewportSize(), self.widget()
        if content is None or not content.hasHeightForWidth():
            return
        fits = content.heightForWidth(room.width()) <= room.height()
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)


def column(*items: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> QVBoxLayout:
    """A column of widgets and layouts; a number is that many pixels of room, -1 takes all that is left over."""
    layout = QVBoxLayout()
    return _filled(layout, items, margins, spacing)


def row(*items: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """A row of widgets and layouts; a number is that many pixels of room, -1 takes all that is left over."""
    layout = QHBoxLayout()
    return _filled(layout, items, margins, spacing)


def _filled(layout: Box, items: Iterable[QWidget | QLayout | int], margins: tuple[int, int, int, int], spacing: int) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif item < 0:
            layout.addStretch(1)
        else:
            layout.addSpacing(item)
    return layout


def holder(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete the widgets in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
