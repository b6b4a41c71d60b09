"""The checks that are really made. Each may take seconds, so they run in the background. No Qt here.

They ask this machine alone: whether a phone gets in can be known only from a phone that has.
"""

import errno
import http.client
import logging
import socket
import sys
import time
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)
PATIENCE = 3.0  # seconds until a page that does not answer counts as closed
PORTS_TRIED = 50
LAST_PORT = 65535
_REFUSED = (errno.EACCES, errno.EPERM)
_WINDOWS_REFUSED = 10013


def port_state(port: int) -> str:
    """ "free", "taken" (another program listens there) or "refused" (the operating system keeps it for itself)."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        if sys.platform == "win32" and exclusive is not None:
            probe.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        else:  # an old connection that is fading away is no other program
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
            probe.listen(1)  # some systems notice another listener only here
        except OSError as error:
            refused = error.errno in _REFUSED or getattr(error, "winerror", None) == _WINDOWS_REFUSED
            return "refused" if refused else "taken"
    return "free"


def next_free_port(port: int) -> int:
    """The first free port after this one; 0 when there is none near."""
    last = min(LAST_PORT, port + PORTS_TRIED)
    return next((each for each in range(port + 1, last + 1) if port_state(each) == "free"), 0)


def seconds_to_answer(url: str, patience: float = PATIENCE) -> float | None:
    """How long the page took to answer; None when it did not, or with anything but a page.

    Asked without any proxy the machine may have: the room is in this very machine.
    """
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=patience)
    start = time.perf_counter()
    try:
        connection.request("GET", place.path or "/")
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException) as error:
        logger.info("the page did not answer: %s", error)
        return None
    finally:
        connection.close()
    return time.perf_counter() - start if answer.status == http.client.OK else None


def power() -> tuple[bool | None, int]:
    """Is the charger in (None: no battery, or not told), and how full the battery is, in per cent."""
    # Heavy, and needed only here.
    import psutil

    ask = getattr(psutil, "sensors_battery", None)  # missing on some systems
    battery = ask() if ask is not None else None
    return (battery.power_plugged, round(battery.percent)) if battery is not None else (None, 0)
