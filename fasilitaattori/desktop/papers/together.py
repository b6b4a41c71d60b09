"""What concerns all papers of the workshop at once: how they are headed, and giving several out together."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.desktop.papers.letterhead.dialog import LetterheadDialog
from fasilitaattori.desktop.papers.packetdialog import PacketDialog
from fasilitaattori.desktop.papers.saving import Paper
from fasilitaattori.desktop.papers.sending import Sender
from fasilitaattori.desktop.papers.shelf import Shelf
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.workshop.letterhead import Letterhead, set_letterhead


class Together(QObject):
    """The two buttons in the head of the page, and what they open."""

    def __init__(self, workbench: Workbench, shelf: Shelf, page: QWidget) -> None:
        super().__init__(page)
        self.workbench, self._shelf, self._page = workbench, shelf, page
        look, tr = workbench.look, workbench.tr
        self.sender_of_papers = Sender(workbench, page)
        self.look_button = IconButton(look, "palette", tr("Papereiden ulkoasu"))
        self.send_button = Button(look, tr("Lähetä"), icon="envelope-simple")
        self.look_button.clicked.connect(self.open_letterhead)
        self.send_button.clicked.connect(self._open_menu)

    def checked(self) -> list[Paper]:
        """The papers to be given out, and the form of each."""
        choices = self._shelf.choices
        return [(choices[kind.key].wish(kind), choices[kind.key].form) for kind in self._shelf.checked()]

    @Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.send_button.mapToGlobal(self.send_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The ways to give several papers out together."""
        tr, look, count = self.workbench.tr, self.workbench.look, len(self._shelf.checked())
        menu = QMenu(self._page)
        mail = tr.n("Sähköpostiluonnos, {n} liite", "Sähköpostiluonnos, {n} liitettä", count)
        mailing = menu.addAction(look.icon("envelope-simple"), mail if count else tr("Sähköpostiluonnos"), self.draft_mail)
        mailing.setEnabled(count > 0)
        menu.addAction(look.icon("file-zip"), tr("Kaikki tulosteet pakettina (zip)…"), self.open_packet)
        return menu

    @Slot()
    def draft_mail(self) -> None:
        """An e-mail draft with what is checked."""
        self.sender_of_papers.draft(self.checked())

    @Slot()
    def open_packet(self) -> None:
        """Ask what goes into the packet."""
        dialog = PacketDialog(self.workbench, self._page.window())
        dialog.wanted.connect(self.sender_of_papers.save_packet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def open_letterhead(self) -> None:
        """The letterhead of this workshop."""
        dialog = LetterheadDialog(self.workbench, self._page.window())
        dialog.given.connect(self._take_letterhead)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _take_letterhead(self, letterhead: Letterhead | None) -> None:
        self.workbench.do(set_letterhead(letterhead))
