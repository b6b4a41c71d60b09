"""Turns resources/look/tokens.json into colours for Qt.

One file names every colour of the product, for the desk, the big screen, the phones and the papers.
This module is how Qt code gets at it: nothing else in the desk writes a colour by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtGui import QColor, QPalette

from fasilitaattori.errors import N_
from fasilitaattori.paths import resource

THEME_NAMES: dict[str, str] = {"paiva": N_("Päivä"), "ilta": N_("Ilta"), "kontrasti": N_("Kontrasti")}
MODES: dict[str, str] = {
    "kaikki": N_("kaikki"),
    "yksin": N_("yksin"),
    "pari": N_("parit"),
    "ryhma": N_("ryhmät"),
    "esitys": N_("esitys"),
    "aani": N_("äänestys"),
    "tauko": N_("tauko"),
}
"""How people work in a step: the weave of the rug and its word, in the order they are offered."""

READABLE = 4.5  # contrast of what is read at a glance and of what can be used (LOOK §2)
NOTE_COLOURS = ("kuusi", "jarvi", "savi", "kanerva", "puna")
"""Border colours of the first five themes on the wall; the fill is the same token with "-tint"."""


@cache
def all_tokens() -> dict[str, dict[str, str]]:
    """Theme name -> token -> "#RRGGBB", as in the file."""
    tokens: dict[str, dict[str, str]] = json.loads(resource("look", "tokens.json").read_text(encoding="utf-8"))
    return tokens


class Theme(Mapping[str, QColor]):
    """The colours of one theme. `theme["kuusi"]` is a QColor; an unknown token is a KeyError."""

    def __init__(self, name: str, tokens: Mapping[str, str], *, high_contrast: bool = False) -> None:
        self.name = name
        self.high_contrast = high_contrast
        self._hex = dict(tokens)
        self._colours = {token: QColor(value) for token, value in tokens.items()}
        self.dark = luminance(self._colours["surface"]) < 0.2

    def __getitem__(self, token: str) -> QColor:
        return self._colours[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._colours)

    def __len__(self) -> int:
        return len(self._colours)

    def hex(self, token: str) -> str:
        """The colour as "#RRGGBB", for style sheets."""
        return self._hex[token]

    def faded(self, token: str, towards: str = "surface", amount: float = 0.62) -> QColor:
        """A colour mixed towards another; 0.62 is how a finished part of the rug fades."""
        return mix(self[token], self[towards], amount)

    def note_colours(self, index: int) -> tuple[QColor, QColor]:
        """(fill, border) of the notes of the theme at `index` on the wall; negative = no theme."""
        if index < 0:
            return self["surface"], self["edge"]
        place = index % (len(NOTE_COLOURS) + 1)
        if place == len(NOTE_COLOURS):
            return self["well"], self["edge"]
        return self[f"{NOTE_COLOURS[place]}-tint"], self[NOTE_COLOURS[place]]


@cache
def load_theme(name: str) -> Theme:
    """The theme called "paiva", "ilta" or "kontrasti"; an unknown name gives Päivä."""
    tokens = all_tokens()
    known = name if name in tokens else "paiva"
    return Theme(known, tokens[known], high_contrast=known == "kontrasti")


def theme_from_palette(palette: QPalette) -> Theme:
    """A theme that follows the colours of the system's own contrast setting (see LOOK, theme choice).

    What is chosen takes the system's colour of what is selected, what is now that of its links: two marks that can be told from
    text and ground. A colour that could not be read on the ground gives way to that of the text.
    """
    role = QPalette.ColorRole
    ground, ink = palette.color(role.Window), palette.color(role.WindowText)
    window, text = ground.name(), ink.name()

    def mark(colour: QColor, on_it: QColor) -> tuple[str, str]:
        if contrast(colour, ground) < READABLE:
            return text, window
        return colour.name(), (on_it if contrast(on_it, colour) >= READABLE else ground).name()

    chosen, on_chosen = mark(palette.color(role.Highlight), palette.color(role.HighlightedText))
    now, on_now = mark(palette.color(role.Link), ground)
    values = dict.fromkeys(all_tokens()["kontrasti"], text)
    grounds = ("ground", "surface", "well", "wall", "wall-line", "on-puna", "r-motif", "r-tauko")
    values.update(dict.fromkeys(grounds, window))
    values.update(dict.fromkeys((token for token in values if token.endswith("-tint")), window))
    values.update({"wall-plate": text, "kuusi": chosen, "on-kuusi": on_chosen, "nyt": now, "on-nyt": on_now})
    values.update({"kuusi-hover": chosen, "kuusi-press": chosen, "focus": chosen})
    return Theme("jarjestelma", values, high_contrast=True)


def mix(colour: QColor, towards: QColor, amount: float) -> QColor:
    """`colour` with `amount` (0–1) of `towards` laid over it, in sRGB as browsers do it."""
    keep = 1.0 - amount
    return QColor.fromRgbF(
        colour.redF() * keep + towards.redF() * amount,
        colour.greenF() * keep + towards.greenF() * amount,
        colour.blueF() * keep + towards.blueF() * amount,
    )


def luminance(colour: QColor) -> float:
    """Relative luminance, 0–1 (WCAG 2.2, definition of relative luminance)."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio 1–21 of two opaque colours (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
