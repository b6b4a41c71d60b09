"""Papers typed in, on a real disk: kept over a restart, corrected, undone, and gone without a trace of what stood on them."""

from fasilitaattori.tools.survey.model.papers import count_papers, enter_paper, open_for_papers, take_out_paper
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.paper import slip_of, voter_of
from tests.integration.logs import Desk, everything_in

QUESTIONS = [{"id": "a", "text": "Kuultiinko?"}, {"id": "b", "text": "Mitä vielä?", "kind": "text"}]


def begin(desk: Desk) -> str:
    desk.start("survey", questions=QUESTIONS)
    desk.do(people.join("", "fi", "t1"))
    desk.send(1, "survey.answered", answers={"a": 5}).result()
    step: str = desk.state.current.id
    return step


def test_what_stood_on_a_paper_is_gone_when_it_is_counted(desk: Desk) -> None:
    step = begin(desk)
    desk.do(enter_paper(step, 1, {"a": 4, "b": "Vaarin salaisuus"}))
    desk.do(enter_paper(step, 1, {"a": 3, "b": "Vaarin toinen salaisuus"}))
    desk.do(enter_paper(step, 2, {"b": "Poistettu salaisuus"}))
    desk.do(take_out_paper(step, 2))
    assert b"salaisuus" in everything_in(desk.folder)
    desk.do(running.close_step())
    left = everything_in(desk.folder)
    assert left.count(b"Vaarin toinen salaisuus") == 1  # as one of the texts, tied to nothing
    assert b"Vaarin salaisuus" not in left
    assert b"Poistettu salaisuus" not in left


def test_papers_are_there_after_a_restart_and_can_be_had_again_until_they_are_counted(desk: Desk) -> None:
    step = begin(desk)
    desk.do(enter_paper(step, 7, {"a": 4}))
    desk.reopen()
    mine = desk.state.tool(desk.state.plan.need(step))
    assert list(mine.papers.slips) == [7]
    place = voter_of(mine.papers.slips[7])
    slip = slip_of(desk.door.choice_of(mine.box, place).result())
    assert slip is not None
    assert slip.given == {"a": 4}
    box = mine.box
    desk.do(running.close_step())
    assert desk.door.choice_of(box, place).result() is None


def test_undo_brings_back_what_stood_there_before(desk: Desk) -> None:
    step = begin(desk)
    desk.do(enter_paper(step, 1, {"a": 1}))
    desk.do(enter_paper(step, 1, {"a": 2}))
    desk.undo()
    desk.do(running.close_step())
    result = desk.state.tool(desk.state.plan.need(step)).result
    assert (result.answers, result.papers, result.of("a").counts["1"], result.of("a").counts["2"]) == (2, 1, 1, 0)


def test_papers_after_closing_lie_in_a_box_of_their_own(desk: Desk) -> None:
    step = begin(desk)
    desk.do(running.close_step())
    desk.do(open_for_papers(step))
    desk.do(enter_paper(step, 1, {"a": 1, "b": "myöhäinen"}))
    desk.reopen()
    desk.do(count_papers(step))
    result = desk.state.tool(desk.state.plan.need(step)).result
    assert (result.answers, result.papers, result.late) == (2, 1, 1)
