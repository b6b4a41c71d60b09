"""A question to the room on a card, with a few words under it and the timer beside it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.around import Around, Surround, TimeLeft
from fasilitaattori.kit.slides.card import Card
from fasilitaattori.kit.slides.sheet import Canvas, Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.timing import beside_ring, draw_ring


@dataclass(frozen=True)
class CardSlide(Slide):
    """`title` in the head, `question` on the card, `label` over it (a card's theme), `aside` under it."""

    NAME: ClassVar[str] = N_("kysymyskortti")

    around: Around
    title: str
    question: str
    aside: str = ""
    label: str = ""
    time: TimeLeft | None = None

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.question, self.aside)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[1].pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, card = self._plan(canvas)
        surround.draw(canvas)
        card.draw(canvas, page)
        if self.time is not None:
            draw_ring(canvas, beside_ring(canvas, surround.main)[1], self.time)

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(self.title, passage(self.label, self.question, self.aside), self.around.told(tr, self.time))

    def _plan(self, sheet: Sheet) -> tuple[Surround, Card]:
        surround = self.around.surround(sheet, self.title)
        box = beside_ring(sheet, surround.main)[0] if self.time is not None else surround.main
        return surround, Card(sheet, box, self.question, self.aside, self.label)
