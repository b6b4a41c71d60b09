"""Votes as bars and as dots, with the numbers beside them.

Hands counted in the room are a hatched piece of the bar, apart from the votes given by phone: the two were counted in
different ways, and whoever reads the paper must see it. What goes on is filled, what stays is an outline.
"""

from collections.abc import Sequence

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
    rect,
    width_of,
    words,
    wrapped,
)
from fasilitaattori.i18n import Translator

_LABEL = 252.0
_LINE = 18.0
_NUMBERS = 96.0
_MOST_DOTS = 30


class Bar(msgspec.Struct, frozen=True):
    """One candidate: votes or points given by phone, and by `hand`. `goes_on` fills the bar."""

    label: str
    value: int
    hand: int = 0
    goes_on: bool = True

    @property
    def total(self) -> int:
        """Phones and hands together."""
        return self.value + self.hand


def bars(items: Sequence[Bar], tr: Translator, *, title: str, theme: str = "paiva") -> Drawing:
    """Horizontal bars in the order given. `title` names the figure for those who do not see it."""
    look = colours(theme)
    longest = max((bar.total for bar in items), default=0) or 1
    unit = (WIDTH - _LABEL - _NUMBERS) / longest
    parts, y = [], 2.0
    for bar in items:
        lines = wrapped(bar.label, _LABEL - 14, bold=bar.goes_on)
        height = max(len(lines) * _LINE, 22.0)
        parts += _label(lines, y, height, bar, look)
        parts += _bar(bar, y + height / 2 - 9, unit, look)
        parts.append(_number(bar, _LABEL + bar.total * unit + 8, y + height / 2 + 5, look))
        y += height + 9
    parts.append(line(_LABEL, 0, _LABEL, y - 6, look["ink"], 1.5))
    if any(bar.hand for bar in items):
        parts += legend(_LABEL, y + 4, look, tr)
        y += 26
    return drawing(parts, finding(items, tr, title), WIDTH, y, title=title)


def dots(items: Sequence[Bar], tr: Translator, *, title: str, theme: str = "paiva") -> Drawing:
    """One dot for a point, hands as rings; plain bars when somebody has more than thirty."""
    if any(bar.total > _MOST_DOTS for bar in items):
        return bars(items, tr, title=title, theme=theme)
    look = colours(theme)
    pitch = min(15.0, (WIDTH - _LABEL - _NUMBERS) / (max((bar.total for bar in items), default=0) or 1))
    parts, y = [], 2.0
    for bar in items:
        lines = wrapped(bar.label, _LABEL - 14, bold=bar.goes_on)
        height = max(len(lines) * _LINE, 22.0)
        parts += _label(lines, y, height, bar, look)
        parts += _dots(bar, y + height / 2, pitch, look)
        parts.append(_number(bar, _LABEL + 14 + bar.total * pitch, y + height / 2 + 5, look))
        y += height + 9
    if any(bar.hand for bar in items):
        parts += legend(_LABEL, y + 4, look, tr)
        y += 26
    return drawing(parts, finding(items, tr, title), WIDTH, y, title=title)


def finding(items: Sequence[Bar], tr: Translator, title: str) -> str:
    """What the figure tells, in words: the first, ties, and every number."""
    if not any(bar.total for bar in items):
        return tr("{title} Yksikään vaihtoehto ei saanut ääniä.", title=ended(title))
    ordered = sorted(items, key=lambda bar: -bar.total)
    first = [bar for bar in ordered if bar.total == ordered[0].total]
    names = ", ".join(bar.label for bar in first)
    if len(first) > 1:
        told = tr("{title} Tasan kärjessä: {names} ({number}).", title=ended(title), names=names, number=first[0].total)
    else:
        told = tr("{title} Eniten: {names} ({number}).", title=ended(title), names=names, number=first[0].total)
    rest = ", ".join(f"{bar.label} {bar.total}" for bar in ordered if bar not in first)
    more = tr("Muut: {rest}.", rest=rest) if rest else ""
    hands = sum(bar.hand for bar in items)
    counted = tr("Näistä huoneessa laskettuja: {number}.", number=hands) if hands else ""
    return " ".join(part for part in (told, more, counted) if part)


def legend(x: float, y: float, look: dict[str, str], tr: Translator) -> list[str]:
    """What the plain and the hatched pieces are."""
    phone, room = tr("puhelimella"), tr("huoneessa laskettu")
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


def _bar(bar: Bar, y: float, unit: float, look: dict[str, str]) -> list[str]:
    fill = look["kuusi"] if bar.goes_on else look["kuusi-tint"]
    parts = [rect(_LABEL, y, bar.value * unit, 18, fill, stroke=look["kuusi"])] if bar.value else []
    if bar.hand:
        parts += hatched(_LABEL + bar.value * unit, y, bar.hand * unit, 18, look["kuusi"], look["surface"])
    return parts


def _dots(bar: Bar, y: float, pitch: float, look: dict[str, str]) -> list[str]:
    fill, radius = look["kuusi"] if bar.goes_on else look["kuusi-tint"], pitch * 0.38
    parts = [dot(_LABEL + 8 + pitch * (i + 0.5), y, radius, fill, look["kuusi"]) for i in range(bar.value)]
    for i in range(bar.value, bar.total):
        parts += hatched_dot(_LABEL + 8 + pitch * (i + 0.5), y, radius, look["kuusi"], look["surface"])
    return parts


def _number(bar: Bar, x: float, y: float, look: dict[str, str]) -> str:
    shown = f"{bar.value} + {bar.hand} = {bar.total}" if bar.hand else f"{bar.total}"
    return words(x, y, shown, look["ink"], bold=True)
