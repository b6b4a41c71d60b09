"""Giving papers out as files: asks where, writes in the background, tells where it went, and remembers it in the log.

When a file cannot be written nothing is lost: the reason is told, and another folder is offered.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.filejob import FileJob
from fasilitaattori.desktop.services import Papers, Wish
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_, StorageError
from fasilitaattori.kit.background import Task
from fasilitaattori.workshop.closing import paper_given
from fasilitaattori.workshop.state import Workshop

POSTER = "poster"
Paper = tuple[Wish, str]
"""What is to be made, and in which form."""
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


class Saver(FileJob):
    """One paper into a file, or several into a folder."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self._stop = threading.Event()  # what was written until then is kept and told

    @Slot()
    def cancel(self) -> None:
        """Stop before the next paper."""
        self._stop.set()

    # --- asking where ---

    def save_as(self, wish: Wish, form: str, *, elsewhere: bool = False) -> None:
        """Ask for a file, and write one paper into it."""
        if self.is_busy:
            return
        bench, tr = self.workbench, self.workbench.tr
        name = bench.services.papers.file_name(bench.state, wish, form)

        def begin(path: Path) -> None:
            self._save([(wish, form)], path, lambda _: self.save_as(wish, form, elsewhere=True))

        self.ask_where(tr("Mihin tallennetaan?"), begin, name, tr(FORMS[form]), elsewhere=elsewhere)

    def save_all(self, papers: Sequence[Paper], *, elsewhere: bool = False) -> None:
        """Ask for a folder, and write these papers into it."""
        if self.is_busy or not papers:
            return

        def begin(path: Path) -> None:
            self._save(papers, path, lambda rest: self.save_all(rest, elsewhere=True))

        self.ask_where(self.workbench.tr("Mihin kansioon tallennetaan?"), begin, elsewhere=elsewhere)

    # --- writing ---

    def _save(self, papers: Sequence[Paper], path: Path, again: Callable[[Sequence[Paper]], object]) -> None:
        tr, services = self.workbench.tr, self.workbench.services
        words = tr("Tehdään tiedostoa…") if len(papers) == 1 else tr("Tehdään tiedostoja…")
        self._stop.clear()
        work = _writing(services.papers, self.workbench.state, papers, path, self._stop)
        self.begin(words, work, lambda outcome: self._written(outcome, papers, again), self.workbench.tell)

    def _written(self, outcome: Outcome, papers: Sequence[Paper], again: Callable[[Sequence[Paper]], object]) -> None:
        for each in outcome.given:
            self.workbench.do(paper_given(each.wish.paper, each.form, str(each.path), each.told))
        if outcome.error is not None:
            self.offer_elsewhere(outcome.error, lambda: again(papers[len(outcome.given) :]))
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
        self.workbench.toast(words, "done", self.folder_offer(folder))
        try:
            services = self.workbench.services
            services.settings.papers_folder = str(folder)
        except StorageError as error:
            self.workbench.tell(error)


def _writing(
    papers: Papers, state: Workshop, wanted: Sequence[Paper], path: Path, stop: threading.Event
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
