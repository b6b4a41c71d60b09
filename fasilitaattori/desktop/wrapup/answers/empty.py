"""Mitä tehtiin before there is anything to answer: what the view is for."""

from PySide6.QtCore import Qt

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState


class NothingToAnswer(EmptyState):
    """Before the evening is over, or after one in which nothing was brought up."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Ei vielä mitään, mihin vastata"), " ")
        self.body.setAlignment(self.sentence, Qt.AlignmentFlag.AlignHCenter)  # as wide as it likes: lines read with ease

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
