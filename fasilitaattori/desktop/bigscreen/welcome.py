"""Before the start: welcome, when we begin, and how to come along by phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.desktop.bigscreen.boards import RUG, draw_boards, rug_on_boards
from fasilitaattori.desktop.bigscreen.codes import (
    BETWEEN,
    LEAST_CODE,
    CodeRow,
    Codes,
    advice,
    by_sentence,
    code_rows,
    come_back,
    draw_code,
    draw_rows,
    invitation,
    widest,
)
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.rug import RugStep
from fasilitaattori.kit.slides.sheet import FLOORS, Canvas, Sheet, Tier, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, fit, set_words

LEFT = 700.0
HELLO = Style(58, leading=1.2)
TITLE = Style(89, serif=True, leading=1.14)
TITLE_SIZES = (89, 80, 72, 66, 60, 52, 48, 44)
TITLE_ALONE = (150, 132, 120, 104, *TITLE_SIZES)
WHEN = Style(54, leading=1.25)
CLOCK = Style(120, serif=True, bold=True, leading=1.15)
PLACE = Style(50, leading=1.25)
HEADING = Style(64, serif=True, leading=1.15)
LAST = Style(46, leading=1.2)
MARK = 120.0
CODE, CODE_NARROW = 366.0, 330.0
BANNER, UNDER_BANNER, ABOVE_LAST = 225.0, 20.0, 12.0
AIR = 28.0
"""More space under the boards of the narrow layout, where the codes do not need it themselves."""

GAP = 24.0
EDGE_TOP = 56.0
NO_PHONES = N_("Tänään ilman puhelimia")
NOT_NEEDED = N_("Puhelin ei ole pakollinen. Paperi käy yhtä hyvin.")


@dataclass(frozen=True)
class WelcomeSlide(Slide):
    """`start` = when we begin (None = not known, or begun already); `clock` what the time is, shown instead when begun. `codes`
    None = no phones tonight, or not yet known (`no_phones` tells which). `closed`: nobody new gets in."""

    NAME: ClassVar[str] = N_("tervetuloa")

    title: str
    place: str
    start: dt.time | None
    clock: dt.time | None
    rug: tuple[RugStep, ...]
    now: float
    codes: Codes | None
    no_phones: bool = False
    closed: bool = False

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.codes)

    def pages(self, sheet: Sheet) -> int:
        """One, unless the texts of the two codes are so long that each needs a page."""
        if self.codes is None:
            return 1
        rows = self._rows(sheet, self.codes)
        return 1 if self._fit_together(sheet, rows) else len(rows)

    def draw(self, canvas: Canvas, page: int) -> None:
        if self.codes is None:
            self._alone(canvas)
            return
        rows = self._rows(canvas, self.codes)
        if not self._fit_together(canvas, rows):
            rows = self._rows(canvas, self.codes, page)
        if canvas.narrow:
            self._stacked(canvas, rows, self.codes)
        else:
            self._beside(canvas, rows, self.codes)

    def spoken(self, tr: Translator) -> Spoken:
        hello = passage(self.title or tr("Työpaja"), self.place, tr(NO_PHONES) if self.no_phones else "")
        when = passage(" ".join(self._when(tr)), quiet=self.start is None)
        if self.codes is None:
            return spoken(tr("Tervetuloa"), hello, when)
        last = passage(self._last(tr, self.codes), quiet=True)
        heading = passage(heading=invitation(tr, self.closed))
        return spoken(tr("Tervetuloa"), hello, when, heading, *self.codes.told(tr), last)

    def _last(self, tr: Translator, codes: Codes, narrow: bool = False) -> str:
        """What stands under the codes: what they are good for when nobody new gets in (a narrow picture has no heading to say
        that), or what phones need to hear and that they are not needed (which has its place beside a code there)."""
        if self.closed:
            return f"{invitation(tr, True)}. {come_back(tr)}" if narrow else come_back(tr)
        return advice(tr, codes) if narrow else f"{advice(tr, codes)} {tr(NOT_NEEDED)}"

    def _set_last(self, sheet: Sheet, codes: Codes) -> Setting:
        words = self._last(sheet.tr, codes, sheet.narrow)
        return by_sentence(words, LAST, sheet.safe.right() - (sheet.safe.left() if sheet.narrow else LEFT + 70), 3, (46, 44))

    def _rows(self, sheet: Sheet, codes: Codes, only: int = -1) -> list[CodeRow]:
        """The codes with their texts set for this layout; `only` one of them when they do not fit together."""
        count = 1 if only >= 0 or not codes.wifi else 2
        if not sheet.narrow:
            width = sheet.safe.right() - LEFT - 70 - CODE - 46
        else:
            width = (sheet.safe.width() - BETWEEN) / 2 if count == 2 else sheet.safe.width() - CODE_NARROW - BETWEEN
        beside = sheet.tr(NOT_NEEDED).replace(". ", ".\n") if sheet.narrow and not self.closed and not codes.named else ""
        rows = code_rows(sheet, codes, width, beside)
        return rows if only < 0 else [rows[only % len(rows)]]

    def _fit_together(self, sheet: Sheet, rows: list[CodeRow]) -> bool:
        return self._side(sheet, rows) >= LEAST_CODE

    def _side(self, sheet: Sheet, rows: list[CodeRow]) -> float:
        """How wide and high the codes are, for all to fit; less than LEAST_CODE when they do not."""
        if self.codes is None:
            return 0.0
        last, tallest = self._set_last(sheet, self.codes), max(row.text.height for row in rows)
        if sheet.narrow:
            free = (
                sheet.safe.bottom()
                - last.height
                - ABOVE_LAST
                - BANNER
                - UNDER_BANNER
                - (tallest + 20 if len(rows) > 1 else 0.0)
            )
            airy = max(free - AIR, min(free, LEAST_CODE))
            return min(widest(sheet, CODE_NARROW) if len(rows) > 1 else CODE_NARROW, airy)
        free = sheet.height - 52 - 50 - HEADING.line - last.height - GAP * (len(rows) + 1)
        each = (free - sum(max(0.0, row.text.height - CODE) for row in rows)) / len(rows)
        fits = sum(max(each, row.text.height) for row in rows) <= free
        return min(CODE, each) if fits else 0.0

    # --- the boards ---

    def _when(self, tr: Translator) -> tuple[str, str]:
        """(words, time) of the start, or of the clock once begun; ("", "") when neither is known."""
        if self.start is not None:
            return tr("Aloitamme klo"), tr.time(self.start)
        if self.clock is not None:
            return tr("Kello on"), tr.time(self.clock)
        return "", ""

    def _beside(self, canvas: Canvas, rows: list[CodeRow], codes: Codes) -> None:
        """Wide: the boards at the left, the codes at the right."""
        draw_boards(canvas, QRectF(0, 0, LEFT, canvas.height))
        left = canvas.safe.left()
        self._column(canvas, QRectF(left, 64, LEFT - 60 - left, canvas.height - 64 - 60), TITLE_SIZES)
        right = QRectF(LEFT + 70, 52, canvas.safe.right() - LEFT - 70, canvas.height - 52 - 50)
        heading = best(invitation(canvas.tr, self.closed), HEADING, right.width(), HEADING.line, (64, 60))
        last = self._set_last(canvas, codes)
        side = max(LEAST_CODE, self._side(canvas, rows))
        heights = [max(side, row.text.height) for row in rows]
        free = right.height() - heading.height - last.height - sum(heights)
        gap = max(GAP, free / (len(rows) + 1))
        canvas.put(heading, right.left(), right.top(), tier="A")
        y = right.top() + heading.height + gap
        for row, height in zip(rows, heights, strict=True):
            draw_code(canvas, QRectF(right.left(), y + (height - side) / 2, side, side), row.words)
            row.text.draw(canvas, right.left() + side + 46, y + (height - row.text.height) / 2)
            y += height + gap
        canvas.put(last, right.left(), right.bottom() - last.height)

    def _stacked(self, canvas: Canvas, rows: list[CodeRow], codes: Codes) -> None:
        """Narrow: the boards on top, the codes side by side under them."""
        safe = canvas.safe
        last = self._set_last(canvas, codes)
        low = safe.bottom() - last.height - ABOVE_LAST
        side = max(LEAST_CODE, self._side(canvas, rows))
        under = _under(rows, side)
        wall = QRectF(0, 0, canvas.width, max(BANNER, low - under - 36))
        draw_boards(canvas, wall)
        self._banner(canvas, wall)
        top = wall.bottom() + (low - wall.bottom() - under) / 2
        draw_rows(canvas, rows, QRectF(safe.left(), top, safe.width(), under), side)
        canvas.put(last, safe.left(), safe.bottom() - last.height)

    def _banner(self, canvas: Canvas, wall: QRectF) -> None:
        """Title at the left and the time at the right, on the boards above the codes."""
        safe = canvas.safe
        when, clock = self._when(canvas.tr)
        words = set_words(when, Style(46, leading=1.2), safe.width() / 2) if when else None
        reading = CLOCK.sized(96)
        taken = 0.0
        if words is not None:
            taken = max(words.widest, 280.0) + 60
            block = words.height + reading.line
            y = max(EDGE_TOP, wall.center().y() - block / 2)
            canvas.put(words, safe.right() - taken + 60, y, "wall-ink", room=taken - 60, align=1.0)
            box = QRectF(safe.right() - taken + 60, y + words.height, taken - 60, reading.line)
            canvas.reading(box, clock, reading, "wall-ink", align=1.0)
        room = QRectF(safe.left(), EDGE_TOP, safe.width() - taken, wall.height() - EDGE_TOP - 20)
        hello = set_words(canvas.tr("Tervetuloa"), Style(48, leading=1.2), room.width())
        title = best(self.title or canvas.tr("Työpaja"), TITLE, room.width(), room.height() - hello.height, TITLE_SIZES)
        greet = hello.height + title.height <= room.height()
        y = room.top() + max(0.0, (room.height() - title.height - (hello.height if greet else 0)) / 2)
        if greet:
            y = canvas.put(hello, room.left(), y, "wall-ink")
        canvas.put(title, room.left(), y, "wall-ink", tier=_tier(title))

    def _alone(self, canvas: Canvas) -> None:
        """No phones: the boards fill the picture."""
        draw_boards(canvas, canvas.whole)
        safe = canvas.safe
        self._column(canvas, QRectF(safe.left(), 64, safe.width(), canvas.height - 64 - 60), TITLE_ALONE)

    def _column(self, canvas: Canvas, box: QRectF, sizes: tuple[int, ...]) -> None:
        """Mark, welcome, title, when, where and the rug, one under another. For a long title the mark, the rug and the place
        give way in this order, before it is set smaller than the room should have to read."""
        hello = best(canvas.tr("Tervetuloa"), HELLO, box.width(), HELLO.line, (58, 52, 48))
        words, rug, place = self.title or canvas.tr("Työpaja"), bool(self.rug), bool(self.place)
        large = tuple(size for size in sizes if size >= FLOORS["A"])
        title, mark, lower, free = None, True, self._lower(canvas, box, place), 0.0
        for mark, has_rug, has_place in _plans(rug, place):
            lower, rug = self._lower(canvas, box, has_place), has_rug
            low = sum(line for _, line in lower) + (RUG + 44 if has_rug else 0.0)
            free = box.height() - hello.height - 44 - low - (MARK + 32 if mark else 0.0)
            title = fit(words, TITLE, box.width(), free, large)
            if title is not None:
                break
        title = title if title is not None else best(words, TITLE, box.width(), free, sizes)
        self._draw_lower(canvas, box, lower, rug)
        if mark:
            paint.mark(canvas.painter, QRectF(box.left() - 8, box.top(), MARK, MARK), canvas.theme, canvas.theme["wall-ink"])
        y = box.top() + (MARK + 32 if mark else 0.0) + max(0.0, free - title.height) * 0.42
        y = canvas.put(hello, box.left(), y, "wall-ink") + 12
        canvas.put(title, box.left(), y, "wall-ink", tier=_tier(title))

    def _lower(self, canvas: Canvas, box: QRectF, placed: bool) -> list[tuple[Setting | str, float]]:
        """When, where and that there are no phones: (words or a clock reading, the height it takes)."""
        when, clock = self._when(canvas.tr)
        lower: list[tuple[Setting | str, float]] = []
        if when:
            lower += [(best(when, WHEN, box.width(), WHEN.line, (54, 48, 44)), WHEN.line), (clock, CLOCK.line)]
        if placed:
            place = best(self.place, PLACE, box.width(), PLACE.line, (50, 44))
            lower.append((place, place.height))
        if self.no_phones:
            words = best(canvas.tr(NO_PHONES), PLACE, box.width(), 200, (50, 44))
            lower.append((words, words.height + 24))
        return lower

    def _draw_lower(self, canvas: Canvas, box: QRectF, lower: list[tuple[Setting | str, float]], rug: bool) -> None:
        y = box.bottom() - (RUG + 44 if rug else 0.0) - sum(line for _, line in lower)
        for each, line in lower:
            if isinstance(each, str):
                canvas.reading(QRectF(box.left(), y, box.width(), line), each, CLOCK, "wall-ink", align=0.0)
            else:
                canvas.put(each, box.left(), y + line - each.height, "wall-ink")
            y += line
        if rug:
            rug_on_boards(canvas, self.rug, box, self.now)


def _plans(rug: bool, place: bool) -> tuple[tuple[bool, bool, bool], ...]:
    """(mark, rug, place): what stands on the boards, in the order in which it is tried."""
    return ((True, rug, place), (False, rug, place), (False, False, place), (False, False, False))


def _tier(title: Setting) -> Tier:
    """A title of a hundred letters is set as small as ordinary words."""
    return "A" if title.style.size >= FLOORS["A"] else "B"


def _under(rows: list[CodeRow], side: float) -> float:
    """Height of the codes of the narrow layout with their texts."""
    if len(rows) == 1:
        return max(side, rows[0].text.height)
    return side + 20 + max(row.text.height for row in rows)
