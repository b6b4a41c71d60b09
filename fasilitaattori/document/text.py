"""Makes texts people wrote safe to print.

A phone can send anything: control characters break XML, a right-to-left override turns the following text
around, a word of ten thousand letters runs off the page. What is cleaned here can still be read as it was written.
"""

import re
import unicodedata
from typing import Any

import msgspec

from fasilitaattori.document.blocks import Document

# Joiners, direction marks, soft hyphen and word joiner belong to ordinary writing of some languages.
_KEPT_FORMAT = frozenset("\u200b\u200c\u200d\u200e\u200f\u00ad\u2060")
_REPLACEMENT = "\ufffd"
_NOT_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_LONG_WORD = re.compile(r"[^\s\u200b\u00ad-]{25,}")
_SHORT_END = re.compile(r" (\d\S{0,9}|\S{1,3})$")
_BREAK_EVERY = 8


def clean(text: str) -> str:
    """The text with line ends as "\\n", tabs as spaces, and without control, override and private characters."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = _NOT_CHARACTERS.sub(_REPLACEMENT, text)
    return "".join(char for char in unicodedata.normalize("NFC", text) if _printable(char))


def one_line(text: str) -> str:
    """The cleaned text on one line, for titles, cells and names."""
    return " ".join(clean(text).split())


def end_bound(title: str) -> str:
    """The title with a short last word bound to the one before it: a year or a number never stands alone on a line."""
    return _SHORT_END.sub("\u00a0\\1", title)


def breakable(text: str) -> str:
    """The text with invisible places to break in words longer than 24 letters, so that they stay on the page."""

    def split(match: re.Match[str]) -> str:
        word = match.group()
        return "\u200b".join(_chunks(word))

    return _LONG_WORD.sub(split, text)


def cleaned(document: Document) -> Document:
    """The document with every text cleaned; drawings have cleaned theirs when they were drawn."""
    return msgspec.convert(_walk(msgspec.to_builtins(document)), Document)


def _printable(char: str) -> bool:
    category = unicodedata.category(char)
    if char == "\n" or char in _KEPT_FORMAT:
        return True
    return category not in ("Cc", "Cf", "Cs", "Co")


def _chunks(word: str) -> list[str]:
    """Pieces of about eight letters; never before a mark that belongs to the letter in front of it."""
    pieces = [""]
    for char in word:
        joined = unicodedata.combining(char) or char in "\u200d\ufe0f" or pieces[-1].endswith("\u200d")
        if len(pieces[-1]) >= _BREAK_EVERY and not joined:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: item if key == "svg" else _walk(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(item) for item in value]
    return value
