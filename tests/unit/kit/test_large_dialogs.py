"""A dialog with large letters: never higher than the window behind it, and everything in it can be reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.dialog import EDGE, Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.hints import WholeHint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look


@pytest.fixture
def behind(qtbot: QtBot, dressed: Look) -> QWidget:
    """A window of a small laptop, and letters twice as large."""
    dressed.change(text_scale=2.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 672)
    window.show()
    return window


def opened(qtbot: QtBot, look: Look, behind: QWidget, fields: int) -> tuple[Dialog, list[Field]]:
    dialog = Dialog(look, "Uusi työpaja", act="Tee työpaja", parent=behind)
    made = [Field(look, f"Kenttä {n}", QLineEdit()) for n in range(fields)]
    for field in made:
        dialog.body.addWidget(field)
    made[0].widget.setFocus()
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made[0].widget)
    return dialog, made


def is_seen(field: Field) -> bool:
    return field.widget.visibleRegion().boundingRect() == field.widget.rect()


def test_what_does_not_fit_scrolls_and_tab_leads_through_it(qtbot: QtBot, behind: QWidget, dressed: Look) -> None:
    dialog, fields = opened(qtbot, dressed, behind, 7)
    assert dialog.height() <= behind.height() - EDGE
    assert dialog.findChild(QScrollArea) is not None
    for field in fields:
        assert QApplication.focusWidget() is field.widget
        assert is_seen(field)
        QTest.keyClick(field.widget, Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert QApplication.focusWidget() is dialog.safe_button
    assert dialog.act_button.visibleRegion().boundingRect() == dialog.act_button.rect()
    dialog.reject()


def test_what_fits_does_not_scroll_until_something_is_told_in_it(qtbot: QtBot, behind: QWidget, dressed: Look) -> None:
    dialog, fields = opened(qtbot, dressed, behind, 3)
    assert dialog.findChild(QScrollArea) is None
    for field in fields:
        field.set_message("Kirjoita aika muodossa 18.30.", "error")
    qtbot.waitUntil(lambda: dialog.findChild(QScrollArea) is not None)
    assert QApplication.focusWidget() is fields[0].widget
    assert dialog.height() <= behind.height()
    dialog.reject()


def test_it_is_as_high_as_what_is_said_in_it(qtbot: QtBot, behind: QWidget, dressed: Look) -> None:
    """Long sentences want three lines in a narrow window and one in this: no room is kept for the other two."""
    dressed.change(text_scale=1.0)
    dialog = Dialog(dressed, "Valkokangas omalle näytölleen", width=620, parent=behind)
    told = [Label(dressed, "Kytke videotykki tai televisio koneeseen ja sytytä se. " * times) for times in (1, 2, 3)]
    for label in told:
        dialog.body.addWidget(label)
    dialog.open()
    QApplication.processEvents()
    assert [label.height() for label in told] == [label.heightForWidth(label.width()) for label in told]
    before = dialog.height()
    told[0].set_text(told[2].text())
    qtbot.waitUntil(lambda: told[0].height() == told[2].height())
    assert dialog.height() > before
    dialog.reject()


def test_it_is_no_wider_than_the_window(behind: QWidget, dressed: Look) -> None:
    dialog = Dialog(dressed, "Lisenssi", width=900, parent=behind)
    dialog.open()
    assert dialog.width() <= behind.width()
    dialog.reject()


def test_a_hint_that_is_cut_is_told_whole(qtbot: QtBot, dressed: Look) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Etsi nimellä, paikalla tai vuodella")
    WholeHint(field)
    field.resize(600, 42)
    field.show()
    assert field.toolTip() == ""
    field.resize(150, 42)
    assert field.toolTip() == "Etsi nimellä, paikalla tai vuodella"
    field.resize(600, 42)
    assert field.toolTip() == ""
