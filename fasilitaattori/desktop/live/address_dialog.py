"""The frame of a private address shown on the desk: its code, the same in writing, how many use it, and a button for a new one.
What it is an address of is its content's own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.qr import QrPanel


@dataclass(frozen=True, slots=True)
class Wording:
    """What the frame says: title, sentence, the button for a new one with its tooltip, and the icon of those who use it."""

    title: str
    told: str
    renew: str
    warning: str
    icon: str


class AddressDialog(Dialog):
    """It follows what is true while it is open, and goes with the room. A content fills `words` and `body`, then calls
    `begin`; it says what is shown (`show_now`) and how to make it new (`renew`). Its `width` and the side of its `code` are
    pixels."""

    def __init__(self, workbench: Workbench, wording: Wording, width: int, code: int, parent: QWidget | None = None) -> None:
        look = workbench.look
        super().__init__(look, wording.title, wording.told, look.tr("Sulje"), width=width, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workbench = workbench
        self.safe_button.hide()
        self.qr = QrPanel(look, size=code)
        self.address = Label(look, role="row")
        self.count = Label(look, role="strong", icon=wording.icon, wrap=False)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)
        self.body.addLayout(row)
        self.renew_button = Button(look, wording.renew, icon="arrow-clockwise")
        self.renew_button.set_hint(wording.warning)
        self.renew_button.clicked.connect(self._renew)
        self.buttons.insertWidget(0, self.renew_button)

    def begin(self) -> None:
        """Everything is in its place: from now on it follows."""
        self.words.addStretch(1)
        self.words.addWidget(self.count)
        self.workbench.ticked.connect(self._show_now)
        self.workbench.room_changed.connect(self._room_changed)
        self.show_now()
        self.act_button.setFocus()

    def show_now(self) -> None:
        """Show what is true now."""
        raise NotImplementedError

    def renew(self) -> None:
        """Make a new address; the old one ends at once."""
        raise NotImplementedError

    @Slot()
    def _show_now(self) -> None:
        self.show_now()

    @Slot()
    def _renew(self) -> None:
        self.renew()
        self.show_now()

    @Slot()
    def _room_changed(self) -> None:
        """Without the room the address leads nowhere."""
        if self.workbench.room is None:
            self.reject()
