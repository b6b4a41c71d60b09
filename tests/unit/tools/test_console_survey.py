"""Surveys on the live desk: how many have answered while it is open, figures once enough have."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.tools.survey.console import SurveyConsole
from fasilitaattori.tools.survey.model.papers import count_papers, enter_paper, open_for_papers
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.tools.consoles import ShowConsole, Shown

QUESTIONS = [
    {"id": "a", "text": "Minua kuunneltiin.", "kind": "scale", "low": "Ei", "high": "Kyllä"},
    {"id": "b", "text": "Mistä kuulit?", "kind": "one", "options": ["Lehdestä", "Naapurilta"]},
    {"id": "c", "text": "Mitä vielä?", "kind": "text"},
]


def survey() -> StepPlan:
    """Three questions."""
    return new_step("Palaute", "survey", 5, settings={"intro": "Lyhyesti", "questions": QUESTIONS})


def survey_of(shown: Shown) -> SurveyConsole:
    assert isinstance(shown.console, SurveyConsole)
    return shown.console


def test_a_survey_shows_turnout_then_figures(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    console = survey_of(shown)
    for author in range(1, 7):
        shown.rig.send("survey.answered", author, answers={"a": 4, "b": author % 2, "c": f"Kiitos {author}"})
    shown.until(lambda: console.turnout.words() == "6 / 6 vastannut")
    assert "Kiitos" not in shown.words
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Suljettu")
    shown.until(lambda: "Keskiarvo 4,0 · 6 vastausta" in shown.words)
    shown.until(lambda: "Kiitos 3" in shown.words)


def test_under_five_answers_only_the_count_is_told(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    console = survey_of(shown)
    for author in range(1, 4):
        shown.rig.send("survey.answered", author, answers={"a": 1, "c": "Salaisuus"})
    shown.until(lambda: console.turnout.words() == "3 / 6 vastannut")
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    assert [asking.words for asking in shown.asked] == ["Suljetaanko kysely?"]
    shown.asked[0].on_yes()
    shown.until(lambda: console.tag.text() == "Suljettu")
    shown.until(lambda: "Vastauksia on alle 5, joten näytetään vain niiden määrä." in shown.words)
    assert "Salaisuus" not in shown.words
    assert "Keskiarvo" not in shown.words


def test_who_has_typed_in_forms_is_asked_before_they_are_counted_for_good(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    console = survey_of(shown)
    for author in range(1, 6):
        shown.rig.send("survey.answered", author, answers={"a": 4})
    shown.rig.do(enter_paper(console.step_id, 1, {"a": 2}))
    shown.until(lambda: console.turnout.words().startswith("6"))
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    (asking,) = shown.asked
    assert asking.text == "1 lomake syötetty. Laskemisen jälkeen niitä ei voi enää avata eikä korjata."
    assert console.tag.text() == "Auki"
    asking.on_yes()
    shown.until(lambda: console.tag.text() == "Suljettu")


def test_a_question_few_answered_shows_its_count_only(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    for author in range(1, 7):
        shown.rig.send("survey.answered", author, answers={"a": 5} | ({"c": "Salaisuus"} if author < 3 else {}))
    shown.rig.do(running.close_step())
    shown.until(lambda: "2 vastausta, näytetään vasta viidestä." in shown.words)
    assert "Salaisuus" not in shown.words


def test_f7_leads_to_where_papers_are_typed_in(show_console: ShowConsole, qtbot: QtBot) -> None:
    shown = show_console(survey())
    with qtbot.waitSignal(shown.console.papers_requested):
        assert shown.console.add_by_hand()
    shown.rig.do(running.close_step())
    shown.until(survey_of(shown).again_button.isVisible)
    with qtbot.waitSignal(shown.console.papers_requested):
        QTest.mouseClick(survey_of(shown).paper_button, Qt.MouseButton.LeftButton)


def test_forms_that_are_being_added_after_closing_are_told_of(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    shown.rig.do(running.close_step())
    shown.rig.do(open_for_papers(shown.console.step_id))
    shown.until(lambda: "Papereiden lisäys on kesken" in shown.words)
    assert not survey_of(shown).again_button.isVisible()
    shown.rig.do(count_papers(shown.console.step_id))
    shown.until(survey_of(shown).again_button.isVisible)


def test_forms_on_paper_are_told_of(show_console: ShowConsole) -> None:
    shown = show_console(survey())
    shown.rig.send("survey.answered", 1, answers={"a": 4})
    for number in range(1, 5):
        shown.rig.do(enter_paper(shown.console.step_id, number, {"a": 2}))
    shown.until(lambda: "5 / 6 vastannut" in shown.words and "Heistä 4 paperilla." in shown.words)
    shown.rig.do(running.close_step())
    shown.until(lambda: "Heistä 4 paperilla." in shown.words and "Keskiarvo 2,4 · 5 vastausta" in shown.words)
