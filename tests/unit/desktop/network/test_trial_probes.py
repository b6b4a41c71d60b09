"""While a network is tried, phones' operating systems hear the same as from an open room, and nobody is counted for asking."""

import http.client
from concurrent.futures import ThreadPoolExecutor

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.phones.gate.guests import PROBES
from fasilitaattori.workshop import running

from .conftest import HERE, PHONE, RealHouse

SAID = ("content-type", "location", "cache-control", "content-security-policy", "x-content-type-options", "referrer-policy")


def ask(port: int, path: str, method: str = "GET") -> tuple[int, bytes, dict[str, str | None]]:
    """As a phone that knows its maker's name only."""
    connection = http.client.HTTPConnection(HERE, port, timeout=120, source_address=(PHONE, 0))
    try:
        connection.request(method, path, headers={"Host": "connectivitycheck.gstatic.com"})
        answer = connection.getresponse()
        return answer.status, answer.read(), {name: answer.getheader(name) for name in SAID}
    finally:
        connection.close()


def test_the_trial_answers_as_an_open_room_does(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    port = house.settings.port
    with ThreadPoolExecutor(1) as pool:

        def asked(path: str, method: str = "GET") -> tuple[int, bytes, dict[str, str | None]]:
            answer = pool.submit(ask, port, path, method)
            qtbot.waitUntil(answer.done)
            return answer.result()

        trial = {path: asked(path) for path in PROBES}
        assert trial["/generate_204"][:2] == (204, b"")
        assert trial["/redirect"][2]["location"] == f"http://{HERE}:{port}/"
        assert asked("/connecttest.txt", "HEAD")[:2] == (200, b"")
        assert asked("/generate_204", "POST")[0] == 404
        assert page.checking.facts.visitors == 0
        page.checking.stop()
        stream = house.evening()
        room = house.program.open_room(stream, host=HERE, port=port)
        house.program.door.ask(stream, running.open_room()).result()
        assert room.port == port
        assert {path: asked(path) for path in PROBES} == trial
