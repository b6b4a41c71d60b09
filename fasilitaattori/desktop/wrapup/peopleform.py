"""Läsnäolijat: how many came, and whose name may stand in the internal version."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ticks import CheckBox
from fasilitaattori.workshop import people

MOST = 5000


class _NameRow(QWidget):
    """A person who gave a name, and whether it may be printed."""

    def __init__(self, look: Look, allow: Callable[[bool], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.box = CheckBox(look)
        self.name = Label(look)
        line = QHBoxLayout(self)
        line.setContentsMargins(5, 2, 0, 2)
        line.setSpacing(9)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.name, 1)
        self.box.clicked.connect(allow)

    def show_person(self, name: str, allowed: bool) -> None:
        """Shows the name and the leave."""
        self.name.set_text(name)
        self.box.setAccessibleName(name)
        self.box.setChecked(allowed)


class PeopleForm(Form):
    """The head count without phones is counted by hand; phones count themselves."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self._rows: dict[int, _NameRow] = {}
        self.summary = Label(look, "", "strong")
        self.stepper = Stepper(look, 0, 0, MOST, name=tr("Ilman puhelinta"))
        self.stepper.value_changed.connect(self._count)
        self.by_hand = Label(look, "", "small", "ink2", icon="info", icon_tone="jarvi")
        self.heading = Label(look, tr("Kenen nimi saa olla muistiossa?"), "strong")
        self.told = Label(
            look, tr("Vain niiden, jotka ovat antaneet luvan. Nimet tulevat vain sisäiseen versioon."), "small", "ink2"
        )
        without = Label(look, tr("Ilman puhelinta"), "body")
        counting = row(without, self.stepper, -1, spacing=12)
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addLayout(counting)
        column.addWidget(self.by_hand)
        column.addSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addLayout(self._names)

    def refresh(self) -> None:
        tr, crowd = self.look.tr, self.workbench.state.people
        phones = sum(1 for person in crowd.all.values() if person.by_phone)
        total = tr.n("Paikalla {n} henkilö", "Paikalla {n} henkilöä", crowd.count())
        self.summary.set_text(f"{total} · {tr('puhelimella {number}', number=phones)}")
        self.stepper.set_value(crowd.headcount)
        added = sum(1 for person in crowd.all.values() if not person.by_phone)
        more = added > crowd.headcount
        self.by_hand.set_text(tr.n("{n} on lisätty nimeltä ilman puhelinta.", "{n} on lisätty nimeltä ilman puhelinta.", added))
        self.by_hand.setVisible(more)
        self._show_names()

    def _show_names(self) -> None:
        crowd = self.workbench.state.people
        named = {number: crowd.shown_name(number) for number, person in sorted(crowd.all.items()) if person.name}
        for gone in [number for number in self._rows if number not in named]:
            old = self._rows.pop(gone)
            self._names.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, name in named.items():
            if number not in self._rows:
                self._rows[number] = _NameRow(self.look, self._allower(number))
                self._rows[number].box.setEnabled(not self.locked)
                self._names.addWidget(self._rows[number])
            self._rows[number].show_person(name, crowd.all[number].name_in_minutes)
        self.heading.setVisible(bool(named))
        self.told.setVisible(bool(named))

    def name_row(self, number: int) -> _NameRow:
        """The row of a person who gave a name."""
        return self._rows[number]

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self.stepper.setEnabled(not locked)
        for each in self._rows.values():
            each.box.setEnabled(not locked)

    def _allower(self, number: int) -> Callable[[bool], None]:
        def allow(allowed: bool) -> None:
            self.workbench.do(people.change_person(number, name_in_minutes=allowed))

        return allow

    @Slot(int)
    def _count(self, count: int) -> None:
        self.workbench.do(people.set_headcount(count))
