"""The arithmetic of the live desk: the rug as it goes, the times under it, the cues, and the beat of the seconds."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live.cues import SHOWN_MS, cue_between, mark_now, marks_of, turn_is_up
from fasilitaattori.desktop.live.rug_of import live_rug
from fasilitaattori.desktop.live.rug_ticks import Tick, place
from fasilitaattori.desktop.live.second import AFTER, until_next
from fasilitaattori.desktop.live.shape import NOW, RECORD, ROOM, STEP, shape_of, shown
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.run import Timer
from fasilitaattori.workshop.schedule import schedule
from tests.unit.desktop.live.rig import Rig

MINUTE = 60_000


def test_the_rug_follows_the_evening_as_it_goes(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10), new_step("B", "talk", 20), new_step("C", "talk", 30)])
    rig.start()
    rig.clock.advance(15 * 60)  # five minutes over
    rig.do(running.next_step())
    rig.clock.advance(10 * 60)
    rug = live_rug(schedule(rig.state, rig.clock.ms()), 18 * 60 + 25)
    assert [minutes for minutes, _, _ in rug.steps] == [15, 20, 30]
    assert rug.starts == [0, 15, 35]
    assert rug.now == pytest.approx(25, abs=0.1)
    assert rug.times[2][0].strftime("%H:%M") == "18:35"
    rig.close()


def test_a_skipped_step_has_no_length_on_the_rug(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10), new_step("B", "talk", 20), new_step("C", "talk", 30)])
    rig.start()
    rig.clock.advance(10 * 60)
    rig.do(running.go_to(rig.plans[2].id))
    rug = live_rug(schedule(rig.state, rig.clock.ms()), 18 * 60 + 10)
    assert [minutes for minutes, _, _ in rug.steps] == [10, 0, 30]
    assert rug.now == pytest.approx(10, abs=0.1)
    rig.close()


def test_after_the_end_the_whole_rug_is_worn(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10), new_step("B", "talk", 20)])
    rig.start()
    rig.clock.advance(10 * 60)
    rig.do(running.next_step())
    rig.clock.advance(20 * 60)
    rig.do(running.end())
    rug = live_rug(schedule(rig.state, rig.clock.ms()), -1)
    assert rug.now == sum(minutes for minutes, _, _ in rug.steps)
    rig.close()


def test_before_the_start_there_is_no_now(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10)])
    assert live_rug(schedule(rig.state, rig.clock.ms()), -1).now == -1
    rig.close()


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(5, 160), st.integers(0, 100)), max_size=12))
def test_times_under_the_rug_never_touch_nor_leave_it(found: list[tuple[float, float, int]]) -> None:
    ticks = [Tick(x, "x", weight) for x, _, weight in found]
    placed = place(ticks, [width for _, width, _ in found], 1000, gap=10)
    assert all(p.left >= 0 and p.left + p.width <= 1000.01 for p in placed)
    assert all(a.left + a.width + 10 <= b.left + 1e-6 for a, b in itertools.pairwise(placed))
    if found:
        heaviest = max(ticks, key=lambda tick: tick.weight)
        assert max(p.tick.weight for p in placed) == heaviest.weight


@pytest.mark.parametrize(
    ("width", "height", "scale", "columns", "tabbed"),
    [
        (1268, 732, 1.0, 3, False),
        (1182, 614, 1.0, 3, False),
        (1033, 578, 1.0, 3, True),
        (1268, 732, 1.3, 2, True),
        (1268, 732, 2.0, 1, True),
        (1822, 1044, 1.0, 3, False),
    ],
)
def test_there_are_as_many_columns_as_fit(width: int, height: int, scale: float, columns: int, tabbed: bool) -> None:
    shape = shape_of(width, height, scale)
    assert (shape.columns, shape.tabbed) == (columns, tabbed)


@given(st.integers(400, 2600), st.integers(300, 1400), st.floats(1, 2), st.booleans(), st.booleans())
def test_what_one_turns_to_is_in_sight(width: int, height: int, scale: float, slim: bool, asked: bool) -> None:
    shape = shape_of(width, height, scale)
    for panel in (NOW, STEP, RECORD, ROOM):
        seen = shown(shape, slim, panel, asked or panel in (RECORD, ROOM))
        assert panel in seen
        assert len(seen) >= shape.columns - 1


@pytest.mark.parametrize(
    ("before", "left", "planned", "cue"),
    [
        (5 * MINUTE + 500, 5 * MINUTE - 500, 35 * MINUTE, "knock"),
        (5 * MINUTE, 5 * MINUTE - 1000, 35 * MINUTE, ""),  # sounded a second ago
        (MINUTE + 1, MINUTE, 35 * MINUTE, "two-knocks"),
        (900, -100, 35 * MINUTE, "kantele"),
        (5 * MINUTE + 500, 5 * MINUTE - 500, 5 * MINUTE, ""),  # the step is five minutes long: it has just begun
        (20 * MINUTE, -1000, 35 * MINUTE, "kantele"),  # a sleeping laptop woke at the end
        (20 * MINUTE, -60_000, 35 * MINUTE, ""),  # woke long after it
        (4 * MINUTE, 9 * MINUTE, 35 * MINUTE, ""),  # more time was given
    ],
)
def test_each_cue_sounds_once_and_only_in_time(before: int, left: int, planned: int, cue: str) -> None:
    assert cue_between(before, left, planned) == cue


def test_the_facilitators_own_marks_sound_and_no_others() -> None:
    marks = (10, 3)
    assert cue_between(10 * MINUTE + 1, 10 * MINUTE, 35 * MINUTE, marks) == "knock"
    assert cue_between(3 * MINUTE + 1, 3 * MINUTE, 35 * MINUTE, marks) == "knock"
    for silent in (5, 1, 0):
        assert cue_between(silent * MINUTE + 1, silent * MINUTE, 35 * MINUTE, marks) == ""
    assert cue_between(MINUTE + 1, MINUTE, 35 * MINUTE, ()) == ""


@pytest.mark.parametrize(
    ("left", "running", "seen"),
    [
        (5 * MINUTE, True, 5),
        (5 * MINUTE - SHOWN_MS + 1, True, 5),
        (5 * MINUTE - SHOWN_MS, True, None),
        (5 * MINUTE + 1, True, None),
        (5 * MINUTE - 1, False, None),  # the clock stands
        (0, True, 0),
        (-SHOWN_MS + 1, True, 0),
    ],
)
def test_a_mark_is_seen_for_a_moment(left: int, running: bool, seen: int | None) -> None:
    timer = Timer(35 * MINUTE, 35 * MINUTE - left, running, None)
    assert mark_now(timer, marks_of("10, 5, 1, 0")) == seen


def test_a_step_as_long_as_a_mark_does_not_begin_with_it() -> None:
    assert mark_now(Timer(5 * MINUTE, 0, True, None), (5,)) is None


def test_the_speaking_time_ends_once() -> None:
    assert turn_is_up(119_500, 120_500, 120_000)
    assert not turn_is_up(120_500, 121_500, 120_000)


@given(st.integers(0, 10**13))
def test_the_beat_falls_just_after_a_whole_second(phase: int) -> None:
    wait = until_next(phase)
    assert 0 < wait <= 1000 + AFTER
    assert (phase + wait) % 1000 == AFTER % 1000
