"""Who else is in the network, as far as this machine has noticed: its table of neighbours (ARP).

A phone that tries to open the page asks for the laptop's hardware address first, and the laptop notes whose question it was,
even when its firewall then throws the rest away. So neighbours who never got to the page point at the firewall; no neighbours
at all point at a network that keeps its devices apart, or at phones that are in another one. A printer is a neighbour too: it
is a suspicion, no more. No Qt here.
"""

import ipaddress
import logging
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

logger = logging.getLogger(__name__)
PATIENCE = 8.0  # seconds a command may take
_LINUX_ARP, _LINUX_ROUTES = Path("/proc/net/arp"), Path("/proc/net/route")
_ANSWERED = 0x2  # in the flags of Linux: the hardware address is known
_HARDWARE = r"((?:[0-9a-f]{1,2}[:-]){5}[0-9a-f]{1,2})"
_MAC_LINE = re.compile(rf"\((\d+\.\d+\.\d+\.\d+)\) at {_HARDWARE}\b", re.IGNORECASE)
_WINDOWS_LINE = re.compile(rf"^\s+(\d+\.\d+\.\d+\.\d+)\s+{_HARDWARE}\b", re.IGNORECASE | re.MULTILINE)
_MAC_GATEWAY = re.compile(r"^default\s+(\d+\.\d+\.\d+\.\d+)", re.MULTILINE)
_WINDOWS_GATEWAY = re.compile(r"^\s*0\.0\.0\.0\s+0\.0\.0\.0\s+(\d+\.\d+\.\d+\.\d+)", re.MULTILINE)


def neighbours(address: str) -> int | None:
    """How many devices but the router this machine has noticed in the network of its own `address`; None = cannot be told."""
    try:
        if sys.platform == "linux":
            table, routes = _LINUX_ARP.read_text(), _LINUX_ROUTES.read_text()
            return count(address, of_linux(table), gateways_of_linux(routes))
        if sys.platform == "win32":
            return count(address, of_windows(said(["arp", "-a"])), _WINDOWS_GATEWAY.findall(said(["route", "print", "-4"])))
        return count(address, of_mac(said(["arp", "-an"])), _MAC_GATEWAY.findall(said(["netstat", "-rn", "-f", "inet"])))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        logger.info("the neighbours could not be read: %s", error)
        return None


def count(address: str, found: Sequence[tuple[str, str]], gateways: Sequence[str]) -> int:
    """The devices among `found` (address, hardware address) that are in the same network of 256 as `address` and are neither
    its router nor an address for many. Without a known router the first address of the network counts as it."""
    network = ipaddress.ip_network(f"{address}/24", strict=False)
    routers = {ip for ip in gateways if ipaddress.ip_address(ip) in network} or {str(network[1])}
    devices = {
        hardware
        for ip, hardware in found
        if ipaddress.ip_address(ip) in network
        and ip not in routers
        and ip != address
        and not _is_for_many(ip, hardware, network)
    }
    return len(devices)


def _is_for_many(ip: str, hardware: str, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    first = int(hardware.replace("-", ":").split(":")[0], 16)
    return ip == str(network[-1]) or first & 1 == 1  # the lowest bit of the first octet: broadcast and multicast


def of_linux(table: str) -> list[tuple[str, str]]:
    """The lines of /proc/net/arp whose device has answered."""
    rows = [line.split() for line in table.splitlines()[1:]]
    return [(row[0], row[3]) for row in rows if len(row) >= 6 and int(row[2], 16) & _ANSWERED]


def gateways_of_linux(routes: str) -> list[str]:
    """The routers of /proc/net/route: where the destination is everything. The bytes stand in the order of the processor."""
    rows = [line.split() for line in routes.splitlines()[1:]]
    found = [bytes.fromhex(row[2])[::-1] for row in rows if len(row) > 2 and row[1] == "00000000" and row[2] != "00000000"]
    return [str(ipaddress.IPv4Address(each)) for each in found]


def of_mac(text: str) -> list[tuple[str, str]]:
    """What `arp -an` says; lines without a hardware address are questions nobody has answered."""
    return _MAC_LINE.findall(text)


def of_windows(text: str) -> list[tuple[str, str]]:
    """What `arp -a` says in whatever language: its words are different, its columns are not."""
    return _WINDOWS_LINE.findall(text)


def said(command: Sequence[str], patience: float = PATIENCE) -> str:
    """What a command of the system prints; without a window of its own on Windows. OSError, SubprocessError."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    done = subprocess.run(
        command, capture_output=True, timeout=patience, check=False, creationflags=flags, stdin=subprocess.DEVNULL
    )
    return done.stdout.decode(errors="replace")
