"""Connections that are slow, that are many, and how they end with the server."""

import contextlib
import gzip
import socket
from collections.abc import Callable

import pytest

from fasilitaattori.workshop import agenda, running
from tests.unit.phones.house import House
from tests.unit.phones.wire import Clock, answer, asking, closed, connect, later, still_open
from tests.waiting import PATIENCE, eventually


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


# --- too slow ---


def test_a_head_that_does_not_end_is_cut_after_twenty_seconds(house: House, steady: Clock) -> None:
    with connect(house) as silent, connect(house) as slow, connect(house) as early:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: lo")
        assert still_open(early)
        later(house, steady, 19.0)
        slow.sendall(b"calhost\r\nX-Slow: a")  # drop by drop does not help
        assert still_open(early)
        later(house, steady, 1.5)
        assert closed(silent)
        assert closed(slow)
        assert still_open(early)


def test_a_body_that_does_not_end_is_cut_after_twenty_seconds(house: House, steady: Clock) -> None:
    phone = house.join("Helmi")
    with connect(house) as slow, connect(house) as other:
        slow.sendall(asking(f"{phone.base}/events", "POST", b"{", length=100))
        assert still_open(other)
        later(house, steady, 19.0)
        slow.sendall(b"1" * 50)
        assert still_open(other)
        later(house, steady, 1.5)
        assert closed(slow)
        assert still_open(other)


def test_an_idle_connection_is_kept_for_thirty_seconds(house: House, steady: Clock) -> None:
    with connect(house) as raw, connect(house) as other:
        assert still_open(raw)
        later(house, steady, 29.0)
        assert still_open(other)
        assert still_open(raw)
        later(house, steady, 29.0)
        assert still_open(raw)
        later(house, steady, 30.5)
        assert closed(raw)


def test_a_stream_is_no_idle_connection(house: House, steady: Clock) -> None:
    phone = house.join("Helmi")
    with connect(house) as stream, connect(house) as silent:
        stream.sendall(asking(f"{phone.base}/stream"))
        assert answer(stream).startswith(b"HTTP/1.1 200")
        later(house, steady, 100)
        assert closed(silent)
        house.go("talk")
        got = b""
        while b"Tervetuloa" not in got:
            piece = stream.recv(65536)
            assert piece
            got += piece


def ask_for_much(house: House, deaf: socket.socket) -> int:
    """Asks for more than the system holds on its way. Gives the bytes that should come."""
    step = agenda.new_step("Pitkä", "ideas", 5, settings={"prompt": "ö" * 6_000_000})
    house.do(agenda.add_step(step))
    house.do(running.go_to(step.id))
    phone = house.join("Helmi")
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.settimeout(PATIENCE)
    deaf.connect(("127.0.0.1", house.server.port))
    deaf.sendall(asking(f"{phone.base}/state"))
    return 12_000_000


def rest_of(raw: socket.socket) -> int:
    """The bytes that still come."""
    count = 0
    with contextlib.suppress(ConnectionError, TimeoutError):
        while piece := raw.recv(1 << 20):
            count += len(piece)
    return count


def looked_at(house: House, steady: Clock, seconds: float) -> None:
    """So much later, connections have been looked at."""
    with connect(house) as witness:
        assert still_open(witness)
        later(house, steady, seconds)
        assert closed(witness)


def test_a_reader_who_takes_nothing_is_cut(house: House, steady: Clock) -> None:
    with socket.socket() as deaf:
        due = ask_for_much(house, deaf)
        assert deaf.recv(1)
        looked_at(house, steady, 31)  # so that it is known how much had been taken by then
        looked_at(house, steady, 46)
        assert rest_of(deaf) < due


def test_a_slow_reader_is_not(house: House, steady: Clock) -> None:
    with socket.socket() as slow:
        due, got = ask_for_much(house, slow), 0
        for share in range(1, 5):
            while got < share * due // 10:
                got += len(slow.recv(65_536))
            looked_at(house, steady, 40)
        while got < due:
            piece = slow.recv(1 << 20)
            assert piece, f"{got} bytes of {due} came"
            got += len(piece)


# --- too many connections ---


def test_the_oldest_idle_connection_of_an_address_makes_room(make_house: Callable[..., House]) -> None:
    house = make_house(connections_of_stranger=5)
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(connect(house)) for _ in range(5)]
        assert still_open(opened[0])
        newcomer = stack.enter_context(connect(house))
        assert still_open(newcomer)
        assert closed(opened[0])
        assert all(still_open(raw) for raw in opened[1:])


