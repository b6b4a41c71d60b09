"""Which cue sounds at which moment of a timer: pure, so that sleeping laptops and added minutes can be tested."""

FIVE, ONE, END, CLICK = "knock", "two-knocks", "kantele", "click"
LATE_MS = 10_000
"""A moment passed longer ago than this (a laptop that slept) is not sounded any more."""
_AT = ((300_000, FIVE), (60_000, ONE), (0, END))


def cue_between(before_ms: int, left_ms: int, planned_ms: int) -> str:
    """The cue of a timer that went from `before_ms` left to `left_ms`; "" = none. A cue as long as the whole step is silent."""
    for at, cue in _AT[::-1]:
        if left_ms <= at < before_ms and at < planned_ms and at - left_ms <= LATE_MS:
            return cue
    return ""


def turn_is_up(before_ms: int, used_ms: int, allowed_ms: int) -> bool:
    """Has the speaking time just ended?"""
    return before_ms < allowed_ms <= used_ms
