"""Timers, moving between steps, and the clock times of the evening."""

from datetime import datetime

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import agenda, info, running, undo
from fasilitaattori.workshop.clock import Clock, DemoClock, sleepless
from fasilitaattori.workshop.schedule import clock_text, schedule
from tests.ledger import Ledger


@pytest.fixture
def evening() -> Ledger:
    ledger = Ledger()
    ledger.do(info.set_info(date="2026-03-12", start="18.00", end="19.00"))
    ledger.plan(("talk", 10), ("ideas", 20), ("pause", 15))
    ledger.do(running.start())
    return ledger


def left(ledger: Ledger) -> float:
    step = ledger.state.current
    assert step is not None
    return ledger.state.run.timer(step, ledger.now).left_ms / 1000


def test_a_workshop_may_have_marks_of_its_own(evening: Ledger) -> None:
    assert evening.state.run.marks is None
    evening.do(running.set_marks([1, 10, 0, 10]))
    assert evening.state.run.marks == (10, 1, 0)
    assert evening.do(running.set_marks([10, 1, 0])) == []
    evening.do(running.set_marks([]))
    assert evening.state.run.marks == ()
    act = undo.undoable(evening.replica)
    assert act is not None
    assert act.name == "muistutusten muutos"
    evening.do(undo.undo(act))
    assert evening.state.run.marks == (10, 1, 0)
    evening.do(running.set_marks(None))
    assert evening.state.run.marks is None
    for wrong in ([-1], [121], [1, 2, 3, 4, 5, 6, 7]):
        with pytest.raises(RuleViolation) as refused:
            evening.do(running.set_marks(wrong))
        assert refused.value.code == "bad_number"


def test_the_timer_counts_down_pauses_and_counts_overtime_up(evening: Ledger) -> None:
    evening.wait(60)
    assert left(evening) == 540
    evening.do(running.pause())
    evening.wait(120)
    assert left(evening) == 540
    evening.do(running.resume())
    evening.wait(600)
    assert left(evening) == -60
    evening.do(running.adjust(300))
    assert left(evening) == 240


def test_minus_minutes_never_plan_less_than_nothing(evening: Ledger) -> None:
    evening.do(running.adjust(-3600))
    assert left(evening) == 0
    evening.do(running.adjust(60))
    assert left(evening) == 60


def test_going_back_goes_on_from_what_was_left_and_undo_takes_the_move_back(evening: Ledger) -> None:
    evening.wait(240)
    evening.do(running.next_step())
    evening.wait(30)
    act = undo.undoable(evening.replica)
    assert act is not None
    assert act.name == "siirtyminen vaiheeseen"
    evening.do(undo.undo(act))
    assert evening.state.current is not None
    assert evening.state.current.tool == "talk"
    assert left(evening) == 600 - 270  # as if it had never been left
    again = undo.redoable(evening.replica)
    assert again is not None
    evening.do(undo.undo(again))
    evening.wait(10)
    evening.do(running.previous_step())
    assert left(evening) == 600 - 240


def test_there_is_nothing_before_the_first_and_after_the_last(evening: Ledger) -> None:
    with pytest.raises(RuleViolation, match="ensimmäinen"):
        evening.do(running.previous_step())
    evening.do(running.next_step())
    evening.do(running.next_step())
    with pytest.raises(RuleViolation) as caught:
        evening.do(running.next_step())
    assert caught.value.code == "last_step"
    evening.do(running.end())
    assert evening.state.run.phase == "ended"
    for command in (running.end(), running.next_step(), running.previous_step()):
        with pytest.raises(RuleViolation) as caught:
            evening.do(command)
        assert caught.value.code == "already_ended"
    evening.do(running.start())  # on purpose it goes on
    assert evening.state.run.phase == "running"


def test_the_running_step_cannot_be_removed(evening: Ledger) -> None:
    with pytest.raises(RuleViolation) as caught:
        evening.do(agenda.remove_step(evening.state.run.current or ""))
    assert caught.value.code == "running_step"


def test_plan_times_run_on_from_the_start_with_slack_and_overrun_at_a_pinned_step() -> None:
    ledger = Ledger()
    ledger.do(info.set_info(start="18:00", end="19:00"))
    first, second, third = ledger.plan(("talk", 20), ("ideas", 30), ("pause", 15))
    ledger.do(agenda.change_step(second, pinned="18.30"))
    plan = schedule(ledger.state)
    assert [clock_text(slot.start) for slot in plan.slots] == ["18:00", "18:30", "19:00"]
    assert plan.slots[1].slack == 10
    assert clock_text(plan.planned_end) == "19:15"
    assert plan.over == 15
    assert plan.total == 65
    ledger.do(agenda.change_step(first, minutes=45))
    assert schedule(ledger.state).slots[1].slack == -15
    assert clock_text(schedule(ledger.state).slots[1].start) == "18:45"
    assert third


