"""Puhelimet: the port of the hall's server, and in plain words what a phone keeps."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.settings.arranging import Parts, SettingRow, fact
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Settings


class PortPanel(Parts):
    """The port, and the way to the page of the network."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr, setting, bench = look.tr, Settings.port, saving.workbench
        super().__init__(look, tr("Puhelinten yhteys"), parent)
        self._saving = saving
        words = tr(setting.label)
        low, high = int(setting.low), int(setting.high)
        self.port = Stepper(look, saving.settings.port, low, high, str, name=words)
        self.hint = Label(look, "", "dense", "ink2")
        self.warning = Label(look, "", "dense", icon="warning", icon_tone="savi")
        self.usual = Button(look, tr("Palauta {port}", port=setting.default), size="small", icon="arrow-counter-clockwise")
        usual = QHBoxLayout()
        usual.addWidget(self.usual)
        usual.addStretch(1)
        self.hint.set_text(
            tr("Puhelinten osoite päättyy tähän lukuun. Vaihda se vain, jos toinen ohjelma käyttää samaa porttia.")
        )
        port = SettingRow(Label(look, words, "strong"), self.port)
        self.add_part(port, self.hint, self.warning, usual, title=tr("Puhelinten yhteys"), spacing=10)
        self.network = Button(look, tr("Avaa Verkko"), icon="wifi-high", arrow="arrow-right")
        row = QHBoxLayout()
        row.addWidget(self.network)
        row.addStretch(1)
        text = tr("Langattoman verkon nimi, salasana ja osoite valitaan Verkko-sivulla. Siellä yhteys myös kokeillaan.")
        self.add_part(Label(look, text), row, spacing=10)
        self.finish()
        self.port.value_changed.connect(lambda port: saving.set("port", port))
        self.usual.clicked.connect(lambda: saving.set("port", setting.default))
        self.network.clicked.connect(lambda: bench.go("verkko"))
        saving.changed.connect(self._refresh)
        bench.room_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        tr, port, room = self.look.tr, self._saving.settings.port, self._saving.workbench.room
        self.port.set_value(port)
        self.usual.setVisible(port != Settings.port.default)
        differs = room is not None and room.port != port
        if room is not None and differs:
            self.warning.set_text(
                tr("Huone on auki portissa {port}. Muutos tulee voimaan, kun huone avataan seuraavan kerran.", port=room.port)
            )
        self.warning.setVisible(differs)


class KeptPanel(Parts):
    """What a phone keeps."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Mitä puhelimeen jää")
        super().__init__(look, title, parent)
        facts = (
            ("device-mobile", tr("Puhelimeen ei asenneta mitään. Osallistuja avaa sivun selaimessa, eikä tunnusta tarvita.")),
            ("hourglass-medium", tr("Lähettämätön teksti pysyy puhelimessa, kunnes se on tallentunut tälle koneelle.")),
            ("x-circle", tr("Evästeitä ei käytetä, eikä sivu seuraa ketään.")),
            ("wifi-slash", tr("Mitään ei lähetetä internetiin. Puhelimet puhuvat vain tämän koneen kanssa.")),
            ("user", tr("Nimen saa jättää pois. Ideat näytetään aina ilman nimeä.")),
            ("lock-simple", tr("Huoneen verkko ei salaa sivua. Pyydä, ettei kukaan kirjoita mitään arkaluonteista.")),
        )
        self.add_part(*(fact(look, icon, words) for icon, words in facts), title=title, spacing=12)
        words = tr("Sama kerrotaan osallistujille puhelimen sivulla kohdassa Tietosuoja.")
        self.add_part(Label(look, words, "dense", "ink2"))
        self.finish()
