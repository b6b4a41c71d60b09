"""Fair turns."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import floor, people, running, undo
from tests.ledger import Ledger


@pytest.fixture
def hall() -> Ledger:
    ledger = Ledger()
    ledger.plan(("discussion", 30), ("talk", 5))
    for name in ("Helmi", "Reino", "Aino"):
        ledger.do(people.join(name, "fi", name))
    ledger.do(running.start())
    return ledger


def waiting(ledger: Ledger) -> list[int]:
    return [asking.number for asking in ledger.state.floor.queue(ledger.state.run.current)]


def test_fewest_turns_then_least_time_then_who_asked_first(hall: Ledger) -> None:
    hall.do(floor.ask(1))
    hall.do(floor.next_speaker())
    hall.wait(90)
    hall.do(floor.ask(2))
    hall.do(floor.next_speaker())
    hall.wait(30)
    hall.do(floor.end_turn())
    for number in (1, 2, 3):
        hall.wait(1)
        hall.do(floor.ask(number))
    assert waiting(hall) == [3, 2, 1]  # Aino has not spoken, Reino spoke less than Helmi
    hall.do(floor.give(hall.state.floor.queue(hall.state.run.current)[2].id))
    assert hall.state.floor.speaking is not None
    assert hall.state.floor.speaking.asking.number == 1  # the facilitator may choose otherwise


def test_a_short_reply_comes_first_and_is_no_turn(hall: Ledger) -> None:
    hall.do(floor.ask(1))
    hall.do(floor.ask(2, reply=True))
    assert waiting(hall) == [2, 1]
    hall.do(floor.next_speaker())
    assert hall.state.floor.turn_count(2) == 0
    assert hall.state.floor.spoken() == {2}


def test_one_asks_once_and_takes_back_only_ones_own(hall: Ledger) -> None:
    asked = hall.do(floor.ask(1, by_phone=True))[0]
    with pytest.raises(RuleViolation, match="jo jonossa"):
        hall.do(floor.ask(1))
    with pytest.raises(RuleViolation) as caught:
        hall.do(floor.withdraw(asked, by=2))
    assert caught.value.code == "not_yours"
    hall.do(floor.withdraw(asked, by=1))
    assert waiting(hall) == []


def test_a_closed_queue_takes_no_phones_but_the_facilitator_may_add(hall: Ledger) -> None:
    hall.do(floor.set_open(False))
    with pytest.raises(RuleViolation) as caught:
        hall.do(floor.ask(1, by_phone=True))
    assert caught.value.code == "queue_closed"
    hall.do(floor.ask_by_name("Pöytä 4"))
    hall.do(floor.ask_by_name("helmi"))
    assert waiting(hall) == [4, 1]
    assert hall.state.people.shown_name(4) == "Pöytä 4"


def test_leaving_the_step_ends_the_turn_and_undo_brings_it_back(hall: Ledger) -> None:
    hall.do(floor.ask(1))
    hall.do(floor.next_speaker())
    hall.wait(10)
    hall.do(running.next_step())
    assert hall.state.floor.speaking is None
    act = undo.undoable(hall.replica)
    assert act is not None
    hall.do(undo.undo(act))
    assert hall.state.floor.speaking is not None


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Helmi \n Maija ", "Helmi Maija"),
        ("Re\u202eino\x00", "Re ino"),
        ("\u0646\u06cc\u200c\u0627", "\u0646\u06cc\u200c\u0627"),
        ("\U0001f469\u200d\U0001f33e Aino", "\U0001f469\u200d\U0001f33e Aino"),
        ("\u200d \u200c", ""),
    ],
)
def test_a_name_is_one_line_and_spelt_as_written(written: str, kept: str) -> None:
    assert people.clean_name(written) == kept


def test_names_shared_by_two_are_told_apart(hall: Ledger) -> None:
    hall.do(people.join("helmi", "fi", "x"))
    assert hall.state.people.shown_name(1) == "Helmi"
    assert hall.state.people.shown_name(4) == "helmi 2"