def test_while_running_lateness_shows_and_later_steps_shift(evening: Ledger) -> None:
    evening.wait(12 * 60)  # two minutes over
    now = schedule(evening.state, evening.now)
    assert round(now.late) == 2
    assert [slot.state for slot in now.slots] == ["now", "next", "next"]
    evening.do(running.next_step())
    evening.wait(5 * 60)
    now = schedule(evening.state, evening.now)
    assert [slot.state for slot in now.slots] == ["done", "now", "next"]
    assert round(now.late) == 2
    assert clock_text(now.slots[0].end) == "18:12"
    evening.do(running.go_to(evening.state.plan.steps()[2].id))
    now = schedule(evening.state, evening.now)
    assert clock_text(now.end) == "18:32"
    assert round(now.late) == 32 - 45


def test_a_pin_gives_room_to_catch_up(evening: Ledger) -> None:
    evening.do(agenda.change_step(evening.state.plan.steps()[2].id, pinned="18.40"))
    evening.wait(15 * 60)
    now = schedule(evening.state, evening.now)
    assert round(now.late) == 0
    assert round(now.slots[2].slack) == 5


def test_a_rehearsal_far_from_the_planned_time_takes_its_pins_along() -> None:
    ledger = Ledger()
    ledger.wait(-9 * 3600)  # nine in the morning
    ledger.do(info.set_info(start="18:00", end="19:00"))
    first, second, third = ledger.plan(("talk", 20), ("pause", 10), ("ideas", 30))
    ledger.do(agenda.change_step(second, pinned="18:30"))
    ledger.do(running.start())
    now = schedule(ledger.state, ledger.now)
    assert [clock_text(slot.start) for slot in now.slots] == ["09:00", "09:30", "09:40"]
    assert round(now.late) == 0
    ledger.wait(60)
    ledger.do(running.go_to(third))
    now = schedule(ledger.state, ledger.now)
    assert round(now.late) == -39  # and not nine hours ahead
    assert first


def test_without_a_planned_start_pins_are_clock_times() -> None:
    ledger = Ledger()
    ledger.wait(-9 * 3600)  # nine in the morning
    _, second, _ = ledger.plan(("talk", 20), ("pause", 10), ("ideas", 30))
    ledger.do(agenda.change_step(second, pinned="10:00"))
    ledger.do(running.start())
    now = schedule(ledger.state, ledger.now)
    assert [clock_text(slot.start) for slot in now.slots] == ["09:00", "10:00", "10:10"]


@pytest.mark.parametrize(("field", "value", "code"), [("start", "25.00", "bad_time"), ("date", "2026-02-31", "bad_date")])
def test_bad_times_and_dates_are_told(field: str, value: str, code: str) -> None:
    with pytest.raises(RuleViolation) as caught:
        Ledger().do(info.set_info(**{field: value}))
    assert caught.value.code == code


def test_the_steady_clock_does_not_follow_a_changed_wall_clock() -> None:
    wall, forward = [1000.0], [5.0]
    clock = Clock(wall=lambda: wall[0], forward=lambda: forward[0])
    before = clock.ms()
    wall[0] -= 3600
    forward[0] += 2
    assert clock.ms() - before == 2000
    assert clock.now().timestamp() == wall[0]


def test_the_steady_clock_counts_the_time_asleep_on_every_system() -> None:
    assert [sleepless(system) for system in ("linux", "darwin", "win32")] == ["CLOCK_BOOTTIME", "CLOCK_MONOTONIC", ""]
    assert Clock().ms() > 0


def test_the_steady_clock_goes_on_from_the_last_moment_of_the_log() -> None:
    forward = [5.0]
    clock = Clock(wall=lambda: 1000.0, forward=lambda: forward[0])
    clock.not_before(900_000)
    assert clock.ms() == 1_000_000  # already later
    clock.not_before(4_600_000)  # somebody set the wall clock back an hour since
    assert clock.ms() == 4_600_000
    forward[0] += 2
    assert clock.ms() == 4_602_000


def test_the_rehearsal_clock_starts_where_it_is_put_and_moves_forward() -> None:
    clock = DemoClock(datetime.fromisoformat("2026-03-12T18:00:00+02:00"), speed=0)
    before = clock.ms()
    clock.advance(600)
    assert clock.ms() - before == 600_000
    assert clock.now().isoformat().startswith("2026-03-12") or clock.now().utcoffset()
