"""What must not stay on the disk, and what must not pass from one person to another."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fasilitaattori.live.door import Door
from fasilitaattori.log import backup
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, people, record, running, undo
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"


class House:
    """A door on a folder, with the shorthands of these tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.door = Door(folder / FILE, MODELS, Clock(), Reserve(folder, 1024 * 1024))
        self.door.start()
        self.door.wait_ready()

    def do(self, command: Command) -> None:
        self.door.ask(STREAM, command).result()

    def undo(self) -> None:
        act = undo.undoable(self.door.replica(STREAM))
        assert act is not None
        self.do(undo.undo(act))

    def redo(self) -> None:
        act = undo.redoable(self.door.replica(STREAM))
        assert act is not None
        self.do(undo.undo(act))

    @property
    def state(self) -> Any:
        return self.door.replica(STREAM).state

    def vote(self, *before: agenda.StepPlan) -> agenda.StepPlan:
        """A vote in the plan after these steps, not yet begun."""
        step = agenda.new_step("Äänestys", "vote", 5, settings={"kind": "one", "options": ["Kyllä", "Ei"]})
        self.do(agenda.add_steps([*before, step]))
        return step

    def cast(self, number: int, option: str) -> None:
        send = MODELS["vote"].sends["vote.cast"]
        content = msgspec.convert({"choices": {option: 1}}, send.body)

        def command(state: Any) -> Any:
            return send.rule(state, state.current, number, content)

        self.door.ask(STREAM, command, author=number).result()

    def rows(self, table: str) -> int:
        with closing(sqlite3.connect(self.folder / FILE)) as look:
            return int(look.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def on_disk(self) -> bytes:
        return b"".join(p.read_bytes() for p in sorted(self.folder.rglob("*")) if p.is_file() and p.name != "reserve.bin")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.door.close()


@pytest.mark.log_warnings
def test_a_write_that_fails_leaves_neither_names_nor_ballots_in_the_log_file(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    step = house.vote()
    house.do(people.join("Helmi", "fi", "t"))
    house.do(running.go_to(step.id))
    with closing(sqlite3.connect(house.folder / FILE)) as other:
        for table in ("ballot", "event"):
            other.execute(f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END")
        other.commit()
    with caplog.at_level(logging.INFO):
        failed = house.door.ask(STREAM, people.join("Tuntomerkkinen", "fi", "t2"))
        with pytest.raises(Exception, match="Tallennus"):
            failed.result()
        with pytest.raises(Exception, match="Tallennus"):
            house.cast(1, "option-1")
    assert "a commit failed" in caplog.text
    assert "Tuntomerkki" not in caplog.text
    assert "option-1" not in caplog.text


def test_erasing_takes_off_the_disk_also_a_name_that_was_undone(house: House) -> None:
    house.do(people.join("Helmi", "fi", "t"))
    house.do(people.change_person(1, name="Tuntomerkkinen"))
    house.undo()
    house.do(people.erase_person(1))
    assert b"Tuntomerkki" not in house.on_disk()


def test_nobody_gets_the_number_of_somebody_erased(house: House) -> None:
    step = house.vote()
    for n in (1, 2):
        house.do(people.join(f"Nimi {n}", "fi", f"t{n}"))
    house.do(running.go_to(step.id))
    house.cast(2, "option-1")
    house.do(people.erase_person(2))
    house.do(people.join("Uusi", "fi", "t3"))
    new = house.state.people.by_capability("t3").number
    assert new == 3
    assert house.door.choice_of(house.state.tool(house.state.current).box, new).result() is None


def test_nobody_gets_the_number_of_somebody_whose_adding_was_undone(house: House) -> None:
    house.do(people.add_person("Matti"))
    house.undo()
    house.do(people.join("Helmi", "fi", "t"))
    house.redo()
    assert sorted(person.name for person in house.state.people.all.values()) == ["Helmi", "Matti"]
    assert house.state.people.by_capability("t").name == "Helmi"


def test_at_the_end_every_box_is_counted_also_one_that_undo_left_open(house: House) -> None:
    talk = agenda.new_step("Avaus", "talk", 5)
    house.vote(talk)
    house.do(people.join("Helmi", "fi", "t"))
    house.do(running.go_to(talk.id))
    house.do(running.next_step())
    house.cast(1, "option-1")
    house.undo()
    assert house.state.current.id == talk.id
    house.do(running.end())
    assert (house.rows("ballot"), house.rows("ballot_box")) == (0, 0)


def test_a_step_taken_out_of_the_plan_leaves_no_box_open(house: House) -> None:
    talk = agenda.new_step("Avaus", "talk", 5)
    vote = house.vote(talk)
    house.do(people.join("Helmi", "fi", "t"))
    house.do(running.go_to(talk.id))
    house.do(running.next_step())
    house.cast(1, "option-1")
    house.undo()
    house.do(agenda.remove_step(vote.id))
    assert (house.rows("ballot"), house.rows("ballot_box")) == (0, 0)


def test_what_a_killed_program_left_in_the_journal_goes_at_the_next_start(tmp_path: Path) -> None:
    """A copy of the files as a kill leaves them between the commit that counts a box and the checkpoint after it."""
    house = House(tmp_path / "running")
    house.do(people.join("Helmi", "fi", "t"))
    killed = tmp_path / "killed"
    killed.mkdir()
    for suffix in ("", "-wal"):
        (killed / (FILE + suffix)).write_bytes((house.folder / (FILE + suffix)).read_bytes())
    house.door.close()
    assert (killed / (FILE + "-wal")).stat().st_size > 0
    again = House(killed)
    assert (killed / (FILE + "-wal")).stat().st_size == 0
    assert again.state.people.by_capability("t").name == "Helmi"
    again.door.close()


def test_a_journal_that_somebody_reads_is_cut_as_soon_as_it_can_be(house: House) -> None:
    step = house.vote()
    house.do(people.join("Helmi", "fi", "t"))
    house.do(running.go_to(step.id))
    house.cast(1, "option-1")
    with closing(sqlite3.connect(house.folder / FILE)) as look:
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]
    house.door.work(lambda writer: writer[0]._raw.execute("PRAGMA busy_timeout=50"), STREAM, reads=True).result()
    reader = sqlite3.connect(f"{(house.folder / FILE).as_uri()}?mode=ro", uri=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    house.do(running.close_step())
    reader.close()
    house.do(record.note("Jotain muuta"))
    assert secret not in house.on_disk()


def test_a_backup_never_holds_ballots_not_even_while_it_is_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    step = house.vote()
    house.do(people.join("Helmi", "fi", "t"))
    house.do(running.go_to(step.id))
    house.cast(1, "option-1")
    written: list[bytes] = []
    with closing(sqlite3.connect(house.folder / FILE)) as look:
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]

        class Watched(sqlite3.Connection):
            def execute(self, *arguments: Any) -> sqlite3.Cursor:
                found = super().execute(*arguments)
                written.extend(p.read_bytes() for p in (house.folder / backup.FOLDER).glob("*"))
                return found

        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda place: connect(place, factory=Watched))
        made = backup.back_up(look, house.folder)
        monkeypatch.undo()
    assert written
    assert not any(secret in seen for seen in written)
    with closing(sqlite3.connect(made)) as look:
        assert look.execute("SELECT count(*) FROM event").fetchone()[0] > 0
