"""What can be done on the desk, in one table for each part of it: words, keys and doing of an act stand together.

The shortcuts, the list of keys and the palette of acts are all made from it, so that a new act shows up in every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.page import Keys


def always() -> bool:
    """For what can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Act:
    """Something one can do. `words` and `group` are translated; `keys` are Qt's names of the keys that do it, `cap` is how they
    are shown ("" = not in the list of keys). `able` tells whether it can be done now; `repeats` while the key is held."""

    words: str
    run: Callable[[], object]
    group: str = ""
    keys: tuple[str, ...] = ()
    cap: str = ""
    icon: str = ""
    able: Callable[[], bool] = always
    repeats: bool = False


def make_shortcuts(owner: QWidget, acts: Iterable[Act]) -> list[QShortcut]:
    """A shortcut for every key; they work wherever the focus is in the window while the owner is in view."""
    made = []
    for act in acts:
        for key in act.keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(act.repeats)
            shortcut.activated.connect(act.run)
            made.append(shortcut)
    return made


def key_groups(acts: Sequence[Act]) -> list[Keys]:
    """The acts that have keys, by their groups, for the list of keys. Acts of one key cap share a row."""
    groups: dict[str, dict[str, str]] = {}
    for act in acts:
        if act.cap:
            rows = groups.setdefault(act.group, {})
            rows[act.cap] = f"{rows[act.cap]}, {act.words.lower()}" if act.cap in rows else act.words
    return [Keys(title, tuple(rows.items())) for title, rows in groups.items()]
