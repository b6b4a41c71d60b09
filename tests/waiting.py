"""Waiting for what other threads and processes do: as long as it takes, yet never for good."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 60.0  # seconds; a slow machine is not a wrong program
PATIENCE_MS = 60_000


def eventually(found: Callable[[], T], patience: float = PATIENCE) -> T:
    """What `found` gives once it is true; fails with what it gave last when it never is."""
    end = time.monotonic() + patience
    while not (value := found()):
        assert time.monotonic() < end, f"still {value!r} after {patience:g} s"
        time.sleep(0.01)
    return value
