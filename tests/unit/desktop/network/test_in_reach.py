"""How many phones are in, as the network page says it: by what is heard of them, not by open streams alone."""

from collections.abc import Callable

import httpx
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import moderation, running

from .conftest import RealHouse, checked, free_port


def test_a_phone_without_a_stream_counts_and_is_asked_about(
    window: MainWindow, house: RealHouse, qtbot: QtBot, open_at: Callable[[str, str], QWidget]
) -> None:
    """A phone without scripts, or one whose page is hidden, has no stream and is in all the same."""
    stream = house.evening()
    house.program.door.ask(stream, running.open_room()).result()
    page = open_at(stream, "verkko")
    assert isinstance(page, NetworkPage)
    bench = window.workbench
    qtbot.waitUntil(lambda: bench.room is not None)
    checked(qtbot, page)
    assert bench.room is not None
    assert page.checking.facts.phones == 0
    with httpx.Client(base_url=f"http://127.0.0.1:{bench.room.port}", trust_env=False, timeout=120) as phone:
        joined = [phone.post("/join", data={"language": "fi", "name": name}).headers["location"] for name in ("Helmi", "Reino")]
        assert phone.post(f"{joined[0]}/here", json={"hidden": True, "page": "a"}).status_code == 204
    house.program.door.ask(stream, moderation.remove_person(2)).result()
    qtbot.waitUntil(lambda: bench.session is not None and bench.session.state.people.count() == 1)

    def one_is_there() -> bool:
        page.checking.refresh()
        return page.checking.facts.phones == 1

    qtbot.waitUntil(one_is_there)
    before = bench.room.port
    page.use(house.settings.address, free_port())
    assert bench.room.port == before  # the facilitator is asked first
