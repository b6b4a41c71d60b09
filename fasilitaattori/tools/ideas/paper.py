"""A slip with an idea as it is typed in: its line, and the theme that is ticked on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fasilitaattori.tools.ideas.model import papers
from fasilitaattori.tools.ideas.model.rules import most_letters
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.papersheet import NOTE, ONE, OPEN, TEXT, Asked, Fault, Given, Mark, Place, Sheet, Standing

if TYPE_CHECKING:
    from fasilitaattori.i18n import Translator
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

IDEA, THEME = "idea", "theme"


def sheet(state: "Workshop", step: "Step", tr: "Translator") -> Sheet:
    """The slip as it is printed; themes that have come since are there too."""
    themes = state.tool(step).themes
    marks = tuple(Mark(theme.id, f"{place}", theme.name) for place, theme in enumerate(themes, 1))
    asked = [Asked(IDEA, state.settings(step).prompt.strip() or step.title, TEXT, tr("Yksi ajatus lapulle. Nimeä ei tarvita."))]
    if marks:
        asked.append(Asked(THEME, tr("Teema"), ONE, tr("Lapussa rastitettu teema, jos sellainen on."), marks))
    return Sheet(NOTE, step.title, "", tuple(asked))


def standing(state: "Workshop", step: "Step") -> Standing:
    """Slips always go on the wall, also after the step."""
    return Standing(OPEN, tuple(sorted(papers.slips(state, step))), papers.highest(state, step) + 1)


def faults(state: "Workshop", step: "Step", given: Given, tr: "Translator") -> Sequence[Fault]:
    """A slip without an idea, or with more than a note holds."""
    text = str(given.answers.get(IDEA, "")).strip()
    if not text:
        return (Fault(IDEA, tr("Lapussa ei ole ajatusta. Tyhjää lappua ei kirjata: ota seuraava.")),)
    most = most_letters(state, step)
    if len(text) > most:
        wanted = tr("Seinälle mahtuu {limit}. Lyhennä tai jaa kahdeksi lapuksi.", limit=most)
        told = f"{tr('Lapussa on {given} merkkiä.', given=len(text))} {wanted}"
        return (Fault(IDEA, told),)
    return ()


def enter(state: "Workshop", step: "Step", number: int, given: Given) -> Command:
    """The idea onto the wall."""
    return papers.enter_slip(step.id, number, str(given.answers.get(IDEA, "")), str(given.answers.get(THEME, "")))


def take_out(step_id: str, number: int) -> Command:
    """The idea off the wall."""
    return papers.take_off(step_id, number)


def reopen(step_id: str) -> Command:
    """Nothing: a wall takes slips at any time."""
    return lambda state: []


def count(step_id: str) -> Command:
    """Nothing: an idea counts as soon as it is on the wall."""
    return lambda state: []


def kept(state: "Workshop", step: "Step", number: int) -> Given | Place | None:
    """The idea of this slip."""
    idea = papers.slips(state, step).get(number)
    if idea is None:
        return None
    theme = state.tool(step).theme_of(idea)
    return Given({IDEA: idea.text} | ({THEME: theme} if theme else {}))


def unpacked(state: "Workshop", step: "Step", lay: Any) -> Given:
    """Never asked: ideas are facts and lie in no box."""
    return Given()
