"""Answers over real HTTP: saved once, seen at once, one's own to take back, secret where they should be."""

import uuid

import pytest

from fasilitaattori.workshop import running
from tests.unit.phones.house import House, Phone
from tests.waiting import eventually


@pytest.fixture
def house(lasting_house: House) -> House:
    """One house for all of this file."""
    return lasting_house


def test_an_answer_is_saved_once_whatever_happens_since(house: House, phone: Phone) -> None:
    step = house.go("ideas")
    request = str(uuid.uuid4())
    first = phone.send("ideas.added", request, text="Luontopolku")
    assert first.status_code == 201
    assert first.json() | {"at": ""} == {"ok": True, "ids": first.json()["ids"], "at": "", "again": False}
    assert phone.send("ideas.added", request, text="Luontopolku").status_code == 200
    assert phone.send("ideas.added", request, text="aivan muuta").status_code == 200
    house.go("pause")
    again = phone.send("ideas.added", request, step=step, text="Luontopolku")
    assert again.status_code == 200
    assert (again.json()["again"], again.json()["ids"]) == (True, first.json()["ids"])
    late = phone.send("ideas.added", step=step, text="Myöhässä")
    assert (late.status_code, late.json()["error"]) == (409, "step_closed")
    wall = house.tool(step)
    assert [idea.text for idea in wall.ideas.values() if idea.text in ("Luontopolku", "aivan muuta", "Myöhässä")] == [
        "Luontopolku"
    ]


def test_a_phone_sees_its_own_idea_on_its_next_request(house: House, phone: Phone) -> None:
    house.go("ideas")
    for n in range(5):
        ids = phone.send("ideas.added", text=f"Idea {n}").json()["ids"]
        assert phone.state()["mine"]["ideas"][0]["id"] == ids[0]


def test_taking_back_is_for_ones_own(house: House, phone: Phone) -> None:
    house.go("ideas")
    other = house.join("Aino")
    idea = phone.send("ideas.added", text="Peruttava").json()["ids"][0]
    assert (stolen := other.send("ideas.withdrawn", idea=idea)).status_code == 409
    assert stolen.json()["error"] == "not_yours"
    assert phone.send("ideas.withdrawn", idea=idea).status_code == 201
    assert phone.state()["mine"]["ideas"] == []


def test_messages_are_in_the_phones_language(house: House) -> None:
    house.go("ideas")
    texts = {
        language: house.join("", language).send("ideas.added", text="   ").json()["message"] for language in ("fi", "sv", "en")
    }
    assert texts["fi"] == "Kirjoita ensin teksti."
    assert len(set(texts.values())) == 3


def test_votes_are_secret_counted_and_changeable(house: House) -> None:
    phones = [house.join() for _ in range(4)]
    step = house.go("dots")
    options = [one["id"] for one in phones[0].state()["step"]["view"]["candidates"]]
    for one in phones:
        assert one.send("vote.cast", choices={options[0]: 3}).status_code == 201
    assert phones[0].send("vote.cast", choices={options[1]: 2, options[2]: 1}).json()["ids"] == []
    assert phones[1].send("vote.cast", choices={}).status_code == 201  # blank
    assert phones[2].send("vote.cast", choices={options[0]: 4}).json()["error"] == "too_many_points"
    assert phones[0].state()["mine"]["choice"] == {options[1]: 2, options[2]: 1}
    assert eventually(lambda: phones[3].state()["step"]["view"]["turnout"] == 4)
    assert phones[3].state()["step"]["view"]["result"] is None
    house.do(running.close_step())
    result = house.tool(step).result
    assert ({k: v for k, v in result.totals.items() if v}, result.ballots, result.blanks) == (
        {options[0]: 6, options[1]: 2, options[2]: 1},
        4,
        1,
    )
    assert eventually(lambda: "Äänestys on suljettu" in phones[3].page())


def test_what_a_phone_may_do(house: House, phone: Phone) -> None:
    def may(key: str) -> list[str]:
        house.go(key)
        return list(phone.state()["may"])

    assert may("talk") == []
    assert may("rules") == ["discussion.rules_accepted"]
    assert phone.send("discussion.rules_accepted").status_code == 201
    assert phone.state()["may"] == []
    assert may("talking") == ["floor.asked"]
    assert phone.send("floor.asked", reply=False).status_code == 201
    assert phone.state()["may"] == ["floor.withdrawn"]
    assert may("swot") == ["ideas.added"]
    assert may("scale") == ["vote.cast"]
    assert may("survey") == ["survey.answered"]
    house.do(running.close_step())
    assert phone.state()["may"] == []
