"""The time that is left can be read from 15 metres in a picture 1.5 metres high, also by people who see as the old do."""

import math

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.kit.slides.sheet import HEIGHT
from tests.unit.desktop.bigscreen.drawn import Pixels, slide_named, written

PICTURE, AWAY = 1.5, 15.0
"""Height of the picture and distance of the last row, metres."""

CAPITAL = 0.668
"""Height of a capital or a digit as a share of the size."""

LEAST = 11.5
"""Minutes of arc that an eye of acuity 0.4 to 0.45 needs."""

COUNTED = {
    "pause": "12:36",
    "pause-plain": "0:30",
    "discussion": "20",
    "discussion-last-minute": "36",
    "card": "6",
    "wall": "17 min",
    "wall-long-question": "17 min",
    "ballot": "6 min",
    "survey": "3 min",
    "rules": "4 min",
}


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("name", COUNTED)
def test_the_time_left_is_read_from_the_last_row(qapp: QApplication, name: str, size: Pixels) -> None:
    found = [text for text in written(slide_named(name), size) if text.words == COUNTED[name]]
    assert found
    high = found[0].style.size * CAPITAL * PICTURE / HEIGHT
    assert math.degrees(math.atan(high / AWAY)) * 60 >= LEAST
    assert found[0].tier == "A"
