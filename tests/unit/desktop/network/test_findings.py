"""What is said of what is known: never more than that."""

from dataclasses import replace
from typing import Any

import pytest

from fasilitaattori.desktop.network.facts import Facts, Stage, choose, shown
from fasilitaattori.desktop.network.finding import BAD, CHECKING, INFO, OK, OPEN, WAITING, Finding
from fasilitaattori.desktop.network.findings import KEYS, findings, verdict
from fasilitaattori.desktop.network.firewalls import OFF, ON, PUBLIC, SHUT, UNKNOWN, Firewall
from fasilitaattori.desktop.services import Reachable
from fasilitaattori.i18n import translator

FI = translator("fi")
WIFI = Reachable("192.168.8.2", "wlan0", "langaton verkko", True, "wifi")
CABLE = Reachable("10.0.0.5", "eth0", "verkkokaapeli", True, "wired")
LOST = Reachable("169.254.11.9", "eth1", "Verkko ei antanut osoitetta, joten puhelimet eivät löydä tätä.", False)
SELF = Reachable("127.0.0.1", "lo", "Osoite toimii vain tässä koneessa.", False)
GOOD = Facts(
    stage=Stage.DONE,
    found=(WIFI, CABLE, LOST, SELF),
    chosen=WIFI,
    url="http://192.168.8.2:8080/",
    port=8080,
    port_state="room",
    seconds=0.041,
    open=True,
    visitors=3,
    posted=3,
    phones=3,
    screen="off",
    display="1920 × 1080",
    plugged=True,
    percent=87,
    ssid="Kuikkapera",
)


def row(facts: Facts, key: str) -> Finding:
    return next(found for found in findings(facts, FI) if found.key == key)


def test_all_is_well_only_when_a_phone_has_been_here() -> None:
    assert {found.state for found in findings(GOOD, FI)} == {OK}
    assert verdict(findings(GOOD, FI), FI) == ("Kaikki kunnossa. Voit aloittaa.", "kuusi", "check-circle")
    untried = replace(GOOD, visitors=0, posted=0)
    assert row(untried, "phone").state == OPEN
    assert row(untried, "firewall").state == INFO
    assert verdict(findings(untried, FI), FI)[0] == "Kokeile vielä puhelimella"


def test_a_trial_in_the_past_is_no_trial_now() -> None:
    found = row(replace(GOOD, visitors=0, posted=0, tested=True), "phone")
    assert found.state == OPEN
    assert "aiemmin" in found.text


def test_before_anything_is_known_nothing_is_claimed() -> None:
    rows = findings(Facts(port=8080, screen="absent"), FI)
    assert OK not in {found.state for found in rows}
    assert verdict(rows, FI)[0] == "Tarkistetaan"


def test_the_rows_turn_one_by_one() -> None:
    states = [
        [found.state for found in findings(replace(GOOD, stage=stage, port_state=port, seconds=None), FI)][:3]
        for stage, port in ((Stage.ADDRESS, ""), (Stage.PORT, ""), (Stage.PAGE, "room"))
    ]
    assert states == [[CHECKING, CHECKING, CHECKING], [OK, CHECKING, CHECKING], [OK, OK, CHECKING]]


def test_the_keys_are_those_of_the_rows() -> None:
    crowded = replace(GOOD, expected=80, sleepy=True)
    assert tuple(found.key for found in findings(crowded, FI)) == KEYS
    assert not {"crowd", "awake"} & {found.key for found in findings(GOOD, FI)}
    assert "power" not in {found.key for found in findings(replace(GOOD, plugged=None), FI)}


def test_the_address_says_why_it_was_chosen() -> None:
    assert row(GOOD, "address").text == "Langaton verkko, wlan0. Valittu itsestään, muitakin on."
    lone = replace(GOOD, found=(WIFI, LOST, SELF))
    assert row(lone, "address").text == "Langaton verkko, wlan0. Valittu itsestään."
    assert row(replace(GOOD, wanted=WIFI.address), "address").text.endswith("Valitsit sen itse.")


