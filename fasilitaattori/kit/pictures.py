"""Pictures of papers (PNG) for the windows, decoded beside the Qt thread.

Not by Qt's own decoder: PySide calls it with Python's lock held, so everything stands still while it works, and it waits for a
lock that all readers of pictures share, which the Qt thread may hold while it waits for Python's. Then both wait for ever.
"""

from __future__ import annotations

from io import BytesIO

from PySide6.QtGui import QImage


def decoded(png: bytes, part: int = 1) -> QImage:
    """The picture in a PNG, on any thread; with `part` 4 a quarter as wide and high. OSError when it is none."""
    from PIL import Image  # loads when the first page of a paper is drawn, beside the Qt thread

    with Image.open(BytesIO(png), formats=("PNG",)) as picture:
        wanted = picture.convert("RGBA").reduce(part)
        width, height = wanted.size
        pixels = wanted.tobytes("raw", "BGRA")
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()  # a copy: the bytes go with this call
