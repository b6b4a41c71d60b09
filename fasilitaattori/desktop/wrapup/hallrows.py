"""The rows of a checking: a point with how many think it right, and a correction with what may become of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.desktop.parts import column
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.checking import Checked, Correction, Tally, in_line
from fasilitaattori.workshop.checkingfacts import DIFFERS, DROPPED, KEPT, MENDED
from fasilitaattori.workshop.heading import DIALOGUE, kind_of
from fasilitaattori.workshop.state import Workshop


class PointRow(QWidget):
    """A point as it reads now. `mending_requested(id)`."""

    mending_requested = Signal(str)

    def __init__(self, look: Look, number: int, point_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._number, self._id = look, number, point_id
        self.words = Label(look, "", "dense")
        self.counts = Label(look, "", "small", "ink2")
        self.mend_button = Button(look, look.tr("Korjaa"), "quiet", "small", icon="pencil-simple")
        self.mend_button.clicked.connect(self._mend)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(8)
        line.addLayout(column(self.words, self.counts, spacing=1), 1)
        line.addWidget(self.mend_button)

    def show_point(self, point: Checked, told: Tally, locked: bool) -> None:
        """Shows how the point reads and what people think of it."""
        tr = self.look.tr
        words = in_line(point.text, point.who, point.due)
        self.words.set_parts([(f"{self._number}. ", True, ""), (words, False, "")])
        self.counts.set_text(" · ".join(_counts(point, told, tr)))
        self.mend_button.setVisible(not locked)
        self.mend_button.setAccessibleDescription(words)

    @Slot()
    def _mend(self) -> None:
        self.mending_requested.emit(self._id)


def _counts(point: Checked, told: Tally, tr: Translator) -> list[str]:
    """How many think what of the point; of a wording that nobody has marked there is nothing to count."""
    if point.id in told.unmarked:
        return [tr("korjattu merkintöjen jälkeen"), tr("ei merkitty uudelleen")]
    right, wrong = told.right[point.id], told.wrong[point.id]
    counts = [tr.n("{n} oikein", "{n} oikein", right), tr.n("{n} korjattava", "{n} korjattava", wrong)]
    if point.id in told.renewed:
        left = told.renewed[point.id]
        again = tr.n("{n} ei ole merkinnyt uudelleen", "{n} ei ole merkinnyt uudelleen", left)
        return [*counts, tr("korjattu merkintöjen jälkeen"), again]
    return [*counts, tr("tekstiä on korjattu")] if point.version else counts


class CorrectionRow(Panel):
    """What somebody wants mended. Tells with its id what the facilitator wants done with it."""

    mending_requested = Signal(str)
    differing_requested = Signal(str)
    keeping_requested = Signal(str)
    dropping_requested = Signal(str)

    def __init__(self, look: Look, correction_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, surface="well", margins=(10, 9, 10, 10), spacing=5, parent=parent)
        tr = look.tr
        self._id = correction_id
        self.about = Label(look, "", "small", "ink2")
        self.point = Label(look, "", "dense")
        self.words = Label(look, "", "dense-strong", icon="chat-teardrop-text", icon_tone="savi")
        self.outcome = Label(look, "", "small", icon="check-circle-fill", icon_tone="kuusi")
        self.mend_button = Button(look, tr("Korjaa teksti"), "secondary", "small", icon="pencil-simple")
        self.differ_button = Button(look, tr("Eriävä näkemys"), "secondary", "small")
        self.keep_button = Button(look, tr("Jätä ennalleen"), "secondary", "small")
        self.drop_button = IconButton(look, "trash", tr("Poista asiattomana"), "quiet", "small")
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons, gap=6)
        keep_height(self.buttons)
        for button in (self.mend_button, self.differ_button, self.keep_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.about, 1)
        top.addWidget(self.drop_button)
        self.body.addLayout(top)
        for widget in (self.point, self.words, self.outcome, self.buttons):
            self.body.addWidget(widget)
        self.mend_button.clicked.connect(self._mend)
        self.differ_button.clicked.connect(self._differ)
        self.keep_button.clicked.connect(self._keep)
        self.drop_button.clicked.connect(self._drop)

    def show_correction(self, state: Workshop, correction: Correction, number: int, point: Checked, locked: bool) -> None:
        """Shows what is wanted, by whom (never in a dialogue), and what became of it."""
        tr = self.look.tr
        nameless = kind_of(state) == DIALOGUE
        about = [tr("Kohta {n}", n=number), who_wants(state, correction, tr)]
        if nameless:
            self.differ_button.set_words(tr("Toinen näkökulma"))
        self.about.set_text(" · ".join(about))
        self.point.set_text(in_line(point.text, point.who, point.due))
        self.words.set_text(correction.words)
        outcome = outcome_words(correction, tr, nameless=nameless)
        self.outcome.set_text(outcome)
        self.outcome.setVisible(bool(outcome))
        for part in (self.buttons, self.drop_button):
            part.setVisible(not correction.how and not locked)
        self.setAccessibleName(f"{about[0]}: {correction.words}")
        for button in (self.mend_button, self.differ_button, self.keep_button, self.drop_button):
            button.setAccessibleDescription(correction.words)

    @Slot()
    def _mend(self) -> None:
        self.mending_requested.emit(self._id)

    @Slot()
    def _differ(self) -> None:
        self.differing_requested.emit(self._id)

    @Slot()
    def _keep(self) -> None:
        self.keeping_requested.emit(self._id)

    @Slot()
    def _drop(self) -> None:
        self.dropping_requested.emit(self._id)


def who_wants(state: Workshop, correction: Correction, tr: Translator) -> str:
    """Who wants it mended, as far as the facilitator may know."""
    if correction.author is None:
        return tr("sanottu salissa")
    mine = (check for check in state.checking.all.values() if correction.id in check.corrections)
    if any(check.nameless for check in mine) or kind_of(state) == DIALOGUE or state.people.get(correction.author) is None:
        return tr("puhelimesta")
    return state.people.shown_name(correction.author) or tr("Osallistuja {n}", n=correction.author)


def outcome_words(correction: Correction, tr: Translator, *, nameless: bool) -> str:
    """What became of it, "" when nothing has yet."""
    match correction.how:
        case how if how == MENDED:
            return tr("Teksti korjattiin.")
        case how if how == DIFFERS:
            return tr("Kirjattiin toisena näkökulmana.") if nameless else tr("Kirjattiin eriävänä näkemyksenä.")
        case how if how == KEPT:
            return tr("Teksti jätettiin ennalleen: {why}", why=correction.why)
        case how if how == DROPPED:
            return tr("Poistettu asiattomana. Sanoja ei kerrota muistiossa.")
    return ""
