"""On bad air an answer may be long on its way: the connection is kept until it has arrived, and the system goes on trying."""

import re
import socket
import sys
from collections.abc import Callable

import pytest

from fasilitaattori.phones.gate import air
from fasilitaattori.phones.server import take_port
from tests.unit.phones.house import House
from tests.unit.phones.wire import STRANGER, Clock, answer, closed, connect, later, still_open
from tests.waiting import PATIENCE, eventually

TELLS = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what has not been confirmed")


def narrow(house: House) -> socket.socket:
    """A phone on air so thin that hardly anything fits through: what is sent waits in the laptop's system."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)  # the system's smallest
    made.settimeout(PATIENCE)
    made.bind((STRANGER, 0))
    made.connect(("127.0.0.1", house.server.port))
    return made


def ask_for_a_font(house: House, raw: socket.socket) -> None:
    with house.client() as client:
        found = re.search(r"/a/[0-9a-f]+/", client.get("/").text)
    assert found is not None
    raw.sendall(f"GET {found[0]}fonts/besley-600.woff2 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    raw.recv(1, socket.MSG_PEEK)  # the answer has begun: the server has given it to the system


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


@TELLS
def test_a_connection_whose_answer_has_not_arrived_is_not_idle(house: House, steady: Clock) -> None:
    with narrow(house) as slow, connect(house) as other:
        assert still_open(other)
        ask_for_a_font(house, slow)
        later(house, steady, 29.0)
        assert still_open(other)
        later(house, steady, 29.0)
        assert still_open(other)
        later(house, steady, 0.0)
        assert b"wOF2" in answer(slow)
        assert still_open(slow)


@TELLS
def test_it_is_not_kept_for_good(house: House, steady: Clock) -> None:
    with narrow(house) as slow, connect(house) as other:
        assert still_open(other)
        ask_for_a_font(house, slow)
        for _ in range(6):
            later(house, steady, 25.0)
            assert still_open(other)
        later(house, steady, 25.0)
        assert still_open(other)
        answer(slow)
        assert closed(slow)


@TELLS
def test_what_is_not_confirmed_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        far = socket.socket()
        far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        far.connect(listener.getsockname())
        near, _ = listener.accept()
        with near, far:
            assert air.unconfirmed(near) == 0
            near.sendall(bytes(40_000))
            assert air.unconfirmed(near) > 0
            got = 0
            while got < 40_000:
                got += len(far.recv(65536))
            eventually(lambda: air.unconfirmed(near) == 0)
        assert air.unconfirmed(near) == 0  # it is closed
    assert air.unconfirmed(None) == 0


@TELLS
def test_the_system_goes_on_trying_for_two_minutes() -> None:
    with take_port("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        near, _ = listener.accept()
        with near:
            assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 120_000
