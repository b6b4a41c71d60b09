"""What is typed in is neither lost nor counted twice, whatever happens to the vote, the minutes or the page meanwhile."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from fasilitaattori.i18n import translator
from fasilitaattori.workshop import closing, running
from tests.unit.desktop.paperentry.conftest import Typist

Key = Qt.Key
ASKED: list[dict[str, Any]] = [
    {"id": "a", "text": "Kuultiinko?", "kind": "scale"},
    {"id": "b", "text": "Mitä vielä?", "kind": "text"},
]
DOTS: dict[str, Any] = {"kind": "dots", "dots": 3, "per_option": 2, "options": ["Sauna", "Kirjasto", "Kahvila"]}


def to_swedish(typist: Typist) -> None:
    typist.window.look.change(tr=translator("sv"))
    typist.until(lambda: typist.page.head.title.words() == "Mata in från papper")


def to_earlier(typist: Typist, number: int) -> None:
    typist.press(Key.Key_PageUp)
    typist.until(lambda: typist.desk.correcting and typist.desk.number == number)


def add_papers(typist: Typist) -> None:
    """The vote has been closed: papers are added to it on purpose."""
    typist.until(lambda: typist.page.nothing is not None)
    assert typist.page.nothing is not None
    typist.page.nothing.button.click()
    typist.until(lambda: typist.page.desk is not None)


def count_in(typist: Typist) -> None:
    typist.window.workbench.question_asked.connect(lambda question: question.on_yes())
    typist.desk.beside.count_button.click()
    typist.until(lambda: not typist.mine.late)


def heading(typist: Typist) -> str:
    return typist.page.nothing.heading.words() if typist.page.nothing is not None else ""


# --- minutes that are approved ---


def test_papers_being_added_wait_when_the_minutes_are_approved(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("12\n")
    typist.settled()
    typist.close_step()
    add_papers(typist)
    typist.type("1")
    typist.do(closing.approve("Helmi"))
    typist.until(lambda: heading(typist) == "Muistio on jo hyväksytty")
    typist.do(closing.reopen_minutes())
    typist.until(lambda: typist.page.desk is not None)
    assert typist.desk.view.given.answers


def test_slips_wait_when_the_minutes_are_approved(typist: Typist) -> None:
    typist.open("ideas", columns=["Vahvuudet"])
    typist.do(running.end())
    typist.do(closing.approve("Helmi"))
    typist.until(lambda: heading(typist) == "Muistio on jo hyväksytty")


# --- counted once ---


def test_a_ballot_that_was_being_corrected_at_the_closing_is_counted_once(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("11\n3")
    typist.settled()
    to_earlier(typist, 1)
    typist.type("2")
    typist.close_step()
    add_papers(typist)
    assert (typist.desk.number, typist.desk.correcting) == (2, False)
    assert typist.desk.view.given.answers == {"vote": {"option-2": 1}}  # the paper that waited, not the one that was counted
    typist.type("\n")
    typist.settled()
    count_in(typist)
    assert (typist.mine.result.ballots, typist.mine.result.papers) == (2, 2)
    assert typist.mine.result.totals == {"option-0": 2, "option-1": 0, "option-2": 1}


def test_a_correction_that_came_too_late_is_not_one_more_ballot(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("11\n")
    typist.settled()
    to_earlier(typist, 1)
    typist.type("2")
    typist.house.door.ask(typist.stream, running.close_step(typist.step)).result()
    typist.type("\n")  # the desk has not heard yet
    add_papers(typist)
    assert typist.desk.batch.numbers == []
    assert (typist.desk.number, typist.desk.view.given.empty) == (2, True)


@pytest.mark.parametrize(("count", "told"), [(4, True), (5, False)])
def test_it_is_said_when_so_few_papers_are_added_that_they_can_be_told_apart(typist: Typist, count: int, told: bool) -> None:
    typist.open("vote", **DOTS)
    typist.close_step()
    add_papers(typist)
    typist.type("11\n" * count)
    typist.settled()
    asked: list[str] = []
    typist.window.workbench.question_asked.connect(lambda question: asked.append(question.text))
    typist.desk.beside.count_button.click()
    assert ("päätellä kirjatuista luvuista" in asked[0]) is told


# --- nothing is lost ---


@pytest.mark.parametrize("reopened", [False, True])
def test_the_paper_that_waits_survives_while_an_earlier_one_is_corrected(typist: Typist, reopened: bool) -> None:
    typist.open("survey", questions=ASKED)
    typist.type("4\nvanha\n")
    typist.settled()
    typist.type("5\npitka uusi")
    to_earlier(typist, 1)
    typist.type("3")
    if reopened:
        typist.window.workbench.close_workshop()
        typist.window.workbench.open(typist.stream, "paperilta")
        typist.until(lambda: typist.window.pages.name == "paperilta")
    else:
        to_swedish(typist)
    assert (typist.desk.number, typist.desk.correcting) == (1, True)
    assert typist.desk.view.given.answers == {"a": "3", "b": "vanha"}
    typist.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    typist.settled()
    assert (typist.desk.number, typist.desk.view.given.answers) == (2, {"a": "5", "b": "pitka uusi"})


def test_papers_that_came_too_late_are_there_when_papers_are_added(typist: Typist) -> None:
    typist.open("vote", **DOTS)
    typist.type("11")
    typist.house.door.ask(typist.stream, running.close_step(typist.step)).result()
    typist.type("\n22\n33")  # two are sent and a third is half typed before the desk hears
    add_papers(typist)
    assert typist.desk.batch.numbers == [1, 2]
    assert (typist.desk.number, typist.desk.view.given.answers) == (3, {"vote": {"option-2": 2}})
    to_swedish(typist)
    assert {number: given.answers for number, given in typist.desk.batch.unsaved.items()} == {
        1: {"vote": {"option-0": 2}},
        2: {"vote": {"option-1": 2}},
    }
    assert (typist.desk.number, typist.desk.view.given.answers) == (3, {"vote": {"option-2": 2}})
    typist.type("\n")
    for number in (1, 2):
        typist.settled()
        typist.desk.open_paper(number)
        assert typist.desk.number == number
        typist.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    typist.settled()
    count_in(typist)
    assert typist.mine.result.totals == {"option-0": 2, "option-1": 2, "option-2": 2}
