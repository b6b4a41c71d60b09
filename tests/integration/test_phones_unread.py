"""A stream whose phone takes nothing is let go by the gate, which looks at all connections: phones' and remotes' alike."""

import itertools
import socket
from collections.abc import Callable

import pytest

from fasilitaattori.phones.gate import air
from tests.unit.phones.house import House
from tests.unit.phones.wire import STRANGER, Clock
from tests.waiting import PATIENCE, eventually


def deaf(house: House, path: str) -> socket.socket:
    """It asks for a stream, and reads no more than its beginning."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)  # the system's smallest
    made.settimeout(PATIENCE)
    made.bind((STRANGER, 0))
    made.connect(("127.0.0.1", house.server.port))
    made.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert made.recv(100)
    return made


def changes(house: House, steady: Clock) -> Callable[[], None]:
    """Makes the evening go on by a step and a second, whenever it is called."""
    steps = itertools.cycle(("ideas", "several", "rules", "survey"))

    def go_on() -> None:
        house.go(next(steps))
        steady.now += 1.0

    return go_on


@pytest.fixture
def thin_air(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system keeps little of what a phone has not taken: the rest is seen to wait sooner."""
    prepare = air.prepare

    def narrow(listener: socket.socket) -> None:
        prepare(listener)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)

    monkeypatch.setattr(air, "prepare", narrow)


@pytest.mark.usefixtures("thin_air")
@pytest.mark.parametrize("who", ["phone", "remote"])
def test_a_stream_that_nobody_reads_is_let_go(make_house: Callable[..., House], steady: Clock, who: str) -> None:
    house = make_house()
    phone = house.join("Helmi")

    def open_streams() -> int:
        return house.server.remotes if who == "remote" else sum(house.server.following().values())

    go_on = changes(house, steady)
    with deaf(house, f"/r/{house.remote}/stream" if who == "remote" else f"{phone.base}/stream"):
        eventually(lambda: open_streams() == 1)
        eventually(lambda: (go_on(), open_streams() == 0)[1], patience=120.0)
    assert phone.state()["me"]["name"] == "Helmi"
