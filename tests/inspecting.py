"""What a window must be for everyone: told by Qt's accessibility interface, by what is painted, and by what does not fit.

`faults(window, own_words)` gives sentences about everything that is wrong in a window on show.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from fasilitaattori.kit.theme import contrast
from fasilitaattori.paths import translations_dir

Role = QAccessible.Role
NAMED = {
    *(Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText),
    *(Role.SpinBox, Role.Slider, Role.ListItem, Role.MenuItem, Role.PageTab, Role.List, Role.Table, Role.Tree, Role.Dialog),
    *(Role.Link, Role.Graphic, Role.ProgressBar, Role.TreeItem),
}
PRESSED = {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.SpinBox}
MEANINGLESS = {Role.NoRole, Role.Client, Role.Pane, Role.Border, Role.Whitespace}
MARKS = 4.5  # contrast of words and marks that can be used (LOOK: text 7, UI and status text 4.5; letters are smoothed)
FEW = 12  # pixels: fewer of a colour are no words


def faults(window: QWidget, own_words: "OwnWords") -> list[str]:
    """What is wrong in this window, "" nothing."""
    with own_words.shortened() as shortened:
        picture = _pixels(window.grab().toImage())
    told = {text for widget in window.findChildren(QWidget) for text in (widget.toolTip(), widget.accessibleDescription())}
    larger = window.font().pixelSize() > 16  # where letters are large, what is shortened may be told whole another way
    shortened = {words for words in shortened if not (larger and any(words in plain_of(text) for text in told))}
    found = [f"shortened: {words!r}" for words in sorted(shortened)]
    for interface in interfaces(QAccessible.queryAccessibleInterface(window)):
        found += _of_interface(interface)
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is window and isValid(widget):
            found += _of_widget(widget)
            found += _of_paint(widget, window, picture)
    return found


def plain_of(text: str) -> str:
    """A tooltip without its marks."""
    return unescape(re.sub(r"<[^>]*>", "", text))


def interfaces(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything on show that a screen reader can come to."""
    yield top
    for place in range(top.childCount()):
        child = top.child(place)
        if not child.state().invisible:
            yield from interfaces(child)


def _of_interface(interface: QAccessibleInterface) -> list[str]:
    role, widget = interface.role(), interface.object()
    if isinstance(widget, QWidget) and isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit):
        return []  # the inside of a field that has a name itself: what is pressed there, keys do too
    if not isinstance(widget, QWidget) and interface.rect().isEmpty():
        return []  # a row that Qt remembers though it has moved elsewhere
    name = interface.text(QAccessible.Text.Name).strip()
    found = []
    if role in NAMED and not name:
        found.append(f"no name: {role.name} {_told(interface)}")
    if isinstance(widget, QWidget) and widget.isEnabled():
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and role in MEANINGLESS and not isinstance(widget, QAbstractScrollArea):
            found.append(f"a focus stop that is nothing ({role.name}): {_told(interface)}")
        if role in PRESSED and not tabbed and not _is_part(widget):
            found.append(f"no focus stop: {role.name} {name!r} {_told(interface)}")
    return found


def _is_part(widget: QWidget) -> bool:
    """One of a group that is one focus stop (arrow keys walk it), or a part of a field."""
    if isinstance(widget, QAbstractButton) and (widget.group() is not None or widget.autoExclusive()):
        return True
    parent = widget.parentWidget()
    if parent is None:
        return False
    return bool(parent.focusPolicy() & Qt.FocusPolicy.TabFocus) or parent.findChild(QAbstractSpinBox) is not None


