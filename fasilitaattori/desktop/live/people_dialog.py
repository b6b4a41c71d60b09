"""Väki: who is here, by phone and without, whose name may stand in the minutes, and erasing somebody's data for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QSizePolicy, QTableView, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.people_model import NAME, PeopleModel
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.log.backup import backups
from fasilitaattori.workshop import people
from fasilitaattori.workshop.closing import Paper

HEADCOUNT_MAX = 500
MOST_LISTED = 6


class PeopleDialog(Dialog):
    """The list. It follows the workshop while it is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        super().__init__(look, tr("Väki"), "", tr("Sulje"), width=760, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workbench = workbench
        self.session = workbench.open_session
        self.safe_button.hide()
        self.summary = Label(look, tone="ink2")
        self.body.addWidget(self.summary)
        self.model = PeopleModel(self.session, tr, self)
        self.table = self._make_table()
        self.body.addWidget(self.table)
        self.body.addLayout(self._make_add_row())
        self.body.addLayout(self._make_count_row())
        self.erase_button = Button(look, tr("Poista tiedot…"), "delete", icon="trash")
        self.erase_button.clicked.connect(self._ask_erase)
        self.buttons.insertWidget(0, self.erase_button)
        self.table.selectionModel().selectionChanged.connect(self._mend_buttons)
        self.model.modelReset.connect(self._mend_buttons)
        self.session.changed.connect(self._changed)
        workbench.ticked.connect(self._show_summary)
        self._changed({"people"})
        self.act_button.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.look.tr("Väki"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.look.px(40))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setMinimumHeight(self.look.px(280))
        return table

    def _make_add_row(self) -> QHBoxLayout:
        tr = self.look.tr
        self.name_field = QLineEdit()
        self.name_field.setPlaceholderText(tr("Nimi tai pöytä ilman puhelinta"))
        self.name_field.setAccessibleName(tr("Lisää ihminen ilman puhelinta"))
        self.name_field.returnPressed.connect(self._add)
        self.add_button = Button(self.look, tr("Lisää"), icon="user-plus")
        self.add_button.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.add_button)
        return row

    def _make_count_row(self) -> QHBoxLayout:
        tr = self.look.tr
        label = Label(self.look, tr("Ilman puhelinta yhteensä"), "strong")
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.headcount = Stepper(self.look, 0, 0, HEADCOUNT_MAX, name=tr("Ilman puhelinta yhteensä"))
        self.headcount.value_changed.connect(self._set_headcount)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.headcount)
        return row

    @Slot(object)
    def _changed(self, touched: object) -> None:
        if isinstance(touched, (set, frozenset)) and touched & {"people", "floor"}:
            self.model.reload()
            self.headcount.set_value(self.session.state.people.headcount)
            self._show_summary()
            self._mend_buttons()

    @Slot()
    def _show_summary(self) -> None:
        tr, state, room = self.look.tr, self.session.state, self.workbench.room
        told = tr.n("{n} ihminen", "{n} ihmistä", state.people.count())
        if room is not None:
            told += " · " + tr.n("{n} puhelin yhteydessä", "{n} puhelinta yhteydessä", room.phones)
            if room.away:
                told += " · " + tr.n("{n} odottaa yhteyttä", "{n} odottaa yhteyttä", room.away)
        self.summary.set_text(told)

    @Slot()
    def _mend_buttons(self) -> None:
        chosen = bool(self.table.selectionModel().selectedRows())
        self.erase_button.setEnabled(chosen)
        self.erase_button.set_hint("" if chosen else self.look.tr("Valitse ensin ihminen listasta"))

    @Slot()
    def _add(self) -> None:
        name = self.name_field.text().strip()
        if name:
            self.workbench.do(people.add_person(name), lambda _: self.name_field.clear())

    @Slot(int)
    def _set_headcount(self, count: int) -> None:
        self.workbench.do(people.set_headcount(count))

    @Slot()
    def _ask_erase(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return
        person = self.model.person(rows[0].row())
        tr, state = self.look.tr, self.session.state
        copies = backups(self.workbench.services.data_dir)
        dialog = Dialog(
            self.look,
            tr("Poistetaanko tiedot: {name}?", name=words.person_name(state, person.number, tr)),
            erase_text(tr, state.closing.papers, copies),
            tr("Poista pysyvästi"),
            tr("Säilytä"),
            "delete",
            width=560,
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = person.number
        dialog.accepted.connect(lambda: self._erase(number))
        dialog.open()

    def _erase(self, number: int) -> None:
        done = self.look.tr("Tiedot poistettiin levyltä pysyvästi")
        self.workbench.do(people.erase_person(number), lambda _: self.workbench.toast(done))


def erase_text(tr: Translator, papers: Sequence[Paper], copies: Sequence[Path]) -> str:
    """What erasing does, and what it cannot reach: papers given out and backups made before."""
    lines = [
        tr("Nimi ja yhteystiedot poistetaan levyltä. Lähetetyt ideat ja vastaukset jäävät nimettöminä. Tätä ei voi perua.")
    ]
    if papers:
        lines.append(tr("Näissä jo annetuissa papereissa nimi voi yhä olla:"))
        for paper in papers[-MOST_LISTED:]:
            day = datetime.fromisoformat(paper.at)
            lines.append(tr("• {place} ({date} klo {time})", place=paper.place, date=tr.date(day), time=tr.time(day)))
    if copies:
        lines.append(tr("Näissä varmuuskopioissa nimi on yhä:"))
        lines += [f"• {copy.name}" for copy in copies[:MOST_LISTED]]
        if len(copies) > MOST_LISTED:
            lines.append(tr("• ja {n} muussa", n=len(copies) - MOST_LISTED))
    return "\n".join(lines)
