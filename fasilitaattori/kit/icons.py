"""Phosphor icons in the colours of the theme.

The files use `currentColor`; each is drawn once per size, and its shape then filled with the colours it is wanted in: a window
in another theme has all of its icons in new colours, and drawing one anew takes ten times as long. QtSvg is only imported when
the first icon is drawn, so that a window without icons (and every test of pure parts) is free of it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from fasilitaattori.kit.theme import Theme
from fasilitaattori.paths import resource


@lru_cache(maxsize=1024)
def icon_pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    """The icon `name` in `colour` ("#RRGGBB"), `pixels` device pixels square.

    Raises FileNotFoundError for a name that is not bundled.
    """
    pixmap = QPixmap(_shape(name, pixels))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


@lru_cache(maxsize=1024)
def _shape(name: str, pixels: int) -> QPixmap:
    """The icon in black."""
    # heavy: imported where the first icon is drawn
    from PySide6.QtSvg import QSvgRenderer

    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", "#000000")
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(source.encode()).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draws an icon into a square `rect` in logical pixels, sharp on any screen."""
    ratio = painter.device().devicePixelRatioF() * abs(painter.worldTransform().m22() or 1.0)
    pixels = max(1, round(rect.width() * ratio))
    pixmap = icon_pixmap(name, colour.name(), pixels)
    source = QRectF(0, 0, pixels, pixels)
    snapped = QRectF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio, pixels / ratio, pixels / ratio)
    painter.drawPixmap(snapped, pixmap, source)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
    made = QIcon()
    for ratio in (1, 2):
        for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
            pixmap = QPixmap(icon_pixmap(name, shade, size * ratio))
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap, mode)
    return made


def icon(name: str, theme: Theme, token: str = "ink", size: int = 20) -> QIcon:
    """A QIcon for menus, fields and windows; greyed when disabled."""
    return _icon(name, theme.hex(token), theme.hex("edge"), size)
