"""A phone in a network of its own: what the laptop's table of neighbours tells when nobody listens, or nobody is there."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.addresses import LAPTOP
from reliability.network import Network, NoNetwork

ROOT = Path(__file__).parents[2]
PHONE = "10.77.0.23"
CALL = f"import socket; socket.create_connection(('{LAPTOP}', 8099), timeout=20)"
COUNT = f"from fasilitaattori.desktop.network.neighbours import neighbours; print(neighbours('{LAPTOP}'))"


@pytest.fixture
def network() -> Iterator[Network]:
    """The laptop and one phone, as on a Wi-Fi of their own."""
    try:
        made = Network([PHONE], frames=True)
    except NoNetwork as reason:
        pytest.skip(f"SKIPPED: what neighbours tell was not tried: {reason}")
    yield made
    made.close()


def run(network: Network, where: str, script: str) -> subprocess.CompletedProcess[str]:
    command = [*network.inside(where), sys.executable, "-c", script]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def counted(network: Network) -> int:
    """How many neighbours the laptop knows of."""
    return int(run(network, "laptop", COUNT).stdout)


def test_a_phone_that_was_turned_away_is_a_neighbour_all_the_same(network: Network) -> None:
    """Nobody listens at the port, as behind a firewall; the phone has asked for the laptop's hardware address all the same."""
    assert counted(network) == 0
    assert "ConnectionRefusedError" in run(network, "phones", CALL).stderr
    assert counted(network) == 1


def test_a_phone_nobody_can_hear_is_no_neighbour(network: Network) -> None:
    """As on a Wi-Fi that keeps its devices apart."""
    network.cut(down=False)
    assert run(network, "phones", CALL).returncode != 0
    assert counted(network) == 0