def test_a_chosen_address_that_is_gone_is_told_with_the_one_used_instead() -> None:
    found = row(replace(GOOD, wanted="192.168.1.5"), "address")
    assert (found.state, found.fix) == (BAD, "auto")
    assert "192.168.1.5" in found.title
    assert "192.168.8.2" in found.text


@pytest.mark.parametrize(
    ("found", "words"),
    [((LOST, SELF), "Verkko ei antanut osoitetta"), ((SELF,), "Yhdistä kone verkkoon"), ((), "Yhdistä kone verkkoon")],
)
def test_without_a_network_the_nearest_reason_is_told(found: tuple[Reachable, ...], words: str) -> None:
    facts = replace(GOOD, found=found, chosen=None, url="", visitors=0, posted=0, port_state="free")
    assert row(facts, "address").text.startswith(words)
    assert row(facts, "page").state == WAITING
    assert row(facts, "phone").state == WAITING


def test_a_shared_network_that_is_not_seen_is_told() -> None:
    found = row(replace(GOOD, source="laptop"), "address")
    assert (found.state, found.fix) == (BAD, "share")
    assert row(replace(GOOD, source="laptop", chosen=replace(WIFI, kind="hotspot")), "address").state == OK
    assert row(replace(GOOD, source="laptop", wanted=WIFI.address), "address").state == OK


@pytest.mark.parametrize(
    ("state", "following", "fix", "verb"),
    [
        ("taken", 8081, "port", "Käytä porttia 8081"),
        ("refused", 8081, "port", "Käytä porttia 8081"),
        ("ours", 8081, "port", "Käytä porttia 8081"),
        ("taken", 0, "choose", "Valitse portti"),
    ],
)
def test_a_port_that_cannot_be_had_has_one_remedy(state: str, following: int, fix: str, verb: str) -> None:
    facts = replace(GOOD, port_state=state, next_port=following, seconds=None, visitors=0, posted=0)
    found = row(facts, "port")
    assert (found.state, found.fix, found.verb) == (BAD, fix, verb)
    assert row(facts, "page").state == WAITING


def test_the_kind_of_trouble_with_the_port_is_told() -> None:
    def title(**facts: Any) -> str:
        return row(replace(GOOD, seconds=None, **facts), "port").title

    assert title(port_state="ours") == "Portti 8080 on toisen Fasilitaattorin käytössä"
    assert title(port_state="taken", port_by="skype.exe") == "Portti 8080 on ohjelman skype.exe käytössä"
    assert title(port_state="taken") == "Portti 8080 on toisen ohjelman käytössä"
    assert title(port_state="refused") == "Käyttöjärjestelmä ei anna porttia 8080"
    kept = replace(GOOD, port_state="refused", port_kept=(8000, 8099), seconds=None)
    assert row(kept, "port").title == "Windows ei anna porttia 8080"
    assert "8000–8099" in row(kept, "port").text


def test_the_room_is_open_only_once_it_has_been_opened() -> None:
    assert row(GOOD, "port").text == "Huone on auki puhelimille."
    assert "auki" not in row(replace(GOOD, open=False), "port").text


@pytest.mark.parametrize(("is_open", "words"), [(False, "Kokeile yhteyttä"), (True, "Liity")])
def test_a_page_that_opened_is_half_the_way(is_open: bool, words: str) -> None:
    found = row(replace(GOOD, open=is_open, posted=0), "phone")
    assert (found.state, found.title) == (OPEN, "Sivu aukesi puhelimessa")
    assert words in found.text
    assert verdict(findings(replace(GOOD, posted=0), FI), FI)[0] == "Kokeile vielä puhelimella"


