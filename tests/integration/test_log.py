"""The log on a real disk: group commit, retries, secret ballots, outside writers, versions, damage, migrations."""

import sqlite3
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fasilitaattori.errors import RuleViolation, StorageError
from fasilitaattori.live.door import Door
from fasilitaattori.log import tables
from fasilitaattori.log.backup import backups, restore
from fasilitaattori.log.database import open_writer
from fasilitaattori.log.errors import FILE, DamagedDatabase, NewerDatabase
from fasilitaattori.log.glance import summaries
from fasilitaattori.log.jobs import Batch, Saved
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, info, moderation, people, record, running
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.replica import Replica
from tests.ledger import facts

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"


class House:
    """A door on a folder, with the shorthands of these tests."""

    def __init__(self, folder: Path, reserve_size: int = 1024 * 1024) -> None:
        self.folder = folder
        self.file = folder / FILE
        self.door = Door(self.file, MODELS, Clock(), Reserve(folder, reserve_size))
        self.door.start()
        self.door.wait_ready()

    def do(self, command: Command, **more: Any) -> Saved:
        return self.door.ask(STREAM, command, **more).result()

    def send(self, author: int, kind: str, request: str | None = None, **body: Any) -> "Future[Saved]":
        import msgspec

        send = MODELS[kind.split(".")[0]].sends[kind]
        content = msgspec.convert(body, send.body)

        def command(state: Any) -> Any:
            return send.rule(state, state.current, author, content)

        return self.door.ask(STREAM, command, request=request, author=author)

    def start(self, tool: str, **settings: Any) -> str:
        step = agenda.new_step(tool, tool, 10, settings=settings)
        self.do(agenda.add_step(step))
        self.do(running.go_to(step.id))
        return step.id

    @property
    def state(self) -> Any:
        return self.door.replica(STREAM).state


@pytest.fixture
def open_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    houses: list[House] = []

    def build(folder: Path = tmp_path, **more: Any) -> House:
        houses.append(House(folder, **more))
        return houses[-1]

    yield build
    for house in houses:
        house.door.close()


@pytest.fixture
def house(open_house: Callable[..., House]) -> House:
    return open_house()


def test_what_is_acknowledged_is_there_after_opening_again(house: House, open_house: Callable[..., House]) -> None:
    house.do(info.set_info(title="Kyläilta", date="2026-03-12", start="18.00"))
    step = house.start("ideas")
    for number in range(50):
        house.do(ideas.add(step, f"Idea {number}"))
    before = facts(house.state)
    house.door.close()
    house.door.close()
    again = open_house()
    assert facts(again.state) == before
    assert [row.title for row in summaries(again.file)] == ["Kyläilta"]
    assert summaries(again.file)[0].status == "running"


def test_a_listener_misses_nothing_and_hears_before_the_caller(house: House) -> None:
    heard: list[Batch] = []
    order: list[str] = []

    def listen(batch: Batch) -> None:
        heard.append(batch)
        order.append("heard")

    house.do(info.set_info(title="Ennen"))
    events, _ = house.door.follow(STREAM, listen).result()
    future = house.door.ask(STREAM, record.note("Huomio"))
    future.add_done_callback(lambda f: order.append("answered"))
    future.result()
    house.do(info.set_info(title="Jälkeen"))
    replica = Replica(STREAM, MODELS, events)
    for batch in heard:
        batch.fold_into(replica)
    assert facts(replica.state) == facts(house.state)
    assert order[:2] == ["heard", "answered"]
    house.door.unfollow(STREAM, listen)
    house.do(record.note("Ei kuulu"))
    assert len(heard) == 2


def test_a_retry_is_saved_and_adds_nothing_whatever_has_happened_since(house: House) -> None:
    step = house.start("ideas")
    house.do(people.join("Helmi", "fi", "t"))
    request = str(uuid.uuid4())
    first = house.send(1, "ideas.added", request, text="Sauna").result()
    house.do(running.close_step())
    house.start("talk")
    again = house.send(1, "ideas.added", request, text="Sauna").result()
    assert (first.duplicate, again.duplicate) == (False, True)
    assert len(house.state.tool(house.state.plan.need(step)).ideas) == 1


def test_the_request_of_somebody_else_is_refused_and_adds_nothing(house: House) -> None:
    house.start("ideas")
    house.do(people.join("Helmi", "fi", "t"))
    house.do(people.join("Reino", "fi", "u"))
    request = str(uuid.uuid4())
    house.send(1, "ideas.added", request, text="Sauna").result()
    with pytest.raises(RuleViolation) as refused:
        house.send(2, "ideas.added", request, text="Toinen").result()
    assert refused.value.code == "bad_request_id"
    assert [idea.author for idea in house.state.tool(house.state.current).ideas.values()] == [1]


