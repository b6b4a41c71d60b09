"""The air of the hall: two network namespaces, the laptop's and the phones', and every IP packet between them in our hands.

Each namespace has a TUN device; this process carries the packets from one to the other, late, with losses, no faster than so
many bits a second, or not at all. The TCP on both sides is the kernel's own, so what is lost is really sent again. It works
wherever there are namespaces and TUN, also where the kernel has no `netem`.

The namespaces have no names: they are held by this process and by those that run in them, and are gone with the last of them,
however it ends. `python -m reliability._link tun ADDRESS…`, the addresses of the phones, says where they are and then takes
orders, one line of JSON each. With `tap` whole frames are carried, so that each side also learns the other's hardware address.
"""

import contextlib
import ctypes
import fcntl
import heapq
import itertools
import json
import os
import random
import selectors
import socket
import stat
import struct
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from reliability.addresses import LAPTOP, LAPTOP_DEVICE, MASK, PHONE_DEVICE

CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_NO_PI = 0x400454CA, 0x1000
KINDS = {"tun": 0x0001, "tap": 0x0002}
SIOCSIFFLAGS, SIOCSIFADDR, SIOCSIFNETMASK, SIOCSIFTXQLEN = 0x8914, 0x8916, 0x891C, 0x8943
IFF_UP, IFF_RUNNING = 0x1, 0x40
QUEUE_SECONDS = 2.0  # what waits for the air; more is thrown away, as an access point does
DEVICE_QUEUE = 2000  # packets the kernel keeps for us while the machine is busy
AT_ONCE = 200  # packets taken before the other side gets its turn


class Namespace:
    """A network namespace with a TUN (or TAP) device: made in this process, which moves into it."""

    def __init__(self, device: str, addresses: list[str], kind: int) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "no network namespaces")
        self.place = os.open("/proc/self/ns/net", os.O_RDONLY)
        self._control = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)  # stays in this namespace when we go on
        self._device = device
        self.packets = _open_tun()
        fcntl.ioctl(self.packets, TUNSETIFF, struct.pack("16sH22x", device.encode(), kind | IFF_NO_PI))
        os.set_blocking(self.packets, False)
        self._ask(SIOCSIFTXQLEN, device, struct.pack("i", DEVICE_QUEUE))
        for number, address in enumerate(addresses):
            name = f"{device}:{number}" if number else device
            self._ask(SIOCSIFADDR, name, _sockaddr(address))
            self._ask(SIOCSIFNETMASK, name, _sockaddr(MASK))
        self.set_up(True)
        self._ask(SIOCSIFFLAGS, "lo", struct.pack("H", IFF_UP | IFF_RUNNING))

    def set_up(self, up: bool) -> None:
        """The device as after "ip link set … up" or "down"."""
        self._ask(SIOCSIFFLAGS, self._device, struct.pack("H", (IFF_UP | IFF_RUNNING) if up else 0))

    def _ask(self, what: int, device: str, value: bytes) -> None:
        fcntl.ioctl(self._control, what, struct.pack("16s24s", device.encode(), value))


def _open_tun() -> int:
    with contextlib.suppress(FileNotFoundError):
        return os.open("/dev/net/tun", os.O_RDWR)
    with tempfile.TemporaryDirectory() as folder:  # a container without the node may still have the device
        node = Path(folder) / "tun"
        os.mknod(node, stat.S_IFCHR | 0o600, os.makedev(10, 200))
        return os.open(node, os.O_RDWR)


def _sockaddr(address: str) -> bytes:
    return struct.pack("HH4s8x", socket.AF_INET, 0, socket.inet_aton(address))


class Link:
    """Carries packets both ways. One air for both directions, as Wi-Fi has."""

    def __init__(self, laptop: Namespace, phones: Namespace) -> None:
        self._laptop, self._phones = laptop, phones
        self._other = {laptop.packets: phones.packets, phones.packets: laptop.packets}
        self._on_the_way: list[tuple[float, int, int, bytes]] = []
        self._count = itertools.count()
        self._free_at = 0.0  # when the air is free again
        self._chance = random.Random(0)
        self._delay = self._loss = self._rate = 0.0
        self._dark = False
        self.figures = {"carried": 0, "lost": 0, "crowded_out": 0, "bytes": 0}

    def order(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do as told; gives the figures so far."""
        match order:
            case {"do": "shape", "delay": delay, "loss": loss, "bits": bits, "seed": seed}:
                self._delay, self._loss, self._rate = delay, loss, bits / 8
                self._chance.seed(seed)
            case {"do": "cut", "down": down}:
                self._dark = True
                self._on_the_way.clear()
                if down:
                    self._phones.set_up(False)
            case {"do": "mend"}:
                self._dark = False
                self._phones.set_up(True)
        return self.figures

    def carry(self, come: int) -> None:
        """Take what has come to one side and send it on its way to the other."""
        for _ in range(AT_ONCE):
            try:
                packet = os.read(come, 65536)
            except OSError:  # nothing more, or the device is down
                return
            self._take(packet, self._other[come])

    def _take(self, packet: bytes, to: int) -> None:
        now = due = time.monotonic()
        if self._rate:
            begins = max(now, self._free_at)
            if begins - now > QUEUE_SECONDS:
                self.figures["crowded_out"] += 1
                return
            due = self._free_at = begins + len(packet) / self._rate
        if self._dark or (self._loss and self._chance.random() < self._loss):
            self.figures["lost"] += 1
            return
        due += self._delay
        if due <= now and not self._on_the_way:
            self._deliver(to, packet)
        else:
            heapq.heappush(self._on_the_way, (due, next(self._count), to, packet))

    def _deliver(self, to: int, packet: bytes) -> None:
        with contextlib.suppress(OSError):  # the device is down
            os.write(to, packet)
            self.figures["carried"] += 1
            self.figures["bytes"] += len(packet)

    def deliver_due(self) -> float | None:
        """Hand over what has arrived by now; gives seconds to the next, None when nothing is on the way."""
        now = time.monotonic()
        while self._on_the_way and self._on_the_way[0][0] <= now:
            _, _, to, packet = heapq.heappop(self._on_the_way)
            self._deliver(to, packet)
        return max(0.0, self._on_the_way[0][0] - now) if self._on_the_way else None


def main() -> None:
    try:
        kind = KINDS[sys.argv[1]]
        laptop = Namespace(LAPTOP_DEVICE, [LAPTOP], kind)
        phones = Namespace(PHONE_DEVICE, sys.argv[2:], kind)
    except OSError as error:
        print(json.dumps({"trouble": str(error)}), flush=True)
        return
    here = f"/proc/{os.getpid()}/fd"
    print(json.dumps({"laptop": f"{here}/{laptop.place}", "phones": f"{here}/{phones.place}"}), flush=True)
    link = Link(laptop, phones)
    with selectors.DefaultSelector() as waiting:
        for end in (laptop.packets, phones.packets, sys.stdin.fileno()):
            waiting.register(end, selectors.EVENT_READ)
        _run(link, waiting)


def _run(link: Link, waiting: selectors.BaseSelector) -> None:
    """Until told to end, or until the one who started this has gone."""
    told = b""
    while True:
        for key, _ in waiting.select(link.deliver_due()):
            if key.fd != sys.stdin.fileno():
                link.carry(key.fd)
                continue
            got = os.read(key.fd, 65536)
            if not got:
                return
            *lines, told = (told + got).split(b"\n")
            for order in map(json.loads, lines):
                if order["do"] == "quit":
                    return
                print(json.dumps(link.order(order)), flush=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        main()
