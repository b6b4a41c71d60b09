"""The log on the Qt thread: what comes in batches is told in frames, and one's own act at once."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fasilitaattori.errors import RuleViolation
from fasilitaattori.kit.bridge import Session
from fasilitaattori.live.door import Door
from fasilitaattori.log.errors import FILE
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, people, record, running, undo
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.replica import AT_ONCE

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000003"
SEND = MODELS["ideas"].sends["ideas.added"]
SLOW_SECONDS = 0.05


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / FILE, MODELS, Clock())
    made.start()
    made.wait_ready()
    yield made
    made.close()


@pytest.fixture
def session(door: Door, qtbot: QtBot) -> Iterator[Session]:
    made = Session(door, STREAM)
    with qtbot.waitSignal(made.opened):
        pass
    yield made
    made.close()


def notes(session: Session) -> list[str]:
    return [entry.text for entry in session.state.record.entries]


def test_ones_own_act_is_told_before_its_answer(session: Session, door: Door, qtbot: QtBot) -> None:
    told: list[str] = []
    session.changed.connect(lambda touched: told.append(f"changed {sorted(touched)}"))
    for _ in range(3):
        with qtbot.waitSignal(session.saved):
            session.do(record.note("huomio"), lambda _: told.append("saved"))
    assert told == ["changed ['record']", "saved"] * 3


def test_undo_pressed_again_before_the_first_is_done_takes_nothing_back_twice(session: Session, qtbot: QtBot) -> None:
    for text in ("yksi", "kaksi"):
        with qtbot.waitSignal(session.saved):
            session.do(record.note(text))
    with qtbot.waitSignal(session.saved):
        assert session.undo() is not None
        assert session.undo() is None
    assert notes(session) == ["yksi"]
    with qtbot.waitSignal(session.saved):
        session.redo()
    assert notes(session) == ["yksi", "kaksi"]
    with qtbot.waitSignal(session.saved):
        assert session.undo() is not None


def test_widgets_that_take_long_hear_less_often_and_miss_nothing(session: Session, door: Door, qtbot: QtBot) -> None:
    heard: list[int] = []

    def draw(touched: object) -> None:
        time.sleep(SLOW_SECONDS)  # a wall with very many notes
        heard.append(len(notes(session)))

    session.changed.connect(draw)
    for number in range(60):
        door.ask(STREAM, record.note(str(number))).result()
    qtbot.waitUntil(lambda: bool(heard) and heard[-1] == 60)
    assert len(heard) < 10
    assert heard == sorted(heard)


def test_what_may_not_be_done_is_told_to_who_asked(session: Session, qtbot: QtBot) -> None:
    refusals: list[Exception] = []
    session.do(record.note(" "), on_refused=refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert isinstance(refusals[0], RuleViolation)
    with qtbot.waitSignal(session.refused):
        session.do(record.note(" "))
    assert notes(session) == []


def test_who_is_no_more_gets_no_answer_and_a_refusal_is_told_all_the_same(session: Session, qtbot: QtBot) -> None:
    answers: list[object] = []
    gone, there = QObject(), QObject()
    session.do(record.note("Tallessa"), answers.append, answers.append, gone)
    session.do(record.note(" "), answers.append, answers.append, gone)
    delete(gone)
    with qtbot.waitSignal(session.refused):
        pass
    assert (answers, notes(session)) == ([], ["Tallessa"])
    session.do(record.note(" "), answers.append, answers.append, there)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert isinstance(answers[0], RuleViolation)


def test_after_leaving_only_what_was_not_done_is_told(session: Session, door: Door, qtbot: QtBot) -> None:
    told: list[object] = []
    session.changed.connect(told.append)
    session.saved.connect(lambda: told.append("saved"))
    session.do(record.note("Tallessa"), told.append, told.append)
    session.do(record.note(" "), told.append, told.append)
    with qtbot.waitSignal(session.refused):
        session.leave()
    qtbot.waitUntil(lambda: not session.pending)
    assert told == []
    assert [entry.text for entry in door.replica(STREAM).state.record.entries] == ["Tallessa"]


def test_what_could_be_undone_follows_what_participants_send(session: Session, door: Door, qtbot: QtBot) -> None:
    wall = agenda.new_step("Ideaseinä", "ideas")
    for command in (people.join("Helmi", "fi", "t"), agenda.add_step(wall), running.start()):
        door.ask(STREAM, command).result()

    def send(text: str) -> str:
        body = SEND.body(text=text, theme=theme)
        saved = door.ask(STREAM, lambda s: SEND.rule(s, s.plan.need(wall.id), 1, body), author=1).result()
        qtbot.waitUntil(lambda: saved.ids[0] in session.replica.by_id)
        return saved.ids[0]

    theme = ""
    theme = door.ask(STREAM, ideas.add_theme(wall.id, "Ranta")).result().ids[0]
    qtbot.waitUntil(lambda: theme in session.replica.by_id)
    idea = ""
    for count in range(3):
        act = session.undoable()
        assert act is not None
        assert (act.ids, act.vanishing) == ((theme,), count)
        idea = send(f"Laituri {count}")
    hidden = door.ask(STREAM, ideas.hide(wall.id, [idea])).result().ids[0]
    qtbot.waitUntil(lambda: hidden in session.replica.by_id)
    act = session.undoable()
    assert act is not None
    assert act.ids == (hidden,)
    assert session.undoable() == undo.undoable(session.replica)


def long_log(door: Door) -> list[str]:
    said = [str(number) for number in range(3 * AT_ONCE)]
    for asked in [door.ask(STREAM, record.note(words)) for words in said]:
        asked.result()
    return said


def in_the_middle(session: Session, act: Callable[[], object]) -> None:
    """Does something while the log is being folded, in a turn of its own."""
    beside = QTimer(session, interval=0)

    def turn() -> None:
        if session.folding:
            beside.stop()
            act()

    beside.timeout.connect(turn)
    beside.start()


def test_a_long_log_is_folded_with_stops_and_what_comes_meanwhile_is_there_too(door: Door, qtbot: QtBot) -> None:
    said = long_log(door)
    session, opened = Session(door, STREAM), list[bool]()

    def add() -> None:
        opened.append(session.ready)
        door.ask(STREAM, record.note("tuli kesken")).result()

    in_the_middle(session, add)
    with qtbot.waitSignal(session.opened):
        pass
    assert opened == [False]
    qtbot.waitUntil(lambda: len(notes(session)) > len(said))
    assert notes(session) == [*said, "tuli kesken"]
    session.close()


def test_what_is_asked_for_while_a_long_log_is_folded_is_answered_on_top_of_it(door: Door, qtbot: QtBot) -> None:
    said = long_log(door)
    session, seen = Session(door, STREAM), list[tuple[bool, list[str]]]()

    # asked for at once: its answer comes to the Qt thread between two steps of the log
    session.do(record.note("pyydetty heti"), lambda _: seen.append((session.ready, notes(session))))
    qtbot.waitUntil(lambda: session.ready and bool(seen))
    assert seen == [(True, [*said, "pyydetty heti"])]
    session.close()


def test_a_session_closed_in_the_middle_of_its_log_never_opens(door: Door, qtbot: QtBot) -> None:
    long_log(door)
    session, opened = Session(door, STREAM), list[bool]()
    session.opened.connect(lambda: opened.append(True))
    in_the_middle(session, session.close)
    qtbot.waitUntil(lambda: session.closed)
    later = Session(door, STREAM)
    with qtbot.waitSignal(later.opened):
        pass
    later.close()
    assert not opened
