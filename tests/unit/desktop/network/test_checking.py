"""The checks as they are made: with the real server, real ports and the real big screen."""

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.network.facts import Stage
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.network.ports import port_state
from fasilitaattori.desktop.network.tested import is_tested
from fasilitaattori.desktop.services import Room
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import running

from .conftest import CABLE, HERE, NO_ADDRESS, WIFI, Phone, RealHouse, another_program, checked, free_port


def with_workshop(window: MainWindow, house: RealHouse, qtbot: QtBot) -> NetworkPage:
    """A workshop open, the page on show, everything checked."""
    window.workbench.open(house.evening(), "verkko")
    qtbot.waitUntil(lambda: window.workbench.room is not None)
    page = window.pages.page
    assert isinstance(page, NetworkPage)
    checked(qtbot, page)
    return page


def test_without_a_workshop_a_trial_page_answers(page: NetworkPage, house: RealHouse, phone: Phone) -> None:
    facts = page.checking.facts
    assert facts.port_state == "trial"
    assert facts.url == f"http://{HERE}:{house.settings.port}/"
    assert facts.seconds is not None
    assert facts.visitors == 0
    assert phone(house.settings.port)[0] == 200
    assert (page.checking.facts.visitors, page.checking.facts.posted) == (1, 0)
    assert phone(house.settings.port, method="POST", body="")[0] == 200
    assert (page.checking.facts.visitors, page.checking.facts.posted) == (1, 1)


def test_what_can_be_suspected_is_asked_of_the_machine(page: NetworkPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.checking.facts.neighbours == 0)  # nobody else is on loopback


def test_a_phone_that_came_is_remembered_for_the_preparations(
    page: NetworkPage, house: RealHouse, phone: Phone, qtbot: QtBot
) -> None:
    url = page.checking.facts.url
    phone(house.settings.port)
    assert not is_tested(house.settings, url)  # it opened, but has sent nothing
    phone(house.settings.port, method="POST", body="")
    qtbot.waitUntil(lambda: is_tested(house.settings, url))


def test_with_a_workshop_its_room_is_opened_and_its_own_page_tried(window: MainWindow, house: RealHouse, qtbot: QtBot) -> None:
    page = with_workshop(window, house, qtbot)
    facts = page.checking.facts
    assert facts.port_state == "room"
    assert facts.seconds is not None
    assert facts.visitors == 0
    assert window.workbench.room is not None
    assert facts.url == window.workbench.room.url
    assert window.workbench.state.run.phase == "planned"  # looking writes nothing


def test_a_phone_in_the_room_is_seen_but_not_the_laptop_itself(
    window: MainWindow, house: RealHouse, phone: Phone, qtbot: QtBot
) -> None:
    page = with_workshop(window, house, qtbot)
    phone(house.settings.port, source=HERE)
    page.checking.refresh()
    assert page.checking.facts.visitors == 0
    phone(house.settings.port)
    qtbot.waitUntil(lambda: page.checking.facts.visitors == 1)
    page.checking.refresh()
    assert page.checking.facts.posted == 0
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    status, told = phone(house.settings.port, "/join", method="POST", body="switch=fi", headers=form)
    assert status == 200
    assert "Yhteys toimii molempiin suuntiin" in told
    qtbot.waitUntil(lambda: page.checking.facts.posted == 1)
    assert page.checks.rows["phone"].finding.title == "Yhteys puhelimeen toimii molempiin suuntiin"


def test_joining_is_a_round_trip_too(window: MainWindow, house: RealHouse, phone: Phone, qtbot: QtBot) -> None:
    page = with_workshop(window, house, qtbot)
    window.workbench.do(running.open_room())
    qtbot.waitUntil(lambda: window.workbench.state.run.phase == "open")
    phone(house.settings.port)
    page.checking.refresh()
    assert "Liity" in page.checks.rows["phone"].finding.text
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert phone(house.settings.port, "/join", method="POST", body="name=Helmi", headers=form)[0] == 303
    qtbot.waitUntil(lambda: page.checking.facts.posted == 1)


def test_leaving_the_page_gives_the_port_up(page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot) -> None:
    assert port_state(house.settings.port) == "taken"
    window.workbench.go("tyopajat")
    qtbot.waitUntil(lambda: port_state(house.settings.port) == "free")


