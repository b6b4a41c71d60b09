"""What must not stay on the disk, and what must not pass from one person to another."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fasilitaattori.log import backup
from fasilitaattori.log.errors import FILE
from fasilitaattori.workshop import agenda, people, record, running
from tests.integration.logs import STREAM, Desk


@pytest.mark.log_warnings
def test_a_write_that_fails_leaves_neither_names_nor_ballots_in_the_log_file(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    step = desk.vote()
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(running.go_to(step.id))
    with closing(sqlite3.connect(desk.folder / FILE)) as other:
        for table in ("ballot", "event"):
            other.execute(f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END")
        other.commit()
    with caplog.at_level(logging.INFO):
        failed = desk.door.ask(STREAM, people.join("Tuntomerkkinen", "fi", "t2"))
        with pytest.raises(Exception, match="Tallennus"):
            failed.result()
        with pytest.raises(Exception, match="Tallennus"):
            desk.cast(1, "option-1")
    assert "a commit failed" in caplog.text
    assert "Tuntomerkki" not in caplog.text
    assert "option-1" not in caplog.text


def test_erasing_takes_off_the_disk_also_a_name_that_was_undone(desk: Desk) -> None:
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(people.change_person(1, name="Tuntomerkkinen"))
    desk.undo()
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in desk.on_disk()


def test_nobody_gets_the_number_of_somebody_erased(desk: Desk) -> None:
    step = desk.vote()
    for n in (1, 2):
        desk.do(people.join(f"Nimi {n}", "fi", f"t{n}"))
    desk.do(running.go_to(step.id))
    desk.cast(2, "option-1")
    desk.do(people.erase_person(2))
    desk.do(people.join("Uusi", "fi", "t3"))
    new = desk.state.people.by_capability("t3").number
    assert new == 3
    assert desk.door.choice_of(desk.state.tool(desk.state.current).box, new).result() is None


def test_nobody_gets_the_number_of_somebody_whose_adding_was_undone(desk: Desk) -> None:
    desk.do(people.add_person("Matti"))
    desk.undo()
    desk.do(people.join("Helmi", "fi", "t"))
    desk.redo()
    assert sorted(person.name for person in desk.state.people.all.values()) == ["Helmi", "Matti"]
    assert desk.state.people.by_capability("t").name == "Helmi"


def test_at_the_end_every_box_is_counted_also_one_that_undo_left_open(desk: Desk) -> None:
    talk = agenda.new_step("Avaus", "talk", 5)
    desk.vote(talk)
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(running.go_to(talk.id))
    desk.do(running.next_step())
    desk.cast(1, "option-1")
    desk.undo()
    assert desk.state.current.id == talk.id
    desk.do(running.end())
    assert (desk.rows("ballot"), desk.rows("ballot_box")) == (0, 0)


def test_a_step_taken_out_of_the_plan_leaves_no_box_open(desk: Desk) -> None:
    talk = agenda.new_step("Avaus", "talk", 5)
    vote = desk.vote(talk)
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(running.go_to(talk.id))
    desk.do(running.next_step())
    desk.cast(1, "option-1")
    desk.undo()
    desk.do(agenda.remove_step(vote.id))
    assert (desk.rows("ballot"), desk.rows("ballot_box")) == (0, 0)


def test_what_a_killed_program_left_in_the_journal_goes_at_the_next_start(tmp_path: Path) -> None:
    """A copy of the files as a kill leaves them between the commit that counts a box and the checkpoint after it."""
    desk = Desk(tmp_path / "running")
    desk.do(people.join("Helmi", "fi", "t"))
    killed = tmp_path / "killed"
    killed.mkdir()
    for suffix in ("", "-wal"):
        (killed / (FILE + suffix)).write_bytes((desk.folder / (FILE + suffix)).read_bytes())
    desk.door.close()
    assert (killed / (FILE + "-wal")).stat().st_size > 0
    again = Desk(killed)
    assert (killed / (FILE + "-wal")).stat().st_size == 0
    assert again.state.people.by_capability("t").name == "Helmi"
    again.door.close()


def test_a_journal_that_somebody_reads_is_cut_as_soon_as_it_can_be(desk: Desk) -> None:
    step = desk.vote()
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(running.go_to(step.id))
    desk.cast(1, "option-1")
    with closing(sqlite3.connect(desk.folder / FILE)) as look:
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]
    desk.door.work(lambda writer: writer[0]._raw.execute("PRAGMA busy_timeout=50"), STREAM, reads=True).result()
    reader = sqlite3.connect(f"{(desk.folder / FILE).as_uri()}?mode=ro", uri=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    desk.do(running.close_step())
    reader.close()
    desk.do(record.note("Jotain muuta"))
    assert secret not in desk.on_disk()


def test_a_backup_never_holds_ballots_not_even_while_it_is_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    step = desk.vote()
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(running.go_to(step.id))
    desk.cast(1, "option-1")
    written: list[bytes] = []
    with closing(sqlite3.connect(desk.folder / FILE)) as look:
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]

        class Watched(sqlite3.Connection):
            def execute(self, *arguments: Any) -> sqlite3.Cursor:
                found = super().execute(*arguments)
                written.extend(p.read_bytes() for p in (desk.folder / backup.FOLDER).glob("*"))
                return found

        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda place: connect(place, factory=Watched))
        made = backup.back_up(look, desk.folder)
        monkeypatch.undo()
    assert written
    assert not any(secret in seen for seen in written)
    with closing(sqlite3.connect(made)) as look:
        assert look.execute("SELECT count(*) FROM event").fetchone()[0] > 0
