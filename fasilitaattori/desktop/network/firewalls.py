"""What can be read of the machine's firewall without an administrator's rights. What cannot is told as unknown: only a phone
that has come through shows that the way is open. No Qt here."""

import json
import logging
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fasilitaattori.desktop.network.neighbours import said

logger = logging.getLogger(__name__)
OFF, ON, PUBLIC, SHUT, UNKNOWN = "off", "on", "public", "shut", "unknown"
_UFW = Path("/etc/ufw/ufw.conf")
_MAC = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_POWERSHELL = (
    "@{networks=@(Get-NetConnectionProfile|Select-Object InterfaceAlias,NetworkCategory);"
    "firewall=@(Get-NetFirewallProfile|Select-Object Name,Enabled)}|ConvertTo-Json -Depth 3 -Compress"
)
_CATEGORIES = {0: "Public", 1: "Private", 2: "Domain"}  # of NetworkCategory, as numbers in JSON


@dataclass(frozen=True, slots=True)
class Firewall:
    """`state`: "off"; "on" (lets some programs in); "public" (on, and Windows takes this network for a public one, where it
    lets in the least); "shut" (lets nobody in); "unknown". `name` is the program's own, "" = the system's."""

    state: str = UNKNOWN
    name: str = ""


def firewall(adapter: str) -> Firewall:
    """What is known of it now; `adapter` is the one through which phones come."""
    try:
        if sys.platform == "win32":
            return of_windows(said(["powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL]), adapter)
        if sys.platform == "darwin":
            return of_mac(said([_MAC, "--getglobalstate"]), said([_MAC, "--getblockall"]))
        ufw = _UFW.read_text() if _UFW.is_file() else ""
        return of_linux(ufw, _or_nothing(["firewall-cmd", "--state"]))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        logger.info("the firewall could not be asked: %s", error)
        return Firewall()


def _or_nothing(command: Sequence[str]) -> str:
    """What it says, "" when there is no such command."""
    try:
        return said(command)
    except FileNotFoundError:
        return ""


def of_windows(text: str, adapter: str) -> Firewall:
    """Reads the two lists that PowerShell gives as JSON: the networks with their category, the profiles with "is it on"."""
    told: Any = json.loads(text)
    kinds = {str(each["InterfaceAlias"]): each["NetworkCategory"] for each in told["networks"]}
    if not kinds:
        return Firewall()
    # A network that Windows cannot identify (no internet, no name) is a public one.
    kind = kinds.get(adapter, 0)
    name = _CATEGORIES.get(kind, str(kind)).removesuffix("Authenticated")  # DomainAuthenticated
    switched = {str(each["Name"]): each["Enabled"] in (1, True, "True") for each in told["firewall"]}
    if not switched.get(name, True):
        return Firewall(OFF)
    return Firewall(PUBLIC if name == "Public" else ON)


def of_mac(state: str, blocking: str) -> Firewall:
    """Reads what socketfilterfw says: "Firewall is enabled. (State = 1)"; 2 = every incoming call is blocked."""
    found = re.search(r"State\s*=\s*(\d)", state)
    number = int(found[1]) if found else {"enabled": 1, "disabled": 0}.get(_switch(state), -1)
    if number < 0:
        return Firewall()
    if number == 2 or (number == 1 and _switch(blocking) == "enabled"):
        return Firewall(SHUT)
    return Firewall(ON if number else OFF)


def _switch(text: str) -> str:
    found = re.search(r"\b(enabled|disabled)\b", text, re.IGNORECASE)
    return found[1].lower() if found else ""


def of_linux(ufw: str, firewalld: str) -> Firewall:
    """Reads /etc/ufw/ufw.conf and what `firewall-cmd --state` says. Rules made by hand cannot be read without rights."""
    if re.search(r"^\s*ENABLED\s*=\s*yes", ufw, re.IGNORECASE | re.MULTILINE):
        return Firewall(ON, "ufw")
    if firewalld.strip() == "running":
        return Firewall(ON, "firewalld")
    return Firewall()
