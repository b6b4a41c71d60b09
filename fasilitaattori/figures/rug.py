"""The rag rug: the whole evening as one woven strip. Width is minutes, the weave tells how people work.

The weave survives greyscale: one stripe = alone, two = in pairs, three = in groups, plain = everyone together, a
line lengthwise = one speaks, dots = a vote, linen with an outline = a break.
"""

import math
from collections.abc import Sequence

from fasilitaattori.errors import N_
from fasilitaattori.figures.svg import WIDTH, Drawing, colours, drawing, mixed, num, rect
from fasilitaattori.i18n import Translator

MODES = {
    "kaikki": N_("kaikki yhdessä"),
    "yksin": N_("itsekseen"),
    "pari": N_("pareittain"),
    "ryhma": N_("ryhmissä"),
    "aani": N_("äänestys"),
    "esitys": N_("esitys"),
    "tauko": N_("tauko"),
}
_FADED = 0.62  # how far a step that is over goes towards the paper
_MOTIF = 0.82


def rug(
    steps: Sequence[tuple[int, str, str]],
    tr: Translator,
    *,
    width: float = WIDTH,
    height: float = 18,
    now: float = -1,
    scale: float = 0.8,
    theme: str = "paiva",
) -> Drawing:
    """The evening's steps (minutes, mode, title) as a rug; `now` in minutes from the start, −1 for none."""
    look = colours(theme)
    fringe = min(12 * scale, height * 0.45)
    reach = 5 * scale if now >= 0 else 0.0  # how far the marker of now stands out above and below
    total = sum(minutes for minutes, _, _ in steps) or 1
    parts, marker, x, passed = [], 0.0, fringe, 0.0
    for minutes, mode, _title in steps:
        share = (width - 2 * fringe) * minutes / total
        cell = max(2.0, share - 2)
        parts += weave(x, reach, cell, height, mode, scale, look, faded=now >= passed + minutes)
        if passed <= now < passed + minutes:
            marker = x + (now - passed) / minutes * cell
        x, passed = x + share, passed + minutes
    parts += _fringes(width, reach, height, fringe, scale, look["edge"])
    if marker:
        parts.append(_marker(marker, height + 2 * reach, scale, look))
    return drawing(parts, rug_in_words(steps, tr), width, height + 2 * reach, title=tr("Illan ohjelma raitamattona"))


def rug_in_words(steps: Sequence[tuple[int, str, str]], tr: Translator) -> str:
    """What the rug shows: every step with its minutes and way of working."""
    shown = [
        tr("{title} {minutes} min ({mode})", title=title, minutes=minutes, mode=tr(MODES.get(mode, mode)))
        for minutes, mode, title in steps
    ]
    return tr("Illan ohjelma raitamattona. Vaiheet järjestyksessä: {steps}.", steps="; ".join(shown))


def weave(
    x: float, y: float, width: float, height: float, mode: str, scale: float, look: dict[str, str], *, faded: bool
) -> list[str]:
    """One step's piece of the rug, as SVG elements."""

    def shade(colour: str) -> str:
        return mixed(look["surface"], colour, _FADED) if faded else colour

    ground = look.get(f"r-{mode}", look["r-kaikki"])
    motif, thread = shade(mixed(look["r-motif"], ground, _MOTIF)), max(1.5, 2 * scale)
    parts = [rect(x, y, width, height, shade(ground))]
    if mode in ("yksin", "pari", "ryhma"):
        stripes = {"yksin": 1, "pari": 2, "ryhma": 3}[mode]
        parts += [rect(at, y, thread, height, motif) for at in _stripes(x, width, stripes, thread)]
    elif mode == "esitys":
        parts.append(rect(x, y + height / 2 - thread / 2, width, thread, motif))
    elif mode == "aani":
        parts += _dots(x, y, width, height, scale, motif)
    elif mode == "tauko":
        parts.append(rect(x, y, width, height, "none", stroke=shade(look["edge"]), line=thread * 0.75))
    return parts


def _stripes(x: float, width: float, count: int, thread: float) -> list[float]:
    gap = thread * 2.2
    motif = count * thread + (count - 1) * (gap - thread)
    if motif > width - 2:  # no room for it
        return []
    pitch = max(motif + thread * 5, thread * 11)
    motifs = max(1, math.floor((width - thread * 2) / pitch))
    first = (width - (motifs - 1) * pitch) / 2
    places = [x + first + i * pitch - motif / 2 + k * gap for i in range(motifs) for k in range(count)]
    return [at for at in places if at > x + 1 and at + thread < x + width - 1]


def _dots(x: float, y: float, width: float, height: float, scale: float, motif: str) -> list[str]:
    radius = max(2.0, min(height * 0.15, 6.2 * scale))
    pitch = radius * 4.2
    count = max(1, math.floor(width / pitch))
    if count < 3 and width > 14:
        count, pitch = 3, width / 3.4
        radius = min(radius, pitch * 0.3)
    if 2 * radius > width - 2:
        return []
    first = (width - (count - 1) * pitch) / 2
    return [
        f'<circle cx="{num(x + first + i * pitch)}" cy="{num(y + height / 2)}" r="{num(radius)}" fill="{motif}"/>'
        for i in range(count)
    ]


def _fringes(width: float, y: float, height: float, fringe: float, scale: float, edge: str) -> list[str]:
    count = max(3, round(height / (5 * scale)))
    thread = max(1.25, 1.6 * scale)
    tops = [y + height / count * (i + 0.5) - thread / 2 for i in range(count)]
    left = [rect(0, top, fringe - 2 * scale, thread, edge) for top in tops]
    return left + [rect(width - fringe, top, fringe - 2 * scale, thread, edge) for top in tops]


def _marker(x: float, height: float, scale: float, look: dict[str, str]) -> str:
    wide, stroke = 9 * scale, 2 * scale
    place = f'x="{num(x - wide / 2)}" y="{num(stroke / 2)}" width="{num(wide)}" height="{num(height - stroke)}"'
    colour = f'fill="{look["nyt"]}" stroke="{look["ink"]}" stroke-width="{num(stroke)}"'
    return f'<rect {place} rx="{num(wide / 2)}" {colour}/>'
