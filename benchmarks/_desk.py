"""One round of the desk: the real program with its window does what a facilitator does, and a watch in the same process notes
for how long the Qt thread did nothing else.

`python -m benchmarks._desk FOLDER` (made by `python -m benchmarks._desk --make FOLDER WORKSHOPS`) tells, act by act,
{"name": …, "block": ms, "worked": ms, "whole": ms}: `block` is the longest time in which no event was handled, `worked` the
processor time of the thread in such a time, `whole` the time until the last picture of what was asked for was painted.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed

# isort: split
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks._evening import Maker
from benchmarks._standing import Standing
from benchmarks._talk import tell
from fasilitaattori.desktop.bigscreen.window import ScreenWindow
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.rehearsal.words import words
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.events import Command

WINDOW = QSize(1366, 768)
STEPS, IDEAS, ON_SCREEN = 60, 2000, (24, 300)
QUIET_MS = 350  # so long nothing has happened, then an act is over
LONG, WALL, FEW = "60", "2000", "24"  # files with the streams


class Round:
    """The acts, one after another, on one window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = Program(folder)
        self.whole = Windowed(self.program)
        self.watch = Standing(self._waits, self._is_ahead)
        self.watch.look_at(self.whole.window)
        self._there: Callable[[], bool] = lambda: True
        self._asked: list[Future[Any]] = []
        self._warms = False  # nobody has asked for that

    @property
    def bench(self) -> Any:
        return self.whole.window.workbench

    def act(self, name: str, do: Callable[[], object], there: Callable[[], bool] = lambda: True) -> None:
        """Do something in a turn of the event loop, and wait until everything that it brought about is over."""
        self._there = there
        self.watch.begin()
        began = time.perf_counter()
        QTimer.singleShot(0, self.whole.window, do)
        self._until_quiet(there)
        self.watch.end()
        whole = max(0.0, (self.watch.painted - began) * 1000)  # 0: nothing had to be painted
        tell(name=name, block=self.watch.longest, worked=self.watch.worked, whole=whole)

    def _waits(self) -> bool:
        """Is something of what was asked for still to come?"""
        bench, session = self.bench, self.bench.session
        return not self._warms and (
            not self._there()
            or self.whole.window.pages.busy
            or self.whole.background.is_busy()
            or not all(future.done() for future in self._asked)
            or (session is not None and (session.pending or not session.told))
            or (bench.has_screen and bench.screen.behind)
        )

    def _is_ahead(self) -> bool:
        return self._warms or self.whole.window.pages.makes_ahead

    def open(self, name: str, stream: str, page: str) -> None:
        """Open a workshop; the act is over when it is there."""
        self.bench.close_workshop()
        self._until_quiet()
        self.act(name, lambda: self.bench.open(stream, page), lambda: self.bench.session is not None)

    def _until_quiet(self, there: Callable[[], bool] = lambda: True) -> None:
        since = time.perf_counter()
        while not there() or time.perf_counter() - max(since, self.watch.away_until) < QUIET_MS / 1000:
            if self.whole.background.is_busy():
                since = time.perf_counter()  # what it has made is shown after that
            loop = QEventLoop()
            QTimer.singleShot(20, loop.quit)
            loop.exec()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        window = self.whole.window
        focused: QWidget | None = window.focusWidget()
        QTest.keyClick(focused or window, key, modifiers)

    def do(self, stream: str, *commands: Command) -> None:
        """As somebody elsewhere: does not wait."""
        self._asked = [self.program.door.ask(stream, command) for command in commands]

    # --- the acts ---

    def run(self) -> None:
        window = self.whole.window
        window.resize(WINDOW)
        window.show()
        self.program.door.start()
        self.program.door.wait_ready()
        self._until_quiet()
        loaded: list[bool] = []
        self.whole.warming.done.connect(lambda: loaded.append(True))
        self._warms = True
        self.act("warming", self.whole.warming.start, lambda: bool(loaded))
        self._warms = False
        self._library()
        self._plan((self.folder / LONG).read_text())
        self._pages()
        self._wall((self.folder / WALL).read_text())
        self._screen((self.folder / FEW).read_text())

    def _library(self) -> None:
        window = self.whole.window
        self.act("first: asetukset", lambda: window.pages.go("asetukset"))
        self.act("library", lambda: window.pages.go("tyopajat"))
        self.act("library changed", self.bench.library_changed.emit)
        self.act("first: menetelmat", lambda: window.pages.go("menetelmat"))
        self.act("first: verkko", lambda: window.pages.go("verkko"))

    def _plan(self, stream: str) -> None:
        down, alt = Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier
        self.open("first: suunnittele", stream, "suunnittele")
        steps = self.bench.state.plan.steps()
        page: Any = self.whole.window.pages.page
        self.act("plan: choose", lambda: page.select(steps[30].id))
        next(row for row in page.findChildren(QWidget) if getattr(row, "selected", False)).setFocus()
        for _ in range(3):
            self.act("plan: walk", lambda: self.press(down))
            self.act("plan: move", lambda: self.press(down, alt))
        self.act("plan: add", lambda: page.add(new_step("Lisätty", "talk", 5)))
        self.act("plan: minutes", lambda: self.do(stream, agenda.change_step(steps[3].id, minutes=12)))
        self.act("plan: undo", self.bench.undo)
        self.act("theme: plan", lambda: self.program.settings.change(theme="ilta"))
        self.act("language: plan", lambda: self.program.settings.change(language="sv"))
        self.program.settings.change(language="fi")
        self._until_quiet()

    def _pages(self) -> None:
        for page in ("ohjaa", "kokoa", "tulosteet"):
            self.act(f"first: {page}", lambda page=page: self.bench.go(page))  # type: ignore[misc]
        for page in PAGES:
            self.act("again: a page", lambda page=page: self.bench.go(page))  # type: ignore[misc]

    def _wall(self, stream: str) -> None:
        self.open("wall: open", stream, "ohjaa")
        step = self.bench.state.current
        wall = self.bench.state.tool(step)
        theme = wall.themes[0].id
        loose = [idea.id for idea in wall.on_wall() if not idea.theme]
        self.act("wall: an idea comes", lambda: self.do(stream, ideas.add(step.id, "Kyläkahvila kerran viikossa")))
        many = [ideas.add(step.id, f"Uusi ajatus {n}") for n in range(40)]
        self.act("wall: 40 ideas come at once", lambda: self.do(stream, *many))
        for n in range(3):
            self.act("wall: to a theme", lambda n=n: self.do(stream, ideas.move(step.id, [loose[n]], theme)))  # type: ignore[misc]
        self.act("wall: 20 to a theme", lambda: self.do(stream, ideas.move(step.id, loose[10:30], theme)))
        self.whole.window.pages.page.work.console.wall.go_first()  # type: ignore[union-attr]
        for _ in range(5):
            self.act("wall: walk", lambda: self.press(Qt.Key.Key_Down))
        self.act("wall: Page Up", lambda: self.press(Qt.Key.Key_End))
        self.act("theme: wall", lambda: self.program.settings.change(theme="kontrasti"))
        self.act("wall: smaller window", lambda: self.whole.window.resize(1280, 650))
        self.whole.window.resize(WINDOW)
        self._until_quiet()

    def _screen(self, stream: str) -> None:
        self.open("screen: its desk", stream, "ohjaa")
        self.act("screen: open", self._open_screen)
        step = self.bench.state.current
        said = words("fi").ideas
        first, last = ON_SCREEN
        for number in range(first, last, 12):
            texts = [f"{said[n % len(said)]} {n}" for n in range(number, min(number + 12, last))]
            commands = [ideas.add(step.id, text) for text in texts]
            self.act("screen: 12 notes come", lambda commands=commands: self.do(stream, *commands))  # type: ignore[misc]
        self.act("theme: screen", lambda: self.program.settings.change(screen_theme="ilta"))

    def _open_screen(self) -> None:
        screen = self.bench.screen
        for window in QApplication.topLevelWidgets():
            if isinstance(window, ScreenWindow):
                self.watch.look_at(window)
        screen.open()


