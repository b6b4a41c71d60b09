"""How a workshop's papers are headed: logo, sender, one colour and where text stands on the page.

Belongs to the workshop, so that it travels with it: the logo is in the log itself, re-encoded and small, and does not need the
file it came from any more.
"""

import re
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

HOUSE, LAYOUT = "", "layout"
STYLES = (HOUSE, LAYOUT)
MAX_LINE = 140
MAX_LOGO = 120_000  # bytes: it goes into every copy of the workshop
LEAST_CONTRAST = 4.5  # of text on white (WCAG 2.2, 1.4.3)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DARKER = 0.96


class Letterhead(msgspec.Struct, frozen=True, omit_defaults=True):
    """`organisation` "" = the workshop's organiser. `accent` is "#1F4D3F", "" = the program's own ink. `style` is one of
    STYLES: the program's own margins, or text set in from the left. `logo` is PNG or JPEG, `alt` what it shows."""

    organisation: str = ""
    unit: str = ""
    address: str = ""
    accent: str = ""
    style: str = HOUSE
    logo: bytes = b""
    alt: str = ""

    @property
    def is_plain(self) -> bool:
        """Is there nothing to show beside the name that every paper has anyway?"""
        return not (self.unit or self.address or self.accent or self.style or self.logo)


class LetterheadSet(Body, frozen=True):
    """A person gave the workshop a letterhead of its own; None = it follows the facilitator's settings again."""

    letterhead: Letterhead | None
    KIND: ClassVar[str] = "letterhead.set"
    PART: ClassVar[str] = "info"
    UNDO: ClassVar[str] = N_("papereiden ulkoasun muutos")


def set_letterhead(wanted: Letterhead | None) -> Command:
    """Give the workshop a letterhead. RuleViolation: too_long. ValueError for a colour, style or logo that cannot be."""
    clean = None if wanted is None else cleaned(wanted)

    def command(state: "Workshop") -> list[Outcome]:
        if clean is not None and any(len(line) > MAX_LINE for line in _lines(clean)):
            raise RuleViolation("too_long", limit=MAX_LINE)
        return [] if clean == state.info.letterhead else [LetterheadSet(clean)]

    return command


def cleaned(letterhead: Letterhead) -> Letterhead:
    """The same with every line on one line. ValueError for a colour, style or logo that cannot be."""
    if letterhead.accent and not _COLOUR.fullmatch(letterhead.accent):
        raise ValueError(f"no colour: {letterhead.accent!r}")
    if letterhead.style not in STYLES:
        raise ValueError(f"no style of margins: {letterhead.style!r}")
    if len(letterhead.logo) > MAX_LOGO:
        raise ValueError(f"a logo of {len(letterhead.logo)} bytes")
    told = {name: " ".join(getattr(letterhead, name).split()) for name in ("organisation", "unit", "address", "alt")}
    return msgspec.structs.replace(letterhead, **told, accent=letterhead.accent.upper())


def legible(colour: str) -> str:
    """The colour, darkened until text in it can be read on white paper."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while _contrast_with_white(parts) < LEAST_CONTRAST:
        parts = [int(part * _DARKER) for part in parts]
    return "#" + "".join(f"{part:02X}" for part in parts)


def _lines(letterhead: Letterhead) -> tuple[str, ...]:
    return (letterhead.organisation, letterhead.unit, letterhead.address, letterhead.alt)


def _contrast_with_white(parts: list[int]) -> float:
    """Contrast ratio (WCAG 2.2, definition of contrast ratio and of relative luminance)."""
    shares = [part / 255 for part in parts]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)
