"""Small painting helpers shared by every painted widget, on the desk and on the big screen.

They take a painter, a rectangle and colours, and know nothing of widgets, so the big screen and the pictures
of the minutes can use them at any scale.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from fasilitaattori.kit.theme import Theme

_LEFT, _RIGHT, _HCENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_TOP, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
DIGITS = "0123456789"
_ONE_LINE = (Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip).value


class saved:  # noqa: N801 - as of contextlib, whose own takes three times as long: a window's painting asks for hundreds
    """Restores the painter's state afterwards."""

    __slots__ = ("_painter",)

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()

    def __exit__(self, *_: object) -> None:
        self._painter.restore()


def crisp(painter: QPainter, width: float) -> float:
    """A line width that fills whole device pixels: 1.5 is 1 on a plain screen, 1.5 on a doubled one."""
    ratio = painter.device().devicePixelRatioF()
    return max(1.0, float(int(width * ratio))) / ratio


def frame(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border lies inside `rect`, as borders do in CSS."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        if border is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)
            return
        line = crisp(painter, width)
        pen = QPen(border, line)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.0, 2.2])
        painter.setPen(pen)
        half = line / 2
        inner = max(0.0, radius - half)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def boards(painter: QPainter, rect: QRectF, theme: Theme, board: float = 12, joint: float = 2) -> None:
    """The board wall: upright boards of `board` pixels with a `joint` between them."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(rect, theme["wall"])
        x = rect.left() + board
        while x < rect.right():
            painter.fillRect(QRectF(x, rect.top(), min(joint, rect.right() - x), rect.height()), theme["wall-line"])
            x += board + joint


def mark(painter: QPainter, rect: QRectF, theme: Theme, colour: QColor) -> None:
    """The product's mark: a ring of eight chairs, one of them yellow."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(rect.center())
        scale = min(rect.width(), rect.height()) / 36
        painter.scale(scale, scale)
        for chair in range(8):
            painter.setBrush(theme["nyt"] if chair == 1 else colour)
            painter.drawRoundedRect(QRectF(-3.1, -17.4, 6.2, 6.2), 1.6, 1.6)
            painter.rotate(45)


def folded_note(
    painter: QPainter,
    rect: QRectF,
    fill: QColor,
    border: QColor,
    *,
    behind: QColor,
    width: float = 1.5,
    fold: float = 15,
    radius: float = 4,
    dashed: bool = False,
    flap: QColor | None = None,
) -> None:
    """A paper note with its top right corner folded; `behind` is what shows where the corner was.

    `flap` is the colour of the folded corner, the border's unless given.
    """
    frame(painter, rect, radius, fill, border, width, dashed)
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        right, top = rect.right(), rect.top()
        painter.setBrush(behind)
        out = fold + 1
        corner = (QPointF(right - out, top - 1), QPointF(right + 1, top - 1), QPointF(right + 1, top + out))
        painter.drawPolygon(QPolygonF(list(corner)))
        painter.setBrush(border if flap is None else flap)
        folded = (QPointF(right - fold, top), QPointF(right, top + fold), QPointF(right - fold, top + fold))
        painter.drawPolygon(QPolygonF(list(folded)))


def bubble_path(rect: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle as a path, for clipping."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def shortened(words: str, font: QFont, width: float) -> str:
    """The words, or as many of them as fit and … after them; a word is cut only when little would be left otherwise."""
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
    kept = cut.removesuffix("…")
    if cut == words or not words.startswith(kept) or not kept:
        return cut
    whole = kept if words[len(kept)].isspace() else kept.rpartition(" ")[0]
    return (whole if 2 * len(whole) >= len(kept) else kept).rstrip(" ,;:·–") + "…"


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag,
    mnemonic: str = "",
) -> None:
    """One line of text; elided with … when it does not fit. `mnemonic` is a letter to underline in it."""
    with saved(painter):
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetricsF(font)
        shown = words
        if metrics.horizontalAdvance(words) > rect.width() + 0.5:
            shown = shortened(words, font, rect.width())
        painter.drawText(rect, align.value | _ONE_LINE, shown)
        at = shown.lower().find(mnemonic.lower()) if mnemonic else -1
        if at >= 0:
            x = rect.left() + metrics.horizontalAdvance(shown[:at])
            if align & _HCENTRE:
                x += (rect.width() - metrics.horizontalAdvance(shown)) / 2
            y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2 + metrics.underlinePos()
            painter.fillRect(QRectF(x, round(y), metrics.horizontalAdvance(shown[at]), 2), colour)


def digit_width(font: QFont) -> float:
    """The width of the widest digit: the cell in which every digit of a clock is drawn."""
    advances = _advances(font)
    return max(map(advances.__getitem__, DIGITS))


def _advances(font: QFont, words: str = "") -> dict[str, float]:
    """How wide each digit is, and each letter of `words`. Remembered: a clock asks at each size that it tries, a plan is full
    of clocks."""
    known = _known_advances.setdefault(font.key(), {})
    missing = {*DIGITS, *words} - known.keys()
    if missing:
        metrics = QFontMetricsF(font)
        known.update((char, metrics.horizontalAdvance(char)) for char in missing)
    return known


_known_advances: dict[str, dict[str, float]] = {}


def digits_width(words: str, font: QFont) -> float:
    """How wide `digits` draws these characters."""
    advances, cell = _advances(font, words), digit_width(font)
    return sum(cell if char.isdigit() else advances[char] for char in words)


def digits(
    painter: QPainter, rect: QRectF, words: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = _HCENTRE
) -> None:
    """A clock reading in fixed digit cells, so that it never jitters; centred on the digits' own height."""
    metrics, advances, cell, width = QFontMetricsF(font), _advances(font, words), digit_width(font), digits_width(words, font)
    x = rect.center().x() - width / 2
    if align & _LEFT:
        x = rect.left()
    elif align & _RIGHT:
        x = rect.right() - width
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    if align & _TOP:
        baseline = rect.top() + metrics.ascent()
    elif align & _BOTTOM:
        baseline = rect.bottom() - metrics.descent()
    with saved(painter):
        painter.setFont(font)
        painter.setPen(colour)
        for char in words:
            advance = advances[char]
            room = cell if char.isdigit() else advance
            painter.drawText(QPointF(x + (room - advance) / 2, baseline), char)
            x += room
