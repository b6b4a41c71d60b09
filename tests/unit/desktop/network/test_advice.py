"""Steps where the program can do nothing: for every system and source, with pictures that there are."""

import pytest

from fasilitaattori.desktop.network.advice import (
    Step,
    devices_apart,
    firewall,
    for_many,
    getting_a_network,
    if_the_page_stays_shut,
    sharing,
)
from fasilitaattori.i18n import translator
from fasilitaattori.paths import resource
from fasilitaattori.settings import Settings

FI = translator("fi")
SYSTEMS = ("win32", "darwin", "linux", "freebsd14")
SOURCES = tuple(Settings.network_source.choices)


def has_pictures(steps: list[Step]) -> bool:
    return all(resource("icons", f"{step.icon}.svg").is_file() for step in steps)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("source", SOURCES)
def test_three_steps_lead_to_a_network(source: str, system: str) -> None:
    steps = getting_a_network(source, system, FI)
    assert len(steps) == (4 if (source, system) == ("laptop", "win32") else 3)
    assert has_pictures(steps)


def test_sharing_differs_by_system() -> None:
    assert len({tuple(sharing(system, FI)) for system in SYSTEMS[:3]}) == 3
    assert all(has_pictures(sharing(system, FI)) for system in SYSTEMS)


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_firewall_differs_by_system(system: str) -> None:
    steps = firewall(system, 8123, FI)
    assert has_pictures(steps)
    assert len({step.words for step in steps}) == len(steps)
    assert ("8123" in " ".join(step.words for step in steps)) == (system not in ("win32", "darwin"))


@pytest.mark.parametrize("source", SOURCES)
def test_a_network_that_keeps_devices_apart_and_a_full_hall_have_their_steps(source: str) -> None:
    for steps in (devices_apart(source, FI), for_many(source, FI)):
        assert has_pictures(steps)
        assert len(steps) >= 3
    words = " ".join(step.words for step in for_many(source, FI))
    assert "8–10" in words
    assert "50" in words


def test_phones_are_told_to_stay_in_a_network_without_internet() -> None:
    words = " ".join(step.words for step in if_the_page_stays_shut("router", "Kuikkapera", "192.168.8.2:8080", FI))
    assert "Android" in words
    assert "iPhone" in words


@pytest.mark.parametrize("source", SOURCES)
def test_the_address_to_type_is_in_the_steps(source: str) -> None:
    steps = if_the_page_stays_shut(source, "Kuikkapera", "192.168.8.2:8080", FI)
    words = " ".join(step.words for step in steps)
    assert "http://192.168.8.2:8080" in words
    assert "Kuikkapera" in words
    assert has_pictures(steps)
    assert "samassa verkossa" in if_the_page_stays_shut(source, "", "192.168.8.2:8080", FI)[0].words
