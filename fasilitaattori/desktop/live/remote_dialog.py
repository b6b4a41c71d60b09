"""Ohjaa puhelimella: the private address that lets the facilitator's own phone steer the evening. Shown on the desk alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.services import Room
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.qr import QrPanel

WIDTH, CODE = 600, 230
BREAK = "\u200b"  # where the long address may go on to the next line


def show_remote(workbench: Workbench, parent: QWidget) -> None:
    """Show the address; the room is opened first if it is not open yet."""
    workbench.open_room(lambda: RemoteDialog(workbench, parent).open())


class RemoteDialog(Dialog):
    """Code, address and how many steer; it follows them while it is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        told = tr("Lue koodi omalla puhelimellasi, niin voit ohjata iltaa mistä kohtaa salia tahansa.")
        super().__init__(look, tr("Ohjaa puhelimella"), told, tr("Sulje"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workbench = workbench
        self.safe_button.hide()
        self.qr = QrPanel(look, size=CODE)
        self.address = Label(look, role="row")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.steering = Label(look, role="strong", icon="device-mobile", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(look, tr("Sama kirjoitettuna"), "small", "ink2"))
        words.addWidget(self.address)
        words.addSpacing(10)
        words.addWidget(Label(look, tr("Kuka tahansa, joka saa osoitteen, voi ohjata iltaa. Se näkyy vain sinulle."), "small"))
        words.addStretch(1)
        words.addWidget(self.steering)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.renew_button = Button(look, tr("Uusi osoite"), icon="arrow-clockwise")
        self.renew_button.set_hint(tr("Vanha osoite lakkaa toimimasta heti."))
        self.renew_button.clicked.connect(self._renew)
        self.buttons.insertWidget(0, self.renew_button)
        workbench.ticked.connect(self.show_now)
        workbench.room_changed.connect(self._room_changed)
        self.show_now()
        self.act_button.setFocus()

    @property
    def _room(self) -> Room | None:
        return self.workbench.room

    @Slot()
    def show_now(self) -> None:
        """What is true now: the address of the laptop may change in the middle of the evening."""
        room = self._room
        if room is None:
            return
        tr, url, n = self.look.tr, room.remote, room.remotes
        if self.qr.words() != url:
            self.qr.set_code(url, tr("QR-koodi kauko-ohjaimen osoitteeseen"))
            self.address.set_text(url.split("://", 1)[-1].replace("/r/", "/r/" + BREAK))
            self.address.setAccessibleName(url)
        self.steering.set_text(
            tr.n("{n} puhelin ohjaa", "{n} puhelinta ohjaa", n) if n else tr("Mikään puhelin ei ohjaa vielä")
        )

    @Slot()
    def _renew(self) -> None:
        room = self._room
        if room is not None:
            room.renew_remote()
            self.show_now()

    @Slot()
    def _room_changed(self) -> None:
        """Without the room there is nothing to steer through."""
        if self._room is None:
            self.reject()
