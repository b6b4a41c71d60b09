"""Nobody reads or changes what is another's: every address is tried with somebody else's, guessed and dead capabilities.

Aino is the curious one, Bertta has things of her own. A new address comes into these tests by standing in the table.
"""

import re
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from fasilitaattori.phones.api.described import Address
from fasilitaattori.phones.api.routes import TABLE
from fasilitaattori.phones.hall import hash_of
from fasilitaattori.phones.personal import code_of
from fasilitaattori.workshop import moderation, people, record
from tests.unit.phones.house import FREE, House, Phone
from tests.waiting import PATIENCE

SECRET = "Salaisuus on komerossa"
OF_A_PHONE = [a for a in TABLE if "{token}" in a.path]
READING = [a for a in TABLE if a.method == "GET" and "stream" not in a.path]
KEYS = ("token", "capability", "screen")  # parts of paths that are capabilities
GUARDED = [a for a in TABLE if any(f"{{{key}}}" in a.path for key in KEYS)]


def named(addresses: list[Address]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("address", addresses, ids=lambda a: f"{a.method} {a.path}")


class Evening:
    """A hall with Aino and Bertta; Bertta has an idea that waits, a ballot, a place in the queue, a language and a size."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder, limits=FREE)
        self.client = self.house.client()
        self.house.open()
        self.aino = self.house.join("Aino")
        self.bertta = self.house.join("Bertta", "sv")
        self.house.go("dots")
        self.box = self.house.steps["dots"]
        candidate = self.bertta.state()["step"]["view"]["candidates"][4]["id"]
        self.choice = {candidate: 2}
        assert self.bertta.send("vote.cast", choices=self.choice).status_code == 201
        self.house.go("swot")
        theme = self.bertta.state()["step"]["view"]["columns"][0]["id"]
        self.request = str(uuid.uuid4())
        answer = self.bertta.send("ideas.added", self.request, text=SECRET, theme=theme)
        self.idea = answer.json()["ids"][0]

    @property
    def number(self) -> int:
        return int(self.bertta.state()["me"]["number"])

    def token(self, phone: Phone) -> str:
        return phone.base.removeprefix("/o/")

    def of_bertta(self) -> dict[str, Any]:
        """All that is hers, as she herself and the log see it."""
        seen = self.bertta.state()
        state = self.house.state
        events = [event for event in self.house.door.replica(self.house.stream).events if event.author == self.number]
        return {"me": seen["me"], "mine": seen["mine"], "person": state.people.all[self.number], "events": events}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    made = Evening(tmp_path_factory.mktemp("house"))
    yield made
    made.client.close()
    made.house.close()


def filled(address: Address, **parts: str) -> str:
    return re.sub(r"{(\w+)(?::\w+)?}", lambda found: parts.get(found[1], "x"), address.path)


def knock(evening: "Evening", address: Address, path: str, payload: dict[str, Any] | None = None) -> httpx.Response:
    """Ask as the table says: JSON where it takes JSON, else a form. Of a stream only its beginning."""
    content: dict[str, Any] = {}
    if address.method == "POST":
        content = {"json": payload or {}} if address.json is not None else {"data": flat(payload or {})}
    with evening.client.stream(address.method, path, **content) as answer:
        if answer.headers.get("content-type") != "text/event-stream":
            answer.read()
        return answer


def flat(payload: dict[str, Any]) -> dict[str, Any]:
    body = payload.get("body", {})
    return {key: str(value) for key, value in {**payload, **(body if isinstance(body, dict) else {})}.items() if key != "body"}


# --- reading ---


@named(READING)
@pytest.mark.parametrize("stage", ["swot", "dots", "talking"])
def test_with_ones_own_address_nothing_of_another_can_be_read(evening: Evening, address: Address, stage: str) -> None:
    evening.house.go(stage)
    if stage == "dots":
        assert evening.bertta.send("vote.cast", choices=evening.choice).status_code == 201
    path = filled(address, token=evening.token(evening.aino))
    text = knock(evening, address, path).text
    for query in (f"?author={evening.number}&n={evening.number}&me={evening.number}", f"?token={hash_of('x')}&mine=1"):
        text += evening.client.get(path + query).text
    code = code_of(hash_of(evening.token(evening.bertta)))
    name = [] if stage == "talking" else ["Bertta"]  # who waits for a turn is no secret
    for secret in (SECRET, evening.token(evening.bertta), hash_of(evening.token(evening.bertta)), code, *name):
        assert secret not in text
    if stage == "dots" and address.path == "/o/{token}/state":
        assert evening.aino.state()["mine"]["choice"] != evening.choice
        assert evening.bertta.state()["mine"]["choice"] == evening.choice


def test_no_stream_brings_what_is_anothers(evening: Evening) -> None:
    house = evening.house
    house.go("swot")
    with socket.create_connection(("127.0.0.1", house.server.port), timeout=PATIENCE) as line:
        line.sendall(f"GET {evening.aino.base}/stream HTTP/1.1\r\nhost: 127.0.0.1:{house.server.port}\r\n\r\n".encode())
        heard = line.recv(65536)
        theme = evening.bertta.state()["step"]["view"]["columns"][0]["id"]
        assert evening.bertta.send("ideas.added", text=f"{SECRET} edelleen", theme=theme).status_code == 201
        house.go("dots")
        assert evening.bertta.send("vote.cast", choices=evening.choice).status_code == 201
        house.go("talk")
        while "Kyläyhdistyksen Reino".encode() not in heard:
            more = line.recv(65536)
            assert more, heard
            heard += more
    assert SECRET.encode() not in heard
    assert b"Bertta" not in heard
    assert evening.token(evening.bertta).encode() not in heard


# --- changing ---


@named([a for a in OF_A_PHONE if a.method == "POST"])
@pytest.mark.parametrize("stage", ["swot", "dots", "talking", "survey"])
def test_with_ones_own_address_nothing_of_another_can_be_changed(evening: Evening, address: Address, stage: str) -> None:
    step = evening.house.go(stage)
    if stage == "talking" and evening.house.state.floor.asking_of(evening.number, step) is None:
        assert evening.bertta.send("floor.asked").status_code == 201
    before = evening.of_bertta()
    path = filled(address, token=evening.token(evening.aino))
    hers = {"author": evening.number, "number": evening.number, "token": evening.token(evening.bertta), "me": evening.number}
    bodies: list[tuple[str, dict[str, Any]]] = [
        ("ideas.withdrawn", {"idea": evening.idea}),
        ("floor.withdrawn", {}),
        ("discussion.passed", {}),
        ("vote.cast", {"choices": {}}),
        ("survey.answered", {"answers": {}}),
        ("people.renamed", {"name": "Aino oli täällä"}),
    ]
    for kind, body in bodies:
        payload = {
            "id": str(uuid.uuid4()),
            "step": step,
            "kind": kind,
            "body": {**body, **hers},
            "form": uuid.uuid4().hex,
            **hers,
        }
        if address.json is None:
            payload |= {"language": "en", "aa": "2", "name": "Aino oli täällä"}
        assert knock(evening, address, path, payload).status_code < 500
    after = evening.of_bertta()
    assert after == before
    if stage == "talking":
        assert evening.house.state.floor.asking_of(evening.number, step) is not None


def test_the_own_code_stands_on_ones_own_page_alone(evening: Evening) -> None:
    code = code_of(hash_of(evening.token(evening.bertta)))
    assert code in evening.bertta.page()
    assert code not in evening.aino.page()
    assert code not in str(evening.aino.state())


def test_anothers_idea_is_not_withdrawn_and_the_refusal_tells_nothing_of_it(evening: Evening) -> None:
    evening.house.go("swot")
    refused = evening.aino.send("ideas.withdrawn", idea=evening.idea)
    assert refused.status_code == 409
    unknown = evening.aino.send("ideas.withdrawn", idea=str(uuid.uuid4()))
    assert unknown.status_code == 409
    assert SECRET not in refused.text
    assert [idea["id"] for idea in evening.bertta.state()["mine"]["ideas"]].count(evening.idea) == 1


def test_ones_turn_is_passed_by_oneself_alone(evening: Evening) -> None:
    house = evening.house
    step = house.go("talking")
    from fasilitaattori.tools.discussion.model import start_round

    house.do(start_round(step))
    speaking = evening.aino.state()["step"]["turn"]["n"]
    other = evening.bertta if speaking != evening.number else evening.aino
    assert other.send("discussion.passed").status_code in (201, 409)
    assert evening.aino.state()["step"]["turn"]["n"] == speaking


# --- guessing ---


@named(GUARDED)
def test_what_can_be_known_or_guessed_opens_nothing(evening: Evening, address: Address) -> None:
    house = evening.house
    token = evening.token(evening.bertta)
    before = house.state.run.current, house.state.run.phase, evening.of_bertta()
    guesses = [
        *(hash_of(token), hash_of(token)[:22], str(evening.number), "0", "Bertta", "x", "A" * 22, "None", "null", "true"),
        *(token[:-1], token + "A", token.swapcase(), token[::-1], token + "%00", "%00" + token, token + "%20", token + "."),
        *(
            house.stream,
            evening.idea,
            evening.request,
            evening.box,
            house.remote[:-1],
            house.remote.upper(),
            house.remote + "=",
        ),
        *("%2e%2e", "*", "%2a", "%25", "'%20or%201=1--"),
    ]
    for guess in guesses:
        path = filled(address, **dict.fromkeys(KEYS, guess))
        answer = knock(evening, address, path, {"command": "next", "id": str(uuid.uuid4()), "step": "s", "kind": "floor.asked"})
        assert answer.status_code in (404, 405), (guess, answer.status_code)
        assert SECRET not in answer.text
        assert "Bertta" not in answer.text or guess == "Bertta"
    assert (house.state.run.current, house.state.run.phase, evening.of_bertta()) == before


@named([a for a in GUARDED if "{token}" not in a.path])
def test_a_participants_address_steers_nothing(evening: Evening, address: Address) -> None:
    house = evening.house
    before = house.state.run.current, house.state.run.phase
    for phone in (evening.aino, evening.bertta):
        for key in (evening.token(phone), hash_of(evening.token(phone))):
            path = filled(address, **dict.fromkeys(KEYS, key))
            assert knock(evening, address, path, {"command": "next", "id": str(uuid.uuid4())}).status_code == 404
    assert (house.state.run.current, house.state.run.phase) == before


# --- request ids ---


@pytest.mark.parametrize("kind", ["ideas.added", "vote.cast"])
def test_anothers_request_id_is_refused_and_tells_nothing(evening: Evening, kind: str) -> None:
    house = evening.house
    house.go("dots" if kind == "vote.cast" else "ideas")
    body: dict[str, Any] = {"choices": evening.choice} if kind == "vote.cast" else {"text": SECRET}
    request = str(uuid.uuid4())
    assert evening.bertta.send(kind, request, **body).status_code == 201
    before = evening.of_bertta()
    answer = evening.aino.send(kind, request, **body)
    if kind == "ideas.added":
        assert (answer.status_code, answer.json()["error"]) == (409, "bad_request_id")
    assert "ids" not in answer.json() or answer.json()["ids"] == []
    assert SECRET not in answer.text
    assert evening.bertta.send(kind, request, **body).status_code == 200  # her own retry is still good
    assert evening.of_bertta() == before


def test_the_desks_request_id_is_not_a_phones(evening: Evening) -> None:
    request = str(uuid.uuid4())
    evening.house.do(record.note("Ohjaajan oma huomio"), request=request)
    evening.house.go("ideas")
    answer = evening.aino.send("ideas.added", request, text="Omani")
    assert (answer.status_code, answer.json()["error"]) == (409, "bad_request_id")
    assert "huomio" not in answer.text


# --- those who are no more ---


@named(OF_A_PHONE)
@pytest.mark.parametrize("gone", ["removed", "erased"])
def test_a_dead_address_neither_reads_nor_writes(evening: Evening, address: Address, gone: str) -> None:
    house = evening.house
    phone = house.join("Poistunut Pirkko")
    number = phone.state()["me"]["number"]
    step = house.go("ideas")
    assert phone.send("ideas.added", text="Pirkon oma lappu").status_code == 201
    house.do(moderation.remove_person(number) if gone == "removed" else people.erase_person(number))
    events = len(house.door.replica(house.stream).events)
    payload = {"id": str(uuid.uuid4()), "step": step, "kind": "ideas.added", "body": {"text": "Haamu"}, "language": "en"}
    answer = knock(evening, address, filled(address, token=evening.token(phone)), payload)
    assert answer.status_code == 410
    assert "Pirkko" not in answer.text
    assert "Pirkon" not in answer.text
    assert len(house.door.replica(house.stream).events) == events


def test_every_address_of_the_table_is_tried_here() -> None:
    reached = {(a.method, a.path) for a in [*OF_A_PHONE, *READING, *GUARDED]}
    others = {(a.method, a.path) for a in TABLE} - reached
    assert all("{" not in path or path.startswith("/a/") for _, path in others), others
