"""Kirjaa muistioon: a note, a decision or an action, one key away from anywhere, and what has been written so far."""

from __future__ import annotations

import uuid
from collections.abc import Set as AbstractSet
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from fasilitaattori.desktop.live.entry_dialog import EntryDialog
from fasilitaattori.desktop.live.entry_rows import EntryList
from fasilitaattori.desktop.live.note_field import NoteField
from fasilitaattori.kit.bridge import DoorLike, Session
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState, Panel
from fasilitaattori.kit.unsaid import written_since
from fasilitaattori.log.jobs import Job
from fasilitaattori.workshop import record
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE

_KIND, _WHO, _DUE = "kind", "who", "due"


class RecordPanel(Panel):
    """F2, F3 and F4 come here through `open_field(kind)`; Esc goes back with the text kept (`left`)."""

    told = Signal(str, bool)
    left = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, look.tr("Kirjaa muistioon"), margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self.session = session
        self._drafts: dict[str, str] = {}
        self._saving: dict[str, str] = {}
        self._came_from: QWidget | None = None
        self._low = False
        self.head.setContentsMargins(16, 12, 16, 8)
        self._make_field()
        self.entries = EntryList(look)
        self.body.addWidget(self.entries, 1)
        self.nothing = EmptyState(look, look.tr("Ei vielä kirjauksia"), look.tr("Kirjaamasi näkyy tässä ja muistiossa."))
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 14, 14)
        below.addWidget(self.nothing)
        self.body.addLayout(below, 1)
        self.entries.edit_requested.connect(self._edit)
        self.entries.removed.connect(self._remove)
        self._show_kind(NOTE)

    def _make_field(self) -> None:
        look, tr = self.look, self.look.tr
        choices = [(NOTE, tr("Huomio"), "F2"), (DECISION, tr("Päätös"), "F3"), (ACTION, tr("Tehtävä"), "F4")]
        self.kinds = Segmented(look, choices, NOTE, name=tr("Mitä kirjataan"))
        self.kinds.setMinimumWidth(180)  # its key caps go before it makes the whole column wider
        self.kinds.chosen.connect(self.open_field)
        self.field = NoteField(look)
        self.field.submitted.connect(self.add)
        self.field.left.connect(self.go_back)
        self.who, self.due = QLineEdit(), QLineEdit()
        self.details = QWidget()
        row = QHBoxLayout(self.details)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        self.who.setMaxLength(record.MAX_WHO)
        self.due.setMaxLength(record.MAX_DUE)
        for line, words in ((self.who, tr("Kuka")), (self.due, tr("Mihin mennessä"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.setProperty("small", True)
            line.setProperty("ring_radius", 6)
            line.returnPressed.connect(self.add)
            row.addWidget(line, 3 if line is self.who else 2)
        self.hint = Label(look, role="small", tone="ink2")
        self.hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.add_button = Button(look, tr("Lisää"), "primary", "small", key="Enter")
        self.add_button.clicked.connect(self.add)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 9, 0, 11)
        foot.setSpacing(8)
        foot.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.add_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 0, 14, 0)
        inside.setSpacing(0)
        inside.addWidget(self.kinds)
        inside.addSpacing(10)
        inside.addWidget(self.field)
        inside.addWidget(self.details)
        inside.addLayout(foot)
        self.body.addLayout(inside)

    # --- showing ---

    def refresh_parts(self, touched: AbstractSet[str]) -> None:
        """Shows what changed."""
        if "record" in touched:
            entries = self.session.state.record.entries
            self.entries.show_entries(entries)
            self.entries.setVisible(bool(entries) or self._low)
            self.nothing.setVisible(not entries and not self._low)

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        self._low = low
        self.refresh_parts({"record"})
        self.head.setContentsMargins(16, 9 if low else 12, 16, 6 if low else 8)

    def _show_kind(self, kind: str) -> None:
        tr = self.look.tr
        self.kinds.set_value(kind)
        self.details.setVisible(kind == ACTION)
        places = {
            NOTE: tr("Mitä sanottiin"),
            DECISION: tr("Mitä päätettiin tai sovittiin"),
            ACTION: tr("Mitä tehdään"),
        }
        hints = {
            NOTE: tr("Ei nimiä: kirjaa ajatus, älä sanojaa."),
            DECISION: tr("Lue päätös ääneen ennen kuin jatkatte."),
            ACTION: tr("Kuka ja mihin mennessä voi täydentyä myöhemmin."),
        }
        self.field.setPlaceholderText(places[kind])
        self.field.setAccessibleName(places[kind])
        self.hint.set_text(hints[kind])

    # --- writing ---

    @Slot(str)
    def open_field(self, kind: str) -> None:
        """To the field from anywhere; each kind keeps its own half-written text."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused
        self._drafts[self._kind] = self.field.toPlainText()
        if kind != self._kind:
            self._kind = kind
            self._show_kind(kind)
            self.field.setPlainText(self._drafts.get(kind, ""))
        self._show_kind(kind)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    _kind = NOTE

    @property
    def kind(self) -> str:
        """What is being written: note, decision or action."""
        return self._kind

    @Slot()
    def go_back(self) -> None:
        """Esc: back where one was, the text kept."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.clearFocus()
        self.left.emit()

    @Slot()
    def add(self) -> None:
        """Write it into the record."""
        kind, whole = self._kind, self.field.toPlainText()
        written = written_since(whole, self._saving.get(kind, ""))
        command = self._command(kind, written)
        if command is None:  # also when it was pressed twice
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._saving[kind] = whole
        self.session.do(command, lambda _: self._added(kind, written), lambda error: self._refused(kind, error), self)

    def _command(self, kind: str, written: str) -> Command | None:
        text = written.strip()
        if not text:
            return None
        if kind == ACTION:
            return record.act(text, self.who.text(), self.due.text())
        return record.decide(text) if kind == DECISION else record.note(text)

    def _added(self, kind: str, written: str) -> None:
        """The text stays in the field until it is on disk; one may be writing something of another kind by then."""
        for kept in (self._saving, self._drafts):
            kept[kind] = written_since(kept.get(kind, ""), written)
            if not kept[kind]:
                del kept[kind]
        if self._kind == kind:
            if not self.field.toPlainText().startswith(written):
                return
            self.field.take_out(written)
        if kind == ACTION:
            self.who.clear()
            self.due.clear()
        self.entries.verticalScrollBar().setValue(0)

    def _refused(self, kind: str, error: Exception) -> None:
        self._saving.pop(kind, None)
        self.session.refused.emit(error)

    def keep_draft(self, door: DoorLike) -> None:
        """The workshop is being closed: what is half written goes into the record rather than away."""
        for kind, written in self._written().items():
            command = self._command(kind, written)
            if command is not None:
                door.put(Job(self.session.stream, _Nobody(), None, command, str(uuid.uuid4())))
        self._drafts.clear()
        self.field.clear()

    def _written(self) -> dict[str, str]:
        """What is half written of each kind; what is on its way to the disk is not."""
        written = self._drafts | {self._kind: self.field.toPlainText()}
        return {kind: written_since(text, self._saving.get(kind, "")) for kind, text in written.items()}

    def half_written(self) -> dict[str, str]:
        """Everything that is in the fields, for the panel that is made in the place of this one."""
        kept = self._written() | {_WHO: self.who.text(), _DUE: self.due.text()}
        return kept | {_KIND: self._kind} if any(kept.values()) else {}

    def write_again(self, kept: dict[str, str]) -> None:
        """Take what `half_written` of the panel before gave."""
        self._drafts = {kind: kept[kind] for kind in (NOTE, DECISION, ACTION) if kept.get(kind)}
        self._kind = kept.get(_KIND, NOTE)
        self._show_kind(self._kind)
        self.field.setPlainText(self._drafts.get(self._kind, ""))
        self.who.setText(kept.get(_WHO, ""))
        self.due.setText(kept.get(_DUE, ""))

    # --- mending ---

    @Slot(str)
    def _edit(self, entry_id: str) -> None:
        entry = self.session.state.record.by_id.get(entry_id)
        if entry is not None:
            dialog = EntryDialog(self.look, entry, self.window())
            dialog.saved.connect(self._save_edit)
            dialog.open()

    @Slot(str, str, str, str)
    def _save_edit(self, entry_id: str, text: str, who: str, due: str) -> None:
        self.session.do(record.edit_entry(entry_id, text, who, due))

    @Slot(str)
    def _remove(self, entry_id: str) -> None:
        done = self.look.tr("Kirjaus poistettu")
        self.session.do(record.remove_entry(entry_id), lambda _: self.told.emit(done, True), owner=self)


class _Nobody:
    """Nobody waits for this answer any more."""

    def deliver(self, answers: list[tuple[Job, Any]]) -> None:
        """Nothing to do."""
