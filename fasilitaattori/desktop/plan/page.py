"""Suunnittele: the agenda with clock times that run on, and everything about the step that is worked on."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from fasilitaattori.desktop.acts import Act
from fasilitaattori.desktop.library.preparation import has_ending
from fasilitaattori.desktop.methods.own import OwnActs
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import PAGE_MARGIN, holder
from fasilitaattori.desktop.plan.acts import PlanActs
from fasilitaattori.desktop.plan.adding import add_menu
from fasilitaattori.desktop.plan.agenda import fit, rows, span
from fasilitaattori.desktop.plan.agendaview import AgendaView
from fasilitaattori.desktop.plan.beside import CHANGES, HEADING, MATERIALS, STEP, Beside
from fasilitaattori.desktop.plan.emptyplan import EmptyPlan
from fasilitaattori.desktop.plan.heading import HeadingPanel
from fasilitaattori.desktop.plan.pageacts import plan_acts
from fasilitaattori.desktop.plan.planfoot import PlanFoot
from fasilitaattori.desktop.plan.planhead import PlanHead
from fasilitaattori.desktop.plan.steppanel import StepPanel
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.agenda import StepPlan
from fasilitaattori.workshop.changes import change_of

PANEL_WIDTH = 476
FEW = 10  # steps of the agenda that are made at once
SINGLE_UNDER = 880  # pixels at 100 %: narrower than this, agenda and panel take turns
PARTS = {"info", "plan", "run", "materials"}


class PlanPage(Page):
    """Head, agenda, and the panel of the selected step or of the workshop itself."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        tr, look = self.look.tr, self.look
        self._selected = ""
        self._place = 0  # where the selected step was: when it is removed, its neighbour is selected
        self._awaited = ""  # a step that was asked for and is selected when it is there
        self._naming = False  # whether its name is then written first
        self._panel_open = False  # where agenda and panel take turns
        self.acts = PlanActs(workbench, self)
        self.own = OwnActs(workbench, self)
        self.head = PlanHead(workbench)
        yield
        self.agenda = AgendaView(look)
        self.foot = PlanFoot(look)
        self.title = Label(look, "", "section")
        self.methods_button = Button(look, tr("Menetelmistä"), size="small", icon="cards-three")
        self.add_button = Button(look, tr("Lisää vaihe"), size="small", icon="plus")
        self.edit_button = Button(look, tr("Muokkaa"), size="small", icon="pencil-simple")
        self.empty = EmptyPlan(workbench)
        self.ending = Panel(look, surface="dashed", margins=(12, 8, 10, 8))
        self.ending_button = Button(look, tr("Lisää"), size="small", icon="plus")
        self._lay_out()
        yield
        self.beside = Beside(workbench, self._columns, self)
        yield
        self._rows = rows(workbench.state, self.acts.times(), tr)
        for few in range(FEW, len(self._rows) + FEW, FEW):
            self.agenda.show_rows(self._rows[:few])
            yield
        for _ in self._show_all():
            yield
        self._begin()
        yield
        self._connect()
        self.refresh()
        self._begin()  # the evening may have gone on meanwhile

    def _begin(self) -> None:
        """With the step that goes on now, or the first one."""
        if self._rows:
            self.select(self.workbench.state.run.current or self._rows[0].id)
        else:
            self.beside.show(HEADING)

    def _lay_out(self) -> None:
        tr, look = self.look.tr, self.look
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addWidget(self.methods_button)
        top.addWidget(self.add_button)
        top.addWidget(self.edit_button)
        warning = tr("Ohjelmasta puuttuu kohta, jossa sovitaan, mitä tällä tehdään, kuka kertoo ja milloin.")
        line = QHBoxLayout()
        line.addWidget(Label(look, warning, "dense", icon="warning", icon_tone="savi"), 1)
        line.addWidget(self.ending_button)
        self.ending.body.addLayout(line)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.empty, 1)
        left.addWidget(self.agenda, 1)
        left.addWidget(self.ending)
        left.addWidget(self.foot)
        left.addStretch(0)
        self._left = holder(left)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        self._columns.setSpacing(14)
        self._columns.addWidget(self._left, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._columns, 1)

    def _connect(self) -> None:
        bench = self.workbench
        bench.open_session.changed.connect(self._changed)
        bench.ticked.connect(self._tick)
        self.head.heading_requested.connect(lambda: self.beside.toggle(HEADING))
        self.foot.materials_requested.connect(lambda: self.beside.toggle(MATERIALS))
        self.foot.changes_requested.connect(lambda: self.beside.toggle(CHANGES))
        bench.materials_requested.connect(self._show_materials)
        self.foot.keeping_requested.connect(self.own.ask_to_keep)
        self.head.fit_requested.connect(self.acts.make_fit)
        self.head.step_chosen.connect(lambda place: self.select(self._rows[place].id))
        self.methods_button.clicked.connect(self._to_methods)
        self.empty.action_requested.connect(self._to_methods)
        self.empty.step_requested.connect(lambda: self._open_add_menu(self.empty.step_button))
        self.add_button.clicked.connect(self.open_add_menu)
        self.edit_button.clicked.connect(lambda: self._edit(self._selected))
        self.ending_button.clicked.connect(self._add_ending)
        self.agenda.chosen.connect(self.select)
        self.agenda.move_requested.connect(self.acts.move)
        self.agenda.shift_requested.connect(self.acts.shift)
        self.agenda.stepped.connect(self.acts.stretch)
        self.agenda.removal_requested.connect(self.acts.remove)
        self.agenda.copy_requested.connect(self.copy)
        self.agenda.edit_requested.connect(self._edit)
        self.panel.copy_requested.connect(lambda: self.copy(self._selected))
        self.panel.removal_requested.connect(lambda: self.acts.remove(self._selected))
        self.panel.back_requested.connect(lambda: self._open_panel(False))
        self.beside.turned.connect(self._arrange)
        self.look.changed.connect(self._arrange)

    # --- showing ---

    def shown(self) -> None:
        self._show_materials()

    @Slot()
    def _show_materials(self) -> None:
        if self.on_show and self.workbench.materials_wanted:
            self.workbench.materials_wanted = False
            self.beside.show(MATERIALS)

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if touched & PARTS:
            self.refresh()

    @Slot()
    def _tick(self) -> None:
        if self.isVisible() and self.workbench.state.run.current is not None:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the plan as it is now."""
        for _ in self._show_all():
            pass
        self._mend_selection()

    def _show_all(self) -> Iterator[None]:
        """Each part as the plan is now, one after another."""
        state, tr = self.workbench.state, self.look.tr
        times = self.acts.times()
        self._rows = rows(state, times, tr)
        self.head.show_plan(state, times, fit(state, times, tr), self._rows)
        yield
        self.title.set_text(tr("Ohjelma {times}", times=span(times, tr)) if self._rows else tr("Ohjelma"))
        self.agenda.show_rows(self._rows)
        self.agenda.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.ending.setVisible(bool(self._rows) and not has_ending(state.plan.steps(), self.services.methods()))
        self.foot.show_state(state)
        self.beside.show_state(state, bool(self._rows))

    def _mend_selection(self) -> None:
        known = {row.id: row for row in self._rows}
        naming = False
        if self._awaited in known:
            awaited, self._awaited = self._awaited, ""
            naming, self._naming = self._naming, False
            self.beside.show(STEP)
            self.select(awaited)
            self.agenda.select(awaited, reveal=True)
        elif self._selected in known:
            self._show_step()
        elif self._rows:
            place = min(self._place, len(self._rows) - 1)
            self.select(self._rows[place].id)
        else:
            self._selected = ""
            self.beside.show(self.beside.name)
        self._arrange()
        if naming and self.panel.isVisible():
            self.panel.focus_name()

    @Slot(str)
    def select(self, step_id: str) -> None:
        """Work on this step."""
        if step_id == self._selected and self.beside.name == STEP:
            return
        self._selected = step_id
        self.agenda.select(step_id)
        self._show_step()
        self.beside.show(STEP)

    def _show_step(self) -> None:
        row = next((row for row in self._rows if row.id == self._selected), None)
        if row is not None:
            self._place = row.number - 1
            state = self.workbench.state
            self.panel.show_row(row, state.settings(row.step), change_of(state, row.id))

    @property
    def selected(self) -> str:
        """The id of the step worked on, "" = none."""
        return self._selected

    @property
    def panel(self) -> StepPanel:
        """The panel of the step worked on."""
        return self.beside.step

    @property
    def heading(self) -> HeadingPanel:
        """The panel of the workshop's own fields."""
        return self.beside.heading

    @Slot(str)
    def _edit(self, step_id: str) -> None:
        self.select(step_id)
        self._open_panel(True)
        self.panel.focus_name()

    # --- doing ---

    @Slot()
    def open_add_menu(self) -> None:
        """The tools to add a step of."""
        self._open_add_menu(self.add_button)

    def _open_add_menu(self, under: Button) -> None:
        language = self.workbench.state.info.language
        menu = add_menu(self.look, self.services.methods(), language, self.add, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def add(self, plan: StepPlan) -> None:
        """Put a step after the selected one and work on it, from its name on."""
        self._naming = True
        self._awaited = self.acts.add(plan, self.acts.after(self._selected))

    @Slot()
    def _add_ending(self) -> None:
        self._naming = False
        self._awaited = self.acts.add_ending()

    @Slot(str)
    def copy(self, step_id: str) -> None:
        """Put a copy of the step right after it and work on that."""
        self._naming = False
        self._awaited = self.acts.copy(step_id)

    @Slot()
    def _to_methods(self) -> None:
        self.workbench.insert_before = self.acts.after(self._selected) or ""
        self.workbench.go("menetelmat")

    @Slot()
    def practise(self) -> None:
        """Try the plan with simulated people."""
        self.workbench.rehearse(self.workbench.state.id)

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _open_panel(self, opened: bool) -> None:
        self._panel_open = opened
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        px, room = self.look.px, max(self.width(), 600) - 2 * PAGE_MARGIN
        single = room < px(SINGLE_UNDER)
        self.beside.set_turns(single)
        panel = not single or self._panel_open or self.beside.name != STEP
        self.beside.place(panel, room if single else min(px(PANEL_WIDTH), room // 2))
        self._left.setVisible(not single or not panel)
        self.panel.back_button.setVisible(single)
        self.edit_button.setVisible(single and bool(self._selected))

    def go_to_step(self, step_id: str) -> None:
        """The step was chosen by its name."""
        self.select(step_id)
        self.agenda.select(step_id, reveal=True)

    def desk_acts(self) -> list[Act]:
        return plan_acts(self)

    def keys(self) -> list[Keys]:
        tr = self.look.tr
        rows = (
            ("↑ ↓", tr("vaiheesta toiseen")),
            ("Alt ↑ ↓", tr("siirrä vaihetta")),
            ("+ −", tr("pidennä tai lyhennä")),
            ("Enter", tr("muokkaa vaihetta")),
            ("Ctrl D", tr("monista vaihe")),
            ("Delete", tr("poista vaihe")),
        )
        return [Keys(tr("Ohjelma"), rows)]
