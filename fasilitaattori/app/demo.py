"""The demo: the real program plays a whole evening with simulated people and keeps its papers and pictures.

The evening is played on a thread of its own; pictures are taken on the Qt thread once the desk has caught up with the log.
"""

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

import msgspec
from PySide6.QtCore import QEventLoop, QObject, QSize, Qt, QTimer, Signal, Slot

from fasilitaattori.app.exporting import export_everything
from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import contributions
from fasilitaattori.rehearsal.afterwards import ANSWERS
from fasilitaattori.rehearsal.crowd import Crowd
from fasilitaattori.rehearsal.evening import Stage, play
from fasilitaattori.rehearsal.phone import Tally
from fasilitaattori.rehearsal.words import words
from fasilitaattori.workshop import info
from fasilitaattori.workshop.clock import DemoClock

METHOD = "kylailta"
BEGINS = datetime(2026, 3, 12, 17, 45)  # noqa: DTZ001  (local time of wherever it is played)
DESK = QSize(1366, 768)
SCREENS = (QSize(1920, 1080), QSize(1024, 768))
PHONE = (360, 740)
LOOKING_MS = 15
QUIET_MS = 450  # pages that are drawn in the background begin after a moment without changes
PAPERS = "tulosteet"
NETWORK = {"wifi_ssid": "Kuikkapera", "wifi_password": "talkoot2026"}

logger = logging.getLogger(__name__)


class Outcome(msgspec.Struct, frozen=True):
    """What demo.json says. `acknowledged` contributions the phones were told are saved, `stored` those found on disk."""

    phones: int
    sent: int
    acknowledged: int
    stored: int
    duplicates: int
    seconds: float

    @property
    def good(self) -> bool:
        return self.acknowledged == self.stored and self.duplicates == 0 and self.sent > 0


