"""The trial page, asked as phones ask."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QTcpSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network import trial as module
from fasilitaattori.desktop.network.ports import port_state
from fasilitaattori.desktop.network.trial import LONGEST, MOST, Trial
from fasilitaattori.phones.gate.guests import probe_answer

from .conftest import HERE, PHONE, Phone, free_port

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def open_somewhere(trial: Trial) -> None:
    """At a port of its own; one that was free a moment ago may be another test's by now."""
    assert any(trial.open(free_port()) for _ in range(20))


def is_gone(phone: socket.socket) -> bool:
    """Has the other end hung up?"""
    phone.setblocking(False)
    try:
        return phone.recv(100) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


@pytest.fixture
def trial(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trial]:
    monkeypatch.setattr(module, "PATIENCE_MS", 600_000)  # a busy machine may let a phone wait long
    made = Trial(probe_answer)
    yield made
    made.close()


def test_a_phone_gets_the_page_and_is_noted(trial: Trial, phone: Phone) -> None:
    open_somewhere(trial)
    status, page = phone(trial.port)
    assert status == 200
    assert "Kokeile yhteyttä" in page
    assert '<html lang="fi">' in page
    assert (trial.visitors(HERE), trial.posted(HERE)) == (1, 0)
    assert trial.visitors("192.168.8.2") == 0


def test_only_what_a_phone_sends_shows_that_both_ways_work(trial: Trial, phone: Phone, qtbot: QtBot) -> None:
    open_somewhere(trial)
    phone(trial.port)
    with qtbot.waitSignal(trial.visited):
        status, page = phone(trial.port, method="POST", body="", headers=FORM)
    assert status == 200
    assert "Yhteys toimii molempiin suuntiin" in page
    assert "<button" not in page
    assert (trial.visitors(HERE), trial.posted(HERE)) == (1, 1)
    phone(trial.port, method="POST", body="a=b", headers=FORM)
    assert trial.posted(HERE) == 1


@pytest.mark.parametrize(
    ("wanted", "language", "words"),
    [
        ("sv-FI,sv;q=0.9,en;q=0.5", "sv", "Prova"),
        ("de,en-GB;q=0.7", "en", "connection"),
        ("ru", "fi", "Kokeile"),
        ("", "fi", "Kokeile"),
        (";;,=", "fi", "Kokeile"),
    ],
)
def test_it_speaks_the_language_of_the_phone(trial: Trial, phone: Phone, wanted: str, language: str, words: str) -> None:
    open_somewhere(trial)
    page = phone(trial.port, headers={"Accept-Language": wanted})[1]
    assert f'<html lang="{language}">' in page
    assert words in page


def test_a_form_may_come_after_its_head(trial: Trial, qtbot: QtBot) -> None:
    open_somewhere(trial)
    with socket.create_connection((HERE, trial.port), source_address=(PHONE, 0)) as phone:
        phone.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n")
        qtbot.wait(1)
        assert trial.posted(HERE) == 0
        phone.sendall(b"a=b")
        qtbot.waitUntil(lambda: trial.posted(HERE) == 1)


def test_the_laptop_itself_is_no_phone(trial: Trial, phone: Phone) -> None:
    open_somewhere(trial)
    assert phone(trial.port, source=HERE)[0] == 200
    assert phone(trial.port, source=HERE, method="POST", body="", headers=FORM)[0] == 200
    assert (trial.visitors(HERE), trial.posted(HERE)) == (0, 0)


def test_it_holds_only_so_many_at_a_time(trial: Trial, qtbot: QtBot) -> None:
    open_somewhere(trial)
    idle: list[socket.socket] = []
    try:
        for number in range(MOST + 1):
            idle.append(socket.create_connection((HERE, trial.port), source_address=(PHONE, 0)))
            least = min(number + 1, MOST)

            def have_come(least: int = least) -> bool:
                return len(trial.findChildren(QTcpSocket)) >= least

            qtbot.waitUntil(have_come)
        qtbot.waitUntil(lambda: is_gone(idle[-1]))
        qtbot.waitUntil(lambda: len(trial.findChildren(QTcpSocket)) == MOST)
        assert not is_gone(idle[0])
    finally:
        for each in idle:
            each.close()


def test_each_device_is_told_of_once(trial: Trial, phone: Phone, qtbot: QtBot) -> None:
    open_somewhere(trial)
    with qtbot.waitSignal(trial.visited):
        phone(trial.port)
    phone(trial.port)
    with qtbot.waitSignal(trial.visited):
        phone(trial.port, source="127.0.0.4")
    assert trial.visitors(HERE) == 2


def test_there_is_nothing_else(trial: Trial, phone: Phone) -> None:
    open_somewhere(trial)
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
    open_somewhere(trial)
    with socket.create_connection((HERE, trial.port), source_address=(PHONE, 0)) as phone:
        phone.sendall(b"GET / HTTP/1.1\r\nX: " + b"y" * LONGEST)
        qtbot.waitUntil(lambda: is_gone(phone))
    assert trial.visitors(HERE) == 0


def test_a_request_may_come_in_pieces(trial: Trial, qtbot: QtBot) -> None:
    open_somewhere(trial)
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
