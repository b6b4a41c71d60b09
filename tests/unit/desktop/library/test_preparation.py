"""The list of preparations claims only what is so."""

from pathlib import Path

import pytest

from fasilitaattori.desktop.library.preparation import checks, ground_rules, has_ending
from fasilitaattori.i18n import translator
from fasilitaattori.methods.library import Library, load_library
from fasilitaattori.paths import resource
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import Step, StepPlan, new_step
from fasilitaattori.workshop.materials import Material
from fasilitaattori.workshop.state import Workshop

FI = translator("fi")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource(), Path("/nowhere")], lambda tool, settings: MODELS[tool].check(settings))


def _workshop(plans: list[StepPlan], **info: str) -> Workshop:
    state = Workshop("s", MODELS)
    for key, value in info.items():
        setattr(state.info, key, value)
    state.plan.by_id = {plan.id: Step(plan, f"{place:03d}") for place, plan in enumerate(plans, 1)}
    return state


def _words(state: Workshop, library: Library, *, displays: int = 2, tested: bool = True, poster: bool = True) -> dict[str, str]:
    found = checks(state, library, FI, displays=displays, network_tested=tested, poster=poster)
    return {check.words: check.fix for check in found}


@pytest.mark.parametrize(
    "method", ["eratauko", "oppimiskahvila", "aivoriihi", "kylailta", "penkkikahvila", "yksin-kaksin-kaikki"]
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_method_has_its_ending(library: Library, method: str, language: str) -> None:
    found = library.method(method)
    assert found is not None
    state = _workshop(library.plans(found, language))
    assert has_ending(state.plan.steps(), library)


def test_an_evening_that_is_ready(library: Library) -> None:
    method = library.method("eratauko")
    assert method is not None
    state = _workshop(library.plans(method, "fi"), date="2026-03-12", start="18:00", end="20:00")
    found = checks(state, library, FI, displays=2, network_tested=True, poster=True)
    assert all(check.done for check in found)
    assert [check.fix for check in found] == [""] * 6


def test_an_empty_evening_says_what_to_do(library: Library) -> None:
    found = _words(_workshop([]), library, displays=1, tested=False, poster=False)
    assert found == {
        "Ohjelma on vielä tyhjä": "method",
        "Pelisäännöt puuttuvat": "rules",
        "Jatkosta sopiminen puuttuu": "ending",
        "QR-juliste tekemättä": "poster",
        "Verkko testaamatta": "network",
        "Toista näyttöä ei ole": "screen",
    }


def test_too_long_an_agenda_is_told_in_minutes(library: Library) -> None:
    state = _workshop([new_step("Keskustelu", "discussion", 100)], date="2026-03-12", start="18:00", end="19:30")
    assert "Ohjelma on 10 min yli" in _words(state, library)


def test_a_missing_time_is_not_a_fitting_agenda(library: Library) -> None:
    state = _workshop([new_step("Keskustelu", "discussion", 10)], date="2026-03-12", start="18:00")
    assert "Päivä tai kellonaika puuttuu" in _words(state, library)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_ground_rules_to_add_are_those_of_a_dialogue(library: Library, language: str) -> None:
    template = ground_rules(library, language)
    assert template is not None
    assert len(template.settings["ground_rules"]) == 4


def test_what_is_not_packed_yet_is_counted(library: Library) -> None:
    state = _workshop([])
    assert "materials" not in _words(state, library).values()
    state.materials.by_id = {"a": Material("a", "Tusseja"), "b": Material("b", "Kahvia", packed=True)}
    assert _words(state, library)["1 tarvike pakkaamatta"] == "materials"
    state.materials.by_id["a"].packed = True
    assert _words(state, library)["Tarvikkeet pakattu"] == ""
