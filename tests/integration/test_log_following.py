"""Who opens a workshop gets its events before the writer itself has folded them: nothing may fall between the two."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fasilitaattori.live.door import Door
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.jobs import Batch
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import record
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.replica import Replica

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000002"


@pytest.fixture
def open_door(tmp_path: Path) -> Iterator[Callable[[], Door]]:
    doors: list[Door] = []

    def build() -> Door:
        for door in doors:
            door.close()
        doors.append(Door(tmp_path / FILE, MODELS, Clock()))
        doors[-1].start()
        doors[-1].wait_ready()
        return doors[-1]

    yield build
    for door in doors:
        door.close()


@pytest.fixture
def reopened(open_door: Callable[[], Door]) -> Door:
    """A door opened anew on a log with two notes, none of which it has folded."""
    door = open_door()
    for text in ("yksi", "kaksi"):
        door.ask(STREAM, record.note(text)).result()
    return open_door()


def texts(replica: Replica) -> list[str]:
    return [entry.text for entry in replica.state.record.entries]


def test_what_comes_after_the_events_continues_them(reopened: Door) -> None:
    heard: list[Batch] = []
    events, _ = reopened.follow(STREAM, heard.append).result()
    again, _ = reopened.follow(STREAM, heard.append).result()
    reopened.ask(STREAM, record.note("kolme")).result()
    mine = Replica(STREAM, MODELS, events)
    assert again == events
    assert texts(mine) == ["yksi", "kaksi"]
    for batch in heard:
        batch.fold_into(mine)
    assert texts(mine) == texts(reopened.replica(STREAM)) == ["yksi", "kaksi", "kolme"]


@pytest.mark.log_warnings
def test_a_change_from_outside_is_told_also_before_the_first_command(reopened: Door, tmp_path: Path) -> None:
    heard: list[Batch] = []
    reopened.follow(STREAM, heard.append).result()
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("DELETE FROM event WHERE CAST(body AS TEXT) LIKE '%kaksi%'")
        other.commit()
    reopened.ask(STREAM, record.note("kolme")).result()
    mine = Replica(STREAM, MODELS)
    for batch in heard:
        batch.fold_into(mine)
    assert heard[0].anew
    assert texts(mine) == ["yksi", "kolme"]


def test_a_workshop_taken_off_the_disk_is_gone_for_who_opens_it_next(reopened: Door) -> None:
    reopened.follow(STREAM, lambda batch: None).result()
    reopened.forget(STREAM).result()
    events, _ = reopened.follow(STREAM, lambda batch: None).result()
    assert events == ()
