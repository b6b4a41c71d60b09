"""Notes, counts and codes: every state has its own look and its own words."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.kit import fonts
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.note import (
    AFTER,
    BEFORE,
    IdeaNote,
    NoteContent,
    NoteState,
    desk_measures,
    divided,
    note_colours,
    note_height,
    paint_note,
    wall_measures,
)
from fasilitaattori.kit.qr import QUIET, QrPanel, paint_qr, qr_matrix
from fasilitaattori.kit.shares import BarRow, DotsRow, SeatRow, SpeakingBar, paint_dots, paint_speaking_bar
from fasilitaattori.kit.theme import load_theme

STATES: tuple[NoteState, ...] = ("waiting", "wall", "new", "hidden")


def canvas(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    return image


def test_every_state_of_a_note_looks_different() -> None:
    theme = load_theme("paiva")
    looks = {tuple(str(part) for part in note_colours(theme, NoteContent("x", state, 0))) for state in STATES}
    assert len(looks) == 4


def test_a_note_is_as_high_as_its_words(look: Look) -> None:
    measures = desk_measures(look)
    short, long = NoteContent("Juhlasali lainaan"), NoteContent("Vanha koulu voisi olla kylän oma kirpputori kesällä")
    assert note_height(long, 150, measures) > note_height(short, 150, measures)
    assert note_height(NoteContent("Verstas", badge="2 samaa"), 150, measures) > note_height(
        NoteContent("Verstas"), 150, measures
    )


@pytest.mark.parametrize("theme_name", ["paiva", "ilta", "kontrasti"])
@pytest.mark.parametrize("state", STATES)
def test_a_note_is_painted_in_its_colours(qapp: QApplication, theme_name: str, state: NoteState) -> None:
    theme, image = load_theme(theme_name), canvas(300, 120)
    fonts.load_fonts()
    content = NoteContent("", state, 1)
    painter = QPainter(image)
    measures = wall_measures(fonts.sans(36), fonts.sans(33, True), 1)
    paint_note(painter, QRectF(0, 0, 300, 120), content, theme, measures, centred=True)
    painter.end()
    fill, border, _, _ = note_colours(theme, content)
    assert image.pixelColor(150, 100) == fill
    assert image.pixelColor(300 - 26, 25) == border  # the folded corner


def note(look: Look, qtbot: QtBot, content: NoteContent) -> IdeaNote:
    made = IdeaNote(look, content)
    qtbot.addWidget(made)
    made.resize(180, made.heightForWidth(180))
    made.show()
    return made


def test_a_note_tells_its_state_in_words(look: Look, qtbot: QtBot) -> None:
    made = note(look, qtbot, NoteContent("Leikkipuisto kuntoon", "waiting"))
    assert made.accessibleName() == "Leikkipuisto kuntoon, odottaa tarkistusta"
    made.set_content(NoteContent("Leikkipuisto kuntoon", "hidden"))
    assert made.accessibleName() == "Leikkipuisto kuntoon, piilotettu"
    made.set_content(NoteContent("Verstas", badge="2 samaa"))
    assert made.accessibleName() == "Verstas, 2 samaa"


def test_space_selects_a_note_and_letters_go_on_to_the_wall(look: Look, qtbot: QtBot) -> None:
    made = note(look, qtbot, NoteContent("Verstas"))
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.isChecked()
    assert QAccessible.queryAccessibleInterface(made).state().checked
    QTest.keyClick(made, Qt.Key.Key_H)
    assert made.isChecked()


def test_pulling_a_note_starts_a_drag_and_does_not_select_it(look: Look, qtbot: QtBot) -> None:
    made = note(look, qtbot, NoteContent("Verstas"))
    with qtbot.waitSignal(made.drag_started):
        QTest.mousePress(made, Qt.MouseButton.LeftButton, pos=QPoint(40, 15))
        QTest.mouseMove(made, QPoint(90, 40))
    QTest.mouseRelease(made, Qt.MouseButton.LeftButton, pos=QPoint(90, 40))
    assert not made.isChecked()


def test_a_note_keeps_its_height_when_the_column_is_full(look: Look, qtbot: QtBot) -> None:
    made = note(look, qtbot, NoteContent("Vanha koulu voisi olla kylän oma kirpputori kesällä"))
    paper = note_height(made.content(), 180 - BEFORE - AFTER, desk_measures(look))
    assert made.minimumHeight() == round(paper) + BEFORE + AFTER


def test_chairs_of_those_who_have_spoken(look: Look, qtbot: QtBot) -> None:
    row = SeatRow(look)
    qtbot.addWidget(row)
    row.set_seats(9, 22)
    assert row.accessibleName() == "9 on puhunut, 13 ei vielä"
    assert row.heightForWidth(400) == 11
    assert row.heightForWidth(100) > 11
    row.set_seats(5, 3)
    assert row.accessibleName() == "5 on puhunut, 0 ei vielä"


def test_the_speaking_bar_is_a_progress_bar(look: Look, qtbot: QtBot) -> None:
    bar = SpeakingBar(look)
    qtbot.addWidget(bar)
    bar.set_share(0.7)
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ProgressBar
    assert bar.value() == 70
    bar.set_share(3)
    assert bar.value() == 100


def test_the_speaking_bar_fills_from_the_left(qapp: QApplication) -> None:
    theme, image = load_theme("paiva"), canvas(200, 20)
    painter = QPainter(image)
    paint_speaking_bar(painter, QRectF(0, 0, 200, 20), 0.5, theme)
    painter.end()
    assert image.pixelColor(50, 10) == theme["nyt"]
    assert image.pixelColor(150, 10) == theme["surface"]


@pytest.mark.parametrize(
    ("points", "most", "filled"), [(7, 7, True), (4, 7, False), (45, 45, True), (12, 45, False), (0, 5, True)]
)
def test_points_are_dots_and_past_thirty_a_bar(qapp: QApplication, points: int, most: int, filled: bool) -> None:
    image, green = canvas(700, 20), QColor("#1B4D3F")
    painter = QPainter(image)
    paint_dots(painter, QRectF(0, 0, 700, 20), points, most, filled, green, 15, 4)
    painter.end()
    middle = [image.pixelColor(x, 10) == green for x in range(700)]
    pieces = sum(1 for x in range(1, 700) if middle[x] and not middle[x - 1]) + middle[0]
    if most <= 30:
        assert pieces == points * (1 if filled else 2)
    elif filled:
        assert pieces == 1
        assert sum(middle) == pytest.approx(700 * points / most, abs=6)
    else:
        assert pieces == 2


def test_points_and_bars_speak(look: Look, qtbot: QtBot) -> None:
    dots, bar = DotsRow(look), BarRow(look)
    for widget in (dots, bar):
        qtbot.addWidget(widget)
    dots.set_points(1, 7, True)
    assert dots.accessibleName() == "1 piste"
    dots.set_points(7, 7, True)
    assert dots.accessibleName() == "7 pistettä"
    bar.set_bar(0.5, "12")
    assert bar.accessibleName() == "12"
    assert not bar.grab().isNull()


def test_a_code_has_its_quiet_zone_and_only_black_and_white(qapp: QApplication) -> None:
    matrix = qr_matrix("http://192.168.8.2:8080/")
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#17392F"))
    painter = QPainter(image)
    paint_qr(painter, QRectF(0, 0, 300, 300), matrix, 2, QColor("#000000"))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(300)}
    assert colours == {"#000000", "#ffffff"}
    dark = [x for x in range(4, 296) if any(image.pixelColor(x, y).name() == "#000000" for y in range(4, 296))]
    module = (dark[-1] - dark[0] + 1) / len(matrix)
    assert module == int(module)
    assert min(dark[0] - 2, 298 - dark[-1] - 1) >= QUIET * module
    read = tuple(
        tuple(
            image.pixelColor(int(dark[0] + (x + 0.5) * module), int(dark[0] + (y + 0.5) * module)).name() == "#000000"
            for x in range(len(matrix))
        )
        for y in range(len(matrix))
    )
    assert read == matrix


def test_too_much_for_a_code_is_an_error() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr_matrix("x" * 5000)


def test_the_code_says_where_it_leads(look: Look, qtbot: QtBot) -> None:
    panel = QrPanel(look, "http://192.168.8.2:8080/")
    qtbot.addWidget(panel)
    assert panel.accessibleName() == "QR-koodi: http://192.168.8.2:8080/"
    panel.set_code("")
    assert not panel.grab().isNull()


def test_a_word_longer_than_the_note_is_divided_where_one_may(look: Look) -> None:
    font = desk_measures(look).font
    assert divided("Terveydenhoitaja kylään", font, "fi", 90) == "Terveyden\u00adhoitaja kylään"
    assert divided("Terveydenhoitaja kylään", font, "fi", 400) == "Terveydenhoitaja kylään"
    assert divided("Terveydenhoitaja kylään", font, "", 90) == "Terveydenhoitaja kylään"
