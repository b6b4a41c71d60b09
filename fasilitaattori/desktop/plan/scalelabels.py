"""The words of the scale from 0 (fist) to 5 (five fingers): scales differ from place to place, so the labels are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.vote.model.facts import SCALE_STEPS


class ScaleLabels(QWidget):
    """Six lines. `changed(six texts)` when one was changed."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = look.tr("Mitä luvut tarkoittavat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(look, title, "field"))
        grid = QGridLayout()
        grid.setSpacing(6)
        self.lines = [LineEntry(small=True) for _ in range(SCALE_STEPS)]
        for value, line in enumerate(self.lines):
            line.setAccessibleName(f"{title}: {value}")
            line.committed.connect(self._tell)
            grid.addWidget(Label(look, str(value), "strong", wrap=False), value, 0)
            grid.addWidget(line, value, 1)
        column.addLayout(grid)

    def show_labels(self, labels: Sequence[str]) -> None:
        """Show these labels; missing ones are empty."""
        for value, line in enumerate(self.lines):
            line.set_value(labels[value] if value < len(labels) else "")

    @Slot()
    def _tell(self) -> None:
        texts = [line.text().strip() for line in self.lines]
        self.changed.emit(texts if any(texts) else [])
