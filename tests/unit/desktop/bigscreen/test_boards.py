"""The rug on the boards: as legible there as anywhere else."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.bigscreen.boards import RUG, RUG_SCALE, draw_boards, rug_on_boards
from fasilitaattori.i18n import translator
from fasilitaattori.kit.rug import RugStep, lay_out
from fasilitaattori.kit.slides.sheet import Canvas
from fasilitaattori.kit.theme import MODES, THEME_NAMES, contrast, load_theme

BOX = QRectF(100, 100, 1400, 500)
STEPS: tuple[RugStep, ...] = tuple((20, mode, mode) for mode in MODES)
MIDDLE = 3
"""Down from the top edge of the rug: its ground, not the motif."""


def painted(name: str, now: float = -1.0) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, 1920, 1080, load_theme(name), translator("fi"))
    draw_boards(canvas, canvas.whole)
    rug_on_boards(canvas, STEPS, BOX, now)
    painter.end()
    return image


def beside(image: QImage, x: float) -> QColor:
    """What is just over the rug at `x`."""
    return image.pixelColor(int(BOX.left() + x), int(BOX.bottom() - RUG) - 5)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_weave_can_be_told_from_what_is_behind_it(qapp: QApplication, name: str) -> None:
    image = painted(name)
    for cell in lay_out(STEPS, BOX.width(), RUG, scale=RUG_SCALE).cells:
        if cell.mode == "tauko":
            continue  # it has an outline
        ground = image.pixelColor(int(BOX.left() + cell.x) + 3, int(BOX.bottom() - RUG) + MIDDLE)
        assert contrast(ground, beside(image, cell.x + 3)) >= 3, cell.mode


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_marker_has_an_outline_that_can_be_seen(qapp: QApplication, name: str) -> None:
    theme, image = load_theme(name), painted(name, 70)
    layout = lay_out(STEPS, BOX.width(), RUG, 70, RUG_SCALE)
    assert layout.now_x is not None
    assert contrast(theme["ink"], beside(image, layout.now_x - 40)) >= 3
