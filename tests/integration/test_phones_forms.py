"""A phone without scripts: plain forms, pages that refresh themselves, the language and the size of the text."""

import re

import pytest

from fasilitaattori.workshop import running
from tests.unit.phones.house import House, Phone


@pytest.fixture
def house(lasting_house: House) -> House:
    """One house for all of this file."""
    return lasting_house


def test_an_evening_with_plain_forms(house: House) -> None:
    phone = house.join("Eila")
    step = house.go("ideas")
    sent = phone.form("ideas.added", text="Pyykkitupa <kaikille>")
    assert sent.status_code == 303
    after = phone.client.get(sent.headers["location"]).text
    assert "Ideasi on tallessa." in after
    assert "Pyykkitupa &lt;kaikille&gt;" in after
    assert phone.form("ideas.withdrawn").status_code == 303
    house.go("dots")
    voted = phone.form("vote.cast", **{"points.option-0": "2", "points.option-1": "1"})
    assert "Voit muuttaa sitä, kunnes äänestys suljetaan.</p>" in phone.client.get(voted.headers["location"]).text
    assert phone.state()["mine"]["choice"] == {"option-0": 2, "option-1": 1}
    assert re.search(r'name="points.option-0"[^>]* value="2"', phone.page())
    house.go("several")
    assert "Voit muuttaa sitä, kunnes äänestys suljetaan.</p>" not in phone.client.get(voted.headers["location"]).text
    assert phone.form("vote.cast", choice=["option-0", "option-2"]).status_code == 303
    house.go("scale")
    assert phone.form("vote.cast", choice="4").status_code == 303
    assert re.search(r'value="4" checked', phone.page())
    house.go("survey")
    answers = {"scale.q1": "4", "scale.q2": "5", "one.q3": "1", "many.q4": ["0", "1"], "text.q5": "Kiitos"}
    assert phone.form("survey.answered", **answers).status_code == 303  # type: ignore[arg-type]
    assert phone.state()["mine"]["choice"] == {"q1": 4, "q2": 5, "q3": 1, "q4": [0, 1], "q5": "Kiitos"}
    again = phone.page()
    assert ">Kiitos</textarea>" in again
    assert again.count(" checked") == 5
    house.go("talking")
    assert phone.form("floor.asked").status_code == 303
    assert "Olet jonossa" in phone.page("/status")
    assert phone.form("floor.withdrawn").status_code == 303
    house.go("rules")
    assert phone.form("discussion.rules_accepted").status_code == 303
    assert "Hyväksyit pelisäännöt" in phone.page()
    assert house.tool(step).of_author(phone.state()["me"]["number"]) == []


def test_a_question_that_must_be_answered_is_asked_for_without_a_script_too(house: House, phone: Phone) -> None:
    house.go("survey")
    assert 'name="scale.q2" value="1" required' in phone.page()
    refused = phone.form("survey.answered", **{"scale.q1": "4", "text.q5": "Kiitos"})
    assert refused.status_code == 409
    assert "Kysymykseen 2 tarvitaan vastaus: Sain sanottua sen" in refused.text
    assert ">Kiitos</textarea>" in refused.text
    assert phone.state()["mine"]["choice"] is None


def test_a_double_press_is_saved_once_but_new_words_are_new(house: House, phone: Phone) -> None:
    step = house.go("ideas")
    page = phone.page()
    form = re.search(r'name="form" value="([^"]+)"', page)
    assert form is not None
    fields = {"form": form[1], "kind": "ideas.added", "step": step}
    for text in ("Sama", "Sama", "Toinen"):
        assert phone.client.post(f"{phone.base}/form", data={**fields, "text": text}).status_code == 303
    assert [idea["text"] for idea in phone.state()["mine"]["ideas"]] == ["Toinen", "Sama"]


def test_what_could_not_be_saved_stays_in_sight(house: House, phone: Phone) -> None:
    step = house.go("ideas")
    fields = {"form": "f", "kind": "ideas.added", "step": step}
    too_long = phone.client.post(f"{phone.base}/form", data={**fields, "text": "ä" * 200})
    assert too_long.status_code == 409
    assert "ä" * 200 + "</textarea>" in too_long.text
    assert "Enintään 140 merkkiä" in too_long.text
    house.go("talk")
    closed = phone.client.post(f"{phone.base}/form", data={**fields, "text": "Melkein valmis"})
    assert closed.status_code == 409
    assert "Kirjoitit näin" in closed.text
    assert "Melkein valmis" in closed.text


def test_the_status_frame_alone_refreshes_and_may_be_framed(house: House, phone: Phone) -> None:
    house.go("ideas")
    key = re.search(r'src="[^"]*key=(\w+)', phone.page())
    assert key is not None
    frame = phone.client.get(f"{phone.base}/status?key={key[1]}")
    assert 'http-equiv="refresh"' in frame.text
    assert "min jäljellä" in frame.text
    assert "Siirry nykyiseen vaiheeseen" not in frame.text
    assert frame.headers["x-frame-options"] == "SAMEORIGIN"
    house.go("talk")
    assert "Siirry nykyiseen vaiheeseen" in phone.page(f"/status?key={key[1]}")
    assert 'http-equiv="refresh"' not in phone.page()
    house.do(running.end())
    assert "Työpaja on päättynyt" in phone.page("/status")
    house.do(running.start())


def test_language_and_size_may_be_changed_on_every_page(house: House, phone: Phone) -> None:
    house.go("ideas")
    assert phone.client.post(f"{phone.base}/language", data={"language": "sv"}).status_code == 303
    assert phone.client.post(f"{phone.base}/size", data={"aa": "2"}).status_code == 303
    page = phone.page()
    assert '<html lang="sv" class="size-2">' in page
    assert "Skicka idén" in page
    assert 'lang="fi">Mitä vanhalle koululle' in page  # what the workshop says stays in its own language
    assert phone.client.post(f"{phone.base}/language", data={"language": "xx"}).status_code == 422
    assert house.state.people.all[phone.state()["me"]["number"]].language == "sv"
