"""Making a workshop: an empty one, one from a method, or the example. No Qt here."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fasilitaattori.methods.library import Library
from fasilitaattori.methods.model import Method
from fasilitaattori.methods.scaling import DoesNotFit, scaled
from fasilitaattori.workshop.agenda import StepPlan, add_steps
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.info import parse_time, set_info
from fasilitaattori.workshop.materials import add_materials
from fasilitaattori.workshop.state import Workshop

EXAMPLE = "kylailta"


@dataclass(frozen=True, slots=True)
class Draft:
    """A workshop to be made: its heading, its first steps and what they need."""

    heading: dict[str, Any]
    steps: tuple[StepPlan, ...] = ()
    materials: tuple[str, ...] = ()

    def command(self) -> Command:
        """One act that makes it."""

        def command(state: Workshop) -> list[Outcome]:
            said = [*set_info(**self.heading)(state), *add_materials(self.materials)(state)]
            return [*said, *add_steps(self.steps)(state)]

        return command


def new_stream() -> str:
    """The id of a workshop that does not exist yet."""
    return str(uuid.uuid4())


def minutes_between(start: str, end: str) -> int | None:
    """Minutes from one clock time to another (past midnight counts on); None when either is missing or they are the same."""
    begin, close = parse_time(start), parse_time(end)
    if begin is None or close is None:
        return None
    return ((close.hour - begin.hour) * 60 + close.minute - begin.minute) % (24 * 60) or None


def steps_of(library: Library, method: Method, minutes: int | None, language: str) -> tuple[StepPlan, ...]:
    """The method's steps, fitted into the minutes at hand where that is within what the method can do, else as written."""
    fitted = method
    if minutes is not None:
        wanted = min(max(minutes, method.minutes.min), method.minutes.max)
        try:
            fitted = scaled(method, wanted)
        except DoesNotFit:
            fitted = method  # its fixed steps alone are longer; the plan then shows by how much it is over
    return tuple(library.plans(fitted, language))


def draft_from(library: Library, method: Method | None, heading: dict[str, Any], language: str) -> Draft:
    """A workshop with this heading, empty or from the method."""
    if method is None:
        return Draft(heading)
    steps = steps_of(library, method, minutes_between(heading.get("start", ""), heading.get("end", "")), language)
    local = method.in_language(language)
    return Draft({**heading, "method": local.name}, steps, local.materials)


def example(library: Library, language: str, date: str) -> Draft | None:
    """The invented evening that shows every way of working; None when its file cannot be read."""
    method = library.method(EXAMPLE)
    local = method.in_language(language) if method is not None else None
    if method is None or local is None or local.example is None:
        return None
    told = local.example
    heading = {
        "title": told.title,
        "organiser": told.organiser,
        "place": told.place,
        "goal": told.goal,
        "start": told.start,
        "end": told.end,
        "expected": told.expected,
        "date": date,
        "language": language,
        "method": local.name,
    }
    return Draft(heading, tuple(library.plans(method, language)), local.materials)


def rug_of(steps: Sequence[StepPlan]) -> list[tuple[int, str, str]]:
    """Minutes, mode and title of each step, as the rug strip takes them."""
    return [(step.minutes, step.mode, step.title) for step in steps]
