"""The chair ring: which chairs are gone, what the digits say, and what a screen reader hears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.ring import clock_text, minutes_per_seat, paint_ring, ring_shape, room_text, seat_states
from fasilitaattori.kit.ring_widget import BigDigits, ChairRing
from fasilitaattori.kit.theme import load_theme


def counts(total: float, left: float) -> tuple[int, int, int]:
    states = seat_states(total, left)
    return states.count("gone"), states.count("now"), states.count("left")


@pytest.mark.parametrize(
    ("total", "left", "wanted"),
    [
        (20, 20, (0, 1, 19)),
        (20, 19.5, (0, 1, 19)),
        (20, 19, (1, 1, 18)),
        (20, 12.4, (7, 1, 12)),
        (20, 2, (18, 1, 1)),
        (20, 0.01, (19, 1, 0)),
        (20, 0, (20, 0, 0)),
        (20, -2.2, (20, 0, 0)),
        (60, 41, (19, 1, 40)),
        (90, 90, (0, 1, 44)),
        (90, 45, (22, 1, 22)),
        (0, 0, (1, 0, 0)),
    ],
)
def test_chairs_gone_running_and_left(total: float, left: float, wanted: tuple[int, int, int]) -> None:
    assert counts(total, left) == wanted


@given(total=st.integers(1, 600), share=st.floats(-0.5, 1.0))
def test_at_most_one_chair_runs_and_the_ring_never_fills_up(total: int, share: float) -> None:
    gone, now, left = counts(total, total * share)
    assert now <= 1
    assert 1 <= gone + now + left <= 60
    order = seat_states(total, total * share)
    assert order == sorted(order, key=["gone", "now", "left"].index)


@pytest.mark.parametrize(("total", "unit"), [(1, 1), (60, 1), (61, 2), (120, 2), (121, 3), (240, 4)])
def test_one_chair_is_a_minute_up_to_an_hour(total: int, unit: int) -> None:
    assert minutes_per_seat(total) == unit


def test_seats_are_two_thirds_of_their_pitch_and_never_deep() -> None:
    shape = ring_shape(212, 35)
    pitch = 2 * 3.141592653589793 * shape.radius / 35
    assert shape.seat_width == pytest.approx(pitch * 0.66)
    assert shape.seat_depth <= 212 * 0.085
    assert shape.angle(0) == pytest.approx(360 / 70)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1176, "19:36"),
        (120, "2:00"),
        (119.2, "2:00"),
        (0.4, "0:01"),
        (0, "0:00"),
        (-0.5, "0:00"),
        (-1, "+0:01"),
        (-130.9, "+2:10"),
        (5400, "90:00"),
    ],
)
def test_the_reading_rounds_in_favour_of_the_one_who_speaks(seconds: float, words: str) -> None:
    assert clock_text(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(1176, "20"), (1200, "20"), (61, "2"), (60, "60"), (0.2, "1"), (-5, "0")])
def test_the_room_sees_whole_minutes_until_the_last(seconds: float, words: str) -> None:
    assert room_text(seconds) == words


def colours(state: str, left: float, dim: bool = False) -> set[str]:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#FCFCF8"))
    painter = QPainter(image)
    paint_ring(painter, QRectF(0, 0, 400, 400), load_theme("paiva"), 20, left, state, dim)  # type: ignore[arg-type]
    painter.end()
    return {image.pixelColor(x, y).name().upper() for x in range(0, 400, 2) for y in range(0, 400, 2)}


def test_yellow_is_only_the_running_chair(qapp: QApplication) -> None:
    theme = load_theme("paiva")
    yellow, green = theme.hex("nyt"), theme.hex("kuusi")
    assert {yellow, green} <= colours("runs", 12.4)
    assert yellow not in colours("paused", 12.4)
    assert yellow not in colours("waits", 20)
    over = colours("over", -1)
    assert yellow not in over
    assert green not in over
    assert green not in colours("waits", 20, dim=True)


def ring(look: Look, qtbot: QtBot) -> ChairRing:
    widget = ChairRing(look)
    qtbot.addWidget(widget)
    return widget


def test_screen_readers_get_a_progress_bar_with_the_time_in_words(look: Look, qtbot: QtBot) -> None:
    widget = ring(look, qtbot)
    widget.set_time(2100, 1176, "runs", "jäljellä 35 min:stä")
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "19 minuuttia 36 sekuntia jäljellä"
    widget.set_time(2100, -61, "over")
    assert widget.time_in_words() == "1 minuutti 1 sekunti yli ajan"
    widget.set_time(2100, 60, "paused")
    assert widget.time_in_words() == "1 minuutti 0 sekuntia jäljellä, pysäytetty"


def test_it_repaints_only_when_the_reading_changes(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = ring(look, qtbot)
    asked: list[float] = []
    widget.set_time(600, 600, "runs")
    monkeypatch.setattr(widget, "update", lambda: asked.append(1))
    for tenth in range(30):
        widget.set_time(600, 599.95 - tenth / 10, "runs")
    assert len(asked) == 2  # 10:00 stays, then 9:59 and 9:58


def test_the_value_moves_at_five_one_and_no_minutes_only(look: Look, qtbot: QtBot) -> None:
    widget = ring(look, qtbot)
    values: list[int] = []
    widget.valueChanged.connect(values.append)
    for second in range(600, -5, -1):
        widget.set_time(600, second, "runs" if second > 0 else "over")
    assert values[1:] == [5, 1, 0] or values == [10, 5, 1, 0]


def test_the_ring_shows_what_it_was_given(look: Look, qtbot: QtBot) -> None:
    widget = ring(look, qtbot)
    widget.set_time(1200, 744, "runs")
    assert widget.reading() == "12:24"
    assert widget.seats_left() == 13
    widget.set_size(150, 32)
    assert widget.sizeHint().width() == 150
    assert not widget.grab().isNull()


def test_a_clock_never_jitters(look: Look, qtbot: QtBot) -> None:
    digits = BigDigits(look, "11:11")
    qtbot.addWidget(digits)
    width = digits.sizeHint().width()
    digits.set_reading("20:00")
    assert digits.sizeHint().width() == width
    assert digits.accessibleName() == "20:00"
