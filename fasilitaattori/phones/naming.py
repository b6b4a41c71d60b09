"""A name in place of numbers: `fasilitaattori.local`, announced on the hall's network by multicast DNS (RFC 6762).

It is easier to type than 192.168.8.2. But not every phone finds it (older Androids, networks that stop multicast), so it only
stands beside the address, which the codes keep, and the facilitator switches it on.
"""

import logging
import socket
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

logger = logging.getLogger(__name__)
DOMAIN = ".local"
_SERVICE = "_http._tcp.local."
_ASKED_MS = 800  # how long somebody who has the name already is given to say so
_TRIES = 5


class Naming:
    """Announces one name at a time. `tell` is called with the names under which the laptop can be asked for: () when none.

    `announce` takes some seconds: call it in the background. Any thread; `close` is idempotent.
    """

    def __init__(self, tell: Callable[[Sequence[str]], object]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._closed = False
        self._wanted = ("", "", 0)
        self._zeroconf: Zeroconf | None = None
        self._info: ServiceInfo | None = None
        self.name = ""
        """What is announced now, e.g. `fasilitaattori.local`; "" = nothing."""

    def announce(self, wanted: str, ip: str, port: int) -> None:
        """From now on `wanted`.local is at this address of ours; "" = no name, or no address it could be at. What was announced
        before is withdrawn. When another device has the name, the next one is taken: `wanted`-2 and so on."""
        with self._lock:
            if self._closed or (wanted, ip, port) == self._wanted:
                return
            self._wanted = (wanted, ip, port)
            self._withdraw()
            if wanted and ip:
                self._begin(wanted, ip, port)

    def close(self) -> None:
        """Withdraw the name."""
        with self._lock:
            self._closed = True
            self._withdraw()

    def _begin(self, wanted: str, ip: str, port: int) -> None:
        # Heavy, and only needed by those who switch it on.
        from zeroconf import AddressResolverIPv4 as Resolver  # type: ignore[attr-defined]  # documented, but not in __all__
        from zeroconf import Error, IPVersion, ServiceInfo, Zeroconf

        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:  # zeroconf would leave a socket open behind it
                probe.bind((ip, 0))
            self._zeroconf = Zeroconf(interfaces=[ip], ip_version=IPVersion.V4Only)
            for name in (wanted, *(f"{wanted}-{number}" for number in range(2, _TRIES + 1))):
                asked = Resolver(f"{name}{DOMAIN}.")
                if asked.request(self._zeroconf, _ASKED_MS) and ip not in asked.parsed_addresses():
                    continue  # somebody else has it
                self._info = ServiceInfo(
                    _SERVICE,
                    f"{name}.{_SERVICE}",
                    addresses=[socket.inet_aton(ip)],
                    port=port,
                    server=f"{name}{DOMAIN}.",
                    properties={"path": "/"},
                )
                self._zeroconf.register_service(self._info, allow_name_change=True)
                self.name = f"{name}{DOMAIN}"
                self._tell((self.name,))
                return
            logger.info("every name like %s is taken", wanted)
        except (OSError, Error) as error:  # multicast is not allowed here, or the address has just gone
            logger.info("the name could not be announced: %s", error)
        self._withdraw()

    def _withdraw(self) -> None:
        zeroconf, self._zeroconf, self._info = self._zeroconf, None, None
        if self.name:
            self.name = ""
            self._tell(())
        if zeroconf is not None:
            zeroconf.close()  # says goodbye for what is announced
