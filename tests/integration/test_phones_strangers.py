"""Too much of it, over real sockets: from one phone, from one address, in one body; and who has posted."""

import contextlib
import json
import socket
import time
import uuid
from collections.abc import Callable

import httpx
import pytest

from fasilitaattori.phones.gate.limits import Limits, Rate
from fasilitaattori.phones.hall import hash_of
from fasilitaattori.phones.personal import code_of
from tests.unit.phones.house import House
from tests.unit.phones.wire import Clock, answer, asking, closed, connect, idea, stranger
from tests.waiting import eventually


def check_too_many(refused: httpx.Response, seconds: int) -> None:
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == str(seconds)
    assert refused.json() == {"ok": False, "error": "too_many", "message": refused.json()["message"]}
    assert refused.json()["message"].endswith(".")


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


# --- too much from a phone ---


def test_a_phone_that_sends_too_much_waits_and_the_others_do_not(house: House, steady: Clock) -> None:
    step = house.go("ideas")
    busy, calm = house.join("Reino"), house.join("Helmi")
    statuses = [busy.client.post(f"{busy.base}/events", json=idea(step)).status_code for _ in range(30)]
    assert statuses == [201] * 30
    check_too_many(busy.client.post(f"{busy.base}/events", json=idea(step)), 1)
    assert calm.send("ideas.added", step=step, text="Sauna").status_code == 201
    assert busy.state()["me"]["name"] == "Reino"  # it may still look
    steady.now += 1.0
    assert busy.send("ideas.added", step=step, text="Sauna").status_code == 201


def test_what_was_refused_is_saved_once_when_it_comes_again(make_house: Callable[..., House], steady: Clock) -> None:
    house = make_house(answers=Rate(1, 1))
    step = house.go("ideas")
    phone = house.join("Helmi")
    phone.send("ideas.added", step=step, text="Ensin")
    request = str(uuid.uuid4())
    assert phone.send("ideas.added", request, step, text="Sauna").status_code == 429
    steady.now += 1.1
    assert phone.send("ideas.added", request, step, text="Sauna").status_code == 201
    assert [note.text for note in house.tool(step).ideas.values()] == ["Ensin", "Sauna"]


def test_a_phone_without_scripts_gets_a_page(make_house: Callable[..., House]) -> None:
    house = make_house(answers=Rate(1, 1 / 7), requests=Rate(1, 1 / 7))
    step = house.go("ideas")
    phone = house.join("Helmi", "sv")
    fields = {"step": step, "kind": "ideas.added", "text": "Bastu"}
    assert phone.client.post(f"{phone.base}/form", data=fields).status_code == 303
    for refused in (
        phone.client.post(f"{phone.base}/form", data=fields),
        (phone.client.get(phone.base), phone.client.get(phone.base))[1],
    ):
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "7")
        assert refused.headers["content-type"] == "text/html; charset=utf-8"
        assert '<html lang="sv">' in refused.text
        assert ('http-equiv="refresh" content="7"' in refused.text) == (refused.request.method == "GET")


def test_it_is_refused_before_its_body_has_come(make_house: Callable[..., House]) -> None:
    house = make_house(answers=Rate(1, 0.001))
    phone = house.join("Helmi")
    phone.client.post(f"{phone.base}/events", content=b"{}")
    with connect(house) as raw:
        raw.sendall(asking(f"{phone.base}/events", "POST", length=60000))
        assert answer(raw).startswith(b"HTTP/1.1 429")


def test_looking_has_a_limit_of_its_own(make_house: Callable[..., House]) -> None:
    house = make_house(requests=Rate(5, 0.001))
    step = house.go("ideas")
    phone = house.join("Helmi")
    assert [phone.client.get(f"{phone.base}/state").status_code for _ in range(6)] == [200] * 5 + [429]
    for path in ("", "/live", "/stream", "/status", "/privacy"):
        assert phone.client.get(phone.base + path).status_code == 429
    assert phone.send("ideas.added", step=step, text="Sauna").status_code == 201


def test_whoever_goes_on_without_listening_is_answered_later_and_later(make_house: Callable[..., House]) -> None:
    house = make_house(answers=Rate(1, 0.001))
    phone = house.join("Helmi")
    with connect(house) as raw:
        began = time.monotonic()
        raw.sendall(asking(f"{phone.base}/events", "POST", b"{}") * 8)
        got = b""
        while got.count(b"HTTP/1.1 429") < 7:
            got += raw.recv(65536)
        assert time.monotonic() - began > 1.0


