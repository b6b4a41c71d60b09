"""The wall's two small dialogs: mending a note, and naming a theme."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.written import LineDialog, TextDialog
from fasilitaattori.tools.ideas.model import Idea
from fasilitaattori.tools.ideas.model.rules import MAX_THEME


class NoteDialog(TextDialog):
    """Corrects a note; the original stays in the log and is shown here. `saved(id, text)`."""

    saved = Signal(str, str)

    def __init__(self, look: Look, idea: Idea, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Korjataanko lappua?"), tr("Lapun teksti"), idea.text, height=96, width=480, parent=parent)
        self._id = idea.id
        if idea.original != idea.text:
            self.body.addWidget(Label(look, tr("Alkuperäinen: {text}", text=idea.original), "small", "ink2"))
        self.accepted.connect(self._save)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._id, self.text.toPlainText())


class ThemeDialog(LineDialog):
    """A theme's name. `named(theme id or "", name)`."""

    named = Signal(str, str)

    def __init__(self, look: Look, theme: str = "", name: str = "", parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Mikä on teeman uusi nimi?") if theme else tr("Mikä on teeman nimi?")
        act = tr("Tallenna") if theme else tr("Lisää teema")
        super().__init__(look, title, act, tr("Teeman nimi"), name, MAX_THEME, parent=parent)
        self._theme = theme
        self.accepted.connect(self._give)

    @Slot()
    def _give(self) -> None:
        self.named.emit(self._theme, self.line.text())
