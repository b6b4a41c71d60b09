"""The hall's network as a thing: where the laptop's and the phones' programs run, and how bad the air between them is."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from benchmarks._talk import Child, Message

CLONE_NEWNET = 0x40000000
T = TypeVar("T")


class NoNetwork(Exception):
    """Faults cannot be tried on this machine; the message says why."""


class Network:
    """Two namespaces and the air between them. NoNetwork when this machine cannot have them. `close` is idempotent, and what
    is left when nobody closes ends by itself. With `frames` it carries Ethernet, not IP alone: both sides get to know each
    other's hardware address, as on Wi-Fi."""

    def __init__(self, phones: Sequence[str], *, frames: bool = False) -> None:
        """The addresses of the phones."""
        for tool in ("nsenter", "setpriv"):
            if shutil.which(tool) is None:
                raise NoNetwork(f"{tool} is missing (util-linux)")
        if not sys.platform.startswith("linux"):
            raise NoNetwork("network namespaces exist on Linux only")
        self._link = Child("reliability._link", "tap" if frames else "tun", *phones)
        self._steering: ThreadPoolExecutor | None = None
        said = self._link.hear()
        if "trouble" in said:
            self._link.end()
            raise NoNetwork(f"network namespaces and TUN devices need root and a kernel that has them: {said['trouble']}")
        self._places = {"laptop": str(said["laptop"]), "phones": str(said["phones"])}

    def inside(self, where: str) -> list[str]:
        """What to put before a command that shall run at the "laptop" or among the "phones". It ends with whoever starts it."""
        return ["setpriv", "--pdeathsig", "KILL", "nsenter", f"--net={self._places[where]}", "--"]

    def shape(self, *, delay: float = 0.0, loss: float = 0.0, bits: float = 0.0, seed: int = 0) -> Message:
        """From now on every packet is so many seconds late, this share of them is lost, and both directions together carry
        so many bits a second (0 = as many as come). Gives what the air has carried so far."""
        return self._link.ask(do="shape", delay=delay, loss=loss, bits=bits, seed=seed)

    def cut(self, *, down: bool) -> None:
        """No packet comes through. `down`: the phones notice it at once, as those do that have lost the Wi-Fi; otherwise they
        hear nothing, as those do that are behind a wall."""
        self._link.ask(do="cut", down=down)

    def mend(self) -> None:
        """The air carries again."""
        self._link.ask(do="mend")

    def at_laptop(self, work: Callable[[], T]) -> T:
        """Do something from the laptop's side, in this process: a thread of ours lives there."""
        if self._steering is None:
            self._steering = ThreadPoolExecutor(1, "laptop", initializer=_move, initargs=(self._places["laptop"],))
        return self._steering.submit(work).result()

    def close(self) -> None:
        """Take everything down."""
        if self._steering is not None:
            self._steering.shutdown()
        self._link.end()


def _move(place: str) -> None:
    """This thread alone goes to another network namespace."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path(place).open() as opened:
        if libc.setns(opened.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
