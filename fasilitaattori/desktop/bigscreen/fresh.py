"""What has just come up on the wall, for its mark of eight seconds.

A note that waited for approval is new when it comes up, not when it was sent. That is nowhere in the log, so the screen
remembers what it has shown; what already hung there when it first looked is not new, unless it was sent a moment ago.
"""

from collections.abc import Sequence

NEW_MS = 8000
MOST = 4
"""When notes pour in, only so many of the newest are marked: a wall full of marks marks nothing."""


class Freshness:
    """Remembers since when each note of each step has been shown."""

    def __init__(self) -> None:
        self._since: dict[str, dict[str, int]] = {}

    def __call__(self, step: str, shown: Sequence[tuple[str, int]], now_ms: int) -> frozenset[str]:
        """The newest of the ids that came up less than eight seconds ago. `shown` = what is on the wall: (id, when sent)."""
        first_look = step not in self._since
        since = self._since.setdefault(step, {})
        for key, sent_ms in shown:
            if key not in since:
                since[key] = sent_ms if first_look else now_ms
        new = [key for key, _ in shown if 0 <= now_ms - since[key] < NEW_MS]
        return frozenset(sorted(new, key=lambda key: since[key])[-MOST:])

    def forget(self) -> None:
        """Another workshop."""
        self._since.clear()
