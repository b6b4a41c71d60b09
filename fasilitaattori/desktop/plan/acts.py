"""What the facilitator does to the agenda. It reads the folded state, never what is painted: keys may repeat faster."""

from PySide6.QtCore import QObject, Slot

from fasilitaattori.desktop.plan.adding import of_the_wall
from fasilitaattori.desktop.plan.agenda import next_length
from fasilitaattori.desktop.plan.fitting import CannotFit, fitted
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.workshop.agenda import (
    StepPlan,
    add_step,
    change_lengths,
    change_step,
    duplicate_step,
    move_step,
    new_id,
    remove_step,
)
from fasilitaattori.workshop.schedule import Schedule, schedule


class PlanActs(QObject):
    """Changes the open workshop's agenda; what takes something away offers it back in a toast."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def times(self) -> Schedule:
        """The agenda in time: by the plan, or as it goes while the workshop runs."""
        state = self._workbench.state
        return schedule(state, self._workbench.services.clock.ms() if state.run.visits else None)

    def after(self, step_id: str) -> str | None:
        """The id of the step after this one, None at the end or without one."""
        steps = self._workbench.state.plan.steps()
        place = self._workbench.state.plan.index(step_id) + 1
        return steps[place].id if 0 < place < len(steps) else None

    def add(self, plan: StepPlan, before: str | None) -> str:
        """Put a step into the plan; gives its id."""
        state = self._workbench.state
        end = state.plan.index(before) if before else len(state.plan.steps())
        self._workbench.do(add_step(of_the_wall(plan, state.plan.steps()[:end]), before))
        return plan.id

    def add_ending(self) -> str:
        """Put in the block in which it is agreed what comes next, before the feedback; gives its id, "" when there is none."""
        state = self._workbench.state
        template = self._workbench.services.methods().what_next(state.info.language)
        steps = state.plan.steps()
        if template is None:
            return ""
        return self.add(template.plan(), steps[-1].id if steps and steps[-1].tool == "survey" else None)

    def copy(self, step_id: str) -> str:
        """Put a copy of the step right after it; gives the copy's id."""
        copy = new_id()
        self._workbench.do(duplicate_step(step_id, copy))
        return copy

    @Slot(str)
    def remove(self, step_id: str) -> None:
        """Take the step out."""
        step = self._workbench.state.plan.get(step_id)
        if step is not None:
            words = self._workbench.tr("Poistettiin vaihe {title}", title=step.title)
            self._workbench.do(remove_step(step_id), lambda _: self._workbench.toast_undo(words))

    @Slot(str, str)
    def move(self, step_id: str, before: str) -> None:
        """Move a step before another ("" = to the end)."""
        self._workbench.do(move_step(step_id, before or None))

    @Slot(str, int)
    def shift(self, step_id: str, way: int) -> None:
        """Move a step one place up (-1) or down (1)."""
        plan = self._workbench.state.plan
        ids = [step.id for step in plan.steps()]
        there = plan.index(step_id) + way
        if 0 <= there < len(ids):
            after = there + 1 if way > 0 else there
            self.move(step_id, ids[after] if after < len(ids) else "")

    @Slot(str, int)
    def stretch(self, step_id: str, way: int) -> None:
        """A little more (1) or less (-1) time."""
        step = self._workbench.state.plan.get(step_id)
        if step is not None:
            self._workbench.do(change_step(step_id, minutes=next_length(step.minutes, way)))

    @Slot()
    def make_fit(self) -> None:
        """Shorten or lengthen what is still to come so that the agenda fills the time at hand, as one act."""
        try:
            found = fitted(self._workbench.state, self.times())
        except CannotFit as error:
            self._workbench.tell(error)
            return
        if found.minutes:
            words = found.text(self._workbench.tr)
            self._workbench.do(change_lengths(found.minutes), lambda _: self._workbench.toast_undo(words))
