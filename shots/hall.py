"""What a hall has and the machine that takes the pictures has not: a network with an address in it, the usual port, and phones
that have come through it. Only what the pictures tell is other; everything is served and reached as ever."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import PropertyMock, patch

from fasilitaattori.app.program import OpenRoom
from fasilitaattori.desktop.network import checking
from fasilitaattori.phones import addresses

IP, PORT = "192.168.8.2", 8080
ANSWERED = 0.04  # seconds
NEIGHBOURS = 9


@contextmanager
def in_a_hall() -> Iterator[None]:
    """The laptop is in the hall's network."""
    address = addresses.Address(IP, "wlan0", addresses.WIFI)
    told: tuple[tuple[Any, str, Any], ...] = (
        (addresses, "all_addresses", lambda: [address]),
        (addresses, "page_address", lambda ip, port: f"http://{IP}:{PORT}/"),
        (checking, "seconds_to_answer", lambda url: ANSWERED),
        (checking, "neighbours", lambda ip: NEIGHBOURS),
        (OpenRoom, "visitors", _joined),
        (OpenRoom, "posted", _joined),
    )
    with ExitStack() as stack:
        for owner, name, other in told:
            stack.enter_context(patch.object(owner, name, other))
        stack.enter_context(patch.object(OpenRoom, "port", PropertyMock(return_value=PORT)))
        yield


def _joined(room: OpenRoom, _: str) -> int:
    return len(room.presence())