def test_a_removed_persons_ballot_leaves_the_box_and_the_disk(house: House) -> None:
    house.start("vote", kind="one", options=["Kyllä", "Ei"])
    heard: list[Batch] = []
    for number in (1, 2):
        house.do(people.join("", "fi", f"t{number}"))
        house.send(number, "vote.cast", choices={f"option-{number - 1}": 1}).result()
    house.door.follow(STREAM, heard.append).result()
    house.do(moderation.remove_person(2))
    assert [list(batch.turnout.values()) for batch in heard] == [[1]]
    assert b'{"option-1":1}' not in everything_in(house.folder)
    house.do(running.close_step())
    assert house.state.tool(house.state.current).result.totals == {"option-0": 1, "option-1": 0}


def test_commands_race_without_breaking_a_rule(house: House) -> None:
    """200 ask for the one thing that only one can have: a place in the queue for the same person."""
    from fasilitaattori.workshop import floor

    house.start("discussion")
    house.do(people.join("Helmi", "fi", "t"))
    futures = [house.door.ask(STREAM, floor.ask(1)) for _ in range(200)]
    wait(futures)
    won = [f for f in futures if f.exception() is None]
    assert len(won) == 1
    assert all(isinstance(f.exception(), RuleViolation) for f in futures if f not in won)
    numbers = [house.door.ask(STREAM, people.join("", "fi", str(n))) for n in range(200)]
    wait(numbers)
    assert sorted(house.state.people.all) == list(range(1, 202))


@pytest.mark.log_warnings
def test_a_bug_in_a_command_harms_nobody_else(house: House) -> None:
    def broken(state: Any) -> Any:
        raise ZeroDivisionError

    futures = [
        house.door.ask(STREAM, record.note("a")),
        house.door.ask(STREAM, broken),
        house.door.ask(STREAM, record.note("b")),
    ]
    wait(futures)
    assert isinstance(futures[1].exception(), ZeroDivisionError)
    assert [entry.text for entry in house.state.record.entries] == ["a", "b"]


# --- secret ballots ---


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "reserve.bin")


def test_a_counted_ballot_leaves_no_trace_of_who_voted_what(house: House) -> None:
    house.start("vote", kind="one", options=["Kyllä", "Ei"])
    for number in range(1, 8):
        house.do(people.join(f"Nimi {number}", "fi", f"t{number}"))
    futures = [house.send(n, "vote.cast", choices={f"option-{n % 2}": 1}) for n in range(1, 8)]
    wait(futures)
    with closing(sqlite3.connect(house.file)) as look:
        keys = [row[0] for row in look.execute("SELECT key FROM ballot")]
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]
        choices = {row[0] for row in look.execute("SELECT choice FROM ballot")}
    assert len(keys) == 7
    assert house.door.choice_of(house.state.tool(house.state.current).box, 3).result() == {"option-1": 1}
    house.do(running.close_step())
    left = everything_in(house.folder)
    assert secret not in left
    assert not any(key in left for key in keys)
    assert not any(choice in left for choice in choices)
    result = house.state.tool(house.state.current).result
    assert result.totals == {"option-0": 3, "option-1": 4}
    with closing(sqlite3.connect(house.file)) as look:
        cast = look.execute("SELECT count(*) FROM event WHERE kind LIKE 'vote.cast%' OR author IS NOT NULL").fetchone()[0]
    assert cast == 0  # no event says that anybody voted


def test_a_ballot_sent_again_after_closing_is_saved_and_a_new_one_is_refused(house: House) -> None:
    house.start("vote", kind="one", options=["Kyllä", "Ei"])
    house.do(people.join("Helmi", "fi", "t"))
    request = str(uuid.uuid4())
    house.send(1, "vote.cast", request, choices={"option-0": 1}).result()
    house.do(running.close_step())
    assert house.send(1, "vote.cast", request, choices={"option-0": 1}).result().duplicate
    with pytest.raises(RuleViolation, match="ei ole auki"):
        house.send(1, "vote.cast", choices={"option-0": 1}).result()


def test_open_ballots_survive_a_restart_but_never_go_into_a_backup(house: House, open_house: Callable[..., House]) -> None:
    house.start("vote", kind="one", options=["Kyllä", "Ei"])
    house.do(people.join("Helmi", "fi", "t"))
    house.send(1, "vote.cast", choices={"option-0": 1}).result()
    house.door.close()
    copy = backups(house.folder)[0]
    with closing(sqlite3.connect(copy)) as look:
        assert look.execute("SELECT (SELECT count(*) FROM ballot) + (SELECT count(*) FROM ballot_box)").fetchone() == (0,)
        assert look.execute("SELECT count(*) FROM event").fetchone()[0] > 0
    again = open_house()
    _, turnout = again.door.follow(STREAM, lambda batch: None).result()
    assert list(turnout.values()) == [1]
    again.do(running.close_step())
    assert again.state.tool(again.state.current).result.totals == {"option-0": 1, "option-1": 0}