def test_the_laptop_may_open_more(make_house: Callable[..., House]) -> None:
    house = make_house(connections_of_stranger=5)
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(connect(house, "127.0.0.1")) for _ in range(20)]
        assert all(still_open(raw) for raw in opened)


def test_when_the_house_is_full_whoever_has_most_gives_way(make_house: Callable[..., House]) -> None:
    house = make_house(connections_of_strangers=10)
    with contextlib.ExitStack() as stack:
        greedy = [stack.enter_context(connect(house, "127.0.0.3")) for _ in range(8)]
        calm = [stack.enter_context(connect(house, f"127.0.0.{n}")) for n in range(4, 8)]
        assert all(still_open(raw) for raw in calm)
        assert closed(greedy[0])
        assert closed(greedy[1])
        assert all(still_open(raw) for raw in greedy[2:])


def test_a_phone_that_has_introduced_itself_is_no_stranger(make_house: Callable[..., House]) -> None:
    house = make_house(connections_of_stranger=3)
    phone = house.join("Helmi")
    with contextlib.ExitStack() as stack:
        known = stack.enter_context(connect(house))
        known.sendall(asking(f"{phone.base}/state"))
        assert answer(known).startswith(b"HTTP/1.1 200")
        for _ in range(10):
            assert still_open(stack.enter_context(connect(house)))
        known.sendall(asking(f"{phone.base}/state"))
        assert answer(known).startswith(b"HTTP/1.1 200")


def test_a_phone_has_twelve_connections(house: House) -> None:
    phone = house.join("Helmi")
    with contextlib.ExitStack() as stack:
        opened = []
        for _ in range(13):
            opened.append(stack.enter_context(connect(house)))
            opened[-1].sendall(asking(f"{phone.base}/privacy"))
            assert answer(opened[-1]).startswith(b"HTTP/1.1 200")
        gone = [raw for raw in opened if _is_gone(raw)]
        assert gone
        assert opened[-1] not in gone
        assert len(opened) - len(gone) <= 12


def _is_gone(raw: socket.socket) -> bool:
    try:
        return not still_open(raw)
    except ConnectionError:
        return True


def test_a_phone_has_six_streams_and_the_oldest_ends(house: House) -> None:
    phone = house.join("Helmi")
    with contextlib.ExitStack() as stack:
        streams = []
        for _ in range(7):
            streams.append(stack.enter_context(connect(house)))
            streams[-1].sendall(asking(f"{phone.base}/stream"))
            assert answer(streams[-1]).startswith(b"HTTP/1.1 200")
        with contextlib.suppress(ConnectionError):
            got = b""
            while not got.endswith(b"0\r\n\r\n"):
                piece = streams[0].recv(65536)
                assert piece
                got += piece
        number = phone.state()["me"]["number"]
        eventually(lambda: house.server.following().get(number) == 6)
        house.go("talk")
        got = b""
        while b"Tervetuloa" not in got:
            got += streams[1].recv(65536)


# --- the end ---


def test_stopping_while_bodies_are_half_sent_is_quiet(house: House) -> None:
    """Nothing in the log (no test may log unexpectedly), and soon."""
    phone = house.join("Helmi")
    with contextlib.ExitStack() as stack:
        half = [stack.enter_context(connect(house)) for _ in range(5)]
        for raw in half:
            raw.sendall(asking(f"{phone.base}/events", "POST", b"{", length=100))
        head, silent, stream = (stack.enter_context(connect(house)) for _ in range(3))
        head.sendall(b"POST /join HT")
        stream.sendall(asking(f"{phone.base}/stream"))
        assert answer(stream).startswith(b"HTTP/1.1 200")
        assert still_open(stack.enter_context(connect(house)))
        house.server.stop()
        assert not house.server.running
        for raw in (*half, head, silent):
            assert closed(raw)


def test_stopping_while_a_reader_takes_nothing_is_quiet(house: House) -> None:
    with socket.socket() as deaf:
        ask_for_much(house, deaf)
        house.server.stop()
    assert not house.server.running


def test_gzip_is_still_spoken(house: House) -> None:
    """The refusals are plain, the pages packed."""
    with house.client() as client, client.stream("GET", "/", headers={"accept-encoding": "gzip"}) as told:
        assert told.headers["content-encoding"] == "gzip"
        assert b"</html>" in gzip.decompress(b"".join(told.iter_raw()))
