"""Sections: how each stands, written by hand and back, left out; the forms of those that are more than a text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.basicsform import BasicsForm
from fasilitaattori.desktop.wrapup.editor import Editor
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.desktop.wrapup.sectionlist import names_of, standing
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop.closing import leave_out, what_next
from fasilitaattori.workshop.heading import Heading, head_minutes
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import open_page, settle

Reread = Callable[[], Workshop]


def idea_section(page: WrapUpPage) -> str:
    return next(section.key for section in page.draft.sections if section.title == "Ideaseinä")


def test_every_section_says_how_it_stands(page: WrapUpPage) -> None:
    tr = page.look.tr
    told = {section.key: standing(section, tr)[2] for section in page.draft.sections}
    assert told["people"] == "7 henkilöä"
    assert told[idea_section(page)] == "2 ideaa"
    assert told["decisions"] == "1 päätös"
    assert told["actions"] == told["next"] == "kesken"
    total = sum(section.key != "hall" for section in page.draft.sections)  # which nobody needs
    assert page.list.done.words() == f"{total - 2} / {total} valmiina"
    assert page.list.row("basics").accessibleName() == "Perustiedot, kunnossa"


def test_nothing_is_said_of_a_section_before_there_is_one(workbench: Workbench, evening: str) -> None:
    workbench.open(evening, "tyopajat")
    editor = Editor(workbench)
    for _ in editor.build():
        pass
    said = (editor.left_out, editor.back_button, editor.out_button, editor.check_button, editor.paper_button)
    assert not any(part.isVisibleTo(editor) for part in said)


def test_what_is_empty_is_not_counted(workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House) -> None:
    page = open_page(workbench, window, qtbot, house.workshop(set_info(title="Tyhjä")))
    assert {section.key for section in page.draft.sections if section.state != "empty"} == {"next"}
    assert page.list.done.words() == "1 osa kesken"


def test_the_part_no_minutes_may_lack_is_told_from_a_step_of_the_same_name(
    page: WrapUpPage, qtbot: QtBot, house: House
) -> None:
    do(house, page.workbench.open_session.stream, what_next("kuntaan", "Aino", "20.4."))
    until(qtbot, lambda: page.workbench.state.closing.has_next)
    settle(page, qtbot)
    section = page.draft.section("next")
    assert section is not None
    assert standing(section, page.look.tr)[2] == "pakollinen"
    step = replace(section, key="step:jatko", title="Mitä tällä tehdään?")
    assert names_of([section], page.look.tr) == ["Mitä tällä tehdään?"]
    assert names_of([step, section], page.look.tr) == ["Mitä tällä tehdään?", "Mitä tällä tehdään, kuka kertoo ja milloin"]


def test_arrows_walk_the_list_and_the_editor_follows(page: WrapUpPage, qtbot: QtBot) -> None:
    row = page.list.row("basics")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert page.list.row("people").isChecked()
    assert page.editor.name.words() == "Läsnäolijat"
    QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.name.words() == "Ohjelma ja ajat"


def test_a_text_is_saved_when_left_and_goes_back_to_what_the_evening_told(
    page: WrapUpPage, qtbot: QtBot, reread: Reread
) -> None:
    key = idea_section(page)
    page.choose(key)
    generated = page.editor.text.text.toPlainText()
    assert "Kylän olohuone" in generated
    assert not page.editor.back_button.isVisible()
    page.editor.text.text.setFocus()
    QTest.keyClicks(page.editor.text.text, "Alkuun uusi. ")
    page.list.row(key).setFocus()
    assert reread().closing.edited[key].startswith("Alkuun uusi. ")
    assert page.editor.back_button.isVisible()
    page.editor.back_button.click()
    assert key not in reread().closing.edited
    assert page.editor.text.text.toPlainText() == generated


def test_a_text_is_saved_while_one_pauses_to_think(page: WrapUpPage, qtbot: QtBot) -> None:
    key = idea_section(page)
    page.choose(key)
    page.editor.text.text.setFocus()
    QTest.keyClicks(page.editor.text.text, "Kesken")
    until(qtbot, lambda: page.workbench.state.closing.edited.get(key, "").startswith("Kesken"))
    QTest.keyClicks(page.editor.text.text, " jatkuu")
    settle(page, qtbot)
    assert page.editor.text.text.toPlainText().startswith("Kesken jatkuu")


def test_what_is_being_typed_stays_when_the_evening_goes_on(
    page: WrapUpPage, qtbot: QtBot, house: House, evening: str, reread: Reread
) -> None:
    key = idea_section(page)
    page.choose(key)
    page.editor.text.text.setFocus()
    QTest.keyClicks(page.editor.text.text, "Se on kesken")
    do(house, evening, ideas.add(key.removeprefix("step:"), "Uusi ajatus"))
    until(qtbot, lambda: "Uusi ajatus" in (page.draft.section(key) or page.draft.sections[0]).generated)
    assert page.editor.text.text.toPlainText().startswith("Se on kesken")
    page.left()
    assert reread().closing.edited[key].startswith("Se on kesken")


def test_typing_back_what_was_there_is_no_edit(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    key = idea_section(page)
    page.choose(key)
    page.editor.text.text.setFocus()
    QTest.keyClicks(page.editor.text.text, "x")
    page.editor.commit()
    assert key in reread().closing.edited
    QTest.keyClick(page.editor.text.text, Qt.Key.Key_Backspace)
    page.editor.commit()
    assert key not in reread().closing.edited


def test_a_section_is_left_out_and_taken_back(page: WrapUpPage, reread: Reread) -> None:
    page.choose("decisions")
    page.editor.out_button.click()
    assert "decisions" in reread().closing.left_out
    assert page.editor.left_out.isVisible()
    assert page.list.row("decisions").accessibleName() == "Päätökset, jätetty pois"
    page.editor.out_button.click()
    assert "decisions" not in reread().closing.left_out


def test_what_to_do_next_cannot_be_left_out(page: WrapUpPage) -> None:
    page.choose("next")
    assert not page.editor.out_button.isVisibleTo(page.editor)


def test_another_laptop_may_leave_a_section_out(page: WrapUpPage, house: House, evening: str, qtbot: QtBot) -> None:
    do(house, evening, leave_out("agenda", True))
    until(qtbot, lambda: any(section.left_out for section in page.draft.sections))


def test_the_heading_is_mended_where_it_stands(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    form = page.editor.forms["basics"]
    place = form.lines["place"]  # type: ignore[attr-defined]
    place.setFocus()
    place.selectAll()
    QTest.keyClicks(place, "Nuorisoseurantalo\r")
    assert reread().info.place == "Nuorisoseurantalo"
    start = form.start  # type: ignore[attr-defined]
    start.setText("kuudelta")
    start.commit()
    assert "18.30" in form.fields["start"]._message.words()  # type: ignore[attr-defined]
    assert reread().info.start == "18:00"


def test_heads_are_counted_and_names_need_leave(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    page.choose("people")
    form = page.editor.forms["people"]
    assert form.summary.words() == "Paikalla 7 henkilöä · puhelimella 2"  # type: ignore[attr-defined]
    form.stepper.value_changed.emit(8)  # type: ignore[attr-defined]
    assert reread().people.count() == 10
    row = form.name_row(2)  # type: ignore[attr-defined]
    assert (row.name.words(), row.box.isChecked()) == ("Reino", False)
    row.box.click()
    assert reread().people.all[2].name_in_minutes


def test_an_empty_workshop_has_minutes_that_say_so(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House
) -> None:
    stream = house.workshop()
    page = open_page(workbench, window, qtbot, stream)
    assert {section.key: section.state for section in page.draft.sections}["next"] == "missing"
    others = [section for section in page.draft.sections if section.key not in ("next", "hall")]
    assert {standing(section, page.look.tr)[2] for section in others} == {"tyhjä"}
    assert "ei ole vielä pidetty" in page.list.foot.words()
    for section in page.draft.sections:
        page.choose(section.key)
    page.choose("actions")
    assert page.editor.deeds.nothing.isVisible()


@pytest.mark.parametrize(("width", "scale", "columns"), [(1366, 1.0, 3), (1280, 1.0, 3), (1280, 1.5, 2), (1280, 2.0, 1)])
def test_large_text_takes_fewer_columns(
    page: WrapUpPage, window: MainWindow, width: int, scale: float, columns: int, qtbot: QtBot
) -> None:
    page.look.change(text_scale=scale)
    window.resize(width, 700)
    until(qtbot, lambda: page.room.columns == columns)
    page.choose("actions")
    QApplication.processEvents()
    if columns == 1:
        index = page.room.select.findData("people")
        page.room.select.setCurrentIndex(index)
        page.room.select.activated.emit(index)
        assert page.editor.name.words() == "Läsnäolijat"
    page.look.change(text_scale=1.0)


def edited_by_hand(page: WrapUpPage, qtbot: QtBot) -> str:
    """The key of the wall's section, which somebody has begun in their own words and left."""
    key = idea_section(page)
    page.choose(key)
    page.editor.text.text.setFocus()
    QTest.keyClicks(page.editor.text.text, "Oma alku. ")
    page.left()
    page.shown()
    settle(page, qtbot)
    return key


