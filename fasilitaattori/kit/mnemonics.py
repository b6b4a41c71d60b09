"""Alt and a letter for every button, given when Alt goes down and underlined while it is held.

F keys may need Fn on a laptop, so everything must be within reach of letters too. Buttons come and go and speak three
languages, so letters are not written into the texts but dealt out among the buttons that are on show at the moment.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from fasilitaattori.kit.guarded import guarded

_LETTER = "mnemonic"


def mnemonic_of(button: QAbstractButton) -> str:
    """The letter to underline on a button now, "" when Alt is not held."""
    return str(button.property(_LETTER) or "")


def deal_letters(texts: list[str]) -> list[str]:
    """A different letter for each text: the first of a word if free, else any of its letters, else ""."""
    dealt: list[str] = []
    taken: set[str] = set()
    for words in texts:
        firsts = [word[0].lower() for word in words.split() if word[0].isalpha()]
        others = [char.lower() for char in words if char.isalpha()]
        letter = next((char for char in firsts + others if char not in taken), "")
        taken.add(letter)
        dealt.append(letter)
    return dealt


class Mnemonics(QObject):
    """Gives the buttons of one window their letters. Make it once the window has been shown.

    It watches the keys of the window itself, not of every widget, so it costs nothing while nobody presses Alt.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._buttons: dict[str, QAbstractButton] = {}
        handle = window.windowHandle()
        if isinstance(handle, QWindow):
            handle.installEventFilter(self)

    def letters(self) -> dict[str, QAbstractButton]:
        """Which letter presses which button now; empty while Alt is up."""
        return dict(self._buttons)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Alt:
                self._deal()
            elif self._buttons and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                return self._press(event.text() or chr(event.key() & 0xFFFF))
        elif kind == QEvent.Type.FocusOut or (
            kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        ):
            self._clear()
        return False

    def _deal(self) -> None:
        self._clear()
        buttons = [button for button in self._window.findChildren(QAbstractButton) if self._can_press(button)]
        # what stands higher and further left chooses first, so that letters stay where they were
        buttons.sort(key=lambda button: (button.mapTo(self._window, button.rect().topLeft())).toTuple()[::-1])
        for button, letter in zip(buttons, deal_letters([_words(button) for button in buttons]), strict=True):
            if letter:
                self._buttons[letter] = button
                button.setProperty(_LETTER, letter)
                button.update()

    def _clear(self) -> None:
        for button in self._buttons.values():
            if isValid(button):  # what Alt and a letter do may take buttons away, also the one that was pressed
                button.setProperty(_LETTER, None)
                button.update()
        self._buttons.clear()

    @staticmethod
    def _can_press(button: QAbstractButton) -> bool:
        return isValid(button) and button.isVisible() and button.isEnabled() and bool(_words(button))

    def _press(self, letter: str) -> bool:
        button = self._buttons.get(letter.lower())
        if button is None or not self._can_press(button):
            return False
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
        return True


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&", "")
