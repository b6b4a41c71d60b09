"""Päätökset and Tehtävät as tables one writes in; every row is an entry of the record."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.entryrow import DUE_WIDTH, GAP, SIDE_BY_SIDE, EntryRow, who_width
from fasilitaattori.desktop.wrapup.form import Form
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.workshop import record
from fasilitaattori.workshop.record import ACTION, Entry


class EntriesForm(Form):
    """All entries of one kind. A new row is written into the log when something stands in it and it is left."""

    def __init__(self, workbench: Workbench, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self.kind = kind
        self._rows: list[EntryRow] = []
        self._is_action = kind == ACTION
        none = tr("Tehtäviä ei ole sovittu.") if self._is_action else tr("Päätöksiä ei ole tehty.")
        self.nothing = Label(look, none, tone="ink2")
        self.ask = Label(look, "", "dense", "puna", icon="warning-circle", icon_tone="puna")
        words = tr("Lisää tehtävä") if self._is_action else tr("Lisää päätös")
        self.add_button = Button(look, words, size="small", icon="plus")
        self.add_button.clicked.connect(self.add)
        self._header = self._make_header()
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        column.addWidget(self._header)
        column.addLayout(self._table)
        column.addWidget(self.ask)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_header(self) -> QWidget:
        look, tr = self.look, self.look.tr
        header = QWidget()
        line = QHBoxLayout(header)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        names = (tr("Mitä"), tr("Kuka"), tr("Viimeistään"))
        self._columns = [Label(look, words, "small-strong", "ink2", wrap=False) for words in names]
        for label in self._columns:
            line.addWidget(label)
        line.setStretch(0, 1)
        return header

    # --- showing ---

    def refresh(self) -> None:
        entries = self.workbench.state.record.of_kind(self.kind)
        known = {entry.id: entry for entry in entries}
        for row in [row for row in self._rows if row.entry_id and row.entry_id not in known]:
            self._drop(row)
        shown = {row.entry_id for row in self._rows}
        grown = [entry.id for entry in entries if entry.id not in shown and self._take(entry)]
        order = {entry.id: place for place, entry in enumerate(entries)}
        self._rows.sort(key=lambda row: order.get(row.entry_id, len(entries)))
        for place, row in enumerate(self._rows):
            if self._table.indexOf(row) != place:
                self._table.insertWidget(place, row)
            row.show_entry(place + 1, None if row.entry_id in grown or row.unsaved else known.get(row.entry_id))
        self._mend()

    def _take(self, entry: Entry) -> bool:
        """An entry new in the log: into the row in which it was written, or into a new one. What was written into the row
        while the entry was being saved is saved too; True when there was something."""
        waiting = next((row for row in self._rows if not row.entry_id and row.asked == entry.text), None)
        row = waiting or self._make_row()
        row.entry_id, row.asked = entry.id, ""
        if waiting is None or not row.is_action or (row.who.text(), row.due.text()) == (entry.who, entry.due):
            return False
        self._save(row)
        return True

    def _mend(self) -> None:
        """What is said around the rows."""
        tr = self.look.tr
        nobody = [row for row in self._rows if row.entry_id and self._is_action and not row.who.text().strip()]
        what = nobody[0].what.toPlainText().strip() if nobody else ""
        self.ask.set_text(tr("Kuka vastaa: {what}? Nimeä taho ennen hyväksymistä.", what=what) if nobody else "")
        self.ask.setVisible(bool(nobody) and not self.locked)
        self.nothing.setVisible(not self._rows)
        self.add_button.setVisible(not self.locked)
        px = self.look.px
        wide = self.width() >= px(SIDE_BY_SIDE)
        self._header.setVisible(bool(self._rows) and self._is_action and wide)
        self._columns[1].setFixedWidth(who_width(self.look, self.width()))
        self._columns[2].setFixedWidth(px(DUE_WIDTH) + (0 if self.locked else px(34) + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mend()

    def _make_row(self) -> EntryRow:
        row = EntryRow(self.look, self.kind)
        row.changed.connect(self._save)
        row.removed.connect(self._remove)
        row.set_locked(self.locked)
        self._rows.append(row)
        self._table.addWidget(row)
        return row

    def _drop(self, row: EntryRow) -> None:
        self._rows.remove(row)
        self._table.removeWidget(row)
        row.hide()
        row.deleteLater()

    def rows(self) -> tuple[EntryRow, ...]:
        """The rows, in order."""
        return tuple(self._rows)

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        for row in self._rows:
            row.set_locked(locked)
            row.unsaved = row.unsaved and not locked
        self._mend()

    # --- writing ---

    @Slot()
    def add(self) -> None:
        """A new row at the end, ready to be written in; an empty one that is already there is taken."""
        empty = [row for row in self._rows if not row.entry_id and row.is_empty]
        row = empty[0] if empty else self._make_row()
        self.refresh()
        row.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first_missing(self) -> None:
        """To the first row that says nobody."""
        for row in self._rows:
            if self._is_action and not row.who.text().strip():
                row.who.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def commit(self) -> None:
        for row in self._rows:
            row.commit()
            if row.unsaved:
                self._save(row)

    @Slot(object)
    def _save(self, row: EntryRow) -> None:
        row.unsaved = False
        text, who, due = row.what.toPlainText(), row.who.text(), row.due.text()
        if row.entry_id:
            command = record.edit_entry(row.entry_id, text, who, due)
        elif not text.strip() or row.asked:
            return  # not yet anything to write, or being written just now: the rest follows when that is done
        elif self._is_action:
            command = record.act(text, who, due)
        else:
            command = record.decide(text)
        if not row.entry_id:
            row.asked = text.strip()
        self.workbench.do(command, None, lambda error: self._refused(row, error), row)

    def _refused(self, row: EntryRow, error: FasilitaattoriError) -> None:
        """What is typed stays in its row; an entry whose words were all taken away has them again."""
        row.asked, row.unsaved = "", bool(row.what.toPlainText().strip())
        self.workbench.open_session.refused.emit(error)

    @Slot(object)
    def _remove(self, row: EntryRow) -> None:
        if not row.entry_id:
            self._drop(row)
            self.refresh()
            return
        tr = self.look.tr
        words = tr("Tehtävä poistettu") if self._is_action else tr("Päätös poistettu")
        self.workbench.do(record.remove_entry(row.entry_id), lambda _: self.workbench.toast_undo(words))
