"""Taking a method into the open plan: its steps fitted to the time, what it needs put on the list, with a way to undo it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fasilitaattori.desktop.creating import steps_of
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.methods.model import Method
from fasilitaattori.workshop.agenda import StepPlan, add_steps
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.materials import add_materials
from fasilitaattori.workshop.state import Workshop


def take_in(
    workbench: Workbench,
    method: Method,
    minutes: int | None,
    before: str | None = None,
    on_taken: Callable[[], object] | None = None,
) -> None:
    """Put the method's steps into the open plan before a step (None = at its end), as long as the minutes at hand (None = as
    written)."""
    language = workbench.state.info.language
    local = method.in_language(language)
    plans = steps_of(workbench.services.methods(), method, minutes, language)

    def taken() -> None:
        if on_taken is not None:
            on_taken()
        workbench.toast_undo(workbench.tr.n("Lisättiin {n} vaihe", "Lisättiin {n} vaihetta", len(plans)))

    workbench.do(_command(plans, local.name, local.materials, before), lambda _: taken())


def _command(plans: Sequence[StepPlan], name: str, materials: Sequence[str], before: str | None) -> Command:
    """The first method of a workshop gives it its name."""

    def command(state: Workshop) -> list[Outcome]:
        named = [] if state.plan.steps() else set_info(method=name)(state)
        return [*named, *add_materials(materials)(state), *add_steps(plans, before)(state)]

    return command
