"""What is asked while the hall checks the summary: another wording, a reason, a correction said aloud."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.written import LineDialog, TextDialog
from fasilitaattori.workshop.checking import Checked, in_line
from fasilitaattori.workshop.settling import MAX_LINE, MAX_POINT, MAX_WHY, MAX_WORDS, NEXT

WIDTH, HEIGHT = 560, 96


class MendDialog(TextDialog):
    """Another wording of a point. `given(text, who, due)`."""

    given = Signal(str, str, str)

    def __init__(self, look: Look, point: Checked, wanted: Sequence[str] = (), parent: QWidget | None = None) -> None:
        tr = look.tr
        self._before = (point.text, point.who, point.due)
        self.who, self.due = QLineEdit(point.who), QLineEdit(point.due)
        super().__init__(
            look, tr("Miten kohdan pitäisi kuulua?"), tr("Kohdan teksti"), point.text, height=HEIGHT, width=WIDTH, parent=parent
        )
        for place, words in enumerate(wanted):
            self.body.insertWidget(place, Label(look, words, "dense", icon="chat-teardrop-text", icon_tone="savi"))
        labels = (
            (tr("Kuka kertoo osallistujille"), tr("Milloin ja missä"))
            if point.source == NEXT
            else (tr("Kuka"), tr("Viimeistään"))
        )
        for field, words in ((self.who, labels[0]), (self.due, labels[1])):
            field.setMaxLength(MAX_LINE)
            field.textChanged.connect(self._mend)
            if point.who or point.due or point.source == NEXT:
                self.body.addWidget(Field(look, words, field))
        self.body.addWidget(Label(look, tr("Uusi teksti näkyy heti valkokankaalla ja puhelimissa."), "small", "ink2"))
        self.act_button.set_words(tr("Korjaa teksti"))
        self.accepted.connect(self._give)
        self._mend()

    @Slot()
    def _mend(self) -> None:
        text = self.text.toPlainText().strip()
        changed = (text, self.who.text().strip(), self.due.text().strip()) != self._before
        self.act_button.setEnabled(bool(text) and len(text) <= MAX_POINT and changed)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.text.toPlainText().strip(), self.who.text().strip(), self.due.text().strip())


class ReasonDialog(LineDialog):
    """Why the text stays as it is. `given(why)`."""

    given = Signal(str)

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        tr = look.tr
        told = tr("Ehdotus: {words}", words=words)
        title, act, name = tr("Miksi teksti jää ennalleen?"), tr("Jätä ennalleen"), tr("Perustelu")
        super().__init__(look, title, act, name, "", MAX_WHY, told=told, width=WIDTH, parent=parent)
        self.line.setPlaceholderText(tr("esim. luku tarkistettiin kunnan tilastosta"))
        self.accepted.connect(self._give)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.line.text().strip())


class HearDialog(TextDialog):
    """A correction said aloud. `given(point, words)`."""

    given = Signal(str, str)

    def __init__(self, look: Look, points: Sequence[Checked], parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(
            look, tr("Mitä salissa ehdotettiin?"), tr("Mikä on korjattava"), "", height=HEIGHT, width=WIDTH, parent=parent
        )
        self.points = Select(look, tr("Kohta"))
        for number, point in enumerate(points, 1):
            self.points.addItem(f"{number}. {in_line(point.text, point.who, point.due)}", point.id)
        self.points.setMinimumContentsLength(20)
        self.points.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.body.insertWidget(0, Field(look, tr("Kohta"), self.points))
        self.body.addWidget(Label(look, tr("Puhujan nimeä ei kirjata."), "small", "ink2"))
        self.act_button.set_words(tr("Kirjaa korjaus"))
        self.accepted.connect(self._give)
        self._mend()

    @Slot()
    def _mend(self) -> None:
        text = self.text.toPlainText().strip()
        self.act_button.setEnabled(0 < len(text) <= MAX_WORDS)

    @Slot()
    def _give(self) -> None:
        self.given.emit(str(self.points.currentData()), self.text.toPlainText().strip())
