"""Tietoja: the version, the place of the log file, and the licences of what the program is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori import __version__
from fasilitaattori.desktop.parts import Line, row
from fasilitaattori.desktop.settings.arranging import Parts, SettingRow
from fasilitaattori.desktop.settings.folder import FolderRow
from fasilitaattori.desktop.settings.licences import KINDS, Part, parts
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rail import Mark

LOG_FILE = "fasilitaattori.log"


class AboutPanel(Parts):
    """What this is."""

    def __init__(self, look: Look, workbench: Workbench, parent: QWidget | None = None) -> None:
        tr, folder = look.tr, workbench.services.data_dir
        name = "Fasilitaattori"
        super().__init__(look, name, parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, name, "section"))
        words.addWidget(Label(look, tr("Versio {version}", version=__version__), "dense", "ink2"))
        what = tr("Työpajan ohjaus yhdeltä koneelta, ilman internetiä. Vapaa ohjelma, MIT-lisenssi.")
        self.add_part(row(Mark(look, 44, "kuusi"), words, -1, spacing=14), Label(look, what), spacing=12)
        log = tr("Jos jokin menee vikaan, syy on tässä tiedostossa. Lähetä se ohjelman tekijöille.")
        self.log = FolderRow(workbench, folder / LOG_FILE, folder, tr("Avaa lokin kansio"))
        self.add_part(Label(look, log), self.log, title=tr("Lokitiedosto"), spacing=10)
        self.finish()


LONG = 30  # letters; such a licence is a choice of several, and takes a line for each


class LicencesPanel(Parts):
    """The parts by kind. Where the licence itself is at hand a button shows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Lisenssit")
        super().__init__(look, title, parent)
        self.buttons: dict[str, Button] = {}
        found = parts()
        for kind, heading in KINDS.items():
            column = self.add_part(title=tr(heading), spacing=0)
            column.addSpacing(4)
            for number, part in enumerate(each for each in found if each.kind == kind):
                if number:
                    column.addWidget(Line(look))
                column.addWidget(self._row(part))
        self.finish()

    def _row(self, part: Part) -> QWidget:
        look, tr = self.look, self.look.tr
        whole, right = QWidget(), QWidget()
        ends = QHBoxLayout(right)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(10)
        ends.addWidget(Label(look, part.licence, "small", "ink2", wrap=len(part.licence) > LONG))
        right.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if part.texts:
            button = self.buttons[part.name] = Button(look, tr("Lue"), "quiet", "small")
            button.setAccessibleName(tr("Lue lisenssi: {name}", name=part.name))
            button.clicked.connect(lambda _=False, part=part: self._read(part))
            ends.addWidget(button)
        line = QVBoxLayout(whole)
        line.setContentsMargins(0, 5, 0, 5)
        line.addWidget(SettingRow(Label(look, part.name, "dense"), right))
        return whole

    def _read(self, part: Part) -> None:
        dialog = LicenceDialog(self.look, part.name, part.text(), self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LicenceDialog(Dialog):
    """A licence as it stands."""

    def __init__(self, look: Look, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, act=look.tr("Sulje"), width=720, parent=parent)
        self.safe_button.hide()
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(name)
        self.text.setMinimumHeight(320)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.text)
        self.act_button.setFocus()
