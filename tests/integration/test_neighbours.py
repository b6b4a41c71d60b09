"""A phone in a network of its own: what the laptop's table of neighbours tells when nobody listens, or nobody is there."""

import os
import shutil
import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator

import pytest

from fasilitaattori.desktop.network.neighbours import neighbours

NET = "10.77.8"
CALL = "import socket; socket.create_connection(('{}', 8099), timeout=2)"


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@pytest.fixture
def phone() -> Iterator[str]:
    """A namespace on the other end of a cable, at .23; the laptop is at .2."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("SKIPPED: another network needs Linux, root and ip: what neighbours tell was not tried")
    mark = uuid.uuid4().hex[:6]
    name, here, there = f"phone-{mark}", f"here{mark}", f"there{mark}"
    try:
        ip("netns", "add", name)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"SKIPPED: this machine allows no network of one's own: {error.stderr.decode()}")
    try:
        ip("link", "add", here, "type", "veth", "peer", "name", there)
        ip("link", "set", there, "netns", name)
        ip("addr", "add", f"{NET}.2/24", "dev", here)
        ip("link", "set", here, "up")
        ip("-n", name, "addr", "add", f"{NET}.23/24", "dev", there)
        ip("-n", name, "link", "set", there, "up")
        yield name
    finally:
        subprocess.run(["ip", "link", "del", here], check=False, capture_output=True)
        ip("netns", "del", name)


def test_a_phone_that_was_turned_away_is_a_neighbour_all_the_same(phone: str) -> None:
    """Nobody answers at the port, as behind a firewall; the phone has asked for the laptop's hardware address all the same."""
    assert neighbours(f"{NET}.2") == 0
    with socket.socket() as shut:
        shut.bind((f"{NET}.2", 8099))  # bound, but it does not listen
        call = ["ip", "netns", "exec", phone, sys.executable, "-c", CALL.format(f"{NET}.2")]
        assert subprocess.run(call, check=False, capture_output=True).returncode != 0
    assert neighbours(f"{NET}.2") == 1
