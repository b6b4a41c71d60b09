"""The people of the evening as a table: who they are, how their phones are, and whose name may stand in the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fasilitaattori.desktop.live.people_lines import AWAY_NOW, TROUBLE, Line
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.workshop import people
from fasilitaattori.workshop.events import Command

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, PHONE, PRESENT, ALLOWED, TURNS, MENU = range(7)
COLUMNS = 7
_ROOT = QModelIndex()
_ICON = 18


class PeopleModel(QAbstractTableModel):
    """Shows the lines it is given; `asked(command)` when somebody edits a cell. Lines keep their selection and an open editor
    when they move."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: Any = None) -> None:
        super().__init__(parent)
        self._look, self._tr = look, look.tr
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Takes over the lines; only what differs is told to the view."""
        wanted = {line.number for line in lines}
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].number not in wanted:
                self.beginRemoveRows(_ROOT, row, row)
                del self._lines[row]
                self.endRemoveRows()
        known = {line.number for line in self._lines}
        new = [line for line in lines if line.number not in known]
        if new:
            first = len(self._lines)
            self.beginInsertRows(_ROOT, first, first + len(new) - 1)
            self._lines += new
            self.endInsertRows()
        self._reorder(lines)
        before, self._lines = self._lines, list(lines)
        self._tell_changes(before)

    def _tell_changes(self, before: Sequence[Line]) -> None:
        """Phones change every second: they are told apart from the names, which somebody may be writing into just now."""
        phones: list[int] = []
        for row, (old, line) in enumerate(zip(before, self._lines, strict=True)):
            if old == line:
                continue
            if line.differs_by_phone(old):
                phones.append(row)
            else:
                self.dataChanged.emit(self.index(row, NUMBER), self.index(row, MENU))
        if phones:
            self.dataChanged.emit(self.index(phones[0], PHONE), self.index(phones[-1], PHONE))

    def _reorder(self, lines: Sequence[Line]) -> None:
        before = [line.number for line in self._lines]
        after = [line.number for line in lines]
        if before == after:
            return
        self.layoutAboutToBeChanged.emit()
        rows = {number: row for row, number in enumerate(after)}
        kept = self.persistentIndexList()
        moved = [self.createIndex(rows[before[index.row()]], index.column()) for index in kept]
        by_number = {line.number: line for line in self._lines}
        self._lines = [by_number[number] for number in after]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def line(self, row: int) -> Line:
        """What stands on this row."""
        return self._lines[row]

    def row_of(self, number: int) -> int:
        """The row of a person; -1 when there is none."""
        return next((row for row, line in enumerate(self._lines) if line.number == number), -1)

    # --- what Qt asks ---

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        tr = self._tr
        return (tr("Nro"), tr("Nimi"), tr("Puhelin"), tr("Mukana"), tr("Nimi muistioon"), tr("Vuoroja"), "")[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self._lines[index.row()]
        if line.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if line.removed:
            return base
        if index.column() == NAME:
            return base | Qt.ItemFlag.ItemIsEditable
        if index.column() in (PRESENT, ALLOWED):
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if line.is_heading:
            return self._heading(line, column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column)
            case Qt.ItemDataRole.EditRole if column == NAME:
                return line.given
            case Qt.ItemDataRole.CheckStateRole if column in (PRESENT, ALLOWED) and not line.removed:
                on = line.present if column == PRESENT else line.allowed
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(line, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == MENU:
                return self._tr("Toiminnot: {name}", name=line.name)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._hint(line, column) or "")
        return None

    def _heading(self, line: Line, column: int, role: int) -> Any:
        if column == NUMBER and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.name
        return self._look.sans(15, bold=True) if role == Qt.ItemDataRole.FontRole else None

    def _words(self, line: Line, column: int) -> str | None:
        name = self._tr("{name} · hiljennetty", name=line.name) if line.muted else line.name
        turns = str(line.turns) if line.turns else ""
        return {NUMBER: str(line.number), NAME: name, PHONE: line.how, TURNS: turns}.get(column)

    def _icon(self, line: Line, column: int) -> Any:
        if column == PHONE and line.icon:
            return self._look.icon(line.icon, line.tone, _ICON)
        if column == NAME and line.muted:
            return self._look.icon("speaker-slash", "savi", _ICON)
        return self._look.icon("dots-three", "ink2", _ICON) if column == MENU else None

    def _hint(self, line: Line, column: int) -> str | None:
        tr = self._tr
        if column == MENU:
            return tr("Toiminnot: {name}", name=line.name)
        if column == NAME and line.muted:
            return tr("Mikään, mitä tämä puhelin lähettää, ei näy huoneelle. Äänestää ja vastata voi.")
        if column != PHONE:
            return None
        if line.group == TROUBLE:
            return tr("Puhelimesta ei kuulu mitään. Kun yhteys palaa, se lähettää itse, mitä siihen on jäänyt.")
        if line.group == AWAY_NOW:
            return tr("Sivu ei ole näkyvissä: puhelin on taskussa tai siinä on auki jotain muuta.")
        if line.scripts:
            return None
        return tr("Tämän puhelimen selain ei aja skriptejä. Kaikki toimii, sivu vaihtuu vain hitaammin.")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = self._lines[index.row()].number
        command: Command | None = None
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            command = people.change_person(number, name=str(value))
        elif role == Qt.ItemDataRole.CheckStateRole and index.column() in (PRESENT, ALLOWED):
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            told = {"present": on} if index.column() == PRESENT else {"name_in_minutes": on}
            command = people.change_person(number, **told)  # type: ignore[arg-type]
        if command is not None:
            self.asked.emit(command)
        return command is not None
