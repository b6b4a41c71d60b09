"""The port of the phones' page: is it free, and if not, what kind of trouble is it? Another Fasilitaattori wants another remedy
than another program, and what Windows has put aside for itself no program can be asked to give up. No Qt here."""

import errno
import http.client
import logging
import re
import socket
import subprocess
import sys
from dataclasses import dataclass

from fasilitaattori.desktop.network.neighbours import said

logger = logging.getLogger(__name__)
PORTS_TRIED = 50
LAST_PORT = 65535
PATIENCE = 2.0  # seconds for whoever has the port to say what it is
_REFUSED = (errno.EACCES, errno.EPERM)
_WINDOWS_REFUSED = 10013
_OURS = b'<meta name="application-name" content="Fasilitaattori">'  # on every page of ours
_RANGE = re.compile(r"^\s*(\d{1,5})\s+(\d{1,5})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Port:
    """`state`: "free"; "ours" (another Fasilitaattori answers there); "taken" (another program listens there: `by` is its name,
    "" = it is not told) or "refused" (by the operating system; Windows keeps the ports `kept` for itself, None = not told).
    `following` is a free one after it, 0 = none near."""

    state: str
    following: int = 0
    by: str = ""
    kept: tuple[int, int] | None = None


def look(port: int) -> Port:
    """All that can be found out. May take seconds: for the background."""
    state = port_state(port)
    if state == "free":
        return Port(state)
    following = next_free_port(port)
    if state == "refused":
        kept = kept_by_windows(port)
        if kept is not None or not _listens(port):
            return Port(state, following, kept=kept)
        # Windows also says "refused" of a port that a program has for itself alone.
    if is_ours(port):
        return Port("ours", following)
    return Port("taken", following, program_at(port))


def port_state(port: int) -> str:
    """ "free", "taken" (a program listens there) or "refused" (the operating system keeps it for itself)."""
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


def is_ours(port: int) -> bool:
    """Does another Fasilitaattori answer there? Its page says so."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return _OURS in connection.getresponse().read(4096)
    except (OSError, http.client.HTTPException) as error:
        logger.info("whoever has the port said nothing: %s", error)
        return False
    finally:
        connection.close()


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE):
            return True
    except OSError:
        return False


def program_at(port: int) -> str:
    """The name of the program that listens at a port; "" where the system tells it to nobody or only to an administrator."""
    # Heavy, and needed only here.
    import psutil

    try:
        for connection in psutil.net_connections("tcp"):
            here = connection.laddr
            if here and here.port == port and connection.status == psutil.CONN_LISTEN and connection.pid:
                return str(psutil.Process(connection.pid).name())
    except (psutil.Error, OSError) as error:
        logger.info("who has the port was not told: %s", error)
    return ""


def kept_by_windows(port: int) -> tuple[int, int] | None:
    """The range of ports that Windows keeps for itself (for virtual machines) and this one is in; None = none, or not told."""
    if sys.platform != "win32":
        return None
    try:
        text = said(["netsh", "interface", "ipv4", "show", "excludedportrange", "protocol=tcp"])
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("the ports of the system were not told: %s", error)
        return None
    return range_with(port, text)


def range_with(port: int, text: str) -> tuple[int, int] | None:
    """Reads netsh's list of first and last ports."""
    ranges = [(int(first), int(last)) for first, last in _RANGE.findall(text)]
    return next(((first, last) for first, last in ranges if first <= port <= last), None)
