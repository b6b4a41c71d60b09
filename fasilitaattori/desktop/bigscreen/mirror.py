"""The big screen for other devices: the very picture of it, drawn only while somebody looks and something has changed.

The Qt thread draws (some ten milliseconds), the background pool encodes (some ninety) and puts it into words. While one picture
is on its way none is drawn, so that at most the newest waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QImageWriter

from fasilitaattori.desktop.services import OtherScreens
from fasilitaattori.desktop.workbench import Workbench

if TYPE_CHECKING:
    from fasilitaattori.kit.slides.spoken import Spoken

PACE_MS = 250
"""At most one picture in so many milliseconds."""

LARGEST = QSize(1920, 1080)
WEBP, PNG = "image/webp", "image/png"
_LOSSLESS = 100


@dataclass(frozen=True)
class Made:
    """A picture as sent. `version` tells pictures apart by what they show; `images` by content type."""

    version: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)


class ScreenMirror(QObject):
    """Follows the workbench. The big screen is made for the first who looks, if the desk has not made it yet."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._made = Made()
        self._to: OtherScreens | None = None
        self._changed = True
        self._making = False
        self._pace = QTimer(self, interval=PACE_MS)
        self._pace.timeout.connect(self._look)
        workbench.screen_made.connect(self._take_screen)
        workbench.room_changed.connect(self._follow)
        self._follow()

    @Slot()
    def _take_screen(self) -> None:
        self._workbench.screen.changed.connect(self._mark)

    @Slot()
    def _mark(self) -> None:
        self._changed = True

    @Slot()
    def _follow(self) -> None:
        """A room was opened or closed."""
        room = self._workbench.room
        self._to = room.screens if room is not None else None
        self._changed = True
        if self._to is not None:
            self._pace.start()
        else:
            self._pace.stop()

    @Slot()
    def _look(self) -> None:
        """Draw when somebody waits for it."""
        to = self._to
        kinds = to.kinds if to is not None else frozenset()
        if to is None or not kinds or self._making or not (self._changed or kinds - self._made.images.keys()):
            return
        screen = self._workbench.screen
        self._changed = False  # also when drawing fails: then the next change is tried
        image = screen.image(size_of(screen.shape))
        language, tell = screen.told()
        self._changed, self._making = False, True  # what has come up while drawing is on the picture
        made = self._made

        def make() -> tuple[Made, Spoken]:
            return encoded(image, kinds, made), tell()

        def sent(found: tuple[Made, Spoken]) -> None:
            (self._made, told), self._making = found, False
            to.offer(self._made.version, self._made.images, language, told)

        self._workbench.services.background.run(make, sent, self._failed, owner=self)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        """The pool has logged it; the next change is tried again."""
        self._making = False


def size_of(shape: QSize) -> QSize:
    """The size of the picture for a screen of this shape."""
    return shape.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)


def encoded(image: QImage, kinds: frozenset[str], before: Made) -> Made:
    """The picture in these content types; nothing is encoded that was so already."""
    version = hashlib.blake2b(image.constBits(), digest_size=8, key=b"%d" % image.width()).hexdigest()
    known = before.images if version == before.version else {}
    return Made(version, {kind: known.get(kind) or _bytes(image, kind) for kind in {*known, *_possible(kinds)}})


def _possible(kinds: frozenset[str]) -> frozenset[str]:
    """WebP is a third of PNG's size, but neither every Qt writes it nor every browser reads it."""
    return kinds if b"webp" in {bytes(each.data()) for each in QImageWriter.supportedImageFormats()} else frozenset({PNG})


def _bytes(image: QImage, kind: str) -> bytes:
    """Without loss: letters stay crisp, and on flat colours it is smaller than JPEG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.removeprefix("image/").encode())
    if kind == WEBP:
        writer.setQuality(_LOSSLESS)
    writer.write(image)
    return bytes(buffer.data().data())
