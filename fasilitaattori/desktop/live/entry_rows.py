"""The entries of the record as rows: what was written, when, and a menu to correct or remove it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Column, Rule
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE, Entry

ICONS = {NOTE: ("chat-teardrop-text", "ink"), DECISION: ("gavel", "kuusi"), ACTION: ("list-checks", "kuusi")}


class EntryRow(QWidget):
    """One entry. `edit_requested(id)`, `removed(id)`."""

    edit_requested = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.entry_id = look, entry.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look))
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 6, 0)
        row.setSpacing(8)
        told = QHBoxLayout()
        told.setContentsMargins(0, 7, 0, 7)  # the middle of its first line is that of the menu beside it
        told.setSpacing(8)
        icon, tone = ICONS.get(entry.kind, ICONS[NOTE])
        top = Qt.AlignmentFlag.AlignTop
        told.addWidget(Label(look, "", "dense", icon=icon, icon_tone=tone, wrap=False), 0, top)
        self.words = Label(look, role="dense")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.time = Label(look, role="small", tone="ink2", wrap=False)
        self.menu_button = IconButton(look, "dots-three", look.tr("Muokkaa tai poista"), "quiet", "small")
        self.menu_button.clicked.connect(self.open_menu)
        told.addWidget(self.words, 1, top)
        told.addWidget(self.time, 0, top)
        row.addLayout(told, 1)
        row.addWidget(self.menu_button, 0, top)
        column.addLayout(row)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Shows the entry as it stands now."""
        tr = self.look.tr
        kinds = {DECISION: tr("Päätös:"), ACTION: tr("Tehtävä:")}
        rest = " · ".join(part for part in (entry.text, entry.who, entry.due) if part)
        head = kinds.get(entry.kind, "")
        self.words.set_parts([(head, True, ""), (f" {rest}", False, "")] if head else [(rest, False, "")])
        self.time.set_text(tr.time(datetime.fromisoformat(entry.at)) if entry.at else "")
        self.setAccessibleName(f"{head} {rest}".strip())

    @Slot()
    def open_menu(self) -> None:
        """What may be done with the entry."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The menu of the row."""
        look = self.look
        menu = QMenu(self)
        menu.addAction(look.icon("pencil-simple"), look.tr("Muokkaa"), lambda: self.edit_requested.emit(self.entry_id))
        menu.addAction(look.icon("trash"), look.tr("Poista"), lambda: self.removed.emit(self.entry_id))
        return menu


class EntryList(Column):
    """All entries, the newest first; a row stays the same widget while its entry is there."""

    edit_requested = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.tr("Kirjaukset"), parent=parent)
        self.look = look
        self._rows: dict[str, EntryRow] = {}
        self._shown: dict[str, tuple[str, str, str]] = {}
        self.rows.addStretch(1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """`entries` in the order they were made."""
        wanted = {entry.id for entry in entries}
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, entry in enumerate(reversed(entries)):
            content = (entry.text, entry.who, entry.due)
            row = self._rows.get(entry.id) or self._add(place, entry)
            if self._shown.get(entry.id) != content:
                self._shown[entry.id] = content
                row.show_entry(entry)

    def _add(self, place: int, entry: Entry) -> EntryRow:
        row = EntryRow(self.look, entry)
        row.edit_requested.connect(self.edit_requested)
        row.removed.connect(self.removed)
        self._rows[entry.id] = row
        self.rows.insertWidget(place, row)
        return row

    def row(self, entry_id: str) -> EntryRow:
        """The row of an entry."""
        return self._rows[entry_id]