def test_whoever_asks_while_the_door_closes_gets_an_answer(tmp_path: Path) -> None:
    """Somebody goes on asking until refused. How much is asked before that is bounded: each round reads it all again."""
    most = 300
    refused = 0
    for _ in range(20):
        door = Door(tmp_path / FILE, MODELS, Clock())
        door.start()
        asked: list[Future[Saved]] = []
        begun = threading.Event()

        def ask(door: Door = door, asked: list[Future[Saved]] = asked, begun: threading.Event = begun) -> None:
            for _ in range(most):
                asked.append(door.ask(STREAM, record.note("x")))
                begun.set()
                if asked[-1].done() and asked[-1].exception():
                    return

        asking = threading.Thread(target=ask)
        asking.start()
        begun.wait()
        door.close()
        asking.join()
        asked.append(door.ask(STREAM, record.note("x")))
        assert wait(asked, timeout=30).not_done == set()
        assert isinstance(asked[-1].exception(), StorageError)
        refused += len(asked) < most + 1
    assert refused, "the door never closed while somebody was asking"


def test_the_catalogue_is_built_anew_from_the_log(house: House, open_house: Callable[..., House]) -> None:
    house.do(info.set_info(title="Kyläilta"))
    house.door.close()
    with closing(sqlite3.connect(house.file)) as other:
        other.execute("DELETE FROM catalogue")
        other.commit()
    assert summaries(house.file) == []
    open_house()
    assert [row.title for row in summaries(house.file)] == ["Kyläilta"]


def test_the_timer_goes_on_though_the_wall_clock_was_set_back_between_two_runs(house: House) -> None:
    step = house.start("talk")
    house.door.close()
    clock = Clock(wall=lambda: time.time() - 3600)
    door = Door(house.file, MODELS, clock)
    door.start()
    door.wait_ready()
    state = door.replica(STREAM).state
    began = state.run.timer(state.plan.need(step), clock.ms()).used_ms
    while state.run.timer(state.plan.need(step), clock.ms()).used_ms < began + 20:
        pass
    door.close()


# --- erasing ---


def test_erasing_a_person_takes_the_name_off_the_disk(house: House, open_house: Callable[..., House]) -> None:
    house.do(people.join("Tuntomerkkinen", "fi", "t"))
    house.do(people.change_person(1, name="Toinen Tuntomerkki"))
    assert b"Tuntomerkkinen" in everything_in(house.folder)
    house.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(house.folder)
    house.door.close()
    assert open_house().state.people.all == {}


def test_forgetting_a_workshop_takes_all_of_it_off_the_disk(house: House) -> None:
    house.do(info.set_info(title="Poistuva ilta"))
    house.start("ideas")
    house.door.forget(STREAM).result()
    assert b"Poistuva" not in everything_in(house.folder)
    assert summaries(house.file) == []


# --- somebody else at the database, versions, damage ---


@pytest.mark.log_warnings
def test_if_something_else_wrote_the_state_is_folded_anew(house: House) -> None:
    heard: list[Batch] = []
    house.do(record.note("pysyy"))
    house.do(record.note("katoaa"))
    house.door.follow(STREAM, heard.append).result()
    with closing(sqlite3.connect(house.file)) as other:
        other.execute("DELETE FROM event WHERE CAST(body AS TEXT) LIKE '%katoaa%'")
        other.commit()
    house.do(record.note("uusi"))
    assert [entry.text for entry in house.state.record.entries] == ["pysyy", "uusi"]
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


def test_a_damaged_file_is_told_and_a_backup_takes_its_place(house: House, open_house: Callable[..., House]) -> None:
    house.do(info.set_info(title="Tallessa"))
    house.door.close()
    house.file.write_bytes(b"this is no database at all" * 200)
    assert summaries(house.file) == []
    door = Door(house.file, MODELS, Clock())
    door.start()
    with pytest.raises(DamagedDatabase):
        door.wait_ready()
    door.close()
    journal = house.file.with_name(FILE + "-wal")
    journal.write_bytes(b"what was saved last")
    kept = restore(house.folder, backups(house.folder)[0], FILE)
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what was saved last"
    assert kept.read_bytes().startswith(b"this is no database")
    assert open_house().state.info.title == "Tallessa"


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
    upgrade(by_migration)

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


def test_a_copied_folder_without_its_device_is_a_new_device(
    house: House, open_house: Callable[..., House], tmp_path: Path
) -> None:
    house.do(record.note("a"))
    house.door.close()
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / FILE).write_bytes(house.file.read_bytes())
    other = open_house(copy)
    other.do(record.note("b"))
    devices = {event.device for event in other.door.replica(STREAM).events}
    assert len(devices) == 2
