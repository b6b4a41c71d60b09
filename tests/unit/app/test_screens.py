"""The big screen's code on other devices belongs to a workshop and an evening, whatever the laptop's clock happens to say."""

import datetime as dt
from pathlib import Path

import pytest

from fasilitaattori.app.program import Program
from fasilitaattori.app.screens import FILE, keys_of
from fasilitaattori.workshop import running

EVENING = dt.datetime(2026, 3, 12, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
CHANGES = [dt.timedelta(days=400), dt.timedelta(days=-400), dt.timedelta(hours=12)]


@pytest.mark.parametrize("change", CHANGES)
def test_while_the_evening_goes_on_the_laptops_clock_does_not_matter(tmp_path: Path, change: dt.timedelta) -> None:
    first = keys_of(tmp_path / FILE, "a", EVENING)
    assert keys_of(tmp_path / FILE, "a", EVENING + change, going_on=True) == first


def test_the_next_evening_and_another_workshop_have_others(tmp_path: Path) -> None:
    first = keys_of(tmp_path / FILE, "a", EVENING)
    assert keys_of(tmp_path / FILE, "a", EVENING + dt.timedelta(hours=8)) == first
    assert keys_of(tmp_path / FILE, "a", EVENING + dt.timedelta(days=1)).code != first.code
    assert keys_of(tmp_path / FILE, "b", EVENING, going_on=True).capability != first.capability


def test_a_room_opened_again_under_a_wrong_clock_lets_the_same_screens_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(tmp_path)
    program.has_window = True
    program.door.start()
    program.door.wait_ready()
    stream = program.new_workshop("aivoriihi", "fi")
    room = program.open_room(stream, host="127.0.0.1", port=0)
    assert room.screens is not None
    code, remote = room.screens.code, room.remote.rpartition("/")[2]
    program.door.ask(stream, running.open_room()).result()
    now = program.clock.now
    monkeypatch.setattr(program.clock, "now", lambda: now() + dt.timedelta(days=3))
    again = program.open_room(stream, host="127.0.0.1", port=0)
    assert again.screens is not None
    assert (again.screens.code, again.remote.rpartition("/")[2]) == (code, remote)
    program.close()
