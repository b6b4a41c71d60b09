"""Making workshops."""

from pathlib import Path

import pytest

from fasilitaattori.desktop.creating import draft_from, example, minutes_between, steps_of
from fasilitaattori.methods.library import Library, load_library
from fasilitaattori.paths import resource
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.events import Body
from fasilitaattori.workshop.state import Workshop


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource(), Path("/nowhere")], lambda tool, settings: MODELS[tool].check(settings))


@pytest.mark.parametrize(("start", "end", "minutes"), [("18:00", "20:30", 150), ("22:00", "00:30", 150), ("18:00", "", None)])
def test_minutes_at_hand(start: str, end: str, minutes: int | None) -> None:
    assert minutes_between(start, end) == minutes


def test_a_method_is_fitted_into_the_time(library: Library) -> None:
    method = library.method("eratauko")
    assert method is not None
    assert sum(step.minutes for step in steps_of(library, method, 90, "fi")) == 90
    assert sum(step.minutes for step in steps_of(library, method, None, "fi")) == 120


def test_too_little_time_gives_the_shortest_form(library: Library) -> None:
    method = library.method("eratauko")
    assert method is not None
    assert sum(step.minutes for step in steps_of(library, method, 20, "fi")) == method.minutes.min


def test_a_workshop_is_made_by_one_act(library: Library) -> None:
    draft = draft_from(library, library.method("aivoriihi"), {"title": "Ideailta", "start": "18:00", "end": "18:45"}, "fi")
    made = draft.command()(Workshop("s", MODELS))
    kinds = [body.KIND for body in made if isinstance(body, Body)]
    assert kinds[0] == "info.changed"
    assert set(kinds[1:]) == {"materials.added", "plan.step_added"}
    assert sum(step.minutes for step in draft.steps) == 45


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_example_uses_every_tool(library: Library, language: str) -> None:
    draft = example(library, language, "2026-03-12")
    assert draft is not None
    assert draft.heading["language"] == language
    assert {step.tool for step in draft.steps} == set(MODELS)


def test_no_example_without_its_method() -> None:
    assert example(Library(), "fi", "2026-03-12") is None
