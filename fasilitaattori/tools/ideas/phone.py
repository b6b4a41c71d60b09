"""The idea wall on a phone: writing ideas one at a time, and what became of one's own."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.ideas.model import Settings, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE = frozenset({"count"})


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """prompt, max_length, approval, columns [{id, name}], count (notes on the wall)."""
    settings: Settings = state.settings(step)
    wall: State = state.tool(step)
    return {
        "prompt": settings.prompt,
        "max_length": settings.max_length,
        "approval": settings.approval,
        "columns": [{"id": theme.id, "name": theme.name} for theme in wall.themes if theme.column],
        "count": wall.count,
    }


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """ideas: one's own, newest first: {id, text, corrected, at, fate} with fate wall, waiting, hidden or merged."""
    wall: State = state.tool(step)
    own = [
        {
            "id": idea.id,
            "text": idea.text,
            "corrected": idea.text != idea.original,
            "at": idea.at,
            "fate": "hidden" if idea.hidden else "waiting" if idea.pending else "merged" if idea.merged_into else "wall",
        }
        for idea in wall.of_author(author)
    ]
    return {"ideas": own[::-1]}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """The sender, and those whose notes were shown, hidden, corrected or merged."""
    if event.author is not None:
        return (event.author,)
    wall: State = state.tool(step)
    ids = [*getattr(event.body, "ids", ()), *([event.body.of] if hasattr(event.body, "of") else [])]
    return {idea.author for i in ids if (idea := wall.ideas.get(i)) is not None and idea.author is not None}


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """A new idea, or one taken back."""
    names = ("idea",) if kind == "ideas.withdrawn" else ("text", "theme")
    return {name: fields[name][0] for name in names if fields.get(name)}


def waiting(state: "Workshop", step: "Step") -> int:
    """How many notes wait for the facilitator's approval: for the remote, never for participants."""
    wall: State = state.tool(step)
    return wall.waiting_count
