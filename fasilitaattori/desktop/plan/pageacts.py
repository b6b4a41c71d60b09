"""What can be done on the plan by its name: for the palette of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fasilitaattori.desktop.acts import Act

if TYPE_CHECKING:
    from fasilitaattori.desktop.plan.page import PlanPage


def plan_acts(page: PlanPage) -> list[Act]:
    """The acts of the plan. What stands in no shortcut is found by name alone."""
    tr, group = page.look.tr, page.look.tr("Ohjelma")
    fit = page.head.fit_button

    def has_steps() -> bool:
        return bool(page.workbench.state.plan.steps())

    def may_practise() -> bool:
        return has_steps() and not page.workbench.is_rehearsal

    return [
        Act(tr("Lisää vaihe"), page.open_add_menu, group, icon="plus"),
        Act(tr("Lisää vaiheita menetelmistä"), page.methods_button.click, group, icon="cards-three"),
        Act(tr("Sovita ohjelma aikaan"), page.acts.make_fit, group, icon="timer", able=lambda: not fit.isHidden()),
        Act(tr("Työpajan tiedot"), page.head.heading_requested.emit, group, icon="pencil-simple"),
        Act(tr("Tarvikkeet"), page.foot.materials_requested.emit, group, icon="clipboard-text"),
        Act(tr("Muutokset menetelmään"), page.foot.changes_requested.emit, group, icon="note-pencil", able=has_steps),
        Act(tr("Harjoittele"), page.practise, group, icon="graduation-cap", able=may_practise),
        Act(tr("Tallenna menetelmäksi"), page.foot.keeping_requested.emit, group, icon="floppy-disk", able=has_steps),
    ]
