"""What an idea wall leaves in the minutes: every note on the wall by its theme.

Notes that say the same were merged by the facilitator; the number of them is told, since it weighs. A corrected
note stands as corrected. Who wrote what is nobody's business.
"""

from collections.abc import Sequence

from fasilitaattori.document.blocks import Block, Heading, Quote, bullets, paragraph
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.ideas.model import Idea, Settings, State
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """The question, how many notes came, and the notes theme by theme in the order they came."""
    settings: Settings = state.settings(step)
    wall: State = state.tool(step)
    shown = wall.on_wall()
    blocks: list[Block] = [Quote(settings.prompt)] if settings.prompt.strip() else []
    if not shown:
        return [*blocks, paragraph(tr("Seinälle ei tullut lappuja."))] if wall.ideas or _was_held(state, step) else blocks
    blocks.append(paragraph(_count(wall, tr)))
    for theme in wall.themes:
        notes = wall.on_wall(theme.id)
        if notes:
            blocks += [Heading(theme.name, 2), bullets(_note(idea, tr) for idea in notes)]
    blocks += _without_theme(wall, tr)
    kept_off = len(wall.hidden()) + len(wall.waiting())
    if kept_off:
        told = tr.n("{n} lappu jätettiin pois seinältä.", "{n} lappua jätettiin pois seinältä.", kept_off)
        blocks.append(paragraph(told, small=True))
    return blocks


def brief(state: Workshop, step: Step, tr: Translator) -> str:
    """How many notes there are, for the list of sections."""
    sent = _sent(state.tool(step).on_wall())
    return tr.n("{n} idea", "{n} ideaa", sent) if sent else ""


def _was_held(state: Workshop, step: Step) -> bool:
    return step.id in state.run.ever_open


def _sent(ideas: Sequence[Idea]) -> int:
    """Notes on the wall, merged ones counted each."""
    return sum(1 + len(idea.merged) for idea in ideas)


def _count(wall: State, tr: Translator) -> str:
    shown = wall.on_wall()
    told = tr.n("Seinälle tuli {n} lappu.", "Seinälle tuli {n} lappua.", _sent(shown))
    if any(idea.merged for idea in shown):
        told += " " + tr("Samaa tarkoittavat laput on yhdistetty.")
    return told


def _without_theme(wall: State, tr: Translator) -> list[Block]:
    notes = wall.on_wall("")
    if not notes:
        return []
    heading: list[Block] = [Heading(tr("Ilman teemaa"), 2)] if len(notes) < len(wall.on_wall()) else []
    return [*heading, bullets(_note(idea, tr) for idea in notes)]


def _note(idea: Idea, tr: Translator) -> str:
    if not idea.merged:
        return idea.text
    same = tr("sama ajatus {number} lapussa", number=len(idea.merged) + 1)
    return f"{idea.text} ({same})"
