"""The card that is up, on a phone: for those who cannot read the big screen, and for asking for a turn."""

from typing import TYPE_CHECKING, Any

from fasilitaattori.tools.cards.model import card_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE: frozenset[str] = frozenset()


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """card: {question, deeper, theme}, or None before the first and after the last."""
    card = card_up(state, step)
    return {"card": {"question": card.question, "deeper": card.deeper, "theme": card.theme} if card else None}


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """Nothing: turns are in the facts of the scene."""
    return {}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Nobody."""
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Asking for a turn."""
    return {"reply": fields.get("reply") == ["1"]} if kind == "floor.asked" else {}
