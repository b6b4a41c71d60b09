"""A crowd that a script has made is found by having come just now and left no other trace, and goes and comes back as one."""

import pytest

from fasilitaattori.workshop import agenda, moderation, people, running, undo
from fasilitaattori.workshop.newcomers import remove_people, silent_newcomers
from tests.ledger import Ledger


@pytest.fixture
def hall() -> Ledger:
    """Helmi (1) and Reino (2) came ten minutes before three that somebody made (3 to 5)."""
    ledger = Ledger()
    ledger.do(running.open_room())
    ledger.do(agenda.add_step(agenda.new_step("Ideat", "ideas")))
    for name in ("Helmi", "Reino"):
        ledger.do(people.join(name, "fi", f"token-{name}"))
    ledger.do(running.start())
    ledger.wait(600)
    for number in (3, 4, 5):
        ledger.do(people.join("", "fi", f"token-{number}"))
    return ledger


def silent(ledger: Ledger, minutes: int) -> list[int]:
    return silent_newcomers(ledger.replica, ledger.now - minutes * 60_000)


def removed(ledger: Ledger) -> list[int]:
    return [number for number, person in ledger.state.people.all.items() if person.removed]


def test_only_who_came_since_then_and_left_no_trace(hall: Ledger) -> None:
    assert silent(hall, 5) == [3, 4, 5]
    assert silent(hall, 15) == [1, 2, 3, 4, 5]
    hall.send(4, "ideas.added", text="Sauna")
    hall.do(people.change_person(5, name="Aino"))
    hall.do(people.add_person("Pöytä 1"))
    assert silent(hall, 5) == [3]
    hall.do(moderation.remove_person(3))
    assert silent(hall, 5) == []


def test_a_ballot_spares_nobody() -> None:
    """Otherwise the number would tell who has voted."""
    ledger = Ledger()
    ledger.do(running.open_room())
    ledger.do(people.join("Helmi", "fi", "token-Helmi"))
    settings = {"kind": "one", "options": ["Kyllä", "Ei"]}
    ledger.do(agenda.add_step(agenda.new_step("Äänestys", "vote", settings=settings)))
    ledger.do(running.start())
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    assert silent(ledger, 5) == [1]


def test_they_go_as_one_act_and_come_back_as_one(hall: Ledger) -> None:
    hall.do(remove_people(silent(hall, 5)))
    assert removed(hall) == [3, 4, 5]
    act = undo.undoable(hall.replica)
    assert act is not None
    assert act.name == "puhelinten poistaminen"
    hall.do(undo.undo(act))
    assert removed(hall) == []
    assert silent(hall, 5) == [3, 4, 5]


def test_whoever_was_let_back_by_name_is_known(hall: Ledger) -> None:
    hall.do(remove_people(silent(hall, 5)))
    hall.do(moderation.restore_person(4))
    assert silent(hall, 5) == []


def test_who_has_gone_meanwhile_does_not_stand_in_the_way(hall: Ledger) -> None:
    hall.do(moderation.remove_person(4))
    hall.do(remove_people([3, 4, 99]))
    assert removed(hall) == [3, 4]


def test_it_makes_room(hall: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MAX_PHONES", 5)
    assert hall.state.people.is_full
    hall.do(remove_people(silent(hall, 5)))
    assert not hall.state.people.is_full
    hall.do(people.join("Aino", "fi", "token-Aino"))
