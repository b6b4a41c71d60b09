"""Puheenvuorot: who speaks and for how long, who waits in fair order, and who has not spoken yet."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.floor_rows import QueueList, Waiting
from fasilitaattori.desktop.live.speaking_card import SpeakingCard
from fasilitaattori.desktop.parts import holder
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.console import DEFAULT_TURN_SECONDS
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState, Panel
from fasilitaattori.kit.rows import Rule
from fasilitaattori.kit.shares import SeatRow
from fasilitaattori.kit.unsaid import carry, written_since
from fasilitaattori.workshop import floor, steering
from fasilitaattori.workshop.floor import Asking
from fasilitaattori.workshop.state import Workshop

_ASKING, _REPLY = "asking", "reply"
PARTS = frozenset({"floor", "people", "run", "plan"})
ASKED_BY_PHONE = N_("Vuoron saa pyytää puhelimella tai nostamalla käden.")
ASKED_BY_HAND = N_("Kun joku nostaa käden, kirjoita hänen nimensä alle.")


def phones_may_ask(state: Workshop) -> bool:
    """Do phones have the button for asking in the step that is on? (Hands may be raised in any.)"""
    step = state.current
    if step is None or floor.FloorAsked.KIND not in state.models[step.tool].sends:
        return False
    return bool(getattr(state.settings(step), "floor", True))


class FloorPanel(Panel):
    """The speaker queue of the step that is on. Give it `refresh(touched)` and `tick(now_ms)`."""

    shares_requested = Signal()
    told = Signal(str, bool)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, look.tr("Puheenvuorot"), margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self.session = session
        self._turn_seconds = DEFAULT_TURN_SECONDS
        self._reply = self._compact = False
        self._saving = ""
        self._make_head()
        self.speaking = SpeakingCard(look)
        self.queue = QueueList(look)
        self.empty = EmptyState(look, look.tr("Kukaan ei ole jonossa"), look.tr(ASKED_BY_PHONE))
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 10)
        top.addWidget(self.speaking)
        self.body.addLayout(top)
        self.line = Rule(look)
        self.body.addWidget(self.line)
        self.body.addWidget(self.queue, 1)
        middle = QVBoxLayout()
        middle.setContentsMargins(14, 0, 14, 0)
        middle.addWidget(self.empty)
        self.body.addLayout(middle, 1)
        self.body.addStretch(0)
        self._make_add_row()
        self._make_foot()
        self.speaking.next_requested.connect(self.next_speaker)
        self.speaking.reply_requested.connect(self.ask_reply)
        self.queue.given.connect(self._give)
        self.queue.removed.connect(self._remove)

    def _make_head(self) -> None:
        self.head.setContentsMargins(16, 12, 16, 10)
        tr = self.look.tr
        self.open_chip = Chip(self.look, tr("Jono auki puhelimilla"), big=False, icon="check")
        self.open_chip.setToolTip(tr("Saako puheenvuoron pyytää puhelimella"))
        self.open_chip.clicked.connect(self._set_open)
        self.head.addWidget(self.open_chip)

    def _make_add_row(self) -> None:
        tr = self.look.tr
        self.name_field = QLineEdit()
        self.name_field.setProperty("ring_radius", 6)
        carry(self.name_field, _ASKING)
        self._field_icon = QAction(self.look.icon("user-plus", "ink2"), "", self.name_field)
        self.name_field.addAction(self._field_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self.name_field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name_field.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            self.look.dress(popup)  # a window of its own
        self.name_field.returnPressed.connect(self._add)
        self.add_button = Button(self.look, tr("Lisää"), key="F7")
        self.add_button.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setContentsMargins(14, 11, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.add_button)
        self.body.addLayout(row)
        self._set_reply(False)
        self.look.changed.connect(self._mend_icon)

    def _make_foot(self) -> None:
        tr = self.look.tr
        self.counts = Label(self.look, role="small", icon="eye-slash")
        self.counts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.shares_button = Button(self.look, tr("Puheajat"), "quiet", "small")
        self.shares_button.clicked.connect(self.shares_requested)
        self.seats = SeatRow(self.look)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.counts, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.shares_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 4, 14, 12)
        foot.setSpacing(4)
        foot.addLayout(top)
        foot.addWidget(self.seats)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule(self.look))
        whole.addLayout(foot)
        self.foot = holder(whole)
        self.body.addSpacing(11)
        self.body.addWidget(self.foot)

    # --- showing ---

    def set_turn_seconds(self, seconds: int) -> None:
        """How long a turn is in this step."""
        self._turn_seconds = seconds

    def set_compact(self, compact: bool) -> None:
        """Beside something else in the middle: without what is not needed at every moment."""
        if compact != self._compact:
            self._compact = compact
            self.refresh_parts(PARTS)

    def set_low(self, low: bool) -> None:
        """Lower rows in a low window."""
        self.queue.set_low(low)
        self.head.setContentsMargins(16, 9 if low else 12, 16, 8 if low else 10)

    def refresh_parts(self, touched: AbstractSet[str]) -> None:
        """Shows what changed."""
        if not touched & PARTS:
            return
        state, tr = self.session.state, self.look.tr
        asking = phones_may_ask(state)
        self.open_chip.setVisible(asking)
        self.open_chip.setChecked(state.floor.open)
        self.open_chip.set_words(tr("Jono auki puhelimilla") if state.floor.open else tr("Jono kiinni puhelimilla"))
        self.open_chip.set_icon("check" if state.floor.open else "lock-simple")
        queue = state.floor.queue(state.run.current)
        speaking = state.floor.speaking
        name = words.person_name(state, speaking.asking.number, tr) if speaking else ""
        following = words.person_name(state, queue[0].number, tr) if queue else ""
        self.speaking.setVisible(bool(name or following))
        self.speaking.show_speaker(name, following)
        by_phone = asking and state.floor.open
        self.empty.sentence.set_text(tr(ASKED_BY_PHONE) if by_phone else tr(ASKED_BY_HAND))
        self.empty.setVisible(not queue and not self._compact)
        self.foot.setVisible(not self._compact)
        self._show_queue(queue)
        self._show_counts()
        if "people" in touched or not self._names.rowCount():
            self._names.setStringList([n for p in state.people.present() if (n := state.people.shown_name(p.number))])
        self.tick(self.session.clock.ms())

    def tick(self, now_ms: int) -> None:
        """A second has passed: the clock of the turn, and how long each has waited."""
        state = self.session.state
        speaking = state.floor.speaking
        if speaking is not None:
            self.speaking.show_time(speaking.used_ms(now_ms), self._turn_seconds)
        self._show_queue(state.floor.queue(state.run.current))

    def speaking_ms(self, now_ms: int) -> int | None:
        """How long the one speaking has spoken; None when nobody speaks."""
        speaking = self.session.state.floor.speaking
        return None if speaking is None else speaking.used_ms(now_ms)

    def _show_queue(self, queue: list[Asking]) -> None:
        self.queue.setVisible(bool(queue))
        self.line.setVisible(bool(queue))
        self.queue.show_queue([self._waiting(place, asking) for place, asking in enumerate(queue, 1)])

    def _waiting(self, place: int, asking: Asking) -> Waiting:
        state, tr = self.session.state, self.look.tr
        turns = state.floor.turn_count(asking.number)
        tag, kind, small = "", "kuusi", words.turn_words(turns, tr)
        if asking.reply:
            tag, kind, small = tr("lyhyt vastaus"), "jarvi", ""
        elif not turns:
            tag, small = tr("ensimmäinen vuoro"), ""
        waited = words.waited(self.session.clock.ms() - asking.at_ms, tr)
        icon, source = ("device-mobile", tr("puhelimesta")) if asking.by_phone else ("hand-palm", tr("käsi nostettu"))
        name = words.person_name(state, asking.number, tr)
        return Waiting(asking.id, str(place), name, tag, kind, small, icon, source, waited)

    def _show_counts(self) -> None:
        state, tr = self.session.state, self.look.tr
        spoken = len(state.floor.spoken())
        total = max(spoken, state.people.count())
        told = tr.n("{n} on puhunut, {rest} ei vielä", "{n} on puhunut, {rest} ei vielä", spoken, rest=total - spoken)
        self.counts.set_parts([(told, True, ""), ("  " + tr("näkyy vain sinulle"), False, "ink2")])
        self.seats.set_seats(spoken, total)
        self.shares_button.setEnabled(bool(spoken))

    # --- acting ---

    @Slot()
    def next_speaker(self) -> None:
        """The first of the queue gets the floor; with an empty queue the turn ends."""
        speaking = self.session.state.floor.speaking
        self.session.do(steering.next_speaker(speaking.asking.id if speaking else None))

    @Slot()
    def ask_reply(self) -> None:
        """Who answers the speaker shortly? To the field."""
        self._set_reply(not self._reply)
        self.name_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def take(self, number: int) -> bool:
        """A person known by number, into the queue; a refusal is told. True: it concerns this panel."""
        self.session.do(floor.ask(number))
        return True

    def focus_name(self) -> None:
        """F7: to the field for adding somebody."""
        self._set_reply(False)
        self.name_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name_field.selectAll()

    def _set_reply(self, reply: bool) -> None:
        tr = self.look.tr
        self._reply = reply
        hint = tr("Kuka vastaa lyhyesti: nimi tai pöytä") if reply else tr("Lisää jonoon: nimi tai pöytä")
        self.name_field.setPlaceholderText(hint)
        self.name_field.setAccessibleName(hint)

    @Slot()
    def _add(self) -> None:
        whole = self.name_field.text()
        name = written_since(whole, self._saving)
        if not name.strip():  # also when it was pressed twice
            self.name_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._saving = whole
        self.session.do(floor.ask_by_name(name.strip(), reply=self._reply), lambda _: self._added(name), self._refused, self)

    def _added(self, name: str) -> None:
        self._saving = written_since(self._saving, name)
        if self.name_field.text().startswith(name):
            self.name_field.setText(written_since(self.name_field.text(), name))
        self._set_reply(False)

    def _refused(self, error: FasilitaattoriError) -> None:
        self._saving = ""
        self.session.refused.emit(error)

    def half_asked(self) -> dict[str, str]:
        """The name being typed, and whether it is of one who answers shortly; what is on its way to the disk is neither."""
        name = written_since(self.name_field.text(), self._saving)
        if not name:
            return {_ASKING: ""}
        return {_ASKING: name} | ({_REPLY: _REPLY} if self._reply else {})

    def ask_again(self, kept: Mapping[str, str]) -> None:
        """Take what `half_asked` of the panel before gave; the name is in its field already."""
        self._set_reply(_REPLY in kept)

    @Slot(bool)
    def _set_open(self, value: bool) -> None:
        self.session.do(floor.set_open(value))

    @Slot(str)
    def _give(self, asking: str) -> None:
        self.session.do(floor.give(asking))

    @Slot(str)
    def _remove(self, asking: str) -> None:
        done = self.look.tr("Poistettu jonosta")
        self.session.do(floor.withdraw(asking), lambda _: self.told.emit(done, True), owner=self)

    @Slot()
    def _mend_icon(self) -> None:
        self._field_icon.setIcon(self.look.icon("user-plus", "ink2"))
