"""The checks themselves, against real sockets."""

import socket

from fasilitaattori.desktop.network import probes

from .conftest import HERE, answering, free_port


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
