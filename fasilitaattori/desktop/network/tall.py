"""Content of a dialog that scrolls when the window is lower than it: large text, or a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.kit.look import Look

AROUND = 175  # pixels at 100 % for a dialog's title, sentence and buttons
LEAST = 120


def tall(look: Look, content: QWidget, width: int, window: QWidget | None) -> Scrolled:
    """The content of a dialog `width` wide (pixels at 100 %), as high as it is or as the window allows. When it is higher than
    that, arrow keys move it too."""
    scrolled = Scrolled(content)
    inside = look.px(width) - 60
    needed = content.heightForWidth(inside) if content.hasHeightForWidth() else content.sizeHint().height()
    room = max(LEAST, window.height() - look.px(AROUND)) if window is not None else needed
    scrolled.setMinimumHeight(min(needed, room))
    scrolled.setMaximumHeight(max(min(needed, room), 1))
    if needed > room:
        scrolled.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return scrolled
