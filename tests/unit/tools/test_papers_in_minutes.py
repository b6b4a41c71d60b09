"""What minutes and data tell of papers: how many there were, never what stood on a few of them."""

from typing import Any

from fasilitaattori.document.blocks import Document
from fasilitaattori.i18n import translator
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.tool_chapters import CHAPTERS
from fasilitaattori.tools.ideas.model import papers as slips
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.survey.model import papers as forms
from fasilitaattori.tools.vote.model import papers as ballots
from fasilitaattori.workshop import running
from tests.ledger import Ledger
from tests.unit.tools.test_papers_typed_in import ASKED, DOTS, at_work, mine

TR = translator("fi")


def told(ledger: Ledger, step: str) -> str:
    found = ledger.state.plan.need(step)
    blocks = CHAPTERS[found.tool](ledger.state, found, TR)
    return markdown(Document(title="T", language="fi", blocks=tuple(blocks)))


def rows(ledger: Ledger, key: str) -> list[dict[str, Any]]:
    table = next(one for one in tables(ledger.state, TR) if one.key == key)
    return [dict(zip((field.key for field in table.fields), row, strict=True)) for row in table.rows]


def test_a_vote_tells_how_many_voted_on_paper_and_how_many_were_rejected() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 2}))
    ledger.do(ballots.enter_paper(step, 2, {}, rejected=True))
    ledger.do(running.close_step())
    text = told(ledger, step)
    assert "Äänestäjiä oli 2. Heistä 1 äänesti paperilla. Hylättyjä lippuja oli 1." in text
    assert "Puhelimilla ja paperilla äänestettiin salaisesti" in text
    assert {(row["voters"], row["on_paper"], row["rejected"]) for row in rows(ledger, "votes")} == {(2, 1, 1)}


def test_papers_added_after_closing_are_told_of_before_and_after_they_are_counted() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    ledger.do(running.close_step())
    ledger.do(ballots.open_for_papers(step))
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 2}))
    assert "1 paperilippu on syötetty, mutta sitä ei ole vielä laskettu mukaan." in told(ledger, step)
    ledger.do(ballots.count_papers(step))
    assert "Paperilipuista 1 lisättiin tulokseen äänestyksen sulkemisen jälkeen." in told(ledger, step)


def test_a_survey_tells_how_many_answered_on_paper_and_what_could_not_be_read() -> None:
    ledger, step = at_work("survey", **ASKED)
    for number in range(1, 7):
        ledger.do(forms.enter_paper(step, number, {"a": 4}, ["b"] if number < 3 else []))
    ledger.do(running.close_step())
    text = told(ledger, step)
    assert "Kyselyyn vastasi 6 henkilöä. Heistä 6 vastasi paperilla." in text
    assert "Paperilta ei saatu selvää: Mitä vielä? (2)." in text
    assert {(row["answered"], row["on_paper"], row["round"]) for row in rows(ledger, "surveys")} == {(6, 6, 1)}


def test_a_survey_asked_again_is_told_with_the_one_before() -> None:
    ledger, step = at_work("survey", **ASKED)
    for answer in (1, 5):
        for author in range(1, 6):
            ledger.send(author, "survey.answered", answers={"a": answer})
        ledger.do(running.close_step())
        ledger.do(running.open_step())
    ledger.do(running.close_step())
    text = told(ledger, step)
    assert text.index("1\\. kysely") < text.index("2\\. kysely")
    assert "3\\. kysely" not in text  # opened again, and nobody answered
    assert {(row["round"], row["mean"]) for row in rows(ledger, "surveys")} == {(1, 1), (2, 5)}
    assert len(mine(ledger, step).earlier) == 2


def test_free_texts_of_fewer_than_five_are_not_shown_and_it_is_said_why() -> None:
    ledger, step = at_work("survey", **ASKED)
    for number in range(1, 7):
        ledger.do(forms.enter_paper(step, number, {"a": 4} | ({"b": f"Salaisuus {number}"} if number < 5 else {})))
    ledger.do(running.close_step())
    assert "Salaisuus" not in told(ledger, step)
    assert "Mitä vielä? Alle viisi kirjoitti. Tekstejä ei näytetä, jotta kirjoittajaa ei voi arvata." in told(ledger, step)
    assert "Salaisuus" not in repr(rows(ledger, "surveys"))
    ledger.do(forms.open_for_papers(step))
    ledger.do(forms.enter_paper(step, 7, {"b": "Salaisuus 7"}))
    ledger.do(forms.count_papers(step))
    assert "Salaisuus 7" in told(ledger, step)


def test_notes_on_paper_are_counted_and_marked_only_when_there_are_several() -> None:
    ledger, step = at_work("ideas")
    for number in range(1, 5):
        ledger.do(slips.enter_slip(step, number, f"Ajatus {number}"))
    ledger.do(ideas.add(step, "Ohjaajan oma"))
    assert "Seinälle tuli 5 lappua. Niistä 4 oli paperilla." in told(ledger, step)
    assert {row["on_paper"] for row in rows(ledger, "ideas")} == {None}
    ledger.do(slips.enter_slip(step, 5, "Ajatus 5"))
    assert [row["on_paper"] for row in rows(ledger, "ideas")] == [1, 1, 1, 1, 0, 1]
