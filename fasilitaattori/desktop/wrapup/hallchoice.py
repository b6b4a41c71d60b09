"""What goes before the hall: the points of the minutes, each to be left out or taken along, and points of one's own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.parts import clear
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ticks import CheckBox
from fasilitaattori.workshop import summing
from fasilitaattori.workshop.checking import in_line
from fasilitaattori.workshop.checkingfacts import Point
from fasilitaattori.workshop.settling import MAX_POINT, MOST_POINTS

GROUPS = {
    summing.RESULTS: N_("Tulokset"),
    summing.NOTES: N_("Kirjatut huomiot"),
    summing.DECISIONS: N_("Päätökset"),
    summing.ACTIONS: N_("Tehtävät"),
    summing.NEXT_STEPS: N_("Mitä tällä tehdään?"),
    "": N_("Omat kohdat"),
}


class OfferRow(QWidget):
    """A point that may be taken along."""

    def __init__(self, look: Look, point: Point, taken: bool, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        words = in_line(point.text, point.who, point.due)
        self.box = CheckBox(look)
        self.box.setChecked(taken)
        self.box.setEnabled(not why_not)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(why_not)
        line = QHBoxLayout(self)
        line.setContentsMargins(5, 2, 0, 2)
        line.setSpacing(9)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(look, words, "dense", "ink2" if why_not else "ink"))
        if why_not:
            column.addWidget(Label(look, why_not, "small", "savi", icon="warning"))
        line.addLayout(column, 1)


class HallChoice(QWidget):
    """`wanted(points)` when they are to go before the hall."""

    wanted = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self.look = workbench.look
        tr = look.tr
        self.workbench = workbench
        self._rows: list[OfferRow] = []
        self._left: set[str] = set()  # what was left out by hand, by its words
        self._own: list[Point] = []
        self._shown: object = None
        told = tr(
            "Yhteenveto näytetään valkokankaalla ja puhelimissa. Jokainen merkitsee kohdat oikeiksi tai kertoo, mikä on"
            " korjattava. Sinä ratkaiset korjaukset, ja tarkistus kirjataan muistioon."
        )
        self.told = Label(look, told)
        self.own = LineEntry()
        self.own.setMaxLength(MAX_POINT)
        self.own.setPlaceholderText(tr("esim. keskustelu jäi kesken pihan osalta"))
        self.own.committed.connect(self._add_own)
        self.count = Label(look, "", "small", "ink2")
        self.start_button = Button(look, tr("Tarkistetaan salissa"), "primary", icon="projector-screen")
        self.start_button.clicked.connect(self._start)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.count)
        column.addLayout(self._list)
        column.addWidget(Field(look, tr("Oma kohta"), self.own))

    def refresh(self) -> None:
        """Shows what could be checked now; what was left out stays left out."""
        state = self.workbench.state
        tr = translator(state.info.language if state.info.language in LANGUAGES else LANGUAGES[0])
        offers = summing.offers(state, tr)
        shown = (offers, tuple(self._own))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._list)
        self._rows, group = [], None
        too_long = self.look.tr("Liian pitkä valkokankaalle: enintään {n} merkkiä. Lyhennä kohtaa ensin.", n=MAX_POINT)
        own = [summing.Offer("", point, True) for point in self._own]
        for offer in (*offers, *own):
            if offer.group != group:
                group = offer.group
                self._list.addWidget(Label(self.look, self.look.tr(GROUPS[group]), "small-strong", "ink2"))
            taken = offer.usual and offer.point.text not in self._left
            row = OfferRow(self.look, offer.point, taken, too_long if offer.too_long else "")
            row.box.toggled.connect(self._mend)
            self._rows.append(row)
            self._list.addWidget(row)
        self._mend()

    def rows(self) -> tuple[OfferRow, ...]:
        """The points, in order."""
        return tuple(self._rows)

    def points(self) -> list[Point]:
        """Those taken along."""
        return [row.point for row in self._rows if row.box.isChecked()]

    @Slot()
    def _mend(self) -> None:
        tr, taken = self.look.tr, len(self.points())
        self._left = {row.point.text for row in self._rows if row.box.isEnabled() and not row.box.isChecked()}
        words = tr.n("{n} kohta tarkistettavaksi", "{n} kohtaa tarkistettavaksi", taken)
        if not self._rows:
            words = tr("Illasta ei ole vielä kirjattu mitään tarkistettavaa. Voit kirjoittaa oman kohdan.")
        elif taken > MOST_POINTS:
            words = tr("Kerralla voi tarkistaa enintään {limit} kohtaa.", limit=MOST_POINTS)
        self.count.set_text(words)
        self.start_button.setEnabled(0 < taken <= MOST_POINTS)

    @Slot(str)
    def _add_own(self, text: str) -> None:
        if text.strip():
            self._own.append(Point(" ".join(text.split())))
            self.own.set_value("")
            self.own.setText("")
            self.refresh()

    @Slot()
    def _start(self) -> None:
        self.own.commit()
        self.wanted.emit(self.points())
