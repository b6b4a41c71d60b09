"""What a measurement was made on: figures without the machine say nothing."""

import os
import platform
import sqlite3
import sys
import tempfile
import time
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import psutil

from benchmarks._figures import median, milliseconds

_PARTS = ("PySide6-Essentials", "uvicorn", "uvloop", "httptools", "starlette", "SQLAlchemy", "msgspec")
LEAST_TOLD = 0.01
_COMMITS = 40
_BEGAN = psutil.cpu_times()


def describe(folder: Path) -> list[str]:
    """Lines of Markdown about this machine; `folder` is where the measured logs were written."""
    memory = psutil.virtual_memory().total / 2**30
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    hardware = f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory"
    parts = ", ".join(filter(None, map(_part, _PARTS)))
    return [
        f"- Measured {datetime.now().astimezone():%Y-%m-%d %H:%M} on {hardware}; {_system()}",
        f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {parts}",
        f"- The disk: {_filesystem(folder)}; one durable commit alone takes {milliseconds(_commit_ms(folder))} (median)",
        f"- Load average when the measurement ended: {load:.1f}{_taken_away(_BEGAN, psutil.cpu_times())}",
    ]


def _taken_away(before: Any, after: Any) -> str:
    """What a virtual machine has waited for its host meanwhile: then a second on its clock holds less work."""
    spent = {kind: getattr(after, kind, 0.0) - getattr(before, kind, 0.0) for kind in ("user", "nice", "system", "steal")}
    share = spent["steal"] / (sum(spent.values()) or 1.0)
    return f"; of the processor time asked for meanwhile, the host gave {share:.0%} to others" if share >= LEAST_TOLD else ""


def _part(name: str) -> str:
    try:
        return f"{name.removesuffix('-Essentials')} {version(name)}"
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    """The processor's own name."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    if sys.platform == "linux":
        release = platform.freedesktop_os_release()
        return f"{release.get('PRETTY_NAME', 'Linux')}, kernel {platform.release()}"
    return platform.platform(terse=True)


def _filesystem(folder: Path) -> str:
    """The kind of file system the folder lies on."""
    whole = str(folder.resolve())
    found = [part for part in psutil.disk_partitions(all=True) if whole.startswith(part.mountpoint)]
    return max(found, key=lambda part: len(part.mountpoint)).fstype if found else "unknown"


def _commit_ms(folder: Path) -> float:
    """The median of single commits, as the log makes them (WAL, synchronous=FULL)."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        connection = sqlite3.connect(Path(place) / "commits.db", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT)")
        taken = []
        for n in range(_COMMITS):
            began = time.perf_counter()
            connection.execute("INSERT INTO row VALUES (?, ?)", (n, "x" * 200))
            taken.append((time.perf_counter() - began) * 1000)
        connection.close()
    return median(taken)
