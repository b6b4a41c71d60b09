"""What the agenda shows: clock times, slack, what does not fit."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.desktop.plan.agenda import TOOL_KINDS, fit, hint_of, next_length, rows, span
from fasilitaattori.desktop.plan.toolforms import FORMS, turn_words
from fasilitaattori.i18n import translator
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import Step, StepPlan, new_step
from fasilitaattori.workshop.schedule import schedule
from fasilitaattori.workshop.state import Workshop

FI = translator("fi")


def _workshop(*plans: StepPlan, start: str = "18:00", end: str = "") -> Workshop:
    state = Workshop("s", MODELS)
    state.info.start, state.info.end = start, end
    state.plan.by_id = {plan.id: Step(plan, f"{place:03d}") for place, plan in enumerate(plans, 1)}
    return state


def _rows(state: Workshop) -> list[tuple[str, str, int, int]]:
    return [(row.start, row.end, row.gap, row.over) for row in rows(state, schedule(state), FI)]


def test_clock_times_run_on() -> None:
    state = _workshop(new_step("A", "talk", 10), new_step("B", "talk", 35))
    assert _rows(state) == [("18.00", "18.10", 0, 0), ("18.10", "18.45", 0, 0)]
    assert span(schedule(state), FI) == "18.00–18.45"


def test_a_pinned_step_tells_its_slack_or_how_late_it_is() -> None:
    state = _workshop(
        new_step("A", "talk", 10), new_step("B", "talk", 20, pinned="18:30"), new_step("C", "talk", 5, pinned="18:40")
    )
    assert _rows(state) == [("18.00", "18.10", 0, 0), ("18.30", "18.50", 20, 0), ("18.50", "18.55", -10, 0)]


def test_a_row_is_another_one_once_its_step_has_another_name() -> None:
    state = _workshop(new_step("A", "talk", 10), new_step("B", "talk", 20))
    before = rows(state, schedule(state), FI)
    step = state.plan.by_id[before[0].id]
    step.plan = msgspec.structs.replace(step.plan, title="Tervetuloa")  # as the fold does it
    after = rows(state, schedule(state), FI)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_what_does_not_fit_is_told_step_by_step() -> None:
    state = _workshop(new_step("A", "talk", 50), new_step("B", "talk", 20), new_step("C", "talk", 5), end="19:00")
    assert [over for *_, over in _rows(state)] == [0, 10, 5]
    tag = fit(state, schedule(state), FI)
    assert (tag.words, tag.kind, tag.over) == ("75 min · 15 min yli", "savi", 15)


def test_the_fit_tag() -> None:
    def words(*plans: StepPlan, end: str = "") -> str:
        state = _workshop(*plans, end=end)
        return fit(state, schedule(state), FI).words

    assert words() == "ei vaiheita"
    assert words(new_step("A", "talk", 60), end="19:00") == "60 min · mahtuu aikaan"
    assert words(new_step("A", "talk", 45), end="19:00") == "45 min · 15 min väljää"
    assert words(new_step("A", "talk", 45)) == "45 min · loppuu 18.45"


@given(st.integers(1, 600))
def test_more_and_less_time_go_by_fives(minutes: int) -> None:
    more, less = next_length(minutes, 1), next_length(minutes, -1)
    assert more > minutes
    assert less < minutes or minutes == 1
    assert less >= 1
    if minutes >= 5:
        assert more % 5 == 0


def test_the_hint_is_the_facilitators_or_what_is_asked() -> None:
    assert hint_of(Step(new_step("A", "discussion", settings={"prompts": ["Mitä?"]}, hint="Kierros"), "1"), FI) == "Kierros"
    assert hint_of(Step(new_step("A", "discussion", settings={"prompts": ["Mitä?"]}), "1"), FI) == "Mitä?"
    assert hint_of(Step(new_step("A", "vote", settings={"question": "Kumpi?"}), "1"), FI) == "Kumpi?"
    assert hint_of(Step(new_step("A", "talk"), "1"), FI) == ""


def test_every_tool_can_be_added_and_set() -> None:
    assert set(TOOL_KINDS) == set(FORMS) == set(MODELS)


def test_a_turns_length_in_words() -> None:
    assert [turn_words(FI, n) for n in (45, 120, 150)] == ["45 s", "2 min", "2 min 30 s"]
