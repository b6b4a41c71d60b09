"""A workshop on a real log with a session on the Qt thread, for testing the parts of the live desk one by one."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.bridge import Session
from fasilitaattori.live.door import Door
from fasilitaattori.log.jobs import Saved
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, info, people, running
from fasilitaattori.workshop.agenda import StepPlan
from fasilitaattori.workshop.clock import DemoClock
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop

EVENING = datetime(2026, 3, 12, 18, 0)  # noqa: DTZ001 - local time of wherever the test runs


class Rig:
    """`session` follows the workshop; `do` and `send` wait until everything has been saved and folded."""

    def __init__(self, folder: Path, qtbot: QtBot, steps: Iterable[StepPlan]) -> None:
        self.qtbot = qtbot
        self.clock = DemoClock(EVENING.astimezone(), 0)  # it goes on when a test says so
        self.door = Door(folder / "fasilitaattori.db", MODELS, self.clock)
        self.door.start()
        self.door.wait_ready()
        self.stream = str(uuid.uuid4())
        self.plans = list(steps)
        heading = info.set_info(title="Kylän ilta", date="2026-03-12", start="18.00", end="20.30")
        for asked in [self.door.ask(self.stream, command) for command in (heading, agenda.add_steps(self.plans))]:
            asked.result()
        self.refused: list[Exception] = []
        self.session = Session(self.door, self.stream)
        self.session.refused.connect(self.refused.append)
        qtbot.waitUntil(lambda: self.session.ready)

    @property
    def state(self) -> Workshop:
        """The session's own state."""
        return self.session.state

    @property
    def tool(self) -> object:
        """The state of the running step's tool."""
        step = self.state.current
        assert step is not None
        return self.state.tool(step)

    def do(self, command: Command, author: int | None = None) -> tuple[str, ...]:
        """A command as if from elsewhere; the ids of what it made."""
        saved: Saved = self.door.ask(self.stream, command, author=author).result()
        self.catch_up()
        return saved.ids

    def send(self, kind: str, author: int, **body: object) -> tuple[str, ...]:
        """What a phone sends to the running step."""
        step = self.state.current
        assert step is not None
        send = MODELS[step.tool].sends[kind]
        shaped = msgspec.convert(body, send.body)
        return self.do(lambda state: send.rule(state, state.plan.need(step.id), author, shaped), author)

    def join(self, *names: str) -> None:
        """People with phones; the first one is number 1."""
        for asked in [self.door.ask(self.stream, people.join(name, "fi", uuid.uuid4().hex)) for name in names]:
            asked.result()
        self.catch_up()

    def start(self, place: int = 0) -> None:
        """Run on to the step at this place."""
        self.do(running.start())
        for _ in range(place):
            self.do(running.next_step())

    def catch_up(self) -> None:
        """Until the session has folded everything that is saved, and told it."""
        events = self.door.replica(self.stream).events
        newest = events[-1].id
        self.qtbot.waitUntil(lambda: newest in self.session.replica.by_id)
        self.settle()

    def settle(self) -> None:
        """Until nothing waits to be told or answered."""
        self.qtbot.waitUntil(lambda: self.session.told and not self.session.pending)

    def until(self, there: Callable[[], object]) -> None:
        """Until something is so, and nothing waits to be told or answered."""
        self.qtbot.waitUntil(lambda: bool(there()))
        self.settle()

    def close(self) -> None:
        """Leave everything as it was."""
        self.session.close()
        self.door.close()
