"""The real program as on an evening: its window at the live desk, its phones' server, a workshop in a step of ideas.

`python -m benchmarks._program FOLDER [screen | plan]` plays the facilitator up to the step of ideas and then lets the phones
come. With `screen` the big screen is open too; with `plan` the window shows the plan instead of the wall of ideas.
"""

import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks._talk import Message, tell
from benchmarks._watch import Watch
from fasilitaattori.app.program import OpenRoom, Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.bigscreen.window import ScreenWindow
from fasilitaattori.desktop.live.steering import Steering
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.log.jobs import Batch
from fasilitaattori.phones.gate.limits import Limits, Rate
from fasilitaattori.workshop import running

METHOD = "aivoriihi"
NO_LIMITS = Limits(answers=Rate(1e6, 1e6), requests=Rate(1e6, 1e6))  # looked at with every request, but never reached
WINDOW = QSize(1366, 768)
FULL_SIZE = QSize(1920, 1080)  # of the big screen
PRESS_MS = 1500  # between two presses of "next"


class Evening(QObject):
    """The program with a workshop in its step of ideas."""

    def __init__(self, folder: Path, asked: list[str]) -> None:
        super().__init__()
        self.program = Program(folder)
        self.whole = Windowed(self.program)
        self.watch = Watch(self)
        self._page = "suunnittele" if "plan" in asked else "ohjaa"
        self._with_screen = "screen" in asked
        self._seen = 0
        self._step = ""
        self._stream = ""

    def begin(self) -> None:
        """Window, log, workshop, server; the rest when the workshop is open on the desk."""
        window = self.whole.window
        window.resize(WINDOW)
        window.show()
        door = self.program.door
        door.start()
        door.wait_ready()
        self._stream = self.program.new_workshop(METHOD, "fi")
        for command in (running.open_room(), running.start()):
            door.ask(self._stream, command).result()
        while (step := door.replica(self._stream).state.current) is not None and step.tool != "ideas":
            door.ask(self._stream, running.next_step()).result()
        assert step is not None
        self._step = step.id
        room = self.program.open_room(self._stream, host="127.0.0.1", port=0, limits=NO_LIMITS)
        bench = window.workbench
        bench.room = room
        bench.open(self._stream, self._page, lambda: self._opened(room))

    def _opened(self, room: OpenRoom) -> None:
        bench = self.whole.window.workbench
        bench.room_changed.emit()
        if self._with_screen:
            self._painting = Painting(self.whole.window.workbench, self.watch)
        self._presses = Presses(bench, self.watch)
        bench.open_session.changed.connect(self._desk_changed)  # the last to connect: every widget has been told before
        self.program.door.follow(self._stream, self._batch).result()
        tell(port=room.port, step=self._step, stream=self._stream)

    def _batch(self, batch: Batch) -> None:
        """On the writer's thread."""
        texts = [event.body.text for event in batch.events if event.kind == "ideas.added"]  # type: ignore[attr-defined]
        if texts:
            self.watch.heard.emit(texts)

    @Slot(object)
    def _desk_changed(self, touched: Any) -> None:
        state = self.whole.window.workbench.state
        step = state.current
        if step is None or f"step:{self._step}" not in touched:
            return
        ideas = state.tool(step).ideas
        self.watch.desk_heard([idea.text for idea in islice(ideas.values(), self._seen, None)])
        self._seen = len(ideas)


class Painting(QObject):
    """The big screen, and when it has painted what came."""

    def __init__(self, bench: Workbench, watch: Watch) -> None:
        super().__init__()
        self._bench = bench
        self._watch = watch
        self._seen = 0
        self._in_picture: list[str] = []
        bench.screen.open()
        bench.screen.changed.connect(self._changed)
        for window in QApplication.topLevelWidgets():
            if isinstance(window, ScreenWindow):
                window.resize(FULL_SIZE)  # with one display it opens as a small window
                window.installEventFilter(self)

    @Slot()
    def _changed(self) -> None:
        """A new picture has been made of the workshop as it is; the window paints it with its next update."""
        session = self._bench.session
        step = session.state.current if session is not None else None
        if session is not None and step is not None and step.tool == "ideas":
            ideas = session.state.tool(step).ideas
            self._in_picture += [idea.text for idea in islice(ideas.values(), self._seen, None)]
            self._seen = len(ideas)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._in_picture:
            texts, self._in_picture = self._in_picture, []
            QTimer.singleShot(0, self, lambda: self._watch.painted(texts))  # once it has been painted
        return False


class Presses(QObject):
    """Somebody at the desk goes on and back, on and back."""

    def __init__(self, bench: Workbench, watch: Watch) -> None:
        super().__init__()
        self._steering = Steering(bench, self)
        self._left = 0
        self._pressed: list[int] = []
        self._timer = QTimer(self, interval=PRESS_MS)
        self._timer.timeout.connect(self._press)
        watch.also["press"] = self._begin

    def _begin(self, order: Message) -> None:
        self._left = order["times"]
        self._timer.start()

    @Slot()
    def _press(self) -> None:
        if not self._left:
            self._timer.stop()
            tell(pressed=self._pressed)
            return
        self._left -= 1
        self._pressed.append(time.monotonic_ns())
        if self._left % 2:
            self._steering.next_step()
        else:
            self._steering.previous_step()


def main() -> None:
    evening = Evening(Path(sys.argv[1]), sys.argv[2:])
    evening.whole.app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    try:
        evening.begin()
        QApplication.exec()
    finally:
        evening.whole.close()


if __name__ == "__main__":
    main()
