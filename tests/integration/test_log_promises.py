"""The library knows which promises are open without folding a single workshop, also those from before it did."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from fasilitaattori.log import tables
from fasilitaattori.log.glance import summaries
from fasilitaattori.workshop import answers, record, running
from fasilitaattori.workshop.info import set_info
from tests.integration.logs import STREAM, Desk


@pytest.fixture
def held(desk: Desk) -> Desk:
    """An evening that is over, with one action by the end of March."""
    desk.do(set_info(date="2026-03-12"))
    desk.start("talk")
    desk.do(record.act("Kysytään kunnalta", "Kunta", "31.3."))
    desk.do(running.end())
    return desk


def promised(desk: Desk) -> list[str]:
    return next(row.promises for row in summaries(desk.file) if row.stream == STREAM)


def test_the_catalogue_follows_promises_and_answers(held: Desk) -> None:
    assert promised(held) == ["2026-03-31"]
    of = held.state.record.entries[0].id
    held.do(answers.answer(of, answers.WAITING, when="30.5.2026"))
    assert promised(held) == ["2026-05-30"]
    held.do(answers.answer(of, answers.DONE, "Kysytty."))
    assert promised(held) == []
    held.undo()
    assert promised(held) == ["2026-05-30"]
    held.do(answers.withdraw(of))
    assert promised(held) == ["2026-03-31"]


def test_workshops_from_before_are_brought_into_it(held: Desk) -> None:
    held.door.close()
    with closing(sqlite3.connect(held.file)) as older:
        row = msgspec.json.decode(older.execute("SELECT summary FROM catalogue").fetchone()[0])
        assert row.pop("promises") == ["2026-03-31"]
        older.execute("UPDATE catalogue SET summary = ?", (msgspec.json.encode(row),))
        older.execute("PRAGMA user_version=2")
        older.commit()
    assert promised(held) == []
    held.open()
    assert promised(held) == ["2026-03-31"]
    with closing(sqlite3.connect(held.file)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
