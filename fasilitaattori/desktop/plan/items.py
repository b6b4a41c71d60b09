"""A list of short texts to write, order and remove: questions, ground rules, themes, options."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.plan.item import Item
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import DropLine


class ItemList(QWidget):
    """A heading with "Lisää", and the items. `changed(list of texts)` once for every change; `pointed(place)` when an item is
    walked to or clicked, so that more about it can be shown elsewhere."""

    changed = Signal(object)
    pointed = Signal(int)

    def __init__(self, look: Look, title: str, add_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._items: list[Item] = []
        self._target = -1
        self.title = Label(look, title, "field")
        self.add_button = Button(look, add_words or look.tr("Lisää"), "quiet", "small", icon="plus")
        self.add_button.setAccessibleDescription(title)
        self.add_button.clicked.connect(self.add)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self.head)
        column.addLayout(self._list)
        self._line = DropLine(look, parent=self)
        self._line.hide()

    def texts(self) -> list[str]:
        """The texts now."""
        return [item.words for item in self._items if item.words]

    def items(self) -> list[Item]:
        """The items now, for tests and keys."""
        return list(self._items)

    def place_of(self, item: Item) -> int:
        """Its place from 0, -1 when it is gone."""
        return self._items.index(item) if item in self._items else -1

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these texts; an item that is being written is left alone unless the list itself changed."""
        if list(texts) == self.texts():
            return
        while len(self._items) > len(texts):
            self._drop_widget(self._items[-1])
        for place, words in enumerate(texts):
            if place < len(self._items):
                self._items[place].show_words(words)
            else:
                self.make(words)

    @Slot()
    def add(self) -> None:
        """A new item at the end, open for writing."""
        self.make("").open()

    def make(self, words: str) -> Item:
        """A new item at the end."""
        item = Item(self.look, words, self)
        item.written.connect(self._tell)
        item.left_empty.connect(lambda: self._forget(item))
        item.removed.connect(lambda: self._remove(item))
        item.walked.connect(lambda way: self._walk(item, way))
        item.moved.connect(lambda way: self._shift(item, way))
        item.dragged.connect(lambda place: self._drag(item, place))
        item.dropped.connect(lambda: self._drop(item))
        item.focused.connect(lambda: self.pointed.emit(self.place_of(item)))
        item.finished.connect(lambda: self._finished(item))
        self._items.append(item)
        self._list.addWidget(item)
        return item

    def _drop_widget(self, item: Item) -> None:
        self._items.remove(item)
        self._list.removeWidget(item)
        item.hide()
        item.deleteLater()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.texts())

    def _forget(self, item: Item) -> None:
        """An item emptied by its writer goes; a new one that never got words goes quietly."""
        if item in self._items:
            self._remove(item)

    def _remove(self, item: Item) -> None:
        place = self._items.index(item)
        focused = item.hasFocus()
        self._drop_widget(item)
        if focused and self._items:
            self._items[min(place, len(self._items) - 1)].setFocus()
        self._tell()

    def _finished(self, item: Item) -> None:
        """Enter in the last item opens the next one, so that a list is written without the mouse."""
        if item is self._items[-1]:
            self.add()
        else:
            item.setFocus()

    def _walk(self, item: Item, way: int) -> None:
        place = self._items.index(item) + way
        if 0 <= place < len(self._items):
            self._items[place].setFocus()

    def _shift(self, item: Item, way: int) -> None:
        place = self._items.index(item)
        self._put(item, place + way)
        item.setFocus()

    def _put(self, item: Item, place: int) -> None:
        before = self._items.index(item)
        place = max(0, min(place, len(self._items) - 1))
        if place != before:
            self._items.insert(place, self._items.pop(before))
            self._list.removeWidget(item)
            self._list.insertWidget(place, item)
            self._tell()

    def _drag(self, item: Item, place: QPoint) -> None:
        y = self.mapFromGlobal(place).y()
        self._target = sum(1 for other in self._items if other.y() + other.height() / 2 < y)
        last = self._target >= len(self._items)
        edge = self._items[-1].geometry().bottom() + 2 if last else self._items[self._target].y() - 4
        self._line.setGeometry(0, edge, self.width(), 4)
        self._line.raise_()
        self._line.show()

    def _drop(self, item: Item) -> None:
        self._line.hide()
        here = self._items.index(item)
        self._put(item, self._target - (1 if self._target > here else 0))
