"""The trial page, asked as phones ask."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.probes import port_state
from fasilitaattori.desktop.network.trial import LONGEST, Trial
from fasilitaattori.i18n import translator

from .conftest import HERE, PHONE, Phone, free_port


@pytest.fixture
def trial(qapp: QApplication) -> Iterator[Trial]:
    made = Trial(translator("fi"))
    yield made
    made.close()


def test_a_phone_gets_the_page_and_is_noted(trial: Trial, phone: Phone) -> None:
    assert trial.open(free_port())
    status, page = phone(trial.port)
    assert status == 200
    assert "Yhteys toimii" in page
    assert '<html lang="fi">' in page
    assert trial.visitors(HERE) == 1
    assert trial.visitors("192.168.8.2") == 0


def test_the_laptop_itself_is_no_phone(trial: Trial, phone: Phone) -> None:
    assert trial.open(free_port())
    assert phone(trial.port, source=HERE)[0] == 200
    assert trial.visitors(HERE) == 0


def test_each_device_is_told_of_once(trial: Trial, phone: Phone, qtbot: QtBot) -> None:
    assert trial.open(free_port())
    with qtbot.waitSignal(trial.visited):
        phone(trial.port)
    phone(trial.port)
    with qtbot.waitSignal(trial.visited):
        phone(trial.port, source="127.0.0.4")
    assert trial.visitors(HERE) == 2


def test_there_is_nothing_else(trial: Trial, phone: Phone) -> None:
    assert trial.open(free_port())
    assert phone(trial.port, "/favicon.ico") == (404, "")
    assert trial.visitors(HERE) == 0


def test_it_gives_the_port_up(trial: Trial) -> None:
    port = free_port()
    assert trial.open(port)
    assert trial.open(port)
    assert port_state(port) == "taken"
    trial.close()
    trial.close()
    assert trial.port == 0
    assert port_state(port) == "free"


def test_a_port_that_is_taken_is_refused(trial: Trial) -> None:
    with socket.create_server(("", 0)) as other:
        assert not trial.open(other.getsockname()[1])
    assert trial.port == 0


def test_a_phone_that_talks_and_talks_is_sent_away(trial: Trial, qtbot: QtBot) -> None:
    assert trial.open(free_port())
    with socket.create_connection((HERE, trial.port), source_address=(PHONE, 0)) as phone:
        phone.sendall(b"GET / HTTP/1.1\r\nX: " + b"y" * LONGEST)
        phone.setblocking(False)

        def gone() -> bool:
            try:
                return phone.recv(100) == b""
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True

        qtbot.waitUntil(gone)
    assert trial.visitors(HERE) == 0


def test_a_request_may_come_in_pieces(trial: Trial, qtbot: QtBot) -> None:
    assert trial.open(free_port())
    with socket.create_connection((HERE, trial.port), source_address=(PHONE, 0)) as phone:
        phone.sendall(b"GET / HT")
        qtbot.wait(1)
        phone.sendall(b"TP/1.1\r\nHost: x\r\n\r\n")
        qtbot.waitUntil(lambda: trial.visitors(HERE) == 1)


def test_closing_does_not_wait_for_anybody(trial: Trial, qtbot: QtBot) -> None:
    port = free_port()
    assert trial.open(port)
    with socket.create_connection((HERE, port), source_address=(PHONE, 0)):
        qtbot.waitUntil(lambda: bool(trial.children()))
        trial.close()
        assert port_state(port) == "free"
