import math

import pytest

from fasilitaattori.desktop.settings.backrow import CAPITAL, SCREEN, SIZES, is_read, picture_for, reach, whole_metres
from fasilitaattori.desktop.settings.backrowpanel import read_metres
from fasilitaattori.desktop.settings.hallpicture import heights_words, metres
from fasilitaattori.i18n import translator


@pytest.mark.parametrize(("u", "minutes"), [(60, 15.9), (44, 11.7), (33, 8.8)])
def test_the_arithmetic_is_that_of_the_table(u: int, minutes: float) -> None:
    """Minutes of arc of a capital letter seen from eight picture heights."""
    arc = math.degrees(math.atan(u / SCREEN * CAPITAL / 8)) * 60
    assert arc == pytest.approx(minutes, abs=0.06)
    assert reach(u, 1.5) == pytest.approx(12 * arc / 11.5, rel=1e-4)


def test_the_usual_hall_reads_everything_but_the_notes() -> None:
    assert [is_read(size.u, 1.5, 12) for size in SIZES] == [True, True, False]
    assert whole_metres(reach(SIZES[-1].u, 1.5)) == 9


@pytest.mark.parametrize("size", [size.u for size in SIZES])
def test_a_picture_of_the_height_told_is_just_enough(size: int) -> None:
    height = picture_for(size, 14)
    assert is_read(size, height * 1.0001, 14)
    assert not is_read(size, height * 0.9999, 14)


@pytest.mark.parametrize(
    ("typed", "tenths"), [("12 m", 120), ("1,5", 15), ("1.5 m", 15), ("2", 20), ("  7,25 m", 72), ("metri", None), ("", None)]
)
def test_metres_are_read_as_people_write_them(typed: str, tenths: int | None) -> None:
    assert read_metres(typed) == tenths


def test_lengths_are_told_in_the_language() -> None:
    assert metres(translator("fi"), 12.0) == "12 m"
    assert metres(translator("fi"), 1.5) == "1,5 m"
    assert metres(translator("en"), 1.5) == "1.5 m"
    assert heights_words(translator("fi"), 12, 1.5) == "12 m = 8 kuvan korkeutta"
    assert heights_words(translator("fi"), 12, 1.8) == "12 m = 6,7 kuvan korkeutta"
