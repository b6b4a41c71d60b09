"""The program on a laptop whose wall clock somebody sets: `python -m reliability._wrong_clock FILE arguments of the program`.

FILE holds how many seconds the clock is ahead (below zero: behind), and may change at any time. No process can have a wall
clock of its own and the machine's is not ours to set, so `time.time` is replaced before the program loads: it is the one source
of wall time the program has for events and timers.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path


def wrong(true: Callable[[], float], ahead: Path) -> Callable[[], float]:
    """A clock as far off as the file says."""

    def wall() -> float:
        return true() + float(ahead.read_text() or 0)

    return wall


def main() -> int:
    time.time = wrong(time.time, Path(sys.argv[1]))
    from fasilitaattori.cli import main as program  # only now: it takes its clock when it loads

    return program(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
