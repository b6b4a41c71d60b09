"""The summary while the hall checks it: every point as it reads now, under the number people call it by, and how many agree."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.desktop.bigscreen.around import Scene, around_step
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround
from fasilitaattori.kit.slides.listing import Item, Items
from fasilitaattori.kit.slides.sheet import WIDEST_PLACE, Canvas, Sheet, place_of
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.turnout import Turnout, draw_turnout, panel_width
from fasilitaattori.kit.slides.words import strong
from fasilitaattori.workshop.checking import Check, in_line, tally

SIZES = (60, 54, 50, 44)
BETWEEN = 60.0
"""Between the points and the numbers."""


@dataclass(frozen=True)
class CheckingSlide(Slide):
    """`mended` are the places (from 0) of points that read otherwise than at first; `wholly` how many think all of it right
    as it reads now, `wanted` how many things people want mended. `renewed`: something was mended after people marked it, and
    some have not marked it since; `otherwise` how many think all the rest right."""

    NAME: ClassVar[str] = N_("yhteenvedon tarkistus")

    around: Around
    points: tuple[str, ...]
    mended: frozenset[int]
    turnout: Turnout
    wholly: int
    wanted: int
    renewed: bool
    otherwise: int

    @property
    def key(self) -> Hashable:
        return (type(self), self.points)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[1].pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, items, beside = self._plan(canvas)
        surround.foot = self._foot(canvas, place_of(page, len(items.pages)), beside)
        surround.draw(canvas)
        items.draw(canvas, page)
        if beside:
            width = panel_width(canvas)
            box = QRectF(surround.main.right() - width, surround.main.top(), width, surround.main.height())
            draw_turnout(canvas, box, self.turnout, canvas.tr("merkinnyt"), self._counts(canvas.tr))

    def spoken(self, tr: Translator) -> Spoken:
        items = listing(item.spoken for item in self._items(tr))
        done = passage(self.turnout.told(tr, tr("merkinnyt")), *self._counts(tr), quiet=True)
        return spoken(tr("Onko yhteenveto oikein?"), items, done, self.around.told(tr, None, self._how(tr)[0]))

    def _items(self, tr: Translator) -> list[Item]:
        return [
            Item(
                tr("Korjattu: {text}", text=words) if place in self.mended else words,
                f"{place + 1}.",
            )
            for place, words in enumerate(self.points)
        ]

    def _counts(self, tr: Translator) -> tuple[str, ...]:
        counts = []
        if self.wholly:
            counts.append(tr.n("{n} pitää kaikkea oikeana", "{n} pitää kaikkea oikeana", self.wholly))
        elif self.renewed and self.otherwise:
            counts.append(tr.n("{n} pitää muita kohtia oikeina", "{n} pitää muita kohtia oikeina", self.otherwise))
        if self.wanted:
            counts.append(tr.n("{n} korjausehdotus", "{n} korjausehdotusta", self.wanted))
        if self.renewed:
            counts.append(tr("Korjattu kohta merkitään uudelleen."))
        return tuple(counts)

    def _how(self, tr: Translator) -> tuple[str, str]:
        """How one takes part: (words, icon)."""
        if self.around.address:
            return tr("Merkitse puhelimella tai sano ääneen: {address}", address=strong(self.around.address)), "hand-tap"
        return tr("Nosta käsi, jos kaikki on oikein. Sano, mikä on korjattava."), "hand-palm"

    def _foot(self, sheet: Sheet, where: str, beside: bool) -> Foot:
        """How one takes part; before it the numbers, when they have no place beside the points."""
        words, icon = self._how(sheet.tr)
        told = "" if beside else self.turnout.told(sheet.tr, sheet.tr("merkinnyt"))
        return self.around.foot(sheet, f"{told}. {words}" if told else words, icon, strong(where) if where else "")

    def _plan(self, sheet: Sheet) -> tuple[Surround, Items, bool]:
        """Surroundings, points, and whether the numbers stand beside them: a point that would not fit there needs the width."""
        surround, items = self._fitted(sheet, True)
        return (surround, items, True) if items.fits else (*self._fitted(sheet, False), False)

    def _fitted(self, sheet: Sheet, beside: bool) -> tuple[Surround, Items]:
        """Room for the number of the page is kept when there is more than one."""
        surround, items = self._laid(sheet, "", beside)
        return (surround, items) if len(items.pages) == 1 else self._laid(sheet, WIDEST_PLACE, beside)

    def _laid(self, sheet: Sheet, where: str, beside: bool) -> tuple[Surround, Items]:
        head = Head(sheet, sheet.tr("Onko yhteenveto oikein?"), self.around.clock_beside(sheet))
        surround = Surround(sheet, head, self._foot(sheet, where, beside))
        box = surround.main.adjusted(0, 0, -panel_width(sheet) - BETWEEN if beside else 0, 0)
        return surround, Items(sheet, box, self._items(sheet.tr), SIZES, columns=1)


def checking(scene: Scene, check: Check) -> Slide:
    """The summary as it is checked at this moment."""
    state = scene.state
    told = tally(state, check)
    around = around_step(scene, state.current)
    points = list(check.points.values())
    phones = sum(1 for person in state.people.present() if person.by_phone) if around.address else 0
    return CheckingSlide(
        around,
        tuple(in_line(point.text, point.who, point.due) for point in points),
        frozenset(place for place, point in enumerate(points) if point.version),
        Turnout(told.phones, phones),
        told.wholly,
        len(check.told),
        bool(told.renewed),
        told.otherwise,
    )
