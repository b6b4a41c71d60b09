"""From one picture to the next: what has changed fades in where it stands, and bars grow. What is the same is left alone, so
that the eye is drawn to nothing else and a wall that fills costs little."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

TILES_ACROSS, TILES_DOWN = 16, 24
"""Changes are looked for by tiles."""

MOST_TILES = TILES_ACROSS * TILES_DOWN // 3
"""When more differ, everything is painted."""

LINES = 360
"""So many lines of the pictures are compared."""

BYTES = 4
"""Of a pixel."""


class Fade:
    """Two pictures of the same size, the `region` in which they differ (logical pixels), and how far the second has come up:
    `shown`, from 0 to 1.

    `growing` are boxes with bars in them, which come up from the left; `ground` is what lies behind the bars.
    """

    def __init__(self, before: QPixmap, now: QPixmap, growing: Sequence[QRectF] = (), ground: QColor | None = None) -> None:
        self._before, self._now = before, now
        self._growing = [box.toAlignedRect() for box in growing] if ground is not None else []
        self._ground = ground
        self._boxes = changed(before, now)
        self.region = QRegion()
        for box in self._boxes:
            self.region += box
        self.shown = 0.0

    def paint(self, painter: QPainter) -> None:
        """The mixture as it stands, over everything that differs."""
        for box in self._boxes:
            _copy(painter, self._before, box)
            painter.setOpacity(self.shown)
            _copy(painter, self._now, box)
            painter.setOpacity(1.0)
        for box in self._to_come():
            _copy(painter, self._before, box)
            if self._ground is not None:
                painter.setOpacity(self.shown)
                painter.fillRect(box, self._ground)
                painter.setOpacity(1.0)

    def mixed(self) -> QPixmap:
        """The mixture as a picture of its own."""
        picture = QPixmap(self._now)
        painter = QPainter(picture)
        self.paint(painter)
        painter.end()
        return picture

    def _to_come(self) -> Iterator[QRect]:
        """Where bars have not grown to yet."""
        for box in self._growing:
            grown = round(box.width() * self.shown)
            if grown < box.width():
                yield QRect(box.left() + grown, box.top(), box.width() - grown, box.height())


def _copy(painter: QPainter, picture: QPixmap, box: QRect) -> None:
    """A box of the picture to the same place. Box by box is much quicker than by a clip of many."""
    ratio = picture.devicePixelRatio()
    taken = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
    if ratio == round(ratio):
        painter.drawPixmap(box.topLeft(), picture, taken.toRect())  # without scaling it is quicker still
    else:
        painter.drawPixmap(QRectF(box), picture, taken)


def changed(before: QPixmap, now: QPixmap) -> list[QRect]:
    """Where two pictures of the same size differ, in logical pixels, by tiles. Only every few lines are compared; what is
    thinner may be missed, so who paints by it paints everything once at the end."""
    one, other = before.toImage(), now.toImage()
    size, ratio = now.size(), now.devicePixelRatio()
    whole = [QRectF(0, 0, size.width() / ratio, size.height() / ratio).toAlignedRect()]
    if one.size() != other.size() or one.format() != other.format():
        return whole
    tiles = _tiles(one, other)
    if len(tiles) > MOST_TILES:
        return whole
    across = [math.floor(size.width() * column / TILES_ACROSS / ratio) for column in range(TILES_ACROSS)]
    down = [math.floor(size.height() * row / TILES_DOWN / ratio) for row in range(TILES_DOWN)]
    across.append(whole[0].width())
    down.append(whole[0].height())
    return [
        QRect(across[column], down[row], across[column + 1] - across[column], down[row + 1] - down[row])
        for column, row in sorted(tiles)
    ]


def _tiles(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """(column, row) of the tiles that differ; some more than MOST_TILES when there are so many."""
    old, new, length = one.constBits(), other.constBits(), other.bytesPerLine()
    ends = [other.width() * column // TILES_ACROSS * BYTES for column in range(TILES_ACROSS + 1)]
    found: set[tuple[int, int]] = set()
    for y in range(0, other.height(), max(1, other.height() // LINES)):
        here = slice(y * length, (y + 1) * length)
        before, now = bytes(old[here]), bytes(new[here])
        if before == now:
            continue
        row = y * TILES_DOWN // other.height()
        for column in range(TILES_ACROSS):
            part = slice(ends[column], ends[column + 1])
            if (column, row) not in found and before[part] != now[part]:
                found.add((column, row))
        if len(found) > MOST_TILES:
            break
    return found
