"""A survey on a phone: one question at a time, skipping allowed, anonymous."""

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fasilitaattori.tools.survey.model import Settings, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.events import Event
    from fasilitaattori.workshop.state import Workshop

LIVE = frozenset({"answered"})


def view(state: "Workshop", step: "Step") -> dict[str, Any]:
    """intro, questions [{id, text, kind, options, low, high, steps, optional}], box (id of the ballot box, "" when it is shut),
    answered (how many have), counted."""
    settings: Settings = state.settings(step)
    survey: State = state.tool(step)
    return {
        "intro": settings.intro,
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "kind": question.kind,
                "options": question.options,
                "low": question.low,
                "high": question.high,
                "steps": question.steps,
                "optional": question.optional,
            }
            for question in survey.questions
        ],
        "box": survey.box,
        "answered": survey.turnout(state.turnout),
        "counted": survey.result is not None and not survey.open,
    }


def mine(state: "Workshop", step: "Step", author: int) -> dict[str, Any]:
    """Nothing: answers cannot be asked back."""
    return {}


def touches(state: "Workshop", step: "Step", event: "Event") -> "Iterable[int]":
    """Nobody."""
    return ()


def body(kind: str, fields: "Mapping[str, list[str]]") -> dict[str, Any]:
    """Fields: `scale.<id>` and `one.<id>` a number, `many.<id>` numbers, `text.<id>` words; empty ones are skipped."""
    answers: dict[str, Any] = {}
    for name, values in fields.items():
        kind_of, _, question = name.partition(".")
        if kind_of == "text" and values[0].strip():
            answers[question] = values[0]
        elif kind_of in ("scale", "one", "many"):
            numbers = []
            for value in values:
                with contextlib.suppress(ValueError):
                    numbers.append(int(value))
            if numbers:
                answers[question] = numbers if kind_of == "many" else numbers[0]
    return {"answers": answers}
