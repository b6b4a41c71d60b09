"""Votes, answers and themes as bars or dots, with the numbers beside them.

Hands counted in the room are a hatched piece of the bar, apart from the votes given by phone: the two were counted in
different ways, and whoever reads the paper must see it. What goes on is filled, what stays is an outline.
"""

from collections.abc import Callable, Sequence

import msgspec

from fasilitaattori.figures.svg import (
    WIDTH,
    Drawing,
    colours,
    dot,
    drawing,
    ended,
    hatched,
    hatched_dot,
    line,
    lines_in,
    rect,
    width_of,
    words,
    wrapped,
)
from fasilitaattori.i18n import Translator

_LABELS = 252 / WIDTH  # the share of the width that belongs to the labels
_LINE = 18.0
_SMALL, _NOTE = 12.5, 16.0  # letters and lines of what stands under a bar
_NAMED = 5  # so many of those after the first are named in the words
MOST_DOTS = 30
_Draw = Callable[["Bar", float, float, dict[str, str]], list[str]]


class Bar(msgspec.Struct, frozen=True):
    """One candidate: votes or points given by phone, and by `hand`. `goes_on` fills the bar; `note` stands small under it."""

    label: str
    value: int
    hand: int = 0
    goes_on: bool = True
    note: str = ""

    @property
    def total(self) -> int:
        """Phones and hands together."""
        return self.value + self.hand


def bars(
    items: Sequence[Bar], tr: Translator, *, title: str, given: str = "", theme: str = "paiva", width: float = WIDTH
) -> Drawing:
    """Horizontal bars in the order given. `title` names the figure for those who do not see it; `given` is how what was not
    counted in the room was given ("" = by phone)."""
    unit = (width * (1 - _LABELS) - _numbers(items)) / (max((bar.total for bar in items), default=0) or 1)

    def draw(bar: Bar, left: float, middle: float, look: dict[str, str]) -> list[str]:
        return [*_bar(bar, left, middle - 9, unit, look), _number(bar, left + bar.total * unit + 8, middle + 5, look)]

    return _rows(items, tr, draw, title, given, colours(theme), width, axis=True)


def dots(
    items: Sequence[Bar], tr: Translator, *, title: str, given: str = "", theme: str = "paiva", width: float = WIDTH
) -> Drawing:
    """One dot for a point, hands as rings; plain bars when somebody has more than thirty, or than there is room for."""
    if any(bar.total > MOST_DOTS * width / WIDTH for bar in items):
        return bars(items, tr, title=title, given=given, theme=theme, width=width)
    room = width * (1 - _LABELS) - _numbers(items) - 6
    pitch = min(15.0, room / (max((bar.total for bar in items), default=0) or 1))

    def draw(bar: Bar, left: float, middle: float, look: dict[str, str]) -> list[str]:
        return [*_dots(bar, left, middle, pitch, look), _number(bar, left + 14 + bar.total * pitch, middle + 5, look)]

    return _rows(items, tr, draw, title, given, colours(theme), width, axis=False)


def _rows(
    items: Sequence[Bar],
    tr: Translator,
    draw: _Draw,
    title: str,
    given: str,
    look: dict[str, str],
    width: float,
    *,
    axis: bool,
) -> Drawing:
    """The rows one under another, each as high as its label and its note need; what is hatched is explained under them."""
    parts: list[str] = []
    y, left = 2.0, width * _LABELS
    for bar in items:
        lines = wrapped(bar.label, left - 14, tr.language, bold=bar.goes_on, most=lines_in(width))
        under = (width - left - 8, lines_in(width, 2))
        notes = wrapped(bar.note, under[0], tr.language, size=_SMALL, most=under[1]) if bar.note else []
        graph = 22.0 + len(notes) * _NOTE
        height = max(len(lines) * _LINE, graph)
        top = y + (height - graph) / 2
        parts += _label(lines, y, height if not notes else max(len(lines) * _LINE, 22.0), bar, look)
        parts += draw(bar, left, top + 11, look)
        for row, text in enumerate(notes):
            parts.append(words(left + 8, top + 22 + 12 + row * _NOTE, text, look["ink2"], size=_SMALL))
        y += height + 9
    if axis:
        parts.append(line(left, 0, left, y - 6, look["ink"], 1.5))
    if any(bar.hand for bar in items):
        parts += legend(left if width >= WIDTH else 0, y + 4, look, tr, given)
        y += 26
    return drawing(parts, finding(items, tr, title), width, y, title=title)


