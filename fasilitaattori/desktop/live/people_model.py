"""The people of the evening as a table: names, how they came, who is here, and whose name may stand in the minutes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fasilitaattori.desktop.live import words
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.bridge import Session
from fasilitaattori.workshop import people
from fasilitaattori.workshop.people import Person

Index = QModelIndex | QPersistentModelIndex
NAME, SOURCE, PRESENT, ALLOWED, TURNS = range(5)
_ROOT = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """Reads the session's state; editing a cell asks for the change and shows it when it is on disk."""

    def __init__(self, session: Session, tr: Translator, parent: Any = None) -> None:
        super().__init__(parent)
        self._session, self._tr = session, tr
        self._people: list[Person] = []
        self.reload()

    def reload(self) -> None:
        """Takes over the people as they are now; rows are only added or removed when somebody came or was erased."""
        now = [self._session.state.people.all[number] for number in sorted(self._session.state.people.all)]
        if [person.number for person in now] != [person.number for person in self._people]:
            self.beginResetModel()
            self._people = now
            self.endResetModel()
            return
        self._people = now
        if now:
            self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, TURNS))

    def person(self, row: int) -> Person:
        """Who stands on this row."""
        return self._people[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        tr = self._tr
        return (tr("Nimi"), tr("Mukana"), tr("Paikalla"), tr("Nimi muistioon"), tr("Vuoroja"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            return base | Qt.ItemFlag.ItemIsEditable
        if index.column() in (PRESENT, ALLOWED):
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person, column, tr = self._people[index.row()], index.column(), self._tr
        if role == Qt.ItemDataRole.CheckStateRole and column in (PRESENT, ALLOWED):
            on = person.present if column == PRESENT else person.name_in_minutes
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return person.name
        if role == Qt.ItemDataRole.DisplayRole:
            if column == NAME:
                return words.person_name(self._session.state, person.number, tr)
            if column == SOURCE:
                return tr("puhelimella") if person.by_phone else tr("ilman puhelinta")
            if column == TURNS:
                return str(self._session.state.floor.turn_count(person.number))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = self._people[index.row()].number
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            self._session.do(people.change_person(number, name=str(value)))
            return True
        if role == Qt.ItemDataRole.CheckStateRole and index.column() in (PRESENT, ALLOWED):
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            change = {"present": on} if index.column() == PRESENT else {"name_in_minutes": on}
            self._session.do(people.change_person(number, **change))  # type: ignore[arg-type]
            return True
        return False
