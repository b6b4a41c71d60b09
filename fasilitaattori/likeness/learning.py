"""From a few placed notes to a guess about the rest: each note leans on the notes most like it, then a ridge regression on the
placed ones gives every note a number for every theme.

Leaning on neighbours is what lets three placed notes speak for thirty: a note that shares no word with any of them is often
like one that does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from fasilitaattori.likeness.floret import Floats, of_length_one

NEIGHBOURS, LEAN, ROUNDS = 10, 0.7, 3
RIDGE = 0.5
_LITTLE = 0.05
"""Likeness below this is chance."""


_BLOCK = 256
"""Rows dealt with at once, so that other threads get their turn."""


def likeness_of(rows: Floats) -> Floats:
    """Notes × notes: how alike, a note is not like itself (−1)."""
    alike: Floats = rows @ rows.T
    np.fill_diagonal(alike, -1)
    return alike


def leaning(rows: Floats, alike: Floats) -> Floats:
    """The rows moved towards the rows of their neighbours."""
    count = min(NEIGHBOURS, len(rows) - 1)
    if count < 1:
        return rows
    nearest = np.vstack([_nearest(alike[at : at + _BLOCK], count) for at in range(0, len(rows), _BLOCK)])
    weights = np.take_along_axis(alike, nearest, axis=1)
    weights = np.where(weights > _LITTLE, weights, 0).astype(np.float32)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), np.float32(1e-6))
    moved = rows
    for _ in range(ROUNDS):
        around = np.zeros_like(rows)
        for place in range(count):
            around += weights[:, place, None] * moved[nearest[:, place]]
        moved = np.float32(1 - LEAN) * rows + np.float32(LEAN) * around
    return of_length_one(moved)


def _nearest(alike: Floats, count: int) -> npt.NDArray[np.intp]:
    return np.argpartition(alike, alike.shape[1] - count, axis=1)[:, -count:]


def theme_scores(rows: Floats, placed: Sequence[int], themes: Sequence[int], trust: Sequence[float], count: int) -> Floats:
    """Notes × themes: how well each theme suits. `placed` are rows, `themes` the number of each one's theme, below `count`,
    `trust` how much each one weighs (1 = a note).

    Kernel ridge regression in which every theme weighs the same, however many notes it holds.
    """
    known = np.array(placed, np.intp)
    of = np.array(themes, np.intp)
    sizes = np.bincount(of, minlength=count)
    wanted = np.zeros((len(known), count), np.float64)
    wanted[np.arange(len(known)), of] = 1
    wanted -= 1 / count
    kernel = (rows[known] @ rows[known].T).astype(np.float64)
    mean_size = len(known) / max(1, int(np.count_nonzero(sizes)))
    kernel[np.diag_indices(len(known))] += RIDGE * sizes[of] / mean_size / np.array(trust)
    answer = np.linalg.solve(kernel, wanted)
    scores: Floats = (rows @ rows[known].T) @ answer.astype(np.float32)
    return scores
