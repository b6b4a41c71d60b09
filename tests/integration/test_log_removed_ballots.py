"""A vote repeated by a phone that was removed and let back in between: "saved" is said only of what lies in the box."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.live.door import Door
from fasilitaattori.log import tables
from fasilitaattori.log.backup import backups
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.jobs import Saved
from fasilitaattori.phones.sending import Sending, command_of
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, moderation, people, running
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"


class House:
    """A log on disk with Helmi (1) and Reino (2) at an open vote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open()
        self.do(running.open_room())
        for name in ("Helmi", "Reino"):
            self.do(people.join(name, "fi", f"token-{name}"))
        step = agenda.new_step("vote", "vote", 10, settings={"kind": "one", "options": ["Kyllä", "Ei"]})
        self.step = step.id
        self.do(agenda.add_step(step))
        self.do(running.go_to(step.id))

    def open(self) -> None:
        self.door = Door(self.folder / FILE, MODELS, Clock())
        self.door.start()
        self.door.wait_ready()

    def reopen(self) -> None:
        self.door.close()
        self.open()

    def do(self, command: Command, **more: Any) -> Saved:
        return self.door.ask(STREAM, command, **more).result()

    def cast(self, number: int, request: str, option: int = 0) -> Saved:
        body = msgspec.convert({"choices": {f"option-{option}": 1}}, MODELS["vote"].sends["vote.cast"].body)
        return self.do(command_of(Sending(request, self.step, "vote.cast", body), number), request=request, author=number)

    def totals(self) -> dict[str, int]:
        self.do(running.close_step())
        state = self.door.replica(STREAM).state
        totals: dict[str, int] = state.tool(state.plan.need(self.step)).result.totals
        return totals

    def rows(self, table: str) -> int:
        with closing(sqlite3.connect(f"{(self.folder / FILE).as_uri()}?mode=ro", uri=True)) as look:
            count: int = look.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return count


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.door.close()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_vote_repeated_after_being_let_back_is_cast_anew(house: House, restarted: bool) -> None:
    request = str(uuid.uuid4())
    assert not house.cast(1, request).duplicate
    assert house.cast(1, request).duplicate
    house.cast(2, str(uuid.uuid4()), 1)
    house.do(moderation.remove_person(1))
    if restarted:
        house.reopen()
    with pytest.raises(RuleViolation) as refused:
        house.cast(1, request)
    assert refused.value.code == "removed"
    house.do(moderation.restore_person(1))
    if restarted:
        house.reopen()
    assert not house.cast(1, request).duplicate
    assert house.cast(1, request).duplicate
    assert house.totals() == {"option-0": 1, "option-1": 1}


def test_any_ballot_of_the_removed_one_may_be_sent_again_and_nobody_elses(house: House) -> None:
    first, second, others = (str(uuid.uuid4()) for _ in range(3))
    house.cast(1, first, 0)
    house.cast(1, second, 1)
    house.cast(2, others, 0)
    house.do(moderation.remove_person(1))
    house.do(moderation.restore_person(1))
    assert house.cast(2, others, 0).duplicate
    assert not house.cast(1, first, 0).duplicate
    assert not house.cast(1, second, 1).duplicate
    assert house.totals() == {"option-0": 1, "option-1": 1}


def test_after_the_count_a_retry_is_still_saved_and_nothing_says_whose_it_was(house: House) -> None:
    request = str(uuid.uuid4())
    house.cast(1, request)
    assert house.rows("ballot_request") == 1
    house.totals()
    assert house.cast(1, request).duplicate
    assert house.rows("ballot_request") == 0
    assert house.rows("receipt") == 1


def test_a_database_of_the_first_schema_is_brought_up_to_date(house: House) -> None:
    """As the program made it: in one go, without Alembic's own table."""
    request = str(uuid.uuid4())
    house.cast(1, request)
    house.door.close()
    with closing(sqlite3.connect(house.folder / FILE)) as older:
        older.execute("DROP TABLE ballot_request")
        older.execute("PRAGMA user_version=1")
        older.commit()
    before = len(backups(house.folder))
    house.open()
    with closing(sqlite3.connect(house.folder / FILE)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
    assert len(backups(house.folder)) == before + 1
    assert house.cast(1, request).duplicate
    house.cast(2, str(uuid.uuid4()), 1)
    assert house.totals() == {"option-0": 1, "option-1": 1}
