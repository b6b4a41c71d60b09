"""What is known of the hall's network right now, and nothing that is only hoped. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from fasilitaattori.desktop.services import Reachable


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
    """ "free", "room" (the room serves there), "trial" (the trial page answers there), "taken" (another program) or "refused"
    (by the operating system)."""
    next_port: int = 0
    """A free one, when the port is taken or refused; 0 = none found."""
    seconds: float | None = None
    """How long the page took to answer this machine; None = it has not."""
    trouble: str = ""
    """Why the page did not open, in plain words."""
    visitors: int = 0
    """Other devices that have opened the page at the chosen address."""
    phones: int = 0
    """Phones following the room now."""
    tested: bool = False
    """A phone has been tried in a network of this name at this address, some time."""
    rehearsal: bool = False
    screen: str = ""
    """The big screen's state, see ScreenControl."""
    display: str = ""
    plugged: bool | None = None
    """Is the charger in? None = the machine has no battery, or does not tell."""
    percent: int = 0
    source: str = "router"
    ssid: str = ""
    wifi: str = ""
    """What the code of the Wi-Fi says, "" when no network is set."""


def choose(found: Iterable[Reachable], wanted: str) -> Reachable | None:
    """The address for the codes: the one chosen by hand while phones can reach it, else the best; None when there is none."""
    likely = [each for each in found if each.likely]
    return next((each for each in likely if each.address == wanted), likely[0] if likely else None)


def shown(url: str) -> str:
    """An address as it stands beside its code, and as one types it."""
    return url.removeprefix("http://").removesuffix("/")