def make(folder: Path, workshops: int) -> None:
    """The data folder: a library, a plan of 60 steps, a wall of 2,000 ideas, and one of 24."""
    program = Program(folder)
    try:
        program.door.start()
        program.door.wait_ready()
        chance = random.Random(7)
        long = program.new_workshop("yksin-kaksin-kaikki", "fi")
        tools = [("talk", "esitys"), ("discussion", "kaikki"), ("ideas", "yksin"), ("vote", "aani"), ("pause", "tauko")]
        plans = [new_step(f"Vaihe {n}: {tool}", tool, chance.randint(2, 15), mode) for n, (tool, mode) in _turns(tools, STEPS)]
        program.door.ask(long, agenda.add_steps(plans)).result()
        (folder / LONG).write_text(long)
        for name, count in ((WALL, IDEAS), (FEW, ON_SCREEN[0])):
            (folder / name).write_text(_wall_of(program, count, themed=name == WALL))
        Maker(program).library(workshops)
    finally:
        program.close()


def _turns(tools: list[tuple[str, str]], count: int) -> Iterator[tuple[int, tuple[str, str]]]:
    for n in range(count):
        yield n + 1, tools[n % len(tools)]


def _wall_of(program: Program, count: int, *, themed: bool) -> str:
    """A workshop at its step of ideas, with so many of them; half of them in themes when `themed`."""
    stream = program.new_workshop("aivoriihi", "fi")
    for command in (running.open_room(), running.start()):
        program.door.ask(stream, command).result()
    while (step := program.door.replica(stream).state.current) is not None and step.tool != "ideas":
        program.door.ask(stream, running.next_step()).result()
    assert step is not None
    said = words("fi").ideas
    asked = [program.door.ask(stream, ideas.add(step.id, f"{said[n % len(said)]} {n}")) for n in range(count)]
    ids = [future.result().ids[0] for future in asked]
    if themed:
        for number in range(6):
            theme = program.door.ask(stream, ideas.add_theme(step.id, f"Teema {number + 1}")).result().ids[0]
            mine = ids[number * count // 12 : (number + 1) * count // 12]
            program.door.ask(stream, ideas.move(step.id, mine, theme)).result()
    return stream


def main(arguments: list[str]) -> None:
    if arguments[0] == "--make":
        make(Path(arguments[1]), int(arguments[2]))
        return
    whole = Round(Path(arguments[0]))
    try:
        whole.run()
    finally:
        whole.whole.close()


if __name__ == "__main__":
    main(sys.argv[1:])
