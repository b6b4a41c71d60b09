"""Whose turn it is to speak, and who comes next: the only slide with names, and it says nothing of what anybody thinks."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.shares import paint_speaking_bar
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround
from fasilitaattori.kit.slides.sheet import CENTRE, RIGHT, Canvas, Sheet, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Passage, Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, set_words, strong

NAME = Style(210, serif=True, bold=True, leading=1.06)
NAME_SIZES = (210, 190, 170, 150, 132, 116, 104, 92, 84, 76, 68, 60)
INVITE = Style(120, serif=True, leading=1.14)
INVITE_SIZES = (120, 104, 92, 84, 76, 68, 60)
TAB = Style(52, bold=True, leading=1.2)
LIMIT = Style(46, leading=1.2)
ROW = Style(78, serif=True, leading=1.1)
ROW_SIZES = (78, 70, 60)
MORE = Style(52, leading=1.2)
TAB_HEIGHT = 86.0
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Who:
    """A participant. `name` may be ""."""

    number: int
    name: str

    def words(self, tr: Translator) -> str:
        """The name, or "Osallistuja 7" of one without."""
        return self.name or tr("Osallistuja {n}", n=self.number).replace(" ", "\u00a0")


@dataclass(frozen=True)
class SpeakingSlide(Slide):
    """`speaker` has spoken `used` of `allowed` seconds (0 = no limit). `waiting` are those next, `all_waiting` how many there
    are in all. `round` = everybody in turn, else the queue of those who asked."""

    NAME: ClassVar[str] = N_("puheenvuorot")

    around: Around
    title: str
    speaker: Who | None
    used: int
    allowed: int
    waiting: tuple[Who, ...]
    all_waiting: int
    round: bool = False

    @property
    def key(self) -> Hashable:
        return (type(self), self.speaker, self.waiting, self.all_waiting)

    def draw(self, canvas: Canvas, page: int) -> None:
        head = Head(canvas, self.title, self.around.clock_beside(canvas))
        surround = Surround(canvas, head, self._foot(canvas))
        surround.draw(canvas)
        main = surround.main
        alone = self.speaker is None and not self.waiting
        left = main.width() if alone else (main.width() - 60) * 1.12 / 2.12
        card = QRectF(main.left(), main.top(), left, main.height())
        if self.speaker is None:
            canvas.frame(card, 16, "surface", "ink")
            canvas.words(card.adjusted(48, 24, -48, -24), self._invitation(canvas.tr), INVITE, sizes=INVITE_SIZES, tier="A")
        else:
            self._speaker(canvas, card, self.speaker)
        if not alone:
            self._queue(canvas, QRectF(card.right() + 60, main.top(), main.width() - left - 60, main.height()))

    def spoken(self, tr: Translator) -> Spoken:
        if self.speaker is None:
            now = passage(self._invitation(tr))
        else:
            limit = self._limit(tr) if self.allowed > 0 else ""
            now = passage(self.speaker.words(tr), limit, heading=tr("Puhuu nyt"))
        foot, _ = self._advice(tr)
        return spoken(self.title, now, self._next(tr), passage(foot, quiet=True))

    def _next(self, tr: Translator) -> Passage | None:
        """Those who wait, as many as are known; None when nobody speaks or waits."""
        if not self.waiting:
            return passage(self._nobody(tr), heading=tr("Seuraavaksi")) if self.speaker is not None else None
        more = self.all_waiting - min(SHOWN, len(self.waiting))
        names = [who.words(tr) for who in self.waiting[:SHOWN]]
        rest = [tr.n("ja {n} muu", "ja {n} muuta", more)] if more else []
        return listing([*names, *rest], tr("Seuraavaksi"))

    def _nobody(self, tr: Translator) -> str:
        return tr("Tämä on kierroksen viimeinen vuoro.") if self.round else tr("Jono on tyhjä.")

    def _invitation(self, tr: Translator) -> str:
        return tr("Kierros on valmis. Kiitos.") if self.round else tr("Kuka aloittaa?")

    def _foot(self, sheet: Sheet) -> Foot:
        return self.around.foot(sheet, *self._advice(sheet.tr))

    def _advice(self, tr: Translator) -> tuple[str, str]:
        """How one gets a turn: (words, icon)."""
        if self.round:
            return tr("Jokainen puhuu vuorollaan. Vuoron voi myös ohittaa."), "chats-circle"
        if self.around.address:
            return tr("Nosta käsi tai pyydä vuoro puhelimella: {address}", address=strong(self.around.address)), "hand-palm"
        return tr("Nosta käsi, niin pääset jonoon."), "hand-palm"

    def _speaker(self, canvas: Canvas, card: QRectF, speaker: Who) -> None:
        tr = canvas.tr
        canvas.frame(card, 16, "surface")
        with paint.saved(canvas.painter):
            canvas.painter.setClipPath(paint.bubble_path(card, 16))
            canvas.painter.fillRect(QRectF(card.left(), card.top(), card.width(), TAB_HEIGHT), canvas.theme["nyt"])
            canvas.rule(card.left(), card.top() + TAB_HEIGHT, card.width(), "ink", 4)
        canvas.frame(card, 16, None, "ink")
        canvas.icon(card.left() + 40, card.top() + TAB_HEIGHT / 2, 52, "microphone-fill", "on-nyt")
        tab = QRectF(card.left() + 110, card.top(), card.width() - 150, TAB_HEIGHT)
        canvas.words(tab, tr("Puhuu nyt"), TAB, "on-nyt", sizes=(52, 48, 44))
        low = card.bottom()
        if self.allowed > 0:
            limit = best(self._limit(tr), LIMIT, card.width() - 80, LIMIT.line, (46, 44))
            low -= 30 + limit.height
            canvas.put(limit, card.left() + 40, low)
            low -= 20 + 34
            bar = QRectF(card.left() + 40, low, card.width() - 80, 34)
            paint_speaking_bar(canvas.painter, bar, self.used / self.allowed, canvas.theme, 4)
        name = QRectF(card.left() + 40, card.top() + TAB_HEIGHT + 16, card.width() - 80, low - card.top() - TAB_HEIGHT - 32)
        canvas.words(name, speaker.words(tr), NAME, sizes=NAME_SIZES, align=CENTRE, tier="A")

    def _limit(self, tr: Translator) -> str:
        if self.used >= self.allowed:
            return tr("Puheaika täynnä")
        if self.allowed % 60:
            return tr.n("Puhutaan enintään {n} sekunti.", "Puhutaan enintään {n} sekuntia.", self.allowed)
        return tr.n("Puhutaan enintään {n} minuutti.", "Puhutaan enintään {n} minuuttia.", self.allowed // 60)

    def _queue(self, canvas: Canvas, box: QRectF) -> None:
        tr = canvas.tr
        head = QRectF(box.left(), box.top(), box.width(), TAB_HEIGHT)
        canvas.words(head, tr("Seuraavaksi"), TAB, sizes=(52, 48, 44))
        rest = box.adjusted(0, TAB_HEIGHT, 0, 0)
        if not self.waiting:
            canvas.rule(rest.left(), rest.top(), rest.width(), thick=3)
            canvas.words(rest.adjusted(0, 30, 0, 0), self._nobody(tr), MORE, sizes=(52, 48, 44), fall=0)
            return
        rows = self._rows(tr, rest)
        y = rest.top()
        for place, (setting, height) in enumerate(rows, 1):
            canvas.rule(rest.left(), y, rest.width(), thick=3)
            line = QRectF(rest.left(), y + height / 2 - setting.height / 2, 60, setting.style.line)
            canvas.words(line, str(place), ROW.sized(setting.style.size), "ink2", align=RIGHT, tier="A")
            canvas.put(setting, rest.left() + 96, y + (height - setting.height) / 2, tier="A")
            y += height
        more = self.all_waiting - len(rows)
        if more:
            canvas.rule(rest.left(), y, rest.width(), thick=3)
            words = set_words(tr.n("ja {n} muu", "ja {n} muuta", more), MORE, rest.width())
            canvas.put(words, rest.left(), y + 14)

    def _rows(self, tr: Translator, rest: QRectF) -> list[tuple[Setting, float]]:
        """Names and heights of as many rows as there is room for."""
        shown = [best(who.words(tr), ROW, rest.width() - 96, ROW.line * 2, ROW_SIZES) for who in self.waiting[:SHOWN]]
        natural = [setting.height + 24 for setting in shown]

        def room(count: int) -> float:
            return rest.height() - (MORE.line + 14 if self.all_waiting > count else 0.0)

        count = next((n for n in range(len(shown), 1, -1) if sum(natural[:n]) <= room(n)), 1)
        spare = max(0.0, room(count) - sum(natural[:count])) / count
        more = min(spare, max(0.0, room(count) / SHOWN - min(natural)))
        return [(setting, height + more) for setting, height in zip(shown[:count], natural, strict=False)]
