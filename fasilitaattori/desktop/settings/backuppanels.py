"""Varmuuskopiot: where everything is, and the copies the program has made."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Icon, Line, clear
from fasilitaattori.desktop.settings.arranging import Parts, fact
from fasilitaattori.desktop.settings.folder import FolderRow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_, StorageError
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.log.backup import FOLDER, KEPT, backups

MEGABYTE = 1_000_000


def made_words(tr: Translator, copy: Path) -> str:
    """When a copy was made: "torstai 12.3.2026 klo 18.47"."""
    made = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    return tr("{weekday} {date} klo {time}", weekday=tr.weekday(made), date=tr.date(made), time=tr.time(made))


def size_words(tr: Translator, copy: Path) -> str:
    """How large a copy is: "0,3 Mt"."""
    return tr("{number} Mt", number=tr.number(max(0.1, copy.stat().st_size / MEGABYTE), 1))


class DataPanel(Parts):
    """The data folder."""

    def __init__(self, look: Look, workbench: Workbench, parent: QWidget | None = None) -> None:
        tr, folder = look.tr, workbench.services.data_dir
        title = tr("Tietojen kansio")
        super().__init__(look, title, parent)
        words = tr("Kaikki työpajat, asetukset ja varmuuskopiot ovat yhdessä kansiossa.")
        self.folder = FolderRow(workbench, folder, folder, tr("Avaa kansio"))
        self.add_part(Label(look, words), self.folder, title=title, spacing=10)
        when = tr("Kopio syntyy itsestään, kun ohjelma suljetaan ja jotain on muuttunut. {n} uusinta säilyy.", n=KEPT)
        damaged = tr("Jos tiedosto vaurioituu, ohjelma kertoo siitä käynnistyessään ja tarjoaa uusinta kopiota.")
        usb = tr("Koneen rikkoutumisen varalta: kopioi uusin varmuuskopio muistitikulle ja pidä tikku tallessa.")
        self.add_part(fact(look, "archive", when), fact(look, "first-aid-kit", damaged), fact(look, "usb", usb), spacing=12)
        self.finish()


class CopiesPanel(Parts):
    """The list of copies, newest first; read anew at `refresh`."""

    def __init__(self, look: Look, workbench: Workbench, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Varmuuskopiot"), parent)
        self._workbench = workbench
        self._data = workbench.services.data_dir
        self.deletes: list[IconButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = Label(look, tr("Kopioita ei vielä ole. Ensimmäinen syntyy, kun suljet ohjelman."), "body", "ink2")
        self._folder = FolderRow(workbench, self._data / FOLDER, self._data / FOLDER, tr("Avaa kopioiden kansio"))
        part = self.add_part(self._none, self._rows, title=tr("Varmuuskopiot"))
        part.addSpacing(4)
        part.addWidget(self._folder)
        self.finish()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the folder and show what is there."""
        super().refresh()
        copies = backups(self._data)
        clear(self._rows)
        self.deletes = []
        for copy in copies:
            self._rows.addWidget(self._row(copy))
            self._rows.addWidget(Line(self.look))
        self._none.setVisible(not copies)
        self._folder.setVisible(bool(copies))

    def _row(self, copy: Path) -> QWidget:
        look, tr = self.look, self.look.tr
        words, size = made_words(tr, copy), size_words(tr, copy)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        delete = IconButton(look, "trash", tr("Poista kopio: {when}", when=words), "quiet", "small")
        delete.clicked.connect(self._asker(copy, words))
        self.deletes.append(delete)
        row.addWidget(Icon(look, "archive", "kuusi", 20))
        row.addWidget(Label(look, words), 1)
        row.addWidget(Label(look, size, "dense", "ink2", wrap=False))
        row.addWidget(delete)
        return whole

    def _asker(self, copy: Path, words: str) -> Callable[[], None]:
        tr = self.look.tr

        def ask() -> None:
            self._workbench.ask(
                tr("Poistetaanko kopio {when}?", when=words),
                tr("Työpajat itse jäävät. Poistettua kopiota ei saa takaisin."),
                tr("Poista kopio"),
                lambda: self._delete(copy),
                safe=tr("Säilytä"),
                danger=True,
            )

        return ask

    def _delete(self, copy: Path) -> None:
        try:
            copy.unlink(missing_ok=True)
        except OSError as error:
            trouble = StorageError(
                N_("Kopiota ei voitu poistaa."), N_("Tarkista kansion oikeudet: {folder}"), folder=str(copy.parent)
            )
            trouble.__cause__ = error
            self._workbench.tell(trouble)
        self.refresh()
