"""What is known of the hall's network right now, and nothing that is only hoped. No Qt here."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from fasilitaattori.desktop.network.firewalls import Firewall
from fasilitaattori.desktop.services import Reachable

_UNKNOWN = Firewall()


class Stage(IntEnum):
    """How far the checks have come; each is made after the one before it."""

    ADDRESS = 0
    PORT = 1
    PAGE = 2
    DONE = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. What is unknown is empty."""

    stage: Stage = Stage.ADDRESS
    found: tuple[Reachable, ...] = ()
    """The laptop's addresses, the best first."""
    chosen: Reachable | None = None
    """The one phones are told."""
    wanted: str = ""
    """The one chosen by hand, "" = by itself."""
    url: str = ""
    """What phones open, "" = no address that they could reach."""
    port: int = 0
    port_state: str = ""
    """ "free", "room" (the room serves there), "trial" (the trial page answers there), "ours" (another Fasilitaattori), "taken"
    (another program) or "refused" (by the operating system)."""
    port_by: str = ""
    """The program that has the port, "" = it is not told."""
    port_kept: tuple[int, int] | None = None
    """The ports that Windows keeps for itself, when this one is among them."""
    next_port: int = 0
    """A free one, when the port is taken or refused; 0 = none found."""
    seconds: float | None = None
    """How long the page took to answer this machine; None = it has not."""
    trouble: str = ""
    """Why the page did not open, in plain words."""
    open: bool = False
    """Is the workshop going on, so that people may come in?"""
    visitors: int = 0
    """Other devices that have opened the page at the chosen address."""
    posted: int = 0
    """Those of them that have sent something: the way works in both directions."""
    neighbours: int | None = None
    """Other devices but the router that this machine has noticed in the network; None = it cannot be told."""
    firewall: Firewall = _UNKNOWN
    """What can be read of this machine's own."""
    platform: str = sys.platform
    """The operating system, as `sys.platform` tells it."""
    expected: int = 0
    """People who are expected tonight, 0 = nobody has said."""
    named: str = ""
    """What phones open by name, "" = none is announced."""
    phones: int = 0
    """Phones following the room now."""
    tested: bool = False
    """A phone has been tried in a network of this name at this address, some time."""
    rehearsal: bool = False
    screen: str = ""
    """The big screen's state, see ScreenControl."""
    display: str = ""
    mirrored: str = ""
    """What to do when the displays are mirrored, "" when they are not."""
    plugged: bool | None = None
    """Is the charger in? None = the machine has no battery, or does not tell."""
    percent: int = 0
    sleepy: bool = False
    """Does the system refuse to keep the machine from falling asleep?"""
    source: str = "router"
    ssid: str = ""
    wifi: str = ""
    """What the code of the Wi-Fi says, "" when no network is set."""


TROUBLED = ("ours", "taken", "refused")
"""The states of a port that cannot be had."""


def choose(found: Iterable[Reachable], wanted: str) -> Reachable | None:
    """The address for the codes: the one chosen by hand while phones can reach it, else the best; None when there is none."""
    likely = [each for each in found if each.likely]
    return next((each for each in likely if each.address == wanted), likely[0] if likely else None)


def shown(url: str) -> str:
    """An address as it stands beside its code, and as one types it."""
    return url.removeprefix("http://").removesuffix("/")
