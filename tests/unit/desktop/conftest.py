"""The desk with real parts: a real log on a temporary folder, the real methods, a real web server that answers.

The phones' pages and the simulated people are other rooms of the house; here a small server stands in their place, so that
the desk can be tested without them. The papers are the real ones.
"""

import functools
import gc
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.app.papers import papers_of
from fasilitaattori.desktop import pagestack
from fasilitaattori.desktop.appearance import make_look
from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.services import Reachable, Services
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit import bridge, toast
from fasilitaattori.kit.background import Background
from fasilitaattori.kit.garbage import Garbage
from fasilitaattori.kit.look import Look
from fasilitaattori.live.door import Door
from fasilitaattori.log.glance import minutes_numbers, summaries
from fasilitaattori.methods.library import Library, load_library
from fasilitaattori.paths import resource
from fasilitaattori.settings import Settings
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import people
from fasilitaattori.workshop.agenda import add_steps
from fasilitaattori.workshop.clock import DemoClock
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.info import set_info
from tests.unit.desktop.obliging import Obliging

SLOWLY = 0.1  # of real time: what stands in minutes and seconds is the same on a busy machine as on one that has time


@dataclass(frozen=True, slots=True)
class Heard:
    """How a phone is."""

    state: str = "here"
    seconds: int = 0
    scripts: bool = True


class AnsweringRoom:
    """A room whose server answers everything with 200. `answered` counts what came from elsewhere than the desk's own check."""

    def __init__(self, host: str, port: int) -> None:
        room = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                room.callers.add(self.client_address[0])
                if self.path != "/health":
                    room.answered += 1
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False  # a connection that never asked for anything must not hold up the end
        self.port = self._server.server_port
        self.url = f"http://{host}:{self.port}/"
        self.phones = self.answered = 0
        self.reachable, self.named = True, ""
        self.heard: dict[int, Heard] = {}
        self.screens = None  # the big screen on other devices is tested with the real server
        self.callers: set[str] = set()
        self.remotes = 0
        self.renew_remote()
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def presence(self) -> dict[int, Heard]:
        return dict(self.heard)

    @property
    def remote(self) -> str:
        return f"{self.url}r/{self.capability}"

    def renew_remote(self) -> str:
        self.capability = uuid.uuid4().hex[:22]
        return self.remote

    def visitors(self, address: str) -> int:
        return len(self.callers - {address})

    def posted(self, address: str) -> int:
        return 0

    def look_again(self) -> None:
        pass

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _check(tool: str, settings: dict[str, Any]) -> None:
    MODELS[tool].check(settings)


@functools.cache
def _shipped() -> Library:
    """The program's own methods, read once for all tests."""
    return load_library([resource()], _check)


def _noon() -> datetime:
    """Today at twelve, so that no evening is late or over because of the hour at which the tests are run."""
    return datetime.now().replace(hour=12, minute=0, second=0, microsecond=0).astimezone()


