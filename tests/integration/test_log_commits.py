"""The log on a real disk: group commit, retries, races, closing, opening again."""

import sqlite3
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fasilitaattori.errors import RuleViolation, StorageError
from fasilitaattori.live.door import Door
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import summaries
from fasilitaattori.log.jobs import Batch, Saved
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import info, people, record, running
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.replica import Replica
from tests.integration.logs import STREAM, Desk
from tests.ledger import facts
from tests.waiting import PATIENCE


def test_what_is_acknowledged_is_there_after_opening_again(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(info.set_info(title="Kyläilta", date="2026-03-12", start="18.00"))
    step = desk.start("ideas")
    for number in range(50):
        desk.do(ideas.add(step, f"Idea {number}"))
    before = facts(desk.state)
    desk.door.close()
    desk.door.close()
    again = open_desk()
    assert facts(again.state) == before
    assert [row.title for row in summaries(again.file)] == ["Kyläilta"]
    assert summaries(again.file)[0].status == "running"


def test_a_listener_misses_nothing_and_hears_before_the_caller(desk: Desk) -> None:
    heard: list[Batch] = []
    order: list[str] = []

    def listen(batch: Batch) -> None:
        heard.append(batch)
        order.append("heard")

    desk.do(info.set_info(title="Ennen"))
    events, _ = desk.door.follow(STREAM, listen).result()
    future = desk.door.ask(STREAM, record.note("Huomio"))
    future.add_done_callback(lambda f: order.append("answered"))
    future.result()
    desk.do(info.set_info(title="Jälkeen"))
    replica = Replica(STREAM, MODELS, events)
    for batch in heard:
        batch.fold_into(replica)
    assert facts(replica.state) == facts(desk.state)
    assert order[:2] == ["heard", "answered"]
    desk.door.unfollow(STREAM, listen)
    desk.do(record.note("Ei kuulu"))
    assert len(heard) == 2


def test_a_retry_is_saved_and_adds_nothing_whatever_has_happened_since(desk: Desk) -> None:
    step = desk.start("ideas")
    desk.do(people.join("Helmi", "fi", "t"))
    request = str(uuid.uuid4())
    first = desk.send(1, "ideas.added", request, text="Sauna").result()
    desk.do(running.close_step())
    desk.start("talk")
    again = desk.send(1, "ideas.added", request, text="Sauna").result()
    assert (first.duplicate, again.duplicate) == (False, True)
    assert len(desk.state.tool(desk.state.plan.need(step)).ideas) == 1


def test_the_request_of_somebody_else_is_refused_and_adds_nothing(desk: Desk) -> None:
    desk.start("ideas")
    desk.do(people.join("Helmi", "fi", "t"))
    desk.do(people.join("Reino", "fi", "u"))
    request = str(uuid.uuid4())
    desk.send(1, "ideas.added", request, text="Sauna").result()
    with pytest.raises(RuleViolation) as refused:
        desk.send(2, "ideas.added", request, text="Toinen").result()
    assert refused.value.code == "bad_request_id"
    assert [idea.author for idea in desk.state.tool(desk.state.current).ideas.values()] == [1]


def test_commands_race_without_breaking_a_rule(desk: Desk) -> None:
    """200 ask for the one thing that only one can have: a place in the queue for the same person."""
    from fasilitaattori.workshop import floor

    desk.start("discussion")
    desk.do(people.join("Helmi", "fi", "t"))
    futures = [desk.door.ask(STREAM, floor.ask(1)) for _ in range(200)]
    wait(futures)
    won = [f for f in futures if f.exception() is None]
    assert len(won) == 1
    assert all(isinstance(f.exception(), RuleViolation) for f in futures if f not in won)
    numbers = [desk.door.ask(STREAM, people.join("", "fi", str(n))) for n in range(200)]
    wait(numbers)
    assert sorted(desk.state.people.all) == list(range(1, 202))


@pytest.mark.log_warnings
def test_a_bug_in_a_command_harms_nobody_else(desk: Desk) -> None:
    def broken(state: Any) -> Any:
        raise ZeroDivisionError

    futures = [
        desk.door.ask(STREAM, record.note("a")),
        desk.door.ask(STREAM, broken),
        desk.door.ask(STREAM, record.note("b")),
    ]
    wait(futures)
    assert isinstance(futures[1].exception(), ZeroDivisionError)
    assert [entry.text for entry in desk.state.record.entries] == ["a", "b"]


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
                time.sleep(0)  # whoever closes the door gets a turn

        asking = threading.Thread(target=ask)
        asking.start()
        begun.wait()
        door.close()
        asking.join()
        asked.append(door.ask(STREAM, record.note("x")))
        assert wait(asked, timeout=PATIENCE).not_done == set()
        assert isinstance(asked[-1].exception(), StorageError)
        refused += len(asked) < most + 1
    assert refused, "the door never closed while somebody was asking"


def test_the_catalogue_is_built_anew_from_the_log(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(info.set_info(title="Kyläilta"))
    desk.door.close()
    with closing(sqlite3.connect(desk.file)) as other:
        other.execute("DELETE FROM catalogue")
        other.commit()
    assert summaries(desk.file) == []
    open_desk()
    assert [row.title for row in summaries(desk.file)] == ["Kyläilta"]


def test_the_timer_goes_on_though_the_wall_clock_was_set_back_between_two_runs(desk: Desk) -> None:
    step = desk.start("talk")
    desk.door.close()
    clock = Clock(wall=lambda: time.time() - 3600)
    door = Door(desk.file, MODELS, clock)
    door.start()
    door.wait_ready()
    state = door.replica(STREAM).state
    began = state.run.timer(state.plan.need(step), clock.ms()).used_ms
    while state.run.timer(state.plan.need(step), clock.ms()).used_ms < began + 20:
        pass
    door.close()
