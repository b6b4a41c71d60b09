"""Where Qt would read somebody's words as something else.

A tooltip takes whatever looks like HTML for HTML and would fetch its pictures; a menu takes & for a key to press and a tab for
the beginning of one. People write anything, so their words go through here on their way to either.
"""

import html

from PySide6.QtGui import Qt


def tip(words: str) -> str:
    """Words for a tooltip, shown as they are."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<span style="white-space:pre-wrap">{html.escape(words, quote=False)}</span>'


def in_menu(words: str) -> str:
    """Words for an entry of a menu, shown as they are on one line."""
    return " ".join(words.replace("&", "&&").split())
