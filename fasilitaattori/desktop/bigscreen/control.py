"""The big screen as the desk steers it: it follows the open workshop, the displays and the settings by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.choose import slide_of
from fasilitaattori.desktop.bigscreen.closing import DarkSlide
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.desktop.bigscreen.fresh import NEW_MS, Freshness
from fasilitaattori.desktop.bigscreen.pager import Pager
from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.bigscreen.testcard import PatternSlide
from fasilitaattori.desktop.bigscreen.window import FADE_MS, ScreenWindow
from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.slides.sheet import Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken
from fasilitaattori.kit.slides.stage import Kept
from fasilitaattori.kit.theme import Theme, load_theme

OFTEN_MS = 100
"""What participants send changes the picture at most this often."""


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
        self._slide: Slide = DarkSlide()
        self._language = ""
        self._fresh, self._kept, self._pager = Freshness(), Kept(), Pager()
        self._test_of: object = None
        self._window = ScreenWindow(self._paint)
        self._placement = Placement(self._window, self)
        self._seconds = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._resting = QTimer(self, singleShot=True, interval=OFTEN_MS)
        self._late = False
        self._asked = True  # has anybody taken the picture since it was told to have changed?
        self._stale = False
        self._looked_ms = 0
        self._connect()
        self._follow()

    def _connect(self) -> None:
        bench = self._workbench
        bench.opened.connect(self._follow)
        bench.closed.connect(self._leave)
        bench.room_changed.connect(self.look_again)
        self._seconds.timeout.connect(self._tick)
        self._resting.timeout.connect(self._rested)
        self._window.clicked.connect(self.hide_test)
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
        match self.state:
            case "on":
                return tr("Valkokangas päällä · {view}", view=tr(self._slide.NAME))
            case "lost":
                return tr("Valkokangas irti")
            case "off":
                return tr("Valkokangas ei ole päällä")
        return tr("Ei toista näyttöä")

    @property
    def display(self) -> str:
        """What the display measures on which it is or would be, "" when there is none."""
        return self._placement.display

    @property
    def slide(self) -> Slide:
        """What the room sees."""
        self._catch_up()
        return self._slide

    @property
    def shape(self) -> QSize:
        """The size of the picture in logical pixels, or what it would be."""
        return self._placement.shape

    def told(self) -> tuple[str, Spoken]:
        """(language of the room, what it sees in words)."""
        tr = self._translator()
        return tr.language, self.slide.spoken(tr)

    @property
    def page(self) -> tuple[int, int]:
        """(which page from 0, how many) of what the room sees."""
        self._catch_up()
        return self._pager.page, self._pager.pages

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
        self._test_of = self._subject()
        if self.state in ("off", "absent"):
            self.open()
        self.look_again()

    @Slot()
    def hide_test(self) -> None:
        """Back to what the room should see. Does nothing when the test picture is not up."""
        if self._test_of is not None:
            self._test_of = None
            self.look_again()

    @Slot()
    def turn_page(self, by: int = 1) -> None:
        """The next page (or the one before) of something that takes several; then they go on turning by themselves."""
        self._catch_up()
        if self._pager.turn(by, self._now()):
            self._show(fade=True)

    def picture(self, width: int) -> QPixmap:
        """What the room sees, `width` logical pixels wide. Who shows it takes it again whenever `changed` tells."""
        self._asked = True
        ratio = self._workbench_ratio()
        shape = self._placement.shape
        size = QSizeF(width, width * shape.height() / shape.width())
        pixels = (size * ratio).toSize()
        shown = self._window.picture
        if shown is not None:  # scaling it is much quicker than painting it again
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            small = shown.scaled(pixels, keep, smooth)
            small.setDevicePixelRatio(ratio)
            return small
        pixmap = QPixmap(pixels)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        self._paint(painter, size)
        painter.end()
        return pixmap

    def image(self, size: QSize) -> QImage:
        """What the room would see on a screen of so many pixels."""
        self._rested()  # what came a moment ago is shown now, not after the rest
        self._asked = True
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
        self._stale = True
        if not self._asked and not self._window.isVisible():
            return
        fade = self._look()
        if fade is not None:
            self._show(fade)

    def _catch_up(self) -> None:
        """The slide of this moment for who asks now."""
        if self._stale:
            self._look()

    def _look(self) -> bool | None:
        """Chooses the slide; tells whether to fade to it, None when it is the one there was."""
        self._stale, now = False, self._now()
        if now - self._looked_ms > NEW_MS:
            self._fresh.forget()  # what came while nobody looked is not new
            self._kept.forget()
        self._looked_ms = now
        slide, language = self._chosen(), self._translator().language
        turned = self._pager.look((self._subject(), type(slide)), slide.pages(self._sheet()), now)
        if slide == self._slide and language == self._language and not turned:
            return None
        fade = turned or slide.key != self._slide.key
        self._slide, self._language = slide, language
        return fade

    def _chosen(self) -> Slide:
        if self._test_of is not None:
            if self._test_of == self._subject():
                size = self._placement.shape * (self._window.devicePixelRatioF() if self._window.isVisible() else 1.0)
                return PatternSlide(f"{size.width()} × {size.height()}")
            self._test_of = None
        session = self._workbench.session
        if session is None:
            return DarkSlide()
        scene = Scene(session.state, session.clock.ms(), session.clock.now(), self._codes())
        return slide_of(scene, SCREENS, self._fresh, self._kept)

    def _subject(self) -> object:
        """What the picture is about: while it is the same, pages stay where they are."""
        session = self._workbench.session
        if session is None:
            return ("",)
        state = session.state
        tool = state.tool(state.current) if state.current is not None else None
        shown = getattr(tool, "raised", "") or getattr(tool, "prompt_index", "") or getattr(tool, "up", "")
        return (session.stream, state.run.current, state.run.phase, state.screen.view, state.screen.text, shown)

    def _show(self, fade: bool) -> None:
        self._window.renew(self._workbench.look.duration(FADE_MS) if fade else 0)
        self._window.setWindowTitle(self._workbench.tr("Valkokangas"))
        self._asked = False
        self.changed.emit()

    def _paint(self, painter: QPainter, size: QSizeF) -> None:
        self._catch_up()
        self._slide.paint(painter, size, self._theme(), self._translator(), self._pager.page)

    def _theme(self) -> Theme:
        return load_theme(self._workbench.services.settings.screen_theme)

    def _translator(self) -> Translator:
        """The workshop's language: the room's, not the facilitator's."""
        session = self._workbench.session
        language = session.state.info.language if session is not None else self._workbench.tr.language
        return translator(language if language in LANGUAGES else "fi")

    def _codes(self) -> Codes | None:
        room, settings = self._workbench.room, self._workbench.services.settings
        if room is None or not room.url:
            return None
        wifi = self._workbench.services.wifi_text()
        password = settings.wifi_password if settings.wifi_security != "open" else ""
        address = room.url.split("://", 1)[-1].rstrip("/")
        named = room.named.split("://", 1)[-1].rstrip("/")
        return Codes(wifi, settings.wifi_ssid if wifi else "", password if wifi else "", room.url, address, named)

    def _sheet(self) -> Sheet:
        return Sheet.of(QSizeF(self._placement.shape), self._translator())

    def _workbench_ratio(self) -> float:
        app = QGuiApplication.instance()
        return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

    # --- following the workshop ---

    @Slot()
    def _follow(self) -> None:
        session = self._workbench.session
        self._fresh.forget()
        self._kept.forget()
        if session is not None:
            session.changed.connect(self._workshop_changed)
            self._tick()
        else:
            self.look_again()

    @Slot()
    def _leave(self) -> None:
        self._seconds.stop()
        self._test_of = None
        self.look_again()

    @Slot(object)
    def _workshop_changed(self, touched: set[str]) -> None:
        if self._resting.isActive() and touched.isdisjoint({"run", "screen"}):
            self._late = True
            return
        self._resting.start()
        self.look_again()

    @Slot()
    def _rested(self) -> None:
        if self._late:
            self._late = False
            self._resting.start()
            self.look_again()

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

    def _now(self) -> int:
        return self._workbench.services.clock.ms()

    @Slot()
    def _moved(self) -> None:
        self._window.renew()
        self.changed.emit()

    @Slot()
    def _reshaped(self) -> None:
        self._pager.look((self._subject(), type(self._slide)), self._slide.pages(self._sheet()), self._now())
        self.changed.emit()

    def _setting_changed(self, name: str) -> None:
        if name == "screen_theme":
            self._show(fade=True)
        elif name.startswith("wifi_") or name == "address":
            self.look_again()
