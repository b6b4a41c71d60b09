"""The checks themselves, against real sockets."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fasilitaattori.desktop.network import probes

from .conftest import free_port

HERE = "127.0.0.1"


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """A server that answers one caller with these bytes; gives its address. b"" = it says nothing and hangs up."""
    with socket.create_server((HERE, 0)) as server:

        def serve() -> None:
            caller, _ = server.accept()
            with caller:
                caller.recv(4096)
                caller.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://{HERE}:{server.getsockname()[1]}/"
        thread.join()


def test_a_port_nobody_has_is_free_and_stays_so() -> None:
    port = free_port()
    assert probes.port_state(port) == "free"
    assert probes.port_state(port) == "free"


def test_a_port_somebody_listens_at_is_taken_and_the_next_is_found() -> None:
    with socket.create_server(("", 0)) as other:
        port = other.getsockname()[1]
        assert probes.port_state(port) == "taken"
        following = probes.next_free_port(port)
        assert following > port
        assert probes.port_state(following) == "free"


def test_after_the_last_port_there_is_none() -> None:
    assert probes.next_free_port(probes.LAST_PORT) == 0


def test_the_time_of_a_page_is_measured() -> None:
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") as url:
        seconds = probes.seconds_to_answer(url)
    assert seconds is not None
    assert seconds > 0


def test_anything_but_a_page_is_no_answer() -> None:
    with answering(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") as url:
        assert probes.seconds_to_answer(url) is None
    with answering(b"\x00\x01 not http\r\n\r\n") as url:
        assert probes.seconds_to_answer(url) is None
    with answering(b"") as url:
        assert probes.seconds_to_answer(url) is None
    assert probes.seconds_to_answer(f"http://{HERE}:{free_port()}/") is None


def test_a_server_that_is_silent_is_not_waited_for_forever() -> None:
    with socket.create_server((HERE, 0)) as silent:
        assert probes.seconds_to_answer(f"http://{HERE}:{silent.getsockname()[1]}/", patience=0.05) is None


def test_the_charger_is_told_or_it_is_not_known() -> None:
    plugged, percent = probes.power()
    assert plugged in (True, False, None)
    assert 0 <= percent <= 100