def test_coming_back_checks_anew(page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot) -> None:
    window.workbench.go("tyopajat")
    house.found = [CABLE]
    window.workbench.go("verkko")
    qtbot.waitUntil(lambda: page.checking.facts.chosen == CABLE)
    checked(qtbot, page)


def test_a_taken_port_is_told_with_a_free_one(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    with another_program() as port:
        house.settings.port = port
        checked(qtbot, page)
        facts = page.checking.facts
        assert facts.port_state == "taken"
        assert facts.port_by in page.checks.rows["port"].finding.title
        assert facts.next_port > port
        assert facts.seconds is None


def test_a_taken_port_does_not_open_the_room(window: MainWindow, house: RealHouse, qtbot: QtBot) -> None:
    with another_program() as port:
        house.settings.port = port
        window.workbench.open(house.evening(), "verkko")
        qtbot.waitUntil(lambda: window.pages.name == "verkko")
        page = window.pages.page
        assert isinstance(page, NetworkPage)
        checked(qtbot, page)
        assert page.checking.facts.port_state == "taken"
        assert window.workbench.room is None


def test_no_network_is_told_and_the_first_one_is_found_by_itself(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    house.found = [NO_ADDRESS]
    page.checking.run()
    checked(qtbot, page)
    assert page.checking.facts.chosen is None
    assert page.checking.facts.url == ""
    house.found = [WIFI]
    qtbot.waitUntil(lambda: page.checking.facts.chosen == WIFI)
    checked(qtbot, page)
    assert page.checking.facts.seconds is not None


def test_the_chosen_address_holds_while_it_is_there(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    house.found = [WIFI, CABLE]
    house.settings.address = CABLE.address
    qtbot.waitUntil(lambda: page.checking.facts.chosen == CABLE)
    checked(qtbot, page)
    assert page.checking.facts.url == f"http://{CABLE.address}:{house.settings.port}/"
    house.found = [WIFI]
    qtbot.waitUntil(lambda: page.checking.facts.chosen == WIFI)
    assert page.checking.facts.wanted == CABLE.address


def test_another_port_is_tried_at_once(page: NetworkPage, house: RealHouse, qtbot: QtBot) -> None:
    before, after = house.settings.port, free_port()
    house.settings.port = after
    qtbot.waitUntil(lambda: page.checking.facts.url.endswith(f":{after}/"))
    checked(qtbot, page)
    assert page.checking.facts.port_state == "trial"
    assert port_state(before) == "free"


def test_every_round_begins_from_the_beginning(page: NetworkPage, qtbot: QtBot) -> None:
    stages: list[Stage] = []
    page.checking.changed.connect(lambda: stages.append(page.checking.facts.stage))
    page.checking.run()
    checked(qtbot, page)
    assert list(dict.fromkeys(stages)) == [Stage.ADDRESS, Stage.PORT, Stage.PAGE, Stage.DONE]


def test_opening_a_workshop_leaves_the_port_to_its_room(
    page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot
) -> None:
    assert page.checking.facts.port_state == "trial"
    window.workbench.open(house.evening(), "verkko")
    qtbot.waitUntil(lambda: page.checking.facts.port_state == "room")
    checked(qtbot, page)
    window.workbench.close_workshop()
    qtbot.waitUntil(lambda: page.checking.facts.port_state == "trial")


def test_opening_a_workshop_at_another_page_opens_no_room(
    page: NetworkPage, window: MainWindow, house: RealHouse, qtbot: QtBot
) -> None:
    opened, open_room = list[str](), house.services.open_room

    def noting(stream: str) -> Room:
        opened.append(stream)
        return open_room(stream)

    house.services.open_room = noting
    window.workbench.open(house.evening(), "suunnittele")
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele" and not window.pages.busy)
    qtbot.waitUntil(lambda: not house.services.background.is_busy())
    assert opened == []
    assert port_state(house.settings.port) == "free"


def test_the_big_screen_is_told_as_it_is(page: NetworkPage, window: MainWindow) -> None:
    assert page.checking.facts.screen == window.workbench.screen.state
