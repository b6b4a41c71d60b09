"""Tietosuoja: what is kept, where, for how long, and how it is taken away. Plain words, and the ways there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.settings.arranging import Parts, fact
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look
from fasilitaattori.log.backup import KEPT


class StoredPanel(Parts):
    """What is kept and where."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Mitä tallentuu ja missä")
        super().__init__(look, title, parent)
        facts = (
            (
                "hard-drives",
                tr("Työpajat"),
                tr("Suunnitelmat, laput, puheenvuorot ja kirjaukset ovat tämän koneen kansiossa. Mikään ei lähde internetiin."),
            ),
            ("users", tr("Osallistujien nimet"), tr("Vain ne, jotka osallistuja on itse antanut tai ohjaaja on lisännyt.")),
            (
                "hand-tap",
                tr("Äänet ja kyselyt"),
                tr("Sulkemisen jälkeen jäljellä ovat vain luvut ja vapaat vastaukset, eikä mikään kerro, kenen ne ovat."),
            ),
            ("wifi-high", tr("Verkon salasana"), tr("Asetuksissa tällä koneella. Se tulostuu julisteeseen ja näkyy salissa.")),
            ("file-text", tr("Lokitiedosto"), tr("Ohjelman virheet ja niiden ajat, vian selvittämistä varten.")),
        )
        self.add_part(*(fact(look, icon, words, name) for icon, name, words in facts), title=title, spacing=12)
        self.finish()


class ErasingPanel(Parts):
    """How long it is kept, and how it is taken away. `backups_requested`: show the section of the backups."""

    backups_requested = Signal()

    def __init__(self, look: Look, workbench: Workbench, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Kuinka kauan ja miten poistetaan")
        super().__init__(look, title, parent)
        facts = (
            ("clock", tr("Säilytysaika"), tr("Ohjelma ei poista mitään itse. Työpaja säilyy, kunnes poistat sen.")),
            (
                "trash",
                tr("Koko työpaja"),
                tr("Työpajat-sivulla rivin valikosta: Poista. Tiedot poistetaan levyltä lopullisesti."),
            ),
            (
                "user",
                tr("Yksi osallistuja"),
                tr("Avaa työpaja ja siitä Ohjaa. Luettelossa Väki on Poista tiedot."),
            ),
            (
                "archive",
                tr("Varmuuskopiot"),
                tr("Poistettu tieto on vanhoissa kopioissa, kunnes ne poistetaan. Vain {n} uusinta kopiota säilyy.", n=KEPT),
            ),
            ("printer", tr("Paperit"), tr("Tulostetut ja tiedostoiksi tallennetut muistiot jäävät niille, joilla ne ovat.")),
        )
        self.add_part(*(fact(look, icon, words, name) for icon, name, words in facts), title=title, spacing=12)
        self.library = Button(look, tr("Avaa Työpajat"), icon="house-line")
        self.backups = Button(look, tr("Katso varmuuskopiot"), icon="archive")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        keep_height(buttons)
        for button in (self.library, self.backups):
            flow.addWidget(button)
        self.add_part(buttons)
        self.finish()
        self.library.clicked.connect(lambda: workbench.go("tyopajat"))
        self.backups.clicked.connect(self.backups_requested)
