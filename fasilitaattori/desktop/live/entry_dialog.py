"""Correcting an entry of the record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.record import ACTION, DECISION, Entry


class EntryDialog(Dialog):
    """`saved(id, text, who, due)` when it is to be changed."""

    saved = Signal(str, str, str, str)

    def __init__(self, look: Look, entry: Entry, parent: QWidget | None = None) -> None:
        tr = look.tr
        titles = {DECISION: tr("Muokataanko päätöstä?"), ACTION: tr("Muokataanko tehtävää?")}
        title = titles.get(entry.kind, tr("Muokataanko huomiota?"))
        super().__init__(look, title, act=tr("Tallenna"), safe=tr("Peruuta"), width=520, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry = entry
        self.text = QPlainTextEdit(entry.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.px(110))
        self.body.addWidget(Field(look, tr("Teksti"), self.text))
        self.who, self.due = QLineEdit(entry.who), QLineEdit(entry.due)
        if entry.kind == ACTION:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Field(look, tr("Kuka"), self.who), 3)
            row.addWidget(Field(look, tr("Mihin mennessä"), self.due), 2)
            self.body.addLayout(row)
        self.text.textChanged.connect(self._mend)
        self.accepted.connect(self._save)
        self.text.setFocus()

    @Slot()
    def _mend(self) -> None:
        self.act_button.setEnabled(bool(self.text.toPlainText().strip()))

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._entry.id, self.text.toPlainText(), self.who.text(), self.due.text())
