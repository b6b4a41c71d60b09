"""A removed person has no ballot in an open box, whichever way the removal came about; and the count that is shown says so."""

import pytest

from fasilitaattori.workshop import agenda, moderation, people, running
from fasilitaattori.workshop.undo import redoable, undo, undoable
from tests.ledger import Ledger


@pytest.fixture
def vote() -> Ledger:
    """Helmi (1) and Reino (2) are at a vote that is open."""
    ledger = Ledger()
    ledger.do(running.open_room())
    for name in ("Helmi", "Reino"):
        ledger.do(people.join(name, "fi", f"token-{name}"))
    step = agenda.new_step("vote", "vote", 10, settings={"kind": "one", "options": ["Kyllä", "Ei"]})
    ledger.do(agenda.add_step(step))
    ledger.do(running.go_to(step.id))
    return ledger


def cast(ledger: Ledger, *numbers: int) -> None:
    for number in numbers:
        ledger.send(number, "vote.cast", choices={"option-0": 1})


def turnout(ledger: Ledger) -> int:
    step = ledger.state.current
    assert step is not None
    shown: int = ledger.state.tool(step).turnout(ledger.state.turnout)
    return shown


def test_redoing_a_removal_takes_out_the_ballot_given_in_between(vote: Ledger) -> None:
    vote.do(moderation.remove_person(1))
    act = undoable(vote.replica)
    assert act is not None
    vote.do(undo(act))
    cast(vote, 1, 2)
    assert turnout(vote) == 2
    again = redoable(vote.replica)
    assert again is not None
    vote.do(undo(again))
    assert turnout(vote) == 1


def test_undoing_that_somebody_was_let_back_takes_out_the_ballot(vote: Ledger) -> None:
    vote.do(moderation.remove_person(1))
    vote.do(moderation.restore_person(1))
    cast(vote, 1, 2)
    act = undoable(vote.replica)
    assert act is not None
    vote.do(undo(act))
    assert turnout(vote) == 1


def test_undoing_a_removal_takes_out_nothing(vote: Ledger) -> None:
    cast(vote, 1, 2)
    vote.do(moderation.remove_person(1))
    assert turnout(vote) == 1
    cast(vote, 2)
    act = undoable(vote.replica)
    assert act is not None
    vote.do(undo(act))
    assert turnout(vote) == 1
    cast(vote, 1)
    assert turnout(vote) == 2
