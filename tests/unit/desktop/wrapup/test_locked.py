"""Approved minutes look approved: every field of theirs on another ground, and nothing beside them that would still write."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.wrapup.basicsform import BasicsForm
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.desktop.wrapup.sectionlist import BASICS
from fasilitaattori.workshop import closing
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House


def _ground(field: QWidget) -> str:
    picture = field.grab().toImage()
    return picture.pixelColor(picture.width() - 8, picture.height() // 2).name()


def test_every_field_of_approved_minutes_looks_locked(page: WrapUpPage, qtbot: QtBot, house: House, evening: str) -> None:
    page.choose(BASICS)
    form, well = page.editor.forms[BASICS], page.look.theme.hex("well").lower()
    assert isinstance(form, BasicsForm)
    fields = (*form.lines.values(), form.start, form.end, form.day.line, form.goal)
    assert well not in {_ground(field) for field in fields}
    assert form.day.button.isVisible()
    do(house, evening, closing.approve("Aino"))
    until(qtbot, form.goal.isReadOnly)
    assert {_ground(field) for field in fields} == {well}
    assert not form.day.button.isVisible()
    do(house, evening, closing.reopen_minutes())
    until(qtbot, lambda: not form.goal.isReadOnly())
    assert well not in {_ground(field) for field in fields}
    assert form.day.button.isVisible()
