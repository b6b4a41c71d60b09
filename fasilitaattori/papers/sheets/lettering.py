"""The letters of sheets: which font shows a text, how wide it is, how it breaks into lines, and the largest size that fits.

A text is set in one font from its first line to its last: the look's own, or the fallback when that lacks a letter. Signs and
other scripts come from fonts of their own; what no font has becomes a box, and whoever watches is told (`glyphs.watched`).
"""

import functools
import threading
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from fasilitaattori.document.text import one_line
from fasilitaattori.papers.forms.glyphs import note_lacking
from fasilitaattori.papers.sheets.scripts import shaped
from fasilitaattori.paths import resource

TITLE, BODY, BOLD = "besley-600", "atkinson-hyperlegible-next-400", "atkinson-hyperlegible-next-700"
_OTHER = {TITLE: "noto-sans-700", BODY: "noto-sans-400", BOLD: "noto-sans-700"}  # for letters the look's fonts lack
_SIGNS = "noto-sans-math-400"  # arrows, signs and the box
# Asked one after the other, so that a font is read only when somebody wrote something that the ones before it lack.
_MORE = (_SIGNS, "noto-sans-hebrew-400", "noto-sans-arabic-400", "noto-sans-thai-400", "noto-emoji-400")
_BOX = "\u25a1"
_UNSEEN = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f")  # they join and turn, and have no ink of their own
_TONES = range(0x1F3FB, 0x1F400)  # colours of skin: they belong to the sign before, and have no colour here
_READING = threading.Lock()  # one font object for all who draw
_SHRINK = 0.95
_WORDS_WHOLE = 0.5  # down to this share of the largest size words are kept whole; below it long ones are broken
_EVENED = 8  # more lines than this are a paragraph, which fills its column
_KEPT = 4096  # texts of which is remembered how they are set: a poster has a few thousand, and is tried in several sizes
ASCENT = 0.86  # from the top of a line to its baseline, in its size
LEADING = 1.24


class Lines(msgspec.Struct, frozen=True):
    """A text as it is set: its lines, the font and size, and the distance of lines in sizes."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float = LEADING

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * self.leading


def width_of(text: str, font: str, size: float) -> float:
    """How wide a line is, in points."""
    return _unit(*shown_in(text, font)) * size


def advance(run: str, font: str, size: float) -> float:
    """How far a piece of a line takes the pen, its spaces too; `font` has all its letters."""
    return _unit(run, font) * size


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than `width`; words break anywhere when they must."""
    shown, face = shown_in(text, font)
    return _broken(_measured(shown, face), face, size, width)


def fitted(text: str, font: str, sizes: tuple[float, ...], width: float, most: int = 1) -> tuple[list[str], float]:
    """The lines and the largest of `sizes` (largest first) with which they are at most `most`; the smallest otherwise."""
    shown, face = shown_in(text, font)
    words = _measured(shown, face)
    for size in sizes:
        lines = _broken(words, face, size, width)
        if len(lines) <= most and _whole(words, size, width):
            return lines, size
    return _broken(words, face, sizes[-1], width), sizes[-1]


def lettered(
    text: str, font: str, width: float, height: float, *, largest: float, smallest: float = 4, even: bool = False
) -> Lines:
    """The text as large as it fits into `width` times `height`; `even` makes its lines about equally long.

    What does not fit even with the smallest letters ends in an ellipsis.
    """
    return _lettered(*shown_in(text, font), width, height, largest, smallest, even)


@functools.lru_cache(maxsize=_KEPT)
def _lettered(shown: str, face: str, width: float, height: float, largest: float, smallest: float, even: bool) -> Lines:
    words, size = _measured(shown, face), largest
    lines = _broken(words, face, size, width)
    while size > smallest and not _fits(lines, words, size, width, height, largest):
        size = max(smallest, size * _SHRINK)
        lines = _broken(words, face, size, width)
    most = max(1, int(height / (size * LEADING) + 1e-6))
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(lines[most - 1], face, size, width)]
    elif even and 1 < len(lines) <= _EVENED:
        lines = _evened(words, face, size, width, len(lines))
    return Lines(tuple(lines), face, size)


def shown_in(text: str, font: str) -> tuple[str, str]:
    """The text on one line, and the font it is set in: the fallback when `font` lacks a letter. What no font has becomes a box;
    marks without a shape of their own are left out."""
    line, face, lacking = _shown_in(text, font)
    note_lacking(lacking)
    return line, face


@functools.lru_cache(maxsize=_KEPT)
def _shown_in(text: str, font: str) -> tuple[str, str, frozenset[str]]:
    """The same with what had to become a box."""
    line, fallback = one_line(text), _OTHER.get(font, font)
    used = set(map(ord, line))
    for name in (font, fallback):
        if used <= _letters(name):
            return line, name, frozenset()
    signs = {char: _sign(char, fallback) for char in set(line)}
    lacking = frozenset(char for char, sign in signs.items() if sign == _BOX != char)
    return " ".join("".join(signs[char] for char in line).split()), fallback, lacking


def runs_of(text: str, font: str) -> list[tuple[str, str]]:
    """The text in pieces, each with the font that has all its letters: signs and other scripts have fonts of their own."""
    runs: list[tuple[str, str]] = []
    for char in text:
        if char in _UNSEEN:
            continue
        name = font if ord(char) in _letters(font) else _font_with(char) or _SIGNS
        if runs and runs[-1][1] == name:
            runs[-1] = (runs[-1][0] + char, name)
        else:
            runs.append((char, name))
    return runs


