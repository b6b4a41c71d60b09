"""Approving the minutes: who does it, and what is still missing is asked about once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from fasilitaattori.desktop.services import Section
from fasilitaattori.desktop.wrapup.sectionlist import name_of
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.closing import MAX_BY
from fasilitaattori.workshop.state import Workshop


def incomplete(sections: Sequence[Section]) -> list[Section]:
    """Those in which a person must add something."""
    return [section for section in sections if section.state == "missing" and not section.left_out]


def missing_words(sections: Sequence[Section], state: Workshop, tr: Translator) -> list[str]:
    """What a person should see to before approving, each a line."""
    open_ = incomplete(sections)
    names = [name_of(section, tr) for section in open_]
    lines = [f"{name}{'' if name.endswith('?') else ':'} {section.ask}" for name, section in zip(names, open_, strict=True)]
    if state.run.phase in ("open", "running"):
        lines.append(tr("Työpaja on vielä käynnissä, ja muistio täydentyy yhä."))
    elif state.run.phase == "planned":
        lines.append(tr("Työpajaa ei ole vielä pidetty."))
    return lines


class ApproveDialog(Dialog):
    """`approved(by)`, or `completion_requested` when the safe choice was to complete first. `missing` is what is to be known
    before approving, `completable` whether any of it can be completed in the minutes."""

    approved = Signal(str)
    completion_requested = Signal()

    def __init__(
        self, look: Look, missing: Sequence[str], by: str, parent: QWidget | None = None, *, completable: bool = True
    ) -> None:
        tr = look.tr
        question = tr("Hyväksytäänkö keskeneräinen muistio?") if missing else tr("Hyväksytäänkö muistio?")
        told = tr("Merkintä LUONNOS poistuu papereista. Hyväksytyn muistion voi avata uudelleen muokattavaksi.")
        act = tr("Hyväksy silti") if missing else tr("Hyväksy")
        safe = tr("Täydennä ensin") if missing and completable else tr("Peruuta")
        super().__init__(look, question, told, act, safe, width=520, parent=parent)
        self._asks_missing = bool(missing) and completable
        for words in missing:
            self.body.addWidget(Label(look, words, "dense", icon="warning", icon_tone="savi"))
        self.by = QLineEdit(by)
        self.by.setMaxLength(MAX_BY)
        self.by.setProperty("ring_radius", 6)
        self.body.addWidget(Field(look, tr("Kuka hyväksyy"), self.by))
        self.body.addWidget(Label(look, tr("Nimi näkyy vain sisäisessä versiossa."), "small", "ink2"))
        self.accepted.connect(self._approve)
        self.rejected.connect(self._leave)
        if not missing:
            self.act_button.setDefault(True)  # Enter in the field approves
            self.by.setFocus()

    @Slot()
    def _approve(self) -> None:
        self.approved.emit(self.by.text().strip())

    @Slot()
    def _leave(self) -> None:
        if self._asks_missing:
            self.completion_requested.emit()
