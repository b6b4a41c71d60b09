"""A dialogue on a phone: the prompt, the ground rules to accept, whose turn it is in a round, and asking for a turn."""

from typing import TYPE_CHECKING, Any

from fasilitaattori.tools.discussion.model import move_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.discussion.model import Settings, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Command, Event
    from fasilitaattori.workshop.state import Workshop

LIVE = frozenset({"turn", "left"})


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """prompt, aside, rules, turn_seconds, floor, round (is one going on?), turn {n, name} and how many are left in it."""
    settings: Settings = state.settings(step)
    now: State = state.tool(step)
    going = now.round
    current = going.current if going else None
    prompts = settings.prompts
    return {
        "prompt": prompts[now.prompt_index] if 0 <= now.prompt_index < len(prompts) else "",
        "aside": settings.aside,
        "rules": settings.ground_rules,
        "turn_seconds": settings.turn_seconds,
        "floor": settings.floor,
        "round": going is not None,
        "turn": {"n": current, "name": state.people.shown_name(current)} if current is not None else None,
        "left": len(going.left) - 1 if going else 0,
    }


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """accepted: has this participant accepted the ground rules?"""
    return {"accepted": author in state.tool(step).accepted}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Whoever accepted."""
    if event.kind == "discussion.rules_accepted" and event.author is not None:
        return (event.author,)
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Asking for a turn; the others carry nothing."""
    return {"reply": fields.get("reply") == ["1"]} if kind == "floor.asked" else {}


def turn(state: "Workshop", step: "Step") -> int | None:
    """Whose turn it is in the round, for the remote; None when no round is going on (then turns are the speaker queue's)."""
    going = state.tool(step).round
    return going.current if going is not None else None


def next_one(step: "Step") -> "Command":
    """On to the next one in the round."""
    return move_round(step.id)
