"""The laptop stays awake while an evening is on: through a real bus on Linux, a real process for macOS, the call of Windows."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.awake import REFUSED, WORKS, Awake, AwakeOnLinux, AwakeOnMac, AwakeOnWindows, awake_of, session_bus
from tests.waiting import PATIENCE_MS

SERVICE = Path(__file__).with_name("inhibitors.py")

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""


class Heard:
    """The lines of a process, one after another."""

    def __init__(self, command: list[str], **more: Any) -> None:
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)
        self._lines: Queue[str] = Queue()
        self._thread = Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())
        self._lines.put("(over)")

    def line(self) -> str:
        """The next one. Qt works meanwhile, as it does in the program."""
        loop, looking, patience = QEventLoop(), QTimer(interval=10), QTimer(interval=PATIENCE_MS, singleShot=True)
        looking.timeout.connect(lambda: loop.quit() if not self._lines.empty() else None)
        patience.timeout.connect(loop.quit)
        looking.start()
        patience.start()
        loop.exec()
        return self._lines.get_nowait()

    def silent(self) -> bool:
        return self._lines.empty()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._thread.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


Service = Callable[[str], Heard]


@pytest.fixture
def service(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Starts a service on a bus of the test's own, which is the session's and the system's bus at once."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no D-Bus here")
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(folder=tmp_path))
    started = [Heard([daemon, f"--config-file={config}", "--nofork", "--print-address=1"], stderr=subprocess.DEVNULL)]
    address = started[0].line()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)

    def start(kind: str) -> Heard:
        started.append(Heard([sys.executable, str(SERVICE), kind]))
        assert started[-1].line() == "ready"
        return started[-1]

    yield start
    for each in reversed(started):
        each.close()


@pytest.mark.parametrize("kind", ["screensaver", "login"])
def test_one_service_is_enough_and_hears_when_it_is_over(kind: str, service: Service, qtbot: QtBot) -> None:
    there, awake = service(kind), AwakeOnLinux()
    awake.hold("Työpaja on käynnissä")
    asked = there.line()
    assert asked.startswith("asked")
    assert "Fasilitaattori Työpaja on käynnissä" in asked
    qtbot.waitUntil(lambda: awake.state == WORKS)
    assert awake.holding
    awake.hold("Työpaja on käynnissä")  # it is held already
    assert there.silent()
    awake.release()
    awake.release()
    assert there.line() == "released"
    assert not awake.holding
    awake.hold("Uusi ilta")
    assert "Uusi ilta" in there.line()
    qtbot.waitUntil(lambda: awake.holding)
    awake.release()
    assert there.line() == "released"


@pytest.mark.parametrize("kind", ["screensaver", "login"])
def test_a_crash_lets_the_machine_sleep(kind: str, service: Service) -> None:
    there = service(kind)
    program = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from fasilitaattori.kit.awake import AwakeOnLinux\n"
        "app, awake = QCoreApplication([]), AwakeOnLinux()\n"
        "awake.changed.connect(lambda: print(awake.state, flush=True))\n"
        "awake.hold('ilta')\n"
        "app.exec()\n"
    )
    held = Heard([sys.executable, "-c", program])
    assert there.line().startswith("asked")
    assert held.line() == WORKS
    assert there.silent()
    held.close()  # killed
    assert there.line() == "released"


def test_trying_it_out_holds_for_a_moment_only(service: Service, qtbot: QtBot) -> None:
    there, awake = service("screensaver"), AwakeOnLinux()
    awake.try_out("koe")
    assert there.line().startswith("asked")
    assert there.line() == "released"
    qtbot.waitUntil(lambda: awake.state == WORKS)
    assert not awake.holding
    awake.try_out("koe")  # known by now
    assert there.silent()


def test_an_evening_that_begins_while_it_is_tried_out_keeps_it(service: Service, qtbot: QtBot) -> None:
    there, awake = service("screensaver"), AwakeOnLinux()
    awake.try_out("koe")
    awake.hold("ilta")
    assert there.line().startswith("asked")
    qtbot.waitUntil(lambda: awake.holding)
    assert there.silent()
    awake.release()
    assert there.line() == "released"


def test_a_refusal_is_told_and_troubles_nobody(service: Service, qtbot: QtBot) -> None:
    there, awake = service("rude"), AwakeOnLinux()
    with qtbot.waitSignal(awake.changed):
        awake.hold("ilta")
    assert there.line().startswith("asked")
    assert awake.state == REFUSED
    assert not awake.holding
    awake.release()


def test_without_a_bus_it_is_refused_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    assert session_bus() == ""
    awake = AwakeOnLinux()
    awake.hold("ilta")
    qtbot.waitUntil(lambda: awake.state == REFUSED)
    awake.release()


def test_a_helper_beside_us_ends_with_the_evening(tmp_path: Path, qapp: object) -> None:
    awake = AwakeOnMac([sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(3600)"])
    awake.hold("ilta")
    process = awake._process
    assert process is not None
    assert process.poll() is None
    assert awake.holding
    awake.release()
    assert process.poll() is not None
    absent = AwakeOnMac([str(tmp_path / "caffeinate")])
    absent.hold("ilta")
    assert absent.state == REFUSED
    absent.release()


def test_what_windows_is_asked(qapp: object) -> None:
    asked: list[int] = []

    def call(flags: int) -> int:
        asked.append(flags)
        return 1

    awake = AwakeOnWindows(call)
    awake.hold("ilta")
    assert awake.holding
    awake.release()
    assert asked == [0x80000003, 0x80000000]
    refusing = AwakeOnWindows(lambda flags: 0)
    refusing.hold("ilta")
    assert refusing.state == REFUSED


def test_every_system_has_an_answer(qapp: object) -> None:
    assert isinstance(awake_of("linux"), AwakeOnLinux)
    assert isinstance(awake_of("darwin"), AwakeOnMac)
    unknown = awake_of("plan9")
    assert type(unknown) is Awake
    unknown.hold("ilta")
    assert unknown.state == REFUSED
