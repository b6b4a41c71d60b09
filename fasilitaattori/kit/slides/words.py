"""Setting words on the big screen: broken between words, then at the joints of compounds and between syllables, then anywhere;
never cut.

Measures are in u. Text is laid out once at whole sizes and scaled with the painter, so that it breaks into lines at the same
places on every screen of the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from fasilitaattori.hyphens import FINNISH, SOFT, softened
from fasilitaattori.kit import fonts

_BOLD, _PLAIN = "\ue000", "\ue001"  # private use: they never come from a keyboard
_MARKS = str.maketrans("", "", _BOLD + _PLAIN)
_LINE = "\u2028"
_JOINTS = "-–,.!?:"  # a line never begins with these unless it had to
_WIDE = 0x10000  # characters from here on count twice in Qt's UTF-16
_TIED = "\u00a0"
_TIES = re.compile(r"(?:(?<=\bklo)|(?<=\bkl\.)|(?<=\bat)) (?=\d)|(?<=\d) (?=[^\W\d_])| (?=[–—] )")  # untranslated: pattern
"""Spaces at which a line does not end if it can be helped: "klo 18.30", "2 minuuttia", and before a dash."""

SHORT_LAST = 0.4
"""A last line shorter than this part of the longest one takes words from those before it."""

EVENING = 6
"""So many widths are tried for lines of nearly the same length."""

_language: ContextVar[str] = ContextVar("language", default=FINNISH)


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set. `size` in u, `leading` = height of a line as a multiple of the size."""

    size: int
    serif: bool = False
    bold: bool = False
    leading: float = 1.2

    @property
    def line(self) -> float:
        """Height of a line in u."""
        return self.size * self.leading

    def font(self) -> QFont:
        """The font, with pixels standing for u."""
        return (fonts.serif if self.serif else fonts.sans)(self.size, self.bold)

    def sized(self, size: int) -> Style:
        """The same in another size."""
        return Style(size, self.serif, self.bold, self.leading)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as laid out: where it is in the words, its width in u, and whether it ends inside a word."""

    start: int
    length: int
    width: float
    broken: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Words set into a width. Lines `first` to `last` (not included) of `lines` belong to this piece."""

    words: str
    style: Style
    width: float
    lines: tuple[Line, ...]
    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first

    @property
    def height(self) -> float:
        return self.count * self.style.line

    @property
    def widest(self) -> float:
        """Width of the longest line of this piece."""
        return max((line.width for line in self.lines[self.first : self.last]), default=0.0)

    @property
    def broken(self) -> bool:
        """Does a word go on from one line to the next?"""
        return any(line.broken for line in self.lines[self.first : self.last])

    def piece(self, first: int, last: int) -> Setting:
        """Some lines of it, counted from the first of this piece."""
        return Setting(self.words, self.style, self.width, self.lines, self.first + first, self.first + last)

    def shown(self, index: int) -> str:
        """The words of a line of this piece."""
        line = self.lines[self.first + index]
        units = plain(self.words).encode("utf-16-le")  # Qt counts in UTF-16
        shown = units[2 * line.start : 2 * (line.start + line.length)].decode("utf-16-le", "replace")
        return shown.replace(_TIED, " ").strip()


def strong(words: str) -> str:
    """Marks words to be set in bold inside a sentence."""
    return f"{_BOLD}{words.translate(_MARKS)}{_PLAIN}"


def plain(words: str) -> str:
    """The words without marks, line breaks as Qt wants them."""
    return words.translate(_MARKS).replace("\r\n", "\n").replace("\n", _LINE)


