"""What digits do at a question: no widget, so that it can be tried key by key.

One types what one sees: the number of the ring or square that is marked. Numbers of two digits are waited for only where a
second digit could make one.
"""

from typing import Any

from fasilitaattori.workshop.papersheet import MANY, ONE, POINTS, Asked

MOST_POINTS = 999


class Marking:
    """The marks at one question, in the order in which they were typed. `begun` are digits that may go on."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.marks: list[str] = []
        self.unclear = False
        self.begun = ""
        self._of_number = ""  # the key whose points are being typed after "="
        self._signs = {mark.sign: mark.key for mark in asked.marks}

    @property
    def empty(self) -> bool:
        """Is nothing marked at all?"""
        return not (self.marks or self.unclear or self.begun)

    def count(self, key: str) -> int:
        """How many marks stand at this choice."""
        return self.marks.count(key)

    def value(self) -> Any:
        """What is told of it: a key, keys in the paper's order, marks by key; None = nothing."""
        if not self.marks:
            return None
        if self.asked.kind == ONE:
            return self.marks[-1]
        in_order = [mark.key for mark in self.asked.marks if mark.key in self.marks]
        return {key: self.count(key) for key in in_order} if self.asked.kind == POINTS else in_order

    def set_value(self, value: Any, unclear: bool) -> None:
        """Take what was told of it before."""
        self.begun, self._of_number, self.unclear = "", "", unclear
        if isinstance(value, dict):
            self.marks = [key for key, points in value.items() for _ in range(points)]
        else:
            self.marks = list(value) if isinstance(value, list) else [value] if value else []

    def digit(self, digit: str) -> bool:
        """A digit was typed. False when there is nothing of that number."""
        if self._of_number:
            self.begun = (self.begun + digit)[-3:]
            return True
        wanted = self.begun + digit
        longer = [sign for sign in self._signs if sign.startswith(wanted)]
        if not longer:
            if not self.begun:
                return False
            self.settle()
            return self.digit(digit)
        if self.asked.kind == ONE and wanted in self._signs:
            self._choose(self._signs[wanted])
        if longer == [wanted]:
            self.begun = wanted
            self.settle()
        else:
            self.begun = wanted
        return True

    def equals(self) -> bool:
        """ "2=10": the digits that follow are the points of the last choice. False where there are no points to give."""
        self.settle()
        if self.asked.kind != POINTS or not self.marks:
            return False
        self._of_number = self.marks[-1]
        return True

    def settle(self) -> None:
        """The number that was begun is whole."""
        begun, self.begun = self.begun, ""
        if self._of_number:
            key, self._of_number = self._of_number, ""
            if begun:
                self._give(key, min(MOST_POINTS, int(begun)))
        elif begun in self._signs and self.asked.kind != ONE:
            self._choose(self._signs[begun])

    def back(self) -> bool:
        """Take back what was typed last. False when nothing is left."""
        if self.begun or self._of_number:
            taken = self.begun
            self.begun = self._of_number = ""
            if not (self.asked.kind == ONE and taken and self.marks):
                return True
        if self.unclear:
            self.unclear = False
        elif self.marks:
            self.marks.pop()
        else:
            return False
        return True

    def toggle(self, key: str) -> None:
        """A choice was pressed with the mouse."""
        self.settle()
        if self.asked.kind == ONE and key in self.marks:
            self.marks = []
        else:
            self._choose(key)

    def spoil(self) -> None:
        """Nobody can read it, or it is spoilt; the same again takes that back."""
        self.settle()
        self.unclear = not self.unclear
        if self.unclear:
            self.marks = []

    def _choose(self, key: str) -> None:
        self.unclear = False
        if self.asked.kind == ONE:
            self.marks = [key]
        elif self.asked.kind == MANY and key in self.marks:
            self.marks.remove(key)
        else:
            self.marks.append(key)

    def _give(self, key: str, points: int) -> None:
        self.marks = [mark for mark in self.marks if mark != key] + [key] * points
