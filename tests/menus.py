"""What a menu must be: every entry has words, all of them can be read, and a key that does the same is shown beside them.

`faults_of_menu(menu, acts)` gives sentences about everything that is wrong in a menu on show.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QFontMetricsF, QIcon
from PySide6.QtWidgets import QMenu

from fasilitaattori.desktop.acts import Act


def faults_of_menu(menu: QMenu, acts: Iterable[Act], room: int) -> list[str]:
    """`acts` are those that can be done meanwhile, with their keys; `room` is the width of the display in pixels."""
    menu.ensurePolished()
    keys = {_bare(act.words): act.cap for act in acts if act.cap}
    return list(_faults(menu, keys, room))


def _faults(menu: QMenu, keys: dict[str, str], room: int) -> Iterator[str]:
    shown, wanted = menu.width() if menu.isVisible() else menu.sizeHint().width(), menu.sizeHint().width()
    if shown < wanted or wanted > room:
        yield f"menu cut: {shown} of {wanted} {_entries(menu)}"
    for action in menu.actions():
        if action.isSeparator():
            continue
        words, _, key = action.text().partition("\t")
        if not words.strip():
            yield f"an entry without words among {_entries(menu)}"
        if "\n" in words:
            yield f"an entry of two lines: {words!r}"
        qts = action.objectName().startswith("edit-")  # in the menu of a field Qt leaves out a key that is ours elsewhere
        if (done_by := keys.get(_bare(words))) and not key and not qts:
            yield f"no key shown: {words!r} is done by {done_by}"
        if _needed(menu, action) > menu.actionGeometry(action).width() > 0 and menu.isVisible():
            yield f"entry cut: {action.text()!r} {menu.actionGeometry(action).width()} of {_needed(menu, action):.0f}"
        if action.menu() is not None:
            under = action.menu()
            assert isinstance(under, QMenu)
            under.ensurePolished()
            yield from _faults(under, keys, room)


def _needed(menu: QMenu, action: QAction) -> float:
    """Pixels that the words, the key and the icon take without any room between them."""
    words, _, key = action.text().replace("&&", "&").partition("\t")
    metrics = QFontMetricsF(menu.font())
    icon: QIcon = action.icon()
    return metrics.horizontalAdvance(words) + metrics.horizontalAdvance(key) + (0 if icon.isNull() else 16)


def _bare(words: str) -> str:
    return words.rstrip("…").replace("&", "").strip().casefold()


def _entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]
