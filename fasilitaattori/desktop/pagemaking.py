"""How pages come into being: a step at a time, so that whoever wants one waits for it without the window standing still."""

from collections.abc import Generator, Iterable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fasilitaattori.desktop.layingout import lay_out
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.workbench import Workbench

_PIXEL = QRect(0, 0, 1, 1)
_RESIZED = Qt.WidgetAttribute.WA_PendingResizeEvent


class PageMaking:
    """`made` has the pages that are whole, by their names; they are hidden children of `parent`, and as large."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        self._workbench, self._parent = workbench, parent
        self.made: dict[str, Page] = {}
        self._begun: dict[str, Generator[None]] = {}
        self._compact = (False, False)
        self._unfit: set[str] = set()  # pages that do not know yet how much room there is now

    def rest_of(self, name: str) -> Iterator[None]:
        """What is left to do of making a page."""
        if name not in self.made and name not in self._begun:
            self._begun[name] = self._make(name)
        yield from self._begun.get(name, ())

    def _make(self, name: str) -> Generator[None]:
        page, whole = PAGES[name].make(self._workbench), False
        page.on_show = False
        page.hide()  # also where its parent is not seen yet
        page.setUpdatesEnabled(False)  # there is nothing to paint yet
        page.setParent(self._parent)
        page.dress()
        page.setAttribute(_RESIZED, False)  # Qt tells everything in a window its size when a picture of it is taken
        try:
            yield
            for _ in page.build():
                yield
            self._unfit.discard(name)
            page.set_compact(*self._compact)
            yield
            yield from self._lay_out(page)
            yield
            page.grab(_PIXEL)  # Qt lays out what it draws: what is left of that need not be done when it is shown
            page.setUpdatesEnabled(True)
            whole = True
        finally:
            self._begun.pop(name, None)
            if not whole:
                _throw_away(page)
        self.made[name] = page

    def _lay_out(self, page: Page) -> Iterator[None]:
        page.resize(self._parent.size())
        page.setAttribute(_RESIZED)
        yield from lay_out(page)

    def set_compact(self, low: bool, narrow: bool) -> None:
        """Tell the page in sight how much room there is. The others, also those to come, are told before they are shown."""
        self._compact = (low, narrow)
        self._unfit.update(self._begun)
        for name, page in self.made.items():
            if page.isHidden():
                self._unfit.add(name)
            else:
                page.set_compact(low, narrow)

    def fitting(self, name: str) -> Iterator[None]:
        """The page is about to be shown: tell it how much room there is, if it does not know, and give what is on it its share
        anew. After a change of the look it may be another one, and nothing out of sight has heeded that."""
        while name in self._unfit:  # the window may get another size meanwhile
            page = self.made[name]
            self._unfit.discard(name)
            try:
                page.set_compact(*self._compact)
                yield from self._lay_out(page)
            except GeneratorExit:
                self._unfit.add(name)
                raise

    def stop(self, names: Iterable[str] = PAGES) -> None:
        """Of these pages, what is not made yet is not made, unless it is wanted once more."""
        for name in names:
            if name in self._begun:
                self._begun.pop(name).close()


def _throw_away(page: Page) -> None:
    """A page that was not made whole: what has no place on it yet would stay, and hear of everything."""
    for part in tuple(vars(page).values()):
        if isinstance(part, QWidget) and isValid(part) and part.parent() is None:
            part.deleteLater()
    page.deleteLater()
