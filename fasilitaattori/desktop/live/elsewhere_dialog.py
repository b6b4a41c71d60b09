"""Näytä muulla laitteella: how a television, a tablet or a second laptop shows the big screen, and how many do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.live.address_dialog import AddressDialog, Wording
from fasilitaattori.desktop.services import OtherScreens
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.labels import Label

WIDTH, CODE = 560, 180
DIGITS = 46  # pixels


class ElsewhereDialog(AddressDialog):
    """Address, code and how many show it."""

    def __init__(self, workbench: Workbench, screens: OtherScreens, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        wording = Wording(
            tr("Valkokangas muulla laitteella"),
            tr("Televisio, tabletti tai toinen kone samassa verkossa näyttää saman kuvan selaimessaan."),
            tr("Uusi koodi"),
            tr("Vanha koodi lakkaa toimimasta, ja nyt katsovat laitteet suljetaan pois."),
            "monitor",
        )
        super().__init__(workbench, wording, WIDTH, CODE, parent)
        self.screens = screens
        self.code = Label(look, role="clock", wrap=False, pixels=DIGITS)
        self.words.addWidget(Label(look, tr("1. Avaa selaimessa"), "small", "ink2"))
        self.words.addWidget(self.address)
        self.words.addSpacing(10)
        self.words.addWidget(Label(look, tr("2. Kirjoita koodi"), "small", "ink2"))
        self.words.addWidget(self.code)
        self.body.addWidget(Label(look, tr("Koodi on voimassa tämän illan. Se näkyy vain sinulle."), "small", "ink2"))
        self.begin()

    def show_now(self) -> None:
        """Address, code and count as they are now."""
        tr, screens, url = self.look.tr, self.screens, self.screens.url
        if self.qr.words() != url:
            self.qr.set_code(url)
        self.address.set_text(url.split("://", 1)[-1])
        digits = screens.code
        self.code.set_text(f"{digits[:3]} {digits[3:]}")
        self.code.setAccessibleName(tr("Koodi {code}", code=" ".join(digits)))
        n = screens.watching
        self.count.set_text(tr.n("{n} laite näyttää", "{n} laitetta näyttää", n) if n else tr("Mikään laite ei näytä vielä"))

    def renew(self) -> None:
        """Devices that show it now no longer do."""
        self.screens.renew()
