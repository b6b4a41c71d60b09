"""Ports, with real programs that hold them."""

import os
import sys

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.network import ports
from fasilitaattori.desktop.network.ports import Port
from fasilitaattori.desktop.network.trial import Trial
from fasilitaattori.paths import resource

from .conftest import Phone, another_program, answering, free_port

NETSH = """
Protokollan tcp porttien poissulkemisalueet

Aloitusportti    Lopetusportti
----------    --------
      5357        5357
      7981        8080
     50000       50059     *

* - Hallittujen porttien poissulkemiset.
"""


def test_a_port_nobody_has_is_free_and_stays_so() -> None:
    port = free_port()
    assert ports.port_state(port) == "free"
    assert ports.port_state(port) == "free"


def test_a_port_somebody_listens_at_is_taken_and_the_next_is_found() -> None:
    with another_program() as port:
        assert ports.port_state(port) == "taken"
        following = ports.next_free_port(port)
        assert following > port
        assert ports.port_state(following) == "free"


def test_after_the_last_port_there_is_none() -> None:
    assert ports.next_free_port(ports.LAST_PORT) == 0


def test_the_program_that_has_the_port_is_called_by_its_name() -> None:
    with another_program() as port:
        found = ports.look(port)
        assert (found.state, found.by) == ("taken", psutil.Process(os.getpid()).name())
        assert found.following > port


def test_a_free_port_needs_no_more_asking() -> None:
    assert ports.look(free_port()) == Port("free")


def test_another_fasilitaattori_is_known_by_its_page(qapp: QApplication, phone: Phone) -> None:
    trial = Trial(lambda path, address: None)
    assert trial.open(free_port())
    page = phone(trial.port)[1]
    trial.close()
    assert ports._OURS.decode() in page
    assert ports._OURS.decode() in resource("web", "base.html").read_text()


def test_its_page_is_asked_for() -> None:
    with answering(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html>" + ports._OURS) as url:
        assert ports.is_ours(int(url.rsplit(":", 1)[1].strip("/")))
    with answering(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html>Skype") as url:
        assert not ports.is_ours(int(url.rsplit(":", 1)[1].strip("/")))
    assert not ports.is_ours(free_port())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may have every port")
def test_a_port_of_the_system_is_refused() -> None:
    assert ports.look(1).state == "refused"


def test_what_windows_keeps_for_itself_is_read() -> None:
    assert ports.range_with(8080, NETSH) == (7981, 8080)
    assert ports.range_with(5357, NETSH) == (5357, 5357)
    assert ports.range_with(8081, NETSH) is None
    assert ports.range_with(8080, "") is None
