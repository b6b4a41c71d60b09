"""A page large enough to read, over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from fasilitaattori.desktop.papers.sheetview import PAGE_WIDTH
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.dialog import EDGE, Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

LEAST_SEEN = 120  # pixels of the page
_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class _Picture(QWidget):
    """The page in its true size, larger with the text size."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._page = QImage()

    def show_page(self, page: QImage, name: str) -> None:
        width = self.look.px(PAGE_WIDTH)
        ratio = self.devicePixelRatioF()
        self._page = page.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        self._page.setDevicePixelRatio(ratio)
        self.setFixedSize(self._page.deviceIndependentSize().toSize())
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawImage(0, 0, self._page)


class Enlarged(Dialog):
    """Turns the pages of one paper. Page Up and Page Down turn, arrows scroll, Esc closes."""

    def __init__(self, look: Look, title: str, pages: Sequence[QImage], page: int, parent: QWidget) -> None:
        tr = look.tr
        super().__init__(look, title, act=tr("Sulje"), width=400, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.safe_button.hide()
        self._pages, self._page, self._title = tuple(pages), page, title
        self._picture = _Picture(look)
        self._scrolled = QScrollArea()
        self._scrolled.setWidget(self._picture)
        self._scrolled.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scrolled.setAccessibleName(title)
        self._scrolled.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addWidget(self._scrolled, 1)
        self.back = IconButton(look, "caret-left", tr("Edellinen sivu"), size="small")
        self.on = IconButton(look, "caret-right", tr("Seuraava sivu"), size="small")
        self.place = Label(look, "", "small", wrap=False)
        turning = QHBoxLayout()
        turning.setSpacing(8)
        for widget in (self.back, self.place, self.on):
            turning.addWidget(widget)
            widget.setVisible(len(pages) > 1)
        self.buttons.insertLayout(0, turning)
        self.back.clicked.connect(self.turn_back)
        self.on.clicked.connect(self.turn_on)
        self._show()
        self._scrolled.setFocus()

    def _show(self) -> None:
        words = f"{self._page + 1} / {len(self._pages)}"
        self._picture.show_page(self._pages[self._page], f"{self._title} {words}")
        self.place.set_text(words)
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < len(self._pages) - 1)
        self._scrolled.verticalScrollBar().setValue(0)

    @Slot()
    def turn_back(self) -> None:
        """The page before."""
        self._turn(-1)

    @Slot()
    def turn_on(self) -> None:
        """The next page."""
        self._turn(1)

    def _turn(self, way: int) -> None:
        if 0 <= self._page + way < len(self._pages):
            self._page += way
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way:
            self._turn(way)
        else:
            super().keyPressEvent(event)

    def measure(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            bar = self._scrolled.verticalScrollBar().sizeHint().width()
            wide = min(room.width() - 80, self._picture.width() + bar + 2)
            self._scrolled.setMinimumSize(QSize(wide, LEAST_SEEN))
        super().measure()
        if parent is not None:
            most = parent.window().size() - QSize(2 * EDGE, EDGE)
            self.resize(min(self.width(), most.width()), most.height())  # the page scrolls, not what is around it
