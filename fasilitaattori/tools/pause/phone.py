"""A break on a phone: when it goes on and what comes next."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.pause.model import Settings
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE: frozenset[str] = frozenset()


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """text, next (the title of the step after, "" after the last)."""
    settings: Settings = state.settings(step)
    following = state.following
    return {"text": settings.text, "next": following.title if following else ""}


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """Nothing."""
    return {}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Nobody."""
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Nothing is sent."""
    return {}
