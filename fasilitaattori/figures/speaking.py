"""How evenly the talk was shared: a column for each speaker, the longest first, and never a name.

Those who together had half of the time are filled, the others are outlines: how many columns are filled is the finding.
"""

from collections.abc import Sequence

from fasilitaattori.figures.svg import WIDTH, Drawing, colours, drawing, ended, line, rect, width_of, words
from fasilitaattori.i18n import Translator

_TOP, _TALL = 24.0, 110.0  # room over the tallest column, and its height
_WIDEST = 44.0
_SIZE = 12.5


def half(times: Sequence[int]) -> int:
    """How many speakers, the longest first, it takes to reach half of the time; 0 when nobody spoke."""
    left, count = sum(times) / 2, 0
    for time in sorted(times, reverse=True):
        if left <= 0:
            break
        left -= time
        count += 1
    return count


def share(time: int, total: int, tr: Translator) -> str:
    """A part of the time in whole percents; what is next to nothing says so."""
    part = round(100 * time / (total or 1))
    return tr("{n} %", n=part if part or not time else "<1")


def speaking(times: Sequence[int], tr: Translator, *, title: str, theme: str = "paiva", width: float = WIDTH) -> Drawing:
    """Speaking times (in any unit), each a column from the longest to the shortest. `title` names the figure."""
    look = colours(theme)
    ordered = sorted(times, reverse=True)
    most, filled = max(ordered, default=0) or 1, half(times)
    pitch = width / max(1, len(ordered))
    wide, base = min(_WIDEST, pitch * 0.7), _TOP + _TALL
    percents = [share(time, sum(times), tr) for time in ordered]
    over = max((width_of(text, _SIZE, bold=True) for text in percents), default=0) + 3 <= pitch
    parts: list[str] = []
    for place, (time, text) in enumerate(zip(ordered, percents, strict=True)):
        middle, high = pitch * (place + 0.5), max(1.5, _TALL * time / most)
        fill = look["kuusi"] if place < filled else look["kuusi-tint"]
        parts.append(rect(middle - wide / 2, base - high, wide, high, fill, stroke=look["kuusi"]))
        if over:
            parts.append(words(middle, base - high - 6, text, look["ink"], size=_SIZE, bold=True, anchor="middle"))
    parts.append(line(0, base, width, base, look["ink"], 1.5))
    parts += _legend(base + 12, look, tr)
    return drawing(parts, finding(times, tr, title), width, base + 34, title=title)


def finding(times: Sequence[int], tr: Translator, title: str) -> str:
    """What the figure tells, in words."""
    if not sum(times):
        return tr("{title} Puheaikaa ei kertynyt.", title=ended(title))
    return f"{ended(title)} {told(times, tr)}"


def told(times: Sequence[int], tr: Translator) -> str:
    """How evenly it was shared, in words."""
    many = tr.n("Puhujia oli {n}.", "Puhujia oli {n}.", len(times))
    return many + " " + tr.n("Puolet puheajasta käytti {n} heistä.", "Puolet puheajasta käytti {n} heistä.", half(times))


def _legend(y: float, look: dict[str, str], tr: Translator) -> list[str]:
    """What the filled and the empty columns are."""
    first, second = tr("puolet puheajasta"), tr("toinen puoli")
    x = 20 + width_of(first, 13) + 24
    return [
        rect(0, y, 14, 14, look["kuusi"]),
        words(20, y + 12, first, look["ink2"], size=13),
        rect(x, y, 14, 14, look["kuusi-tint"], stroke=look["kuusi"]),
        words(x + 20, y + 12, second, look["ink2"], size=13),
    ]