class House:
    """Everything the desk is handed, with what a test wants to look at."""

    def __init__(self, folder: Path, *, start: bool = True) -> None:
        self.folder = folder
        self.clock = DemoClock(_noon(), SLOWLY)
        self.door = Door(folder / "fasilitaattori.db", MODELS, self.clock)
        self.settings = Settings(folder / "settings.json")
        self.background = Background()
        self.room: AnsweringRoom | None = None
        self._one_room = threading.RLock()  # it is opened in the background, and closed there or at the end
        self.rehearsed: list[str] = []
        self.found = [Reachable("127.0.0.1", "wlan0", "Langaton verkko", True)]
        self._renew()
        self.services = Services(
            door=self.door,
            models=MODELS,
            clock=self.clock,
            settings=self.settings,
            background=self.background,
            methods=lambda: self._library,
            renew_methods=self._renew,
            summaries=lambda: summaries(folder / "fasilitaattori.db"),
            minutes_numbers=lambda but: minutes_numbers(folder / "fasilitaattori.db", but),
            forget=lambda stream: self.door.forget(stream).result(),
            open_room=self._open_room,
            close_room=self._close_room,
            addresses=lambda: list(self.found),
            wifi_text=lambda: f"WIFI:T:WPA;S:{self.settings.wifi_ssid};P:{self.settings.wifi_password};;",
            papers=papers_of(self),
            rehearse=self._rehearse,
            copy_of=self._copy_of,
            awake=Obliging(),
            data_dir=folder,
        )
        if start:
            self.door.start()

    def _renew(self) -> None:
        own = any((self.folder / kind).exists() for kind in ("methods", "decks"))
        self._library = load_library([resource(), self.folder], _check) if own else _shipped()

    def workshop(self, *commands: Command) -> str:
        """A workshop made by these commands, on disk; gives its stream."""
        stream = str(uuid.uuid4())
        for asked in [self.door.ask(stream, command) for command in commands]:
            asked.result()
        return stream

    def evening(self, method: str = "eratauko", language: str = "fi", **heading: object) -> str:
        """A workshop from a method; gives its stream."""
        found = self._library.method(method)
        assert found is not None
        told = {"title": "Kyläkoulun uusi elämä", "start": "18.00", "end": "20.30", "language": language} | heading
        return self.workshop(set_info(**told), add_steps(self._library.plans(found, language)))

    def contribute(self, stream: str, step: str, text: str) -> None:
        """A phone joins and sends an idea."""
        self.door.ask(stream, people.join("", "fi", uuid.uuid4().hex)).result()
        number = max(self.door.replica(stream).state.people.all)
        send = MODELS["ideas"].sends["ideas.added"]
        body = msgspec.convert({"text": text}, send.body)
        self.door.ask(stream, lambda state: send.rule(state, state.plan.need(step), number, body), author=number).result()

    def _open_room(self, stream: str) -> AnsweringRoom:
        with self._one_room:
            self._close_room()
            self.room = AnsweringRoom("127.0.0.1", 0)
            return self.room

    def _close_room(self) -> None:
        with self._one_room:
            if self.room is not None:
                self.room.close()
                self.room = None

    def _rehearse(self, stream: str) -> Callable[[], None]:
        self.rehearsed.append(stream)
        return lambda: self.rehearsed.remove(stream)

    def _copy_of(self, stream: str) -> str:
        state = self.door.replica(stream).state
        return self.workshop(set_info(title=state.info.title), add_steps([step.plan for step in state.plan.steps()]))

    def close(self) -> None:
        self.background.close()  # first: it may be opening the room
        self._close_room()
        self.door.close()


@pytest.fixture(autouse=True)
def alone(qapp: QApplication) -> Iterator[None]:
    """As in the program, only the Qt thread looks for garbage: the log's thread might else delete a window that is no more.
    In the end every window is gone, and only then the application is undressed (Qt remembers styled widgets otherwise)."""
    palette, font, garbage = qapp.palette(), qapp.font(), Garbage()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    garbage.close()


@pytest.fixture(autouse=True)
def without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Widgets hear of every change at once: how long they rest between two is a matter of the log's bridge."""
    monkeypatch.setattr(bridge, "FRAME_MS", 1)
    monkeypatch.setattr(bridge, "REST", 0)


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are made ahead without a rest between the steps."""
    monkeypatch.setattr(pagestack, "CALM_MS", 0)
    monkeypatch.setattr(pagestack, "REST", 0)


@pytest.fixture(autouse=True)
def notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a notice says can be read however long a busy machine takes to get there: that it passes is a matter of the kit."""
    monkeypatch.setattr(toast, "SHOWN_MS", 3_600_000)


@pytest.fixture
def house_of(qapp: QApplication) -> Iterator[Callable[..., House]]:
    """Makes houses on folders of one's own; they are closed in the end."""
    made: list[House] = []

    def make(folder: Path, *, start: bool = True) -> House:
        folder.mkdir(exist_ok=True)
        made.append(House(folder, start=start))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    """Everything the desk is handed."""
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture
def look(house: House, qapp: QApplication) -> Look:
    """The desk's look, given to the whole application for the time of the test."""
    made = make_look(house.settings)
    made.install(qapp)
    return made


@pytest.fixture
def window(house: House, look: Look, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, on show."""
    made = MainWindow(house.services, look)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.shut()


@pytest.fixture
def workbench(window: MainWindow) -> Workbench:
    """The window's workbench."""
    return window.workbench


OpenAt = Callable[[str, str], Page]


@pytest.fixture
def open_at(window: MainWindow, qtbot: QtBot) -> OpenAt:
    """Opens a workshop at a page and gives the page."""

    def open_page(stream: str, page: str) -> Page:
        window.workbench.open(stream, page)
        qtbot.waitUntil(lambda: window.pages.name == page and window.workbench.session is not None)
        found = window.pages.page
        assert found is not None
        return found

    return open_page


@pytest.fixture
def told(window: MainWindow) -> list[Notice]:
    """What the window has told at the bottom."""
    notices: list[Notice] = []
    window.workbench.notice_given.connect(notices.append)
    return notices
