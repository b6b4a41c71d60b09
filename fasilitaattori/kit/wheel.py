"""The wheel moves the page and changes no value.

Qt lets a wheel that passes over a list, a number or a slider change it, without a click and without a word. Whoever scrolls
a panel of settings would so turn a vote into another kind of vote and never know.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider


class Unwheeled:
    """Stands before the Qt class among the bases: the wheel goes on to what scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not for us."""
        event.ignore()


class Slider(Unwheeled, QSlider):
    """A slider that only the hand on it and the keys move."""
