"""The pages of the window: made when first shown or ahead of it, kept while they are of use, deleted with their workshop.

A page is made in slices, and until it is there the one before it stays in sight. Whoever reaches for the page on show before
that (a key, a click, an act that goes on in the page) gets it whole at once.
"""

from collections.abc import Generator, Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWindow
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.bridge import REST
from fasilitaattori.kit.inslices import InSlices

START_PAGE = "tyopajat"
CALM_MS = 40  # between two steps of what is made ahead, at least: there is no hurry
_PIXEL = QRect(0, 0, 1, 1)
_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


class PageStack(QStackedWidget):
    """Shows one page at a time. `turned(name)` when another one is wanted; it comes into view as soon as it is made."""

    turned = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._made: dict[str, Page] = {}
        self._begun: dict[str, Generator[None]] = {}
        self._before: dict[str, Page] = {}  # pages in the language before
        self._typed: dict[str, dict[str, str]] = {}  # what is half typed on those of them that are not made anew yet
        self._compact = (False, False)
        self._turning = InSlices(self)
        self._turning.done.connect(self._turned)
        self._ahead = InSlices(self, REST, CALM_MS)
        self._redressing = InSlices(self)
        self._makes_ahead = False
        self._watched: QWindow | None = None
        self.name = ""
        """The name of the page on show, or of the one that is about to be."""

    @property
    def page(self) -> Page | None:
        """The page on show; made whole at once if it is not yet."""
        self.settle()
        return self._made.get(self.name)

    def settle(self) -> None:
        """What is wanted is there when this returns: the page on show, and another theme."""
        self._redressing.finish()
        self._turning.finish()

    def made(self, name: str) -> Page | None:
        """A page that has been made, whether on show or not."""
        return self._made.get(name)

    # --- turning ---

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a page; one of a workshop only while a workshop is open, else the first page."""
        if PAGES[name].of_workshop and self._workbench.session is None:
            name = START_PAGE
        if name == self.name and (name in self._made or self._turning.busy):
            return
        self._redressing.finish()
        self.leave()
        if self.name in self._made:
            self._made[self.name].on_show = False
        self.name = name
        self.turned.emit(name)
        self._ahead.drop()
        if name in self._made and not self._before:
            self._turning.drop()
            self.setUpdatesEnabled(True)
            self._show()
            self._turned()
            return
        self._watch_hands()
        self._turning.do(self._steps())
        if not self.isVisible():
            self._turning.finish()

    def _steps(self) -> Iterator[None]:
        """Makes the page that is wanted and shows it. After a change of language the old page is not painted any more
        meanwhile: what it said stays in sight as it was; then what is half typed on other pages gets its new page too."""
        self.setUpdatesEnabled(not self._before)
        try:
            yield from self._rest_of(self.name)
            yield
            self.setUpdatesEnabled(False)
            self._show()
            yield
        finally:
            self.setUpdatesEnabled(True)
        yield
        while self._typed:
            name = next(iter(self._typed))
            yield from self._rest_of(name)
            self._type_again(name)
        while self._before:
            self._delete(self._before.popitem()[1])
            yield

    def _show(self) -> None:
        page = self._made[self.name]
        page.on_show = True
        focused: QWidget | None = self.window().focusWidget()
        if self._before and focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()  # what has it goes, and the new page gets it
        self.setCurrentWidget(page)
        if self.window().focusWidget() is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # else its keys would do nothing, and Tab would begin with the rail
        page.shown()
        self._type_again(self.name)

    def leave(self) -> None:
        """Let the page on show save what is half typed."""
        page = self._made.get(self.name)
        if page is None:
            return
        focused = QApplication.focusWidget()
        if focused is not None and page.isAncestorOf(focused):
            focused.clearFocus()  # a field saves what was typed when it is left
        page.left()

    def _watch_hands(self, on: bool = True) -> None:
        """A key or a click is for the page that is wanted, not for the one that is still in sight."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = self.window().windowHandle() if on else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self.settle()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.updatesEnabled():
            self._turning.finish()

    def minimumSizeHint(self) -> QSize:
        """That of the page in sight: the others are not asked."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    # --- making ---

    @Slot()
    def make_ahead(self) -> None:
        """From now on make pages while nothing happens, so that they only have to be shown when they are wanted."""
        self._makes_ahead = True
        self._turned()

    @Slot()
    def _turned(self) -> None:
        self._watch_hands(False)
        if self._makes_ahead:
            self._ahead.do(self._rest_of_all())

    def _rest_of_all(self) -> Iterator[None]:
        for name, entry in PAGES.items():
            if entry.on_rail and (not entry.of_workshop or self._workbench.session is not None):
                yield from self._rest_of(name)

    def _rest_of(self, name: str) -> Iterator[None]:
        """What is left to do of making a page."""
        if name not in self._made and name not in self._begun:
            self._begun[name] = self._make(name)
        yield from self._begun.get(name, ())

    def _make(self, name: str) -> Generator[None]:
        page, whole = PAGES[name].make(self._workbench), False
        page.on_show = False
        try:
            yield
            for _ in page.build():
                yield
            page.set_compact(*self._compact)
            yield
            self.addWidget(page)  # which dresses it
            yield
            page.resize(self.size())
            page.grab(
                _PIXEL
            )  # Qt lays out what it draws also when it is out of sight; so this need not be done when it is shown
            whole = True
        finally:
            self._begun.pop(name, None)
            if not whole:
                _throw_away(page)
        self._made[name] = page

    def set_compact(self, low: bool, narrow: bool) -> None:
        """Tell every page how much room there is."""
        self._compact = (low, narrow)
        for page in self._made.values():
            page.set_compact(low, narrow)

    def redress(self, steps: Iterator[object]) -> None:
        """Take steps in which every widget of the window is dressed anew. Qt does that in one go: so the pages out of sight are
        not in the window meanwhile, and come back one by one. Nothing is painted until all of what is in sight is dressed."""
        self._redressing.finish()
        self._redressing.do(self._redress(steps))
        if not self.isVisible() or self.count() == 1:
            self._redressing.finish()

    def _redress(self, steps: Iterator[object]) -> Iterator[None]:
        away = [page for page in self._made.values() if page is not self.currentWidget()]
        for page in away:
            self.removeWidget(page)
            page.setParent(None)
            yield
        window = self.window()
        window.setUpdatesEnabled(False)
        try:
            for _ in steps:
                yield
        finally:
            window.setUpdatesEnabled(True)
        for page in away:
            yield
            self.addWidget(page)

    # --- taking away ---

    def drop_workshop(self) -> None:
        """Delete the pages of the workshop; shows the first page if one of them was on show. Any other page was left for the
        closing and is on show all the same."""
        self._redressing.finish()
        gone = [name for name, entry in PAGES.items() if entry.of_workshop]
        for name in gone:
            self._typed.pop(name, None)
            if name in self._begun:
                self._begun.pop(name).close()
        if self.name in gone:
            self._turning.drop()
            self.go(START_PAGE)
        self._turning.finish()
        self._made[self.name].shown()
        for pages in (self._before, self._made):
            for name in gone:
                if name in pages:
                    self._delete(pages.pop(name))

    def rebuild(self) -> None:
        """Make every page anew, for another language: the one on show, those on which something is half typed, and the others
        when they are wanted."""
        self.leave()
        self.stop()
        for name, page in self._made.items():
            page.retire()
            typed = page.half_typed()
            if typed:
                self._typed[name] = typed
            if name in self._before:
                self._delete(self._before.pop(name))
            self._before[name] = page
        self._made = {}
        self.setUpdatesEnabled(False)
        name, self.name = self.name, ""
        self.go(name)

    def stop(self) -> None:
        """What is not made yet is not made, unless it is wanted once more."""
        self._redressing.finish()
        self._turning.drop()
        self._ahead.drop()
        self._watch_hands(False)
        self.setUpdatesEnabled(True)
        for begun in tuple(self._begun.values()):
            begun.close()
        self._begun.clear()

    def _type_again(self, name: str) -> None:
        """Give a new page what was half typed on the one before, which goes at once: its words would be kept twice."""
        if name in self._typed:
            self._made[name].type_again(self._typed.pop(name))
            self._delete(self._before.pop(name))

    def _delete(self, page: Page) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()


def _throw_away(page: Page) -> None:
    """A page that was not made whole: what has no place on it yet would stay, and hear of everything."""
    for part in tuple(vars(page).values()):
        if isinstance(part, QWidget) and isValid(part) and part.parent() is None:
            part.deleteLater()
    page.deleteLater()
