"""The phones' pages over real HTTP: joining, answers saved once, what each phone sees, the stream, plain forms, the remote."""

import contextlib
import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from fasilitaattori.phones.hall import hash_of
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, people, running
from tests.unit.phones.house import House, Phone


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    made.open()
    yield made
    made.close()


@pytest.fixture
def phone(house: House) -> Phone:
    return house.join("Helmi")


def eventually(found: Callable[[], Any]) -> Any:
    """What `found` gives once it is true; things that can wait are told twice a second."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.02)
    return found()


class Stream:
    """An open SSE stream, read in the background."""

    def __init__(self, phone: Phone, key: str = "") -> None:
        self.events: Queue[tuple[str, Any]] = Queue()
        self._answer = httpx.stream("GET", f"{phone.house.url}{phone.base}/stream?key={key}", timeout=30, trust_env=False)
        self._response = self._answer.__enter__()
        assert self._response.headers["content-type"] == "text/event-stream"
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        kind = "message"
        try:
            for line in self._response.iter_lines():
                if line.startswith("event: "):
                    kind = line[7:]
                elif line.startswith("data: "):
                    self.events.put((kind, json.loads(line[6:])))
                    kind = "message"
        except (httpx.HTTPError, httpx.StreamError, RuntimeError):
            pass
        self.events.put(("end", None))

    def next(self, kind: str = "message", wanted: Callable[[Any], bool] = lambda data: True) -> Any:
        """The next event of this kind for which `wanted` holds."""
        while True:
            got, data = self.events.get(timeout=20)
            if got == kind and wanted(data):
                return data
            assert got != "end", "the stream ended"

    def close(self) -> None:
        self._response.extensions["network_stream"].get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._answer.__exit__(None, None, None)


@pytest.fixture
def stream(phone: Phone) -> Iterator[Stream]:
    opened = Stream(phone)
    yield opened
    opened.close()


# --- coming in ---


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


# --- answers ---


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
    assert "Äänestys on suljettu" in eventually(lambda: "Äänestys on suljettu" in (p := phones[3].page()) and p)


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


# --- following ---


def test_a_step_reaches_every_phone_at_once(house: House, phone: Phone) -> None:
    house.go("talk")
    key = phone.client.get(f"{phone.base}/live").json()["key"]
    knows, new = Stream(phone, key), Stream(phone)
    try:
        assert "html" not in knows.next()  # the page already shows it
        assert "Miksi olemme" in new.next()["html"]
        step = house.go("cards")
        for stream in (knows, new):
            message = stream.next(wanted=lambda m: m["step"] == step)
            assert "Mikä paikka kylällä" in message["html"]
            assert message["title"].startswith("Kysymyskortit")
            assert phone.base not in message["html"]
    finally:
        knows.close()
        new.close()


def test_counts_come_as_deltas_without_the_page(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("ideas")
    stream.next(wanted=lambda m: m["step"] == step)
    other = house.join()
    delta: Any = None
    for _ in range(20):  # a reader that was late gets the whole page as it is now, and the next change as a change
        other.send("ideas.added", text="Yksi")
        delta = stream.next(wanted=lambda m: m["step"] == step and "parts" in m)
        if "html" not in delta:
            break
    assert "html" not in delta
    assert set(delta["parts"]) == {"count"}
    assert "Yksi" not in json.dumps(delta)


def test_a_burst_is_told_in_a_few_messages(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("ideas")
    others = [house.join() for _ in range(5)]
    stream.next(wanted=lambda m: m["step"] == step)
    versions = []
    for n in range(40):
        others[n % 5].send("ideas.added", step=step, text=f"Idea {n}")
    count = len(house.tool(step).on_wall())
    while True:
        message = stream.next()
        versions.append(message["v"])
        if str(count) in message.get("parts", {}).get("count", ""):
            break
    assert len(versions) < 30
    assert versions == sorted(versions)


def test_whose_turn_it_is_is_told_at_once_and_by_number(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("talking")
    number = phone.state()["me"]["number"]
    stream.next(wanted=lambda m: m["step"] == step)
    phone.send("floor.asked", reply=False)
    me = {"n": number, "name": house.state.people.shown_name(number)}
    stream.next(wanted=lambda m: me in m["facts"]["floor"]["queue"])
    asking = house.state.floor.asking_of(number, step)
    assert asking is not None
    house.do(floor.give(asking.id))
    stream.next(wanted=lambda m: m["facts"]["floor"]["speaking"] == me)
    assert "Nyt on sinun vuorosi" in phone.page()
    house.do(floor.end_turn())


def test_only_the_sender_is_told_to_look_again(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("swot")
    other = house.join()
    quiet = Stream(other)
    try:
        idea = phone.send("ideas.added", text="Tarkistettava").json()["ids"][0]
        assert "ohjaaja tarkistaa" in phone.client.get(f"{phone.base}/live").json()["mine"]
        stream.next("mine")
        house.do(ideas.show(step, [idea]))
        stream.next("mine")
        house.go("talk")
        quiet.next(wanted=lambda m: m["step"] == house.steps["talk"])
        assert all(kind != "mine" for kind, _ in list(quiet.events.queue))
    finally:
        quiet.close()


def test_the_stream_says_the_time_and_the_end_of_the_step(house: House, stream: Stream) -> None:
    tick = stream.next("t")
    assert abs(tick - house.door.clock.ms()) < 60_000
    house.go("pause")
    timer = stream.next(wanted=lambda m: m["step"] == house.steps["pause"])["facts"]["timer"]
    assert timer["running"] is True
    assert 0 < timer["end"] - house.door.clock.ms() <= 20 * 60_000
    house.do(running.pause())
    assert stream.next(wanted=lambda m: not m["facts"]["timer"]["running"])["facts"]["timer"]["end"] is None
    house.do(running.resume())


def test_erasing_a_person_ends_their_page(house: House) -> None:
    erased = house.join("Poistuva")
    stream = Stream(erased)
    stream.next()
    house.do(people.erase_person(erased.state()["me"]["number"]))
    stream.next("gone")
    stream.close()
    gone = erased.client.get(f"{erased.base}/state")
    assert (gone.status_code, gone.json()["ok"]) == (410, False)
    assert "ei ole enää voimassa" in erased.client.get(erased.base).text
    assert erased.send("ideas.added", step=house.steps["ideas"], text="x").status_code == 410


# --- without scripts ---


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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_privacy_is_told(house: House, language: str) -> None:
    phone = house.join("", language)
    for text in (phone.page("/privacy"), phone.client.get(f"/privacy?language={language}").text):
        assert f'<html lang="{language}"' in text
        assert "Kuikkaperän kyläyhdistys" in text


# --- steering ---


def test_the_remote_steers(house: House) -> None:
    with house.client() as client:
        address = f"/r/{house.remote}"

        def order(command: str) -> dict[str, Any]:
            answer = client.post(address, json={"command": command})
            assert answer.status_code == 200, answer.text
            found: dict[str, Any] = answer.json()
            assert found["ok"] is True
            return found

        house.go("talk")
        assert order("next")["step"]["title"] == "Pelisäännöt"
        assert order("previous")["step"]["title"] == "Tervetuloa"
        assert order("pause")["paused"] is True
        assert order("start")["paused"] is False
        assert order("close")["step"]["open"] is False
        assert order("open")["step"]["open"] is True
        refused = client.post(address, json={"command": "previous"})
        assert (refused.status_code, refused.json()["error"]) == (409, "first_step")
        assert client.post(address, json={"command": "dance"}).status_code == 422
        assert client.post(address, content=b"{").status_code == 422
        assert client.post("/r/wrong", json={"command": "end"}).status_code == 404
        assert client.put(address).status_code == 405
        assert house.state.run.phase == "running"


def test_every_page_is_guarded(house: House, phone: Phone) -> None:
    for path in ("/", phone.base, "/privacy", "/nothing", f"{phone.base}/nothing", "/o/unknown"):
        headers = phone.client.get(path).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "server" not in headers


def test_files_are_kept_for_good_and_packed(house: House, phone: Phone) -> None:
    addresses = re.findall(r'(?:href|src)="(/a/[^"]+)"', phone.page())
    assert {address.rpartition("/")[2] for address in addresses} == {"phone.css", "phone.js", "plain.js", "mark.svg"}
    for address in addresses:
        answer = phone.client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
    old = phone.client.get("/a/older/phone.css")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")
    font = phone.client.get(addresses[0].replace("phone.css", "fonts/besley-600.woff2"))
    assert font.content[:4] == b"wOF2"
    assert phone.client.get("/a/x/../../settings.json").status_code == 404
    assert phone.client.get("/a/x/%2e%2e/%2e%2e/pyproject.toml").status_code == 404
