"""Ohjaa puhelimella: the private address that lets the facilitator's own phone steer the evening. Shown on the desk alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.live.address_dialog import AddressDialog, Wording
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.labels import Label

WIDTH, CODE = 600, 230
BREAK = "\u200b"  # where the long address may go on to the next line


def show_remote(workbench: Workbench, parent: QWidget) -> None:
    """Show the address; the room is opened first if it is not open yet."""
    workbench.open_room(lambda: RemoteDialog(workbench, parent).open())


class RemoteDialog(AddressDialog):
    """Code, address and how many steer."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        wording = Wording(
            tr("Ohjaa puhelimella"),
            tr("Lue koodi omalla puhelimellasi, niin voit ohjata iltaa mistä kohtaa salia tahansa."),
            tr("Uusi osoite"),
            tr("Vanha osoite lakkaa toimimasta heti."),
            "device-mobile",
        )
        super().__init__(workbench, wording, WIDTH, CODE, parent)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.addWidget(Label(look, tr("Sama kirjoitettuna"), "small", "ink2"))
        self.words.addWidget(self.address)
        self.words.addSpacing(10)
        warned = tr("Kuka tahansa, joka saa osoitteen, voi ohjata iltaa. Se näkyy vain sinulle.")
        self.words.addWidget(Label(look, warned, "small"))
        self.begin()

    def show_now(self) -> None:
        """The address of the laptop may change in the middle of the evening."""
        room = self.workbench.room
        if room is None:
            return
        tr, url, n = self.look.tr, room.remote, room.remotes
        if self.qr.words() != url:
            self.qr.set_code(url, tr("QR-koodi kauko-ohjaimen osoitteeseen"))
            self.address.set_text(url.split("://", 1)[-1].replace("/r/", "/r/" + BREAK))
            self.address.setAccessibleName(url)
        self.count.set_text(tr.n("{n} puhelin ohjaa", "{n} puhelinta ohjaa", n) if n else tr("Mikään puhelin ei ohjaa vielä"))

    def renew(self) -> None:
        """Phones that steer by the old address no longer do."""
        if self.workbench.room is not None:
            self.workbench.room.renew_remote()
