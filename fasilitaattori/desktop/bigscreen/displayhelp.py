"""How the big screen gets a display of its own: what the program sees now, and what to press on this computer.

Some systems tell programs of two displays with the same picture as of one, so "no second display" may also mean a projector
that repeats the desk. Only the facilitator can see which it is, so both are explained in the same place.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.screencontrol import ScreenControl
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label

WIDTH, NUMBER = 620, 20
TONES = {"on": "kuusi", "off": "kuusi", "lost": "savi"}


def extending(tr: Translator, platform: str = sys.platform) -> str:
    """How displays are extended on this system, in one sentence."""
    if platform == "win32":
        return tr("Paina näppäimiä Win + P ja valitse Laajenna.")
    if platform == "darwin":
        return tr("Avaa Järjestelmäasetukset › Näytöt, valitse tykki ja sen käytöksi Laajennettu näyttö.")
    return tr("Avaa järjestelmän asetukset › Näytöt ja valitse Yhdistä näytöt tai Laajenna. Usein käy myös Super + P.")


class DisplayHelp(Dialog):
    """Follows the big screen while it is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        words, close = tr("Valkokangas omalle näytölleen"), tr("Sulje")
        super().__init__(look, words, "", tr("Avaa valkokangas"), close, width=WIDTH, parent=parent)
        self._screen: ScreenControl = workbench.screen
        self.now = Label(look, "", "strong", icon="projector-screen")
        self.body.addWidget(self.now)
        steps = (
            tr("Kytke videotykki tai televisio koneeseen ja sytytä se."),
            extending(tr),
            tr("Avaa valkokangas. Se menee itse toiselle näytölle, ja ohjaajan näkymä jää sinulle."),
        )
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            count = Label(look, f"{number}.", "strong", wrap=False)
            count.setFixedWidth(look.px(NUMBER))
            told = Label(look, step)
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(told, 1)
            self.body.addLayout(row)
        self.body.addWidget(
            Label(
                look,
                tr(
                    "Katso kangasta. Jos siinä näkyy sama kuin tällä näytöllä, näytöt on monistettu ja väki näkee "
                    "muistiinpanosi. Windows kertoo monistetut näytöt ohjelmille yhtenä, joten ohjelma ei aina huomaa sitä."
                ),
                icon="warning",
                icon_tone="savi",
            )
        )
        alone = tr("Ilman toista näyttöä valkokangas avautuu ikkunaan, jonka voi siirtää minne vain.")
        self.body.addWidget(Label(look, alone, "small", "ink2"))
        self._screen.changed.connect(self.show_now)
        self.accepted.connect(self._screen.open)
        self.show_now()

    @Slot()
    def show_now(self) -> None:
        """What the program sees now."""
        tr, screen = self.look.tr, self._screen
        words = screen.words
        if screen.advice:
            tone = "savi"
        else:
            tone = TONES.get(screen.state, "ink2")
            if screen.state == "absent":
                words = tr("Kone kertoo ohjelmalle vain yhdestä näytöstä.")
            elif screen.state == "off":
                words = tr("Toinen näyttö löytyi ({display}).", display=screen.display)
        self.now.set_text(words)
        self.now.set_icon("projector-screen", tone)
        self.act_button.setVisible(screen.state in ("absent", "off"))
