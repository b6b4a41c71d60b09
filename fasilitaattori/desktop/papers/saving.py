"""Giving papers out as files: asks where, writes in the background, tells where it went, and remembers it in the log.

When a file cannot be written nothing is lost: the reason is told, and another folder is offered.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from fasilitaattori.desktop.papers.job import Job
from fasilitaattori.desktop.services import Papers, Wish
from fasilitaattori.desktop.workbench import Offer, Workbench
from fasilitaattori.errors import N_, StorageError
from fasilitaattori.kit.background import Task
from fasilitaattori.paths import is_folder
from fasilitaattori.workshop.closing import paper_given
from fasilitaattori.workshop.state import Workshop

POSTER = "poster"
FORMS = {
    "pdf": N_("PDF-tiedosto"),
    "docx": N_("Word-asiakirja"),
    "odt": N_("OpenDocument-teksti"),
    "html": N_("Verkkosivu"),
    "md": N_("Markdown-teksti"),
    "xlsx": N_("Excel-työkirja"),
    "json": N_("JSON-aineisto"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper shall go is asked with this: `name` is the file's ("" = a folder for several)."""

    title: str
    folder: Path
    name: str = ""
    kind: str = ""


Ask = Callable[[QWidget, Place, Callable[[Path], None]], None]


def ask_natively(parent: QWidget, place: Place, on_path: Callable[[Path], None]) -> None:
    """The system's own dialog; returns at once."""
    dialog = QFileDialog(parent, place.title, str(place.folder))
    if place.name:
        suffix = Path(place.name).suffix
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{place.kind} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(place.name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_natively(path: Path) -> bool:
    """Show a folder in the system's own way. False when that did not work."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True)
class Given:
    """A paper that was written: `told` is what it said that may change."""

    wish: Wish
    form: str
    path: Path
    told: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, and why the rest was not."""

    given: tuple[Given, ...]
    error: StorageError | None = None
    stopped: bool = False


def folder_for(workbench: Workbench, elsewhere: bool = False) -> Path:
    """Where papers were saved last, unless it is to be elsewhere; else the system's folder for documents."""
    last = workbench.services.settings.papers_folder
    if last and not elsewhere and is_folder(Path(last)):
        return Path(last)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if is_folder(Path(documents)) else Path.home()


class Saver(Job):
    """`ask` and `open_folder` are the system's; tests put theirs in the place."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self.ask: Ask = ask_natively
        self.open_folder: Callable[[Path], bool] = open_natively
        self._stop = threading.Event()  # what was written until then is kept and told

    @Slot()
    def cancel(self) -> None:
        """Stop before the next paper."""
        self._stop.set()

    # --- asking where ---

    def save_as(self, wish: Wish, form: str, elsewhere: bool = False) -> None:
        """Ask for a file, and write one paper into it."""
        if self.is_busy:
            return
        tr, bench = self.workbench.tr, self.workbench
        name = bench.services.papers.file_name(bench.state, wish, form)
        place = Place(tr("Mihin tallennetaan?"), folder_for(self.workbench, elsewhere), name, tr(FORMS[form]))
        self.ask(self._window, place, lambda path: self._save([(wish, form)], _with_suffix(path, form)))

    def save_all(self, papers: Sequence[tuple[Wish, str]], elsewhere: bool = False) -> None:
        """Ask for a folder, and write these papers into it."""
        if self.is_busy or not papers:
            return
        place = Place(self.workbench.tr("Mihin kansioon tallennetaan?"), folder_for(self.workbench, elsewhere))
        self.ask(self._window, place, lambda path: self._save(papers, path))

    # --- writing ---

    def _save(self, papers: Sequence[tuple[Wish, str]], path: Path) -> None:
        tr, services = self.workbench.tr, self.workbench.services
        words = tr("Tehdään tiedostoa…") if len(papers) == 1 else tr("Tehdään tiedostoja…")
        self._stop.clear()
        work = _writing(services.papers, self.workbench.state, papers, path, self._stop)
        self.begin(words, work, lambda outcome: self._written(outcome, papers, path), self.workbench.tell)

    def _written(self, outcome: Outcome, papers: Sequence[tuple[Wish, str]], path: Path) -> None:
        for each in outcome.given:
            self.workbench.do(paper_given(each.wish.paper, each.form, str(each.path), each.told))
        if outcome.error is not None:
            self._tell_failed(outcome.error, papers[len(outcome.given) :], path)
        elif outcome.stopped:
            tr = self.workbench.tr
            words = tr.n(
                "Keskeytetty. Ehdittiin tallentaa {n} tiedosto.",
                "Keskeytetty. Ehdittiin tallentaa {n} tiedostoa.",
                len(outcome.given),
            )
            self.workbench.toast(words, "warning")
        else:
            self._tell_saved(outcome.given)

    def _tell_saved(self, given: Sequence[Given]) -> None:
        tr, folder = self.workbench.tr, given[0].path.parent
        if len(given) == 1:
            words = tr("Tallennettu: {file}, kansio {folder}", file=given[0].path.name, folder=str(folder))
        else:
            words = tr.n(
                "Tallennettu {n} tiedosto, kansio {folder}",
                "Tallennettu {n} tiedostoa, kansio {folder}",
                len(given),
                folder=str(folder),
            )
        self.workbench.toast(words, "done", Offer(tr("Avaa kansio"), lambda: self._open(folder)))
        try:
            services = self.workbench.services
            services.settings.papers_folder = str(folder)
        except StorageError as error:
            self.workbench.tell(error)

    def _tell_failed(self, error: StorageError, papers: Sequence[tuple[Wish, str]], path: Path) -> None:
        tr = self.workbench.tr

        def elsewhere() -> None:
            if is_folder(path):
                self.save_all(papers, elsewhere=True)
            else:
                self.save_as(*papers[0], elsewhere=True)

        self.workbench.toast(error.text(tr), "error", Offer(tr("Valitse toinen kansio"), elsewhere))

    def _open(self, folder: Path) -> None:
        if not self.open_folder(folder):
            words = self.workbench.tr("Kansiota ei voitu avata. Se on tässä: {folder}", folder=str(folder))
            self.workbench.toast(words, "warning")


def _writing(
    papers: Papers, state: Workshop, wanted: Sequence[tuple[Wish, str]], path: Path, stop: threading.Event
) -> Callable[[Task], Outcome]:
    def work(task: Task) -> Outcome:
        given: list[Given] = []
        for number, (wish, form) in enumerate(wanted):
            if stop.is_set():
                return Outcome(tuple(given), stopped=True)
            task.report(number / len(wanted))
            told = papers.poster().mark if wish.paper == POSTER else ""
            try:
                given.append(Given(wish, form, papers.save(state, wish, form, path), told))
            except StorageError as error:
                return Outcome(tuple(given), error)
        return Outcome(tuple(given))

    return work


def _with_suffix(path: Path, form: str) -> Path:
    """The file as named, with the ending of its form, so that the system knows what to open it with."""
    return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")
