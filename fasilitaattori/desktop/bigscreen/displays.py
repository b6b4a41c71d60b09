"""Which display the big screen belongs on. Pure, so that every way of plugging cables can be tested without cables."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Display:
    """A display as the system tells of it: `name` is unique, the rest is its place on the virtual desktop in pixels."""

    name: str
    left: int
    top: int
    width: int
    height: int

    def overlaps(self, other: Display) -> bool:
        """Do they show the same part of the desktop (a mirrored projector does)?"""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        down = self.top < other.top + other.height and other.top < self.top + self.height
        return across and down


def for_the_room(displays: Sequence[Display], desk: Set[str], before: str = "") -> Display | None:
    """The display for the room, None when there is none to spare. Never one the desk is on, nor one that mirrors it; the one
    used `before` if it is there, else the largest (the first of equals)."""
    of_desk = [display for display in displays if display.name in desk]
    if not of_desk and displays:
        of_desk = [displays[0]]  # where the desk will open
    free = [each for each in displays if each not in of_desk and not any(each.overlaps(other) for other in of_desk)]
    known = next((each for each in free if each.name == before), None)
    return known or max(free, key=lambda each: each.width * each.height, default=None)


def is_mirrored(displays: Sequence[Display], desk: Set[str]) -> bool:
    """Does another display show just what the desk's shows, so that the room sees the facilitator's own view? Where the system
    tells of mirrored displays as one, that cannot be known."""
    of_desk = [display for display in displays if display.name in desk] or list(displays[:1])
    return any(each.overlaps(other) for each in displays if each not in of_desk for other in of_desk)


def told(display: Display | None, ratio: float = 1.0) -> str:
    """What it measures, for people: 1920 × 1080. `ratio` is device pixels per pixel."""
    return "" if display is None else f"{round(display.width * ratio)} × {round(display.height * ratio)}"