def finding(items: Sequence[Bar], tr: Translator, title: str) -> str:
    """What the figure tells, in words: the first, ties, and those after it."""
    if not any(bar.total for bar in items):
        return tr("{title} Yksikään vaihtoehto ei saanut ääniä.", title=ended(title))
    ordered = sorted(items, key=lambda bar: -bar.total)
    first = [bar for bar in ordered if bar.total == ordered[0].total]
    names = ", ".join(bar.label for bar in first)
    if len(first) > 1:
        told = tr("{title} Tasan kärjessä: {names} ({number}).", title=ended(title), names=names, number=first[0].total)
    else:
        told = tr("{title} Eniten: {names} ({number}).", title=ended(title), names=names, number=first[0].total)
    others = [bar for bar in ordered if bar.total < ordered[0].total]
    rest = ", ".join(f"{bar.label} {bar.total}" for bar in others[:_NAMED])
    if len(others) <= _NAMED:
        more = tr("Muut: {rest}.", rest=rest) if rest else ""
    else:
        left = len(others) - _NAMED
        more = tr.n("Seuraavina: {rest}, ja vielä {n} muu.", "Seuraavina: {rest}, ja vielä {n} muuta.", left, rest=rest)
    hands = sum(bar.hand for bar in items)
    counted = tr("Näistä huoneessa laskettuja: {number}.", number=hands) if hands else ""
    return " ".join(part for part in (told, more, counted) if part)


def legend(x: float, y: float, look: dict[str, str], tr: Translator, given: str = "") -> list[str]:
    """What the plain and the hatched pieces are."""
    phone, room = given or tr("puhelimella"), tr("huoneessa laskettu")
    second = x + max(130.0, 40 + width_of(phone, 13))
    return [
        rect(x, y, 14, 14, look["kuusi"]),
        words(x + 20, y + 12, phone, look["ink2"], size=13),
        *hatched(second, y, 14, 14, look["kuusi"], look["surface"]),
        words(second + 20, y + 12, room, look["ink2"], size=13),
    ]


def _label(lines: Sequence[str], y: float, height: float, bar: Bar, look: dict[str, str]) -> list[str]:
    first = y + (height - len(lines) * _LINE) / 2 + 14
    return [words(0, first + i * _LINE, text, look["ink"], bold=bar.goes_on) for i, text in enumerate(lines)]


def _bar(bar: Bar, left: float, y: float, unit: float, look: dict[str, str]) -> list[str]:
    fill = look["kuusi"] if bar.goes_on else look["kuusi-tint"]
    parts = [rect(left, y, bar.value * unit, 18, fill, stroke=look["kuusi"])] if bar.value else []
    if bar.hand:
        parts += hatched(left + bar.value * unit, y, bar.hand * unit, 18, look["kuusi"], look["surface"])
    return parts


def _dots(bar: Bar, left: float, y: float, pitch: float, look: dict[str, str]) -> list[str]:
    fill, radius = look["kuusi"] if bar.goes_on else look["kuusi-tint"], pitch * 0.38
    parts = [dot(left + 8 + pitch * (i + 0.5), y, radius, fill, look["kuusi"]) for i in range(bar.value)]
    for i in range(bar.value, bar.total):
        parts += hatched_dot(left + 8 + pitch * (i + 0.5), y, radius, look["kuusi"], look["surface"])
    return parts


def _number(bar: Bar, x: float, y: float, look: dict[str, str]) -> str:
    return words(x, y, _shown(bar), look["ink"], bold=True)


def _shown(bar: Bar) -> str:
    return f"{bar.value} + {bar.hand} = {bar.total}" if bar.hand else f"{bar.total}"


def _numbers(items: Sequence[Bar]) -> float:
    """The room for the numbers after the bars."""
    return 14 + max((width_of(_shown(bar), bold=True) for bar in items), default=0.0)