@contextmanager
def divided_in(language: str) -> Iterator[None]:
    """Words set in this block are divided as those of this language are."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def language_now() -> str:
    """As what words are divided now."""
    return _language.get()


def set_words(words: str, style: Style, width: float) -> Setting:
    """Breaks the words into lines of at most `width`. A word too long for a line is divided as its language does."""
    return _set(words, style, width, _language.get())


@lru_cache(maxsize=8192)
def _set(words: str, style: Style, width: float, language: str) -> Setting:
    tied = _TIES.sub(_TIED, words)
    setting = _broken(tied, style, width)
    if setting.broken and tied != words:
        setting = _broken(words, style, width)  # too narrow for what belongs together
    if not setting.broken:
        return setting
    metrics = QFontMetricsF(style.font())
    return _broken(softened(words, language, lambda word: metrics.horizontalAdvance(word) > width), style, width)


def _broken(words: str, style: Style, width: float) -> Setting:
    layout = _layout(words, style, width)
    text = plain(words)
    if text and ord(max(text)) >= _WIDE:
        text = "".join(char if ord(char) < _WIDE else char * 2 for char in text)
    found = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        end = line.textStart() + line.textLength()
        inside = end < len(text) and (text[end].isalnum() or text[end] in _JOINTS + _TIED)
        broken = inside and (text[end - 1] in (SOFT, _TIED) or text[end - 1].isalnum())
        found.append(Line(line.textStart(), line.textLength(), line.naturalTextWidth(), broken))
    return Setting(words, style, width, tuple(found), 0, len(found))


def fit(words: str, style: Style, width: float, height: float, sizes: Sequence[int], most: int = 0) -> Setting | None:
    """The words at the largest of `sizes` at which they fit into the height (and into `most` lines, 0 = any number).

    A size at which no word has to be broken goes before a larger one at which some must; when some must at every size, one at
    which clearly fewer do. None = they fit at none.
    """
    limit = most or len(words) + 1
    whole = [set_words(words, style.sized(size), width) for size in sizes]
    fitting = [each for each in whole if each.height <= height + 0.5 and each.count <= limit]
    if not fitting:
        return None
    breaks = [sum(line.broken for line in each.lines) for each in fitting]
    fewest = min(breaks)
    most = fewest + 1 if fewest else 0
    return evened(next(each for each, count in zip(fitting, breaks, strict=True) if count <= most))


def evened(setting: Setting) -> Setting:
    """The same words in as many lines; when the last of them is but a word, the lines before it are made shorter."""
    widths = [line.width for line in setting.lines]
    if len(widths) < 2 or setting.broken or "\n" in setting.words or widths[-1] >= SHORT_LAST * max(widths):
        return setting
    found, low, high = setting, sum(widths) / len(widths), max(widths)
    for _ in range(EVENING):
        tried = set_words(setting.words, setting.style, (low + high) / 2)
        if tried.count > setting.count or tried.broken:
            low = tried.width
        else:
            found, high = tried, tried.width
    return found


def into_pages(setting: Setting, height: float) -> list[Setting]:
    """Cuts into pieces of at most `height`, all with nearly the same number of lines: at least one piece, at least one line."""
    most = max(1, int((height + 0.5) // setting.style.line))
    count = max(1, -(-setting.count // most))
    base, more = divmod(setting.count, count)
    pieces, at = [], 0
    for page in range(count):
        lines = base + (page < more)
        pieces.append(setting.piece(at, at + lines))
        at += lines
    return pieces


def draw(painter: QPainter, setting: Setting, at: QPointF, colour: QColor, align: float = 0.0, room: float = -1.0) -> None:
    """Draws the piece with its top left at `at`; `align` 0 left, 0.5 centre, 1 right in `room` (negative: its own width)."""
    layout = _layout(setting.words, setting.style, setting.width)
    painter.setPen(colour)
    room = setting.width if room < 0 else room
    down = rise(setting.style)
    for index in range(setting.first, setting.last):
        line = layout.lineAt(index)
        baseline = at.y() + (index - setting.first) * setting.style.line + down
        x = at.x() + (room - line.naturalTextWidth()) * align
        line.draw(painter, QPointF(x - line.x(), baseline - line.ascent() - line.y()))


@cache
def rise(style: Style) -> float:
    """From the top of a line to where its letters stand: the font's own height lies in the middle of the line, as in CSS."""
    metrics = QFontMetricsF(style.font())
    return (style.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def _layout(words: str, style: Style, width: float) -> QTextLayout:
    text, bold = _parse(words)
    layout = QTextLayout(text, style.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold and not style.bold:
        layout.setFormats([_bold_range(start, end, style) for start, end in bold])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
    layout.endLayout()
    return layout


def _bold_range(start: int, end: int, style: Style) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setFont(Style(style.size, style.serif, True, style.leading).font())
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, shape
    return found


def _parse(words: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and (start, end) of what is bold in it."""
    if _BOLD not in words and _PLAIN not in words:
        return plain(words), []
    out: list[str] = []
    bold: list[tuple[int, int]] = []
    length, begun = 0, -1
    for char in words.replace("\r\n", "\n").replace("\n", _LINE):
        if char == _BOLD:
            begun = length
        elif char == _PLAIN:
            if begun >= 0:
                bold.append((begun, length))
            begun = -1
        else:
            out.append(char)
            length += 1 + (ord(char) >= _WIDE)
    return "".join(out), bold
