"""What is to be seen of windows while something goes on in them."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.still import strip_edges
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.labels import Label

OUTLINED = 64  # pixels: from this size on Qt fills the outlines of letters
FAINT = 64
"""Of 255: by so much the edge of an outlined letter may differ from how it would be painted anew. The fraction of a
pixel at which a small letter of its font was drawn last moves it by up to a thousandth of its size (seen in PySide6 6.11.3),
which nobody sees."""


def quiet(window: MainWindow, qtbot: QtBot) -> None:
    """Until another look, size or page is there, and is what is to be seen."""
    qtbot.waitUntil(lambda: window.updatesEnabled() and not window.pages.busy)

    qtbot.waitUntil(lambda: assert_painted(window))


def assert_painted(window: MainWindow) -> None:
    """What is to be seen of the window is what would be painted anew."""
    seen, anew = on_screen(window), of_picture(window.grab())
    assert seen.size() == anew.size(), f"{seen.size().toTuple()} of {anew.size().toTuple()} is on the display"
    if seen != anew:
        off = _differences(seen, anew)
        for part in _outlined(window):
            inside = off[part.top() : part.bottom() + 1, part.left() : part.right() + 1]
            inside[inside <= FAINT] = 0
        rows, columns = np.nonzero(off)
        if rows.size:
            ends = (columns.min(), rows.min()), (columns.max(), rows.max())
            raise AssertionError(f"would be painted otherwise: from {ends[0]} to {ends[1]}, by up to {off.max()} of 255")


def on_screen(window: QWidget) -> QImage:
    """What is to be seen of a window on the display: nothing is painted for it."""
    return of_picture(window.screen().grabWindow(window.winId()))


def of_picture(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differences(one: QImage, other: QImage) -> NDArray[np.int16]:
    """By how much the colours of two pictures of one size differ at each pixel, of 255: (height, width)."""
    shape = one.height(), one.width(), 4
    bytes_of = (np.frombuffer(picture.constBits(), np.uint8).reshape(shape).astype(np.int16) for picture in (one, other))
    return np.abs(np.subtract(*bytes_of)).max(axis=2)  # type: ignore[no-any-return]


def _outlined(window: MainWindow) -> Iterator[QRect]:
    """Where in the window there are letters so large that Qt fills their outlines."""
    for label in window.findChildren(Label):
        if label.isVisible() and label.font_used().pixelSize() >= OUTLINED:
            yield QRect(label.mapTo(window, QPoint()), label.size()) & window.rect()


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
