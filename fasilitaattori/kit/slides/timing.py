"""The timer on a slide: the chair ring with whole minutes in the middle, calm until the last of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from fasilitaattori.kit.ring import paint_ring
from fasilitaattori.kit.slides.around import TimeLeft
from fasilitaattori.kit.slides.sheet import CENTRE, Canvas, Sheet, Tag, best, reading_width
from fasilitaattori.kit.slides.words import Style, set_words

UNIT = Style(48, leading=1.2)
OVER = (84, 76, 68, 60)
STOPPED = 24.0 + 68.0
"""Room under the ring for the tag that says that the timer stands still."""


def ring_size(sheet: Sheet) -> float:
    """Side of the ring."""
    return 400.0 if sheet.narrow and not sheet.upright else 520.0


def ring_gap(sheet: Sheet) -> float:
    """Between the ring and what stands beside it."""
    return 44.0 if sheet.narrow else 70.0


def beside_ring(sheet: Sheet, main: QRectF) -> tuple[QRectF, QRectF]:
    """What is left for the main thing, and the box of the ring: beside it, or under it in an upright picture."""
    size, gap = ring_size(sheet), ring_gap(sheet)
    if sheet.upright:
        high = size + STOPPED
        return main.adjusted(0, 0, 0, -high - gap), QRectF(main.left(), main.bottom() - high, main.width(), high)
    return main.adjusted(0, 0, -size - gap, 0), QRectF(main.right() - size, main.top(), size, main.height())


def draw_ring(canvas: Canvas, box: QRectF, time: TimeLeft) -> None:
    """The ring in the middle of the box, with a tag under it when the timer stands still."""
    size = min(ring_size(canvas), box.width())
    tag = Tag(canvas.tr("pysäytetty"), "pause", fill=None, ink="ink", border="edge") if time.state == "paused" else None
    height = size + (24 + tag.height if tag is not None else 0.0)
    top = box.center().y() - height / 2
    ring = QRectF(box.center().x() - size / 2, top, size, size)
    paint_ring(canvas.painter, ring, canvas.theme, time.total, time.left / 60, time.state)
    _middle(canvas, ring, time)
    if tag is not None:
        tag.draw(canvas, box.center().x() - tag.width / 2, ring.bottom() + 24 + tag.height / 2)


def _middle(canvas: Canvas, ring: QRectF, time: TimeLeft) -> None:
    inside = ring.width() * 0.66
    if time.state == "over":
        words = canvas.tr("aika täynnä")
        style = Style(OVER[0], serif=True, leading=1.12)
        setting = best(words, style, inside, inside, OVER)
        box = QRectF(ring.center().x() - inside / 2, ring.top(), inside, ring.height())
        canvas.put_in(setting, box, align=CENTRE, tier="A")
        return
    number = Style(132 if canvas.narrow else 172, serif=True, bold=True, leading=1.0)
    while reading_width(time.reading, number) > inside and number.size > 60:
        number = number.sized(number.size - 8)
    unit = set_words(time.unit(canvas.tr), UNIT, ring.width())
    top = ring.center().y() - (number.line + unit.height) / 2
    canvas.reading(QRectF(ring.left(), top, ring.width(), number.line), time.reading, number, align=CENTRE)
    canvas.put(unit, ring.left(), top + number.line, align=CENTRE, room=ring.width())
