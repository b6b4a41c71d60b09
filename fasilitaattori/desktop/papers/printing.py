"""Printing through the system: its own dialog, then page after page in the background.

Pages are drawn at 300 dots an inch and go to the printer one at a time, so that a long paper does not fill the memory.
Sheets of another size are a print job of their own: printers choose their tray by job.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from fasilitaattori.desktop.papers.job import Job
from fasilitaattori.desktop.papers.kinds import POSTER
from fasilitaattori.desktop.services import Papers, Wish
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.kit.background import Cancelled, Task
from fasilitaattori.kit.pictures import decoded
from fasilitaattori.workshop.closing import paper_given
from fasilitaattori.workshop.state import Workshop

PPI = 300
SHEETS = {"a4": QPageSize.PageSizeId.A4, "a3": QPageSize.PageSizeId.A3}
Ask = Callable[[QWidget, Callable[[QPrinter], None]], None]


@dataclass(frozen=True, slots=True)
class Sheets:
    """A paper to print and how many of it."""

    wish: Wish
    copies: int = 1


def ask_natively(parent: QWidget, on_printer: Callable[[QPrinter], None]) -> None:
    """The system's own print dialog; returns at once."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    dialog.accepted.connect(lambda: on_printer(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # QPrintDialog's own wants a slot by name


class Printing(Job):
    """`printers_known(any)` after `look_around`. `find` and `ask` are the system's; tests put theirs in the place."""

    printers_known = Signal(bool)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self.find: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
        self.ask: Ask = ask_natively

    def look_around(self) -> None:
        """Find out whether there is a printer; printers in a network can take their time to answer."""
        self.workbench.services.background.run(self.find, self._found, self.workbench.tell, owner=self)

    def _found(self, names: Sequence[str]) -> None:
        if self.workbench.session is not None:  # its page may be about to go
            self.printers_known.emit(bool(names))

    def print_out(self, papers: Sequence[Sheets]) -> None:
        """Ask for the printer, then print."""
        if papers and not self.is_busy:
            self.ask(self._window, lambda printer: self._start(printer, papers))

    def _start(self, printer: QPrinter, papers: Sequence[Sheets]) -> None:
        services, state = self.workbench.services, self.workbench.state
        self.begin(
            self.workbench.tr("Tulostetaan…"),
            lambda task: _print(task, services.papers, state, printer, papers),
            lambda told: self._done(papers, printer, told),
            self._failed,
        )

    def _done(self, papers: Sequence[Sheets], printer: QPrinter, told: str) -> None:
        name = printer.printerName() or printer.outputFileName()
        for sheets in papers:
            mark = told if sheets.wish.paper == POSTER else ""
            self.workbench.do(paper_given(sheets.wish.paper, "print", name, mark))
        self.workbench.toast(self.workbench.tr("Lähetetty tulostettavaksi: {printer}", printer=name))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.workbench.toast(self.workbench.tr("Tulostus keskeytettiin."), "warning")
        else:
            self.workbench.tell(error)


def _print(task: Task, papers: Papers, state: Workshop, printer: QPrinter, wanted: Sequence[Sheets]) -> str:
    """Everything of one size after the other. Gives the poster's mark."""
    file = printer.outputFileName()
    sizes = [each.wish.size if each.wish.size in SHEETS else "a4" for each in wanted]  # cards lie on A4, however many
    done = 0
    for number, size in enumerate(dict.fromkeys(sizes)):
        if file and number:
            printer.setOutputFileName(str(Path(file).with_stem(f"{Path(file).stem}-{size}")))
        mine = [each for each, its in zip(wanted, sizes, strict=True) if its == size]
        paint_pages(printer, size, _pages(task, papers, state, mine, (done, len(wanted))))
        done += len(mine)
    return papers.poster().mark if any(sheets.wish.paper == POSTER for sheets in wanted) else ""


def _pages(task: Task, papers: Papers, state: Workshop, wanted: Sequence[Sheets], place: tuple[int, int]) -> Iterable[bytes]:
    """The pages of these; `place` is how many papers came before them, and how many there are in all."""
    before, all_of_them = place
    for number, sheets in enumerate(wanted, start=before):
        task.check()
        task.report(number / all_of_them)
        pages = papers.preview(state, sheets.wish, PPI)
        for _ in range(sheets.copies):
            for page in pages:
                task.check()
                yield page


def paint_pages(printer: QPrinter, size: str, pages: Iterable[bytes]) -> None:
    """One print job of these pages (PNG), each as large as the sheet allows. FasilitaattoriError when the printer refuses."""
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(SHEETS[size]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    begun = False
    try:
        for page in pages:
            begun = printer.newPage() if begun else painter.begin(printer)
            if not begun:
                raise FasilitaattoriError(
                    N_("Tulostin ei ottanut tulosteita vastaan."),
                    N_("Tarkista, että se on päällä ja siinä on paperia, tai tallenna tulosteet kansioon."),
                )
            image = decoded(page)
            room = QRectF(painter.viewport())
            scale = min(room.width() / image.width(), room.height() / image.height())
            painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
