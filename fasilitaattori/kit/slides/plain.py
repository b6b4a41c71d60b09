"""Slides of a few words: a message to everybody, a question alone."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.around import Around, Surround
from fasilitaattori.kit.slides.sheet import Canvas, Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, fit, into_pages, set_words

WORDS = Style(132, serif=True, leading=1.14)
SIZES = (132, 120, 104, 92, 84, 76, 68, 60)


@dataclass(frozen=True)
class WordsSlide(Slide):
    """`words` as large as they fit, under the head; `told` in the foot instead of the next step."""

    NAME: ClassVar[str] = N_("viesti")

    around: Around
    title: str
    words: str
    told: str = ""
    told_icon: str = ""

    @property
    def key(self) -> Hashable:
        return (type(self), self.words)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[1])

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, pieces = self._plan(canvas)
        surround.draw(canvas)
        canvas.put_in(pieces[page], surround.main, tier="A")

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(self.title, passage(self.words), self.around.told(tr, foot=self.told))

    def _plan(self, sheet: Sheet) -> tuple[Surround, list[Setting]]:
        foot = self.around.foot(sheet, self.told, self.told_icon) if self.told else None
        surround = self.around.surround(sheet, self.title, foot)
        main = surround.main
        found = fit(self.words, WORDS, main.width(), main.height(), SIZES)
        if found is not None:
            return surround, [found]
        return surround, into_pages(set_words(self.words, WORDS.sized(SIZES[-1]), main.width()), main.height())


class SaidInWords(Slide):
    """A slide that is nothing but words; which ones depends on the language."""

    @abstractmethod
    def words_in(self, tr: Translator) -> WordsSlide:
        """The words, as a slide."""

    def pages(self, sheet: Sheet) -> int:
        return self.words_in(sheet.tr).pages(sheet)

    def draw(self, canvas: Canvas, page: int) -> None:
        self.words_in(canvas.tr).draw(canvas, page)

    def spoken(self, tr: Translator) -> Spoken:
        return self.words_in(tr).spoken(tr)
