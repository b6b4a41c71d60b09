"""What is to be seen of windows while something goes on in them."""

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.still import strip_edges
from fasilitaattori.desktop.window import MainWindow


def quiet(window: MainWindow, qtbot: QtBot) -> None:
    """Until another look or page is there, and is what is to be seen."""
    qtbot.waitUntil(lambda: not window.pages.busy)
    qtbot.waitUntil(lambda: on_screen(window) == window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))


def on_screen(window: QWidget) -> QImage:
    """What is to be seen of a window on the display: nothing is painted for it."""
    return window.screen().grabWindow(window.winId()).toImage()


class Frames:
    """Everything that is to be seen of windows while something goes on, in which they want to be painted all the time."""

    def __init__(self, *windows: QWidget) -> None:
        self.windows = windows
        self.seen: dict[QWidget, list[QImage]] = {window: [on_screen(window)] for window in windows}
        self.turns = 0
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> "Frames":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._look()
        self._timer.stop()

    def _look(self) -> None:
        self.turns += 1
        for window, seen in self.seen.items():
            picture = on_screen(window)
            if picture != seen[-1]:
                seen.append(picture)
            for part in (window, *window.findChildren(QWidget)[::7]):
                part.update()


def assert_from_left_to_right(window: QWidget, pictures: list[QImage]) -> None:
    """Each picture of a window between the first one and the last is new up to the edge of a strip, and from there on as it was
    before."""
    before, *between, after = pictures
    strips = list(pairwise(strip_edges(window)))
    assert len(between) < len(strips)
    for picture in between:
        left = max(right for strip in strips for right in strip[1:] if _columns(picture, *strip) == _columns(after, *strip))
        assert _columns(picture, 0, left) == _columns(after, 0, left), "from left to right"
        assert _columns(picture, left, window.width()) == _columns(before, left, window.width())


def _columns(picture: QImage, left: int, right: int) -> QImage:
    return picture.copy(left, 0, right - left, picture.height())
