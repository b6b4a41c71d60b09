"""At which minutes before the end of a step the room is told of the time, in this workshop or in all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from fasilitaattori.desktop.live.cues import marks_of
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Settings

LONGEST = 40
HERE, EVERYWHERE = "here", "everywhere"


def marks_text(marks: Sequence[int]) -> str:
    """10, 5, 1, 0 as one writes it."""
    return ", ".join(map(str, marks))


class MarksDialog(Dialog):
    """`given(marks, everywhere)` when it is accepted; `reset` when this workshop goes back to the usual marks. `own` are the
    workshop's, None when it has none; `usual` those of the settings."""

    given = Signal(object, bool)
    reset = Signal()

    def __init__(self, look: Look, own: Sequence[int] | None, usual: str, parent: QWidget | None = None) -> None:
        tr = look.tr
        told = tr("Esimerkiksi 10, 5, 1, 0. Nolla on vaiheen loppu. Muistutus kuuluu ja näkyy sinulle ja valkokankaalla.")
        title = tr("Milloin ajasta muistutetaan?")
        super().__init__(look, title, told, tr("Muistuta näin"), tr("Peruuta"), width=480, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(usual if own is None else marks_text(own))
        self.line.setMaxLength(LONGEST)
        self.line.setProperty("ring_radius", 6)
        self.line.textChanged.connect(self._mend)
        self.line.returnPressed.connect(self._enter)
        self.field = Field(look, tr(Settings.time_marks.label), self.line)
        choices = [(HERE, tr("Tässä työpajassa")), (EVERYWHERE, tr("Kaikissa työpajoissa"))]
        self.where = Segmented(look, choices, HERE, small=True, name=tr("Missä muistutetaan näin"))
        shown_usual = usual or tr("ei muistutuksia")
        if own is None:
            stands = tr("Nyt on voimassa oletus: {marks}.", marks=shown_usual)
        else:
            stands = tr("Tällä työpajalla on omat muistutukset. Oletus on {marks}.", marks=shown_usual)
        self.body.addWidget(self.field)
        self.body.addWidget(self.where)
        self.body.addWidget(Label(look, stands, "small", "ink2"))
        self.reset_button = Button(look, tr("Käytä oletusta"), icon="arrow-counter-clockwise")
        self.reset_button.setVisible(own is not None)
        self.reset_button.clicked.connect(self._reset)
        self.buttons.insertWidget(0, self.reset_button)
        self.accepted.connect(self._give)
        self.line.setFocus()
        self.line.selectAll()

    def marks(self) -> tuple[int, ...] | None:
        """What is written, most first; () = no reminders; None when it is no minutes."""
        try:
            return marks_of(Settings.time_marks.check(self.line.text()))
        except ValueError:
            return None

    @Slot()
    def _mend(self) -> None:
        tr, good = self.look.tr, self.marks() is not None
        wrong = tr("Kirjoita enintään kuusi minuuttimäärää, esimerkiksi 10, 5, 1, 0.")
        self.field.set_message("" if good else wrong, "" if good else "error")
        self.act_button.setEnabled(good)

    @Slot()
    def _enter(self) -> None:
        if self.marks() is not None:
            self.accept()

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.marks(), self.where.value() == EVERYWHERE)

    @Slot()
    def _reset(self) -> None:
        self.reset.emit()
        self.reject()
