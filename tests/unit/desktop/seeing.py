"""What is to be seen of windows while something goes on in them."""

from itertools import pairwise, product

import numpy as np
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.still import strip_edges
from fasilitaattori.desktop.window import MainWindow

BAND = 16  # pixels: so closely it is told where two pictures differ


def quiet(window: MainWindow, qtbot: QtBot) -> None:
    """Until another look, size or page is there, and is what is to be seen."""
    qtbot.waitUntil(lambda: window.updatesEnabled() and not window.pages.busy)

    def painted() -> None:
        seen, anew = on_screen(window), _of(window.grab())
        assert seen.size() == anew.size(), f"{seen.size().toTuple()} of {anew.size().toTuple()} is on the display"
        assert seen == anew, f"would be painted otherwise: {_where(seen, anew).getRect()}, by up to {_most(seen, anew)} of 255"

    qtbot.waitUntil(painted)


def on_screen(window: QWidget) -> QImage:
    """What is to be seen of a window on the display: nothing is painted for it."""
    return _of(window.screen().grabWindow(window.winId()))


def _of(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _where(one: QImage, other: QImage) -> QRect:
    """What is not the same in two pictures of one size, as a rectangle."""
    whole, found = one.rect(), QRect()
    across = (QRect(0, top, whole.width(), BAND) for top in range(0, whole.height(), BAND))
    down = (QRect(left, 0, BAND, whole.height()) for left in range(0, whole.width(), BAND))
    rows, columns = ([band for band in bands if one.copy(band) != other.copy(band)] for bands in (across, down))
    for row, column in product(rows, columns):
        found |= row & column
    return found


def _most(one: QImage, other: QImage) -> int:
    """By how much the colours of two pictures of one size differ at most."""
    bits = (np.frombuffer(picture.constBits(), np.uint8).astype(int) for picture in (one, other))
    return int(np.abs(np.subtract(*bits)).max())


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
