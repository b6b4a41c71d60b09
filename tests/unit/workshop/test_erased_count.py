"""How many came stays what it was when somebody's name is erased after the evening."""

from fasilitaattori.workshop import moderation, people, running
from tests.ledger import Ledger


def held(*, phones: int, by_hand: int) -> Ledger:
    ledger = Ledger()
    ledger.plan(("talk", 5))
    ledger.do(running.open_room())
    for number in range(phones):
        ledger.do(people.join(f"Nimi {number}", "fi", f"t{number}"))
    for number in range(by_hand):
        ledger.do(people.add_person(f"Käsin {number}"))
    return ledger


def test_those_who_were_there_are_counted_though_nothing_is_known_of_them() -> None:
    ledger = held(phones=3, by_hand=2)
    ledger.do(running.end())
    ledger.do(people.erase_person(1))
    ledger.do(people.erase_person(5))
    assert (ledger.state.people.count(), ledger.state.people.phones()) == (5, 3)


def test_whoever_is_erased_during_the_evening_may_come_again_and_is_not_counted_twice() -> None:
    ledger = held(phones=2, by_hand=0)
    ledger.do(people.erase_person(1))
    ledger.do(people.join("Nimi 0", "fi", "uusi"))
    assert ledger.state.people.count() == 2


def test_a_removed_phone_is_not_counted_erased_or_not() -> None:
    ledger = held(phones=2, by_hand=0)
    ledger.do(moderation.remove_person(1))
    ledger.do(running.end())
    assert (ledger.state.people.count(), ledger.state.people.phones()) == (1, 1)
    ledger.do(people.erase_person(1))
    assert ledger.state.people.count() == 1
