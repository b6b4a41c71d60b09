"""Panels, cards, the rail, the status bar, the flow layout, and the whole sheet of parts in every theme."""

import subprocess
import sys

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Card, EmptyState, NowPanel, Panel
from fasilitaattori.kit.qss import style_sheet
from fasilitaattori.kit.rail import BoardWall, Rail, RailItem
from fasilitaattori.kit.statusbar import StatusBar
from fasilitaattori.kit.theme import THEME_NAMES, load_theme
from tests.unit.kit.gallery import Gallery

ROOMS = (
    RailItem("tyopajat", "house-line", "Työpajat"),
    RailItem("ohjaa", "play-circle", "Ohjaa", separated=True),
    RailItem("asetukset", "gear-six", "Asetukset", low=True),
)


def rail(look: Look, qtbot: QtBot) -> Rail:
    made = Rail(look, ROOMS)
    qtbot.addWidget(made)
    made.resize(98, 600)
    made.show()
    return made


def test_the_rail_asks_and_the_window_answers(look: Look, qtbot: QtBot) -> None:
    made = rail(look, qtbot)
    made.set_current("tyopajat")
    with qtbot.waitSignal(made.chosen) as chosen:
        QTest.mouseClick(made.button("asetukset"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["asetukset"]
    assert made.button("tyopajat").isChecked()
    assert not made.button("asetukset").isChecked()
    made.set_current("asetukset")
    assert made.button("asetukset").isChecked()


def test_a_closed_room_tells_why(look: Look, qtbot: QtBot) -> None:
    made = rail(look, qtbot)
    made.set_enabled("ohjaa", enabled=False, why="Avaa ensin työpaja")
    assert made.button("ohjaa").toolTip() == "Avaa ensin työpaja"
    made.set_enabled("ohjaa", enabled=True)
    assert made.button("ohjaa").toolTip() == ""


def test_a_running_workshop_is_told_in_words(look: Look, qtbot: QtBot) -> None:
    made = rail(look, qtbot)
    made.set_live("ohjaa", live=True, name="Ohjaa, käynnissä")
    assert made.button("ohjaa").accessibleName() == "Ohjaa, käynnissä"
    made.set_live("ohjaa", live=False)
    assert made.button("ohjaa").accessibleName() == "Ohjaa"


def test_a_narrow_rail_keeps_the_words_in_tooltips(look: Look, qtbot: QtBot) -> None:
    made = rail(look, qtbot)
    assert made.width() == 98
    made.set_narrow(True)
    assert made.width() == 60
    assert made.button("tyopajat").toolTip() == "Työpajat"
    made.set_words({"tyopajat": "Workshops"})
    assert made.button("tyopajat").toolTip() == made.button("tyopajat").accessibleName() == "Workshops"


def test_the_status_bar_shows_changes_and_hides(look: Look, qtbot: QtBot) -> None:
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.show_status("saved", "check-circle", "Tallennettu klo 18.47")
    bar.show_status("saved", "check-circle", "Tallennettu klo 18.48")
    assert [label.words() for label in bar._labels.values()] == ["Tallennettu klo 18.48"]
    bar.show_status("saved", "check-circle", "")
    assert not bar._labels["saved"].isVisibleTo(bar)
    bar.show_key_list("Pikanäppäimet")
    assert bar.height() == 36


def test_a_card_is_pressed_by_mouse_and_keys(look: Look, qtbot: QtBot) -> None:
    card = Card(look, "Erätauko")
    qtbot.addWidget(card)
    card.resize(200, 100)
    pressed: list[int] = []
    card.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert len(pressed) == 3
    assert card.accessibleName() == "Erätauko"


def test_a_panel_is_named_by_its_title(look: Look, qtbot: QtBot) -> None:
    panel = Panel(look, "Puheenvuorot")
    qtbot.addWidget(panel)
    assert panel.accessibleName() == "Puheenvuorot"
    now = NowPanel(look, "Nyt: yksin, hiljaa", "user")
    qtbot.addWidget(now)
    now.set_tab("Nyt: tauko", "coffee")
    assert now.accessibleName() == "Nyt: tauko"


def test_an_empty_state_offers_one_thing_to_do(look: Look, qtbot: QtBot) -> None:
    empty = EmptyState(look, "Ei vielä lappuja", "Laput tulevat tähän.", "Lisää lappu itse", "plus")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_a_flow_starts_a_new_row_when_the_width_ends(qapp: QApplication, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    keep_height(box)
    buttons = [QPushButton(f"{n}") for n in range(6)]
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    flow.setGeometry(QRect(0, 0, 330, 200))
    assert [button.pos().toTuple() for button in buttons] == [(0, 0), (110, 0), (220, 0), (0, 40), (110, 40), (220, 40)]
    assert flow.heightForWidth(330) == 70
    assert flow.heightForWidth(90) == 6 * 40 - 10
    buttons[0].hide()
    assert flow.takeAt(5) is not None
    assert flow.takeAt(99) is None


def test_the_board_wall_is_boards(look: Look, qtbot: QtBot) -> None:
    wall = BoardWall(look, with_mark=True)
    qtbot.addWidget(wall)
    wall.resize(98, 200)
    image = wall.grab().toImage()
    assert image.pixelColor(5, 5) == look.theme["wall"]
    assert image.pixelColor(12, 5) == image.pixelColor(13, 5) == look.theme["wall-line"]
    assert image.pixelColor(14, 5) == look.theme["wall"]


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_has_no_hole(name: str, scale: float) -> None:
    sheet = style_sheet(load_theme(name), scale)
    assert sheet.count("{") == sheet.count("}")
    assert "None" not in sheet


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_sheet_of_parts_can_be_painted(dressed: Look, qtbot: QtBot, name: str) -> None:
    dressed.change(theme=name)
    sheet = Gallery(dressed)
    qtbot.addWidget(sheet)
    sheet.show()
    image = sheet.grab().toImage()
    assert image.pixelColor(3, 3) == dressed.theme["ground"]
    unnamed = [
        type(button).__name__
        for button in sheet.findChildren(QPushButton)
        if not QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_the_look_tells_once_whatever_changed(look: Look, qtbot: QtBot) -> None:
    said: list[int] = []
    look.changed.connect(lambda: said.append(1))
    look.change(theme="ilta", text_scale=9, reduce_motion=True, tr=translator("sv"))
    assert said == [1]
    assert (look.theme.name, look.text_scale, look.duration(240), look.tr.language) == ("ilta", 2.0, 0, "sv")


def test_dead_widgets_do_not_hear_the_look(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Tallenna")
    button.deleteLater()
    QApplication.sendPostedEvents(button, 0)
    QApplication.processEvents()
    look.change(theme="ilta")
    assert look.theme.name == "ilta"


def test_nor_do_those_that_refresh_in_a_way_of_their_own(look: Look, qtbot: QtBot) -> None:
    """Qt does not let go of a slot that a class further down has put in the place of the connected one."""
    heard: list[str] = []

    class Own(Panel):
        @Slot()
        def refresh(self) -> None:
            heard.append("panel")

    class Asking(Dialog):
        @Slot()
        def refresh(self) -> None:
            heard.append("dialog")

    class Words(Label):
        @Slot()
        def refresh(self) -> None:
            heard.append("words")

    made = [Own(look), Asking(look, "Lopetetaanko ilta?"), Words(look, "Ilta on ohi.")]
    heard.clear()
    look.change(theme="ilta")
    assert heard == ["panel", "dialog", "words"]
    for widget in made:
        shiboken6.delete(widget)
    look.change(theme="paiva")
    assert heard == ["panel", "dialog", "words"]


def test_nothing_heavy_is_imported_with_the_parts() -> None:
    names = "look buttons choices fields panels rail toast dialog note qr shares sounds background rug_widgets ring_widget"
    code = ";".join(f"import fasilitaattori.kit.{name}" for name in names.split())
    heavy = "[m for m in sys.modules if m.split('.')[0] in ('qrcode', 'PIL') or m in ('PySide6.QtMultimedia', 'PySide6.QtSvg')]"
    command = [sys.executable, "-c", f"import sys;{code};print({heavy})"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class _AtShowing(QObject):
    """Keeps where a window stood at the moment it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.place = QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.place = watched.geometry()
        return False


def test_a_dialog_has_its_size_and_place_before_it_is_shown(look: Look, qtbot: QtBot) -> None:
    """Else a window manager frames it while it changes, and the lists that it opens stand in the corner of the display."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 30, 900, 600)
    window.show()
    dialog = Dialog(look, "Poistetaanko kirjaus?", "Sitä ei enää ole.", "Poista", width=600, parent=window)
    watch = _AtShowing()
    dialog.installEventFilter(watch)
    dialog.open()
    middle = window.mapToGlobal(window.rect().center())
    assert watch.place == dialog.geometry()
    assert (watch.place.center() - middle).manhattanLength() <= 2
    assert watch.place.width() == 600
    dialog.done(0)
