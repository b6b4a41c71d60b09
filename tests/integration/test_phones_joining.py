"""Coming in over real HTTP: the join page, pressing twice, before the door opens and after the end."""

import contextlib
import re
import socket
import uuid
from pathlib import Path
from urllib.parse import urlencode

import pytest

from fasilitaattori.phones.hall import hash_of
from fasilitaattori.workshop import running
from tests.unit.phones.house import House, Phone
from tests.waiting import eventually


@pytest.fixture
def house(lasting_house: House) -> House:
    """One house for all of this file."""
    return lasting_house


def test_joining_gives_an_address_that_only_its_hash_is_known_of(house: House, phone: Phone) -> None:
    token = phone.base.removeprefix("/o/")
    assert len(token) == 22  # 128 bits
    person = house.state.people.by_capability(hash_of(token))
    assert person is not None
    assert (person.name, person.language, person.by_phone, person.name_in_minutes) == ("Helmi", "fi", True, False)
    for file in house.door.path.parent.iterdir():
        assert token.encode() not in file.read_bytes()


def test_a_name_may_be_left_out_and_allowed_in_the_minutes(house: House) -> None:
    nameless = house.join("", "sv")
    assert nameless.state()["me"] == {"number": nameless.state()["me"]["number"], "name": "", "language": "sv"}
    allowed = house.join("  Reino\n Rauhala ", show_name="1")
    person = house.state.people.all[allowed.state()["me"]["number"]]
    assert (person.name, person.name_in_minutes) == ("Reino Rauhala", True)


def test_pressing_join_twice_makes_one_person(house: House) -> None:
    before = len(house.state.people.all)
    with house.client() as client:
        form = re.search(r'name="form" value="([^"]+)"', client.get("/").text)
        assert form is not None
        places = {
            client.post("/join", data={"form": form[1], "language": "fi", "name": "Aino"}).headers["location"] for _ in "ab"
        }
        assert len(places) == 1
        assert len(house.state.people.all) == before + 1
        client.post("/join", data={"form": form[1], "language": "fi", "name": "Seuraava"})  # back, and the next person
        assert len(house.state.people.all) == before + 2


def test_pressing_join_twice_before_it_is_saved_makes_one_person(house: House) -> None:
    before = len(house.state.people.all)
    content = urlencode({"form": uuid.uuid4().hex, "language": "fi", "name": "Aino"}).encode()
    head = b"POST /join HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
    request = head % len(content) + content
    places = set()
    with contextlib.ExitStack() as stack:
        presses = [
            stack.enter_context(socket.create_connection(("127.0.0.1", house.server.port))).makefile("rwb") for _ in range(4)
        ]
        for press in presses:
            press.write(request)
        for press in presses:
            press.flush()
        for press in presses:
            places.add(next(line for line in press.read().splitlines() if line.startswith(b"location")))
    assert len(places) == 1
    assert len(house.state.people.all) == before + 1


def test_the_join_page_speaks_the_readers_language_and_switches(house: House) -> None:
    with house.client() as client:
        assert '<html lang="sv"' in client.get("/", headers={"accept-language": "sv-FI"}).text
        assert '<html lang="fi"' in client.get("/", headers={"accept-language": "de"}).text
        page = client.post("/join", data={"switch": "en", "language": "fi", "name": "Helmi <b>"}).text
        assert '<html lang="en"' in page
        assert 'value="Helmi &lt;b&gt;"' in page


def test_too_long_a_name_is_told_on_the_page(house: House) -> None:
    with house.client() as client:
        answer = client.post("/join", data={"language": "fi", "name": "x" * 61})
        assert answer.status_code == 409
        assert "Enintään 60 merkkiä" in answer.text
        assert "x" * 61 in answer.text


def test_joining_before_the_door_is_open_and_after_the_end(tmp_path: Path) -> None:
    house = House(tmp_path)
    try:
        with house.client() as client:
            assert "Ovi ei ole vielä auki" in client.get("/").text
            assert client.post("/join", data={"name": "x"}).status_code == 409
            house.open()
            assert eventually(lambda: "Etunimi" in client.get("/").text)
            phone = house.join("Helmi")
            assert "Odotetaan aloitusta" in phone.page()
            assert phone.state()["step"] is None
            house.go("ideas")
            house.do(running.end())
            assert eventually(lambda: "Työpaja on päättynyt" in client.get("/").text)
            refused = client.post("/join", data={"name": "x"})
            assert refused.status_code == 409
            assert "ei voi enää liittyä" in refused.text
            assert "Työpaja on päättynyt" in phone.page()
            assert phone.send("ideas.added", step=house.steps["ideas"], text="myöhässä").json()["error"] == "step_closed"
    finally:
        house.close()
