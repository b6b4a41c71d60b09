"""The summary on phones: marks over real HTTP with and without scripts, saved truthfully, until the checking ends."""

import re
import uuid

import pytest

from fasilitaattori.workshop import closing, moderation, running, settling
from fasilitaattori.workshop.checking import Check, tally
from fasilitaattori.workshop.checkingfacts import Point
from fasilitaattori.workshop.heading import head_minutes
from tests.integration.hostile import SHORT, bare
from tests.integration.test_escaping import Safe
from tests.unit.phones.house import House, Phone

POINTS = [Point("Talo avataan arkisin"), Point("Kysytään lämmityskulut", "Kyläyhdistys", "31.3.")]


@pytest.fixture
def house(house: House) -> House:
    house.go("talk")
    return house


def check_of(house: House) -> Check:
    check = house.state.checking.last
    assert check is not None
    return check


def test_every_phone_gets_the_summary_whatever_step_is_on(house: House, phone: Phone) -> None:
    house.do(settling.put_up(POINTS))
    state = phone.state()
    assert state["step"]["tool"] == "checking"
    assert state["step"]["id"] == check_of(house).id
    assert state["step"]["timer"] is None
    assert state["may"] == ["checking.marked"]
    assert [(p["text"], p["who"], p["due"]) for p in state["step"]["view"]["points"]] == [
        ("Talo avataan arkisin", "", ""),
        ("Kysytään lämmityskulut", "Kyläyhdistys", "31.3."),
    ]
    page = phone.page()
    assert "Onko yhteenveto oikein?" in page
    assert "Kyläyhdistys, 31.3." in page
    assert "ohjaaja näkee nimesi" in page
    assert "Yhteenvedon tarkistus" in phone.page("/status")
    house.do(running.end())
    assert phone.state()["step"]["tool"] == "checking"
    house.do(settling.end())
    assert phone.state()["step"] is None
    assert "Työpaja on päättynyt" in phone.page()


def test_marks_are_saved_once_and_changed_until_the_end(house: House, phone: Phone) -> None:
    house.do(settling.put_up(POINTS))
    check = check_of(house).id
    request = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"
    marks = {"1": {"right": True}, "2": {"right": False, "words": "Kunta kysyy"}}
    assert phone.send("checking.marked", request, marks=marks).status_code == 201
    assert phone.send("checking.marked", request, marks=marks).json()["again"] is True
    assert phone.state()["mine"]["marks"] == {
        "1": {"right": True, "words": "", "version": 0},
        "2": {"right": False, "words": "Kunta kysyy", "version": 0},
    }
    assert phone.send("checking.marked", marks={"2": {"right": False, "words": " "}}).json()["error"] == "empty_correction"
    house.do(settling.mend("2", "Kunta kysyy lämmityskulut", settles=list(check_of(house).corrections)))
    assert phone.send("checking.marked", marks={"2": {"right": True, "version": 1}}).status_code == 201
    assert tally(house.state, check_of(house)).wholly == 1
    house.do(settling.end())
    late = phone.send("checking.marked", step=check, marks={"1": {"right": False, "words": "Ei"}})
    assert (late.status_code, late.json()["error"]) == (409, "checking_not_open")


