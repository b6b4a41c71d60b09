"""A card: words large enough for the last row, a label over them, a band with smaller words under them.

The question shrinks by steps and then takes more pages; the words of the band get a page of their own when they would take
too much of the card.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from fasilitaattori.kit import paint
from fasilitaattori.kit.slides.sheet import RIGHT, Canvas, Sheet, Tag, Tier
from fasilitaattori.kit.slides.words import Setting, Style, fit, into_pages, set_words

QUESTION = Style(92, serif=True, leading=1.16)
SIZES = (92, 84, 76, 68, 60)
BAND = Style(48, leading=1.25)
ALONE = Style(60, leading=1.25)
PAGE = Style(44, leading=1.2)
MOST_BAND = 0.45
"""How much of the card the band may take."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of a card."""

    words: Setting
    band: Setting | None
    tier: Tier


class Card:
    """A card laid out into a box. `words` is the question, `aside` what the band says, `label` the tag over the question."""

    RADIUS = 16.0
    BORDER = 4.0

    def __init__(self, sheet: Sheet, box: QRectF, words: str, aside: str = "", label: str = "") -> None:
        self.sheet, self.box = sheet, box
        self.pad = 40.0 if sheet.narrow else 56.0
        self.room = box.width() - 2 * self.pad
        self.label = Tag(label, fill=None, ink="ink2", border="edge", room=self.room) if label else None
        self.band_pad = 20.0 if sheet.narrow else 22.0
        self.pages = self._pages(words, aside)

    @property
    def _over(self) -> float:
        """Height of the label with its gap."""
        return self.label.height + 24 if self.label is not None else 0.0

    def _pages(self, words: str, aside: str) -> list[CardPage]:
        band = self._band(aside)
        height = self.box.height() - 2 * 24 - self._over
        under = band.height + 2 * self.band_pad if band is not None else 0.0
        sizes = SIZES[2:] if self.sheet.narrow else SIZES
        found = fit(words, QUESTION, self.room, height - under, sizes)
        more: list[CardPage] = []
        if aside and band is None:
            alone = set_words(aside, ALONE, self.room)
            more = [CardPage(piece, None, "A") for piece in into_pages(alone, height - PAGE.line)]
        if found is not None:
            return [CardPage(found, band, "A"), *more]
        least = set_words(words, QUESTION.sized(sizes[-1]), self.room)
        return [*(CardPage(piece, band, "A") for piece in into_pages(least, height - under - PAGE.line)), *more]

    def _band(self, aside: str) -> Setting | None:
        if not aside:
            return None
        most = self.box.height() * MOST_BAND - 2 * self.band_pad
        sizes = (45, 44) if self.sheet.narrow else (48, 44)
        found = fit(aside, BAND, self.room, most, sizes)
        by_sentence = fit(_SENTENCE_END.sub("\n", aside), BAND, self.room, most, sizes)
        if found is not None and by_sentence is not None and by_sentence.count <= found.count:
            return by_sentence
        return found

    def draw(self, canvas: Canvas, page: int, *, numbered: bool = True) -> None:
        """Paint a page of it; `numbered` unless the slide tells which page it is."""
        shown = self.pages[page]
        box, inside = self.box, self.box
        canvas.frame(box, self.RADIUS, "surface")
        if shown.band is not None:
            height = shown.band.height + 2 * self.band_pad
            strip = QRectF(box.left(), box.bottom() - height, box.width(), height)
            self._fill_band(canvas, strip)
            canvas.put_in(shown.band, strip.adjusted(self.pad, 0, -self.pad, 0))
            inside = box.adjusted(0, 0, 0, -height)
        canvas.frame(box, self.RADIUS, None, "ink", self.BORDER)
        inside = inside.adjusted(self.pad, 24 + self._over, -self.pad, -24)
        if self.label is not None:
            self.label.draw(canvas, inside.left(), box.top() + 32 + self.label.height / 2)
        if len(self.pages) > 1 and numbered:
            inside.setBottom(inside.bottom() - PAGE.line)
            where = set_words(f"{page + 1} / {len(self.pages)}", PAGE, inside.width())
            canvas.put(where, inside.left(), inside.bottom() + 8, "ink2", align=RIGHT)
        canvas.put_in(shown.words, inside, tier=shown.tier)

    def _fill_band(self, canvas: Canvas, strip: QRectF) -> None:
        with paint.saved(canvas.painter):
            canvas.painter.setClipPath(paint.bubble_path(self.box, self.RADIUS))
            canvas.painter.fillRect(strip, canvas.theme["kuusi-tint"])
            canvas.rule(strip.left(), strip.top(), strip.width(), "ink", 3)
