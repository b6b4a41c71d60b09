"""The two voices of the product, and how Qt gets them.

Besley speaks in titles, names and clock digits, Atkinson Hyperlegible Next says everything else, Noto Sans
lends the letters the others lack. They are bundled, so that nothing depends on what a laptop has installed. Noto Emoji,
which the papers bring, draws what people put into their ideas where the system has no pictures of its own for it:
without any the wall would show nothing at all in their place.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from fasilitaattori.paths import resource

SANS = "Atkinson Hyperlegible Next"
SERIF = "Besley SemiBold"
SERIF_BOLD = "Besley"
FALLBACK = "Noto Sans"
FILES = (
    resource("fonts", "atkinson-hyperlegible-next-400.ttf"),
    resource("fonts", "atkinson-hyperlegible-next-700.ttf"),
    resource("fonts", "besley-600.ttf"),
    resource("fonts", "besley-700.ttf"),
    resource("fonts", "noto-sans-400.ttf"),
    resource("fonts", "noto-sans-700.ttf"),
    resource("typst", "fonts", "noto-emoji-400.ttf"),
)


@cache
def load_fonts() -> tuple[str, ...]:
    """Registers the bundled fonts with Qt once; returns the family names. Needs a QGuiApplication.

    Raises FileNotFoundError when a font file is missing or unreadable: without them nothing fits.
    """
    families: list[str] = []
    for path in FILES:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path)
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def sans(size: float, bold: bool = False) -> QFont:
    """Atkinson Hyperlegible Next at `size` pixels, digits of equal width."""
    return _font((SANS, FALLBACK), size, bold, equal_digits=True)


def serif(size: float, bold: bool = False) -> QFont:
    """Besley at `size` pixels: SemiBold for titles, Bold (`bold`) for clock digits.

    Its own digits of equal width have a thin zero, so clocks are drawn in fixed cells instead (`paint.digits`).
    """
    return _font((SERIF_BOLD if bold else SERIF, FALLBACK), size, bold, equal_digits=False)


def fallback(size: float) -> QFont:
    """Noto Sans at `size` pixels: for what neither of the two can write."""
    return _font((FALLBACK,), size, False, equal_digits=True)


def sans_width(words: str, size: float, bold: bool = False) -> float:
    """How wide words are in `sans`. Remembered: a button asks for its own many times whenever it is painted."""
    return _width(words, _pixels(size), bold)


@lru_cache(maxsize=2048)
def _width(words: str, pixels: int, bold: bool) -> float:
    return QFontMetricsF(sans(pixels, bold)).horizontalAdvance(words)


def _font(families: tuple[str, ...], size: float, bold: bool, equal_digits: bool) -> QFont:
    """A copy of one's own: making a font anew costs a tenth of a millisecond, and a page asks for thousands."""
    return QFont(_made(families, _pixels(size), bold, equal_digits))


def _pixels(size: float) -> int:
    return max(1, round(size))


@lru_cache(maxsize=256)
def _made(families: tuple[str, ...], pixels: int, bold: bool, equal_digits: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), int(equal_digits))  # said either way, or it is inherited from the application
    return font
