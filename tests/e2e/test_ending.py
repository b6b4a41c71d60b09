"""The window of a running workshop is closed by the system: nothing is asked, nothing is lost, and the next start goes on."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
Start = Callable[..., "subprocess.Popen[str]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ways to end a program")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with its window at the live desk."""
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> "subprocess.Popen[str]":
        command = [
            sys.executable,
            "-m",
            "fasilitaattori",
            "live",
            "--data",
            str(tmp_path),
            "--host",
            "127.0.0.1",
            "--port",
            "0",
        ]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        pipe = subprocess.PIPE
        started.append(subprocess.Popen([*command, *arguments], stdout=pipe, text=True, cwd=ROOT, env=environment))
        return started[-1]

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_in_order(how: signal.Signals, start: Start, tmp_path: Path) -> None:
    process = start("--method", "aivoriihi")
    assert process.stdout is not None
    said = json.loads(process.stdout.readline())
    with httpx.Client(base_url=said["url"], trust_env=False) as client:
        assert client.post(said["remote"], json={"command": "start"}).json()["ok"]
    process.send_signal(how)
    assert process.wait(timeout=60) == 0
    assert not (tmp_path / "fasilitaattori.db-wal").exists()  # the log was closed, not dropped
    with sqlite3.connect(tmp_path / "fasilitaattori.db") as database:
        kinds = [kind for (kind,) in database.execute("SELECT kind FROM event")]
    database.close()
    assert "run.step_started" in kinds
    again = start("--workshop", said["workshop"])
    assert again.stdout is not None
    assert json.loads(again.stdout.readline())["workshop"] == said["workshop"]
    again.send_signal(how)
    assert again.wait(timeout=60) == 0