@pytest.mark.parametrize(
    ("wall", "neighbours", "state", "fix", "title"),
    [
        (UNKNOWN, None, INFO, "firewall", "Palomuuria ei voi tarkistaa koneelta käsin"),
        (ON, None, INFO, "firewall", "Palomuuri on päällä"),
        (ON, 2, INFO, "firewall", "Palomuuri voi estää puhelimet"),
        (UNKNOWN, 1, INFO, "firewall", "Palomuuri voi estää puhelimet"),
        (ON, 0, INFO, "apart", "Verkossa ei näy muita laitteita"),
        (OFF, 2, INFO, "apart", "Palomuuri ei ole päällä"),
        (PUBLIC, 0, BAD, "firewall", "Windows pitää tätä verkkoa julkisena"),
        (SHUT, None, BAD, "firewall", "Palomuuri ei päästä ketään sisään"),
    ],
)
def test_what_stops_phones_is_suspected_from_what_is_seen(
    wall: str, neighbours: int | None, state: str, fix: str, title: str
) -> None:
    untried = replace(GOOD, visitors=0, posted=0, firewall=Firewall(wall), neighbours=neighbours)
    found = row(untried, "firewall")
    assert (found.state, found.fix, found.title) == (state, fix, title)
    assert row(replace(untried, visitors=1), "firewall").state == OK


def test_a_firewall_with_a_name_is_called_by_it() -> None:
    untried = replace(GOOD, visitors=0, posted=0, firewall=Firewall(ON, "ufw"))
    assert row(untried, "firewall").title == "Palomuuri ufw on päällä"


@pytest.mark.parametrize(
    ("source", "expected", "state"),
    [("laptop", 8, None), ("laptop", 40, BAD), ("router", 40, None), ("hall", 50, None), ("hall", 51, INFO)],
)
def test_a_network_too_small_for_the_evening_is_told(source: str, expected: int, state: str | None) -> None:
    found = [each for each in findings(replace(GOOD, source=source, expected=expected), FI) if each.key == "crowd"]
    assert [each.state for each in found] == ([state] if state else [])
    assert all(str(expected) in each.text for each in found)


def test_the_page_tells_its_measured_time() -> None:
    assert row(GOOD, "page").text == "http://192.168.8.2:8080 vastasi tälle koneelle 0,04 sekunnissa."
    assert "0,004 sekunnissa" in row(replace(GOOD, seconds=0.0042), "page").text
    assert row(replace(GOOD, port_state="trial"), "page").title == "Kokeilusivu avautuu"


def test_a_page_that_stays_shut_says_why() -> None:
    assert row(replace(GOOD, seconds=None), "page").fix == "retry"
    found = row(replace(GOOD, seconds=None, trouble="Levy on täynnä."), "page")
    assert (found.state, found.text) == (BAD, "Levy on täynnä.")


@pytest.mark.parametrize(("screen", "state"), [("absent", INFO), ("off", OK), ("on", OK), ("lost", BAD)])
def test_the_second_display_is_told_as_it_is(screen: str, state: str) -> None:
    found = row(replace(GOOD, screen=screen), "screen")
    assert (found.state, found.fix) == (state, "test")


def test_one_screen_is_enough_for_the_phones() -> None:
    assert verdict(findings(replace(GOOD, screen="absent"), FI), FI)[0] == "Puhelinten yhteys on kunnossa"


def test_the_battery_warns() -> None:
    found = row(replace(GOOD, plugged=False, percent=64), "power")
    assert found.state == BAD
    assert "64 %" in found.text


def test_what_needs_mending_is_counted() -> None:
    one = replace(GOOD, plugged=False)
    assert verdict(findings(one, FI), FI)[:2] == ("1 asia vaatii huomiota", "savi")
    assert verdict(findings(replace(one, screen="lost"), FI), FI)[0] == "2 asiaa vaatii huomiota"


def test_the_best_address_is_chosen_unless_another_was_and_is_there() -> None:
    found = (WIFI, CABLE, LOST)
    assert choose(found, "") == WIFI
    assert choose(found, CABLE.address) == CABLE
    assert choose(found, "192.168.1.5") == WIFI
    assert choose(found, LOST.address) == WIFI
    assert choose((LOST,), "") is None


def test_an_address_is_shown_as_one_types_it() -> None:
    assert shown("http://192.168.8.2:8080/") == "192.168.8.2:8080"
    assert shown("") == ""
