"""The library before there is anything in it: what to begin with, and how the rug of an evening is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import holder
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.kit.rug_widgets import RugLegend, RugStrip

RUG_WIDTH = 640  # pixels at 100 %
Steps = Sequence[tuple[int, str, str]]


class EmptyLibrary(EmptyState):
    """`action_requested` for a new workshop; `example_button` opens the example."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        tr, look = workbench.tr, workbench.look
        sentence = tr("Tee ensimmäinen työpaja, tai avaa esimerkki ja kokeile kaikkea rauhassa.")
        super().__init__(look, tr("Ei vielä työpajoja"), sentence, tr("Uusi työpaja"), "plus", parent)
        self._workbench = workbench
        self._asked = False
        self.example_button = Button(look, tr("Avaa esimerkki"), size="small", icon="book-open-text")
        both = QHBoxLayout()
        both.setSpacing(8)
        self.body.removeWidget(self.button)
        both.addStretch(1)
        both.addWidget(self.button)
        both.addWidget(self.example_button)
        both.addStretch(1)
        self.rug = RugStrip(look, 30, 1.2, marker=False)
        self._picture = QVBoxLayout()
        self._picture.setContentsMargins(0, 30, 0, 14)
        self._picture.setSpacing(10)
        self._told = holder(self._picture)
        self._told.hide()
        self.body.insertLayout(self.body.count() - 1, both)
        self.body.insertWidget(self.body.count() - 1, self._told)
        self.setMinimumHeight(220)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            bench = self._workbench
            bench.services.background.run(self._example, self._show, bench.tell, owner=self)

    def _example(self) -> Steps:
        from fasilitaattori.desktop.creating import example, rug_of  # the methods load when they are first needed

        services = self._workbench.services
        draft = example(services.methods(), self.look.tr.language, services.clock.now().date().isoformat())
        return rug_of(draft.steps) if draft is not None else []

    def _show(self, steps: Steps) -> None:
        """The example's rug, what its weaves mean, and what its widths are."""
        if not steps:
            return
        tr, look = self.look.tr, self.look
        self.rug.set_steps(steps)
        legend = RugLegend(look, tuple(dict.fromkeys(mode for _, mode, _ in steps)))
        keep_height(legend)
        words = tr("Raitamatto näyttää koko illan: leveys on aikaa, kuvio kertoo, miten ollaan. Tässä on esimerkki-ilta.")
        said = Label(look, words, "small", "ink2", align=Qt.AlignmentFlag.AlignHCenter)
        width = look.px(RUG_WIDTH)
        for part in (self.rug, legend, said):
            part.setMaximumWidth(min(width, part.sizeHint().width()) if part is legend else width)
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(part, 1000)
            line.addStretch(1)
            self._picture.addLayout(line)
        self._told.show()
