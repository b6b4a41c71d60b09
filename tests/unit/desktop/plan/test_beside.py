"""What stands beside and under the agenda: what to bring along, and how the method was changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fasilitaattori.desktop.plan.changespanel import ChangesPanel
from fasilitaattori.desktop.plan.materialspanel import MaterialsPanel
from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import change_step
from fasilitaattori.workshop.changes import changes
from fasilitaattori.workshop.materials import add_materials

from .conftest import Planning


def _reasons(planning: Planning) -> list[str]:
    return [change.why for change in changes(planning.window.workbench.state)]


def test_a_reason_is_asked_where_the_change_was_made(planning: Planning) -> None:
    page = planning.page
    assert not page.foot.changes_button.isVisible()
    planning.select("Kahvitauko")
    assert not page.panel.reason.isVisible()
    page.panel.minutes.value_changed.emit(10)
    planning.until(page.panel.reason.isVisible)
    assert page.panel.differs.words() == "Menetelmästä poiketen: lyhennetty 20 → 10 min. Miksi?"
    assert page.foot.changes_button.words() == "1 muutos menetelmään, miksi?"
    page.panel.why.setFocus()
    QTest.keyClicks(page.panel.why, "Kahvit juodaan jo tullessa")
    QTest.keyClick(page.panel.why, Qt.Key.Key_Return)
    planning.until(lambda: _reasons(planning) == ["Kahvit juodaan jo tullessa"])
    planning.until(lambda: page.foot.changes_button.words() == "1 muutos menetelmään")


def test_questions_of_ones_own_need_no_reason(planning: Planning) -> None:
    page = planning.page
    planning.select("Ideaseinä")
    form = page.panel.form
    assert form is not None
    form.tell("prompt", "Mitä pihalle?")
    planning.until(lambda: page.foot.changes_button.words() == "1 muutos menetelmään")
    assert not page.panel.reason.isVisible()
    assert [change.text(page.look.tr) for change in changes(planning.window.workbench.state)] == ["kysytään toisin"]


def test_what_was_being_written_belongs_to_the_step_it_was_written_for(planning: Planning) -> None:
    page = planning.page
    planning.select("Kahvitauko")
    page.panel.minutes.value_changed.emit(10)
    planning.until(page.panel.reason.isVisible)
    page.panel.why.setText("Kahvit juodaan jo tullessa")
    planning.select("Ideaseinä")
    planning.until(lambda: _reasons(planning) == ["Kahvit juodaan jo tullessa"])
    assert page.panel.why.text() == ""


def test_a_step_left_out_gets_its_reason_in_the_list(planning: Planning) -> None:
    page = planning.page
    gone = planning.step("Pariporina").id
    page.acts.remove(gone)
    planning.until(page.foot.changes_button.isVisible)
    page.foot.changes_button.click()
    panel = page.beside.side("changes")
    assert isinstance(panel, ChangesPanel)
    assert panel.isVisible()
    assert not page.panel.isVisible()
    line = panel.entries[gone].why
    assert line.accessibleName() == "Miksi? Pariporina"
    line.setText("Väkeä tuli vähän")
    line.commit()
    planning.until(lambda: _reasons(planning) == ["Väkeä tuli vähän"])
    planning.window.workbench.undo()
    planning.until(lambda: _reasons(planning) == [""])
    planning.window.workbench.undo()
    planning.until(lambda: not panel.entries)
    panel.left.emit()
    assert page.panel.isVisible()


def test_materials_come_from_the_method_and_can_be_ticked_written_and_removed(planning: Planning) -> None:
    page, bench = planning.page, planning.window.workbench
    bench.do(add_materials(["Tussit", "Kahvia"]))
    planning.until(lambda: page.foot.materials_button.words() == "Tarvikkeet 0/2")
    page.foot.materials_button.click()
    panel = page.beside.side("materials")
    assert isinstance(panel, MaterialsPanel)
    first, second = panel.rows.values()
    first.box.click()
    planning.until(lambda: page.foot.materials_button.words() == "Tarvikkeet 1/2")
    second.text.setText("Kahvia ja teetä")
    second.text.commit()
    panel.new.setFocus()
    QTest.keyClicks(panel.new, "Jatkojohto")
    QTest.keyClick(panel.new, Qt.Key.Key_Return)
    planning.until(lambda: len(panel.rows) == 3)
    assert panel.new.text() == ""
    first.remove_button.click()
    planning.until(lambda: [each.text for each in bench.state.materials.all()] == ["Kahvia ja teetä", "Jatkojohto"])
    bench.undo()
    planning.until(lambda: len(panel.rows) == 3)
    assert first is not next(iter(panel.rows.values()))
    assert next(iter(panel.rows.values())).box.isChecked()


def test_a_plan_of_an_evening_that_has_ended_leads_to_the_minutes(planning: Planning) -> None:
    bench, button = planning.window.workbench, planning.page.head.live_button
    assert button.words() == "Aloita ohjaus"
    bench.do(running.start())
    planning.until(lambda: button.words() == "Jatka ohjausta")
    bench.do(running.end())
    planning.until(lambda: button.words() == "Siirry kokoamaan")
    button.click()
    planning.until(lambda: planning.window.pages.name == "kokoa")


def test_groups_that_work_at_the_same_time(planning: Planning) -> None:
    page = planning.page
    planning.select("Kahvitauko")
    assert not page.panel.groups.isVisible()
    planning.select("Pöytien ehdotukset")
    editor = page.panel.groups
    planning.until(editor.isVisible)
    editor.add_button.click()
    row = editor.rows[0]
    row.name.setText("Pöytä 1")
    row.name.commit()
    planning.until(lambda: [group.name for group in planning.step("Pöytien ehdotukset").groups] == ["Pöytä 1"])
    row.host.setText("Helmi")
    row.host.commit()
    planning.until(lambda: [group.host for group in planning.step("Pöytien ehdotukset").groups] == ["Helmi"])
    editor.add_button.click()
    editor.rows[1].topic.setText("Koulun piha")
    editor.rows[1].topic.commit()
    planning.until(lambda: len(planning.step("Pöytien ehdotukset").groups) == 2)
    shown = page.agenda.row(planning.step("Pöytien ehdotukset").id)
    assert shown is not None
    assert shown.accessibleDescription() == "2 ryhmää: Pöytä 1, Koulun piha"
    editor.add_button.click()
    planning.select("Ideaseinä")
    planning.select("Pöytien ehdotukset")
    assert len(editor.rows) == 2
    editor.rows[0].cross.click()
    planning.until(lambda: [group.topic for group in planning.step("Pöytien ehdotukset").groups] == ["Koulun piha"])
    planning.window.workbench.undo()
    planning.until(lambda: len(editor.rows) == 2)


def test_there_are_no_more_groups_than_a_step_may_have(planning: Planning) -> None:
    step = planning.step("Pöytien ehdotukset")
    with pytest.raises(RuleViolation, match="enintään 30 ryhmää"):
        change_step(step.id, groups=[{"name": str(n)} for n in range(31)])(planning.window.workbench.state)
    planning.window.workbench.do(change_step(step.id, groups=[{"name": str(n)} for n in range(30)]))
    planning.select("Pöytien ehdotukset")
    editor = planning.page.panel.groups
    planning.until(lambda: len(editor.rows) == 30)
    assert not editor.add_button.isEnabled()
    assert "enintään 30 ryhmää" in editor.add_button.toolTip()
    editor.rows[-1].cross.click()
    assert editor.add_button.isEnabled()
    assert not editor.add_button.toolTip()


def test_a_group_that_is_being_written_stays_when_something_else_changes(planning: Planning) -> None:
    planning.select("Pöytien ehdotukset")
    editor = planning.page.panel.groups
    planning.until(editor.isVisible)
    editor.add_button.click()
    QTest.keyClicks(editor.rows[0].name, "Koivu")
    planning.window.workbench.do(running.start())
    planning.until(lambda: planning.page.head.live_button.words() == "Jatka ohjausta")
    assert [row.name.text() for row in editor.rows] == ["Koivu"]
    QTest.keyClick(editor.rows[0].name, Qt.Key.Key_Tab)
    planning.until(lambda: [group.name for group in planning.step("Pöytien ehdotukset").groups] == ["Koivu"])


def test_everything_can_be_found_by_its_name(planning: Planning) -> None:
    page, bench = planning.page, planning.window.workbench
    acts = {act.words: act for act in page.desk_acts()}
    assert not acts["Sovita ohjelma aikaan"].able()
    planning.select("Kahvitauko")
    page.panel.minutes.value_changed.emit(10)
    planning.until(acts["Sovita ohjelma aikaan"].able)
    acts["Sovita ohjelma aikaan"].run()
    planning.until(lambda: sum(step.minutes for step in planning.steps()) == 150)
    acts["Muutokset menetelmään"].run()
    assert page.beside.side("changes").isVisible()
    bench.want_materials()
    assert page.beside.side("materials").isVisible()
    acts["Työpajan tiedot"].run()
    assert page.heading.isVisible()
