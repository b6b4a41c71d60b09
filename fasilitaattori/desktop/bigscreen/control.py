"""The big screen as the desk steers it: it follows the open workshop, the displays and the settings by itself."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap

from fasilitaattori.desktop.bigscreen.advice import Advice
from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.bigscreen.sight import Sight
from fasilitaattori.desktop.bigscreen.window import FADE_MS, ScreenWindow, painted
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.hyphens import prepare
from fasilitaattori.kit.bridge import LONGEST_REST_MS, REST
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken

OFTEN_MS = 100
"""What participants send changes the picture at most this often, and less often when it takes long."""


class BigScreen(QObject):
    """One for the whole program (see `screencontrol.ScreenControl`).

    `shown_on(display)` when it has come up there, `lost` when its display was unplugged: it waits and comes back by itself.
    """

    changed = Signal()
    shown_on = Signal(str)
    lost = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or workbench)
        load_fonts()
        self._workbench = workbench
        self._window = ScreenWindow(self._paint)
        self._placement = Placement(self._window, self)
        self._sight = Sight(workbench, self._placement)
        self._advice = Advice(workbench, self._placement)
        self._seconds = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._resting = QTimer(self, singleShot=True)
        self._arriving = QTimer(self, singleShot=True, interval=0)
        self._late = False
        self._asked = True  # has anybody taken the picture since it was told to have changed?
        self._connect()
        self._follow()

    def _connect(self) -> None:
        bench = self._workbench
        bench.opened.connect(self._follow)
        bench.closed.connect(self._leave)
        bench.room_changed.connect(self.look_again)
        self._seconds.timeout.connect(self._tick)
        self._resting.timeout.connect(self._show_late)
        self._arriving.timeout.connect(self._arrived)
        self._window.clicked.connect(self.hide_test)
        self._window.double_clicked.connect(self._placement.give_way)
        self._window.dismissed.connect(self.close)
        self._window.reshaped.connect(self._reshaped)
        self._placement.shown_on.connect(self.shown_on)
        self._placement.lost.connect(self.lost)
        self._placement.moved.connect(self._moved)
        stop = bench.services.settings.watch(self._setting_changed)
        self.destroyed.connect(stop)
        self.destroyed.connect(self._window.deleteLater)

    # --- what the desk asks ---

    @property
    def state(self) -> str:
        """absent, off, on or lost."""
        return self._placement.state

    @property
    def words(self) -> str:
        """For the status bar, in the desk's language."""
        tr = self._workbench.tr
        if self._advice.heading:
            return self._advice.heading
        match self.state:
            case "on":
                return tr("Valkokangas päällä · {view}", view=tr(self._sight.name))
            case "lost":
                return tr("Valkokangas irti")
            case "off":
                return tr("Valkokangas ei ole päällä")
        return tr("Ei toista näyttöä")

    @property
    def advice(self) -> str:
        """What to do when the displays are mirrored, in the desk's language; "" when they are not."""
        return self._advice.words

    @property
    def display(self) -> str:
        """What the display measures on which it is or would be, "" when there is none."""
        return self._placement.display

    @property
    def slide(self) -> Slide:
        """What the room sees."""
        return self._sight.slide

    @property
    def shape(self) -> QSize:
        """The size of the picture in logical pixels, or what it would be."""
        return self._placement.shape

    @property
    def behind(self) -> bool:
        """Has something come from participants that is not on the picture yet?"""
        return self._late

    def told(self) -> tuple[str, Callable[[], Spoken]]:
        """(language of the room, what puts into words what it sees). Any thread may ask that of it: it is many words when the
        wall is full."""
        tr, slide = self._sight.tr, self.slide
        return tr.language, lambda: slide.spoken(tr)

    @property
    def page(self) -> tuple[int, int]:
        """(which page from 0, how many) of what the room sees."""
        return self._sight.page

    @Slot()
    def open(self) -> None:
        """Full screen on the second display; an ordinary window when there is but one."""
        self._placement.open()

    @Slot()
    def close(self) -> None:
        """Take it away. May be called again."""
        self._placement.close()

    @Slot()
    def show_test(self) -> None:
        """The test picture, until something else is shown or somebody clicks on it."""
        self._sight.begin_test()
        if self.state in ("off", "absent"):
            self.open()
        self.look_again()

    @Slot()
    def hide_test(self) -> None:
        """Back to what the room should see. Does nothing when the test picture is not up."""
        if self._sight.end_test():
            self.look_again()

    @Slot()
    def turn_page(self, by: int = 1) -> None:
        """The next page (or the one before) of something that takes several; then they go on turning by themselves."""
        if self._sight.turn(by):
            self._show(fade=True)

    def picture(self, width: int) -> QPixmap:
        """What the room sees, `width` logical pixels wide. Who shows it takes it again whenever `changed` tells."""
        self._asked = True
        ratio = self._workbench_ratio()
        shape = self._placement.shape
        pixels = (QSizeF(width, width * shape.height() / shape.width()) * ratio).toSize()
        shown = self._window.picture
        if shown is not None:  # scaling it is much quicker than painting it again
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            small = shown.scaled(pixels, keep, smooth)
            small.setDevicePixelRatio(ratio)
            return small
        return painted(pixels, ratio, self._paint)

    def image(self, size: QSize) -> QImage:
        """What the room would see on a screen of so many pixels."""
        self._show_late()  # what came a moment ago is shown now, not after the rest
        self._asked = True
        shown = self._window.picture
        if shown is not None and shown.size() == size and shown.devicePixelRatio() == 1.0:
            return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._paint(painter, QSizeF(size))
        painter.end()
        return image

    # --- what is shown ---

    @Slot()
    def look_again(self) -> None:
        """Choose the slide of this moment; paint only if it is another one than before. While nobody looks (the window is
        closed and the last picture was not taken) that waits until somebody does."""
        self._sight.mark_stale()
        if not self._asked and not self._window.isVisible():
            return
        fade = self._sight.look()
        if fade is not None:
            self._show(fade)

    def _show(self, fade: bool) -> None:
        lasts = self._workbench.look.duration(FADE_MS) if fade else 0
        growing = self._sight.growing(QSizeF(self._window.size())) if lasts and self._window.isVisible() else []
        self._window.renew(lasts, growing, self._sight.ground)
        self._window.setWindowTitle(self._workbench.tr("Valkokangas"))
        self._asked = False
        self.changed.emit()

    def _paint(self, painter: QPainter, size: QSizeF) -> None:
        self._sight.paint(painter, size)

    def _workbench_ratio(self) -> float:
        app = QGuiApplication.instance()
        return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

    # --- following the workshop ---

    @Slot()
    def _follow(self) -> None:
        session = self._workbench.session
        self._sight.forget()
        self._advice.tell()
        self._read_hyphens(self._sight.tr.language)
        if session is not None:
            session.changed.connect(self._workshop_changed)
            self._tick()
        else:
            self.look_again()

    def _read_hyphens(self, language: str) -> None:
        """Where words of the room's language and of the desk's may be divided: a third of a second no picture waits for."""
        languages = {language, self._workbench.tr.language}

        def read() -> None:
            for each in languages:
                prepare(each)

        def ready(_: object) -> None:
            """It is there for the next long word."""

        bench = self._workbench
        bench.services.background.run(read, ready, bench.tell, owner=self)

    @Slot()
    def _leave(self) -> None:
        self._seconds.stop()
        self._sight.end_test()
        self.look_again()

    @Slot(object)
    def _workshop_changed(self, touched: set[str]) -> None:
        if not touched.isdisjoint({"run", "screen"}):
            self._look_and_rest()
            return
        self._late = True
        if not self._resting.isActive():
            self._resting.start(0)  # the desk's own widgets come first, and whatever else waits

    @Slot()
    def _show_late(self) -> None:
        if self._late:
            self._look_and_rest()

    def _look_and_rest(self) -> None:
        self._late = False
        began = time.perf_counter()
        self.look_again()
        took = (time.perf_counter() - began) * 1000
        self._resting.start(int(min(LONGEST_REST_MS, max(OFTEN_MS, took * REST))))

    @Slot()
    def _tick(self) -> None:
        """Just after a second of the timer (or of the clock) has passed."""
        session = self._workbench.session
        if session is None:
            return
        state, now = session.state, session.clock.ms()
        running = state.current is not None and state.run.paused_since is None
        left = state.run.timer(state.current, now).left_ms if running and state.current is not None else -now
        self._seconds.start(left % 1000 + 5)
        self._placement.keep_off_the_desk()
        self.look_again()

    @Slot()
    def _moved(self) -> None:
        """The window has come, gone, or moved: its picture is chosen now, and painted in a turn of its own."""
        self._advice.tell()
        if self._window.isVisible():
            self._sight.catch_up()
            self._window.wait(self._sight.ground)
        self._arriving.start()

    @Slot()
    def _arrived(self) -> None:
        self._window.renew()
        self.changed.emit()

    @Slot()
    def _reshaped(self) -> None:
        self._sight.reshaped()
        self.changed.emit()

    def _setting_changed(self, name: str) -> None:
        if name == "screen_theme":
            self._show(fade=True)
        elif name.startswith("wifi_") or name == "address":
            self.look_again()
