"""Closing the door, silencing a phone, taking it out with what it has pending, coming back on another device."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import agenda, floor, moderation, people, running
from fasilitaattori.workshop.people import Person
from fasilitaattori.workshop.undo import redoable, undo, undoable
from tests.ledger import Ledger


@pytest.fixture
def evening() -> Ledger:
    """Helmi (1) and Reino (2) are in."""
    ledger = Ledger()
    ledger.do(running.open_room())
    for name in ("Helmi", "Reino"):
        ledger.do(people.join(name, "fi", f"token-{name}"))
    return ledger


def start(ledger: Ledger, tool: str, **settings: object) -> str:
    step = agenda.new_step(tool, tool, 10, settings=settings)
    ledger.do(agenda.add_step(step))
    ledger.do(running.go_to(step.id))
    return step.id


def person(ledger: Ledger, number: int) -> Person:
    found = ledger.state.people.get(number)
    assert found is not None
    return found


def test_a_closed_door_keeps_newcomers_out_and_lets_back_in(evening: Ledger) -> None:
    evening.do(moderation.set_door(False))
    with pytest.raises(RuleViolation) as refused:
        evening.do(people.join("Matti", "fi", "token-Matti"))
    assert refused.value.code == "door_closed"
    evening.do(moderation.add_phone(1, "token-new"))
    assert evening.state.people.by_capability("token-new") is person(evening, 1)
    assert evening.state.people.by_capability("token-Helmi") is person(evening, 1)
    evening.do(moderation.set_door(True))
    evening.do(people.join("Matti", "fi", "token-Matti"))
    assert len(evening.state.people.all) == 3


def test_another_phone_cannot_take_over_an_address_that_is_taken(evening: Ledger) -> None:
    evening.do(moderation.add_phone(1, "token-Reino"))
    assert evening.state.people.by_capability("token-Reino") is person(evening, 2)


def test_a_silenced_phone_may_vote_and_withdraw_but_not_be_seen_or_heard(evening: Ledger) -> None:
    start(evening, "ideas")
    sent = evening.send(1, "ideas.added", text="Ennen")
    evening.do(moderation.mute(1))
    with pytest.raises(RuleViolation) as refused:
        evening.send(1, "ideas.added", text="Jälkeen")
    assert refused.value.code == "muted"
    evening.send(1, "ideas.withdrawn", idea=sent[0])
    evening.send(2, "ideas.added", text="Muut saavat")
    start(evening, "discussion")
    with pytest.raises(RuleViolation, match="hiljentänyt"):
        evening.send(1, "floor.asked")
    step = start(evening, "vote", kind="one", options=["Kyllä", "Ei"])
    evening.send(1, "vote.cast", choices={"option-0": 1})
    assert evening.boxes[evening.state.tool(evening.state.plan.need(step)).box] == {1: {"option-0": 1}}
    evening.do(moderation.mute(1, False))
    assert not person(evening, 1).muted


def test_removing_takes_what_is_pending_and_undo_brings_it_back(evening: Ledger) -> None:
    wall = start(evening, "ideas", approval=True)
    evening.send(1, "ideas.added", text="Odottaa")
    talk = start(evening, "discussion")
    evening.send(1, "floor.asked")
    evening.send(2, "floor.asked")
    evening.do(moderation.remove_person(1))
    state = evening.state
    assert [idea.hidden for idea in state.tool(state.plan.need(wall)).ideas.values()] == [True]
    assert [asking.number for asking in state.floor.queue(talk)] == [2]
    assert [one.number for one in state.people.present()] == [2]
    assert state.people.count() == 1
    with pytest.raises(RuleViolation) as refused:
        evening.send(1, "floor.asked")
    assert refused.value.code == "removed"
    with pytest.raises(RuleViolation, match="poistanut"):
        evening.do(moderation.add_phone(1, "token-new"))
    act = undoable(evening.replica)
    assert act is not None
    assert act.name == "puhelimen poistaminen"
    evening.do(undo(act))
    state = evening.state
    assert [idea.hidden for idea in state.tool(state.plan.need(wall)).ideas.values()] == [False]
    assert {asking.number for asking in state.floor.queue(talk)} == {1, 2}
    assert not person(evening, 1).removed


def test_removing_the_one_who_speaks_ends_the_turn(evening: Ledger) -> None:
    start(evening, "discussion")
    evening.send(1, "floor.asked")
    evening.do(floor.next_speaker())
    evening.do(moderation.remove_person(1))
    assert evening.state.floor.speaking is None
    evening.do(moderation.restore_person(1))
    evening.send(1, "floor.asked")


def test_removing_takes_the_ballot_and_the_answers_out_of_the_box(evening: Ledger) -> None:
    step = start(evening, "vote", kind="one", options=["Kyllä", "Ei"])
    for number in (1, 2):
        evening.send(number, "vote.cast", choices={"option-0": 1})
    evening.do(moderation.remove_person(1))
    evening.do(running.close_step())
    assert evening.state.tool(evening.state.plan.need(step)).result.totals == {"option-0": 1, "option-1": 0}


def test_a_ballot_given_between_undo_and_redo_of_the_removal_does_not_count(evening: Ledger) -> None:
    """Redo brings back what was said of the person, and looks into no box: the count does."""
    step = start(evening, "vote", kind="one", options=["Kyllä", "Ei"])
    evening.do(moderation.remove_person(1))
    act = undoable(evening.replica)
    assert act is not None
    evening.do(undo(act))
    for number in (1, 2):
        evening.send(number, "vote.cast", choices={"option-0": 1})
    again = redoable(evening.replica)
    assert again is not None
    evening.do(undo(again))
    assert person(evening, 1).removed
    evening.do(running.close_step())
    assert evening.state.tool(evening.state.plan.need(step)).result.totals == {"option-0": 1, "option-1": 0}


def test_answers_given_after_being_let_back_do_not_count_when_that_is_undone(evening: Ledger) -> None:
    questions = [{"id": "q1", "text": "Miten meni?", "kind": "scale"}]
    step = start(evening, "survey", questions=questions)
    evening.do(moderation.remove_person(1))
    evening.do(moderation.restore_person(1))
    for number in (1, 2):
        evening.send(number, "survey.answered", answers={"q1": 3})
    act = undoable(evening.replica)
    assert act is not None
    evening.do(undo(act))
    assert person(evening, 1).removed
    evening.do(running.close_step())
    assert evening.state.tool(evening.state.plan.need(step)).result.answers == 1


def test_in_a_round_the_turn_of_a_removed_person_goes_to_the_next(evening: Ledger) -> None:
    from fasilitaattori.tools.discussion.model import start_round

    step = start(evening, "discussion")
    evening.do(start_round(step))
    going = evening.state.tool(evening.state.plan.need(step)).round
    first = going.current
    evening.do(moderation.remove_person(first))
    assert evening.state.tool(evening.state.plan.need(step)).round.current == 3 - first


@pytest.mark.parametrize("command", [moderation.mute(9), moderation.remove_person(9), moderation.add_phone(9, "t")])
def test_somebody_who_is_not_here(evening: Ledger, command: object) -> None:
    with pytest.raises(RuleViolation) as refused:
        evening.do(command)  # type: ignore[arg-type]
    assert refused.value.code == "unknown_person"
