"""Where the big screen's window is: full screen on the display to spare, whatever is plugged in or out.

It is never over the desk, and the desk never before the eyes of the room: when the desk's own display is gone (the laptop's lid
was closed), the system moves the desk to the projector, and the picture stays on top of it until the desk can go home again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from fasilitaattori.desktop.bigscreen.displays import Display, for_the_room, is_mirrored, told
from fasilitaattori.desktop.bigscreen.homing import Home, desk_displays
from fasilitaattori.desktop.bigscreen.window import ScreenWindow

USUAL = QSize(1920, 1080)


class Placement(QObject):
    """Keeps `window` in its place once it is asked for.

    `moved` = something of what is told here changed; `shown_on(display)` = it has come up there; `lost` = its display is gone
    and there is no other: it waits and comes back by itself.
    """

    moved = Signal()
    shown_on = Signal(str)
    lost = Signal()

    def __init__(self, window: ScreenWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._asked = self._in_window = self._showing = False
        self._before = ""
        self._home: Home | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._display_gone)
            app.screenAdded.connect(self._watch)
            app.focusWindowChanged.connect(self._stay_over_the_desk)
            for screen in app.screens():
                self._watch(screen)
            for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                signal.connect(self._displays_changed, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> str:
        """ "absent" (no display to spare), "off" (there is one), "on", "lost"."""
        if self._window.isVisible():
            return "on"
        if self._asked:
            return "lost"
        return "off" if self._to_spare() is not None else "absent"

    @property
    def display(self) -> str:
        """What the picture measures in device pixels, or would; "" when there is no display for it."""
        if self._window.isVisible() and not self._window.full:
            size = self._window.size() * self._window.devicePixelRatioF()
            return f"{size.width()} × {size.height()}"
        found = self._to_spare()
        screen = _screen_of(found)
        return told(found, screen.devicePixelRatio() if screen is not None else 1.0)

    @property
    def shape(self) -> QSize:
        """The size of the picture in logical pixels: the window's, or what it would be."""
        if self._window.isVisible():
            return self._window.size()
        found = self._to_spare()
        return QSize(found.width, found.height) if found is not None else USUAL

    @property
    def pixels(self) -> QSize:
        """The size of the picture in device pixels, or what it would be."""
        return self.shape * (self._window.devicePixelRatioF() if self._window.isVisible() else 1.0)

    @property
    def mirrored(self) -> bool:
        """Does the room see the desk, because the displays show the same?"""
        return self._to_spare() is None and is_mirrored(_displays(), self._desk_displays())

    @property
    def covers_the_desk(self) -> bool:
        """Has the desk lost its own display, so that it lies under the picture?"""
        return self._home is not None

    @Slot()
    def open(self) -> None:
        """Full screen on the display to spare; an ordinary window when there is none."""
        self._asked = True
        self._in_window = self._to_spare() is None
        self._place()

    @Slot()
    def close(self) -> None:
        """Take it away. May be called again."""
        self._asked = self._in_window = self._showing = False
        self._home = None
        self._window.hide()
        self.moved.emit()

    @Slot()
    def give_way(self) -> None:
        """Uncover the desk that has lost its own display: the facilitator needs it more than the room the picture."""
        if self._home is not None:
            self._home = None
            self._place()

    def keep_off_the_desk(self) -> None:
        """When the facilitator has dragged the desk onto our display, go to another one, or wait."""
        if self._home is None and self._is_full and self._window.screen().name() in self._desk_displays():
            self._place()

    @Slot()
    def _stay_over_the_desk(self) -> None:
        """While the desk lies under the picture, so does what it asks: a presenter's remote is enough to make it ask."""
        if self._home is not None:
            self._window.raise_()

    @property
    def _is_full(self) -> bool:
        return self._window.isVisible() and self._window.full

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        """Whoever turns from extended displays to mirrored ones may just move them."""
        screen.geometryChanged.connect(self._displays_changed, Qt.ConnectionType.QueuedConnection)

    @Slot(QScreen)
    def _display_gone(self, screen: QScreen) -> None:
        """Before Qt moves windows to another display: ours would cover the desk there; the desk would come to light on ours."""
        if self._window.full and self._window.screen() is screen:
            self._window.hide()
        elif self._is_full and self._home is None and screen.name() in self._desk_displays():
            self._home = Home(screen)

    @Slot()
    def _displays_changed(self) -> None:
        if self._asked:
            self._place()
        else:
            self.moved.emit()

    def _place(self) -> None:
        if self._home is not None:
            if not self._home.bring_back(self._window):
                self._window.raise_()
                self.moved.emit()
                return
            self._home = None
        display = self._to_spare()
        screen = _screen_of(display)
        if display is not None and screen is not None:
            self._in_window, self._showing, self._before = False, True, display.name
            if self._window.fill(screen):
                self.shown_on.emit(display.name)
        elif self._in_window:
            self._showing = True
            self._window.float_on(QGuiApplication.primaryScreen().availableGeometry())
        elif self._showing:
            self._showing = False
            self._window.hide()
            self.lost.emit()
        self.moved.emit()

    def _to_spare(self) -> Display | None:
        return for_the_room(_displays(), self._desk_displays(), self._before)

    def _desk_displays(self) -> set[str]:
        """Where the desk's windows are."""
        return desk_displays(self._window)


def _displays() -> list[Display]:
    found = []
    for screen in QGuiApplication.screens():
        box = screen.geometry()
        found.append(Display(screen.name(), box.left(), box.top(), box.width(), box.height()))
    return found


def _screen_of(display: Display | None) -> QScreen | None:
    return next((s for s in QGuiApplication.screens() if display is not None and s.name() == display.name), None)