def test_what_was_recorded_after_an_edit_is_pointed_out_and_may_be_taken_in(
    page: WrapUpPage, qtbot: QtBot, house: House, evening: str, reread: Reread
) -> None:
    key = edited_by_hand(page, qtbot)
    since = page.editor.text.since
    assert not since.isVisible()
    do(house, evening, ideas.add(key.removeprefix("step:"), "Uusi ajatus"))
    until(qtbot, since.isVisible)
    assert since.lines.words().splitlines()[-1] == "Uutta: Uusi ajatus"
    section = page.draft.section(key)
    assert section is not None
    assert standing(section, page.look.tr) == ("warning", "savi", "kirjattu lisää")
    total = sum(section.key != "hall" for section in page.draft.sections)
    assert page.list.done.words() == f"{total - 3} / {total} valmiina"  # two lack something, and this is to be looked at
    since.take_button.click()
    written = reread().closing.edited[key]
    assert written.startswith("Oma alku. ")
    assert "- Uusi ajatus" in written
    until(qtbot, lambda: not since.isVisible())


def test_what_was_recorded_after_an_edit_may_be_left_as_it_is(
    page: WrapUpPage, qtbot: QtBot, house: House, evening: str, reread: Reread
) -> None:
    key = edited_by_hand(page, qtbot)
    do(house, evening, ideas.add(key.removeprefix("step:"), "Uusi ajatus"))
    since = page.editor.text.since
    until(qtbot, since.isVisible)
    since.seen_button.click()
    until(qtbot, lambda: not since.isVisible())
    assert "Uusi ajatus" not in reread().closing.edited[key]
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: key not in reread().closing.edited)
    assert "Uusi ajatus" in page.editor.text.text.toPlainText()


