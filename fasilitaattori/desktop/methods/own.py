"""What the facilitator does with methods of their own: keep a plan as one, take one in from a file, rename, share, remove."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.methods.model import LocalMethod
from fasilitaattori.methods.own import SUFFIX, OwnMethods, free_id, method_of
from fasilitaattori.workshop.changes import methods_used

MAX_NAME, MAX_SUMMARY = 80, 200
WIDTH = 640  # pixels at 100 %: a sentence fits into its field
AskFile = Callable[[QWidget, str, str, Callable[[Path], None]], None]
"""(parent, title, name to save under or "" to open one, what is done with the answer)"""


def ask_file(parent: QWidget, title: str, name: str, on_path: Callable[[Path], None]) -> None:
    """The system's own dialog; returns at once."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents or str(Path.home()))
    suffix = Path(name).suffix or SUFFIX
    dialog.setNameFilter(f"{suffix.removeprefix('.').upper()} (*{suffix})")
    if name:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class NameDialog(Dialog):
    """Asks a method's name and, for a new one, what it is like in a sentence."""

    def __init__(
        self, workbench: Workbench, question: str, verb: str, name: str, summary: str | None, parent: QWidget | None = None
    ) -> None:
        tr, look = workbench.tr, workbench.look
        super().__init__(look, question, act=verb, safe=tr("Peruuta"), width=WIDTH, parent=parent)
        self.name = QLineEdit(name)
        self.name.setMaxLength(MAX_NAME)
        self.name.setProperty("ring_radius", 6)
        self.summary = QLineEdit(summary or "")
        self.summary.setMaxLength(MAX_SUMMARY)
        self.summary.setCursorPosition(0)  # of a long one the beginning shows
        self.summary.setProperty("ring_radius", 6)
        self._field = Field(look, tr("Nimi"), self.name)
        self.body.addWidget(self._field)
        if summary is not None:
            self.body.addWidget(Field(look, tr("Millainen se on? Yksi lause"), self.summary))
        self.act_button.setDefault(True)
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Only with a name."""
        if self.name.text().strip():
            super().accept()
        else:
            self._field.set_message(self.look.tr("Anna menetelmälle nimi."), "error")
            self.name.setFocus()


class OwnActs(QObject):
    """One for a page. `ask_file` is the system's; tests put theirs in the place."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._page = workbench, parent
        self._files = OwnMethods(workbench.services.data_dir)
        self.ask_file: AskFile = ask_file

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except FasilitaattoriError as error:
            self._bench.tell(error)
            return False
        self._bench.services.renew_methods()
        self._bench.methods_changed.emit()
        return True

    # --- a plan becomes a method ---

    @Slot()
    def ask_to_keep(self) -> NameDialog:
        """Ask what the open workshop's plan shall be called as a method."""
        tr, info = self._bench.tr, self._bench.state.info
        dialog = NameDialog(
            self._bench, tr("Tallennetaanko ohjelma omaksi menetelmäksi?"), tr("Tallenna"), info.title, info.goal, self._page
        )
        dialog.accepted.connect(lambda: self.keep(dialog.name.text().strip(), dialog.summary.text().strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def keep(self, name: str, summary: str) -> None:
        """Keep the open workshop's plan as a method."""
        method = self._method(name, summary)
        language = self._bench.state.info.language
        if self._do(lambda: self._files.keep(method, language)):
            tr = self._bench.tr
            offer = Offer(tr("Näytä menetelmät"), lambda: self._bench.go("menetelmat"))
            self._bench.toast(tr("Tallennettiin oma menetelmä {name}", name=name), "done", offer)

    def _method(self, name: str, summary: str) -> LocalMethod:
        state, library = self._bench.state, self._bench.services.methods()
        tr = translator(state.info.language)
        used = methods_used(state)
        versions = (method.in_language(state.info.language) for method in library.methods)
        base = next((version for version in versions if version.name in used[:1]), None)
        words = {
            "purpose": state.info.goal.strip() or tr("Tehty työpajasta {title}.", title=state.info.title or name),
            "setting": tr("tila ja tuolit sen mukaan, miten ollaan"),
            "record": tr("Huomiot, päätökset ja tehtävät"),
            "origin": tr("Oma menetelmä. Pohjana {methods}.", methods=", ".join(used)) if used else tr("Oma menetelmä."),
        }
        return method_of(
            [step.plan for step in state.plan.steps()],
            method_id=free_id(name, library),
            name=name,
            summary=summary or words["purpose"],
            people=state.info.expected,
            materials=[material.text for material in state.materials.all()] or (base.materials if base else ()),
            words=words,
            base=base,
        )

    # --- files ---

    @Slot()
    def ask_to_take_in(self) -> None:
        """Ask for a file with a method."""
        self.ask_file(self._page, self._bench.tr("Mistä tiedostosta menetelmä tuodaan?"), "", self.take_in)

    def take_in(self, path: Path) -> None:
        """Take a method in from a file."""
        services, tr = self._bench.services, self._bench.tr
        taken: list[str] = []

        def work() -> None:
            method = self._files.take_in(path, services.methods(), lambda tool, settings: services.models[tool].check(settings))
            taken.append(method.in_language(tr.language).name)

        if self._do(work):
            self._bench.toast(tr("Tuotiin menetelmä {name}", name=taken[0]))

    def ask_to_share(self, method_id: str) -> None:
        """Ask where a copy of the method's file shall go."""
        title = self._bench.tr("Mihin tallennetaan?")
        self.ask_file(self._page, title, f"{method_id}{SUFFIX}", lambda path: self._share(method_id, path))

    def _share(self, method_id: str, path: Path) -> None:
        tr = self._bench.tr
        if self._do(lambda: self._files.share(method_id, path)):
            self._bench.toast(tr("Tallennettu: {file}, kansio {folder}", file=path.name, folder=str(path.parent)))

    def ask_for_guide(self, method_id: str) -> None:
        """Ask where the guide to a method shall go, and write it in the background."""
        bench, tr = self._bench, self._bench.tr
        method = bench.services.methods().method(method_id)
        if method is None:
            return
        local = method.in_language(tr.language)

        def written(path: Path) -> None:
            folder = QUrl.fromLocalFile(str(path.parent))
            offer = Offer(tr("Avaa kansio"), lambda: QDesktopServices.openUrl(folder))
            bench.toast(tr("Tallennettu: {file}, kansio {folder}", file=path.name, folder=str(path.parent)), "done", offer)

        def write(path: Path) -> None:
            bench.services.background.run(lambda: bench.services.papers.guide(local, path), written, bench.tell, owner=self)

        self.ask_file(self._page, tr("Mihin tallennetaan?"), f"{method_id}.pdf", write)

    # --- its name, its end ---

    def ask_to_rename(self, method_id: str) -> NameDialog | None:
        """Ask for another name."""
        tr = self._bench.tr
        method = self._bench.services.methods().method(method_id)
        if method is None:
            return None
        name = method.in_language(tr.language).name
        dialog = NameDialog(self._bench, tr("Mikä menetelmälle nimeksi?"), tr("Nimeä"), name, None, self._page)
        dialog.accepted.connect(
            lambda: self._do(lambda: self._files.rename(method_id, dialog.name.text().strip(), tr.language))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def remove(self, method_id: str) -> None:
        """Take it away, with a way back."""
        tr = self._bench.tr
        method = self._bench.services.methods().method(method_id)
        gone: list[tuple[Path, str]] = []
        if method is not None and self._do(lambda: gone.append(self._files.remove(method_id))):
            name = method.in_language(tr.language).name
            back = Offer(tr("Kumoa"), lambda: self._do(lambda: self._files.put_back(*gone[0])))
            self._bench.toast(tr("Poistettiin menetelmä {name}", name=name), "done", back)
