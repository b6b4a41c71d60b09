"""Can the back row read it? The arithmetic of text height, picture and distance. No Qt here.

Capital letters are 0.668 em high in the product's text face, and a reader with an acuity of 0.4–0.45, common among elderly
people, needs them at about 11.5 minutes of arc. From that follows how far each size of the big screen can be read.
"""

import math
from dataclasses import dataclass

from fasilitaattori.errors import N_

CAPITAL = 0.668  # em
NEEDED = 11.5 / 60  # degrees
SCREEN = 1080  # the big screen is 1080 u high, whatever its pixels


@dataclass(frozen=True, slots=True)
class Size:
    """A size of text on the big screen, in u, and what is written in it."""

    u: int
    words: str


SIZES = (
    Size(60, N_("Kysymys, kello ja puhuja")),
    Size(44, N_("Osoite ja seuraava vaihe")),
    Size(36, N_("Ideaseinän laput")),
)
"""The largest first."""


def reach(u: float, picture: float) -> float:
    """From how far (metres) text of `u` can be read on a picture that is `picture` metres high."""
    return picture * u / SCREEN * CAPITAL / math.tan(math.radians(NEEDED))


def picture_for(u: float, distance: float) -> float:
    """How high (metres) the picture must be for text of `u` to be read from `distance` metres."""
    return distance / reach(u, 1.0)


def is_read(u: float, picture: float, distance: float) -> bool:
    """Can text of `u` be read from `distance` metres?"""
    return reach(u, picture) >= distance


def whole_metres(metres: float) -> int:
    """A reach as it is told: whole metres, never more than it is."""
    return math.floor(metres + 1e-9)
