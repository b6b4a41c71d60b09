"""Papereiden ulkoasu: the letterhead that papers get unless their workshop has one of its own, and what it looks like."""

from base64 import b64encode

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.letterhead.example import Example
from fasilitaattori.desktop.papers.letterhead.form import LetterheadForm
from fasilitaattori.desktop.settings.arranging import Parts
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.letterhead import Letterhead

_TEXTS = ("unit", "address", "accent", "style", "alt")


class LetterheadPanel(Parts):
    """The fields; each is saved at once."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Papereiden ulkoasu"), parent)
        self._saving = saving
        self.form = LetterheadForm(saving.workbench, named=False)
        hint = tr("Kaikkien työpajojen papereihin. Yksittäiselle työpajalle voi antaa oman ulkoasun sivulla Tulosteet.")
        self.add_part(Label(look, hint, "dense", "ink2"), self.form, title=tr("Papereiden ulkoasu"))
        self.finish()
        self._show()
        self.form.changed.connect(self._save)
        saving.changed.connect(self._refresh)

    def _show(self) -> None:
        self.form.show_letterhead(self._saving.workbench.services.papers.letterheads.default())

    @Slot(object)
    def _save(self, letterhead: Letterhead) -> None:
        values = {f"letterhead_{name}": getattr(letterhead, name) for name in _TEXTS}
        self._saving.set_all(letterhead_logo=b64encode(letterhead.logo).decode(), **values)

    @Slot(str)
    def _refresh(self, name: str) -> None:
        if name.startswith("letterhead_"):
            self._show()


class ExamplePanel(Parts):
    """A page with it."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        title = look.tr("Näin se näkyy")
        super().__init__(look, title, parent)
        self._saving = saving
        self.example = Example(saving.workbench, 300)
        self.add_part(self.example, title=title)
        saving.changed.connect(self._refresh)
        self._show()

    def _show(self) -> None:
        services = self._saving.workbench.services
        organiser = services.settings.organisation or self.look.tr("Järjestäjän nimi")
        self.example.show_letterhead(services.papers.letterheads.default(), organiser)

    @Slot(str)
    def _refresh(self, name: str) -> None:
        if name.startswith("letterhead_") or name == "organisation":
            self._show()
