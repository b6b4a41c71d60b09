"""An evening on the real program that stops wherever there is a window worth looking at: for pictures, and for tests that walk
every window. Everything runs on the Qt thread; the phones are simulated and speak over real HTTP.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.papers.latest import Latest
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.afterpainting import AfterPainting
from fasilitaattori.kit.inslices import InSlices
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.rehearsal.afterwards import ANSWERS
from fasilitaattori.rehearsal.crowd import Crowd
from fasilitaattori.rehearsal.evening import Stage, play
from fasilitaattori.rehearsal.words import words
from fasilitaattori.workshop import info
from fasilitaattori.workshop.clock import DemoClock
from shots import others

METHOD = "kylailta"
BEGINS = datetime(2026, 3, 12, 17, 45)  # noqa: DTZ001  (local time of wherever it is played)
NETWORK = {"wifi_ssid": "Kuikkapera", "wifi_password": "talkoot2026"}
PHONES = 9
SIZE = QSize(1366, 768)
LOOKING_MS, SETTLE_MS = 15, 60
MOST_TURNS = 20  # something may move all the time
Open = Callable[[], object]


@dataclass(frozen=True)
class Stop:
    """A moment at the desk. `open` puts a dialog, a menu or the list of keys over the page, None = the page alone; `close`
    takes away what is neither dialog nor menu."""

    name: str
    open: Open | None = None
    close: Open | None = None


class Visitor(Protocol):
    """Who looks at what the evening stops at."""

    def desk(self, stop: Stop, evening: "Evening") -> None: ...

    def slide(self, name: str, slide: Slide) -> None: ...


class Evening:
    """The program with its window. `close` is idempotent."""

    def __init__(
        self, data: Path, language: str, visitor: Visitor, phones: int = PHONES, size: QSize = SIZE, **settings: object
    ) -> None:
        self.clock = DemoClock(BEGINS.astimezone())
        self.program = Program(data, self.clock)
        self.program.settings.change(language=language, **NETWORK, **settings)
        self.whole = Windowed(self.program)
        self.language, self.stream = language, ""
        self._visitor, self._phones, self._size = visitor, phones, size
        self._crowd: Crowd | None = None

    @property
    def window(self) -> MainWindow:
        return self.whole.window

    def close(self) -> None:
        """Send everybody home and close the program."""
        if self._crowd is not None:
            self._crowd.close()
        self.whole.close()
        if isValid(self.window):
            self.window.deleteLater()  # whole, before Python takes it apart piece by piece

    # --- playing ---

    def run(self) -> None:
        """From an empty library to the approved minutes."""
        window, door = self.window, self.program.door
        window.resize(self._size)
        window.show()
        window.activateWindow()
        door.start()
        door.wait_ready()
        self._look("tyopajat-tyhja")
        self._without_plan()
        others.fill(self.program, self.language)
        self.stream = self.program.new_workshop(METHOD, self.language)
        heading = {"date": BEGINS.date().isoformat(), "series": words(self.language).series}
        door.ask(self.stream, info.set_info(**heading)).result()
        self._open(self.stream, "tyopajat")
        self.window.workbench.library_changed.emit()
        self._turn_to("ohjaa")
        self._look("ohjaa-huone-kiinni")
        room = self.program.open_room(self.stream, host="127.0.0.1", port=0)
        window.workbench.room = room
        window.workbench.room_changed.emit()
        self._crowd = Crowd(f"http://127.0.0.1:{room.server.port}", self._phones, self.language)
        stage = Stage(door, self.stream, self.clock, self._crowd, words(self.language), self._shot, self._turn_to)
        play(stage)

    def _without_plan(self) -> None:
        """The pages of a workshop in which there is nothing yet."""
        self.stream = str(uuid.uuid4())
        self.program.door.ask(
            self.stream, info.set_info(title=others.TITLES[self.language][0], language=self.language)
        ).result()
        self._open(self.stream, "suunnittele")
        for page in ("suunnittele", "ohjaa", "kokoa", "tulosteet", "paperilta"):
            self._turn_to(page)
            self._look(f"{page}-tyhja")
        self.window.workbench.close_workshop()
        self.program.door.forget(self.stream).result()

    def _open(self, stream: str, page: str) -> None:
        bench = self.window.workbench
        bench.open(stream, page)
        self.wait_until(lambda: bench.session is not None and bench.session.stream == stream)

    def _shot(self, kind: str, name: str) -> None:
        """What the play calls where it stops."""
        self.catch_up()
        if kind == "screen":
            screen = self.window.workbench.screen
            assert isinstance(screen, BigScreen)
            screen.look_again()
            self._visitor.slide(name, screen.slide)
        elif kind == "desk":
            self._look(name)

    def _look(self, name: str) -> None:
        from shots.dialogs import dialogs_at
        from shots.menus import menus_at

        self.catch_up()
        for toast in self.window.toasts.shown():
            toast.close_now()  # of the leaps of the clock
        self._visitor.desk(Stop(name), self)
        for stop in chain(dialogs_at(name, self), menus_at(name, self)):
            self._visitor.desk(stop, self)

    def _turn_to(self, page: str) -> None:
        if page == ANSWERS:
            self.window.workbench.view_wanted, page = "answers", "kokoa"
        self.window.workbench.go(page)
        self.catch_up()

    # --- what a visitor asks for ---

    @property
    def tool(self) -> Any:
        """The state of the running step's tool."""
        state = self.window.workbench.state
        assert state.current is not None
        return state.tool(state.current)

    def opened(self, stop: Stop) -> QWidget:
        """Open what a stop puts over the page; gives the menu or the dialog, else the window."""
        if stop.open is None:
            return self.window
        stop.open()
        self._settle()
        if stop.close is not None:
            return self.window
        self.wait_until(lambda: _topmost() is not None)
        shown = _topmost()
        assert shown is not None
        return shown

    def _settle(self) -> None:
        """Until everything stands where it stays: laying out may take several turns of Qt's loop."""
        stood: list[tuple[int, int, int, int]] = []
        for _ in range(MOST_TURNS):
            let_work(SETTLE_MS)
            places = [widget.geometry() for widget in QApplication.allWidgets() if widget.isVisible()]
            stands = sorted((place.x(), place.y(), place.width(), place.height()) for place in places)
            if stands == stood:
                return
            stood = stands

    def closed(self, stop: Stop) -> None:
        """Take away what `opened` brought."""
        if stop.close is not None:
            stop.close()
        while (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
            let_work(LOOKING_MS)
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
            let_work(LOOKING_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to what has the focus in the window."""
        window = self.window
        window.activateWindow()
        self.wait_until(window.isActiveWindow)
        focused: QWidget | None = window.focusWidget()
        QTest.keyClick(focused or window, key, modifiers)

    def catch_up(self) -> None:
        """Until the desk has folded everything that is saved, and nothing is on its way to the window."""
        session = self.window.workbench.session
        if session is not None and session.stream == self.stream:
            self.window.workbench.ticked.emit()  # the clock may have been moved on since the last second
            newest = self.program.door.replica(self.stream).events[-1].id
            self.wait_until(lambda: newest in session.replica.by_id and session.told)
        self.wait_until(lambda: not self._is_at_work())
        self._settle()

    def _is_at_work(self) -> bool:
        """Is anything being made for the window, or about to be?"""
        window = self.window
        in_turns = (each.busy for each in window.findChildren(InSlices))
        when_painted = (each.busy for each in window.findChildren(AfterPainting))
        after_quiet = (each.is_busy for each in window.findChildren(Latest))
        return self.whole.background.is_busy() or any(chain(in_turns, when_painted, after_quiet))

    def wait_until(self, there: Callable[[], bool]) -> None:
        """Let Qt work until a condition holds, then once more, so that what it changed is laid out and painted."""
        while not there():
            let_work(LOOKING_MS)
        let_work(SETTLE_MS)


def _topmost() -> QWidget | None:
    """The menu that has popped up, else the dialog that is open."""
    popup: QWidget | None = QApplication.activePopupWidget()
    return popup or QApplication.activeModalWidget()


def let_work(ms: int) -> None:
    """Let Qt work for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
