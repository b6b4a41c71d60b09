"""What is still to be prepared before an evening. Only what is really computed is claimed. No Qt here.

Closing every workshop with "what is done with this, who tells and when" is the field's own rule: people must see what
their work led to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator
from fasilitaattori.tools.discussion.model import Settings as DiscussionSettings
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import schedule
from fasilitaattori.workshop.state import Workshop

if TYPE_CHECKING:
    from fasilitaattori.methods.library import Library
    from fasilitaattori.methods.model import StepTemplate

POSTER = "poster"
DIALOGUE = "eratauko"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list. `fix` names what its button does: plan, method, rules, ending, materials, poster,
    network, screen."""

    words: str
    done: bool
    fix: str = ""
    verb: str = ""


def has_ground_rules(steps: Sequence[Step], state: Workshop) -> bool:
    """Does some discussion show ground rules?"""
    settings = (state.settings(step) for step in steps if step.tool == "discussion")
    return any(isinstance(each, DiscussionSettings) and each.ground_rules for each in settings)


def has_ending(steps: Sequence[Step], library: "Library") -> bool:
    """Is there a block in which it is agreed what is done with the results, who tells and when?

    A block counts by the title or the first question it has in some method, in any language.
    """
    titles: set[str] = set()
    prompts: set[str] = set()
    for template in endings(library):
        titles.add(template.title.casefold())
        prompts.update(str(prompt) for prompt in template.settings.get("prompts", [])[:1])
    for step in steps:
        first = next(iter(step.settings.get("prompts", [])), None)
        if step.title.casefold() in titles or first in prompts:
            return True
    return False


def endings(library: "Library") -> "list[StepTemplate]":
    """Every method's closing block, in every language."""
    versions = (version for method in library.methods for version in method.versions.values())
    return [step for version in versions for step in version.steps if step.what_next]


def ground_rules(library: "Library", language: str) -> "StepTemplate | None":
    """A step that agrees on ground rules, out of the methods; the dialogue's own first."""
    methods = sorted(library.methods, key=lambda method: method.id != DIALOGUE)
    steps = (step for method in methods for step in method.in_language(language).steps)
    return next((step for step in steps if step.settings.get("ground_rules")), None)


def agenda_check(state: Workshop, tr: Translator) -> Check:
    """Does the agenda fit into the time at hand?"""
    times = schedule(state)
    if not times.slots:
        return Check(tr("Ohjelma on vielä tyhjä"), False, "method", tr("Valitse"))
    if not (state.info.date and state.info.start and state.info.end):
        return Check(tr("Päivä tai kellonaika puuttuu"), False, "plan", tr("Avaa"))
    if times.over > 0:
        return Check(tr.n("Ohjelma on {n} min yli", "Ohjelma on {n} min yli", round(times.over)), False, "plan", tr("Avaa"))
    return Check(tr("Ohjelma mahtuu aikaan"), True)


def _materials_check(state: Workshop, tr: Translator) -> list[Check]:
    """Is everything on the list packed? Nothing is said when there is no list."""
    materials = state.materials.all()
    missing = sum(not material.packed for material in materials)
    if missing:
        return [Check(tr.n("{n} tarvike pakkaamatta", "{n} tarviketta pakkaamatta", missing), False, "materials", tr("Avaa"))]
    return [Check(tr("Tarvikkeet pakattu"), True)] if materials else []


def checks(
    state: Workshop, library: "Library", tr: Translator, *, displays: int, network_tested: bool, poster: bool
) -> list[Check]:
    """The whole list, in the order in which one prepares."""
    steps = state.plan.steps()
    found = [agenda_check(state, tr)]
    if has_ground_rules(steps, state):
        found.append(Check(tr("Pelisäännöt valittu"), True))
    else:
        found.append(Check(tr("Pelisäännöt puuttuvat"), False, "rules", tr("Lisää")))
    if has_ending(steps, library):
        found.append(Check(tr("Jatkosta sovitaan"), True))
    else:
        found.append(Check(tr("Jatkosta sopiminen puuttuu"), False, "ending", tr("Lisää")))
    found += _materials_check(state, tr)
    if poster:
        found.append(Check(tr("QR-juliste tallennettu"), True))
    else:
        found.append(Check(tr("QR-juliste tekemättä"), False, "poster", tr("Tee")))
    if network_tested:
        found.append(Check(tr("Verkko testattu puhelimella"), True))
    else:
        found.append(Check(tr("Verkko testaamatta"), False, "network", tr("Testaa")))
    if displays > 1:
        found.append(Check(tr("Valkokangas löytyi"), True))
    else:
        found.append(Check(tr("Toista näyttöä ei ole"), False, "screen", tr("Katso")))
    return found