def test_the_kind_of_the_minutes_is_chosen_and_a_meeting_has_more_to_fill_in(
    page: WrapUpPage, qtbot: QtBot, reread: Reread
) -> None:
    page.choose("basics")
    form = page.editor.forms["basics"]
    assert isinstance(form, BasicsForm)
    heading = form.heading
    assert not heading.meeting.isVisible()
    heading.kind.setFocus()
    QTest.keyClick(heading.kind, Qt.Key.Key_Down)
    until(qtbot, heading.meeting.isVisible)
    assert reread().closing.heading == Heading("meeting", "1/2026")
    heading.lines["number"].setFocus()
    heading.lines["number"].selectAll()
    QTest.keyClicks(heading.lines["number"], "3/2026")
    heading.lines["chair"].setFocus()
    assert reread().closing.heading == Heading("meeting", "3/2026")
    assert "checking" in {section.key for section in page.draft.sections}
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: page.workbench.state.closing.heading == Heading("meeting", "1/2026"))


def test_the_number_of_a_meetings_minutes_is_the_next_one_of_the_librarys_year(
    page: WrapUpPage, qtbot: QtBot, reread: Reread, house: House
) -> None:
    for number in ("4/2026", "2/2026", "9/2025", "oma"):
        other = house.evening("kylailta")
        do(house, other, head_minutes(kind="meeting", number="7/2026"), head_minutes(number=number))
    page.choose("basics")
    form = page.editor.forms["basics"]
    assert isinstance(form, BasicsForm)
    form.heading.kind.setFocus()
    QTest.keyClick(form.heading.kind, Qt.Key.Key_Down)
    until(qtbot, form.heading.meeting.isVisible)
    assert reread().closing.heading == Heading("meeting", "5/2026")
    assert form.heading.lines["number"].text() == "5/2026"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: page.workbench.state.closing.heading == Heading())


def test_speaking_shares_come_into_the_minutes_by_a_switch_that_says_what_it_does(
    page: WrapUpPage, qtbot: QtBot, reread: Reread
) -> None:
    page.choose("basics")
    form = page.editor.forms["basics"]
    assert isinstance(form, BasicsForm)
    switch = form.heading.speaking
    assert switch.isVisible()
    assert not switch.isChecked()
    assert "Kertoo ilman nimiä" in form.heading.speaking_about.words()
    assert switch.width() >= switch.sizeHint().width()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    until(qtbot, lambda: reread().closing.heading.speaking)
    until(qtbot, lambda: "speaking" in {section.key for section in page.draft.sections})
    page.editor.set_locked(True)
    assert not switch.isEnabled()


def test_papers_are_typed_in_from_the_part_of_their_step_and_from_the_feedback(page: WrapUpPage) -> None:
    asked: list[str] = []
    page.editor.papers_requested.disconnect()
    page.editor.papers_requested.connect(asked.append)
    steps = page.workbench.state.plan.steps()
    survey = next(step for step in steps if step.tool == "survey")
    wall = next(step for step in steps if step.tool == "ideas")
    for key, step in ((f"step:{wall.id}", wall), ("feedback", survey)):
        page.choose(key)
        assert page.editor.paper_button.isVisibleTo(page.editor)
        page.editor.paper_button.click()
        assert asked[-1] == step.id
    page.choose("people")
    assert not page.editor.paper_button.isVisibleTo(page.editor)
