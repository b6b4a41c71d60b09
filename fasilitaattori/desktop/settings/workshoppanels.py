"""Työpajan tiedot: who arranges and who leads, given to every new workshop, and where it then stands."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.settings.arranging import Parts, fact
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.hints import WholeHint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Settings

SAVED_MS = 3000
LONGEST = 120  # characters; longer would not fit the head of a paper


class TextSetting(Field):
    """A setting that is a line of text. Saved when it is left; says so for three seconds."""

    def __init__(self, look: Look, saving: Saving, name: str, example: str, parent: QWidget | None = None) -> None:
        self.entry = LineEntry(str(getattr(saving.settings, name)))
        super().__init__(look, look.tr(Settings.declared[name].label), self.entry, parent)
        self._saving, self._name = saving, name
        self.entry.setPlaceholderText(example)
        WholeHint(self.entry)
        self.entry.setMaxLength(LONGEST)
        self._timer = QTimer(self, singleShot=True, interval=SAVED_MS)
        self._timer.timeout.connect(self._quiet)
        self.entry.committed.connect(self._save)
        saving.changed.connect(self._refresh)

    @Slot(str)
    def _save(self, text: str) -> None:
        if self._saving.set(self._name, text.strip()):
            self.set_message(self.look.tr("Tallennettu"), "saved")
            self._timer.start()

    @Slot()
    def _quiet(self) -> None:
        self.set_message("")

    @Slot(str)
    def _refresh(self, name: str) -> None:
        if name == self._name:
            self.entry.set_value(str(getattr(self._saving.settings, name)))


class OwnersPanel(Parts):
    """The two fields."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Työpajan tiedot"), parent)
        self.organisation = TextSetting(look, saving, "organisation", tr("Esimerkiksi: Kylätoimikunta"))
        self.facilitator = TextSetting(look, saving, "facilitator", tr("Esimerkiksi: Helmi Kuikka"))
        hint = tr("Uusi työpaja saa nämä valmiiksi. Jo tehdyt työpajat eivät muutu.")
        part = self.add_part(Label(look, hint, "dense", "ink2"), title=tr("Työpajan tiedot"))
        part.addSpacing(6)
        part.addWidget(self.organisation)
        part.addSpacing(6)
        part.addWidget(self.facilitator)
        part.addSpacing(4)
        self.finish()


class WherePanel(Parts):
    """Where they are shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Missä nämä näkyvät")
        super().__init__(look, title, parent)
        self.add_part(
            Label(look, tr(Settings.organisation.label), "strong"),
            fact(look, "note-pencil", tr("Muistion alussa ja jokaisen sivun yläreunassa.")),
            fact(look, "printer", tr("Julisteessa ja muissa tulosteissa.")),
            fact(look, "device-mobile", tr("Puhelimen tietosuojasivulla: kuka vastaa tiedoista.")),
            title=title,
            spacing=12,
        )
        self.add_part(
            Label(look, tr(Settings.facilitator.label), "strong"),
            fact(look, "note-pencil", tr("Sisäisessä muistiossa. Julkisesta muistiosta nimi jää pois.")),
            spacing=12,
        )
        self.finish()
