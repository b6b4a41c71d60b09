"""Kieli: the language of the desk, and who chooses the others."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from fasilitaattori.desktop.settings.arranging import Parts, fact
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ticks import RadioButton
from fasilitaattori.settings import Settings


class LanguagePanel(Parts):
    """`chosen(language)`: every page of the window is then made anew, this one too."""

    chosen = Signal(str)

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Ohjelman kieli")
        super().__init__(look, title, parent)
        self.buttons: dict[str, RadioButton] = {}
        self._language = language
        self._group = QButtonGroup(self)
        for each, name in Settings.language.choices.items():
            button = self.buttons[each] = RadioButton(look, name)
            button.setAccessibleDescription(title)
            button.setChecked(each == language)
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, each=each: self.chosen.emit(each))
        words = tr("Ikkuna vaihtaa kielen heti. Mitään ei katoa.")
        self.add_part(*self.buttons.values(), Label(look, words, "dense", "ink2"), title=title, spacing=6)
        self.finish()

    @Slot()
    def focus(self) -> None:
        """To the language that is on."""
        self.buttons[self._language].setFocus()


class OtherLanguagesPanel(Parts):
    """The languages that are chosen elsewhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Muut kielet")
        super().__init__(look, title, parent)
        hall = tr("Valkokankaan, muistion ja julisteen kieli valitaan jokaiselle työpajalle erikseen, kun se tehdään.")
        phones = tr("Jokainen osallistuja valitsee puhelimensa kielen itse. Eri kielillä voi osallistua samaan työpajaan.")
        self.add_part(
            fact(look, "projector-screen", hall, tr("Työpajan kieli")),
            fact(look, "device-mobile", phones, tr("Puhelimet")),
            title=title,
            spacing=12,
        )
        self.finish()
