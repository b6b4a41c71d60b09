"""Those who are in without a phone: added by name, or counted. The parts stand wherever they are laid out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLineEdit

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.hints import WholeHint
from fasilitaattori.kit.unsaid import carry
from fasilitaattori.workshop import people

HEADCOUNT_MAX = 500


class WithoutPhone(QObject):
    """A `field` for a name, the `button` that adds it, and the stepper of the `headcount`."""

    def __init__(self, workbench: Workbench, placeholder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        look, tr = workbench.look, workbench.look.tr
        self._workbench = workbench
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        WholeHint(self.field)
        self.field.setAccessibleName(tr("Lisää ihminen ilman puhelinta"))
        self.field.setProperty("ring_radius", 6)
        carry(self.field, "without_phone")
        self.button = Button(look, tr("Lisää"), icon="user-plus")
        self.headcount = Stepper(look, 0, 0, HEADCOUNT_MAX, name=tr("Ilman puhelinta yhteensä"))
        self.field.returnPressed.connect(self._add)
        self.button.clicked.connect(self._add)
        self.headcount.value_changed.connect(self._set_headcount)

    @Slot()
    def _add(self) -> None:
        name = self.field.text().strip()
        if name:
            self._workbench.do(people.add_person(name), lambda _: self.field.clear(), owner=self.field)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _set_headcount(self, count: int) -> None:
        self._workbench.do(people.set_headcount(count))
