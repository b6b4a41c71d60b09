"""What has just come up on the wall, for its mark of eight seconds.

A note that waited for approval is new when it comes up, not when it was sent. That is nowhere in the log, so the screen
remembers what it has shown; what already hung there when it first looked is not new, unless it was sent a moment ago.
"""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice
from operator import itemgetter

NEW_MS = 8000
MOST = 4
"""When notes pour in, only so many of the newest are marked: a wall full of marks marks nothing."""


class _Step:
    """What has been shown of one step, and of it what may still be new: (since when, id), the newest last."""

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.latest: deque[tuple[int, str]] = deque()


def _still(key: str) -> bool:
    return True


class Freshness:
    """Remembers since when each note of each step has been shown."""

    def __init__(self) -> None:
        self._steps: dict[str, _Step] = {}

    def __call__(
        self, step: str, came: Sequence[tuple[str, int]], now_ms: int, still: Callable[[str], bool] = _still
    ) -> frozenset[str]:
        """The newest of the ids that came up less than eight seconds ago. `came` = what has come on the wall: (id, when sent);
        what was told before may be told again. `still(id)` = it has not been taken off."""
        first_look = step not in self._steps
        seen = self._steps.setdefault(step, _Step())
        new = [(sent_ms if first_look else now_ms, key) for key, sent_ms in came if key not in seen.known]
        seen.known.update(key for _, key in new)
        if new:
            seen.latest = deque(sorted((*seen.latest, *new), key=itemgetter(0)))
        while seen.latest and now_ms - seen.latest[0][0] >= NEW_MS:
            seen.latest.popleft()
        newest = (key for since_ms, key in reversed(seen.latest) if since_ms <= now_ms and still(key))
        return frozenset(islice(newest, MOST))

    def forget(self) -> None:
        """Another workshop."""
        self._steps.clear()