def test_a_browser_without_scripts(house: House, phone: Phone) -> None:
    house.do(head_minutes(kind="dialogue"))
    house.do(settling.put_up(POINTS))
    assert "Kukaan ei näe, kuka merkitsi mitä." in phone.page()
    sent = phone.form(
        "checking.marked", **{"mark.1.0": "right", "text.1.0": "", "mark.2.0": "mend", "text.2.0": "Kunta <kysyy>"}
    )
    assert sent.status_code == 303
    after = phone.client.get(sent.headers["location"]).text
    assert "Merkintäsi ovat tallessa. Voit muuttaa niitä" in after
    assert "Kunta &lt;kysyy&gt;</textarea>" in after
    assert after.count(" checked") == 2
    refused = phone.form("checking.marked", **{"mark.1.0": "mend", "text.1.0": "", "text.2.0": ""})
    assert refused.status_code == 409
    assert "Kirjoita, mikä on korjattava." in refused.text
    assert phone.form("checking.marked", all="1", **{"text.1.0": "", "text.2.0": ""}).status_code == 303
    told = tally(house.state, check_of(house))
    assert (told.wholly, told.wrong) == (1, {"1": 0, "2": 0})
    assert not check_of(house).corrections
    house.do(settling.mend("1", "Talo avataan iltaisin"))
    anew = phone.page()
    assert "Korjattu salin ehdotuksesta" in anew
    assert re.search(r"<span data-again>Merkitse uudelleen\.", anew)
    assert anew.count(" checked") == 1
    phone.form("checking.marked", **{"mark.1.1": "right", "text.1.1": ""})
    assert re.search(r"<span data-again hidden>Merkitse uudelleen\.", phone.page())
    house.do(moderation.mute(1))
    silenced = phone.form("checking.marked", **{"mark.2.0": "mend", "text.2.0": "Hävytön ehdotus"})
    assert silenced.status_code == 409
    assert "joten korjausehdotus ei lähde" in silenced.text
    assert "Hävytön ehdotus</textarea>" in silenced.text


def test_what_was_written_is_not_lost_when_the_checking_ends_meanwhile(house: House, phone: Phone) -> None:
    house.do(settling.put_up(POINTS))
    check = check_of(house).id
    house.do(closing.approve("Helmi"))
    fields = {"kind": "checking.marked", "step": check, "form": "f", "mark.1.0": "mend", "text.1.0": "Myös lauantaisin"}
    answer = phone.client.post(f"{phone.base}/form", data=fields)
    assert answer.status_code == 409
    assert "tarkistus on jo päättynyt" in answer.text
    assert "Myös lauantaisin" in answer.text


def test_a_stream_hears_of_the_summary_and_of_every_mending_at_once(house: House, phone: Phone) -> None:
    stream = phone.follow()
    stream.next()
    house.do(settling.put_up(POINTS))
    stream.next(wanted=lambda message: "Talo avataan arkisin" in message.get("html", ""))
    house.do(settling.mend("1", "Talo avataan iltaisin"))
    stream.next(wanted=lambda message: "Talo avataan iltaisin" in message.get("html", ""))
    house.join().send("checking.marked", marks={"1": {"right": True, "version": 1}})
    stream.next(wanted=lambda message: message.get("parts", {}).get("count") == "1 on merkinnyt.")
    stream.close()


def test_what_people_write_is_nothing_but_text(house: House, phone: Phone) -> None:
    house.do(settling.put_up([Point(text[:300], text[:80]) for text in SHORT]))
    marks = {str(place): {"right": False, "words": text[:280]} for place, text in enumerate(SHORT, 1)}
    assert phone.send("checking.marked", marks=marks).status_code == 201
    words = bare(" ".join(Safe(phone.page()).words))
    assert all(bare(text) in words for text in SHORT)


@pytest.mark.parametrize("version", ["²", "٣", "9" * 5000, "-1", "1.0", ""])
def test_a_version_that_is_no_number_is_refused(house: House, phone: Phone, version: str) -> None:
    house.do(settling.put_up(POINTS))
    sent = phone.form("checking.marked", **{f"mark.1.{version}": "right", f"text.1.{version}": ""})
    assert sent.status_code in (400, 422)
    told = phone.client.post(
        f"{phone.base}/events",
        content=f'{{"id": "{uuid.uuid4()}", "step": "{check_of(house).id}", "kind": "checking.marked", '
        f'"body": {{"marks": {{"1": {{"right": true, "version": {version or "null"}}}}}}}}}',
        headers={"content-type": "application/json"},
    )
    assert told.status_code in (400, 409, 422)  # 409: -1 is a number, but of no wording
    assert not check_of(house).marks


def test_what_was_promised_of_names_does_not_change_with_the_kind_of_minutes(house: House, phone: Phone) -> None:
    house.do(head_minutes(kind="dialogue"))
    house.do(settling.put_up(POINTS))
    house.do(head_minutes(kind="memo"))
    assert phone.state()["step"]["view"]["nameless"]
    assert "Kukaan ei näe, kuka merkitsi mitä." in phone.page()
    house.do(settling.put_up(POINTS))
    assert "ohjaaja näkee nimesi" in phone.page()
