"""The pages of the window: made when first shown, kept while they are of use, deleted when their workshop closes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.workbench import Workbench

START_PAGE = "tyopajat"


class PageStack(QStackedWidget):
    """Shows one page at a time. `turned(name)` after another page came into view."""

    turned = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._made: dict[str, Page] = {}
        self._compact = (False, False)
        self.name = ""
        """The name of the page on show."""

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._made.get(self.name)

    def made(self, name: str) -> Page | None:
        """A page that has been made, whether on show or not."""
        return self._made.get(name)

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a page; one of a workshop only while a workshop is open, else the first page."""
        if PAGES[name].of_workshop and self._workbench.session is None:
            name = START_PAGE
        if name == self.name and name in self._made:
            return
        self.leave()
        page = self._made.get(name) or self._make(name)
        self.name = name
        self.setCurrentWidget(page)
        self.turned.emit(name)
        if self.window().focusWidget() is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # else its keys would do nothing, and Tab would begin with the rail
        page.shown()

    def leave(self) -> None:
        """Let the page on show save what is half typed."""
        page = self.page
        if page is None:
            return
        focused = QApplication.focusWidget()
        if focused is not None and page.isAncestorOf(focused):
            focused.clearFocus()  # a field saves what was typed when it is left
        page.left()

    def drop_workshop(self) -> None:
        """Delete the pages of the workshop; shows the first page if one of them was on show. Any other page was left for the
        closing and is on show all the same."""
        gone = [name for name in self._made if PAGES[name].of_workshop]
        if self.name in gone:
            self.go(START_PAGE)
        elif self.page is not None:
            self.page.shown()
        for name in gone:
            self._drop(name)

    def rebuild(self) -> None:
        """Make every page anew, for another language."""
        focused: QWidget | None = self.window().focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.leave()
        name, self.name = self.name, ""
        kept = {made: page.half_typed() for made, page in self._made.items()}
        for made in kept:
            self._drop(made)
        if held and (heir := self.window().focusWidget()) is not None:
            heir.clearFocus()  # what had it is gone, and Qt gave it to the rail; the new page gets it
        self.go(name)
        for made, typed in kept.items():
            if typed:
                (self._made.get(made) or self._make(made)).type_again(typed)

    def set_compact(self, low: bool, narrow: bool) -> None:
        """Tell every page how much room there is."""
        self._compact = (low, narrow)
        for page in self._made.values():
            page.set_compact(low, narrow)

    def _make(self, name: str) -> Page:
        page = self._made[name] = PAGES[name].make(self._workbench)
        page.set_compact(*self._compact)
        self.addWidget(page)
        return page

    def _drop(self, name: str) -> None:
        page = self._made.pop(name)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
