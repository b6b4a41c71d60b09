"""What can be used, what cannot, and what is wrong look different, in the contrast theme without help of colours."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.theme import THEME_NAMES
from fasilitaattori.kit.ticks import CheckBox, RadioButton, Switch
from tests.unit.kit.conftest import Show


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("kind", [Button, Chip, Switch, CheckBox, RadioButton, Select])
@pytest.mark.parametrize("on", [False, True])
def test_what_cannot_be_used_looks_so_in_every_theme(
    dressed: Look, shown: Show, theme: str, kind: Callable[[Look, str], QWidget], on: bool
) -> None:
    dressed.change(theme=theme)
    made = kind(dressed, "Puheajat")
    if isinstance(made, QAbstractButton) and not isinstance(made, Button):
        made.setChecked(on)
    shown(made)
    able = made.grab().toImage()
    made.setEnabled(False)
    assert made.grab().toImage() != able


def shape(widget: QWidget) -> list[bool]:
    """Where it is dark: what is seen of it by somebody who tells no colours apart."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [image.pixelColor(x, y).lightness() < 128 for y in range(image.height()) for x in range(image.width())]


def differing(one: list[bool], other: list[bool]) -> int:
    """In how many pixels: letters of another colour have a few at their edges, a frame has many."""
    assert len(one) == len(other)
    return sum(a != b for a, b in zip(one, other, strict=True))


def quiet(look: Look, words: str) -> Button:
    return Button(look, words, "quiet")


def bare_icon(look: Look, words: str) -> Button:
    return IconButton(look, "plus", words, "quiet")


@pytest.mark.parametrize("kind", [Button, quiet, bare_icon, Chip, Switch, CheckBox, RadioButton, Select])
def test_what_cannot_be_used_has_another_shape_in_the_contrast_theme(
    dressed: Look, shown: Show, kind: Callable[[Look, str], QWidget]
) -> None:
    dressed.change(theme="kontrasti")
    made = kind(dressed, "Puheajat")
    shown(made)
    able = shape(made)
    made.setEnabled(False)
    assert differing(able, shape(made)) > made.height() / 2


def test_an_entry_of_a_menu_that_cannot_be_used_has_another_shape_in_the_contrast_theme(dressed: Look, qtbot: QtBot) -> None:
    dressed.change(theme="kontrasti")
    menu = QMenu()
    qtbot.addWidget(menu)
    entry = menu.addAction("Kumoa")
    menu.addAction("Kopioi")
    menu.resize(menu.sizeHint())
    able = shape(menu)
    entry.setEnabled(False)
    assert differing(able, shape(menu)) > menu.width() / 2


@pytest.mark.parametrize("theme", ["paiva", "ilta"])
@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_mark_that_cannot_be_set_is_paler(
    dressed: Look, shown: Show, theme: str, kind: Callable[[Look, str], QAbstractButton]
) -> None:
    dressed.change(theme=theme)
    made = kind(dressed, "")
    shown(made)
    made.setEnabled(False)
    image = made.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert dressed.colour("line").name() in seen
    assert dressed.colour("edge").name() not in seen


def test_a_field_in_error_stays_red_under_the_pointer(dressed: Look, shown: Show) -> None:
    field = QLineEdit("31.2.")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.setProperty("state", "error")
    shown(field)
    calm = field.grab().toImage()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    field.update()
    assert field.grab().toImage() == calm
    field.setProperty("state", "")
    field.style().unpolish(field)
    field.style().polish(field)
    assert field.grab().toImage() != calm


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_a_field_that_is_only_read_looks_so_in_every_theme(dressed: Look, shown: Show, theme: str) -> None:
    dressed.change(theme=theme)
    field = QLineEdit("Kuikkaperä")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no cursor
    shown(field)
    writable = field.grab().toImage()
    field.setReadOnly(True)
    read = field.grab().toImage()
    assert read != writable
    field.setEnabled(False)
    assert field.grab().toImage() != writable
