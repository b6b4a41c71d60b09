"""The server in its thread: starting, stopping, a taken port, open streams at the end, a log that cannot be written."""

import contextlib
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import translator
from fasilitaattori.phones.server import PhoneServer, PortTaken, take_port
from tests.unit.phones.house import House
from tests.waiting import PATIENCE, eventually


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    made.open()
    yield made
    made.close()


def test_a_taken_port_is_told_with_what_to_do(house: House) -> None:
    second = PhoneServer(house.door, house.stream)
    with pytest.raises(PortTaken) as taken:
        second.start("127.0.0.1", house.server.port)
    text = taken.value.text(translator("fi"))
    assert str(house.server.port) in text
    assert "Sulje toinen ohjelma tai valitse toinen portti" in text
    assert not second.running
    second.stop()


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(FasilitaattoriError) as missing:
        take_port("203.0.113.7", 0)
    assert "203.0.113.7" in missing.value.text(translator("fi"))


def test_starting_and_stopping_may_be_repeated(house: House) -> None:
    port = house.server.port
    phone = house.join("Helmi")
    house.server.start("127.0.0.1", 0)
    assert house.server.port == port
    for _ in range(2):
        house.server.stop()
        house.server.stop()
        assert not house.server.running
        with pytest.raises(httpx.ConnectError), house.client() as client:
            client.get("/")
        house.server.start("127.0.0.1", port)
    with house.client() as client:  # the same port, the same address, the same person
        assert client.get(f"{phone.base}/state").json()["me"]["name"] == "Helmi"


def test_open_streams_do_not_hold_the_end(house: House) -> None:
    phone = house.join("Helmi")
    ended = threading.Event()

    def follow() -> None:
        page = f"{phone.base}/stream"
        with contextlib.suppress(httpx.HTTPError), house.client() as client, client.stream("GET", page) as answer:
            for _ in answer.iter_bytes():
                begun.set()
        ended.set()

    begun = threading.Event()
    thread = threading.Thread(target=follow)
    thread.start()
    assert begun.wait(PATIENCE)
    assert house.server.following() == {1: 1}
    house.server.stop()
    assert ended.wait(PATIENCE)
    thread.join()
    assert house.server.following() == {}


def test_a_phone_that_leaves_is_forgotten(house: House) -> None:
    phone = house.join("Helmi")
    with socket.create_connection(("127.0.0.1", house.server.port)) as raw:
        raw.sendall(f"GET {phone.base}/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 200")
        eventually(lambda: house.server.following() == {1: 1})  # the head of the answer comes first
    house.go("talk")
    eventually(lambda: not house.server.following())


@pytest.mark.log_warnings
def test_a_log_that_cannot_be_written_is_503_and_the_phone_keeps_its_text(house: House) -> None:
    step = house.go("ideas")
    phone = house.join("Helmi", "sv")
    house.door.close()
    refused = phone.send("ideas.added", step=step, text="Sauna")
    assert refused.status_code == 503
    assert refused.headers["retry-after"] == "2"
    assert refused.json()["error"] == "cannot_save"
    assert refused.json()["message"] == translator("sv")("Ohjaajan kone ei juuri nyt voi tallentaa. Yritetään uudelleen.")
    assert "<html" in phone.client.post("/join", data={"name": "x"}).text


def test_a_head_without_an_end_is_cut_and_others_go_on(house: House) -> None:
    phone = house.join("Helmi")
    for beginning in (b"GET /", b"GET / HTTP/1.1\r\nX-Long: "):
        with socket.create_connection(("127.0.0.1", house.server.port)) as raw, contextlib.suppress(ConnectionError):
            raw.sendall(beginning)
            for _ in range(200):
                raw.sendall(b"a" * 65_536)
            pytest.fail("13 MB of head were taken")
    assert phone.state()["me"]["name"] == "Helmi"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_hall_finds_room_for_its_connections() -> None:
    """In a process of its own: the limit is the process's."""
    code = (
        "import resource, tempfile, pathlib; from tests.unit.phones.house import House;"
        "hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1];"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard));"
        "house = House(pathlib.Path(tempfile.mkdtemp())); house.close();"
        "print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= (min(hard, 4096) if hard > 0 else 4096))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert ran.stdout.strip() == "True"


def test_the_server_carries_no_windows() -> None:
    """A fresh process: the phones need no Qt, and nothing of theirs is loaded before it is used."""
    code = (
        "import sys; import fasilitaattori.phones.server;"
        "heavy = [m for m in ('uvicorn', 'starlette', 'jinja2') if m in sys.modules];"
        "import fasilitaattori.phones.app; print(heavy, any('PySide6' in m for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"
