"""What goes wrong with papers: typing errors, spoilt ballots, empty forms, forms half typed, and results already counted."""

import json
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.paperentry.drafts import draft_file
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import translator
from fasilitaattori.kit.focus import FocusRing
from fasilitaattori.kit.roles import tell_roles
from fasilitaattori.workshop import closing, running
from fasilitaattori.workshop.agenda import add_steps, new_step
from fasilitaattori.workshop.info import set_info
from tests.inspecting import OwnWords, faults
from tests.tabbing import faults_of_way
from tests.unit.desktop.holding import AnswersLater
from tests.unit.desktop.paperentry.conftest import Typist

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
ASKED: list[dict[str, Any]] = [
    {"id": "a", "text": "Kuultiinko?", "kind": "scale"},
    {"id": "b", "text": "Mistä kuulit?", "kind": "one", "options": ["Lehdestä", "Naapurilta"]},
    {"id": "c", "text": "Mitä vielä?", "kind": "text"},
]
DOTS: dict[str, Any] = {"kind": "dots", "dots": 3, "per_option": 2, "options": ["Sauna", "Kirjasto", "Kahvila"]}


def test_backspace_takes_back_a_mark_and_then_leads_back(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("4\n1<2\n")
    assert typist.desk.view.given.answers == {"a": "4", "b": "1"}
    typist.type("<<<<5\n\nKiitos\n")
    typist.settled()
    typist.close_step()
    result = typist.mine.result
    assert (result.of("a").counts["5"], result.of("b").n, result.of("c").texts) == (1, 0, ["Kiitos"])


def test_shift_tab_leads_back_and_tab_on(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.press(Key.Key_Tab)
    assert typist.desk.view.at == 1
    typist.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert typist.desk.view.at == 0


def test_a_number_that_is_not_on_the_paper_is_told_of(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("8")
    assert typist.told == ["Tässä ei ole numeroa 8."]
    typist.type("3")
    assert not typist.told


def test_too_many_points_are_explained_and_the_ballot_can_be_rejected(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("1122\n")
    assert typist.told == [
        "Pisteitä on 4, sallittu on 3. Korjaa, jos näppäilit väärin. Jos lipussa on näin, paina X: se hylätään."
    ]
    assert typist.desk.number == 1
    typist.type("x\n")
    typist.settled()
    typist.type("333\n")
    assert typist.told[0].startswith("Samalla vaihtoehdolla on 3 pistettä, sallittu on 2.")
    typist.type("<1\n")
    typist.settled()
    typist.close_step()
    result = typist.mine.result
    assert (result.totals, result.rejected) == ({"option-0": 1, "option-1": 0, "option-2": 2}, 1)


def test_what_cannot_be_read_is_not_answered_and_is_counted_as_unclear(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("4\nx\n\n")
    typist.settled()
    typist.close_step()
    assert (typist.mine.result.of("b").n, typist.mine.result.of("b").unclear) == (0, 1)


def test_an_empty_form_is_saved_when_enter_says_so_again(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("\n\n\n")
    assert typist.told == ["Lomake on tyhjä. Enter uudelleen tallentaa sen tyhjänä."]
    assert typist.desk.number == 1
    typist.type("\n")
    typist.settled()
    assert typist.desk.number == 2


def test_an_empty_slip_is_not_taken_and_a_long_one_is_kept_to_be_shortened(typist: Typist) -> None:
    typist.open("ideas")
    typist.type("\n")
    assert typist.told == ["Lapussa ei ole ajatusta. Tyhjää lappua ei kirjata: ota seuraava."]
    typist.type("x" * 300 + "\n")
    assert typist.told == ["Lapussa on 300 merkkiä. Seinälle mahtuu 280. Lyhennä tai jaa kahdeksi lapuksi."]
    assert len(typist.desk.view.given.answers["idea"]) == 300


def test_leafing_back_opens_the_last_form_and_correcting_it_replaces_it(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("1\n1\nyksi\n2\n2\nkaksi\n4")
    typist.settled()
    typist.press(Key.Key_PageUp)
    typist.until(lambda: typist.desk.correcting and typist.desk.number == 2)
    assert typist.desk.view.given.answers == {"a": "2", "b": "1", "c": "kaksi"}
    typist.press(Key.Key_PageUp)
    typist.until(lambda: typist.desk.number == 1)
    typist.type("5")
    typist.press(Key.Key_Return, Control)
    typist.settled()
    assert not typist.desk.correcting
    assert (typist.desk.number, typist.desk.view.given.answers) == (3, {"a": "4"})
    assert typist.mine.papers.corrected == 1
    typist.type("\n\n\n")
    typist.settled()
    typist.close_step()
    assert typist.mine.result.of("a").counts == {"1": 0, "2": 1, "3": 0, "4": 1, "5": 1}
    assert typist.mine.result.answers == 3


def test_looking_at_a_form_changes_nothing(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("1\n\n\n")
    typist.settled()
    events = len(typist.window.workbench.open_session.replica.events)
    typist.press(Key.Key_PageUp)
    typist.until(lambda: typist.desk.correcting)
    typist.press(Key.Key_PageDown)
    assert (typist.desk.correcting, typist.desk.number) == (False, 2)
    typist.press(Key.Key_PageUp)
    typist.until(lambda: typist.desk.correcting)
    typist.press(Key.Key_Escape)
    assert not typist.desk.correcting
    typist.settled()
    assert len(typist.window.workbench.open_session.replica.events) == events


def test_a_form_is_removed_and_brought_back(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("1\n\n\n2\n\n\n")
    typist.settled()
    typist.desk.beside.remove_button.click()
    typist.settled()
    assert typist.desk.batch.numbers == [1]
    typist.window.workbench.undo()
    typist.until(lambda: typist.desk.batch.numbers == [1, 2])


def test_slips_are_corrected_and_removed_too(typist: Typist) -> None:
    typist.open("ideas", columns=["Vahvuudet"])
    typist.type("Sauma\n1\nToinen\n\n")
    typist.settled()
    typist.desk.open_paper(1)
    assert typist.desk.view.given.answers["idea"] == "Sauma"
    typist.type("<<na\n")
    typist.press(Key.Key_Backspace)
    typist.type("\n")
    typist.settled()
    assert [(idea.text, idea.theme) for idea in typist.mine.on_wall()] == [("Sauna", ""), ("Toinen", "")]


def test_a_half_typed_form_is_there_after_another_page_another_language_and_a_crash(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("4\n2\nkes")
    typist.window.workbench.go("kokoa")
    typist.window.workbench.go("paperilta")
    assert typist.desk.view.given.answers == {"a": "4", "b": "1", "c": "kes"}
    typist.type("k")
    typist.window.look.change(tr=translator("sv"))
    typist.until(lambda: typist.page.head.title.words() == "Mata in från papper")
    assert typist.desk.view.given.answers["c"] == "kesk"
    typist.type("en")
    file = draft_file(typist.house.folder, typist.stream, typist.step)
    typist.until(lambda: file.exists() and json.loads(file.read_bytes())["given"]["answers"].get("c") == "kesken")


def test_a_draft_is_taken_up_again_and_leaves_nothing_when_saved(typist: Typist) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("4\n2\nkesken")
    typist.window.workbench.close_workshop()
    file = draft_file(typist.house.folder, typist.stream, typist.step)
    assert file.exists()
    typist.window.workbench.open(typist.stream, "paperilta")
    typist.until(lambda: typist.window.pages.name == "paperilta")
    assert typist.desk.view.given.answers == {"a": "4", "b": "1", "c": "kesken"}
    typist.type("\n")
    typist.settled()
    typist.until(lambda: not file.exists())


def add_to_closed_vote(typist: Typist) -> None:
    """A second ballot is typed in after the first was counted; what is asked gets a yes."""
    typist.open("vote", **DOTS)
    typist.type("12\n")
    typist.settled()
    typist.close_step()
    typist.until(lambda: typist.page.nothing is not None)
    assert typist.page.nothing is not None
    assert typist.page.nothing.heading.words() == "Äänestys on jo laskettu"
    typist.page.nothing.button.click()
    typist.until(lambda: typist.page.desk is not None)
    assert typist.desk.number == 2
    typist.type("11\n")
    typist.settled()
    typist.window.workbench.question_asked.connect(lambda question: question.on_yes())


def test_papers_are_added_to_a_closed_vote_on_purpose_and_counted_in(typist: Typist) -> None:
    add_to_closed_vote(typist)
    typist.desk.beside.count_button.click()
    typist.until(lambda: typist.mine.result.papers == 2)
    assert typist.mine.result.totals == {"option-0": 3, "option-1": 1, "option-2": 0}
    assert typist.mine.result.late == 1


def test_papers_counted_in_are_told_though_their_desk_has_made_way(
    typist: Typist, told: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_to_closed_vote(typist)
    desk, later = typist.desk, AnswersLater(typist.window.workbench.open_session, monkeypatch)
    desk.beside.count_button.click()
    typist.qtbot.waitUntil(lambda: bool(later.held) and not isValid(desk))
    later.come()
    typist.until(lambda: "1 lippu syötetty ja laskettu mukaan" in [notice.words for notice in told])


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_paper_is_saved_when_its_page_is_no_more(
    typist: Typist, told: list[Notice], monkeypatch: pytest.MonkeyPatch, is_refused: bool
) -> None:
    typist.open("vote", **DOTS)
    desk, session = typist.desk, typist.window.workbench.open_session
    if is_refused:

        def refuse(*_: Any) -> Any:
            raise RuleViolation("already_approved")

        monkeypatch.setattr(desk.batch.tool, "enter", lambda *_: refuse, raising=False)
    later = AnswersLater(session, monkeypatch)
    typist.type("12\n")
    typist.qtbot.waitUntil(lambda: bool(later.held))
    told.clear()
    typist.house.settings.language = "sv"
    typist.qtbot.waitUntil(lambda: not isValid(desk))
    later.come()
    typist.until(lambda: not session.pending)
    assert [notice.kind for notice in told] == ["warning"] * is_refused


def test_papers_wait_while_the_minutes_are_approved(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.close_step()
    typist.do(closing.approve("Helmi"))
    typist.until(lambda: typist.page.nothing and typist.page.nothing.heading.words() == "Muistio on jo hyväksytty")


@pytest.mark.parametrize(("tool", "settings", "heading"), [("talk", {}, "Ei papereita"), ("survey", {}, "Ei vielä mitään")])
def test_where_there_is_nothing_to_type_in_it_says_what_to_do(
    typist: Typist, tool: str, settings: dict[str, Any], heading: str
) -> None:
    stream = typist.house.workshop(set_info(title="Ilta"), add_steps([new_step("Vaihe", tool, 5, settings=settings)]))
    typist.window.workbench.open(stream, "paperilta")
    typist.until(lambda: typist.window.pages.name == "paperilta")
    assert typist.page.nothing is not None
    assert typist.page.nothing.heading.words().startswith(heading)
    typist.page.nothing.button.click()
    assert typist.window.pages.name == "suunnittele"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("tool", "settings"), [("survey", {"questions": ASKED}), ("vote", DOTS), ("ideas", {"columns": ["A"]})]
)
def test_it_can_be_read_and_used_by_everyone(typist: Typist, scale: float, tool: str, settings: dict[str, Any]) -> None:
    typist.window.look.change(text_scale=scale)
    tell_roles()
    ring = FocusRing(typist.window.look, cast(QApplication, QApplication.instance()))
    typist.open(tool, **settings)
    typist.type("Ajatus" if tool == "ideas" else "1")
    typist.press(Key.Key_Return, Control)
    typist.settled()
    for toast in typist.window.toasts.shown():
        toast.close_now()
    typist.qtbot.wait(50)
    assert not faults(typist.window, OwnWords("fi"))
    assert not faults_of_way(typist.window)
    ring.close()


def test_the_wrap_up_leads_to_the_papers_of_a_step_and_back(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.window.workbench.go("kokoa")
    page = typist.window.pages.page
    assert isinstance(page, WrapUpPage)
    typist.until(lambda: page.draft.section(f"step:{typist.step}") is not None)
    assert not page.editor.paper_button.isVisible()
    page.choose(f"step:{typist.step}")
    assert page.editor.paper_button.isVisible()
    page.editor.paper_button.click()
    typist.until(lambda: typist.window.pages.name == "paperilta")
    typist.press(Key.Key_Escape)
    assert typist.window.pages.name == "kokoa"


def test_a_paper_half_typed_when_the_vote_closes_waits_for_the_papers_added_later(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("11\n2")
    typist.settled()
    typist.close_step()
    typist.until(lambda: typist.page.nothing is not None)
    assert typist.page.nothing is not None
    typist.page.nothing.button.click()
    typist.until(lambda: typist.page.desk is not None)
    assert (typist.desk.number, typist.desk.view.given.answers) == (2, {"vote": {"option-1": 1}})


def test_a_paper_that_comes_too_late_is_not_lost(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("11")
    typist.house.door.ask(typist.stream, running.close_step(typist.step)).result()
    typist.type("\n")  # the desk has not heard of it yet
    typist.until(lambda: typist.page.nothing is not None)
    assert typist.page.nothing is not None
    typist.page.nothing.button.click()
    typist.until(lambda: typist.page.desk is not None)
    assert typist.desk.view.given.answers == {"vote": {"option-0": 2}}
