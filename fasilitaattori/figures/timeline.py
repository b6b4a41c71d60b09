"""How the evening was planned and how it went: two rugs on one clock."""

import math
from collections.abc import Sequence
from datetime import time

import msgspec

from fasilitaattori.figures.rug import weave
from fasilitaattori.figures.svg import WIDTH, Drawing, colours, dark, drawing, line, rect, width_of, words
from fasilitaattori.i18n import Translator

_ROW = 24.0


class Stay(msgspec.Struct, frozen=True):
    """A step in time, in minutes since midnight; `start` and `end` as it went, None when it was skipped."""

    title: str
    mode: str
    planned_start: float
    planned_end: float
    start: float | None
    end: float | None


def timeline(stays: Sequence[Stay], tr: Translator, *, theme: str = "paiva", width: float = WIDTH) -> Drawing:
    """Planned above, actual below, the steps numbered in the order of the plan."""
    look = colours(theme)
    times = [at for stay in stays for at in (stay.planned_start, stay.planned_end, stay.start, stay.end) if at is not None]
    first, last = (min(times), max(times)) if times else (0.0, 60.0)
    planned, actual = tr("Suunniteltu"), tr("Toteutunut")
    left = 14 + max(width_of(planned, 13, bold=True), width_of(actual, 13, bold=True))
    unit = (width - left) / max(1.0, last - first)
    parts: list[str] = [
        words(0, 17, planned, look["ink"], size=13, bold=True),
        words(0, 51, actual, look["ink"], size=13, bold=True),
    ]
    for number, stay in enumerate(stays, 1):
        spans = ((0.0, stay.planned_start, stay.planned_end), (34.0, stay.start, stay.end))
        for y, start, end in spans:
            if start is not None and end is not None and end > start:
                x, wide = left + (start - first) * unit, max(2.0, (end - start) * unit - 1.5)
                parts += weave(x, y, wide, _ROW, stay.mode, 0.8, look, faded=False)
                parts += _numbered(x, y, wide, number, stay.mode, look)
    parts += _clock(left, width, first, last, look, tr)
    return drawing(parts, _in_words(stays, tr), width, 88, title=tr("Suunniteltu ja toteutunut aika"))


def clock(minutes: float) -> time:
    """The clock time of minutes since midnight, to the nearest minute; past midnight it begins again."""
    whole = round(minutes) % (24 * 60)
    return time(whole // 60, whole % 60)


def _numbered(x: float, y: float, width: float, number: int, mode: str, look: dict[str, str]) -> list[str]:
    """The step's number on a plate, where there is room for it."""
    plate = 8.0 * len(str(number)) + 6
    if width < plate + 2:
        return []
    left = x + width / 2 - plate / 2
    ground = look[f"r-{mode}"] if f"r-{mode}" in look else look["r-kaikki"]
    ink = "#FFFFFF" if dark(ground) else look["ink"]
    return [
        rect(left, y + 3.5, plate, _ROW - 7, ground),
        words(x + width / 2, y + 17, f"{number}", ink, size=13, bold=True, anchor="middle"),
    ]


def _clock(left: float, width: float, first: float, last: float, look: dict[str, str], tr: Translator) -> list[str]:
    """Ticks at whole and half hours, further apart when they would touch."""
    unit = (width - left) / max(1.0, last - first)
    step = next(step for step in (15, 30, 60, 120, 240, 1440) if step * unit >= 60)
    at = math.ceil(first / step) * step
    parts = [line(left, 64, width, 64, look["edge"], 1)]
    while at <= last:
        x = left + (at - first) * unit
        parts.append(line(x, 62, x, 68, look["edge"], 1.5))
        anchor = "start" if x < left + 14 else "end" if x > width - 14 else "middle"
        parts.append(words(x, 82, tr.time(clock(at)), look["ink2"], size=12.5, anchor=anchor))
        at += step
    return parts


def _in_words(stays: Sequence[Stay], tr: Translator) -> str:
    went = [stay for stay in stays if stay.end is not None]
    if not went:
        return tr("Suunniteltu ja toteutunut aika. Vaiheita ei toteutunut.")
    late = round(max(stay.end for stay in went if stay.end is not None) - max(stay.planned_end for stay in stays))
    if late > 0:
        told = tr.n("Loppui {n} minuutin suunniteltua myöhemmin.", "Loppui {n} minuuttia suunniteltua myöhemmin.", late)
    elif late < 0:
        told = tr.n("Loppui {n} minuutin suunniteltua aiemmin.", "Loppui {n} minuuttia suunniteltua aiemmin.", -late)
    else:
        told = tr("Loppui suunniteltuun aikaan.")
    skipped = [stay.title for stay in stays if stay.end is None]
    left_out = tr("Pitämättä jäi: {titles}.", titles=", ".join(skipped)) if skipped else ""
    return " ".join(part for part in (tr("Suunniteltu ja toteutunut aika."), told, left_out) if part)
