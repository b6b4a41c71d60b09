"""The wall's two small dialogs: mending a note, and naming a theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.model import Idea
from fasilitaattori.tools.ideas.model.rules import MAX_THEME


class NoteDialog(Dialog):
    """Corrects a note; the original stays in the log and is shown here. `saved(id, text)`."""

    saved = Signal(str, str)

    def __init__(self, look: Look, idea: Idea, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Korjataanko lappua?"), act=tr("Tallenna"), safe=tr("Peruuta"), width=480, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._id = idea.id
        self.text = QPlainTextEdit(idea.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.px(96))
        self.body.addWidget(Field(look, tr("Lapun teksti"), self.text))
        if idea.original != idea.text:
            self.body.addWidget(Label(look, tr("Alkuperäinen: {text}", text=idea.original), "small", "ink2"))
        self.text.textChanged.connect(self._mend)
        self.accepted.connect(self._save)
        self.text.setFocus()

    @Slot()
    def _mend(self) -> None:
        self.act_button.setEnabled(bool(self.text.toPlainText().strip()))

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._id, self.text.toPlainText())


class ThemeDialog(Dialog):
    """A theme's name. `named(theme id or "", name)`."""

    named = Signal(str, str)

    def __init__(self, look: Look, theme: str = "", name: str = "", parent: QWidget | None = None) -> None:
        tr = look.tr
        title = tr("Mikä on teeman uusi nimi?") if theme else tr("Mikä on teeman nimi?")
        act = tr("Tallenna") if theme else tr("Lisää teema")
        super().__init__(look, title, act=act, safe=tr("Peruuta"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.line = QLineEdit(name)
        self.line.setMaxLength(MAX_THEME)
        self.line.textChanged.connect(self._mend)
        self.line.returnPressed.connect(self._enter)
        self.body.addWidget(Field(look, tr("Teeman nimi"), self.line))
        self.accepted.connect(self._give)
        self._mend()
        self.line.setFocus()

    @Slot()
    def _mend(self) -> None:
        self.act_button.setEnabled(bool(self.line.text().strip()))

    @Slot()
    def _enter(self) -> None:
        if self.line.text().strip():
            self.accept()

    @Slot()
    def _give(self) -> None:
        self.named.emit(self._theme, self.line.text())
