"""Mitä tehtiin before there is anything to answer: what the view is for."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState

WIDEST = 560  # pixels at 100 %


class NothingToAnswer(EmptyState):
    """Before the evening is over, or after one in which nothing was brought up."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Ei vielä mitään, mihin vastata"), " ")
        self.body.removeWidget(self.sentence)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.sentence, 1000)
        line.addStretch(1)
        self.body.insertLayout(2, line)
        look.changed.connect(self._narrow)
        self._narrow()

    def teach(self, over: bool) -> None:
        """Says what comes here, and when."""
        tr = self.look.tr
        if over:
            self.heading.set_text(tr("Ei vielä mitään, mihin vastata"))
            words = tr(
                "Kun työpajassa on ideoita, teemoja, päätöksiä tai tehtäviä, ne tulevat tähän. Tehtäviä voi lisätä muistioon."
            )
        else:
            self.heading.set_text(tr("Tämä on illan jälkeistä aikaa varten"))
            words = tr(
                "Kun ilta on päättynyt, tässä ovat sen teemat, ideat ja tehtävät. Kirjaa viikkojen mittaan, mitä niille"
                " tapahtui: siitä syntyy juliste ja verkkosivu osallistujille, ja myöhässä olevista lupauksista muistutetaan."
            )
        self.sentence.set_text(words)
        self.sentence.setVisible(True)

    @Slot()
    def _narrow(self) -> None:
        """Lines of a length that is read with ease."""
        self.sentence.setMaximumWidth(self.look.px(WIDEST))
