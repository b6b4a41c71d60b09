"""What gives way first where the head of the desk has too little room, so that the title stays whole longest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

Act = Callable[[], object]


def needed(widgets: Sequence[QWidget], gap: int) -> int:
    """Pixels that those of the widgets that are on show would like to have beside each other."""
    shown = [widget for widget in widgets if not widget.isHidden()]
    return sum(widget.sizeHint().width() for widget in shown) + gap * max(0, len(shown) - 1)


def give_way(room: int, gap: int, widgets: Sequence[QWidget], whole: Act, steps: Sequence[Act]) -> None:
    """Say everything whole, then take one step after another until it fits the room."""
    whole()
    for step in steps:
        if needed(widgets, gap) <= room:
            return
        step()
