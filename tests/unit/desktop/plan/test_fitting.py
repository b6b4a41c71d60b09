"""Making the agenda fit: shorter, longer, around pinned times, and what is told when it cannot."""

import pytest

from fasilitaattori.desktop.plan.fitting import CannotFit, fitted
from fasilitaattori.i18n import translator
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import Step, StepPlan, new_step
from fasilitaattori.workshop.schedule import schedule
from fasilitaattori.workshop.state import Workshop

FI = translator("fi")


def _workshop(*plans: StepPlan, end: str = "19:00") -> Workshop:
    state = Workshop("s", MODELS)
    state.info.start, state.info.end = "18:00", end
    state.plan.by_id = {plan.id: Step(plan, f"{place:03d}") for place, plan in enumerate(plans, 1)}
    return state


def _fitted(state: Workshop) -> list[int]:
    found = fitted(state, schedule(state)).minutes
    return [found.get(step.id, step.minutes) for step in state.plan.steps()]


def test_what_is_fixed_keeps_its_length_and_the_rest_fills_the_time() -> None:
    rules = new_step("Pelisäännöt", "discussion", 5, flex="fixed")
    longer = _workshop(rules, new_step("A", "talk", 40, flex="first"), new_step("B", "talk", 30))
    found = fitted(longer, schedule(longer))
    assert _fitted(longer)[0] == 5
    assert sum(_fitted(longer)) == 60
    assert found.text(FI) == "Vaiheita lyhennettiin 15 min. Ennallaan: Pelisäännöt"
    shorter = _workshop(rules, new_step("A", "talk", 20), new_step("B", "talk", 10))
    assert _fitted(shorter)[0] == 5
    assert sum(_fitted(shorter)) == 60
    assert fitted(shorter, schedule(shorter)).text(FI) == "Vaiheita pidennettiin 25 min. Ennallaan: Pelisäännöt"


def test_only_the_part_that_is_over_is_shortened() -> None:
    state = _workshop(new_step("A", "talk", 40), new_step("Kahvi", "pause", 10, pinned="18:30"), new_step("B", "talk", 15))
    assert _fitted(state) == [30, 10, 15]
    late = _workshop(new_step("A", "talk", 20), new_step("Kahvi", "pause", 10, pinned="18:30"), new_step("B", "talk", 35))
    assert _fitted(late)[0] == 20  # it would not help
    assert sum(_fitted(late)[1:]) == 30


def test_time_to_spare_before_a_pinned_step_is_filled_too() -> None:
    state = _workshop(new_step("A", "talk", 20), new_step("Kahvi", "pause", 10, pinned="18:30", flex="fixed"))
    assert _fitted(state) == [30, 10]  # and nothing may grow after the coffee


def test_without_an_end_there_is_nothing_to_fit_into() -> None:
    state = _workshop(new_step("A", "talk", 20), end="")
    assert fitted(state, schedule(state)).minutes == {}


def test_where_nothing_is_still_to_come_nothing_changes() -> None:
    state = _workshop()
    assert fitted(state, schedule(state)).minutes == {}


def test_what_cannot_give_is_named() -> None:
    state = _workshop(new_step("Luento", "talk", 70, flex="fixed"), new_step("B", "talk", 10))
    with pytest.raises(CannotFit) as refused:
        fitted(state, schedule(state))
    assert refused.value.text(FI) == (
        "Vaiheita ei saa mahtumaan 60 minuuttiin. Ne vievät vähintään 71 minuuttia. "
        "Poista vaiheita tai valitse pidempi aika. Nämä eivät lyhene: Luento."
    )


def test_a_pinned_step_that_is_already_too_late_has_no_room_before_it() -> None:
    state = _workshop(new_step("A", "talk", 20), new_step("Kahvi", "pause", 10, pinned="18:00"))
    with pytest.raises(CannotFit):
        fitted(state, schedule(state))
