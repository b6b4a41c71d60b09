"""Buttons and choices: what they look like in each state, what they give way to, and the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fasilitaattori.kit.buttons import Button, IconButton, button_paints
from fasilitaattori.kit.choices import Chip, Segmented
from fasilitaattori.kit.fields import Field, Select, Stepper
from fasilitaattori.kit.folding import FoldingButton
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import Mnemonics, deal_letters, mnemonic_of
from fasilitaattori.kit.theme import THEME_NAMES, contrast, load_theme
from fasilitaattori.kit.ticks import CheckBox, RadioButton, Switch
from fasilitaattori.kit.wheel import Slider
from tests.unit.kit.conftest import Show


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("role", ["primary", "secondary", "quiet", "delete"])
@pytest.mark.parametrize("state", ["plain", "hover", "pressed"])
def test_words_on_buttons_can_be_read_in_every_state(name: str, role: str, state: str) -> None:
    theme, paints = load_theme(name), button_paints(role, state)
    assert contrast(theme[paints.ink], theme[paints.fill or "surface"]) >= 4.5


def test_the_key_cap_can_be_turned_off(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Seuraava", "primary", arrow="arrow-right", key="F6")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    look.change(show_keys=False)
    assert button.sizeHint().width() < wide


def test_arrow_then_key_cap_give_way_before_the_words(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Seuraava: Kahvitauko", "primary", "large", arrow="arrow-right", key="F6")
    qtbot.addWidget(button)
    fitting = []
    for width in (button.sizeHint().width(), button.sizeHint().width() - 10, button.minimumSizeHint().width()):
        button.resize(width, 52)
        fitting.append(button._fitting())
    assert fitting == [("arrow-right", "F6"), ("", "F6"), ("", "")]
    assert button.toolTip() == ""


def test_an_elastic_button_shortens_and_tells_the_whole_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    words = "Seuraava: Ryhmittely ja syventäminen neljässä pöydässä"
    button = Button(look, words, elastic=True)
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint().width(), 42)
    button.refresh()
    assert button.minimumSizeHint().width() < 200 < button.sizeHint().width()
    assert button.toolTip() == words


def test_an_ampersand_is_an_ampersand(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Kahvi & pulla")
    qtbot.addWidget(button)
    assert button.words() == "Kahvi & pulla"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Kahvi & pulla"


def test_an_icon_alone_has_a_name_and_a_tooltip(look: Look, qtbot: QtBot) -> None:
    button = IconButton(look, "dots-three", "Lisää toimintoja", "quiet", "small")
    qtbot.addWidget(button)
    assert button.toolTip() == button.accessibleName() == "Lisää toimintoja"
    assert button.sizeHint().toTuple() == (34, 34)


def test_a_disabled_button_tells_why(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Aloita ohjaus")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.set_hint("Avaa ensin työpaja")
    assert button.state() == "disabled"
    assert button.toolTip() == "Avaa ensin työpaja"


def test_targets_are_large_enough(look: Look, qtbot: QtBot) -> None:
    widgets = (
        Button(look, "Ei"),
        Button(look, "Ei", size="small"),
        Chip(look, "Ei"),
        Switch(look, "Ei"),
        CheckBox(look, "Ei"),
        RadioButton(look, "Ei"),
    )
    for widget in widgets:
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 34
    small = Chip(look, "Ei", big=False)
    qtbot.addWidget(small)
    assert small.sizeHint().height() >= 24


@pytest.mark.parametrize("kind", [Chip, Switch, CheckBox])
def test_choices_are_check_boxes_for_screen_readers(look: Look, qtbot: QtBot, kind: type[Chip]) -> None:
    widget = kind(look, "Vähennä liikettä")
    qtbot.addWidget(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "Vähennä liikettä"
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert widget.isChecked()


def test_letting_go_outside_does_nothing(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "Tulossa 3")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(500, 5))
    assert not chip.isChecked()


def test_a_chip_does_not_jump_when_it_is_chosen(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "Tulossa 3")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_segments_move_with_arrow_keys_and_tell_only_the_users_choice(look: Look, qtbot: QtBot, shown: Show) -> None:
    segments = Segmented(look, [("a", "Huomio", "F2"), ("b", "Päätös", "F3"), ("c", "Tehtävä", "F4")], "b")
    shown(segments)
    said: list[str] = []
    segments.chosen.connect(said.append)
    segments.set_value("c")
    assert (segments.value(), said) == ("c", [])
    first = segments._group.button(0)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert said == ["a", "b"]
    assert segments.value() == "b"


def test_segments_are_equal_until_one_needs_more_than_its_share(look: Look, qtbot: QtBot, shown: Show) -> None:
    segments = Segmented(look, [("a", "heti"), ("b", "kun hyväksyn")], small=True)
    shown(segments)
    short, long = segments._group.buttons()
    segments.resize(2 * long.sizeHint().width() + 20, segments.height())
    qtbot.waitUntil(lambda: abs(short.width() - long.width()) <= 1)
    segments.resize(short.sizeHint().width() + long.sizeHint().width() + 6, segments.height())
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in (short, long)))


def test_segments_can_offer_other_choices(look: Look, qtbot: QtBot) -> None:
    segments = Segmented(look, [("a", "Huomio")])
    assert segments.minimumSizeHint().width() < segments.sizeHint().width()  # its air goes before it is cut
    qtbot.addWidget(segments)
    segments.set_choices([("x", "Päivä"), ("y", "Ilta")], "y")
    assert segments.value() == "y"
    segments.set_value("ei ole")
    assert segments.value() == "y"


def stepper(look: Look, qtbot: QtBot) -> Stepper:
    made = Stepper(look, 35, 5, 60, lambda n: f"{n} min", step=5, name="Kesto")
    qtbot.addWidget(made)
    return made


def test_a_stepper_steps_types_and_stops_at_its_ends(look: Look, qtbot: QtBot) -> None:
    made = stepper(look, qtbot)
    said: list[int] = []
    made.value_changed.connect(said.append)
    QTest.mouseClick(made._more, Qt.MouseButton.LeftButton)
    QTest.keyClick(made._box, Qt.Key.Key_Down)
    made._box.selectAll()
    QTest.keyClicks(made._box, "60 min")
    QTest.keyClick(made._box, Qt.Key.Key_Return)
    assert said == [40, 35, 60]
    assert not made._more.isEnabled()
    made.set_value(5)
    assert said == [40, 35, 60]
    assert not made._less.isEnabled()
    assert QAccessible.queryAccessibleInterface(made._box).role() == QAccessible.Role.SpinBox
    assert made._box.accessibleName() == "Kesto"


def test_nonsense_typed_into_a_stepper_changes_nothing(look: Look, qtbot: QtBot) -> None:
    made = stepper(look, qtbot)
    made._box.selectAll()
    QTest.keyClicks(made._box, "paljon")
    QTest.keyClick(made._box, Qt.Key.Key_Return)
    assert made.value() == 35


def test_a_field_names_its_input_and_tells_what_is_wrong(look: Look, qtbot: QtBot) -> None:
    date = QLineEdit("31.2.")
    field = Field(look, "Viimeistään", date)
    qtbot.addWidget(field)
    assert date.accessibleName() == "Viimeistään"
    field.set_message("Päivää ei ole. Tarkista kuukausi.", "error")
    assert date.accessibleDescription() == "Päivää ei ole. Tarkista kuukausi."
    assert date.property("state") == "error"
    assert field._message.isVisibleTo(field)
    field.set_message("")
    assert date.property("state") == ""
    assert not field._message.isVisibleTo(field)


def test_a_list_shows_what_is_chosen(look: Look, qtbot: QtBot) -> None:
    chooser = Select(look, "Valkokankaalla")
    qtbot.addWidget(chooser)
    chooser.addItem(look.icon("projector-screen"), "Kortti ja tuolirinki")
    interface = QAccessible.queryAccessibleInterface(chooser)
    assert interface.role() == QAccessible.Role.ComboBox
    assert interface.text(QAccessible.Text.Value) == "Kortti ja tuolirinki"
    assert chooser.accessibleName() == "Valkokankaalla"
    assert not chooser.grab().isNull()


@pytest.mark.parametrize(
    ("texts", "letters"),
    [
        (["Tallenna", "Peru"], ["t", "p"]),
        (["Tallenna", "Takaisin", "Tyhjennä"], ["t", "a", "y"]),
        (["Lisää lappu", "Lähetä"], ["l", "ä"]),
        (["A", "A", "−1"], ["a", "", ""]),
    ],
)
def test_letters_are_dealt_without_doubles(texts: list[str], letters: list[str]) -> None:
    assert deal_letters(texts) == letters


def test_alt_gives_letters_that_press_the_buttons(look: Look, qtbot: QtBot, shown: Show) -> None:
    save, undo = Button(look, "Tallenna"), Button(look, "Kumoa")
    closed = Button(look, "Kiinni")
    closed.setEnabled(False)
    window: QWidget = shown(save, undo, closed)
    letters = Mnemonics(window)
    pressed: list[str] = []
    save.clicked.connect(lambda: pressed.append("save"))
    undo.clicked.connect(lambda: pressed.append("undo"))
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    assert set(letters.letters()) == {"t", "k"}
    assert mnemonic_of(undo) == "k"
    QTest.keyClick(handle, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert pressed == ["undo"]
    assert undo.hasFocus()
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    assert letters.letters() == {}
    assert mnemonic_of(undo) == ""


def test_a_button_may_go_while_alt_is_held(look: Look, shown: Show) -> None:
    save, undo = Button(look, "Tallenna"), Button(look, "Kumoa")
    letters = Mnemonics(shown(save, undo))
    alt = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    letters.eventFilter(letters, alt)
    assert set(letters.letters()) == {"t", "k"}
    delete(undo)
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier, "k")
    assert not letters.eventFilter(letters, pressed)
    letters.eventFilter(letters, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier))
    assert letters.letters() == {}
    assert mnemonic_of(save) == ""


def test_a_folding_button_makes_room_for_the_others(look: Look, qtbot: QtBot) -> None:
    button = FoldingButton(look, "Edellinen", size="small", icon="caret-left")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.sizeHint())
    assert not button.is_folded()
    assert button.toolTip() == ""
    button.resize(button.minimumSizeHint())
    assert button.is_folded()
    assert "Edellinen" in button.toolTip()
    assert button.minimumSizeHint().width() < button.sizeHint().width() / 2


def test_a_wheel_that_passes_over_a_field_is_left_to_what_scrolls(look: Look, shown: Show) -> None:
    select, stepper, slider = Select(look, "Tapa"), Stepper(look, 5, 1, 600, name="Kesto"), Slider(Qt.Orientation.Horizontal)
    select.addItems(["Pisteet", "Asteikko", "Lippu"])
    slider.setValue(50)
    shown(select, stepper, slider)
    for widget in (select, stepper.findChild(QSpinBox), slider):
        assert isinstance(widget, QWidget)
        middle = widget.rect().center()
        event = QWheelEvent(
            *(QPointF(middle), QPointF(widget.mapToGlobal(middle)), QPoint(), QPoint(0, -120)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(widget, event)
        assert not event.isAccepted()
    assert (select.currentIndex(), stepper.value(), slider.value()) == (0, 5, 50)
