"""What gives when the evening is late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import agenda, info, running, undo
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.catching_up import Shorter, shorten, what_gives
from fasilitaattori.workshop.schedule import clock_text, schedule
from tests.ledger import Ledger


def evening(*steps: tuple[str, int, dict[str, str]], late: int = 0) -> Ledger:
    """The first step has gone on until the evening is so many minutes late."""
    ledger = Ledger()
    ledger.do(info.set_info(date="2026-03-12", start="18.00", end="21.00"))
    plans = [new_step(title, "talk", minutes, **more) for title, minutes, more in steps]
    ledger.do(agenda.add_steps(plans))
    ledger.do(running.start())
    ledger.wait((steps[0][1] + late) * 60)
    return ledger


def offered(ledger: Ledger) -> list[tuple[str, int, int]]:
    return [(each.step.title, each.before, each.after) for each in what_gives(schedule(ledger.state, ledger.now))]


def test_first_steps_give_way_before_the_others_and_fixed_ones_never() -> None:
    steps = [("A", 10, {}), ("B", 20, {}), ("C", 30, {"flex": "first"}), ("D", 20, {"flex": "fixed"})]
    assert offered(evening(*steps, late=6)) == [("C", 30, 24)]
    assert offered(evening(*steps, late=20)) == [("B", 20, 15), ("C", 30, 15)]


def test_no_step_is_cut_below_half_nor_below_what_makes_sense() -> None:
    found = offered(evening(("A", 10, {}), ("B", 20, {}), ("C", 6, {}), ("Kahvi", 15, {"mode": "tauko"}), late=60))
    assert found == [("B", 20, 10), ("C", 6, 5), ("Kahvi", 15, 10)]


def test_in_time_or_a_minute_behind_nothing_is_offered() -> None:
    for late in (-5, 0, 1):
        assert offered(evening(("A", 10, {}), ("B", 20, {}), late=late)) == []


def test_what_comes_after_free_time_is_left_alone() -> None:
    """The coffee is at 18.30: what is before it catches up with that; what is after it is in time anyway."""
    steps = [("A", 10, {}), ("B", 20, {}), ("Kahvi", 15, {"pinned": "18:30", "mode": "tauko"}), ("D", 40, {"flex": "first"})]
    assert offered(evening(*steps, late=8)) == [("B", 20, 12)]
    roomy = [("A", 10, {}), ("B", 20, {}), ("Kahvi", 15, {"pinned": "18:45", "mode": "tauko"}), ("D", 40, {})]
    assert offered(evening(*roomy, late=8)) == []


def test_accepting_is_one_act_that_brings_the_evening_back_and_can_be_undone() -> None:
    ledger = evening(("A", 10, {}), ("B", 20, {}), ("C", 20, {}), late=6)
    found = what_gives(schedule(ledger.state, ledger.now))
    assert [(each.before, each.after) for each in found] == [(20, 17), (20, 17)]
    ledger.do(shorten(found))
    now = schedule(ledger.state, ledger.now)
    assert (clock_text(now.end), round(now.late)) == ("18:50", 0)
    assert what_gives(now) == []
    with pytest.raises(RuleViolation, match="jo vaihtunut"):
        ledger.do(shorten(found))  # the key was pressed twice
    act = undo.undoable(ledger.replica)
    assert act is not None
    assert (act.name, len(act.ids)) == ("ajan muutos", 2)
    ledger.do(undo.undo(act))
    assert not ledger.state.run.adjusted
    ledger.do(shorten(found))
    ledger.do(running.next_step())
    step = ledger.state.current
    assert step is not None
    assert ledger.state.run.timer(step, ledger.now).planned_ms == 17 * 60_000
    assert step.minutes == 20  # the plan tells what was planned


def test_offsets_are_told_against_the_plan_and_against_the_real_start() -> None:
    ledger = Ledger()
    ledger.do(info.set_info(date="2026-03-12", start="17.55", end="19.00"))
    ledger.plan(("talk", 10), ("talk", 20))
    ledger.do(running.start())  # at 18.00
    ledger.wait(12 * 60)
    now = schedule(ledger.state, ledger.now)
    assert (round(now.late), round(now.begun_late), round(now.late_since_start)) == (7, 5, 2)


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.sampled_from(["first", "flexible", "fixed"]), st.sampled_from(["kaikki", "tauko"])),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 90),
)
def test_it_never_overshoots_and_never_hurts_a_step(coming: list[tuple[int, str, str]], late: int) -> None:
    steps = [(str(n), minutes, {"flex": flex, "mode": mode}) for n, (minutes, flex, mode) in enumerate(coming)]
    ledger = evening(("A", 10, {}), *steps, late=late)
    found: list[Shorter] = what_gives(schedule(ledger.state, ledger.now))
    assert sum(each.gain for each in found) <= late
    for each in found:
        assert each.step.plan.flex != "fixed"
        assert each.gain > 0
        assert each.after >= max(each.step.minutes / 2, 10 if each.step.mode == "tauko" else 5)
