"""The facilitator's laptop: the program in a process of its own, steered over its private address, killed and started again."""

import shutil
import signal
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import msgspec

from benchmarks._talk import Child
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import contributions
from reliability.addresses import LAPTOP, PORT
from reliability.network import Network

PATIENCE = 120.0  # seconds for an answer: a machine may be slow
METHOD = Path(__file__).parent / "koeilta.toml"


@dataclass(frozen=True)
class Count:
    """What remains of a vote: points by candidate, and how many ballots."""

    totals: Counter[str]
    ballots: int


class Laptop:
    """The program with one workshop. `window`: with its window at the live desk. `close` is idempotent.

    `launcher` is the module that starts the program (the program itself unless a test has its own way of starting it).
    """

    def __init__(
        self, network: Network, folder: Path, *, window: bool = False, launcher: Sequence[str] = ("fasilitaattori",)
    ) -> None:
        self.folder = folder
        self.workshop = ""
        self.remote = ""
        self._network = network
        self._window = window
        self._launcher = launcher
        self._program: Child | None = None
        methods = folder / "methods"
        methods.mkdir(parents=True)
        shutil.copy(METHOD, methods)

    def start(self) -> None:
        """Open the room; the second time the same room again, at the same address. RuntimeError when it does not."""
        module, *before = self._launcher
        which = ["--workshop", self.workshop] if self.workshop else ["--method", METHOD.stem]
        where = ["--data", str(self.folder), "--host", LAPTOP, "--port", str(PORT)]
        window = [] if self._window else ["--no-window"]
        inside = self._network.inside("laptop")
        self._program = Child(module, *before, "live", *where, *which, *window, inside=inside)
        said = self._program.hear()
        self.workshop, self.remote = said["workshop"], said["remote"]

    def kill(self) -> None:
        """`kill -9`: no chance to save anything."""
        assert self._program is not None
        self._program.strike(signal.SIGKILL)
        self._program.end()

    def close(self) -> None:
        """End the program as its user would."""
        if self._program is not None:
            self._program.strike(signal.SIGTERM)
            self._program.end()
            self._program = None

    # --- steering ---

    def steer(self, command: str) -> dict[str, Any]:
        """One order from the facilitator's own phone; gives how things stand after it."""
        address, order = self.remote, {"command": command}
        answer = self._network.at_laptop(lambda: httpx.post(address, json=order, timeout=PATIENCE, trust_env=False))
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    def go_to(self, tool: str) -> str:
        """On to the next step of this tool; gives the step's id."""
        standing = self.steer("next")
        while standing["step"]["tool"] != tool:
            standing = self.steer("next")
        step: str = standing["step"]["id"]
        return step

    # --- what is on disk ---

    def stored(self) -> Counter[str]:
        """The requests of everything that came from phones, as it lies on disk, and how many times each does."""
        return Counter(contributions(self.folder / FILE, self.workshop))

    def ideas(self) -> Counter[str]:
        """The texts of all ideas on disk, and how many times each is there."""
        return Counter(body["text"] for _, body in self.events("ideas.added"))

    def count_of(self, step: str) -> Count:
        """The one count of this step's vote on disk. ValueError when there are none or several."""
        [body] = [body for where, body in self.events("vote.counted") if where == step]
        return Count(Counter(body["totals"]), body["ballots"])

    def events(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        """Step and body of every event of a kind, in the order of the log."""
        sql = "SELECT step, body FROM event WHERE stream = ? AND kind = ? ORDER BY clock, device, seq"
        with closing(sqlite3.connect(f"{(self.folder / FILE).absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(sql, (self.workshop, kind)).fetchall()
        return [(step, msgspec.json.decode(body)) for step, body in rows]

    def clocks(self) -> list[int]:
        """The log's own time of every event, in the order in which they were written."""
        with closing(sqlite3.connect(f"{(self.folder / FILE).absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT clock FROM event WHERE stream = ? ORDER BY n", (self.workshop,)).fetchall()
        return [row[0] for row in rows]

    def troubles(self) -> list[str]:
        """Errors and warnings in the program's own log."""
        lines = (self.folder / "fasilitaattori.log").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if " ERROR " in line or " WARNING " in line or line.startswith("Traceback")]
