"""The network page with everything real: the program's log and settings, the phones' server, on loopback.

Another machine is played by another loopback address: 127.0.0.2 reaches the server as a phone would.
"""

import http.client
import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import OpenRoom, Program
from fasilitaattori.app.windowed import services_of
from fasilitaattori.desktop.network import checking, watching
from fasilitaattori.desktop.network.facts import Stage
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.services import Reachable
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.background import Background
from tests.unit.desktop.obliging import Obliging

LOOK_MS = 200
FIRST, RANGE = 20_000, 250
_given = count()
HERE, PHONE = "127.0.0.1", "127.0.0.2"
WIFI = Reachable(HERE, "wlan0", "langaton verkko", True, "wifi")
CABLE = Reachable("127.0.0.3", "eth0", "verkkokaapeli", True, "wired")
NO_ADDRESS = Reachable("169.254.11.9", "eth1", "Verkko ei antanut osoitetta, joten puhelimet eivät löydä tätä.", False, "wired")


def free_port() -> int:
    """A port nobody has: below those that systems give to whoever asks for any, and each process of the tests in a range of its
    own, so that nobody takes it meanwhile."""
    own = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 40
    for _ in range(RANGE):
        port = FIRST + own * RANGE + next(_given) % RANGE
        with socket.socket() as probe, suppress(OSError):
            probe.bind((HERE, port))
            return port
    raise AssertionError("no port is free")


@contextmanager
def another_program() -> Iterator[int]:
    """Something that listens; gives its port. The ports after it are not those that systems give to whoever asks for any."""
    with socket.create_server(("", free_port())) as server:
        yield server.getsockname()[1]


def get(
    port: int,
    path: str = "/",
    source: str = PHONE,
    to: str = HERE,
    method: str = "GET",
    body: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """What a phone at `source` is answered: status and page."""
    connection = http.client.HTTPConnection(to, port, timeout=120, source_address=(source, 0))
    try:
        connection.request(method, path, body, dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """A server that answers one caller with these bytes; gives its address. b"" = it says nothing and hangs up."""
    with socket.create_server((HERE, 0)) as server:

        def serve() -> None:
            caller, _ = server.accept()
            with caller:
                caller.recv(4096)
                caller.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://{HERE}:{server.getsockname()[1]}/"
        thread.join()


class RealHouse:
    """The program, and what the desk is handed of it. `found` is what the machine says of its networks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = Program(folder)
        self.program.door.start()
        self.program.door.wait_ready()
        self.settings = self.program.settings
        self.settings.change(port=free_port(), wifi_ssid="Kuikkapera", wifi_password="talkoot2026")
        self.background = Background()
        self.found = [WIFI]
        self.services = replace(
            services_of(self.program, self.background),
            addresses=lambda: list(self.found),
            open_room=self._open_room,
            awake=Obliging(),
        )

    def _open_room(self, stream: str) -> OpenRoom:
        return self.program.open_room(stream, host=HERE)

    def evening(self) -> str:
        """A workshop from a method; gives its stream."""
        return self.program.new_workshop("eratauko", "fi")

    def close(self) -> None:
        self.background.close()
        self.program.close()


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens to the machine's network is noticed at the next look: here that comes soon."""
    monkeypatch.setattr(watching, "LOOK_MS", LOOK_MS)
    monkeypatch.setattr(checking, "LOOK_AGAIN_MS", LOOK_MS)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[RealHouse]:
    made = RealHouse(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> NetworkPage:
    """The page on show, everything checked; no workshop is open."""
    window.workbench.go("verkko")
    found = window.pages.page
    assert isinstance(found, NetworkPage)
    checked(qtbot, found)
    window.activateWindow()  # a window of the test before may have taken it with it as it went
    qtbot.waitUntil(window.isActiveWindow)
    return found


def checked(qtbot: QtBot, page: NetworkPage) -> None:
    """Wait until every check has been made."""
    qtbot.waitUntil(lambda: page.checking.facts.stage == Stage.DONE)


Phone = Callable[..., tuple[int, str]]


@pytest.fixture
def phone(qtbot: QtBot) -> Iterator[Phone]:
    """Asks for a page as a phone does, in a thread of its own, while the window goes on."""
    with ThreadPoolExecutor(1) as pool:

        def ask(*args: object, **kwargs: object) -> tuple[int, str]:
            asked = pool.submit(get, *args, **kwargs)  # type: ignore[arg-type]
            qtbot.waitUntil(asked.done)
            return asked.result()

        yield ask
