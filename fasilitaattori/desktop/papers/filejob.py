"""What saving and sending papers have in common: where the files go is asked, the folder is offered when they are there, and
another one when they could not be written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fasilitaattori.desktop.papers.job import Job
from fasilitaattori.desktop.papers.place import Ask, Place, ask_natively, folder_for, open_natively
from fasilitaattori.desktop.workbench import Offer, Workbench
from fasilitaattori.errors import StorageError

ELSEWHERE = "elsewhere"  # what the notice is about that offers another folder


class FileJob(Job):
    """`ask` and `open` are the system's; tests put theirs in the place."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self.ask: Ask = ask_natively
        self.open: Callable[[Path], bool] = open_natively
        workbench.closing.connect(self._no_longer)
        self.destroyed.connect(partial(_no_longer, workbench))

    def ask_where(
        self, title: str, begin: Callable[[Path], None], name: str = "", kind: str = "", *, elsewhere: bool = False
    ) -> None:
        """Ask for a file of this kind, or for a folder when it has no name, and begin with it."""
        place = Place(title, folder_for(self.workbench, elsewhere=elsewhere), name, kind)
        self.ask(self._window, place, lambda path: begin(place.with_ending(path)))

    def offer_elsewhere(self, error: StorageError, again: Callable[[], object]) -> None:
        """Tell why it could not be written, and offer another folder for as long as the workshop and its page are there."""
        bench = self.workbench
        if bench.session is None:
            bench.tell(error)
        else:
            bench.toast(error.text(bench.tr), "error", Offer(bench.tr("Valitse toinen kansio"), again), ELSEWHERE)

    def folder_offer(self, folder: Path) -> Offer:
        """A button that shows where the files are."""
        return Offer(self.workbench.tr("Avaa kansio"), partial(self._open_folder, folder))

    def _open_folder(self, folder: Path) -> None:
        if not self.open(folder):
            words = self.workbench.tr("Kansiota ei voitu avata. Se on tässä: {folder}", folder=str(folder))
            self.workbench.toast(words, "warning")

    @Slot()
    def _no_longer(self) -> None:
        _no_longer(self.workbench)


def _no_longer(workbench: Workbench) -> None:
    """What was offered cannot be done any more. At the end of the program the window may be gone by then."""
    if isValid(workbench):
        workbench.take_back(ELSEWHERE)
