"""Where phones find an open room: the laptop's address now, and the name it has announced.

The laptop may come into another network in the middle of an evening, or fall out of its own for a while. The address is asked
for in the background, so that reading it costs the windows nothing.
"""

import threading
from collections.abc import Callable, Sequence

from fasilitaattori.phones import addresses
from fasilitaattori.phones.naming import Naming
from fasilitaattori.settings import Settings

ANYWHERE = ("", "0.0.0.0")


class Whereabouts:
    """`host` is what the server listens at: one address, or every one of the laptop's; `port` is known once it serves.
    `tell_names` hears under which names the laptop can be asked for. `close` is idempotent."""

    def __init__(
        self, settings: Settings, host: str, port: Callable[[], int], tell_names: Callable[[Sequence[str]], object]
    ) -> None:
        self._settings, self._port = settings, port
        self._fixed = "" if host in ANYWHERE else host
        self._naming = Naming(tell_names)
        self._looking = threading.Lock()
        self.best: Callable[[str], str] = addresses.best_address
        """Given the address chosen by hand, where phones find the laptop now."""
        self._ip = self._fixed or self.best(settings.address)
        self._reachable = self._is_reachable(self._ip)

    @property
    def url(self) -> str:
        """What phones open. While the laptop is in no network, what they opened before: they come back to it."""
        return addresses.page_address(self._ip, self._port())

    @property
    def reachable(self) -> bool:
        """Is the laptop in a network that phones could be in?"""
        return self._reachable

    @property
    def named(self) -> str:
        """The same as `url` with the name announced, "" = none."""
        name = self._naming.name
        return addresses.page_address(name, self._port()) if name else ""

    def look_again(self) -> None:
        """Ask the machine, and announce the name the settings want. Any thread; takes a while."""
        with self._looking:
            found = self._fixed or self.best(self._settings.address)
            self._reachable = self._is_reachable(found)
            if self._reachable or addresses.is_own(self._ip):
                self._ip = found
            self._naming.announce(self._settings.local_name, found if self._reachable else "", self._port())

    def close(self) -> None:
        """Withdraw the name."""
        self._naming.close()

    def _is_reachable(self, ip: str) -> bool:
        return bool(self._fixed) or not addresses.is_own(ip)
