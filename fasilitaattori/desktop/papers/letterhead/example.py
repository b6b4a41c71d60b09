"""A page that shows what a letterhead does, drawn anew in the background after each change."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.enlarged import Enlarged
from fasilitaattori.desktop.papers.latest import Latest
from fasilitaattori.desktop.papers.sheetview import SheetView
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.pictures import decoded
from fasilitaattori.workshop.letterhead import Letterhead

PPI = 110


class Example(QWidget):
    """The first page of a short paper with the letterhead; pressing it shows it large."""

    def __init__(self, workbench: Workbench, least_width: int = 150, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.workbench = workbench.look, workbench
        self._letterhead, self._organiser = Letterhead(), ""
        self.view = SheetView(self.look, least_width)
        self.view.sheet.clicked.connect(self._enlarge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.latest = Latest(workbench.services.background, self._prepare, self)
        self.latest.came.connect(self._show)
        self.latest.failed.connect(self._fail)

    def show_letterhead(self, letterhead: Letterhead, organiser: str) -> None:
        """Draw it anew, in a moment."""
        self._letterhead, self._organiser = letterhead, organiser
        if self.view.sheet.page.isNull():
            self.view.sheet.show_words(self.look.tr("Piirretään…"), "hourglass-medium")
        self.latest.now()

    def _prepare(self) -> Callable[[], Any]:
        letterhead, organiser, example = self._letterhead, self._organiser, self.workbench.services.papers.letterheads.example
        return lambda: decoded(example(letterhead, organiser, PPI))

    @Slot(object)
    def _show(self, page: QImage) -> None:
        self.view.sheet.show_page(page, self.look.tr("Esimerkki sivusta. Näytä suurena."))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.view.sheet.show_words(self.look.tr("Tulostetta ei voitu piirtää."), "warning")
        if not isinstance(error, FasilitaattoriError):
            self.workbench.tell(error)

    @Slot()
    def _enlarge(self) -> None:
        page = self.view.sheet.page
        if not page.isNull():
            Enlarged(self.look, self.look.tr("Esimerkki"), [page], 0, self.window()).open()
