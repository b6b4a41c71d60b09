"""What goes into the packet: public papers alone, or the internal ones too, and the list of both."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.ticks import RadioButton

INDENT = 29  # pixels at 100 %: where the words of a choice begin


class PacketDialog(Dialog):
    """`wanted(internal)` when the packet is to be saved."""

    wanted = Signal(bool)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.tr
        told = tr("Kaikki tämän työpajan tulosteet yhdessä tiedostossa (zip).")
        super().__init__(look, tr("Mitä pakettiin tulee?"), told, tr("Tallenna paketti"), width=560, parent=parent)
        self.workbench = workbench
        self.public = RadioButton(look, tr("Julkiset tulosteet"))
        self.both = RadioButton(look, tr("Julkiset ja sisäiset tulosteet, omissa kansioissaan"))
        self.public.setChecked(True)
        about_public = Label(look, tr("Ilman osallistujien nimiä. Tämän voi lähettää eteenpäin."), "small", "ink2")
        about_both = Label(
            look,
            tr("Sisäisissä on nimiä, omat muistiinpanosi ja juliste, jossa on verkon salasana. Vain järjestäjille."),
            "small",
            "ink2",
        )
        self.listed = Label(look, tr("Luetellaan…"), "dense")
        self.body.setSpacing(0)
        for choice, about in ((self.public, about_public), (self.both, about_both)):
            self.body.addWidget(choice)
            self.body.addLayout(row(look.px(INDENT), about, margins=(0, 0, 0, 6), spacing=0))
        self.body.addSpacing(6)
        self.body.addWidget(self.listed)
        self.public.toggled.connect(self._choose)
        self.accepted.connect(self._save)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        services, state, internal = self.workbench.services, self.workbench.state, self.both.isChecked()
        work = services.papers.sending.listed
        services.background.run(lambda: work(state, internal), lambda told: self._show(internal, told), self._fail, owner=self)

    def _show(self, internal: bool, told: list[tuple[str, str]]) -> None:
        if internal != self.both.isChecked():
            return  # another choice has been made meanwhile
        lines: list[str] = []
        for folder in dict.fromkeys(folder for folder, _ in told):
            lines += [f"{folder}:", *(f"  • {name}" for in_folder, name in told if in_folder == folder)]
        self.listed.set_text("\n".join(lines))
        self.measure()

    def _fail(self, error: Exception) -> None:
        self.listed.set_text("")
        self.workbench.tell(error)

    @Slot()
    def _save(self) -> None:
        self.wanted.emit(self.both.isChecked())