def play_demo(out: Path, phones: int, language: str) -> int:
    """Play, write everything into `out`, and give the exit code: 0 when nothing was lost or doubled."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("screen-*.png"), *out.glob("desk-*.png"), *out.glob("phone-*.png")):
        old.unlink()
    shutil.rmtree(out / PAPERS, ignore_errors=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fasilitaattori-demo-") as folder:
        data = Path(folder)
        demo = Demo(data, out, phones, language)
        try:
            demo.run()
        finally:
            demo.close()
        found = contributions(data / FILE, demo.stream)
    tally = demo.tally
    outcome = Outcome(
        phones=phones,
        sent=tally.sent,
        acknowledged=len(tally.acknowledged),
        stored=len(set(found)),
        duplicates=len(found) - len(set(found)) + tally.duplicates,
        seconds=round(time.monotonic() - began, 1),
    )
    (out / "demo.json").write_bytes(msgspec.json.format(msgspec.json.encode(outcome)) + b"\n")
    print((out / "demo.json").read_text(encoding="utf-8"), end="")
    return 0 if outcome.good and demo.failure is None else 1


class Demo(QObject):
    """One playing. `run` returns when the evening is over."""

    _picture_wanted = Signal(str, str)
    _page_wanted = Signal(str)
    _over = Signal()

    def __init__(self, data: Path, out: Path, phones: int, language: str) -> None:
        self.clock = DemoClock(BEGINS.astimezone())
        self.program = Program(data, self.clock)
        self.program.settings.change(language=language, **NETWORK)
        self.whole = Windowed(self.program)
        super().__init__()
        self.failure: BaseException | None = None
        self.stream = ""
        self._data, self._out, self._phones, self._language = data, out, phones, language
        self._counters: dict[str, int] = {}
        self._quiet_ms = QUIET_MS
        self._crowd: Crowd | None = None
        blocking = Qt.ConnectionType.BlockingQueuedConnection
        self._picture_wanted.connect(self._take_picture, blocking)
        self._page_wanted.connect(self._turn_to, blocking)

    @property
    def tally(self) -> Tally:
        """What the phones sent and were told."""
        return self._crowd.tally if self._crowd else Tally()

    def run(self) -> None:
        """Open the window and the room, play on a thread, wait for the end. Raises what the play or the windows raised."""
        sys.excepthook = self._window_failed
        window = self.whole.window
        window.resize(DESK)
        window.show()
        self.program.door.start()
        self.program.door.wait_ready()
        self.stream = self.program.new_workshop(METHOD, self._language)
        heading = {"date": BEGINS.date().isoformat(), "series": words(self._language).series}
        self.program.door.ask(self.stream, info.set_info(**heading)).result()
        room = self.program.open_room(self.stream, host="127.0.0.1", port=0)
        self._crowd = Crowd(f"http://127.0.0.1:{room.port}", self._phones, self._language)
        bench = window.workbench
        bench.room = room
        bench.open(self.stream, "tyopajat", bench.room_changed.emit)
        self._wait_until(lambda: bench.session is not None)
        loop = QEventLoop()
        self._over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        thread = threading.Thread(target=self._play, name="demo")
        thread.start()
        loop.exec()
        thread.join()
        if self.failure is not None:
            raise self.failure

    def close(self) -> None:
        """Send everybody home and close the program. May be called again."""
        if self._crowd is not None:
            self._crowd.close()
        self.whole.close()

    def _window_failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A bug in a window is a failure of the demo, though the evening goes on."""
        self.failure = self.failure or error
        sys.__excepthook__(kind, error, trace)

    # --- the playing thread ---

    def _play(self) -> None:
        try:
            assert self._crowd is not None
            stage = Stage(
                self.program.door,
                self.stream,
                self.clock,
                self._crowd,
                words(self._language),
                self._shot,
                self._page_wanted.emit,
                lambda line: print(f"{self.clock.now():%H.%M}  {line}", flush=True),
            )
            play(stage)
            files = export_everything(self._data, self.stream, self._out / PAPERS)
            print(f"{self.clock.now():%H.%M}  {self._out / PAPERS} ({len(files)})", flush=True)
        except BaseException as error:  # noqa: BLE001  (the edge of the thread: handed to the main one, which raises it)
            self.failure = error
        finally:
            self._over.emit()

    def _shot(self, kind: str, name: str) -> None:
        if kind == "phone":
            self._photograph_phone(name)
        else:
            self._picture_wanted.emit(kind, name)

    def _file(self, kind: str, name: str) -> Path:
        self._counters[kind] = self._counters.get(kind, 0) + 1
        return self._out / f"{kind}-{self._counters[kind]:02d}-{name}.png"

    def _photograph_phone(self, name: str) -> None:
        browser = _chromium()
        if browser is None or self._crowd is None or self.program.room is None:
            return
        path = self._crowd.phones[0].address if self._crowd.phones else f"/?language={self._language}"
        _photograph(browser, f"http://127.0.0.1:{self.program.room.port}{path}", self._file("phone", name))

    # --- the Qt thread ---

    @Slot(str)
    def _turn_to(self, page: str) -> None:
        if page == ANSWERS:
            self.whole.window.workbench.view_wanted, page = "answers", "kokoa"
        self.whole.window.workbench.go(page)
        self._quiet_ms = 0 if page == "ohjaa" else QUIET_MS
        self._catch_up()

    @Slot(str, str)
    def _take_picture(self, kind: str, name: str) -> None:
        self._catch_up()
        bench = self.whole.window.workbench
        if kind == "desk":
            self.whole.window.grab().save(str(self._file(kind, name)))
            return
        file = self._file(kind, name)
        for size in SCREENS:
            target = file if size == SCREENS[0] else file.with_stem(f"{file.stem}-{size.width()}")
            bench.screen.image(size).save(str(target))

    def _catch_up(self) -> None:
        """Until the desk has folded everything that is saved and nothing is being made in the background."""
        session = self.whole.window.workbench.session
        if session is None:
            return
        self.whole.window.workbench.ticked.emit()  # the clock may have been moved on since the last second
        newest = self.program.door.replica(self.stream).events[-1].id
        self._wait_until(lambda: newest in session.replica.by_id and session.told)
        _let_work(self._quiet_ms)
        self._wait_until(lambda: not self.whole.background.is_busy())

    def _wait_until(self, there: Callable[[], bool]) -> None:
        """Let Qt work until a condition holds; then once more, so that what it changed is laid out and painted."""
        loop = QEventLoop()
        timer = QTimer(interval=LOOKING_MS)

        def look() -> None:
            if there():
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        if not there():
            loop.exec()
        _let_work(LOOKING_MS * 4)


def _let_work(ms: int) -> None:
    """Let Qt work for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "chromium-headless-shell")
    return next(filter(None, map(shutil.which, names)), None)


def _photograph(browser: str, url: str, file: Path) -> None:
    """A picture of a page as a phone shows it. Without one the demo goes on."""
    with tempfile.TemporaryDirectory(prefix="fasilitaattori-browser-") as profile:
        command = [
            browser,
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--hide-scrollbars", "--force-device-scale-factor=2", f"--window-size={PHONE[0]},{PHONE[1]}"),
            *(f"--user-data-dir={profile}", f"--screenshot={file}", url),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=60, check=True)
        except (subprocess.SubprocessError, OSError) as error:
            logger.warning("no picture of the phone: %s", error)
