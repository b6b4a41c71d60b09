"""What our fonts can print. A PDF/UA paper may not hold one missing glyph, and people write in every script."""

import contextlib
import functools
import unicodedata
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path

from fasilitaattori.paths import resource

MISSING = "\u25a1"  # an empty box stands for a sign no font has; Word and Markdown keep the sign itself


_lacking: ContextVar[set[str] | None] = ContextVar("lacking", default=None)


@contextlib.contextmanager
def watched() -> Iterator[set[str]]:
    """While a paper is made: the signs that people wrote and no font of ours has, so that somebody can be told."""
    found: set[str] = set()
    before = _lacking.set(found)
    try:
        yield found
    finally:
        _lacking.reset(before)


def note_lacking(signs: Iterable[str]) -> None:
    """These were written and cannot be printed."""
    found = _lacking.get()
    if found is not None:
        found.update(signs)


def font_folders() -> list[Path]:
    """The look's own fonts and the fallbacks for other scripts and signs."""
    return [resource("fonts"), resource("typst", "fonts")]


@functools.cache
def covered() -> frozenset[int]:
    """Every code point some font of ours can show."""
    # Heavy, and needed only when a paper is made.
    from reportlab.pdfbase.ttfonts import TTFontFile

    files = [file for folder in font_folders() for file in sorted(folder.glob("*.ttf"))]
    return frozenset(code for file in files for code in TTFontFile(str(file)).charToGlyph)


def printable(text: str) -> str:
    """The text with a box in place of every sign that cannot be printed."""
    if text.isascii():
        return text
    known = covered()
    return "".join(char if ord(char) in known or _invisible(char) else _nearest(char, known) for char in text)


def _invisible(char: str) -> bool:
    """Signs that are never drawn themselves: joiners, direction marks, soft hyphens, variation selectors."""
    return char == "\n" or "\ufe00" <= char <= "\ufe0f" or unicodedata.category(char) == "Cf"


def _nearest(char: str, known: frozenset[int]) -> str:
    """The same letter in a plainer form (𝐀 is A, ﬁ is fi, ế is e), nothing for a lone mark, else the box."""
    for form in ("NFKC", "NFKD"):
        plain = unicodedata.normalize(form, char)
        letters = "".join(part for part in plain if not unicodedata.combining(part))
        if letters not in ("", char) and all(ord(part) in known for part in letters):
            return letters
    if unicodedata.combining(char):
        return ""
    note_lacking(char)
    return MISSING
