"""The minutes as the page shows them: sections and page pictures, made in the background and kept up with the log."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.latest import Latest
from fasilitaattori.desktop.papers.sheetview import pictures
from fasilitaattori.desktop.services import Section, Wish
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.afterpainting import AfterPainting

MINUTES = "minutes"
PREVIEW_PPI = 120
# What the minutes are folded from. Ballots in an open box and the big screen's picture are not among it.
_SHOWN = {"info", "plan", "run", "people", "record", "closing", "checking"}


class Drafting(QObject):
    """Asleep until `wake`. `sections_came` and `pages_came` after every change; `pages_failed` when they could not be drawn.

    The pages are drawn after the sections, once these are shown (`draw`) and painted: to draw them beside it would take the Qt
    thread half of its time.
    """

    sections_came = Signal()
    pages_came = Signal(object)
    pages_failed = Signal(object)

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self.workbench = workbench
        self.public = True
        self._awake = False
        self._painting = AfterPainting(page)
        self.sections: list[Section] = []
        background = workbench.services.background
        self._folding = Latest(background, self._fold, self)
        self._drawing = Latest(background, self._draw, self)
        self._folding.came.connect(self._take_sections)
        self._folding.failed.connect(workbench.tell)
        self._folding.failed.connect(self._draw_now)
        self._drawing.came.connect(self.pages_came)
        self._drawing.failed.connect(self.pages_failed)
        workbench.open_session.changed.connect(self._changed)
        workbench.closing.connect(self._painting.drop)
        for latest in (self._folding, self._drawing):
            workbench.closing.connect(latest.close)
            latest.set_awake(False)

    @property
    def wish(self) -> Wish:
        """The version that is chosen."""
        return Wish(MINUTES, self.public)

    @property
    def is_stale(self) -> bool:
        """Are the sections older than the last `refresh`?"""
        return self._folding.is_stale

    @property
    def is_busy(self) -> bool:
        """Is something still to come?"""
        return self._painting.busy or self._folding.is_busy or self._drawing.is_busy

    def section(self, key: str) -> Section | None:
        """A section by its key."""
        return next((section for section in self.sections if section.key == key), None)

    def wake(self) -> None:
        """The page comes into view: everything anew, as soon as it has been painted."""
        self._painting.do(self._wake)

    def _wake(self) -> None:
        self._awake = True
        self.refresh()
        self._folding.set_awake(True)

    def sleep(self) -> None:
        """Nobody looks."""
        self._awake = False
        self._painting.drop()
        self._folding.set_awake(False)
        self._drawing.set_awake(False)

    def set_public(self, public: bool) -> None:
        """Show the public or the internal version."""
        self.public = public
        self._draw_now()

    @Slot()
    def refresh(self) -> None:
        """Everything anew, at once."""
        self._folding.now()

    @Slot()
    def draw(self) -> None:
        """The sections that came are shown."""
        if self._awake:
            self._painting.do(self._draw_now)

    @Slot()
    def _draw_now(self) -> None:
        self._drawing.now()
        self._drawing.set_awake(self._awake)

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if any(part in _SHOWN or part.startswith("step:") for part in touched):
            self._folding.soon()

    @Slot(object)
    def _take_sections(self, sections: list[Section]) -> None:
        self.sections = sections
        self.sections_came.emit()

    def _fold(self) -> Callable[[], Any]:
        papers, state = self.workbench.services.papers, self.workbench.state
        return lambda: papers.sections(state)

    def _draw(self) -> Callable[[], Any]:
        return pictures(self.workbench.services.papers, self.workbench.state, self.wish, PREVIEW_PPI)
