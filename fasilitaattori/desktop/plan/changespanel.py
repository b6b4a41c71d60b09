"""How the method was changed, and why: what the log knows, with a line for the reason that only a person can tell."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.plan.sidepanel import SidePanel
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.changes import Change, changes, methods_used
from fasilitaattori.workshop.reasons import MAX_REASON, give_reason
from fasilitaattori.workshop.state import Workshop


class ReasonLine(LineEntry):
    """Asks why, once, when it is left. `show_reason` names the step it is about."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench, self._step = workbench, ""
        self.setMaxLength(MAX_REASON)
        self.setPlaceholderText(workbench.tr("Esimerkiksi: väkeä tuli odotettua vähemmän"))
        self.committed.connect(self._give)

    def show_reason(self, step_id: str, why: str) -> None:
        """This step's reason as it stands."""
        if step_id != self._step:
            self.commit()  # what was being written belongs to the step before
            self._step = step_id
        self.set_value(why)

    def _give(self, words: str) -> None:
        if self._step:
            self._workbench.do(give_reason(self._step, words))


class _Entry(QWidget):
    """One changed step."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        look = self.look = workbench.look
        self._told = Label(look, "", "body")
        self.why = ReasonLine(workbench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addWidget(self._told)
        column.addWidget(Field(look, look.tr("Miksi?"), self.why))

    def show_change(self, change: Change) -> None:
        """This change as it stands."""
        tr = self.look.tr
        self._told.set_parts([(change.step.title, True, ""), (": " + change.text(tr), False, "")])
        self.why.setAccessibleName(tr("Miksi? {title}", title=change.step.title))
        self.why.show_reason(change.step.id, change.why)


class ChangesPanel(SidePanel):
    """Every step that is not as the method brought it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, workbench.tr("Muutokset menetelmään"), parent)
        self._about = Label(self.look, "", "dense", "ink2")
        self.column.addWidget(self._about)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.entries: dict[str, _Entry] = {}

    def show_state(self, state: Workshop) -> None:
        self._about.set_text(_about(self.look, state))
        found = {change.step.id: change for change in changes(state)}
        for gone in set(self.entries) - set(found):
            entry = self.entries.pop(gone)
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        for place, (step_id, change) in enumerate(found.items()):
            entry = self.entries.get(step_id) or _Entry(self.workbench)
            self.entries[step_id] = entry
            entry.show_change(change)
            if self._list.indexOf(entry) != place:
                self._list.insertWidget(place, entry)


def _about(look: Look, state: Workshop) -> str:
    tr, used = look.tr, methods_used(state)
    if not used:
        return tr("Ohjelmaa ei ole koottu menetelmästä, joten muutoksiakaan ei ole.")
    named = ", ".join(used)
    if changes(state):
        told = tr("Menetelmä: {methods}.", methods=named)
    else:
        told = tr("Ohjelma on niin kuin menetelmässä: {methods}.", methods=named)
        told += " " + tr("Kun muutat vaiheita, muutokset tulevat tähän ja voit kertoa, miksi.")
    return told + " " + tr("Muutokset ja syyt tulevat muistioon, jotta työtapa kuvataan niin kuin sitä käytettiin.")
