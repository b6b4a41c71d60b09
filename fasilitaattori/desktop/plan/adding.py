"""The menu of "Lisää vaihe": every tool as an empty step, and the two blocks every evening should have."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.desktop.library.preparation import ground_rules
from fasilitaattori.desktop.plan.agenda import TOOL_KINDS
from fasilitaattori.kit.look import Look
from fasilitaattori.methods.library import Library
from fasilitaattori.workshop.agenda import Step, StepPlan, new_step

Add = Callable[[StepPlan], object]


def add_menu(look: Look, library: Library, language: str, add: Add, parent: QWidget) -> QMenu:
    """The menu; `add` gets the step that was picked."""
    tr = look.tr
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Lisää vaihe"))

    def offer(icon: str, words: str, make: Callable[[], StepPlan]) -> None:
        menu.addAction(look.icon(icon), words).triggered.connect(lambda: add(make()))

    for tool, kind in TOOL_KINDS.items():
        offer(kind.icon, tr(kind.words), partial(empty_step, tool, tr(kind.words)))
    ready = [("check-square", ground_rules(library, language)), ("flag", library.what_next(language))]
    menu.addSeparator()
    for icon, template in ready:
        if template is not None:
            offer(icon, template.title, template.plan)
    return menu


def empty_step(tool: str, title: str) -> StepPlan:
    """A step of a tool with nothing in it yet."""
    kind = TOOL_KINDS[tool]
    return new_step(title, tool, kind.minutes, kind.mode)


def of_the_wall(plan: StepPlan, earlier: Sequence[Step]) -> StepPlan:
    """An empty vote after a wall of ideas is on what stands there, until somebody wants it otherwise: nobody thinks of where
    the choices come from, and then there would be none when the vote begins."""
    if plan.tool == "vote" and not plan.settings and any(step.tool == "ideas" for step in earlier):
        return msgspec.structs.replace(plan, settings={"source": "themes"})
    return plan
