"""Everything about the selected step: its name, time and mode, what its tool needs, and the facilitator's own notes."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import ClockEntry, LineEntry, TextEntry
from fasilitaattori.desktop.parts import Line, Scrolled, holder
from fasilitaattori.desktop.plan.agenda import TOOL_KINDS, Row
from fasilitaattori.desktop.plan.changespanel import ReasonLine
from fasilitaattori.desktop.plan.form import Form
from fasilitaattori.desktop.plan.groupseditor import GroupsEditor
from fasilitaattori.desktop.plan.modes import ModeChooser
from fasilitaattori.desktop.plan.toolforms import FORMS
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Field, Select, Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.readingorder import come_last
from fasilitaattori.workshop.agenda import MAX_MINUTES, change_step
from fasilitaattori.workshop.changes import Change

FLEX: dict[str, str] = {
    "flexible": N_("Lyhenee muiden mukana"),
    "first": N_("Lyhenee ensimmäisenä"),
    "fixed": N_("Ei lyhene"),
}
STEP_MINUTES = 5
IN_GROUPS = "ryhma"


class StepPanel(Panel):
    """Shows one step at a time (`show_row`) and writes what is changed in it to the log, field by field."""

    copy_requested = Signal()
    removal_requested = Signal()
    back_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench.look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self._workbench = workbench
        tr, look = self.look.tr, self.look
        self._row: Row | None = None
        self._form: Form | None = None
        self._form_tool = ""
        self._settings: Any = None
        self._forming = QTimer(self, singleShot=True, interval=0)
        self._forming.timeout.connect(self._make_form)
        self.heading = Label(look, "", "section")
        self.back_button = Button(look, tr("Ohjelma"), "quiet", "small", icon="arrow-left")
        self.copy_button = Button(look, tr("Monista"), "quiet", "small", icon="copy")
        self.remove_button = Button(look, tr("Poista"), "delete", "small", icon="trash")
        self.name = LineEntry()
        self.minutes = Stepper(look, 10, 1, MAX_MINUTES, lambda n: tr("{n} min", n=n), STEP_MINUTES, tr("Kesto"))
        self.clock = Label(look, "", wrap=False, align=Qt.AlignmentFlag.AlignVCenter)
        self.pin = ClockEntry(look)
        self.modes = ModeChooser(look)
        self.groups = GroupsEditor(look)
        self.sees = Label(look, "", "small", "ink2", icon="projector-screen")
        self.phones = Label(look, "", "small", "ink2", icon="device-mobile")
        self.hint = LineEntry()
        self.notes = TextEntry(look, lines=2)
        self.flex = Select(look, tr("Kun aikaa on vähän"))
        self.differs = Label(look, "", "dense", icon="note-pencil")
        self.why = ReasonLine(workbench)
        self._lay_out()
        self._connect()
        look.changed.connect(self._measure)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        self.clock.setMinimumHeight(self.look.px(42))

    def _lay_out(self) -> None:
        tr, look = self.look.tr, self.look
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 14, 8)
        head.setSpacing(6)
        self.back_button.hide()
        for part, stretch in ((self.back_button, 0), (self.heading, 1), (self.copy_button, 0), (self.remove_button, 0)):
            head.addWidget(part, stretch)
        self.body.addLayout(head)
        come_last(self.copy_button, self.remove_button)
        self.body.addWidget(Line(look))
        self.pin.setPlaceholderText(tr("ei sidottu"))
        self.hint.setPlaceholderText(tr("Näkyy sinulle ohjelmassa"))
        self.notes.setPlaceholderText(tr("Vain sinulle: mitä sanot, mitä tarvitaan"))
        for key, words in FLEX.items():
            self.flex.addItem(tr(words), key)
        self._name_field = Field(look, tr("Nimi"), self.name)
        self._pin_field = Field(look, tr("Alkaa klo"), self.pin)
        times = QHBoxLayout()
        times.setSpacing(16)
        clock = Field(look, tr("Kello"), self.clock)
        for field, stretch in ((Field(look, tr("Kesto"), self.minutes), 3), (clock, 2), (self._pin_field, 2)):
            times.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        self._tool = QVBoxLayout()
        self._tool.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._name_field)
        column.addLayout(times)
        modes = QVBoxLayout()
        modes.setSpacing(4)
        modes.addWidget(Label(look, tr("Miten ollaan?"), "field"))
        modes.addWidget(self.modes)
        column.addLayout(modes)
        column.addWidget(self.groups)
        column.addLayout(self._tool)
        column.addWidget(self.sees)
        column.addWidget(self.phones)
        column.addWidget(Line(look))
        column.addWidget(Field(look, tr("Omat muistiinpanot"), self.notes))
        column.addWidget(Field(look, tr("Lyhyt vihje"), self.hint))
        column.addWidget(Field(look, tr("Kun aikaa on vähän"), self.flex))
        column.addStretch(1)
        self._scrolled = Scrolled(holder(column))
        self.body.addWidget(self._scrolled, 1)
        why = QVBoxLayout()
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(0)
        why.addWidget(Line(look))
        asked = QVBoxLayout()
        asked.setContentsMargins(18, 8, 18, 12)
        asked.setSpacing(5)
        asked.addWidget(self.differs)
        asked.addWidget(self.why)
        why.addLayout(asked)
        self.reason = holder(why)
        self.reason.hide()
        self.body.addWidget(self.reason)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy_requested)
        self.remove_button.clicked.connect(self.removal_requested)
        self.back_button.clicked.connect(self.back_requested)
        self.name.committed.connect(self._rename)
        self.minutes.value_changed.connect(lambda value: self._change(minutes=value))
        self.pin.committed.connect(self._pin_to)
        self.pin.misread.connect(self._pin_misread)
        self.modes.chosen.connect(lambda mode: self._change(mode=mode))
        self.groups.changed.connect(lambda groups: self._change(groups=groups))
        self.hint.committed.connect(lambda words: self._change(hint=words.strip()))
        self.notes.committed.connect(lambda words: self._change(notes=words.strip()))
        self.flex.activated.connect(lambda _: self._change(flex=self.flex.currentData()))

    # --- showing ---

    @property
    def step_id(self) -> str:
        """The step on show, "" = none."""
        return self._row.id if self._row is not None else ""

    def show_row(self, row: Row, settings: Any, change: Change | None = None) -> None:
        """Show this step with its tool's settings, and how it differs from its method."""
        another = row.id != self.step_id
        self._row = row
        step, tr = row.step, self.look.tr
        kind = TOOL_KINDS[step.tool]
        self.heading.set_text(tr("Vaihe {n}", n=row.number))
        if another:
            self._name_field.set_message("")
            self._pin_field.set_message("")
            self._scrolled.verticalScrollBar().setValue(0)
        self.name.set_value(step.title)
        self.minutes.set_value(step.minutes)
        self.clock.set_text(tr("{start}–{end}", start=row.start, end=row.end))
        self.pin.set_value(step.pinned)
        self.modes.set_mode(step.mode)
        if another:
            self.groups.clear()
        self.groups.show_groups(step.groups)
        self.groups.setVisible(step.mode == IN_GROUPS or bool(step.groups))
        self.hint.set_value(step.hint)
        self.notes.set_value(step.notes)
        self.flex.setCurrentIndex(max(0, self.flex.findData(step.plan.flex)))
        self.sees.set_parts([(tr("Valkokankaalla:"), True, ""), (" " + tr(kind.room), False, "")])
        self.phones.set_parts([(tr("Puhelimilla:"), True, ""), (" " + tr(kind.phones), False, "")])
        self.remove_button.setEnabled(row.state != "now")
        self.remove_button.set_hint(tr("Käynnissä olevaa vaihetta ei voi poistaa") if row.state == "now" else "")
        self._show_tool(step.tool, settings)
        self._show_change(row.id, change)

    def _show_change(self, step_id: str, change: Change | None) -> None:
        """At the foot, where it moves nothing that is being worked with: what differs, and a line for the reason."""
        tr = self.look.tr
        self.reason.setVisible(change is not None and bool(change.asks_why or change.why))
        self.why.show_reason(step_id, change.why if change is not None else "")
        if change is not None:
            told = tr("Menetelmästä poiketen: {what}. Miksi?", what=change.text(tr))
            self.differs.set_text(told)
            self.why.setAccessibleName(told)

    def _show_tool(self, tool: str, settings: Any) -> None:
        """The form of another tool comes in a turn of its own when one looks on."""
        if tool != self._form_tool and self._form is not None:
            self._tool.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._form_tool, self._settings = tool, settings
        if self._form is not None:
            self._form.fill(settings)
        elif self.isVisible():
            self._forming.start()
        else:
            self._make_form()

    @Slot()
    def _make_form(self) -> None:
        self._forming.stop()
        if self._form is not None or self._workbench.session is None:
            return
        self._form = Form(self.look)
        FORMS[self._form_tool](self._form, self._workbench.services.methods(), self._workbench.state.info.language)
        self._form.changed.connect(self._set)
        self._tool.addWidget(self._form)
        self._form.fill(self._settings)

    @property
    def form(self) -> Form | None:
        """The form of the step's tool."""
        if self._form_tool:
            self._make_form()
        return self._form

    def focus_name(self) -> None:
        """Begin with the name."""
        self.name.setFocus()
        self.name.selectAll()

    # --- writing ---

    def _change(self, **changes: Any) -> None:
        if self._row is not None:
            self._workbench.do(change_step(self._row.id, **changes))

    @Slot(object)
    def _set(self, changes: dict[str, Any]) -> None:
        self._change(settings=changes)

    @Slot(str)
    def _rename(self, words: str) -> None:
        if not words.strip():
            self._name_field.set_message(self.look.tr("Vaihe tarvitsee nimen."), "error")
            return
        self._name_field.set_message("")
        self._change(title=words.strip())

    @Slot(str)
    def _pin_to(self, clock: str) -> None:
        self._pin_field.set_message("")
        if self._row is not None:
            self._workbench.do(change_step(self._row.id, pinned=clock), None, self._pin_refused, self)

    def _pin_refused(self, error: FasilitaattoriError) -> None:
        self._pin_field.set_message(error.text(self.look.tr), "error")

    @Slot()
    def _pin_misread(self) -> None:
        self._pin_field.set_message(self.look.tr("Kirjoita aika muodossa 18.30."), "error")
