"""The list from which the facilitator chooses the address that phones are told, each with the reason for its place in it, the
port, and a name for those phones that find one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from fasilitaattori.desktop.network.facts import choose
from fasilitaattori.desktop.parts import column, holder, row
from fasilitaattori.desktop.services import Reachable
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field, Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ticks import RadioButton
from fasilitaattori.settings import HostName, Settings

WIDTH = 520
USUAL_NAME = "fasilitaattori"  # of the laptop in the network, as an example
LARGE_TEXT = 1.2  # from here on the fields stand one under the other
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class AddressDialog(Dialog):
    """`wanted`, `port` and `name` are what was chosen, once it is accepted. "" = the best address is found by itself; no name
    is announced."""

    def __init__(
        self, look: Look, found: Sequence[Reachable], wanted: str, port: int, name: str = "", parent: QWidget | None = None
    ) -> None:
        tr = look.tr
        super().__init__(
            look,
            tr("Minkä osoitteen puhelimet saavat?"),
            tr("Parhaat ovat ensin. Osoite on koodeissa, valkokankaalla ja tulosteissa."),
            act=tr("Käytä tätä"),
            safe=tr("Peruuta"),
            width=WIDTH,
            parent=parent,
        )
        self._group = QButtonGroup(self)
        self._addresses: list[str] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(5, 2, 5, 2)  # room for the focus ring
        self._list.setSpacing(2)
        best = choose(found, "")
        words = tr("Valitaan itsestään")
        if best is not None:
            words = tr("Valitaan itsestään, nyt {address}", address=best.address)
        self._offer("", words, "", True)
        for each in found:
            self._offer(each.address, f"{each.address} · {each.interface}", tr(each.why), each.likely)
        likely = {each.address for each in found if each.likely}
        self._group.button(self._addresses.index(wanted) if wanted in likely else 0).setChecked(True)
        setting = Settings.port
        self.stepper = Stepper(look, port, int(setting.low), int(setting.high), name=tr("Portti"))
        self.entry = QLineEdit(name)
        self.entry.setMaxLength(HostName.LONGEST)
        self.entry.setPlaceholderText(USUAL_NAME)
        hint = tr("Kaikki puhelimet eivät löydä nimeä, joten koodissa on aina numero-osoite. Nimi on .local-päätteinen.")
        self.entry.setAccessibleDescription(hint)
        both = QBoxLayout(_ACROSS if look.text_scale <= LARGE_TEXT else _DOWN)
        both.setSpacing(14)
        both.addWidget(Field(look, tr("Portti"), self.stepper), 1)
        both.addWidget(Field(look, tr("Verkkonimi, jos haluat"), self.entry), 1)
        whole = column(self._list, both, Label(look, hint, "small", "ink2"), margins=(0, 0, 5, 5), spacing=9)
        self.body.addWidget(holder(whole))

    def _offer(self, address: str, words: str, why: str, likely: bool) -> None:
        """One line: the address, and why it stands where it stands. What phones cannot reach cannot be chosen."""
        button = RadioButton(self.look, words)
        button.setEnabled(likely)
        button.setAccessibleDescription(why)
        self._group.addButton(button, len(self._addresses))
        self._addresses.append(address)
        self._list.addWidget(button)
        if why:
            self._list.addLayout(row(self.look.px(29), Label(self.look, why, "small", "ink2"), margins=(0, 0, 0, 6), spacing=0))

    def wanted(self) -> str:
        """The address chosen by hand; "" = by itself."""
        return self._addresses[self._group.checkedId()]

    def name(self) -> str:
        """The name to be announced beside the address; "" = none."""
        return self.entry.text()

    def port(self) -> int:
        """The port chosen."""
        return self.stepper.value()
