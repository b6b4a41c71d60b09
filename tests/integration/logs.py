"""A log on a real disk with the shorthands of its tests; no window and no server."""

import sqlite3
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from fasilitaattori.live.door import Door
from fasilitaattori.log.database import open_writer
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.jobs import Saved
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, running, undo
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "reserve.bin")


def make_first_schema(file: Path) -> None:
    """Makes a database, or one there is, as the program made it before its first change of tables: in one go, without Alembic's
    own table."""
    if not file.exists():
        engine, raw = open_writer(file)
        engine.dispose()
        raw.close()
    with closing(sqlite3.connect(file)) as older:
        older.execute("DROP TABLE ballot_request")
        older.execute("PRAGMA user_version=1")
        older.commit()


class Desk:
    """A door on a folder. Phones send to the step that is on."""

    def __init__(self, folder: Path, reserve_size: int = 1024 * 1024) -> None:
        self.folder = folder
        self.file = folder / FILE
        self._reserve_size = reserve_size
        self.open()

    def open(self) -> None:
        self.door = Door(self.file, MODELS, Clock(), Reserve(self.folder, self._reserve_size))
        self.door.start()
        self.door.wait_ready()

    def reopen(self) -> None:
        self.door.close()
        self.open()

    @property
    def state(self) -> Any:
        return self.door.replica(STREAM).state

    def do(self, command: Command, **more: Any) -> Saved:
        return self.door.ask(STREAM, command, **more).result()

    def undo(self) -> None:
        act = undo.undoable(self.door.replica(STREAM))
        assert act is not None
        self.do(undo.undo(act))

    def redo(self) -> None:
        act = undo.redoable(self.door.replica(STREAM))
        assert act is not None
        self.do(undo.undo(act))

    def send(self, author: int, kind: str, request: str | None = None, **body: Any) -> Future[Saved]:
        send = MODELS[kind.split(".")[0]].sends[kind]
        content = msgspec.convert(body, send.body)

        def command(state: Any) -> Any:
            return send.rule(state, state.current, author, content)

        return self.door.ask(STREAM, command, request=request, author=author)

    def cast(self, number: int, option: str) -> None:
        self.send(number, "vote.cast", choices={option: 1}).result()

    def start(self, tool: str, **settings: Any) -> str:
        """A step of this tool, in the plan and on; gives its id."""
        step = agenda.new_step(tool, tool, 10, settings=settings)
        self.do(agenda.add_step(step))
        self.do(running.go_to(step.id))
        return step.id

    def vote(self, *before: agenda.StepPlan) -> agenda.StepPlan:
        """A vote in the plan after these steps, not yet begun."""
        step = agenda.new_step("Äänestys", "vote", 5, settings={"kind": "one", "options": ["Kyllä", "Ei"]})
        self.do(agenda.add_steps([*before, step]))
        return step

    def rows(self, table: str) -> int:
        with closing(sqlite3.connect(self.file)) as look:
            return int(look.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def on_disk(self) -> bytes:
        return everything_in(self.folder)
