"""What stands over the rug in a break: where we are and what comes next, before anything else."""

import datetime as dt

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from fasilitaattori.i18n import translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.rug import RugStep
from fasilitaattori.kit.slides.around import Around
from fasilitaattori.kit.theme import load_theme
from fasilitaattori.tools.pause.screen import LABEL, PauseSlide

BEFORE: tuple[RugStep, ...] = ((30, "kaikki", "Welcome"), (35, "kaikki", "Shared conversation"), (20, "tauko", "Coffee break"))
BREAK = 2


def labels(*after: RugStep, size: tuple[int, int] = (1024, 768)) -> list[str]:
    """From left to right."""
    load_fonts()
    around = Around(clock=dt.time(19, 14), rug=(*BEFORE, *after), now=73)
    slide = PauseSlide(around, "Break", 760, dt.time(19, 27), "", False, BREAK)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    written = slide.paint(painter, QSizeF(*size), load_theme("paiva"), translator("en"), 0)
    painter.end()
    return [line.words for line in sorted(written, key=lambda line: line.left) if line.style == LABEL]


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_the_next_step_goes_before_longer_ones_after_it(qapp: QApplication, size: tuple[int, int]) -> None:
    after: tuple[RugStep, ...] = (
        (20, "yksin", "Idea wall"),
        (25, "ryhma", "Table proposals"),
        (15, "aani", "Dot vote"),
        (20, "kaikki", "What happens with this?"),
    )
    shown = labels(*after, size=size)
    at = shown.index("Coffee break")
    assert shown[at + 1] == "Idea wall"


def test_no_later_step_stands_in_the_place_of_a_next_one_that_has_no_room(qapp: QApplication) -> None:
    after: tuple[RugStep, ...] = (
        (1, "yksin", "All of us together choose what is done first"),
        (80, "ryhma", "Table proposals"),
    )
    shown = labels(*after)
    assert shown[-1] == "Coffee break"


def test_a_step_without_time_is_not_the_next_one(qapp: QApplication) -> None:
    shown = labels((0, "yksin", "Left out"), (60, "ryhma", "Table proposals"))
    assert shown[-2:] == ["Coffee break", "Table proposals"]
