"""A vote on a phone: points, one, several or the scale; a blank ballot; may be changed until the vote closes."""

from typing import TYPE_CHECKING, Any

from fasilitaattori.tools.vote.model.facts import SCALE, SCALE_STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.vote.model import Settings, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE = frozenset({"turnout"})


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """question, kind, dots, per_option, max_choices, candidates [{id, text}], labels (6, on the scale), box (id of the ballot
    box, "" when it is shut), turnout, result (None until counted): {rows [{id, text, points, goes_on, tied}], voters, blanks,
    most}."""
    settings: Settings = state.settings(step)
    vote: State = state.tool(step)
    labels = [*settings.labels, *[""] * SCALE_STEPS][:SCALE_STEPS]
    return {
        "question": settings.question,
        "kind": settings.kind,
        "dots": settings.dots,
        "per_option": min(settings.per_option, settings.dots),
        "max_choices": settings.max_choices,
        "candidates": [{"id": candidate.id, "text": candidate.text} for candidate in vote.candidates],
        "labels": labels if settings.kind == SCALE else [],
        "box": vote.box,
        "turnout": vote.turnout(state.turnout),
        "result": _result(settings, vote, labels) if vote.result is not None and not vote.open else None,
    }


def _result(settings: "Settings", vote: "State", labels: list[str]) -> dict[str, Any]:
    on: set[str] = set()
    tied: set[str] = set()
    if settings.kind == SCALE:
        scored = [(str(step), labels[step], vote.total(str(step))) for step in range(SCALE_STEPS)]
    else:
        scored = [(candidate.id, candidate.text, points) for candidate, points in vote.ranking()]
        on, tied = ({candidate.id for candidate in some} for some in vote.marked(settings))
    return {
        "rows": [
            {"id": key, "text": text, "points": points, "goes_on": key in on, "tied": key in tied}
            for key, text, points in scored
        ],
        "voters": vote.voters(),
        "blanks": vote.result.blanks if vote.result is not None else 0,
        "most": max((points for _, _, points in scored), default=0),
    }


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """Nothing: nobody can ask this program what somebody voted, not even the voter."""
    return {}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Nobody."""
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Fields: `choice` (ids chosen) or `points.<id>` (numbers); `blank` set = a blank ballot."""
    if fields.get("blank"):
        return {"choices": {}}
    choices: dict[str, Any] = dict.fromkeys(fields.get("choice", []), 1)
    for name, values in fields.items():
        if name.startswith("points.") and values[0].strip() not in ("", "0"):
            choices[name.removeprefix("points.")] = int(values[0]) if values[0].strip().isdigit() else values[0]
    return {"choices": choices}
