"""The ground all figures stand on: the drawing, the colours of the look, escaping and measured text.

SVG has no line breaking and typst and Qt must lay out the same, so the widths of the look's letters are known
here and lines are broken before they are drawn.
"""

import functools
import json
import math
import unicodedata
from collections.abc import Callable, Iterable

import msgspec

from fasilitaattori.hyphens import SOFT, softened
from fasilitaattori.paths import resource

BODY = "Atkinson Hyperlegible Next, Noto Sans, Noto Emoji, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Thai"
_SLANT = 7.0  # distance of slanted lines, measured along an edge
WIDTH = 640.0  # the width of a column of text in a figure's own units; one unit is 1/96 inch on screen
_LINES = 3  # of a text in a figure of that width


class Drawing(msgspec.Struct, frozen=True):
    """A figure: its SVG, what it shows in words (`alt`) and its size in its own units."""

    svg: str
    alt: str
    width: float
    height: float


@functools.cache
def colours(theme: str = "paiva") -> dict[str, str]:
    """The colour tokens of a theme; "paiva" is the light one that paper uses."""
    tokens: dict[str, dict[str, str]] = json.loads(resource("look", "tokens.json").read_text(encoding="utf-8"))
    return tokens[theme]


def mixed(over: str, under: str, share: float) -> str:
    """`over` laid on `under` with this share (0–1), as a plain colour: papers carry no transparency."""
    pairs = zip(_parts(over), _parts(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def dark(colour: str) -> bool:
    """Whether white text reads better than black on this colour (relative luminance, WCAG 2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (p / 255 for p in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.18


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def escaped(text: str) -> str:
    """Text for SVG: one line, no control, override or private characters, markup as entities."""
    kept = "".join(char for char in " ".join(text.split()) if _printable(char))
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        kept = kept.replace(char, entity)
    return kept


def _printable(char: str) -> bool:
    if char in "\u200c\u200d":
        return True
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def ended(text: str) -> str:
    """A sentence with its full stop, whatever it ended in."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def num(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def drawing(parts: Iterable[str], alt: str, width: float, height: float, *, title: str) -> Drawing:
    """A whole SVG with its title and description. `parts` are finished elements."""
    size = f'width="{num(width)}" height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}"'
    head = f"<title>{escaped(title)}</title><desc>{escaped(alt)}</desc>"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">{head}{"".join(parts)}</svg>'
    return Drawing(svg, " ".join(alt.split()), width, height)


def rect(x: float, y: float, width: float, height: float, fill: str, *, stroke: str = "", line: float = 1.5) -> str:
    """A rectangle; with a `stroke` the line lies inside it."""
    if stroke:
        x, y, width, height = x + line / 2, y + line / 2, width - line, height - line
    edge = f' stroke="{stroke}" stroke-width="{num(line)}"' if stroke else ""
    size = f'width="{num(max(0.0, width))}" height="{num(max(0.0, height))}"'
    return f'<rect x="{num(x)}" y="{num(y)}" {size} fill="{fill}"{edge}/>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1.0) -> str:
    """A straight line."""
    ends = f'x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{num(width)}"/>'


def words(x: float, y: float, shown: str, fill: str, *, size: float = 14, bold: bool = False, anchor: str = "start") -> str:
    """One line of text; `y` is its baseline, `anchor` start, middle or end."""
    weight = ' font-weight="700"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    font = f'font-family="{BODY}" font-size="{num(size)}"{weight}{place}'
    return f'<text x="{num(x)}" y="{num(y)}" {font} fill="{fill}">{escaped(shown)}</text>'


def hatched(x: float, y: float, width: float, height: float, ink: str, ground: str) -> list[str]:
    """A rectangle of slanted lines, for what must differ without colour.

    The lines are drawn one by one: tiled patterns show seams when printed.
    """
    strokes, shift = [], _SLANT / 2
    while shift < width + height:
        x1, y1 = x + min(shift, width), y + max(0.0, shift - width)
        x2, y2 = x + max(0.0, shift - height), y + min(shift, height)
        strokes.append(line(x1, y1, x2, y2, ink, 1.6))
        shift += _SLANT
    return [rect(x, y, width, height, ground), *strokes, rect(x, y, width, height, "none", stroke=ink)]


def dot(x: float, y: float, radius: float, fill: str, edge: str) -> str:
    """A filled circle with an outline."""
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'


def hatched_dot(x: float, y: float, radius: float, ink: str, ground: str) -> list[str]:
    """A circle with slanted lines, the dot's answer to `hatched`."""
    strokes = []
    for away in (-0.5, 0.0, 0.5):
        half = math.sqrt(1 - away * away) * radius * math.sqrt(0.5)
        shift = away * radius * math.sqrt(0.5)
        strokes.append(line(x + shift + half, y + shift - half, x + shift - half, y + shift + half, ink, 1.4))
    return [dot(x, y, radius, ground, ink), *strokes]


# Advance widths of Atkinson Hyperlegible Next Regular, thousandths of an em; bold is about 4 % wider.
_WIDTHS = {  # untranslated: letters and their widths
    char: width
    for width, chars in (
        (160, "'"), (210, ",.:;"), (240, "’|·`j"), (257, "il"), (280, " !"), (300, '()"'), (320, "ft["),
        (346, "r]{}"), (366, "-_"), (390, "/\\I"), (405, "1”"), (440, "•y"), (461, "zv"), (476, "s?x"), (487, "c*k"),
        (508, "–7J"), (527, "aåä"), (540, "eéuüL"), (549, "oö2hn"), (557, "Tgdb~<>^F"), (567, "pEqY"), (577, "3"),
        (592, "5$PSV9"), (604, "6+Z"), (614, "B4R8X"), (630, "AÅÄ=K"), (647, "C0#"), (669, "D…"), (690, "wUNGH"),
        (715, "OÖQ"), (731, "&"), (780, "@"), (840, "mMW—"), (919, "%"),
    )
    for char in chars
}  # fmt: skip


def width_of(text: str, size: float = 14, *, bold: bool = False) -> float:
    """How wide a line is, in the figure's units; letters of other scripts count as wide ones."""
    total = sum(_WIDTHS.get(char, 640 if ord(char) < 0x2000 else 1100) for char in text)
    return total * size / 1000 * (1.04 if bold else 1)


def lines_in(width: float, usual: int = _LINES) -> int:
    """How many lines a text may have in a figure of this width: in a narrow one as many more as it needs to say the same."""
    return usual if width >= WIDTH else math.ceil(usual * (WIDTH / width) ** 2)


def wrapped(text: str, width: float, language: str = "", *, size: float = 14, bold: bool = False, most: int = 3) -> list[str]:
    """The text in at most `most` lines of this width. Words longer than a line are divided as their `language` divides them
    ("" or a word that no rule divides: anywhere); what does not fit ends in "…"."""

    def wide(part: str) -> bool:
        return width_of(part, size, bold=bold) > width

    lines: list[str] = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if not wide(joined):
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        lines[-1:] = _divided(word, language, wide)
        if len(lines) > most:
            break
    if len(lines) > most:
        lines = lines[:most]
        while lines[-1] and wide(lines[-1] + "…"):
            lines[-1] = lines[-1][:-1]
        lines[-1] = lines[-1].rstrip() + "…"
    return lines


def _divided(word: str, language: str, wide: Callable[[str], bool]) -> list[str]:
    """A word in lines none of which is too wide: with hyphens where its language divides it, else where the line is full."""
    lines = [""]
    *firsts, last = (softened(word, language, wide) if language else word).split(SOFT)
    for part, end in [*((part, "-") for part in firsts), (last, "")]:
        if lines[-1] and not wide(lines[-1] + part + end):
            lines[-1] += part
            continue
        if lines[-1]:
            lines[-1] += "-"
            lines.append("")
        for char in part:
            if lines[-1] and wide(lines[-1] + char + end):
                lines.append("")
            lines[-1] += char
    return lines
