"""Valkokangas: its own theme, and whether there is a display for it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.settings.arranging import Parts, fact
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.desktop.settings.themecards import ThemeCards
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Settings

TONES = {"on": "kuusi", "lost": "savi"}


class ScreenPanel(Parts):
    """Follows the big screen and opens and closes it."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Valkokangas"), parent)
        self._saving, self._screen = saving, saving.workbench.screen
        choices = {value: tr(words) for value, words in Settings.screen_theme.choices.items()}
        self.themes = ThemeCards(look, choices, tr(Settings.screen_theme.label), projector=True)
        hint = tr("Päivä valoisaan saliin, Ilta hämärään. Kontrasti, jos kuva on himmeä tai joku näkee heikosti.")
        self.add_part(self.themes, Label(look, hint, "dense", "ink2"), title=tr(Settings.screen_theme.label))
        self._state = Label(look, "", icon="projector-screen")
        self._absent = Label(look, "", "dense", "ink2")
        self.toggle = Button(look, "", icon="projector-screen")
        buttons = QHBoxLayout()
        buttons.addWidget(self.toggle)
        buttons.addStretch(1)
        self.add_part(self._state, self._absent, buttons, title=tr("Näyttö"), spacing=10)
        words = tr("Valkokankaalla ei näy osoitinta eikä tämän ohjelman ilmoituksia. Sulje muut ohjelmat ennen tilaisuutta.")
        self.add_part(fact(look, "info", words))
        self.finish()
        saving.changed.connect(self._setting_changed)
        self._screen.changed.connect(self._show_state)
        self.themes.chosen.connect(lambda theme: saving.set("screen_theme", theme))
        self.toggle.clicked.connect(self._open_or_close)
        self._setting_changed("screen_theme")
        self._show_state()

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "screen_theme":
            self.themes.set_value(self._saving.settings.screen_theme)

    @Slot()
    def _show_state(self) -> None:
        tr, screen = self.look.tr, self._screen
        display = f" ({screen.display})" if screen.display else ""
        self._state.set_text(f"{screen.words}{display}")
        absent = tr("Liitä tykki ennen kuin avaat. Ilman sitä valkokangas avautuu omaan ikkunaansa.")
        self._absent.set_text(screen.advice or absent)
        self._absent.setVisible(bool(screen.advice) or screen.state == "absent")
        self._state.set_icon("projector-screen", TONES.get(screen.state, "ink2"))
        self.toggle.set_words(tr("Sulje valkokangas") if screen.state == "on" else tr("Avaa valkokangas"))

    @Slot()
    def _open_or_close(self) -> None:
        if self._screen.state == "on":
            self._screen.close()
        else:
            self._screen.open()
