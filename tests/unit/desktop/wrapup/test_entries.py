"""Decisions and actions as tables: every row is an entry of the record, and nothing typed gets lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.wrapup.entriesform import EntriesForm
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.workshop import record
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import settle

Reread = Callable[[], Workshop]


@pytest.fixture
def deeds(page: WrapUpPage) -> EntriesForm:
    """The actions, on show."""
    page.choose("actions")
    return page.editor.deeds


def actions(state: Workshop) -> list[tuple[str, str, str]]:
    return [(entry.text, entry.who, entry.due) for entry in state.record.of_kind("action")]


def test_who_is_missing_is_said_and_mended(page: WrapUpPage, deeds: EntriesForm, qtbot: QtBot, reread: Reread) -> None:
    assert deeds.ask.words() == "Kuka vastaa: Pidetään talkoot? Nimeä taho ennen hyväksymistä."
    row = deeds.rows()[1]
    assert row.who.property("state") == "error"
    row.who.setFocus()
    QTest.keyClicks(row.who, "Kunta\r")
    assert actions(reread())[1] == ("Pidetään talkoot", "Kunta", "16.5.")
    assert not deeds.ask.isVisible()
    assert row.who.property("state") != "error"


def test_an_action_is_added_field_by_field(page: WrapUpPage, deeds: EntriesForm, qtbot: QtBot, reread: Reread) -> None:
    deeds.add_button.click()
    row = deeds.rows()[-1]
    assert row.what.hasFocus()
    QTest.keyClicks(row.what, "Tehtiin laskelma")
    QTest.keyClick(row.what, Qt.Key.Key_Tab)
    QTest.keyClicks(row.who, "Kunta")
    QTest.keyClick(row.who, Qt.Key.Key_Tab)
    QTest.keyClicks(row.due, "30.4.\r")
    assert actions(reread())[-1] == ("Tehtiin laskelma", "Kunta", "30.4.")
    assert len(actions(page.workbench.state)) == len(deeds.rows()) == 3
    assert deeds.rows()[-1] is row


def test_a_new_row_that_stays_empty_is_no_entry(deeds: EntriesForm, page: WrapUpPage, reread: Reread) -> None:
    deeds.add_button.click()
    deeds.add_button.click()
    assert len(deeds.rows()) == 3
    page.list.row("actions").setFocus()
    assert len(actions(reread())) == 2
    deeds.rows()[-1].remove_button.click()
    assert len(deeds.rows()) == 2


def test_an_action_is_removed_and_brought_back(deeds: EntriesForm, page: WrapUpPage, reread: Reread) -> None:
    deeds.rows()[0].remove_button.click()
    assert [what for what, _, _ in actions(reread())] == ["Pidetään talkoot"]
    assert len(deeds.rows()) == 1
    page.workbench.undo()
    assert len(actions(reread())) == 2
    assert [row.what.toPlainText() for row in deeds.rows()] == ["Kysytään lämmityskulut", "Pidetään talkoot"]


def test_an_entry_keeps_its_words_rather_than_become_empty(
    deeds: EntriesForm, page: WrapUpPage, qtbot: QtBot, reread: Reread
) -> None:
    row = deeds.rows()[0]
    row.what.setFocus()
    row.what.selectAll()
    QTest.keyClick(row.what, Qt.Key.Key_Delete)
    row.due.setFocus()
    assert actions(reread())[0][0] == "Kysytään lämmityskulut"
    assert row.what.toPlainText() == "Kysytään lämmityskulut"


def test_what_somebody_else_records_appears(
    page: WrapUpPage, deeds: EntriesForm, house: House, evening: str, qtbot: QtBot
) -> None:
    row = deeds.rows()[0]
    row.what.setFocus()
    QTest.keyClicks(row.what, "Heti: ")
    do(house, evening, record.act("Kolmas", "Kylä", ""))
    until(qtbot, lambda: len(deeds.rows()) == 3)
    settle(page, qtbot)
    assert row.what.toPlainText().startswith("Heti: ")


def test_decisions_are_numbered_and_written_alike(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    page.choose("decisions")
    form = page.editor.forms["decisions"]
    assert isinstance(form, EntriesForm)
    form.add_button.click()
    row = form.rows()[-1]
    QTest.keyClicks(row.what, "Kokoonnutaan taas.")
    page.editor.commit()
    texts = [entry.text for entry in reread().record.of_kind("decision")]
    assert texts == ["Kutsutaan koolle työryhmä.", "Kokoonnutaan taas."]
    assert [row.number.words() for row in form.rows()] == ["1.", "2."]
    assert not row.who.isVisible()


def test_narrow_rows_put_who_and_when_under_what(deeds: EntriesForm, page: WrapUpPage) -> None:
    row = deeds.rows()[0]
    under = []
    for width in (600, 300):
        row.resize(width, 100)
        row._grid.activate()
        under.append(row.who.y() > row.what.y())
    assert under == [False, True]
