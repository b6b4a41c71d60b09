"""Correcting an entry of the record."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.written import TextDialog
from fasilitaattori.workshop.record import ACTION, DECISION, MAX_DUE, MAX_WHO, Entry


class EntryDialog(TextDialog):
    """`saved(id, text, who, due)` when it is to be changed."""

    saved = Signal(str, str, str, str)

    def __init__(self, look: Look, entry: Entry, parent: QWidget | None = None) -> None:
        tr = look.tr
        titles = {DECISION: tr("Muokataanko päätöstä?"), ACTION: tr("Muokataanko tehtävää?")}
        title = titles.get(entry.kind, tr("Muokataanko huomiota?"))
        super().__init__(look, title, tr("Teksti"), entry.text, height=110, width=520, parent=parent)
        self._entry = entry
        self.who, self.due = QLineEdit(entry.who), QLineEdit(entry.due)
        self.who.setMaxLength(MAX_WHO)
        self.due.setMaxLength(MAX_DUE)
        if entry.kind == ACTION:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Field(look, tr("Kuka"), self.who), 3)
            row.addWidget(Field(look, tr("Mihin mennessä"), self.due), 2)
            self.body.addLayout(row)
        self.accepted.connect(self._save)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._entry.id, self.text.toPlainText(), self.who.text(), self.due.text())
