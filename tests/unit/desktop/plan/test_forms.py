"""What can be set in a step, tool by tool, in the real window."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.plan.form import Form

from .conftest import Planning


def _form(planning: Planning) -> Any:
    form = planning.page.panel.form
    assert form is not None
    return form


def test_lists_of_a_step(planning: Planning, qtbot: QtBot) -> None:
    planning.select("Yhteinen keskustelu")
    prompts = _form(planning).widgets["prompts"]
    before = list(planning.settings("Yhteinen keskustelu").prompts)
    prompts.add_button.click()
    item = prompts.items()[-1]
    assert item.is_open
    entry = item.findChildren(type(planning.page.panel.notes))[0]
    QTest.keyClicks(entry, "Uusi kysymys?")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    planning.until(lambda: planning.settings("Yhteinen keskustelu").prompts == [*before, "Uusi kysymys?"])
    prompts.items()[0].setFocus()
    QTest.keyClick(prompts.items()[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    planning.until(lambda: planning.settings("Yhteinen keskustelu").prompts[:2] == [before[1], before[0]])
    QTest.keyClick(prompts.items()[1], Qt.Key.Key_Delete)
    planning.until(lambda: before[0] not in planning.settings("Yhteinen keskustelu").prompts)


def test_an_item_left_empty_goes_quietly(planning: Planning, qtbot: QtBot) -> None:
    planning.select("Yhteinen keskustelu")
    prompts, before = _form(planning).widgets["prompts"], planning.events()
    count = len(prompts.items())
    prompts.add_button.click()
    entry = prompts.items()[-1].findChildren(type(planning.page.panel.notes))[0]
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert len(prompts.items()) == count
    planning.page.panel.modes.chosen.emit("pari")  # a change of its own, so that there is something to wait for
    planning.until(lambda: planning.step("Yhteinen keskustelu").mode == "pari")
    assert planning.events() == before + 1


def test_a_deck_is_taken_and_a_card_gets_its_deeper_question(planning: Planning) -> None:
    planning.select("Pariporina")
    cards = _form(planning).widgets["cards"]
    cards.take_button.click()
    planning.until(lambda: len(planning.settings("Pariporina").cards) == 24)
    cards.list.pointed.emit(2)
    cards.change(deeper="Mitä siitä seurasi?")
    planning.until(lambda: planning.settings("Pariporina").cards[2].deeper == "Mitä siitä seurasi?")
    assert planning.settings("Pariporina").cards[1].deeper


def test_a_vote_shows_what_its_kind_needs(planning: Planning) -> None:
    planning.select("Pisteäänestys")
    form = _form(planning)
    planning.until(form.widgets["dots"].isVisible)
    assert not form.widgets["options"].isVisible()
    form.tell("source", "")
    planning.until(form.widgets["options"].isVisible)
    form.tell("kind", "scale")
    planning.until(form.widgets["labels"].isVisible)
    assert not form.widgets["options"].isVisible()
    assert not form.widgets["dots"].isVisible()


def test_a_question_of_a_survey(planning: Planning) -> None:
    planning.select("Palaute ja kiitos")
    editor = _form(planning).widgets["questions"]
    before = planning.settings("Palaute ja kiitos").questions
    editor.list.pointed.emit(0)
    planning.until(editor.panel.isVisible)
    editor.form.tell("low", "ei lainkaan")
    planning.until(lambda: planning.settings("Palaute ja kiitos").questions[0].low == "ei lainkaan")
    editor.list.changed.emit([*[question.text for question in before], "Mitä jäi sanomatta?"])
    planning.until(lambda: len(planning.settings("Palaute ja kiitos").questions) == len(before) + 1)
    after = planning.settings("Palaute ja kiitos").questions
    assert [question.id for question in after[:-1]] == [question.id for question in before]


def test_ready_made_columns(planning: Planning) -> None:
    planning.select("Ideaseinä")
    _form(planning).tell("columns", ["Vahvuudet", "Heikkoudet"])
    planning.until(lambda: planning.settings("Ideaseinä").columns == ["Vahvuudet", "Heikkoudet"])
    assert not _form(planning).widgets["themes"].isVisible()


def test_the_form_of_another_tool_follows_in_a_turn_of_its_own(planning: Planning, qtbot: QtBot) -> None:
    panel = planning.page.panel
    planning.select("Yhteinen keskustelu")
    qtbot.waitUntil(lambda: panel.isVisible() and len(panel.findChildren(Form)) == 1)
    planning.select("Kahvitauko")
    planning.select("Ideaseinä")
    assert panel.name.text() == "Ideaseinä"
    assert not [form for form in panel.findChildren(Form) if form.isVisible()], "nothing of the step before is in sight"
    qtbot.waitUntil(lambda: [form.isVisible() for form in panel.findChildren(Form)] == [True])
    assert "prompt" in panel.findChildren(Form)[0].widgets
    planning.select("Kahvitauko")
    planning.window.workbench.close_workshop()
    qtbot.waitUntil(lambda: planning.window.pages.made("suunnittele") is None)