def test_stopping_while_a_refusal_is_held_back_is_quiet(make_house: Callable[..., House]) -> None:
    """Nothing in the log (no test may log unexpectedly)."""
    house = make_house(answers=Rate(1, 0.001))
    phone = house.join("Helmi")
    with connect(house) as raw:
        raw.sendall(asking(f"{phone.base}/events", "POST", b"{}") * 8)
        got = b""
        while got.count(b"HTTP/1.1 429") < 5:  # the next one begins to wait
            got += (more := raw.recv(65536))
            assert more, "the connection was cut"
        house.server.stop()
    assert not house.server.running


# --- too much from an address ---


def test_a_strangers_device_is_turned_away_and_the_laptop_is_not(make_house: Callable[..., House], steady: Clock) -> None:
    house = make_house(strangers=Rate(10, 1))
    with stranger(house) as device, house.client() as own:
        pages = [device.get("/").status_code for _ in range(11)]
        assert pages == [200] * 10 + [429]
        assert device.get("/").headers["retry-after"] == "1"
        assert device.get("/privacy").status_code == 429
        assert all(own.get("/").status_code == 200 for _ in range(50))
        steady.now += 1.1
        assert device.get("/").status_code == 200


def test_a_thousand_posts_of_a_stranger_make_two_hundred_people_at_most(make_house: Callable[..., House]) -> None:
    house = make_house(joins=Rate(20, 2))
    with stranger(house) as device:
        statuses = [device.post("/join", data={"name": "x"}).status_code for _ in range(25)]
    assert statuses == [303] * 20 + [429] * 5
    assert len(house.state.people.all) == 20


def test_coming_back_by_a_right_code_again_and_again_ends_too(make_house: Callable[..., House]) -> None:
    """A right code costs no guess, but every coming back is written into the log for good."""
    house = make_house(joins=Rate(20, 2))
    code = code_of(hash_of(house.join("Helmi").base.removeprefix("/o/")))
    with stranger(house) as device:
        statuses = [device.post("/back", data={"code": code, "form": str(n)}).status_code for n in range(25)]
    assert statuses == [303] * 20 + [429] * 5


def test_whoever_comes_back_by_a_code_has_not_more_to_send(house: House, steady: Clock) -> None:
    """Otherwise a script with a code of its own would take a new address for every thirty answers."""
    step = house.go("ideas")
    phone = house.join("Reino")
    code = code_of(hash_of(phone.base.removeprefix("/o/")))
    assert [phone.client.post(f"{phone.base}/events", json=idea(step)).status_code for _ in range(30)] == [201] * 30
    other = phone.client.post("/back", data={"code": code}).headers["location"]
    check_too_many(phone.client.post(f"{other}/events", json=idea(step)), 1)


def test_a_whole_hall_behind_one_address_gets_in_at_once(house: House) -> None:
    assert Limits().joins.burst >= 150
    with stranger(house) as device:
        page = device.get("/").text
        files = [part.split('"')[0] for part in page.split('"/a/')[1:]]
        assert files
        for number in range(150):
            assert device.get("/").status_code == 200
            for name in files:
                assert device.get(f"/a/{name}").status_code == 200
            joined = device.post("/join", data={"language": "fi", "name": f"P{number}"})
            assert joined.status_code == 303
            assert device.get(joined.headers["location"]).status_code == 200


def test_wrong_addresses_are_soon_refused_and_right_ones_go_on(make_house: Callable[..., House]) -> None:
    house = make_house(strangers=Rate(20, 0.001))
    phone = house.join("Helmi")
    with stranger(house) as device:
        tried = [device.get(f"/o/{uuid.uuid4().hex}/state").status_code for _ in range(5)]
        assert tried == [404, 404, 429, 429, 429]
        assert device.get(f"{phone.base}/state").status_code == 200


