"""Which cue is due at which moment of a timer, heard and seen: pure, so that sleeping laptops and added minutes can be tested.

The marks are minutes before the end of a step, as the facilitator has set them; 0 is the end itself.
"""

from collections.abc import Sequence

from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.run import Run, Timer

MARK, LAST, END, CLICK = "knock", "two-knocks", "kantele", "click"
USUAL = (5, 1, 0)
LATE_MS = 10_000
"""A moment passed longer ago than this (a laptop that slept) is not sounded any more."""
SHOWN_MS = 20_000
"""For so long a mark is seen, on the desk and on the big screen."""
MINUTE = 60_000


def marks_of(text: str) -> tuple[int, ...]:
    """The marks of the setting "10, 5, 1, 0"."""
    return tuple(int(part) for part in text.replace(",", " ").split())


def marks_for(run: Run, usual: str) -> tuple[int, ...]:
    """The marks of a workshop: its own, or the usual ones of the settings."""
    return marks_of(usual) if run.marks is None else run.marks


def cue_between(before_ms: int, left_ms: int, planned_ms: int, marks: Sequence[int] = USUAL) -> str:
    """The cue of a timer that went from `before_ms` left to `left_ms`; "" = none. A cue as long as the whole step is silent."""
    for mark in sorted(marks):
        at = mark * MINUTE
        if left_ms <= at < before_ms and at < planned_ms and at - left_ms <= LATE_MS:
            return END if mark == 0 else LAST if mark == 1 else MARK
    return ""


def mark_now(timer: Timer, marks: Sequence[int]) -> int | None:
    """The mark that has just been passed, None when none was."""
    if not timer.running:
        return None
    for mark in marks:
        at = mark * MINUTE
        if at < timer.planned_ms and at - SHOWN_MS < timer.left_ms <= at:
            return mark
    return None


def mark_words(mark: int, tr: Translator) -> str:
    """What is seen at a mark."""
    return tr("Aika on täynnä") if mark == 0 else tr.n("Aikaa {n} minuutti", "Aikaa {n} minuuttia", mark)


def turn_is_up(before_ms: int, used_ms: int, allowed_ms: int) -> bool:
    """Has the speaking time just ended?"""
    return before_ms < allowed_ms <= used_ms
