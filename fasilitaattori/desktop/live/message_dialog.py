"""A few words for the room, on the big screen: one's own, or ready-made ones that only need a press."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from fasilitaattori.errors import N_
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.written import LineDialog
from fasilitaattori.workshop.show import MAX_MESSAGE

MESSAGES = (
    N_("Jatkamme hetken kuluttua"),
    N_("Palataan yhteen"),
    N_("Hetki hiljaa, jokainen miettii"),
    N_("Kahvi on valmis"),
    N_("Vielä kaksi minuuttia"),
)
"""Said in most evenings; they are shown in the language of the workshop."""

COLUMNS = 2
EDGE = 20  # pixels beside what is in a dialog


class MessageDialog(LineDialog):
    """A few words for the room. `given(text)`."""

    given = Signal(str)

    def __init__(self, look: Look, text: str, ready: Sequence[str] = (), parent: QWidget | None = None) -> None:
        self._grid = QGridLayout()
        tr = look.tr
        told = tr("Teksti näkyy isona, kunnes näytät taas vaiheen.")
        title, act = tr("Mitä valkokankaalla lukee?"), tr("Näytä viesti")
        super().__init__(look, title, act, tr("Viesti"), text, MAX_MESSAGE, told=told, width=480, parent=parent)
        self.line.setPlaceholderText(tr("esim. Jatkamme salissa klo 19.30"))
        self.accepted.connect(self._give)
        grid = self._grid
        grid.setSpacing(8)
        for place, message in enumerate(ready):
            button = Button(look, message, size="small")
            button.clicked.connect(partial(self._take, message))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.body.addLayout(grid)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """So wide that the ready-made ones are whole: a dialog would not grow for them beyond a part of the screen."""
        super().refresh()
        self.setMinimumWidth(max(self.minimumWidth(), self._grid.minimumSize().width() + 2 * EDGE))

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.line.text())

    def _take(self, message: str) -> None:
        """A ready-made one is shown at once."""
        self.line.setText(message)
        self.accept()
