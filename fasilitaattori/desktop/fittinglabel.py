"""A line that says as much as there is room for in whole words: the same thing may be told longer and shorter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip


class FittingLabel(Label):
    """`set_choices`: the same from the longest to the shortest; the longest that fits is shown, the longest of all is the
    tooltip of a shorter one. The last one is shortened with … when even it is too long."""

    def __init__(self, look: Look, role: str = "body", tone: str = "ink2", parent: QWidget | None = None) -> None:
        self._choices: tuple[str, ...] = ()
        super().__init__(look, role=role, tone=tone, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[str]) -> None:
        """What it may say."""
        self._choices = tuple(choices)
        self.choose()

    def choose(self) -> None:
        """Says the longest that fits at the present width."""
        if not self._choices:
            self.set_text("")
            return
        fits = (words for words in self._choices if self._width_of(((words, False, ""),)) <= self.width())
        self.set_text(next(fits, self._choices[-1]))
        if self.text() != self._choices[0]:
            self.setToolTip(tip(self._choices[0]))
        elif not self._is_shortened():
            self.setToolTip("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.choose()
