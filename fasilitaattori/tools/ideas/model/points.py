"""What a wall says in a few words, for checking it together: each theme with its notes, or how many there are."""

from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator

if TYPE_CHECKING:
    from fasilitaattori.tools.ideas.model.state import State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

LONGEST = 160
"""Characters: a theme whose notes take more is told by their number."""


def points(state: "Workshop", step: "Step", tr: Translator) -> list[str]:
    """A line for each theme that has notes; of a wall without themes one line."""
    wall: State = state.tool(step)
    told = [_line(theme.name, [idea.text for idea in notes], tr) for theme in wall.themes if (notes := wall.on_wall(theme.id))]
    loose = [idea.text for idea in wall.on_wall("")]
    return told if told or not loose else [_line(step.title, loose, tr)]


def _line(name: str, texts: list[str], tr: Translator) -> str:
    whole = f"{name}: {', '.join(text.rstrip('.') for text in texts)}"
    if len(whole) <= LONGEST:
        return whole
    return tr.n("{theme}: {n} idea", "{theme}: {n} ideaa", len(texts), theme=name)
