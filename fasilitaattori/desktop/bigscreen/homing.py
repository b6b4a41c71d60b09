"""The desk's windows and the display they belong on: where they are, and bringing them back when it comes back."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

DESK_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)


def desk_windows(but: QWidget) -> list[QWidget]:
    """The windows of the desk that are to be seen: all but that of the big screen."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not but]
    return [widget for widget in shown if widget.windowType() in DESK_WINDOWS]


def desk_displays(but: QWidget) -> set[str]:
    """The names of the displays they are on."""
    return {widget.screen().name() for widget in desk_windows(but)}


class Home:
    """A display that is about to go, with the places of the desk's windows on it."""

    def __init__(self, screen: QScreen) -> None:
        self.name = screen.name()
        self._corner = screen.geometry().topLeft()
        self._places = [
            (widget, widget.normalGeometry() if widget.isMaximized() else widget.geometry(), widget.windowState())
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget.screen() is screen and widget.windowType() in DESK_WINDOWS
        ]

    def bring_back(self, picture: QWidget) -> bool:
        """Puts the windows where they were as soon as there is a display besides the picture's: the same, else another."""
        free = [screen for screen in QGuiApplication.screens() if screen is not picture.screen()]
        screen = next((each for each in free if each.name() == self.name), free[0] if free else None)
        if screen is None or screen.geometry().intersects(picture.screen().geometry()):
            return False
        known = {widget: (place, state) for widget, place, state in self._places}
        for widget in desk_windows(picture):
            place, state = known.get(widget, (widget.geometry(), widget.windowState()))
            if widget.screen() is picture.screen() or widget in known:
                self._put(widget, screen, place, state)
        return True

    def _put(self, widget: QWidget, screen: QScreen, place: QRect, state: Qt.WindowState) -> None:
        within = screen.availableGeometry()
        wanted = place.translated(screen.geometry().topLeft() - self._corner)
        size = wanted.size().boundedTo(within.size())
        corner = wanted.topLeft()
        corner.setX(max(within.left(), min(corner.x(), within.right() + 1 - size.width())))
        corner.setY(max(within.top(), min(corner.y(), within.bottom() + 1 - size.height())))
        widget.setWindowState(Qt.WindowState.WindowNoState)
        widget.setScreen(screen)
        widget.setGeometry(QRect(corner, size))
        widget.setWindowState(state)
