"""How all tests are run on this machine: in more processes than it has cores, for most of them wait more than they work (for a
disk, a page, a moment of quiet).

Runs before anything is installed: standard library only.
"""

import os

PER_CORE = 2
EACH = 1.5 * 2**30  # bytes of memory: a process with its windows, its browser and what its tests start


def processes() -> int:
    """As many as the cores and the memory are good for."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux: a container may have been given fewer cores than there are
    cores = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    return max(1, min(PER_CORE * cores, int(_memory() / EACH)))


def _memory() -> float:
    """All of the machine's, in bytes; without end where it cannot be asked."""
    try:
        return float(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (AttributeError, ValueError, OSError):
        return float("inf")


def everything() -> list[str]:
    """What pytest is told when nothing else was asked for. A test whose process stood still or died is tried once more; one
    that failed is not."""
    shared_out = [f"--numprocesses={processes()}", "--dist=worksteal"]
    return [*shared_out, "--reruns=1", "--only-rerun=no failure says this"]
