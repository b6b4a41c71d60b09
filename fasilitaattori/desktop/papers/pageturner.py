"""The pages of a paper one at a time, with buttons to turn them; pressing a page shows it large."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.enlarged import Enlarged
from fasilitaattori.desktop.papers.sheetview import SheetView, page_of
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

SLOW_MS = 400
_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PageTurner(QWidget):
    """Keeps the page on show when the paper is drawn anew. `row` takes more controls at its left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look, self._title = look, ""
        self._pages: tuple[QImage, ...] = ()
        self._page = 0
        self.back = IconButton(look, "caret-left", tr("Edellinen sivu"), size="small")
        self.on = IconButton(look, "caret-right", tr("Seuraava sivu"), size="small")
        self.place = Label(look, "", "small", wrap=False)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(5, 0, 5, 0)
        self.row.setSpacing(8)
        for widget in (self.back, self.place, self.on):
            self.row.addWidget(widget)
        self.view = SheetView(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self.row)
        column.addWidget(self.view, 1)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        self.view.sheet.clicked.connect(self._enlarge)
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._say_waiting)
        self._mend()

    @property
    def pages(self) -> tuple[QImage, ...]:
        """The pages there are."""
        return self._pages

    def show_pages(self, title: str, pages: Sequence[QImage]) -> None:
        """Shows a paper; stays at its page when it is the same paper drawn anew."""
        self._slow.stop()
        if title != self._title:
            self._page = 0
        self._title, self._pages = title, tuple(pages)
        self._page = page_of(self._pages, self._page)
        self._show()

    def wait_for(self, title: str) -> None:
        """Another paper is being drawn: what was there goes, and after a moment it says so."""
        self._title, self._pages, self._page = title, (), 0
        self.view.sheet.show_words("", "")
        self._mend()
        self._slow.start()

    def show_words(self, words: str, icon: str) -> None:
        """Says why there are no pages."""
        self._slow.stop()
        self._pages = ()
        self.view.sheet.show_words(words, icon)
        self._mend()

    @Slot()
    def _say_waiting(self) -> None:
        self.view.sheet.show_words(self.look.tr("Piirretään…"), "hourglass-medium")

    def _show(self) -> None:
        tr, number, count = self.look.tr, self._page + 1, len(self._pages)
        name = tr("{paper}, sivu {number} / {count}. Näytä suurena.", paper=self._title, number=number, count=count)
        self.view.sheet.show_page(self._pages[self._page], name)
        self.view.sheet.setToolTip(tr("Näytä suurena"))
        self._mend()

    def _mend(self) -> None:
        count = len(self._pages)
        for widget in (self.back, self.place, self.on):
            widget.setVisible(count > 1)
        self.place.set_text(f"{self._page + 1} / {count}")
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < count - 1)

    def turn_to(self, page: int) -> None:
        """Show this page, from 0, if there is one."""
        if 0 <= page < len(self._pages) and page != self._page:
            self._page = page
            self._show()

    def _turn(self, way: int) -> None:
        self.turn_to(self._page + way)

    @Slot()
    def _turn_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _turn_on(self) -> None:
        self._turn(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way:
            self._turn(way)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _enlarge(self) -> None:
        if self._pages:
            Enlarged(self.look, self._title, self._pages, self._page, self.window()).open()
