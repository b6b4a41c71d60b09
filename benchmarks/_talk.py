"""How the processes of a measurement talk: one line of JSON at a time, orders in through stdin, figures out through stdout."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PATIENCE = 180.0  # seconds to wait for a line: a machine may be slow, a benchmark that hangs helps nobody
Message = dict[str, Any]


def tell(**message: Any) -> None:
    """To the process that started this one."""
    print(json.dumps(message), flush=True)


def hear() -> Message:
    """The next order of the process that started this one; {"do": "quit"} when that is gone."""
    line = sys.stdin.readline()
    heard: Message = json.loads(line) if line else {"do": "quit"}
    return heard


def environment() -> dict[str, str]:
    """What every measured process runs in: compiled modules are kept, the windows are painted into memory."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME")}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), env.get("PYTHONPATH", "")]))
    return env


class Child:
    """A process of the measurement, started as `python -m module arguments`; `inside`: by this command, which puts it where it
    shall run."""

    def __init__(self, module: str, *arguments: str, inside: Sequence[str] = ()) -> None:
        command = [*inside, sys.executable, "-m", module, *arguments]
        pipe = subprocess.PIPE
        self.name = module
        self._said: Message = {}
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1, env=environment())
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def say(self, **message: Any) -> None:
        """An order."""
        assert self._process.stdin is not None
        self._said = message
        print(json.dumps(message), file=self._process.stdin, flush=True)

    def hear(self) -> Message:
        """The next line it tells. RuntimeError when it ended or says nothing."""
        try:
            line = self._lines.get(timeout=PATIENCE)
        except queue.Empty:
            raise RuntimeError(f"{self.name} has said nothing for {PATIENCE:.0f} seconds to {self._said}") from None
        if not line:
            raise RuntimeError(f"{self.name} ended too early, with {self._process.wait()}")
        heard: Message = json.loads(line)
        return heard

    def ask(self, **message: Any) -> Message:
        """An order, and what it answers."""
        self.say(**message)
        return self.hear()

    def strike(self, how: int) -> int:
        """Send it a signal (kill -9 and the like) and wait for its end. Gives its exit code."""
        self._process.send_signal(how)
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        """Let it finish; by force when it does not. May be called again."""
        with contextlib.suppress(OSError):
            self.say(do="quit")
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")
