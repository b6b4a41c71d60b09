"""Secret ballots on a real disk: counted, sent again, kept over a restart, and gone without a trace."""

import sqlite3
import uuid
from collections.abc import Callable
from concurrent.futures import wait
from contextlib import closing

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.log.backup import backups
from fasilitaattori.log.jobs import Batch
from fasilitaattori.workshop import moderation, people, running
from tests.integration.logs import STREAM, Desk, everything_in


def test_a_removed_persons_ballot_leaves_the_box_and_the_disk(desk: Desk) -> None:
    desk.start("vote", kind="one", options=["Kyllä", "Ei"])
    heard: list[Batch] = []
    for number in (1, 2):
        desk.do(people.join("", "fi", f"t{number}"))
        desk.send(number, "vote.cast", choices={f"option-{number - 1}": 1}).result()
    desk.door.follow(STREAM, heard.append).result()
    desk.do(moderation.remove_person(2))
    assert [list(batch.turnout.values()) for batch in heard] == [[1]]
    assert b'{"option-1":1}' not in everything_in(desk.folder)
    desk.do(running.close_step())
    assert desk.state.tool(desk.state.current).result.totals == {"option-0": 1, "option-1": 0}


def test_a_counted_ballot_leaves_no_trace_of_who_voted_what(desk: Desk) -> None:
    desk.start("vote", kind="one", options=["Kyllä", "Ei"])
    for number in range(1, 8):
        desk.do(people.join(f"Nimi {number}", "fi", f"t{number}"))
    futures = [desk.send(n, "vote.cast", choices={f"option-{n % 2}": 1}) for n in range(1, 8)]
    wait(futures)
    with closing(sqlite3.connect(desk.file)) as look:
        keys = [row[0] for row in look.execute("SELECT key FROM ballot")]
        secret = look.execute("SELECT secret FROM ballot_box").fetchone()[0]
        choices = {row[0] for row in look.execute("SELECT choice FROM ballot")}
    assert len(keys) == 7
    assert desk.door.choice_of(desk.state.tool(desk.state.current).box, 3).result() == {"option-1": 1}
    desk.do(running.close_step())
    left = everything_in(desk.folder)
    assert secret not in left
    assert not any(key in left for key in keys)
    assert not any(choice in left for choice in choices)
    result = desk.state.tool(desk.state.current).result
    assert result.totals == {"option-0": 3, "option-1": 4}
    with closing(sqlite3.connect(desk.file)) as look:
        cast = look.execute("SELECT count(*) FROM event WHERE kind LIKE 'vote.cast%' OR author IS NOT NULL").fetchone()[0]
    assert cast == 0  # no event says that anybody voted


def test_a_ballot_sent_again_after_closing_is_saved_and_a_new_one_is_refused(desk: Desk) -> None:
    desk.start("vote", kind="one", options=["Kyllä", "Ei"])
    desk.do(people.join("Helmi", "fi", "t"))
    request = str(uuid.uuid4())
    desk.send(1, "vote.cast", request, choices={"option-0": 1}).result()
    desk.do(running.close_step())
    assert desk.send(1, "vote.cast", request, choices={"option-0": 1}).result().duplicate
    with pytest.raises(RuleViolation, match="ei ole auki"):
        desk.send(1, "vote.cast", choices={"option-0": 1}).result()


def test_open_ballots_survive_a_restart_but_never_go_into_a_backup(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.start("vote", kind="one", options=["Kyllä", "Ei"])
    desk.do(people.join("Helmi", "fi", "t"))
    desk.send(1, "vote.cast", choices={"option-0": 1}).result()
    desk.door.close()
    copy = backups(desk.folder)[0]
    with closing(sqlite3.connect(copy)) as look:
        assert look.execute("SELECT (SELECT count(*) FROM ballot) + (SELECT count(*) FROM ballot_box)").fetchone() == (0,)
        assert look.execute("SELECT count(*) FROM event").fetchone()[0] > 0
    again = open_desk()
    _, turnout = again.door.follow(STREAM, lambda batch: None).result()
    assert list(turnout.values()) == [1]
    again.do(running.close_step())
    assert again.state.tool(again.state.current).result.totals == {"option-0": 1, "option-1": 0}
