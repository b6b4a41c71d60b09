"""A workshop has room for many more phones than any hall has, and for no more than that."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import moderation, people, running
from tests.ledger import Ledger


def test_there_is_room_for_a_number_of_phones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert people.MAX_PHONES == 2000
    monkeypatch.setattr(people, "MAX_PHONES", 3)
    ledger = Ledger()
    ledger.do(running.open_room())
    ledger.do(people.add_person("Pöytä 1"))  # has no phone, takes no room
    for n in range(3):
        assert not ledger.state.people.is_full
        ledger.do(people.join("", "fi", f"token-{n}"))
    assert ledger.state.people.is_full
    with pytest.raises(RuleViolation) as refused:
        ledger.do(people.join("Helmi", "fi", "token-Helmi"))
    assert (refused.value.code, refused.value.params) == ("full", {"limit": 3})
    ledger.do(people.add_person("Reino"))
    ledger.do(moderation.add_phone(2, "another"))  # who is in comes back
    ledger.do(moderation.remove_person(2))
    ledger.do(people.join("Helmi", "fi", "token-Helmi"))
    assert ledger.state.people.is_full
