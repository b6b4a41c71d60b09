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
    mixed,
    rect,
    width_of,
    words,
    wrapped,
)
from fasilitaattori.i18n import Translator

_COLUMN = 110.0  # height of the tallest column


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
    theme: str = "paiva",
) -> Drawing:
    """Columns for the steps of a vote from 0 up. `labels` name the steps, `hand` are raised hands, kept apart."""
    look = colours(theme)
    hands = list(hand) or [0] * len(counts)
    totals = [phone + raised for phone, raised in zip(counts, hands, strict=True)]
    unit = _COLUMN / (max(totals, default=0) or 1)
    pitch = WIDTH / max(1, len(totals))
    base = _COLUMN + 24
    parts: list[str] = []
    lowest = base
    for i, (phone, raised) in enumerate(zip(counts, hands, strict=True)):
        middle, width = pitch * (i + 0.5), min(64.0, pitch * 0.6)
        top = base - (phone + raised) * unit
        if raised:
            parts += hatched(middle - width / 2, top, width, raised * unit, look["kuusi"], look["surface"])
        if phone:
            parts.append(rect(middle - width / 2, base - phone * unit, width, phone * unit, look["kuusi"]))
        shown = f"{phone} + {raised}" if raised else f"{phone}"
        parts.append(words(middle, top - 6, shown, look["ink"], bold=True, anchor="middle"))
        parts.append(words(middle, base + 20, f"{i}", look["ink"], size=16, bold=True, anchor="middle"))
        label = labels[i] if i < len(labels) else ""
        below = wrapped(label, pitch - 10, size=12.5, most=3) if label else []
        for row, text in enumerate(below):
            parts.append(words(middle, base + 38 + row * 16, text, look["ink2"], size=12.5, anchor="middle"))
        lowest = max(lowest, base + 26 + len(below) * 16)
    parts.append(line(0, base, WIDTH, base, look["ink"], 1.5))
    if any(hands):
        parts += legend(0, lowest + 12, look, tr)
        lowest += 30
    return drawing(parts, spread(totals, tr, title, labels), WIDTH, lowest + 4, title=title)


def spread(totals: Sequence[int], tr: Translator, title: str, labels: Sequence[str] = ()) -> str:
    """The spread in words: how many gave each number, the mean and the lowest given."""
    answers = sum(totals)
    if not answers:
        return tr("{title} Ei vastauksia.", title=ended(title))
    mean = sum(i * count for i, count in enumerate(totals)) / answers
    names = [f"{i} ({labels[i]})" if i < len(labels) and labels[i] else f"{i}" for i in range(len(totals))]
    each = ", ".join(f"{name}: {count}" for name, count in zip(names, totals, strict=True))
    return tr("{title} Keskiarvo {mean}. {each}.", title=ended(title), mean=tr.number(mean, 1), each=each)


def likert(statements: Sequence[Statement], tr: Translator, *, title: str, theme: str = "paiva") -> Drawing:
    """A stacked bar for each statement, lightest the lowest step, the number in each piece and the mean beside it."""
    look = colours(theme)
    means = [tr("ka. {mean}", mean=tr.number(statement.mean, 1)) for statement in statements]
    room = WIDTH - 14 - max((width_of(mean, bold=True) for mean in means), default=0)
    shared = len({(statement.low, statement.high, len(statement.counts)) for statement in statements}) == 1
    parts: list[str] = []
    y = 2.0
    for statement, mean in zip(statements, means, strict=True):
        for text in wrapped(statement.text, WIDTH, bold=True, most=3):
            y += 17
            parts.append(words(0, y, text, look["ink"], bold=True))
        parts += _stack(statement, y + 8, room, look)
        parts.append(words(WIDTH, y + 8 + 17, mean, look["ink"], bold=True, anchor="end"))
        y += 34
        if not shared and (statement.low or statement.high):
            steps = len(statement.counts)
            low = wrapped(f"1 = {statement.low}", room / 2 - 8, size=12.5, most=1)[0]
            high = wrapped(f"{steps} = {statement.high}", room / 2 - 8, size=12.5, most=1)[0]
            y += 15
            parts.append(words(0, y, low, look["ink2"], size=12.5))
            parts.append(words(room, y, high, look["ink2"], size=12.5, anchor="end"))
        y += 12
    parts += _steps(statements, y, shared, look, tr)
    alt = " ".join([ended(title), *(_statement_in_words(statement, tr) for statement in statements)])
    return drawing(parts, alt, WIDTH, y + 20, title=title)


def _steps(statements: Sequence[Statement], y: float, shared: bool, look: dict[str, str], tr: Translator) -> list[str]:
    """Which shade is which step, and what the ends are called when it is the same in every statement."""
    count = max((len(statement.counts) for statement in statements), default=0)
    parts = [words(0, y + 12, tr("Sävyt:"), look["ink2"], size=12.5)]
    x = 52.0
    for step in range(1, count + 1):
        end = {1: statements[0].low, count: statements[0].high}.get(step, "") if shared else ""
        label = wrapped(f"{step} = {end}" if end else f"{step}", 200, size=12.5, most=1)[0]
        parts.append(rect(x, y, 14, 14, _shade(step - 1, count, look), stroke=look["kuusi"]))
        parts.append(words(x + 19, y + 12, label, look["ink2"], size=12.5))
        x += 33 + width_of(label, 12.5)
    return parts


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
        if width >= 11:
            ink = look["on-kuusi"] if dark(fill) else look["ink"]
            parts.append(words(x + width / 2, y + 17, f"{count}", ink, size=13, bold=True, anchor="middle"))
        x += width
    return parts


def _statement_in_words(statement: Statement, tr: Translator) -> str:
    steps = len(statement.counts)
    given = ", ".join(f"{step}: {count}" for step, count in enumerate(statement.counts, 1))
    return tr(
        "{text} Keskiarvo {mean} asteikolla 1–{steps}, vastaukset {given}.",
        text=ended(statement.text),
        mean=tr.number(statement.mean, 1),
        steps=steps,
        given=given,
    )
