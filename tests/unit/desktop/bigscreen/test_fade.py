"""What has come new fades in where it stands, bars grow, and nothing else moves."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.bigscreen.fade import Fade, changed
from fasilitaattori.desktop.bigscreen.window import ScreenWindow
from fasilitaattori.i18n import translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.theme import load_theme
from tests.unit.desktop.bigscreen.answers import wall
from tests.unit.desktop.bigscreen.drawn import slide_named, slide_of_scene, written

SIZE = QSizeF(960, 540)
WHITE, BLACK = QColor("white"), QColor("black")


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def plain(colour: QColor, *boxes: tuple[QRect, QColor]) -> QPixmap:
    """A picture of one colour with boxes in others."""
    picture = QPixmap(SIZE.toSize())
    picture.fill(colour)
    painter = QPainter(picture)
    for box, other in boxes:
        painter.fillRect(box, other)
    painter.end()
    return picture


def drawn(slide: Slide) -> QPixmap:
    picture = QPixmap(SIZE.toSize())
    painter = QPainter(picture)
    slide.paint(painter, SIZE, load_theme("paiva"), translator("fi"))
    painter.end()
    return picture


def at(picture: QPixmap, x: int, y: int) -> QColor:
    return picture.toImage().pixelColor(x, y)


def region(boxes: list[QRect]) -> QRegion:
    found = QRegion()
    for box in boxes:
        found += box
    return found


def test_only_what_has_changed_is_painted_again() -> None:
    before, whole = plain(WHITE), QRect(QPoint(0, 0), SIZE.toSize())
    assert changed(before, plain(WHITE)) == []
    found = region(changed(before, plain(WHITE, (QRect(100, 100, 30, 20), BLACK))))
    assert found.contains(QRect(110, 105, 5, 5))
    assert found.boundingRect().contains(QRect(100, 100, 30, 20))
    assert not found.contains(QPoint(400, 300))
    assert found.boundingRect().width() < SIZE.width() / 4
    assert changed(before, plain(BLACK)) == [whole]


def test_on_a_display_of_fractional_scale_what_has_changed_is_found_in_its_place() -> None:
    sharp = plain(WHITE), plain(WHITE, (QRect(480, 270, 30, 30), BLACK))
    for picture in sharp:
        picture.setDevicePixelRatio(1.5)
    found = region(changed(*sharp)).boundingRect()
    assert found.contains(QRect(321, 181, 17, 17))
    assert found.width() < 120
    fade = Fade(*sharp)
    fade.shown = 1.0
    assert fade.mixed().toImage() == sharp[1].toImage()


def test_half_way_it_is_half_of_each_and_elsewhere_as_it_was(qapp: QApplication) -> None:
    fade = Fade(plain(WHITE), plain(WHITE, (QRect(100, 100, 30, 20), BLACK)))
    fade.shown = 0.5
    mixed = fade.mixed()
    assert 120 <= at(mixed, 110, 110).red() <= 135
    assert at(mixed, 300, 300) == WHITE


def test_bars_grow_from_the_left(qapp: QApplication) -> None:
    bar = QRect(200, 100, 600, 20)
    fade = Fade(plain(WHITE), plain(WHITE, (bar, BLACK)), [QRectF(bar)], WHITE)
    fade.shown = 0.5
    mixed = fade.mixed()
    assert at(mixed, 220, 110).red() < 135
    assert at(mixed, 700, 110) == WHITE
    fade.shown = 1.0
    assert at(fade.mixed(), 799, 110) == BLACK


@pytest.fixture
def window(qtbot: QtBot) -> tuple[ScreenWindow, list[QPixmap]]:
    """A window that shows the last of the pictures."""
    pictures = [plain(WHITE)]
    made = ScreenWindow(lambda painter, size: painter.drawPixmap(0, 0, pictures[-1]))
    qtbot.addWidget(made)
    made.resize(SIZE.toSize())
    made.show()
    made.renew()
    return made, pictures


def test_a_change_in_the_middle_of_a_fade_goes_on_from_what_is_seen(
    window: tuple[ScreenWindow, list[QPixmap]], qtbot: QtBot
) -> None:
    shown, pictures = window
    pictures.append(plain(WHITE, (QRect(100, 100, 30, 20), BLACK)))
    shown.renew(100_000)
    assert at(shown.grab_shown(), 110, 110) == WHITE
    pictures.append(plain(BLACK))
    shown.renew(1)
    qtbot.waitUntil(lambda: at(shown.grab_shown(), 500, 300) == BLACK)
    assert shown.picture is not None
    assert at(shown.picture, 110, 110) == BLACK


def test_with_reduced_motion_it_is_there_at_once(window: tuple[ScreenWindow, list[QPixmap]]) -> None:
    shown, pictures = window
    pictures.append(plain(BLACK))
    shown.renew(0)
    assert at(shown.grab_shown(), 500, 300) == BLACK


def test_bars_stand_in_the_boxes_that_grow(qapp: QApplication) -> None:
    slide = slide_named("result-hands")
    boxes = slide.growing_on(SIZE, translator("fi"), 0)
    picture, theme = drawn(slide).toImage(), load_theme("paiva")
    assert len(boxes) > 3
    assert all(_filled(picture, box, theme["kuusi"]) for box in boxes[:1])
    assert all(picture.rect().contains(box.toAlignedRect()) for box in boxes)
    assert len(slide_named("survey-result").growing_on(SIZE, translator("fi"), 1)) == 3
    assert slide_named("discussion").growing_on(SIZE, translator("fi"), 0) == []


def _filled(picture: QImage, box: QRectF, colour: QColor) -> bool:
    return picture.pixelColor(round(box.left() + 6), round(box.center().y())) == colour


@pytest.mark.parametrize("themes", [0, 4])
@pytest.mark.parametrize("shape", [(1920, 1080), (1024, 768), (1080, 1920)])
def test_a_note_that_comes_moves_no_other(qapp: QApplication, themes: int, shape: tuple[int, int]) -> None:
    """On a wall that has its final size of words, and stays on one page."""
    few, more = (slide_of_scene(wall(notes, themes=themes)("fi")) for notes in (15, 16))
    places = {text.words: (text.left, text.baseline) for text in written(few, shape) if text.tier == "C"}
    later = {text.words: (text.left, text.baseline) for text in written(more, shape) if text.tier == "C"}
    assert len(later) > len(places) - 2
    moved = {words for words, place in places.items() if words in later and later[words] != place}
    assert moved - {"uusi"} == set()
