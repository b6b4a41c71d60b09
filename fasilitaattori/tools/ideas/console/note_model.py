"""The notes of one column as a list model that changes only the rows that changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from fasilitaattori.i18n import Translator
from fasilitaattori.tools.ideas.console.items import Item

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-fasilitaattori-notes"
_ROOT = QModelIndex()


class NoteModel(QAbstractListModel):
    """`show_items` makes the rows match; rows that stay keep their selection and their place in the view."""

    def __init__(self, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._items: list[Item] = []

    def show_items(self, items: Sequence[Item], changed: Sequence[int] | None = None) -> None:
        """Takes over these items in this order, touching as few rows as possible. `changed` = only these rows have another
        item, and there may be more rows after the last one; None = that is not known."""
        old = self._items
        if changed is not None:
            self._show_changed(items, sorted(changed))
            return
        if len(items) >= len(old) and all(a is b or a.id == b.id for a, b in zip(old, items, strict=False)):
            self._show_changed(items, self._other(items))
            return
        wanted = {item.id for item in items}
        gone = [row for row in range(len(old) - 1, -1, -1) if old[row].id not in wanted]
        for _, some in groupby(enumerate(gone), key=lambda pair: pair[0] + pair[1]):
            rows = [row for _, row in some]
            self.beginRemoveRows(_ROOT, rows[-1], rows[0])
            del self._items[rows[-1] : rows[0] + 1]
            self.endRemoveRows()
        kept = {item.id for item in self._items}
        if [item.id for item in self._items] != [item.id for item in items if item.id in kept]:
            self.beginResetModel()
            self._items = list(items)
            self.endResetModel()
            return
        row = 0
        while row < len(items):
            if row < len(self._items) and self._items[row].id == items[row].id:
                row += 1
                continue
            last = row
            while last + 1 < len(items) and items[last + 1].id not in kept:
                last += 1
            self.beginInsertRows(QModelIndex(), row, last)
            self._items[row:row] = items[row : last + 1]
            self.endInsertRows()
            row = last + 1
        self._show_changed(items, self._other(items))

    def _other(self, items: Sequence[Item]) -> list[int]:
        """The rows that have another item now."""
        pairs = enumerate(zip(self._items, items, strict=False))
        return [row for row, (old, new) in pairs if old is not new and old != new]

    def _show_changed(self, items: Sequence[Item], changed: Sequence[int]) -> None:
        """Takes over items that are the rows there are, but for those that `changed`, and perhaps more after them."""
        count = len(self._items)
        for row in changed:
            self._items[row] = items[row]
        for _, some in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0]):
            rows = [row for _, row in some]
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        if len(items) > count:
            self.beginInsertRows(QModelIndex(), count, len(items) - 1)
            self._items += items[count:]
            self.endInsertRows()

    def item(self, row: int) -> Item:
        """The item of a row."""
        return self._items[row]

    def ids(self) -> list[str]:
        """The ids from first to last."""
        return [item.id for item in self._items]

    def row_of(self, idea_id: str) -> int:
        """The row of a note, -1 when it is not here."""
        return next((row for row, item in enumerate(self._items) if item.id == idea_id), -1)

    # --- Qt ---

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(item)
        return None

    def _words(self, item: Item) -> str:
        tr, content = self._tr, item.content
        states = {"waiting": tr("odottaa tarkistusta"), "hidden": tr("piilotettu"), "new": tr("uusi")}
        doubt = tr("näyttää nimeltä") if item.suspect else ""
        return ", ".join(part for part in (content.words, states.get(content.state, ""), content.badge, doubt) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return base if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return notes_mime([self._items[index.row()].id for index in indexes])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


def notes_mime(ids: Sequence[str]) -> QMimeData:
    """Notes being dragged."""
    data = QMimeData()
    data.setData(MIME, "\n".join(ids).encode())
    return data


def dragged_notes(data: QMimeData) -> list[str]:
    """The ids of the notes being dragged; none when it is something else."""
    return bytes(data.data(MIME).data()).decode().split() if data.hasFormat(MIME) else []
