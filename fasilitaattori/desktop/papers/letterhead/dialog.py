"""The letterhead of one workshop: as in the settings, or one of its own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.letterhead.example import Example
from fasilitaattori.desktop.papers.letterhead.form import LetterheadForm
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.ticks import RadioButton
from fasilitaattori.workshop.letterhead import Letterhead

WIDTH = 760


class LetterheadDialog(Dialog):
    """`given(letterhead)` when it was saved: None = as in the settings."""

    given = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.tr
        told = tr("Logo, lähettäjä, väri ja marginaalit tämän työpajan papereissa.")
        super().__init__(look, tr("Papereiden ulkoasu"), told, tr("Tallenna"), width=WIDTH, parent=parent)
        info = workbench.state.info
        self._organiser, self._default = info.organiser, workbench.services.papers.letterheads.default()
        self.shared = RadioButton(look, tr("Sama kuin asetuksissa"))
        self.own = RadioButton(look, tr("Tämän työpajan oma"))
        self.form = LetterheadForm(workbench, named=True)
        self.kept = Label(look, tr("Hyväksytty muistio pysyy sellaisena kuin se hyväksyttiin."), "small", "ink2", icon="info")
        self.kept.setVisible(workbench.state.closing.approved)
        self.example = Example(workbench)
        left = QVBoxLayout()
        left.setSpacing(8)
        for widget in (self.kept, self.shared, self.own, self.form):
            left.addWidget(widget)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 3)
        both.addWidget(self.example, 2)
        self.body.addLayout(both, 1)
        (self.own if info.letterhead is not None else self.shared).setChecked(True)
        self.form.show_letterhead(info.letterhead or self._default, self._organiser)
        self.shared.toggled.connect(self._choose)
        self.form.changed.connect(self._show)
        self.accepted.connect(self._save)
        self._choose()

    @property
    def letterhead(self) -> Letterhead:
        """What papers would be headed with."""
        return self._default if self.shared.isChecked() else self.form.letterhead

    @Slot()
    def _choose(self) -> None:
        self.form.setEnabled(self.own.isChecked())
        self._show()

    @Slot()
    def _show(self) -> None:
        self.example.show_letterhead(self.letterhead, self._organiser)

    @Slot()
    def _save(self) -> None:
        self.form.commit()
        self.given.emit(None if self.shared.isChecked() else self.form.letterhead)
