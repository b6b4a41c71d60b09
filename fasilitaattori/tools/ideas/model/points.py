"""What a wall says in a few words, for checking it together: each theme with its notes, or how many there are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator

if TYPE_CHECKING:
    from fasilitaattori.tools.ideas.model.state import Idea, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

LONGEST = 160
"""Characters: a theme whose notes take more is told by their number."""


def points(state: "Workshop", step: "Step", tr: Translator) -> list[str]:
    """A line for each theme that has notes; of a wall without themes one line."""
    wall: State = state.tool(step)
    told = [_line(theme.name, notes, tr) for theme in wall.themes if (notes := wall.on_wall(theme.id))]
    loose = wall.on_wall("")
    return told if told or not loose else [_line(step.title, loose, tr)]


def _line(name: str, notes: "Sequence[Idea]", tr: Translator) -> str:
    whole = f"{name}: {', '.join(idea.text.rstrip('.') for idea in notes)}"
    if len(whole) <= LONGEST:
        return whole
    count = sum(1 + len(idea.merged) for idea in notes)  # as the minutes count them
    return tr.n("{theme}: {n} lappu", "{theme}: {n} lappua", count, theme=name)
