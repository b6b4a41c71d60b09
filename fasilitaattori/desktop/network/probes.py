"""The checks that are really made. Each may take seconds, so they run in the background. No Qt here.

They ask this machine alone: whether a phone gets in can be known only from a phone that has.
"""

import http.client
import logging
import time
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)
PATIENCE = 3.0  # seconds until a page that does not answer counts as closed


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
