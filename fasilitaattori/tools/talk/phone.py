"""A talk on a phone: what it is about and who speaks. Nothing is asked of the listener."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.talk.model import Settings
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE: frozenset[str] = frozenset()


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """prompt, speaker."""
    settings: Settings = state.settings(step)
    return {"prompt": settings.prompt, "speaker": settings.speaker}


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """Nothing."""
    return {}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Nobody."""
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Nothing is sent."""
    return {}
