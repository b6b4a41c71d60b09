"""A form over the settings of a step: every field tells its change once, and takes over what the log says."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry, TextEntry
from fasilitaattori.desktop.plan.items import ItemList
from fasilitaattori.kit.fields import Field, Select, Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ticks import Switch

Shown = Callable[[Any], bool]


class Form(QWidget):
    """Built from the methods below, one call per field. `changed({key: value})` when a field was changed."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._takers: dict[str, Callable[[Any], None]] = {}
        self._shown: list[tuple[QWidget, Shown]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)
        self.widgets: dict[str, QWidget] = {}
        """The widget of each key, for tests."""

    def fill(self, settings: Any) -> None:
        """Show these settings (a struct with an attribute for every key)."""
        for key, take in self._takers.items():
            take(getattr(settings, key))
        for widget, shown in self._shown:
            widget.setVisible(shown(settings))

    def add(self, widget: QWidget, when: Shown | None = None) -> None:
        """Any widget; `when` says whether it is there for these settings."""
        self._column.addWidget(widget)
        if when is not None:
            self._shown.append((widget, when))

    def take(self, key: str, widget: QWidget, taker: Callable[[Any], None]) -> None:
        """A field made elsewhere: `taker` shows the value of `key`."""
        self.widgets[key] = widget
        self._takers[key] = taker

    def tell(self, key: str, value: Any) -> None:
        """A field says it was changed."""
        self.changed.emit({key: value})

    def text(self, key: str, label: str, lines: int = 2, hint: str = "", when: Shown | None = None) -> None:
        """Several lines."""
        entry = TextEntry(self.look, lines=lines)
        entry.setPlaceholderText(hint)
        entry.committed.connect(lambda value: self.tell(key, value.strip()))
        self.add(Field(self.look, label, entry), when)
        self.take(key, entry, entry.set_value)

    def line(self, key: str, label: str, hint: str = "", when: Shown | None = None) -> None:
        """One line."""
        entry = LineEntry()
        entry.setPlaceholderText(hint)
        entry.committed.connect(lambda value: self.tell(key, value.strip()))
        self.add(Field(self.look, label, entry), when)
        self.take(key, entry, entry.set_value)

    def items(self, key: str, label: str, add_words: str = "", when: Shown | None = None) -> ItemList:
        """A list of short texts."""
        found = ItemList(self.look, label, add_words)
        found.changed.connect(lambda texts: self.tell(key, texts))
        self.add(found, when)
        self.take(key, found, found.show_texts)
        return found

    def switch(self, key: str, label: str, when: Shown | None = None) -> None:
        """On or off."""
        switch = Switch(self.look, label)
        switch.clicked.connect(lambda on: self.tell(key, on))
        self.add(switch, when)
        self.take(key, switch, switch.setChecked)

    def number(
        self,
        key: str,
        label: str,
        low: int,
        high: int,
        words: Callable[[int], str] = str,
        step: int = 1,
        when: Shown | None = None,
    ) -> None:
        """A number between − and +."""
        stepper = Stepper(self.look, low, low, high, words, step, label, small=True)
        stepper.value_changed.connect(lambda value: self.tell(key, value))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(self.look, label, "field"), 1)
        line.addWidget(stepper)
        self.add(holder, when)
        self.take(key, stepper, stepper.set_value)

    def choice(self, key: str, label: str, choices: Mapping[str, str], when: Shown | None = None) -> Select:
        """One of a few; `choices` maps values to words."""
        select = Select(self.look, label)
        for value, words in choices.items():
            select.addItem(words, value)
        select.activated.connect(lambda _: self.tell(key, select.currentData()))
        self.add(Field(self.look, label, select), when)
        self.take(key, select, lambda value: select.setCurrentIndex(select.findData(value)))
        return select
