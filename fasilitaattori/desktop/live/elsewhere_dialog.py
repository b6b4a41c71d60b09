"""Näytä muulla laitteella: how a television, a tablet or a second laptop shows the big screen, and how many do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.services import OtherScreens
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.qr import QrPanel

WIDTH, CODE = 560, 180
DIGITS = 46  # pixels


class ElsewhereDialog(Dialog):
    """Address, code and count; it follows them while it is open."""

    def __init__(self, workbench: Workbench, screens: OtherScreens, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        told = tr("Televisio, tabletti tai toinen kone samassa verkossa näyttää saman kuvan selaimessaan.")
        super().__init__(look, tr("Valkokangas muulla laitteella"), told, tr("Sulje"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workbench, self.screens = workbench, screens
        self.safe_button.hide()
        self.qr = QrPanel(look, size=CODE)
        self.address = Label(look, role="row")
        self.code = Label(look, role="clock", wrap=False, pixels=DIGITS)
        self.watching = Label(look, role="strong", icon="monitor", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(look, tr("1. Avaa selaimessa"), "small", "ink2"))
        words.addWidget(self.address)
        words.addSpacing(10)
        words.addWidget(Label(look, tr("2. Kirjoita koodi"), "small", "ink2"))
        words.addWidget(self.code)
        words.addStretch(1)
        words.addWidget(self.watching)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(Label(look, tr("Koodi on voimassa tämän illan. Se näkyy vain sinulle."), "small", "ink2"))
        self.renew_button = Button(look, tr("Uusi koodi"), icon="arrow-clockwise")
        self.renew_button.set_hint(tr("Vanha koodi lakkaa toimimasta, ja nyt katsovat laitteet suljetaan pois."))
        self.renew_button.clicked.connect(self._renew)
        self.buttons.insertWidget(0, self.renew_button)
        workbench.ticked.connect(self.show_now)
        workbench.room_changed.connect(self._room_changed)
        self.show_now()
        self.act_button.setFocus()

    @Slot()
    def show_now(self) -> None:
        """What is true now."""
        tr, screens, url = self.look.tr, self.screens, self.screens.url
        if self.qr.words() != url:
            self.qr.set_code(url)
        self.address.set_text(url.split("://", 1)[-1])
        digits = screens.code
        self.code.set_text(f"{digits[:3]} {digits[3:]}")
        self.code.setAccessibleName(tr("Koodi {code}", code=" ".join(digits)))
        n = screens.watching
        self.watching.set_text(tr.n("{n} laite näyttää", "{n} laitetta näyttää", n) if n else tr("Mikään laite ei näytä vielä"))

    @Slot()
    def _renew(self) -> None:
        self.screens.renew()
        self.show_now()

    @Slot()
    def _room_changed(self) -> None:
        """Without the room there is nothing to open."""
        if self.workbench.room is None:
            self.reject()
