"""Kokoa has two views: the minutes, and what came of what was said. The same switch stands at the head of both."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.look import Look

MINUTES, ANSWERS = "minutes", "answers"


class Views(Segmented):
    """`chosen(view)` when the other one is asked for."""

    def __init__(self, look: Look, view: str, parent: QWidget | None = None) -> None:
        tr = look.tr
        choices = [(MINUTES, tr("Muistio")), (ANSWERS, tr("Mitä tehtiin"))]
        super().__init__(look, choices, view, name=tr("Mitä kootaan"), parent=parent)
        for place in range(self._row.count()):
            self._row.setStretch(place, 0)  # each as wide as its words need
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
