"""The pages of the window: made when first shown or ahead of it, kept while they are of use, deleted with their workshop.

A page is made in slices, and until it is there the one before it stays in sight. Whoever reaches for the page on show before
that (a key, a click, an act that goes on in the page) gets it whole at once.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fasilitaattori.desktop.halftyped import HalfTyped
from fasilitaattori.desktop.hands import Hands
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pagemaking import PageMaking
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.still import Stillness
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.bridge import REST
from fasilitaattori.kit.inslices import InSlices

START_PAGE = "tyopajat"
CALM_MS = 40  # between two steps of what is made ahead, at least: there is no hurry


class PageStack(QStackedWidget):
    """Shows one page at a time. `turned(name)` when another one is wanted; it comes into view as soon as it is made."""

    turned = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._making = PageMaking(workbench, self)
        self._half_typed = HalfTyped()
        self._nothing: QWidget | None = None  # in the place of the page while its language changes
        self._between_languages, self._between_themes, self._between_pages = (Stillness(self) for _ in range(3))
        self._turning = InSlices(self)
        self._turning.done.connect(self._turned)
        self._ahead = InSlices(self, REST, CALM_MS)
        self._redressing = InSlices(self)
        self._redressing.done.connect(self._go_ahead)
        self._makes_ahead = False
        self._hands = Hands(self)  # a key or a click is for the page that is wanted, not for the one that is still in sight
        self._hands.reached.connect(self.settle)
        self.name = ""
        """The name of the page on show, or of the one that is about to be."""

    @property
    def _made(self) -> dict[str, Page]:
        return self._making.made

    @property
    def page(self) -> Page | None:
        """The page on show; made whole at once if it is not yet."""
        self.settle()
        return self._made.get(self.name)

    @property
    def busy(self) -> bool:
        """Is something that is wanted still on its way: the page on show, another language or theme?"""
        return self._turning.busy or self._redressing.busy

    @property
    def makes_ahead(self) -> bool:
        """Is a page being made that nobody has asked for yet?"""
        return self._ahead.busy

    @Slot()
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
        self._hands.watch(self.window().windowHandle())
        self._turning.do(self._steps())
        if not self.isVisible():
            self._turning.finish()

    def _steps(self) -> Iterator[None]:
        """Makes the page that is wanted, shows it and lets it be painted; after a change of language what is half typed on
        other pages gets its new page too."""
        try:
            yield from self._making.rest_of(self.name)
            yield from self._making.fitting(self.name)
            self._between_pages.begin()
            try:
                self._show()
                yield
                yield from self._between_pages.ending()
            finally:
                self._between_pages.end()
        except Exception:
            self._between_languages.end()
            raise
        self._between_languages.end()  # not when another page is wanted instead: then that one is waited for
        while self._half_typed.names:
            yield
            for name in self._half_typed.names[:1]:
                yield from self._making.rest_of(name)
                self._type_again(name)

    def _show(self) -> None:
        page = self._made[self.name]
        page.on_show = True
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self._delete(self._nothing)
        self._nothing = None
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
        self._hands.watch(None)
        self._go_ahead()

    @Slot()
    def _go_ahead(self) -> None:
        if self._makes_ahead and not self.busy:
            self._ahead.do(self._rest_of_all())

    def _rest_of_all(self) -> Iterator[None]:
        for name, entry in PAGES.items():
            if entry.on_rail and (not entry.of_workshop or self._workbench.session is not None):
                for _ in self._making.rest_of(name):
                    yield
                    while self._workbench.services.background.is_busy():
                        yield  # what the page on show waits for goes first

    def set_compact(self, low: bool, narrow: bool) -> None:
        """Tell the pages how much room there is: the one in sight now, each of the others before it is shown."""
        self._making.set_compact(low, narrow)

    # --- theme and language ---

    def redress(self, steps: Iterator[bool]) -> None:
        """Take steps with which another theme comes, each of which tells whether it is there for everything in sight (see
        `Look.changing`). Nothing is painted until then."""
        self._redressing.finish()
        if self._between_languages.holds:
            self._turning.finish()
        self._change(self._redress(steps))

    def speak(self, steps: Iterator[object]) -> None:
        """Take steps with which another language comes (see `rebuild`). The pages before go first: what is thrown away need not
        be told."""
        self._change(self._speak(steps))

    def _change(self, steps: Iterator[object]) -> None:
        self._redressing.finish()
        self._ahead.drop()
        self._redressing.do(steps)
        if not self.isVisible():
            self._redressing.finish()

    def _redress(self, steps: Iterator[bool]) -> Iterator[None]:
        try:
            for there in steps:
                if there:
                    yield from self._between_themes.ending()
                else:
                    self._between_themes.begin_all()  # also what has been opened meanwhile
                yield
        finally:
            self._between_themes.end()

    def _speak(self, steps: Iterator[object]) -> Iterator[None]:
        try:
            yield from self._let_go()
            for _ in steps:
                yield
        except Exception:
            self._between_languages.end()
            raise

    # --- taking away ---

    @Slot()
    def leave_workshop(self) -> None:
        """The workshop is about to close, and its pages have it for the last time: another theme or language comes now."""
        self._redressing.finish()
        page, focused = self._made.get(self.name), QApplication.focusWidget()
        self.leave()
        if page and focused and page.isAncestorOf(focused) and not PAGES[self.name].of_workshop:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # its page stays

    def drop_workshop(self) -> None:
        """Delete the pages of the workshop; shows the first page if one of them was on show. Any other page was left for the
        closing and is on show all the same."""
        self._redressing.finish()
        gone = [name for name, entry in PAGES.items() if entry.of_workshop]
        before = [self._half_typed.forget(name) for name in gone]
        self._making.stop(gone)
        if self.name in gone:
            self._turning.drop()
            self.go(START_PAGE)
        self._turning.finish()
        if self.name in self._made:  # it may be one that could not be made
            self._made[self.name].shown()
        for page in [*before, *(self._made.pop(name, None) for name in gone)]:
            self._delete(page)

    def rebuild(self) -> None:
        """Make every page anew, for another language: the one on show, those on which something is half typed, and the others
        when they are wanted."""
        for _ in self._let_go():
            pass
        name, self.name = self.name, ""
        self.go(name)

    def _let_go(self) -> Iterator[None]:
        """The pages go, one at a time, but those on which something is half typed. What the one on show said stays in sight."""
        self._between_languages.begin()
        self.leave()
        self._drop()
        self._hands.watch(self.window().windowHandle())
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()  # the new page gets it
        pages = dict(self._made)
        self._made.clear()
        if self._nothing is None:
            self._nothing = QWidget()
            self.setCurrentIndex(self.addWidget(self._nothing))
        for name, page in pages.items():
            yield
            page.retire()
            self._delete(self._half_typed.keep(name, page))

    def stop(self) -> None:
        """What is not made yet is not made, unless it is wanted once more."""
        self._drop()
        self._between_languages.end()

    def _drop(self) -> None:
        self._redressing.finish()
        self._turning.drop()
        self._ahead.drop()
        self._hands.watch(None)
        self._making.stop()

    def _type_again(self, name: str) -> None:
        page = self._made.get(name)
        if page is not None:  # else its workshop has closed meanwhile
            self._delete(self._half_typed.give(name, page))

    def _delete(self, page: QWidget | None) -> None:
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
