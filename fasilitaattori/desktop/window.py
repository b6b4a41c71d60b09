"""The facilitator's window: the rail, one page at a time, and the status bar. It owns what the pages share and wires them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from fasilitaattori.desktop.acts import make_shortcuts
from fasilitaattori.desktop.appearance import Appearance
from fasilitaattori.desktop.bigscreen.mirror import ScreenMirror
from fasilitaattori.desktop.help import Help
from fasilitaattori.desktop.network.watching import RoomWatch
from fasilitaattori.desktop.overlays import Overlays
from fasilitaattori.desktop.pages import ON_RAIL, make_screen
from fasilitaattori.desktop.pagestack import START_PAGE, PageStack
from fasilitaattori.desktop.resuming import resume_words, unfinished
from fasilitaattori.desktop.services import Services
from fasilitaattori.desktop.statusline import PRESSABLE, SHED, StatusLine
from fasilitaattori.desktop.still import Stillness
from fasilitaattori.desktop.textundo import TextUndo
from fasilitaattori.desktop.troubles import Troubles
from fasilitaattori.desktop.wakefulness import Wakefulness
from fasilitaattori.desktop.windowacts import window_acts
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rail import Rail, RailItem
from fasilitaattori.kit.readingorder import move_focus
from fasilitaattori.kit.statusbar import StatusBar
from fasilitaattori.kit.toast import Toasts

LIVE_PAGE = "ohjaa"
LEAST_WIDTH, LEAST_HEIGHT = 1280, 650  # under this the rail shows icons alone
LEAST_ROOM = 584  # beside a rail with words, for a page at 100 %: the network's needs as much in large text
LOW, NARROW = 720, 1320
FIRST_SIZE = QSize(1366, 768)
FRAME = QSize(16, 40)  # pixels that the system's title bar and borders may take
TOAST_EDGE = 1  # pixels from the lower edge: on the status bar, for the buttons of the pages must stay free
CALLED_OFF_MS = 60_000  # a system that still runs so long after it asked everybody to save is not going to end
LOG_FILE = "fasilitaattori.log"


class MainWindow(QMainWindow):
    """The window. Make it, `show()` it, then start the log: titles are there before the log is open."""

    def __init__(self, services: Services, look: Look, log_file: Path | None = None) -> None:
        super().__init__()
        self.look, self.services = look, services
        self.workbench = Workbench(services, look, make_screen, self)
        self.mirror = ScreenMirror(self.workbench)
        self.appearance = Appearance(services.settings, look, self.workbench.sounds, self, self._redress, self._speak)
        self.room_watch = RoomWatch(self.workbench, self)
        self.wakefulness = Wakefulness(self.workbench, self)
        self.troubles = Troubles(look, self, log_file or services.data_dir / LOG_FILE)
        self._closing = self._closed = False
        self._between_sizes = Stillness(self)
        self._sized = QTimer(self, interval=0, singleShot=True)
        self._sized.timeout.connect(self._between_sizes.end)
        self._session_over = QTimer(self, interval=CALLED_OFF_MS, singleShot=True)
        self._language = look.tr.language
        self._build()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._text_undo = TextUndo(app, self)
        self._connect()
        self._mend_title()
        self.setMinimumSize(640, 480)
        room = QGuiApplication.primaryScreen().availableSize() - FRAME
        self.resize(FIRST_SIZE.boundedTo(room))
        self._fills = self.size() != FIRST_SIZE
        self.pages.go(START_PAGE)

    def _build(self) -> None:
        tr = self.look.tr
        rooms = [RailItem(key, page.icon, tr(page.words), page.separated, page.low) for key, page in ON_RAIL.items()]
        self.rail = Rail(self.look, rooms)
        self.look.dress(self.rail)
        self.pages = PageStack(self.workbench)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.pages, 1)
        self._make_status()
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(central)
        self.toasts = Toasts(self.look, right, TOAST_EDGE)
        self.overlays = Overlays(self.workbench, self.toasts, self)
        self.help = Help(self.workbench, self.pages, partial(window_acts, self), self.overlays.open_people, central)
        self._mend_rail()

    def _make_status(self) -> None:
        self.status_bar = StatusBar(self.look, SHED, PRESSABLE)
        self.look.dress(self.status_bar)
        self.status_bar.pressed.connect(self._status_pressed)
        self._status = StatusLine(self.workbench, self.status_bar, self.status_bar)
        self.status_bar.show_key_list(self.look.tr("Pikanäppäimet"), "F1")
        self._right.addWidget(self.status_bar)

    @Slot(str)
    def _status_pressed(self, key: str) -> None:
        self.overlays.open_status(key)

    def _connect(self) -> None:
        """Everything that ties the parts of the window together."""
        bench = self.workbench
        self.rail.chosen.connect(self.pages.go)
        self.pages.turned.connect(self._page_turned)
        bench.page_requested.connect(self.pages.go)
        bench.opened.connect(self._workshop_opened)
        bench.closing.connect(self.pages.leave_workshop)
        bench.closed.connect(self._workshop_closed)
        self.wakefulness.woke.connect(self.room_watch.look)
        self.look.changed.connect(self._look_changed)
        make_shortcuts(self, window_acts(self))

    # --- the workshop ---

    @Slot(str)
    def _page_turned(self, name: str) -> None:
        self.help.leave()
        self.rail.set_current(name)

    @Slot()
    def _workshop_opened(self) -> None:
        session = self.workbench.open_session
        session.changed.connect(self._workshop_changed)
        if session.state.run.phase == "running" and not self.workbench.is_rehearsal:
            self.workbench.toast(resume_words(self.look.tr, self.services.clock.now()))
        self._mend_rail()
        self._mend_title()

    @Slot()
    def _workshop_closed(self) -> None:
        if not self._closed:
            self.pages.drop_workshop()
            self._mend_rail()
            self._mend_title()

    @Slot(object)
    def _workshop_changed(self, touched: set[str]) -> None:
        if touched & {"info", "run"}:
            self._mend_title()
            self._mend_rail()

    @Slot()
    def resume(self) -> None:
        """Go on with tonight's workshop if it was running when the program ended, or welcome a first-time user.
        Asked once, after the log has started."""
        now = self.services.clock.now()
        rows = self.services.summaries()
        found = unfinished(rows, now, self.look.tr)
        if found is not None:
            self.workbench.open(found.stream, LIVE_PAGE)
        elif not rows and not self.services.settings.welcomed:
            self.overlays.welcome()

    @Slot()
    def show_first(self) -> None:
        """Show it as it begins: filling a screen on which it would otherwise hang over the edge."""
        if self._fills:
            self.showMaximized()
        else:
            self.show()

    def toggle_full_screen(self) -> None:
        """Full screen and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- looks ---

    def _redress(self, steps: Iterator[bool]) -> None:
        self.pages.redress(steps)

    def _speak(self, steps: Iterator[object]) -> None:
        self.pages.speak(steps)

    @Slot()
    def _look_changed(self) -> None:
        if self.look.tr.language != self._language:
            self._language = self.look.tr.language
            self._speak_anew()
        self._fit()

    def _speak_anew(self) -> None:
        tr = self.look.tr
        self.rail.set_words({key: tr(entry.words) for key, entry in ON_RAIL.items()})
        self._right.removeWidget(self.status_bar)
        self.status_bar.deleteLater()
        self._make_status()
        self._mend_rail()
        self._mend_title()
        self.pages.rebuild()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward)

    def childEvent(self, event: QChildEvent) -> None:
        """What opens over the window and is not on a part of it (a calendar, a dialog of Qt's own) is dressed as it is about to
        be shown."""
        super().childEvent(event)
        if event.polished() and isinstance(part := event.child(), QWidget) and part.isWindow() and not part.styleSheet():
            self.look.dress(part)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None and self.pages.page is not None:
            self.pages.page.setFocus()  # else Qt would begin with the rail, with a ring nobody asked for

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything gets its place now, and is painted in a turn of its own."""
        super().resizeEvent(event)
        if self.isVisible():
            self._between_sizes.begin()
            self._sized.start()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._fit()

    def _fit(self) -> None:
        tight = self.width() < LEAST_WIDTH or self.height() < LEAST_HEIGHT
        squeezed = self.width() - self.rail.width_with_words() < self.look.px(LEAST_ROOM)
        self.rail.set_narrow(tight or squeezed or self.rail.height_with_words() > self.height())
        self.pages.set_compact(self.height() < LOW, self.width() < NARROW)

    def _mend_rail(self) -> None:
        tr, session = self.look.tr, self.workbench.session
        for key, entry in ON_RAIL.items():
            if entry.of_workshop:
                self.rail.set_enabled(key, session is not None, tr("Avaa ensin työpaja"))
        running = session is not None and session.state.run.phase in ("open", "running")
        self.rail.set_live(LIVE_PAGE, running, tr("Ohjaa, käynnissä"))

    def _mend_title(self) -> None:
        session, name = self.workbench.session, "Fasilitaattori"
        if session is not None:
            name = f"{session.state.info.title or self.look.tr('Nimetön työpaja')} – {name}"
        self.setWindowTitle(name)

    # --- the end ---

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workbench.is_live and not (self._closing or self._session_over.isActive()):
            event.ignore()
            tr = self.look.tr
            self.workbench.ask(
                tr("Suljetaanko ohjelma kesken työpajan?"),
                tr("Kaikki on tallessa. Kun avaat ohjelman uudelleen, työpaja jatkuu samasta kohdasta. Puhelimet odottavat."),
                tr("Sulje ohjelma"),
                self._close_anyway,
                safe=tr("Jatka työpajaa"),
            )
            return
        self.shut()
        event.accept()

    @Slot()
    def _close_anyway(self) -> None:
        self._closing = True
        self.close()

    @Slot()
    def end(self) -> None:
        """Close without asking: the system wants it, and an evening that is on goes on at the next start."""
        self._close_anyway()

    @Slot()
    def save(self) -> None:
        """Save what is half typed, and do not stand in the way of the system's end, unless it is called off."""
        self.pages.leave()
        self._session_over.start()

    def shut(self) -> None:
        """Save what is half typed and close everything the window has open. May be called again."""
        if self._closed:
            return
        self.pages.leave()
        self.pages.stop()
        self._closed = True
        self.workbench.close()
        self.wakefulness.close()
        self.room_watch.close()
        self.appearance.close()
        self._text_undo.close()
