"""What the system's TCP does for us on bad air, as far as a system lets itself be asked.

Where a packet is lost several times in a row, TCP doubles its pause each time: after five losses it is a minute. On a hall's
Wi-Fi with a full channel that happened to two or three of 177 first pages. So the pause is capped where that is possible (Linux
since 6.15), and the system is given time enough for some more tries. When it gives up it does so without a word to the other
end, which then waits for good.
"""

import contextlib
import socket
import struct
import sys
from typing import Any

GIVE_UP_MS = 120_000  # milliseconds the system goes on sending to a phone that confirms nothing
LONGEST_PAUSE_MS = 8_000  # milliseconds between two tries

_TCP_RTO_MAX_MS = 44  # linux/tcp.h; Python has no name for it
_SIOCOUTQ = 0x5411  # linux/sockios.h
_SO_NWRITE = 0x1024  # macOS, sys/socket.h


def prepare(listener: socket.socket) -> None:
    """Of a socket that will listen; its connections inherit it."""
    if (user_timeout := getattr(socket, "TCP_USER_TIMEOUT", None)) is not None:
        listener.setsockopt(socket.IPPROTO_TCP, user_timeout, GIVE_UP_MS)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # an older kernel doubles its pauses as it always has
            listener.setsockopt(socket.IPPROTO_TCP, _TCP_RTO_MAX_MS, LONGEST_PAUSE_MS)


def unconfirmed(connection: Any) -> int:
    """Bytes that the system has taken to send and the other end has not confirmed; 0 where a system does not tell (Windows)."""
    if connection is None:
        return 0
    try:
        if sys.platform == "linux":
            import fcntl  # not there on Windows

            count: int = struct.unpack("i", fcntl.ioctl(connection.fileno(), _SIOCOUTQ, b"\0\0\0\0"))[0]
            return count
        if sys.platform == "darwin":
            written: int = connection.getsockopt(socket.SOL_SOCKET, _SO_NWRITE)
            return written
    except (OSError, ValueError):  # it has just gone
        return 0
    return 0
