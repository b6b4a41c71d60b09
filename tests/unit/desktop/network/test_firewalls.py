"""What the systems print of their firewalls, and what is made of it."""

import json
import sys
from pathlib import Path

import pytest

from fasilitaattori.desktop.network import firewalls
from fasilitaattori.desktop.network.firewalls import OFF, ON, PUBLIC, SHUT, UNKNOWN, Firewall, of_linux, of_mac, of_windows


def windows(category: int, *, on: bool = True, alias: str = "Wi-Fi") -> str:
    """What PowerShell prints."""
    profiles = [{"Name": name, "Enabled": int(on)} for name in ("Domain", "Private", "Public")]
    return json.dumps({"networks": [{"InterfaceAlias": alias, "NetworkCategory": category}], "firewall": profiles})


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (windows(0), PUBLIC),
        (windows(1), ON),
        (windows(2), ON),
        (windows(0, on=False), OFF),
        (windows(1, alias="Ethernet"), PUBLIC),  # a network that Windows does not know is a public one
        ('{"networks":[],"firewall":[]}', UNKNOWN),
        ('{"networks":[{"InterfaceAlias":"Wi-Fi","NetworkCategory":"Private"}],"firewall":[]}', ON),
    ],
)
def test_windows_tells_what_it_takes_the_network_for(text: str, state: str) -> None:
    assert of_windows(text, "Wi-Fi").state == state


@pytest.mark.parametrize(
    ("state", "blocking", "found"),
    [
        ("Firewall is disabled. (State = 0) \n", "Firewall has block all state set to disabled.\n", OFF),
        ("Firewall is enabled. (State = 1) \n", "Firewall has block all state set to disabled.\n", ON),
        ("Firewall is enabled. (State = 1) \n", "Firewall has block all state set to enabled.\n", SHUT),
        ("Firewall is blocking all non-essential incoming connections. (State = 2) \n", "", SHUT),
        ("Firewall is enabled.\n", "", ON),
        ("", "", UNKNOWN),
    ],
)
def test_mac_tells_whether_it_is_on(state: str, blocking: str, found: str) -> None:
    assert of_mac(state, blocking).state == found


@pytest.mark.parametrize(
    ("ufw", "firewalld", "found"),
    [
        ("# /etc/ufw/ufw.conf\n#\nENABLED=yes\nLOGLEVEL=low\n", "", Firewall(ON, "ufw")),
        ("# ENABLED=yes\nENABLED=no\n", "running\n", Firewall(ON, "firewalld")),
        ("ENABLED=no\n", "not running\n", Firewall()),
        ("", "", Firewall()),
    ],
)
def test_linux_tells_which_one_is_on(ufw: str, firewalld: str, found: Firewall) -> None:
    assert of_linux(ufw, firewalld) == found


def test_this_machine_is_asked() -> None:
    assert firewalls.firewall("wlan0").state in (OFF, ON, PUBLIC, SHUT, UNKNOWN)


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_what_cannot_be_read_is_unknown(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(firewalls, "_MAC", "/nowhere/socketfilterfw")
    monkeypatch.setattr(firewalls, "_UFW", Path("/nowhere/ufw.conf"))
    assert firewalls.firewall("Wi-Fi") == Firewall()
