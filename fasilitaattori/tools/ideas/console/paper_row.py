"""Writing paper notes on the wall on behalf of those without a phone: one after another, without leaving the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.unsaid import carry, written_since
from fasilitaattori.tools.ideas.model import Theme


class PaperField(QLineEdit):
    """Esc leaves with the text kept."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperRow(Panel):
    """`added(text, theme)`. The text stays until `taken()` says it is on the wall, or `refused()` that it is not."""

    added = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, most: int, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(10, 8, 10, 8), spacing=0, parent=parent)
        self._saving = ""
        tr = look.tr
        self.field = PaperField()
        self.field.setMaxLength(max(most, 280))
        self.field.setPlaceholderText(tr("Mitä paperilapussa lukee"))
        self.field.setAccessibleName(tr("Mitä paperilapussa lukee"))
        self.field.setProperty("ring_radius", 6)
        carry(self.field, "paper_note")
        self.field.returnPressed.connect(self._add)
        self.field.left.connect(self.left)
        self.themes = Select(look, tr("Teema"))
        self.themes.setMinimumWidth(look.px(150))
        self.button = Button(look, tr("Lisää lappu"), "primary", key="Enter")
        self.button.clicked.connect(self._add)
        cross = IconButton(look, "x", tr("Sulje"), "quiet")
        cross.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for widget in (self.themes, self.button, cross):
            row.addWidget(widget)
        self.body.addLayout(row)

    def show_themes(self, themes: Sequence[Theme]) -> None:
        """The themes a note may go under."""
        wanted = [("", self.look.tr("Ilman teemaa")), *((theme.id, theme.name) for theme in themes)]
        now = [(self.themes.itemData(n), self.themes.itemText(n)) for n in range(self.themes.count())]
        if wanted != now:
            chosen = self.themes.currentData()
            self.themes.clear()
            for key, name in wanted:
                self.themes.addItem(name, key)
            self.themes.setCurrentIndex(max(0, self.themes.findData(chosen)))
        self.themes.setVisible(bool(themes))

    def open_field(self) -> None:
        """To the field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def taken(self, text: str) -> None:
        """The note is on the wall."""
        self._saving = written_since(self._saving, text)
        if self.field.text().startswith(text):
            self.field.setText(written_since(self.field.text(), text))

    def half_typed(self) -> str:
        """What has not been given yet."""
        return written_since(self.field.text(), self._saving)

    def refused(self) -> None:
        """It may be given again."""
        self._saving = ""

    @Slot()
    def _add(self) -> None:
        whole = self.field.text()
        written = written_since(whole, self._saving)
        if written.strip():  # not when it was pressed twice
            self._saving = whole
            self.added.emit(written, self.themes.currentData() or "")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
