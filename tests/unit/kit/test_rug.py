"""The rug: its geometry as plain arithmetic, its painting pixel by pixel, and walking it with the keys."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rug import dot_places, lay_out, paint_rug, paint_weave, paint_weave_upright, stripe_places
from fasilitaattori.kit.rug_widgets import RugCellView, RugLegend, RugStrip, step_times
from fasilitaattori.kit.theme import MODES, load_theme

STEPS = [(10, "kaikki", "Tervetuloa"), (20, "pari", "Pariporina"), (30, "tauko", "Kahvi")]
STEP_LISTS = st.lists(st.tuples(st.integers(0, 300), st.sampled_from(list(MODES)), st.just("x")), max_size=30)


def picture(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FCFCF8"))
    return image


def test_width_is_minutes() -> None:
    layout = lay_out(STEPS, 624, 24)
    assert layout.fringe == pytest.approx(10.8)  # as the reference: 45 % of the height, at most 12
    room = 624 - 2 * layout.fringe
    assert [cell.width for cell in layout.cells] == pytest.approx([room / 6 - 2, room / 3 - 2, room / 2 - 2])
    assert [cell.start for cell in layout.cells] == [0, 10, 30]
    assert layout.x_of(30) == pytest.approx(layout.cells[2].x)


def test_the_marker_stands_in_the_running_step_and_what_is_over_is_done() -> None:
    layout = lay_out(STEPS, 624, 24, now=15)
    assert [cell.done for cell in layout.cells] == [1, 0.25, 0]
    running = layout.cells[1]
    assert layout.now_x == pytest.approx(running.x + 0.25 * running.width)


def test_there_is_no_marker_before_or_after() -> None:
    assert lay_out(STEPS, 600, 24, now=-1).now_x is None
    after = lay_out(STEPS, 600, 24, now=60)
    assert after.now_x is None
    assert all(cell.done == 1 for cell in after.cells)


def test_pointing_finds_the_step() -> None:
    layout = lay_out(STEPS, 624, 24)
    assert layout.at(2) == -1
    assert layout.at(layout.cells[1].x + 1) == 1
    assert layout.at(623) == -1


@given(steps=STEP_LISTS, width=st.integers(0, 3000), height=st.integers(1, 200), now=st.floats(-10, 10_000))
def test_any_plan_can_be_laid_out(steps: list[tuple[int, str, str]], width: int, height: int, now: float) -> None:
    layout = lay_out(steps, width, height, now)
    assert len(layout.cells) == len(steps)
    assert all(cell.width >= 2 and 0 <= cell.done <= 1 for cell in layout.cells)
    assert all(one.x <= other.x for one, other in zip(layout.cells, layout.cells[1:], strict=False))


def test_an_unknown_mode_is_woven_as_all_together() -> None:
    assert lay_out([(5, "purppura", "x")], 100, 20).cells[0].mode == "kaikki"


@pytest.mark.parametrize(("count", "first"), [(1, [49]), (2, [46.8, 51.2]), (3, [44.6, 49, 53.4])])
def test_stripes_tell_how_many_work_together(count: int, first: list[float]) -> None:
    narrow = stripe_places(30, count, 2)
    assert [x - narrow[0] for x in narrow] == pytest.approx([x - first[0] for x in first])
    wide = stripe_places(300, count, 2)
    assert len(wide) % count == 0
    assert len(wide) > len(narrow)
    middle = (wide[0] + wide[-1] + 2) / 2
    assert middle == pytest.approx(150)


def test_voting_dots_are_at_least_three_where_they_fit() -> None:
    assert len(dot_places(30, 24, 1)[0]) == 3
    assert len(dot_places(10, 24, 1)[0]) == 1
    centres, radius = dot_places(200, 24, 1)
    assert radius == pytest.approx(3.6)
    assert (centres[0] + centres[-1]) / 2 == pytest.approx(100)


def test_a_cell_narrower_than_its_motif_has_none() -> None:
    assert dot_places(2, 44, 1.5)[0] == []
    assert dot_places(9, 24, 1)[0] == []
    assert stripe_places(12, 3, 2) == []  # not two of three: that is another weave
    assert len(stripe_places(15, 3, 2)) == 3
    assert stripe_places(2, 1, 2) == []


@pytest.mark.parametrize("mode", list(MODES))
def test_a_step_of_no_time_stays_within_its_cell(qapp: QApplication, mode: str) -> None:
    theme, image = load_theme("paiva"), picture(624, 64)
    layout = lay_out([(30, "kaikki", "x"), (0, mode, "y")], 600, 44, scale=1.5, fringe=False)
    painter = QPainter(image)
    paint_rug(painter, QPointF(0, 10), layout, theme)
    painter.end()
    cell = layout.cells[1]
    beyond = range(int(cell.x + cell.width) + 1, 624)
    assert all(image.pixelColor(x, y).name() == "#fcfcf8" for x in beyond for y in range(64))
    assert all(image.pixelColor(int(cell.x), y).name() == "#fcfcf8" for y in (*range(9), *range(56, 64)))
    assert image.pixelColor(int(cell.x) - 4, 32).name() == theme.hex("r-kaikki").lower()


@pytest.mark.parametrize("name", ["paiva", "ilta", "kontrasti"])
def test_done_cells_fade_towards_what_is_behind(qapp: QApplication, name: str) -> None:
    theme, image = load_theme(name), picture(624, 24)
    painter = QPainter(image)
    paint_rug(painter, QPointF(0, 0), lay_out(STEPS, 624, 24, now=10.01), theme)
    painter.end()
    faded = image.pixelColor(50, 12)
    wanted = theme.faded("r-kaikki")
    assert [faded.red(), faded.green(), faded.blue()] == pytest.approx([wanted.red(), wanted.green(), wanted.blue()], abs=2)
    assert image.pixelColor(112, 12).name() == theme.hex("nyt").lower()


def test_an_upright_piece_is_the_lying_one_turned(qapp: QApplication) -> None:
    theme, lying, upright = load_theme("paiva"), picture(60, 20), picture(20, 60)
    for image, paint in ((lying, paint_weave), (upright, paint_weave_upright)):
        painter = QPainter(image)
        paint(painter, QRectF(image.rect()), "pari", theme)
        painter.end()
    for x in range(60):
        assert lying.pixelColor(x, 10).name() == upright.pixelColor(10, x).name()


def test_clock_times_run_on_from_the_start() -> None:
    times = step_times(STEPS, datetime(2026, 3, 12, 18, 0))  # noqa: DTZ001 - a wall clock, no zone needed
    assert [start.strftime("%H.%M") for start, _ in times] == ["18.00", "18.10", "18.30"]
    assert step_times(STEPS, None) == []


def strip(look: Look, qtbot: QtBot, walkable: bool = True) -> RugStrip:
    rug = RugStrip(look, walkable=walkable)
    qtbot.addWidget(rug)
    rug.set_steps(STEPS, start=datetime(2026, 3, 12, 18, 0))  # noqa: DTZ001 - a wall clock, no zone needed
    rug.resize(624, rug.sizeHint().height())
    rug.show()
    return rug


def test_screen_readers_hear_every_step_with_its_times(look: Look, qtbot: QtBot) -> None:
    rug = strip(look, qtbot)
    assert "18.10–18.30 Pariporina, parit, 20 min" in rug.accessibleDescription()
    assert rug.accessibleDescription().count(";") == 2


def test_arrow_keys_walk_the_steps_and_enter_opens_one(look: Look, qtbot: QtBot) -> None:
    rug = strip(look, qtbot)
    rug.setFocus()
    qtbot.waitUntil(rug.hasFocus)
    QTest.keyClick(rug, Qt.Key.Key_Right)
    assert rug.accessibleName().endswith("Pariporina, parit, 20 min")
    QTest.keyClick(rug, Qt.Key.Key_End)
    QTest.keyClick(rug, Qt.Key.Key_Right)
    with qtbot.waitSignal(rug.step_activated) as activated:
        QTest.keyClick(rug, Qt.Key.Key_Return)
    assert activated.args == [2]
    QTest.keyClick(rug, Qt.Key.Key_Home)
    assert "Tervetuloa" in rug.accessibleName()


def test_a_click_opens_the_step_under_it(look: Look, qtbot: QtBot) -> None:
    rug = strip(look, qtbot)
    place = QPointF(rug.layout_now().cells[1].x + 5, 12).toPoint()
    with qtbot.waitSignal(rug.step_activated) as activated:
        QTest.mouseClick(rug, Qt.MouseButton.LeftButton, pos=place)
    assert activated.args == [1]


def test_a_rug_that_cannot_be_walked_takes_no_focus(look: Look, qtbot: QtBot) -> None:
    assert strip(look, qtbot, walkable=False).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_an_empty_plan_is_an_empty_rug(look: Look, qtbot: QtBot) -> None:
    rug = strip(look, qtbot)
    rug.set_steps([])
    rug.set_now(5)
    rug.setFocus()
    QTest.keyClick(rug, Qt.Key.Key_Right)
    assert rug.accessibleDescription() == ""
    assert not rug.grab().isNull()


def test_the_legend_names_every_weave(look: Look, qtbot: QtBot) -> None:
    legend = RugLegend(look)
    qtbot.addWidget(legend)
    assert len(legend.findChildren(RugCellView)) == len(MODES)
