"""Takes out at once those who came by phone in the last minutes and have sent nothing: when a script has filled the room,
nobody can go through two thousand rows."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field, Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.workshop.newcomers import remove_people, silent_newcomers

USUAL, LONGEST = 5, 120  # minutes
_MINUTE = 60_000  # milliseconds


class NewcomersDialog(Dialog):
    """Asks how far back, and says how many that would be; follows the workshop while it is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        super().__init__(
            look,
            tr("Poistetaanko vasta tulleet?"),
            tr("Jos mukaan on liitetty puhelimia, joita salissa ei ole, poistat ne tästä kerralla. Jo lähettäneet jäävät."),
            "",
            tr("Pidä mukana"),
            "delete",
            width=560,
            parent=parent,
        )
        self._workbench = workbench
        self.minutes = Stepper(look, USUAL, 1, LONGEST, lambda n: tr("{n} min", n=n), name=tr("Viimeksi kuluneet minuutit"))
        self.body.addWidget(Field(look, tr("Viimeksi kuluneet minuutit"), self.minutes))
        self.told = Label(look, role="strong")
        self.body.addWidget(self.told)
        self.body.addWidget(Label(look, _small_print(workbench), "small", "ink2"))
        self.minutes.value_changed.connect(self.count)
        workbench.ticked.connect(self.count)
        self.accepted.connect(self._remove)
        self.finished.connect(self.deleteLater)
        self.count()

    def numbers(self) -> list[int]:
        """Whom it would take out now."""
        session = self._workbench.open_session
        return silent_newcomers(session.replica, session.clock.ms() - self.minutes.value() * _MINUTE)

    @Slot()
    def count(self) -> None:
        """Says how many it would be."""
        if self._workbench.session is None:
            return
        tr, n = self.look.tr, len(self.numbers())
        words = tr.n(
            "Sinä aikana on tullut {n} puhelin, josta ei ole lähetetty mitään.",
            "Sinä aikana on tullut {n} puhelinta, joista ei ole lähetetty mitään.",
            n,
        )
        self.told.set_text(words if n else tr("Sinä aikana ei ole tullut puhelimia, joista ei olisi lähetetty mitään."))
        self.act_button.set_words(tr.n("Poista {n} puhelin", "Poista {n} puhelinta", n) if n else tr("Poista puhelimet"))
        self.act_button.setEnabled(n > 0)

    @Slot()
    def _remove(self) -> None:
        numbers, bench = self.numbers(), self._workbench
        told = bench.tr.n("Poistettu {n} puhelin", "Poistettu {n} puhelinta", len(numbers))
        bench.do(remove_people(numbers), lambda _: bench.toast_undo(told))


def _small_print(workbench: Workbench) -> str:
    tr = workbench.tr
    lines = [
        tr("Ääni tai vastaus auki olevassa äänestyksessä tai kyselyssä poistuu: kuka on vastannut, sitä ei katsota."),
        tr("Poistamisen voi perua. Sulje myös liittyminen, ettei uusia tule heti lisää."),
    ]
    return "\n".join(lines)
