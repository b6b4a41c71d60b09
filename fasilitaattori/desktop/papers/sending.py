"""Papers given out together: a packet of all of them, and an e-mail draft with some. Long work shows how far it is and can be
stopped; whatever does not work is told with the place of the files.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.job import Job
from fasilitaattori.desktop.papers.saving import Ask, Place, ask_natively, folder_for, open_natively
from fasilitaattori.desktop.services import Wish
from fasilitaattori.desktop.workbench import Offer, Workbench
from fasilitaattori.errors import StorageError
from fasilitaattori.kit.background import Cancelled, Task
from fasilitaattori.workshop.closing import paper_given

LARGE = 20_000_000  # bytes: many mail boxes take no larger message
Paper = tuple[Wish, str]


class Sender(Job):
    """Cancelled, it leaves nothing behind. `ask` and `open` are the system's; tests put theirs in the place."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self.ask: Ask = ask_natively
        self.open: Callable[[Path], bool] = open_natively

    # --- what can be asked for ---

    def save_packet(self, internal: bool) -> None:
        """Ask where, and write all papers into one file."""
        bench = self.workbench
        if self.is_busy:
            return
        sending = bench.services.papers.sending
        name = sending.packet_name(bench.state, internal)
        place = Place(bench.tr("Mihin paketti tallennetaan?"), folder_for(bench), name, bench.tr("Zip-paketti"))

        def begin(path: Path) -> None:
            file, state = _ending(path, ".zip"), bench.state
            work = partial(sending.save_packet, state, internal, file)
            again = partial(self.save_packet, internal)
            self._start(bench.tr("Kootaan pakettia…"), work, lambda papers: self._packed(file, papers), again)

        self.ask(self._window, place, begin)

    def draft(self, papers: Sequence[Paper]) -> None:
        """Ask where, write an e-mail draft with these papers, and open it in the mail program."""
        bench = self.workbench
        if self.is_busy or not papers:
            return
        sending = bench.services.papers.sending
        place = Place(
            bench.tr("Mihin sähköpostiluonnos tallennetaan?"),
            folder_for(bench),
            sending.draft_name(bench.state, len(papers)),
            bench.tr("Sähköpostiviesti"),
        )

        def begin(path: Path) -> None:
            file, state = _ending(path, ".eml"), bench.state
            work = partial(sending.save_draft, state, tuple(papers), file)
            again = partial(self.draft, papers)
            self._start(bench.tr("Tehdään luonnosta…"), work, lambda made: self._drafted(file, papers, *made), again)

        self.ask(self._window, place, begin)

    # --- the work ---

    def _start(
        self,
        words: str,
        work: Callable[[Callable[[float], object]], Any],
        done: Callable[[Any], object],
        again: Callable[[], object],
    ) -> None:
        def run(task: Task) -> Any:
            def tell(share: float) -> None:
                task.check()
                task.report(share)

            return work(tell)

        self.begin(words, run, done, partial(self._failed, again))

    def _failed(self, again: Callable[[], object], error: Exception) -> None:
        bench = self.workbench
        if isinstance(error, Cancelled):
            bench.toast(bench.tr("Keskeytetty. Mitään ei tallennettu."), "warning")
        elif isinstance(error, StorageError):
            bench.toast(error.text(bench.tr), "error", Offer(bench.tr("Valitse toinen kansio"), again))
        else:
            bench.tell(error)

    # --- done ---

    def _packed(self, file: Path, papers: Sequence[tuple[str, str]]) -> None:
        bench = self.workbench
        for paper in dict.fromkeys(paper for paper, _ in papers):
            bench.do(paper_given(paper, "zip", str(file)))
        words = bench.tr.n(
            "Paketissa on {n} tiedosto: {file}, kansio {folder}",
            "Paketissa on {n} tiedostoa: {file}, kansio {folder}",
            len(papers),
            file=file.name,
            folder=str(file.parent),
        )
        bench.toast(words, "done", self._folder(file))

    def _drafted(self, file: Path, papers: Sequence[Paper], text: str, size: int) -> None:
        bench, tr = self.workbench, self.workbench.tr
        for wish, _ in papers:
            bench.do(paper_given(wish.paper, "eml", str(file)))
        where = {"file": file.name, "folder": str(file.parent)}
        if not self.open(file):
            QGuiApplication.clipboard().setText(text)
            words = tr(
                "Sähköpostiohjelmaa ei voitu avata. Luonnos liitteineen: {file}, kansio {folder}. Teksti on leikepöydällä.",
                **where,
            )
            bench.toast(words, "warning", self._folder(file))
        elif size > LARGE:
            words = tr.n(
                "Luonnos avattiin, mutta liite on suuri: kaikki postilaatikot eivät ota sitä. Luonnos: {file}",
                "Luonnos avattiin, mutta liitteet ovat suuret: kaikki postilaatikot eivät ota niitä. Luonnos: {file}",
                len(papers),
                **where,
            )
            bench.toast(words, "warning", self._folder(file))
        else:
            words = tr("Luonnos avattiin sähköpostiohjelmaan. Jos sitä ei näy, avaa {file} kansiosta {folder}.", **where)
            bench.toast(words, "done", self._folder(file))

    def _folder(self, file: Path) -> Offer:
        return Offer(self.workbench.tr("Avaa kansio"), partial(self._open_folder, file.parent))

    def _open_folder(self, folder: Path) -> None:
        if not self.open(folder):
            words = self.workbench.tr("Kansiota ei voitu avata. Se on tässä: {folder}", folder=str(folder))
            self.workbench.toast(words, "warning")


def _ending(path: Path, suffix: str) -> Path:
    """The file as named, with its ending, so that the system knows what to open it with."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