def test_wrong_remotes_are_soon_refused_and_the_right_one_goes_on(make_house: Callable[..., House]) -> None:
    house = make_house(strangers=Rate(20, 0.001))
    with stranger(house) as device:
        wrong = [device.post(f"/r/{uuid.uuid4().hex}", json={"command": "next"}).status_code for _ in range(4)]
        assert wrong == [404, 404, 429, 429]
        assert device.post(f"/r/{house.remote}", json={"command": "start"}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/join", {"origin": "http://elsewhere.example"}, 403),
        ("GET", "/", {"host": "elsewhere.example"}, 421),
        ("PUT", "/r/whatever", {}, 405),
        ("DELETE", "/s/whatever/now", {}, 405),
    ],
)
def test_what_is_refused_at_the_door_is_counted_too(
    make_house: Callable[..., House], method: str, path: str, headers: dict[str, str], status: int
) -> None:
    house = make_house(strangers=Rate(24, 0.001))
    with stranger(house) as device:
        for _ in range(24):
            assert device.request(method, path, headers=headers).status_code in (status, 429)
        assert device.request(method, path, headers=headers).status_code == 429


def test_short_codes_are_guessed_slowly(house: House, steady: Clock) -> None:
    def guess(device: httpx.Client) -> int:
        return device.post("/back", data={"code": "K7M 4PX"}).status_code

    with stranger(house) as device:
        assert [guess(device) for _ in range(7)] == [404] * 5 + [429] * 2
        assert device.post("/back", data={"code": "not a code"}).status_code == 422  # that was no guess
        steady.now += 20.1
        assert [guess(device) for _ in range(2)] == [404, 429]
    with house.client() as own:  # from another address
        assert guess(own) == 404


# --- too long ---


@pytest.mark.parametrize("path", ["/join", "/back", "/nowhere"])
def test_five_megabytes_are_refused_unread(house: House, path: str) -> None:
    with connect(house) as raw:
        raw.sendall(asking(path, "POST", length=5 * 1024 * 1024))
        told = answer(raw)
        assert told.startswith(b"HTTP/1.1 413")
        assert b"connection: close" in told
        assert closed(raw)


def test_a_body_that_does_not_say_how_long_it_is_is_cut_where_it_is_too_long(house: House) -> None:
    phone = house.join("Helmi")
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    with connect(house) as raw:
        head = f"POST {phone.base}/events HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        raw.sendall(head.encode())
        sent = 0
        with contextlib.suppress(ConnectionError):
            while sent < 300:
                raw.sendall(chunk)
                sent += 1
            pytest.fail("5 MB were taken")
    assert phone.state()["me"]["name"] == "Helmi"


def test_a_refused_body_is_drained_so_that_the_refusal_arrives(house: House) -> None:
    """A connection closed at once, while the body is still on its way, would take its answer along."""
    phone = house.join("Helmi")
    with connect(house) as raw:
        raw.sendall(asking(f"{phone.base}/events", "POST", b"x" * 1000, length=100_000))
        told = answer(raw)
        assert told.startswith(b"HTTP/1.1 413")
        assert json.loads(told.partition(b"\r\n\r\n")[2])["error"] == "too_big"
        for _ in range(99):
            raw.sendall(b"x" * 1000)
        raw.shutdown(socket.SHUT_WR)
        assert raw.recv(1) == b""  # no reset


def test_many_requests_in_one_breath_are_cut(house: House) -> None:
    with connect(house) as raw:
        got = b""
        with contextlib.suppress(ConnectionError):
            raw.sendall(asking("/ncsi.txt") * 2000)
            while piece := raw.recv(65536):
                got += piece
        assert got.count(b"HTTP/1.1 ") < 2000


# --- who has come, who has posted ---


def test_which_devices_have_posted_is_known(house: House) -> None:
    with stranger(house) as device:
        device.get("/")
        assert (house.server.visitors("127.0.0.1"), house.server.posted("127.0.0.1")) == (1, 0)
        device.post("/nowhere")
        device.post("/join", data={"name": "x" * 61})
        assert house.server.posted("127.0.0.1") == 0
        device.post("/join", data={"name": "x"})
        device.post("/join", data={"name": "y"})
        assert eventually(lambda: house.server.posted("127.0.0.1")) == 1  # noted once the answer has been sent
        assert house.server.posted("192.168.1.31") == 0
    house.join("Helmi")  # this machine itself
    assert house.server.posted("127.0.0.1") == 1
    house.server.stop()
    assert house.server.posted("127.0.0.1") == 0
