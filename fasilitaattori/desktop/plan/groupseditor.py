"""The groups that work at the same time in a step: name, topic, place and who leads."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.readingorder import come_last
from fasilitaattori.workshop.groups import MAX_FIELD, MOST_GROUPS, Group


class GroupRow(QWidget):
    """One group. `changed` when a field was left, `removed` by its cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr = look.tr
        self.look = look
        self.name, self.topic, self.place, self.host = (LineEntry() for _ in range(4))
        self.cross = IconButton(look, "x", tr("Poista ryhmä"), "quiet", "small")
        self.cross.clicked.connect(self.removed)
        come_last(self.cross)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(5)
        words = (tr("Ryhmän nimi"), tr("Aihe"), tr("Paikka"), tr("Vetäjä"))
        for place, (line, hint) in enumerate(zip(self._lines(), words, strict=True)):
            line.setMaxLength(MAX_FIELD)
            line.setPlaceholderText(hint)
            line.setAccessibleName(hint)
            line.committed.connect(self.changed)
            grid.addWidget(line, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.cross, 0, 2)

    def _lines(self) -> tuple[LineEntry, ...]:
        return (self.name, self.topic, self.place, self.host)

    def group(self) -> Group:
        """As written now."""
        return Group(*(line.text().strip() for line in self._lines()))

    def is_being_written(self) -> bool:
        """Is somebody in the middle of a word?"""
        return any(line.hasFocus() and line.isModified() for line in self._lines())

    def show_group(self, group: Group) -> None:
        """As the log has it."""
        for line, text in zip(self._lines(), (group.name, group.topic, group.place, group.host), strict=True):
            line.set_value(text)
        self.cross.set_name(self.look.tr("Poista {title}", title=group.name) if group.name else self.look.tr("Poista ryhmä"))


class GroupsEditor(QWidget):
    """`changed(list of groups as the log keeps them)`. A new row becomes a group when something is written in it."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.rows: list[GroupRow] = []
        self.add_button = Button(look, look.tr("Lisää ryhmä"), "quiet", "small", icon="plus")
        self.add_button.clicked.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(Label(look, look.tr("Ryhmät samaan aikaan"), "field"), 1)
        head.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addLayout(self._list)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; a new row in which nothing is written yet stays, and so does one that is being written in."""
        if list(groups) == self.groups():
            return
        while len(self.rows) > len(groups) and not self.rows[-1].is_being_written():
            self._drop(self.rows[-1])
        while len(self.rows) < len(groups):
            self._make()
        for row, group in zip(self.rows, groups, strict=False):
            row.show_group(group)

    def groups(self) -> list[Group]:
        """The groups as written now."""
        return [group for group in (row.group() for row in self.rows) if group != Group()]

    @Slot()
    def add(self) -> None:
        """A new row, ready to be written in."""
        self._make().name.setFocus()

    def clear(self) -> None:
        """Another step is shown: the rows of the one before go, also one that is being written in (its step is gone)."""
        for row in list(self.rows):
            self._drop(row)

    def _make(self) -> GroupRow:
        row = GroupRow(self.look)
        row.changed.connect(self._tell)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._list.addWidget(row)
        self._mend_adding()
        return row

    def _mend_adding(self) -> None:
        full = len(self.rows) >= MOST_GROUPS
        self.add_button.setEnabled(not full)
        self.add_button.set_hint(self.look.tr("Vaiheessa voi olla enintään {limit} ryhmää.", limit=MOST_GROUPS) if full else "")

    def _drop(self, row: GroupRow) -> None:
        self.rows.remove(row)
        row.blockSignals(True)  # a line that loses the focus by this would tell of what is gone
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._mend_adding()

    def _remove(self, row: GroupRow) -> None:
        self._drop(row)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit([group.written() for group in self.groups()])
