"""Answers on a scale: the spread of one vote from 0 to 5, and the statements of a survey one under another."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.figures.bars import legend
from fasilitaattori.figures.svg import (
    WIDTH,
    Drawing,
    colours,
    dark,
    drawing,
    ended,
    hatched,
    line,
    lines_in,
    mixed,
    rect,
    width_of,
    words,
    wrapped,
)
from fasilitaattori.i18n import Translator

_COLUMN = 110.0  # height of the tallest column
_SMALL = 12.5  # letters of what explains


class Statement(msgspec.Struct, frozen=True):
    """A question of a survey: how many chose each step, from the lowest, and what the ends are called."""

    text: str
    counts: tuple[int, ...]
    low: str = ""
    high: str = ""

    @property
    def answers(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """The mean, the lowest step being 1; 0 without answers."""
        total = sum(step * count for step, count in enumerate(self.counts, 1))
        return total / self.answers if self.answers else 0.0


def scale(
    counts: Sequence[int],
    tr: Translator,
    *,
    title: str,
    labels: Sequence[str] = (),
    hand: Sequence[int] = (),
    given: str = "",
    theme: str = "paiva",
    width: float = WIDTH,
) -> Drawing:
    """Columns for the steps of a vote from 0 up. `labels` name the steps, `hand` are raised hands, kept apart,
    and `given` is how the others were given ("" = by phone)."""
    look = colours(theme)
    hands = list(hand) or [0] * len(counts)
    totals = [phone + raised for phone, raised in zip(counts, hands, strict=True)]
    unit = _COLUMN / (max(totals, default=0) or 1)
    pitch = width / max(1, len(totals))
    base = _COLUMN + 24
    parts: list[str] = []
    lowest = base
    for i, (phone, raised) in enumerate(zip(counts, hands, strict=True)):
        middle, wide = pitch * (i + 0.5), min(64.0, pitch * 0.6)
        top = base - (phone + raised) * unit
        if raised:
            parts += hatched(middle - wide / 2, top, wide, raised * unit, look["kuusi"], look["surface"])
        if phone:
            parts.append(rect(middle - wide / 2, base - phone * unit, wide, phone * unit, look["kuusi"]))
        shown = f"{phone} + {raised}" if raised else f"{phone}"
        parts.append(words(middle, top - 6, shown, look["ink"], bold=True, anchor="middle"))
        parts.append(words(middle, base + 20, f"{i}", look["ink"], size=16, bold=True, anchor="middle"))
        label = labels[i] if i < len(labels) else ""
        below = wrapped(label, pitch - 10, tr.language, size=_SMALL, most=lines_in(width)) if label else []
        for row, text in enumerate(below):
            parts.append(words(middle, base + 38 + row * 16, text, look["ink2"], size=_SMALL, anchor="middle"))
        lowest = max(lowest, base + 26 + len(below) * 16)
    parts.append(line(0, base, width, base, look["ink"], 1.5))
    if any(hands):
        parts += legend(0, lowest + 12, look, tr, given)
        lowest += 30
    return drawing(parts, spread(totals, tr, title, labels), width, lowest + 4, title=title)


def spread(totals: Sequence[int], tr: Translator, title: str, labels: Sequence[str] = ()) -> str:
    """What the spread tells, in words: the mean, the commonest answer and between which steps all of them are."""
    answers = sum(totals)
    if not answers:
        return tr("{title} Ei vastauksia.", title=ended(title))
    mean = sum(i * count for i, count in enumerate(totals)) / answers
    names = [f"{i} ({labels[i]})" if i < len(labels) and labels[i] else f"{i}" for i in range(len(totals))]
    given = [i for i, count in enumerate(totals) if count]
    commonest = [names[i] for i in given if totals[i] == max(totals)]
    told = tr.n(
        "{title} Keskiarvo {mean}, yleisin vastaus {commonest}.",
        "{title} Keskiarvo {mean}, yleisimmät vastaukset {commonest}.",
        len(commonest),
        title=ended(title),
        mean=tr.number(mean, 1),
        commonest=tr.listed(commonest),
    )
    if given[0] == given[-1]:
        return told
    return told + " " + tr("Vastaukset ovat väliltä {low}–{high}.", low=given[0], high=given[-1])


def likert(
    statements: Sequence[Statement], tr: Translator, *, title: str, theme: str = "paiva", width: float = WIDTH
) -> Drawing:
    """A stacked bar for each statement, lightest the lowest step, the number in each piece and the mean beside it."""
    look = colours(theme)
    means = [tr("ka. {mean}", mean=tr.number(one.mean, 1)) if one.answers else "–" for one in statements]
    room = width - 14 - max((width_of(mean, bold=True) for mean in means), default=0)
    shared = len({(statement.low, statement.high, len(statement.counts)) for statement in statements}) == 1
    parts: list[str] = []
    y = 2.0
    for statement, mean in zip(statements, means, strict=True):
        for text in wrapped(statement.text, width, tr.language, bold=True, most=lines_in(width)):
            y += 17
            parts.append(words(0, y, text, look["ink"], bold=True))
        parts += _stack(statement, y + 8, room, look)
        parts.append(words(width, y + 8 + 17, mean, look["ink"], bold=True, anchor="end"))
        y += 34
        if not shared and (statement.low or statement.high):
            steps = len(statement.counts)
            most = lines_in(width, 1)
            low = wrapped(f"1 = {statement.low}", room / 2 - 8, tr.language, size=_SMALL, most=most)
            high = wrapped(f"{steps} = {statement.high}", room / 2 - 8, tr.language, size=_SMALL, most=most)
            parts += [words(0, y + 15 * row, text, look["ink2"], size=_SMALL) for row, text in enumerate(low, 1)]
            parts += [
                words(room, y + 15 * row, text, look["ink2"], size=_SMALL, anchor="end") for row, text in enumerate(high, 1)
            ]
            y += 15 * max(len(low), len(high))
        y += 12
    explained, below = _steps(statements, y, shared, look, tr, width)
    return drawing([*parts, *explained], _finding(statements, tr, title), width, below, title=title)


def _steps(
    statements: Sequence[Statement], y: float, shared: bool, look: dict[str, str], tr: Translator, width: float
) -> tuple[list[str], float]:
    """Which shade is which step, and what the ends are called when it is the same in every statement; and where it ends."""
    count = max((len(statement.counts) for statement in statements), default=0)
    named = tr("Sävyt:")
    parts = [words(0, y + 12, named, look["ink2"], size=_SMALL)]
    first = x = width_of(named, _SMALL) + 14
    for step in range(1, count + 1):
        end = {1: statements[0].low, count: statements[0].high}.get(step, "") if shared else ""
        label = wrapped(f"{step} = {end}" if end else f"{step}", 240, size=_SMALL, most=1)[0]
        wide = 19 + width_of(label, _SMALL)
        if x + wide > width and x > first:
            x, y = first, y + 20
        parts.append(rect(x, y, 14, 14, _shade(step - 1, count, look), stroke=look["kuusi"]))
        parts.append(words(x + 19, y + 12, label, look["ink2"], size=_SMALL))
        x += wide + 14
    return parts, y + 20


def _shade(step: int, count: int, look: dict[str, str]) -> str:
    return mixed(look["kuusi"], look["kuusi-tint"], step / max(1, count - 1))


def _stack(statement: Statement, y: float, room: float, look: dict[str, str]) -> list[str]:
    if not statement.answers:
        return [rect(0, y, room, 24, look["well"], stroke=look["edge"])]
    parts, x = [], 0.0
    for i, count in enumerate(statement.counts):
        if not count:
            continue
        width = room * count / statement.answers
        fill = _shade(i, len(statement.counts), look)
        parts.append(rect(x, y, width, 24, fill, stroke=look["kuusi"]))
        if width >= width_of(f"{count}", 13, bold=True) + 3:
            ink = look["on-kuusi"] if dark(fill) else look["ink"]
            parts.append(words(x + width / 2, y + 17, f"{count}", ink, size=13, bold=True, anchor="middle"))
        x += width
    return parts


def _finding(statements: Sequence[Statement], tr: Translator, title: str) -> str:
    """What the statements tell, in words: the highest and the lowest mean of those that share a scale, else every mean."""
    answered = [statement for statement in statements if statement.answers]
    if not answered:
        return tr("{title} Ei vastauksia.", title=ended(title))
    means = [tr.number(statement.mean, 1) for statement in answered]
    scales = {len(statement.counts) for statement in answered}
    if len(answered) == 1 or len(scales) > 1:
        told = [_mean(statement, tr) for statement in answered]
        return " ".join([ended(title), *told])
    most, least = max(answered, key=lambda one: one.mean), min(answered, key=lambda one: one.mean)
    if len(set(means)) == 1:
        told = [tr("Kaikkien väittämien keskiarvo on {mean} asteikolla 1–{steps}.", mean=means[0], steps=max(scales))]
    else:
        told = [
            tr("Korkein keskiarvo asteikolla 1–{steps}: {text} ({mean}).", steps=max(scales), **_named(most, tr)),
            tr("Matalin: {text} ({mean}).", **_named(least, tr)),
        ]
    return " ".join([ended(title), *told])


def _named(statement: Statement, tr: Translator) -> dict[str, str]:
    return {"text": statement.text.strip().rstrip("."), "mean": tr.number(statement.mean, 1)}


def _mean(statement: Statement, tr: Translator) -> str:
    mean, steps = tr.number(statement.mean, 1), len(statement.counts)
    return tr("{text} Keskiarvo {mean} asteikolla 1–{steps}.", text=ended(statement.text), mean=mean, steps=steps)
