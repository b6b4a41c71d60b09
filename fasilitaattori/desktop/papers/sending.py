"""Papers given out together: a packet of all of them, and an e-mail draft with some. Long work shows how far it is and can be
stopped; whatever does not work is told with the place of the files.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from fasilitaattori.desktop.papers.filejob import FileJob
from fasilitaattori.desktop.papers.saving import Paper
from fasilitaattori.errors import StorageError
from fasilitaattori.kit.background import Cancelled, Task
from fasilitaattori.workshop.closing import paper_given

LARGE = 20_000_000  # bytes: many mail boxes take no larger message


class Sender(FileJob):
    """Cancelled, it leaves nothing behind."""

    # --- what can be asked for ---

    def save_packet(self, internal: bool, *, elsewhere: bool = False) -> None:
        """Ask where, and write all papers into one file."""
        if self.is_busy:
            return
        bench, tr = self.workbench, self.workbench.tr
        sending = bench.services.papers.sending

        def begin(file: Path) -> None:
            work = partial(sending.save_packet, bench.state, internal, file)
            again = partial(self.save_packet, internal, elsewhere=True)
            self._start(tr("Kootaan pakettia…"), work, partial(self._packed, file), again)

        name = sending.packet_name(bench.state, internal)
        self.ask_where(tr("Mihin paketti tallennetaan?"), begin, name, tr("Zip-paketti"), elsewhere=elsewhere)

    def draft(self, papers: Sequence[Paper], *, elsewhere: bool = False) -> None:
        """Ask where, write an e-mail draft with these papers, and open it in the mail program."""
        if self.is_busy or not papers:
            return
        bench, tr = self.workbench, self.workbench.tr
        sending = bench.services.papers.sending

        def begin(file: Path) -> None:
            work = partial(sending.save_draft, bench.state, tuple(papers), file)
            again = partial(self.draft, papers, elsewhere=True)
            self._start(tr("Tehdään luonnosta…"), work, lambda made: self._drafted(file, papers, *made), again)

        name = sending.draft_name(bench.state, len(papers))
        self.ask_where(tr("Mihin sähköpostiluonnos tallennetaan?"), begin, name, tr("Sähköpostiviesti"), elsewhere=elsewhere)

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
            self.offer_elsewhere(error, again)
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
        bench.toast(words, "done", self.folder_offer(file.parent))

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
            bench.toast(words, "warning", self.folder_offer(file.parent))
        elif size > LARGE:
            words = tr.n(
                "Luonnos avattiin, mutta liite on suuri: kaikki postilaatikot eivät ota sitä. Luonnos: {file}",
                "Luonnos avattiin, mutta liitteet ovat suuret: kaikki postilaatikot eivät ota niitä. Luonnos: {file}",
                len(papers),
                **where,
            )
            bench.toast(words, "warning", self.folder_offer(file.parent))
        else:
            words = tr("Luonnos avattiin sähköpostiohjelmaan. Jos sitä ei näy, avaa {file} kansiosta {folder}.", **where)
            bench.toast(words, "done", self.folder_offer(file.parent))
