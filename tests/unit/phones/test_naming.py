"""The name in place of numbers, announced for real on the machine's own network and asked for as another device does."""

import uuid
from collections.abc import Callable, Iterator, Sequence

import pytest
from zeroconf import IPVersion, Zeroconf
from zeroconf._services.info import AddressResolverIPv4

from fasilitaattori.phones.naming import Naming

HERE, THERE = "127.0.0.1", "127.0.0.2"
NAME = f"kylatalo-{uuid.uuid4().hex[:8]}"  # nobody else in the network has it, nor another run of these tests


@pytest.fixture
def other_device() -> Iterator[Callable[[str], list[str]]]:
    """Asks the network for the addresses of a name."""
    device = Zeroconf(interfaces=[HERE], ip_version=IPVersion.V4Only)

    def ask(name: str) -> list[str]:
        asked = AddressResolverIPv4(f"{name}.")
        return asked.parsed_addresses() if asked.request(device, 1500) else []

    yield ask
    device.close()


@pytest.fixture
def naming() -> Iterator[Callable[[], tuple[Naming, list[Sequence[str]]]]]:
    """Makes namings with the list of what they told; withdrawn in the end."""
    made: list[Naming] = []

    def make() -> tuple[Naming, list[Sequence[str]]]:
        told: list[Sequence[str]] = []
        made.append(Naming(told.append))
        return made[-1], told

    yield make
    for each in made:
        each.close()


Make = Callable[[], tuple[Naming, list[Sequence[str]]]]


def test_another_device_finds_the_name_until_it_is_withdrawn(naming: Make, other_device: Callable[[str], list[str]]) -> None:
    ours, told = naming()
    ours.announce(NAME, HERE, 8080)
    assert ours.name == f"{NAME}.local"
    assert other_device(ours.name) == [HERE]
    ours.close()
    ours.close()
    assert ours.name == ""
    assert told == [(f"{NAME}.local",), ()]
    ours.announce(NAME, HERE, 8080)
    assert ours.name == ""  # what is closed stays closed


def test_a_name_somebody_has_is_left_to_them(naming: Make, other_device: Callable[[str], list[str]]) -> None:
    first, _ = naming()
    second, told = naming()
    first.announce(NAME, HERE, 8080)
    second.announce(NAME, THERE, 8080)
    assert second.name == f"{NAME}-2.local"
    assert told == [(f"{NAME}-2.local",)]
    assert other_device(first.name) == [HERE]


def test_no_name_and_no_address_announce_nothing(naming: Make) -> None:
    ours, told = naming()
    ours.announce("", HERE, 8080)
    ours.announce(NAME, "", 8080)
    assert (ours.name, told) == ("", [])


def test_an_address_that_is_not_there_is_no_end_of_the_evening(naming: Make) -> None:
    ours, told = naming()
    ours.announce(NAME, "203.0.113.9", 8080)
    assert (ours.name, told) == ("", [])
