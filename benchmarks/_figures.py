"""Figures of many samples: percentiles and medians, and how they are written."""

import math
from collections.abc import Iterable, Sequence
from statistics import median

__all__ = ["median", "milliseconds", "percentile", "spread"]


def percentile(samples: Sequence[float], share: float) -> float:
    """The sample that `share` (0–1) of all samples do not exceed (nearest rank). 0 without samples."""
    if not samples:
        return 0.0
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))]


def spread(samples: Iterable[float]) -> dict[str, float]:
    """p50, p99 and the largest."""
    ordered = sorted(samples)
    return {"p50": percentile(ordered, 0.5), "p99": percentile(ordered, 0.99), "max": ordered[-1] if ordered else 0.0}


def milliseconds(value: float) -> str:
    """ "8.4 ms", "131 ms"."""
    return f"{value:.1f} ms" if value < 20 else f"{value:.0f} ms"
