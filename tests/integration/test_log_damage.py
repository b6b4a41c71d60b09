"""Somebody else at the database, older and newer databases, damaged files, copied folders."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fasilitaattori.errors import StorageError
from fasilitaattori.live.door import Door
from fasilitaattori.log import tables
from fasilitaattori.log.backup import backups, restore
from fasilitaattori.log.database import open_writer
from fasilitaattori.log.errors import FILE, DamagedDatabase, NewerDatabase
from fasilitaattori.log.glance import summaries
from fasilitaattori.log.jobs import Batch
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import info, record
from fasilitaattori.workshop.clock import Clock
from tests.integration.logs import STREAM, Desk, make_first_schema


@pytest.mark.log_warnings
def test_if_something_else_wrote_the_state_is_folded_anew(desk: Desk) -> None:
    heard: list[Batch] = []
    desk.do(record.note("pysyy"))
    desk.do(record.note("katoaa"))
    desk.door.follow(STREAM, heard.append).result()
    with closing(sqlite3.connect(desk.file)) as other:
        other.execute("DELETE FROM event WHERE CAST(body AS TEXT) LIKE '%katoaa%'")
        other.commit()
    desk.do(record.note("uusi"))
    assert [entry.text for entry in desk.state.record.entries] == ["pysyy", "uusi"]
    assert heard[0].anew


def test_a_newer_database_is_refused_in_plain_words(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute(f"PRAGMA user_version={tables.SCHEMA + 1}")
    door = Door(tmp_path / FILE, MODELS, Clock())
    door.start()
    with pytest.raises(NewerDatabase, match="uudemmalla"):
        door.wait_ready()
    with pytest.raises(NewerDatabase):
        door.ask(STREAM, record.note("x")).result()
    door.close()


def test_a_damaged_file_is_told_and_a_backup_takes_its_place(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(info.set_info(title="Tallessa"))
    desk.door.close()
    desk.file.write_bytes(b"this is no database at all" * 200)
    assert summaries(desk.file) == []
    door = Door(desk.file, MODELS, Clock())
    door.start()
    with pytest.raises(DamagedDatabase):
        door.wait_ready()
    door.close()
    journal = desk.file.with_name(FILE + "-wal")
    journal.write_bytes(b"what was saved last")
    kept = restore(desk.folder, backups(desk.folder)[0], FILE)
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what was saved last"
    assert kept.read_bytes().startswith(b"this is no database")
    assert open_desk().state.info.title == "Tallessa"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    door = Door(tmp_path / "taken" / FILE, MODELS, Clock())
    door.start()
    with pytest.raises(StorageError, match="ei voi tallentaa"):
        door.wait_ready()
    door.close()


def test_migrations_build_the_same_tables_as_the_program(tmp_path: Path) -> None:
    from sqlalchemy import create_engine, inspect

    from fasilitaattori.log.migrations.upgrade import upgrade

    by_program, raw = open_writer(tmp_path / "program.db")
    by_migration = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with by_migration.begin() as connection:
        upgrade(connection)

    def shape(engine: Any) -> Any:
        look = inspect(engine)
        return {
            name: (
                [(c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in look.get_columns(name)],
                sorted((i["name"] or "", tuple(i["column_names"])) for i in look.get_indexes(name)),
                look.get_unique_constraints(name),
            )
            for name in look.get_table_names()
            if name != "alembic_version"
        }

    assert shape(by_program) == shape(by_migration)
    by_program.dispose()
    raw.close()
    by_migration.dispose()


def test_an_older_database_is_backed_up_and_migrated(tmp_path: Path) -> None:
    """A database from before the first numbered schema: tables are there, the number is not."""
    from sqlalchemy import create_engine

    older = create_engine(f"sqlite:///{tmp_path / FILE}")
    with older.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (text TEXT)")
    older.dispose()
    engine, raw = open_writer(tmp_path / FILE)
    assert raw.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
    assert raw.execute("SELECT count(*) FROM event").fetchone() == (0,)
    assert len(backups(tmp_path)) == 1
    engine.dispose()
    raw.close()


class _Cut(sqlite3.Connection):
    """The power goes as soon as the tables of today have been committed."""

    def commit(self) -> None:
        super().commit()
        if self.execute("SELECT 1 FROM sqlite_master WHERE name = 'ballot_request'").fetchone():
            raise KeyboardInterrupt


@pytest.mark.parametrize("older", [False, True], ids=["new", "of the first schema"])
def test_a_program_that_dies_while_it_makes_its_tables_opens_the_database_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, older: bool
) -> None:
    if older:
        make_first_schema(tmp_path / FILE)
    with monkeypatch.context() as patched:
        connect = sqlite3.connect
        patched.setattr(sqlite3, "connect", lambda *of, **more: connect(*of, **more, factory=_Cut))
        with pytest.raises(KeyboardInterrupt):
            open_writer(tmp_path / FILE)
    engine, raw = open_writer(tmp_path / FILE)
    assert raw.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
    assert raw.execute("SELECT count(*) FROM ballot_request").fetchone() == (0,)
    engine.dispose()
    raw.close()


def test_a_copied_folder_without_its_device_is_a_new_device(desk: Desk, open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk.do(record.note("a"))
    desk.door.close()
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / FILE).write_bytes(desk.file.read_bytes())
    other = open_desk(copy)
    other.do(record.note("b"))
    devices = {event.device for event in other.door.replica(STREAM).events}
    assert len(devices) == 2