def _sign(char: str, font: str) -> str:
    """The letter, or what stands for one the font lacks."""
    if ord(char) in _TONES:
        return ""
    if ord(char) in _letters(font) or _font_with(char):
        return char
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Sk", "Zs"):
        return " " if char.isspace() else ""
    return _BOX


@functools.lru_cache(maxsize=2048)
def _font_with(char: str) -> str:
    """The first of the other fonts that has the sign, "" when none has."""
    return next((name for name in _MORE if ord(char) in _letters(name)), "")


class _Words(NamedTuple):
    """The words of a text, and how wide each of them is at size 1."""

    words: tuple[str, ...]
    wide: tuple[float, ...]
    widest: float


@functools.lru_cache(maxsize=_KEPT)
def _measured(shown: str, face: str) -> _Words:
    words = tuple(shown.split())
    wide = tuple(_unit(word, face) for word in words)
    return _Words(words, wide, max(wide, default=0.0))


def _fits(lines: list[str], words: _Words, size: float, width: float, height: float, largest: float) -> bool:
    if len(lines) * size * LEADING > height + 1e-6:
        return False
    return size < largest * _WORDS_WHOLE or _whole(words, size, width)


def _broken(words: _Words, face: str, size: float, width: float) -> list[str]:
    lines, line, room = list[str](), list[str](), 0.0
    space = _unit(" ", face) * size
    for word, unit in zip(words.words, words.wide, strict=True):
        long = unit * size
        if line and room + space + long <= width:
            line.append(word)
            room += space + long
            continue
        if line:
            lines.append(" ".join(line))
        line, room = [word], long
        if long > width:
            *whole, last = _pieces(word, face, size, width)
            lines += whole
            line, room = [last], _unit(last, face) * size
    return [*lines, " ".join(line)]


def _pieces(word: str, face: str, size: float, width: float) -> list[str]:
    """A word wider than the line, broken where the line is full."""
    pieces, room = [""], 0.0
    for char in word:
        long = _unit(char, face) * size
        if pieces[-1] and room + long > width:
            pieces.append("")
            room = 0.0
        pieces[-1] += char
        room += long
    return pieces


def _evened(words: _Words, face: str, size: float, width: float, count: int) -> list[str]:
    """As many lines as before, of lengths as even as they go, so that no word stands alone on a line that has room for two."""
    if not _whole(words, size, width):
        return _broken(words, face, size, width)
    space, most = _unit(" ", face), width / size
    lasts = len(words.words)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]  # by lines: words -> (squares, where the last begins)
    for _ in range(count):
        found: dict[int, tuple[float, int]] = {}
        for begins, (squares, _from) in best[-1].items():
            long = -space
            for ends in range(begins, lasts):
                long += space + words.wide[ends]
                if long > most + 1e-9:
                    break
                made = squares + long * long
                if ends + 1 not in found or made < found[ends + 1][0]:
                    found[ends + 1] = (made, begins)
        best.append(found)
    if lasts not in best[count]:
        return _broken(words, face, size, width)
    lines, ends = list[str](), lasts
    for number in range(count, 0, -1):
        begins = best[number][ends][1]
        lines.append(" ".join(words.words[begins:ends]))
        ends = begins
    return lines[::-1]


def _whole(words: _Words, size: float, width: float) -> bool:
    return words.widest * size <= width


def _ended(line: str, face: str, size: float, width: float) -> str:
    """The line with an ellipsis at its end."""
    while line and _unit(f"{line}…", face) * size > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


@functools.lru_cache(maxsize=20_000)
def _unit(text: str, face: str) -> float:
    """The width at size 1."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # heavy, and needed only when a sheet is drawn

    return sum(float(stringWidth(run, name, 1)) for run, name in runs_of(shaped(text), face))


@functools.cache
def _letters(font: str) -> frozenset[int]:
    """The code points of a font, which is from now on known to what draws."""
    from reportlab.pdfbase import ttfonts  # heavy, see above
    from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    # WORKAROUND: reportlab 5.1 writes signs above U+FFFF into a PDF's table of meanings as no reader understands them. Until it
    # writes them in UTF-16.
    ttfonts.makeToUnicodeCMap = _meanings
    folder = ("typst", "fonts") if font in _MORE else ("fonts",)
    with _READING:
        if font not in getRegisteredFontNames():
            registerFont(TTFont(font, str(resource(*folder, f"{font}.ttf"))))
        known: Any = getFont(font)
    return frozenset(known.face.charToGlyph)


def _meanings(fontname: str, subset: Sequence[int]) -> str:
    """The table that tells readers of a PDF which sign each code of a font stands for (ISO 32000-1, 9.10.3)."""
    pairs = [
        f"<{place:02X}> <{chr(code).encode('utf-16-be', 'surrogatepass').hex().upper()}>" for place, code in enumerate(subset)
    ]
    system = f"<< /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def"
    begin = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", f"/CIDSystemInfo {system}"]
    begin += [f"/CMapName /{fontname} def", "/CMapType 2 def", "1 begincodespacerange", f"<00> <{len(subset) - 1:02X}>"]
    begin += ["endcodespacerange", f"{len(subset)} beginbfchar"]
    end = ["endbfchar", "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join([*begin, *pairs, *end])


def register_fonts() -> None:
    """Make our fonts known to what draws."""
    for name in {*_OTHER, *_OTHER.values()}:
        _letters(name)
