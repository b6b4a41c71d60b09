"""One device lets a script join over and over: the room is full one day, and says so."""

import pytest

from fasilitaattori.workshop import people
from tests.unit.phones.house import House


def test_a_phone_that_finds_no_room_is_told_and_who_is_in_goes_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MAX_PHONES", 2)
    house.open()
    first = [house.join(name) for name in ("Helmi", "Reino")]
    with house.client() as late:
        answer = late.post("/join", data={"language": "fi", "name": "Aino"})
    assert answer.status_code == 409
    assert "Työpajassa on jo 2 puhelinta" in answer.text
    assert 'value="Aino"' in answer.text
    assert [phone.state()["me"]["name"] for phone in first] == ["Helmi", "Reino"]