def _of_widget(widget: QWidget) -> list[str]:
    """Too small for what is in it, or over the edge of what it lies in."""
    if isinstance(widget.parentWidget(), QLineEdit):
        return []
    found = []
    least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
    if isinstance(widget, QCheckBox | QRadioButton):
        least.setHeight(widget.fontMetrics().height())  # the rest of its height is room for a finger
    if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored and widget.toolTip():
        least.setWidth(0)  # it takes what is left, and tells the whole to who points at it
    if isinstance(widget, QLabel | QAbstractButton) and (
        widget.width() + 1 < least.width() or widget.height() + 1 < least.height()
    ):
        found.append(f"too small: {_words(widget)!r} {widget.size().toTuple()} of {least.toTuple()} {place_of(widget)}")
    if (
        isinstance(widget, QLabel)
        and widget.hasHeightForWidth()
        and widget.height() + 1 < widget.heightForWidth(widget.width())
    ):
        found.append(f"lines cut: {_words(widget)!r} {place_of(widget)}")
    if isinstance(widget, QLineEdit) and widget.isEnabled():
        words = widget.placeholderText() if not widget.text() else ""
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right() - 4
        larger = widget.window().font().pixelSize() > 16
        told = larger and words in plain_of(widget.toolTip())
        if QFontMetricsF(widget.font()).horizontalAdvance(words) > room and not told:
            found.append(f"hint cut: {words!r} {place_of(widget)}")
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        hidden = widget.horizontalScrollBar().maximum()
        if hidden > 0:
            found.append(f"{hidden} pixels at the right are never seen: {place_of(widget)}")
    parent = widget.parentWidget()
    if isinstance(widget, QLabel | QAbstractButton) and parent is not None and not widget.isWindow() and not _scrolls(parent):
        inside = parent.rect().adjusted(-2, -2, 2, 2)
        if not inside.contains(widget.geometry()):
            found.append(f"over the edge: {_words(widget)!r} {widget.geometry().getRect()} in {parent.rect().getRect()}")
    return found


def _scrolls(widget: QWidget) -> bool:
    """Is it the ground on which something is scrolled?"""
    above = widget.parentWidget()
    return isinstance(widget, QAbstractScrollArea) or isinstance(above, QAbstractScrollArea)


def _pixels(image: QImage) -> NDArray[np.uint32]:
    """The colours of a picture, row by row."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return rows[:, : plain.width()].copy()


def _of_paint(widget: QWidget, window: QWidget, picture: NDArray[np.uint32]) -> list[str]:
    """The words against their ground, as painted."""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.isEnabled() or len(_words(widget)) < 2:
        return []
    place = _seen(widget, window)
    if place.width() < max(8, widget.width() * 3 // 4) or place.height() < max(8, widget.height() * 3 // 4):
        return []  # some of the words are scrolled away
    seen = picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    colours, often = np.unique(seen, return_counts=True)
    if often.max() < FEW or len(colours) == 1:
        return []
    ground = int(colours[often.argmax()])
    marks = [int(colour) for colour in colours[often >= 3] if colour != ground]
    best = max((_contrast(colour, ground) for colour in marks), default=21.0)
    return [f"contrast {best:.1f}: {_words(widget)!r} {place_of(widget)}"] if best < MARKS else []


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(QColor(one), QColor(other))


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that can be seen, in pixels of the window."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and widget is not window:
        place &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        if parent is window:
            break
        parent = parent.parentWidget()
    return place & window.rect()


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _told(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    return place_of(widget) if isinstance(widget, QWidget) else f"{interface.rect().getRect()} in {_told(interface.parent())}"


def place_of(widget: QWidget) -> str:
    """Where to look for it: the classes from the widget outwards."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        if type(at) is not QWidget:
            names.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(names)


class OwnWords:
    """The program's own words in a language: those may not be shortened, what people write may."""

    def __init__(self, language: str) -> None:
        self._plain: set[str] = set()
        patterns: list[str] = []
        for words in _texts(language):
            if "{" not in words:
                self._plain.add(words)
            elif len(re.sub(r"\{\w+\}|\W", "", words)) >= 4:
                parts = re.split(r"\{\w+\}", words)
                patterns.append("[^\\n]{0,12}".join(map(re.escape, parts)))  # what is put in is short: a number, a time
        self._pattern = re.compile("|".join(patterns))

    def has(self, words: str) -> bool:
        return words in self._plain or self._pattern.fullmatch(words) is not None

    @contextmanager
    def shortened(self) -> Iterator[set[str]]:
        """Collects those of its words that are painted with … in place of their end."""
        found: set[str] = set()
        was: Callable[..., str] = QFontMetricsF.elidedText

        def elided(metrics: QFontMetricsF, words: str, *rest: object) -> str:
            shown = was(metrics, words, *rest)
            if shown != words and self.has(words):
                found.add(words)
            return shown

        QFontMetricsF.elidedText = elided  # type: ignore[method-assign,assignment]
        try:
            yield found
        finally:
            QFontMetricsF.elidedText = was  # type: ignore[method-assign]


def _texts(language: str) -> Iterator[str]:
    """Every text of the program in that language."""
    from babel.messages.pofile import read_po

    with (translations_dir() / f"{'sv' if language == 'fi' else language}.po").open(encoding="utf-8") as file:
        for message in read_po(file):
            texts = message.id if language == "fi" else message.string
            yield from (text for text in ([texts] if isinstance(texts, str) else texts or ()) if text)
