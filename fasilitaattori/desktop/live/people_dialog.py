"""Väki: who is in, by phone and without, how the phones are, and what the facilitator may do about it.

While it is open it goes through everybody once a second, however much happens in between; what is done on this desk shows
at once.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.live.newcomers_dialog import NewcomersDialog
from fasilitaattori.desktop.live.people_acts import PeopleActs, closed_text, open_text, set_door
from fasilitaattori.desktop.live.people_lines import lines_of
from fasilitaattori.desktop.live.people_model import NAME, PeopleModel
from fasilitaattori.desktop.live.people_table import PeopleTable
from fasilitaattori.desktop.live.without_phone import WithoutPhone
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.toast import HOLDS_TOASTS
from fasilitaattori.workshop.events import Command

WIDTH, LOW = 880, 400
EDGE = 20  # pixels of the window that stay in sight around the dialog
FOOT = 70  # pixels under a notice: the buttons


class PeopleDialog(Dialog):
    """The list. It follows the workshop while it is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        super().__init__(look, tr("Väki"), "", tr("Sulje"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(HOLDS_TOASTS, FOOT)
        self.workbench = workbench
        self.session = workbench.open_session
        self.safe_button.hide()
        self.acts = PeopleActs(workbench, self)
        self.model = PeopleModel(look, self)
        self.model.asked.connect(self._edit)
        self.body.addLayout(self._make_head())
        self.table = PeopleTable(look, self.model)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._make_foot())
        self._make_buttons()
        self._connect()
        self.show_people()
        self.refresh()
        self.act_button.setFocus()

    def _make_head(self) -> QHBoxLayout:
        """How many there are, whether the door is open, and its button."""
        self.summary = Label(self.look, role="strong", icon="device-mobile")
        self.door = Label(self.look, role="dense", tone="ink2")
        self.door_button = Button(self.look, "")
        told = QVBoxLayout()
        told.setSpacing(2)
        for label in (self.summary, self.door):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            told.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self.door_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_foot(self) -> QHBoxLayout:
        """Somebody without a phone by name, and all without a phone by number."""
        tr = self.look.tr
        without = WithoutPhone(self.workbench, tr("Nimi tai pöytä ilman puhelinta"), self)
        self.name_field, self.add_button, self.headcount = without.field, without.button, without.headcount
        self.name_field.setMinimumWidth(self.look.px(150))
        label = Label(self.look, tr("Ilman puhelinta yhteensä"), "small-strong")
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.add_button)
        row.addSpacing(8)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.headcount)
        return row

    def _make_buttons(self) -> None:
        tr = self.look.tr
        self.menu_button = Button(self.look, tr("Toiminnot"), icon="dots-three")
        self.erase_button = Button(self.look, tr("Poista tiedot…"), "delete", icon="trash")
        self.buttons.insertWidget(0, self.menu_button)
        self.buttons.insertWidget(1, self.erase_button)
        self.newcomers_button = Button(self.look, tr("Poista vasta tulleet…"), "quiet")
        self.buttons.insertWidget(2, self.newcomers_button)

    def _connect(self) -> None:
        table, bench = self.table, self.workbench
        table.row_chosen.connect(self._mend_buttons)
        table.menu_requested.connect(self._open_menu)
        table.pressed_key.connect(self._press)
        self.model.rowsRemoved.connect(self._mend_buttons)
        self.session.saved.connect(self.show_people)
        self.acts.rename_requested.connect(self._rename)
        self.door_button.clicked.connect(self._turn_door)
        self.menu_button.clicked.connect(self._open_menu_at_button)
        self.erase_button.clicked.connect(self._ask_erase)
        self.newcomers_button.clicked.connect(self._ask_newcomers)
        bench.ticked.connect(self.show_people)
        bench.room_changed.connect(self.show_people)
        for keys, act in (("Ctrl+Z", self._undo), ("Ctrl+Y", self._redo), ("Ctrl+Shift+Z", self._redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @Slot()
    def refresh(self) -> None:
        """Measures again; it stays inside the window behind it, also with large text."""
        parent, px = self.parentWidget(), self.look.px
        if parent is None:
            self.setMinimumWidth(px(self._width))
        else:
            room = parent.window().size()
            self.setMinimumWidth(min(px(self._width), room.width() - 2 * EDGE))
            self.setMaximumHeight(room.height() - EDGE)
        self.update()

    def measure(self) -> None:
        """As high as the list would like to be, if the window is: Qt itself would take two thirds of the screen at most."""
        super().measure()
        layout = self.layout()
        if layout is not None and self.parentWidget() is not None:
            self.resize(self.width(), min(self.maximumHeight(), layout.totalHeightForWidth(self.width())))

    # --- showing ---

    @Slot()
    def show_people(self) -> None:
        """Shows everybody as they are now."""
        if self.session.closed:
            return
        state, room, tr = self.session.state, self.workbench.room, self.look.tr
        presence = room.presence() if room is not None else None
        self.model.show_lines(lines_of(state, presence, tr))
        people_words = tr.n("{n} ihminen", "{n} ihmistä", state.people.count())
        if presence is not None:
            told = phones.counts_words(phones.count(state, presence), tr)
            self.summary.set_parts([(told, True, ""), (f"  ·  {people_words}", False, "ink2")])
        else:
            self.summary.set_text(people_words)
        self._show_door(state.people.door_open)
        self.headcount.set_value(state.people.headcount)
        self._mend_buttons()

    def _show_door(self, is_open: bool) -> None:
        tr = self.look.tr
        self.door.set_icon("lock-simple-open" if is_open else "lock-simple", "kuusi" if is_open else "savi")
        inside = open_text(tr) if self.workbench.room is not None else tr("Kun avaat huoneen, puhelimet pääsevät mukaan.")
        self.door.set_text(inside if is_open else closed_text(tr))
        self.door.setVisible(not is_open or self.maximumHeight() > self.look.px(LOW))  # its button tells as much
        self.door_button.set_words(tr("Sulje liittyminen") if is_open else tr("Avaa liittyminen"))
        self.door_button.set_icon("lock-simple" if is_open else "lock-simple-open")

    @Slot()
    def _mend_buttons(self) -> None:
        chosen = self.table.chosen() is not None
        for button in (self.menu_button, self.erase_button):
            button.setEnabled(chosen)
            button.set_hint("" if chosen else self.look.tr("Valitse ensin ihminen listasta"))
        came = any(person.by_phone and not person.removed for person in self.session.state.people.all.values())
        self.newcomers_button.setEnabled(came)
        self.newcomers_button.set_hint("" if came else self.look.tr("Kukaan ei ole tullut mukaan puhelimella"))

    # --- acting ---

    @Slot()
    def _turn_door(self) -> None:
        set_door(self.workbench, not self.session.state.people.door_open)

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        line = self.table.chosen()
        if line is not None:
            menu = self.acts.make_menu(line)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    @Slot()
    def _open_menu_at_button(self) -> None:
        self._open_menu(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    @Slot(str)
    def _press(self, act: str) -> None:
        line = self.table.chosen()
        if line is not None:
            self.acts.press(act, line)

    @Slot(int)
    def _rename(self, number: int) -> None:
        row = self.model.row_of(number)
        if row >= 0:
            index = self.model.index(row, NAME)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    @Slot(object)
    def _edit(self, command: Command) -> None:
        self.workbench.do(command)

    @Slot()
    def _ask_erase(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.acts.ask_erase(line)

    @Slot()
    def _ask_newcomers(self) -> None:
        NewcomersDialog(self.workbench, self).open()

    @Slot()
    def _undo(self) -> None:
        self.workbench.undo()

    @Slot()
    def _redo(self) -> None:
        self.workbench.redo()
