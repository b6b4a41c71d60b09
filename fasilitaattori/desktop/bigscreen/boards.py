"""The boards of the welcome, the thanks and the dimmed screen, and the rug that lies on them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from fasilitaattori.kit import paint
from fasilitaattori.kit.rug import RugStep, lay_out, overhang, paint_rug
from fasilitaattori.kit.slides.sheet import Canvas
from fasilitaattori.kit.theme import MODES, Theme, contrast

BOARDS, JOINT = 34.0, 5.0
RUG, RUG_SCALE = 44.0, 1.5
PLATE = 12.0
VISIBLE = 3.0
"""Contrast that a shape needs to what is behind it."""


def draw_boards(canvas: Canvas, box: QRectF) -> None:
    """Painted boards."""
    paint.boards(canvas.painter, box, canvas.theme, BOARDS, JOINT)


def needs_plate(theme: Theme) -> bool:
    """Is there a weave that cannot be told from the boards?"""
    return any(contrast(theme[f"r-{mode}"], theme["wall"]) < VISIBLE for mode in MODES)


def rug_on_boards(canvas: Canvas, rug: tuple[RugStep, ...], box: QRectF, now: float = -1.0) -> None:
    """The rug along the bottom of the box, with `now` minutes along it (-1 = in full colours). Where the weaves would be lost
    on the boards it lies on a plate."""
    top = box.bottom() - RUG
    on_plate = needs_plate(canvas.theme)
    if on_plate:
        edge = PLATE + overhang(RUG_SCALE)
        canvas.frame(QRectF(box.left(), top, box.width(), RUG).adjusted(-PLATE, -edge, PLATE, edge), 8, "surface")
    layout = lay_out(rug, box.width(), RUG, now, RUG_SCALE)
    paint_rug(canvas.painter, QPointF(box.left(), top), layout, canvas.theme, "surface" if on_plate else "wall")
