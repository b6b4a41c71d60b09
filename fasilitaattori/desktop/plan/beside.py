"""What stands beside the agenda: the step that is worked on, the workshop's own fields, or another of the plan's panels. Those
but the step's are made when they are first opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from fasilitaattori.desktop.plan.changespanel import ChangesPanel
from fasilitaattori.desktop.plan.heading import HeadingPanel
from fasilitaattori.desktop.plan.materialspanel import MaterialsPanel
from fasilitaattori.desktop.plan.sidepanel import SidePanel
from fasilitaattori.desktop.plan.steppanel import StepPanel
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.workshop.state import Workshop

STEP, HEADING, MATERIALS, CHANGES = "step", "heading", "materials", "changes"
SIDES: dict[str, Callable[[Workbench], SidePanel]] = {MATERIALS: MaterialsPanel, CHANGES: ChangesPanel}


class Beside(QObject):
    """One panel at a time, in the `row` beside the agenda. `turned` when it may be another one."""

    turned = Signal()

    def __init__(self, workbench: Workbench, row: QBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._row = workbench, row
        self.name = STEP
        self.step = StepPanel(workbench)
        self._heading: HeadingPanel | None = None
        self._sides: dict[str, SidePanel] = {}
        self._has_steps = self._takes_turns = False
        row.addWidget(self.step)

    @property
    def heading(self) -> HeadingPanel:
        """The panel of the workshop's own fields."""
        if self._heading is None:
            self._heading = HeadingPanel(self._workbench)
            self._heading.left.connect(lambda: self.show(STEP))
            self._heading.show_info(self._workbench.state.info)
            self._mend_closing()
            self._row.addWidget(self._heading)
        return self._heading

    def side(self, name: str) -> SidePanel:
        """One of the other panels (see SIDES)."""
        if name not in self._sides:
            panel = self._sides[name] = SIDES[name](self._workbench)
            panel.left.connect(lambda: self.show(STEP))
            panel.show_state(self._workbench.state)
            self._row.addWidget(panel)
        return self._sides[name]

    def show(self, name: str) -> None:
        """Turn to this panel; without steps the workshop's fields stand in for a step, unless the agenda comes in its place."""
        self.name = HEADING if name == STEP and self._is_bare() else name
        self.turned.emit()

    def set_turns(self, takes_turns: bool) -> None:
        """Do the agenda and the panel take turns, for there is no room for both?"""
        if takes_turns != self._takes_turns:
            self._takes_turns = takes_turns
            self.name = HEADING if self.name == STEP and self._is_bare() else self.name
            self._mend_closing()

    def _is_bare(self) -> bool:
        """Would there be nothing in the place of the panel?"""
        return not self._has_steps and not self._takes_turns

    def _mend_closing(self) -> None:
        if self._heading is not None:
            self._heading.set_closable(not self._is_bare())

    def toggle(self, name: str) -> None:
        """Turn to this panel, or back to the step from it."""
        self.show(STEP if self.name == name else name)

    def show_state(self, state: Workshop, has_steps: bool) -> None:
        """The plan as it is now; the step is shown by the page, which knows the agenda."""
        self._has_steps = has_steps
        if self._heading is not None:
            self._heading.show_info(state.info)
            self._mend_closing()
        for side in self._sides.values():
            side.show_state(state)

    def place(self, visible: bool, width: int) -> None:
        """The panel that is on, so wide; no other."""
        on = self.step if self.name == STEP else self.heading if self.name == HEADING else self.side(self.name)
        made: list[QWidget] = [self.step, *([self._heading] if self._heading is not None else []), *self._sides.values()]
        for each in made:
            each.setVisible(visible and each is on)
            each.setFixedWidth(width)
