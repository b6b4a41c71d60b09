"""The sheet a slide is laid out and painted on, in u: 1080 of them make the height of the picture.

Whatever the screen, a slide sees only the shape of the picture; the painter does the scaling. Every text put on a canvas is
written down with its place and size, so that tests can see that nothing is too small, outside, or on top of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.slides.words import Setting, Style, draw, evened, fit, rise, set_words
from fasilitaattori.kit.theme import Theme

HEIGHT = 1080.0
NARROWEST = 1.2
"""Pictures slimmer than this shape get a taller sheet instead of larger words."""

SIDE = 0.05
EDGE = 50.0
Tier = Literal["A", "B", "C"]
FLOORS: dict[Tier, int] = {"A": 60, "B": 44, "C": 33}
"""The least size of each tier in u: what the last row must read first, everything else, and notes with their tags."""

ENDLESS = 100_000.0
"""A width no line of words ever fills."""

WIDEST_PLACE = "10 / 10"
"""Room for the number of a page is kept before it is known how many there are."""

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text on a canvas: where it begins, how wide it is and where its letters stand, in u."""

    words: str
    style: Style
    tier: Tier
    left: float
    width: float
    baseline: float

    @property
    def ink(self) -> QRectF:
        """What the letters cover. Slow; for those who check."""
        tight = QFontMetricsF(self.style.font()).tightBoundingRect(self.words)
        return QRectF(self.left, self.baseline + tight.top(), self.width, tight.height())


class Sheet:
    """What can be known of a picture before it is painted: its shape in u, and the language."""

    def __init__(self, width: float, height: float, tr: Translator) -> None:
        self.width, self.height, self.tr = width, height, tr

    @classmethod
    def of(cls, size: QSizeF, tr: Translator) -> Sheet:
        """The sheet of a picture of so many pixels."""
        scale = scale_of(size)
        return cls(size.width() / scale, size.height() / scale, tr)

    @property
    def narrow(self) -> bool:
        """Laid out again rather than squeezed (4:3, 5:4, and upright pictures)."""
        return self.width / self.height < 1.5

    @property
    def upright(self) -> bool:
        """Higher than wide: what stands side by side elsewhere stands one under another."""
        return self.height > self.width

    @property
    def tall(self) -> float:
        """How much higher than usual the sheet is: space between things grows as much."""
        return self.height / HEIGHT

    @property
    def safe(self) -> QRectF:
        """Where everything needed must stay: projectors cut edges."""
        side = self.width * SIDE
        return QRectF(side, EDGE, self.width - 2 * side, self.height - 2 * EDGE)


def scale_of(size: QSizeF) -> float:
    """Pixels of one u in a picture of this size."""
    return max(0.001, min(size.height() / HEIGHT, size.width() / (HEIGHT * NARROWEST)))


class Canvas(Sheet):
    """A sheet with a painter. The painter is scaled to u."""

    def __init__(self, painter: QPainter, width: float, height: float, theme: Theme, tr: Translator) -> None:
        super().__init__(width, height, tr)
        self.painter, self.theme = painter, theme
        self.written: list[Written] = []

    @property
    def whole(self) -> QRectF:
        """The whole picture."""
        return QRectF(0, 0, self.width, self.height)

    # --- words ---

    def put(
        self,
        setting: Setting,
        x: float,
        y: float,
        colour: str = "ink",
        *,
        align: float = LEFT,
        room: float = -1.0,
        tier: Tier = "B",
    ) -> float:
        """Puts words with their top left at x, y; `align` within `room` (negative: the width they were set in). Gives the
        bottom."""
        room = setting.width if room < 0 else room
        with paint.saved(self.painter):
            draw(self.painter, setting, QPointF(x, y), self.theme[colour], align, room)
        for index in range(setting.count):
            width = setting.lines[setting.first + index].width
            left, top = x + (room - width) * align, y + index * setting.style.line
            self._note(setting.shown(index), setting.style, left, width, top, tier)
        return y + setting.height

    def put_in(
        self,
        setting: Setting,
        box: QRectF,
        colour: str = "ink",
        *,
        align: float = LEFT,
        fall: float = 0.5,
        tier: Tier = "B",
    ) -> None:
        """Puts words into a box; `fall` 0 at its top, 0.5 in the middle, 1 at its bottom."""
        y = box.top() + max(0.0, box.height() - setting.height) * fall
        self.put(setting, box.left(), y, colour, align=align, room=box.width(), tier=tier)

    def words(
        self,
        box: QRectF,
        words: str,
        style: Style,
        colour: str = "ink",
        *,
        sizes: Sequence[int] = (),
        align: float = LEFT,
        fall: float = 0.5,
        tier: Tier = "B",
    ) -> Setting:
        """Words in a box, at the first of `sizes` that fits (the last of them if none does)."""
        found = best(words, style, box.width(), box.height(), sizes or (style.size,))
        self.put_in(found, box, colour, align=align, fall=fall, tier=tier)
        return found

    def reading(
        self, box: QRectF, reading: str, style: Style, colour: str = "ink", *, align: float = CENTRE, tier: Tier = "A"
    ) -> None:
        """A clock reading or a number in fixed digit cells, on the middle of the box."""
        where = {LEFT: Qt.AlignmentFlag.AlignLeft, RIGHT: Qt.AlignmentFlag.AlignRight}.get(align, Qt.AlignmentFlag.AlignHCenter)
        paint.digits(self.painter, box, reading, style.font(), self.theme[colour], where)
        width = reading_width(reading, style)
        left = box.left() + (box.width() - width) * align
        self._note(reading, style, left, width, box.center().y() - style.line / 2, tier)

    def _note(self, words: str, style: Style, left: float, width: float, top: float, tier: Tier) -> None:
        if words:
            self.written.append(Written(words, style, tier, left, width, top + rise(style)))

    # --- shapes ---

    def frame(self, box: QRectF, radius: float, fill: str | None, border: str | None = None, width: float = 4.0) -> None:
        """A rounded box; its border lies inside."""
        colour = None if fill is None else self.theme[fill]
        paint.frame(self.painter, box, radius, colour, None if border is None else self.theme[border], width)

    def rule(self, x: float, y: float, width: float, token: str = "line", thick: float = 2.5) -> None:
        """A line across, its top at y."""
        self.painter.fillRect(QRectF(x, y, width, thick), self.theme[token])

    def icon(self, x: float, middle: float, side: float, name: str, colour: str = "ink") -> None:
        """An icon of side × side, its left edge at x, centred on the height `middle`."""
        paint_icon(self.painter, QRectF(x, middle - side / 2, side, side), name, QColor(self.theme[colour]))


def place_of(page: int, pages: int) -> str:
    """Which page (from 0) of how many, "" of one."""
    return f"{page + 1} / {pages}" if pages > 1 else ""


def best(words: str, style: Style, width: float, height: float, sizes: Sequence[int], most: int = 0) -> Setting:
    """The words at the first of `sizes` that fits; at the last of them if none does."""
    found = fit(words, style, width, height, sizes, most)
    return found if found is not None else evened(set_words(words, style.sized(sizes[-1]), width))


def reading_width(reading: str, style: Style) -> float:
    """Width of a reading in fixed digit cells."""
    return paint.digits_width(reading, style.font())


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in a coloured box, with an icon: a state is never told by colour alone. Words of people may be long: they take
    more lines when `room` (u, 0 = any) is not enough for one."""

    words: str
    icon: str = ""
    fill: str | None = "nyt"
    ink: str = "on-nyt"
    border: str | None = None
    size: int = 44
    room: float = 0.0

    GAP, PAD = 14.0, 22.0

    @property
    def _icon(self) -> float:
        return self.size + self.GAP if self.icon else 0.0

    @property
    def setting(self) -> Setting:
        """The words as set."""
        width = self.room - 2 * self.PAD - self._icon if self.room else ENDLESS
        return set_words(self.words, Style(self.size, bold=True, leading=1.15), width)

    @property
    def height(self) -> float:
        """Height in u."""
        return self.size * 68 / 44 + (self.setting.count - 1) * self.setting.style.line

    @property
    def width(self) -> float:
        """Width in u."""
        return self.setting.widest + 2 * self.PAD + self._icon

    def draw(self, canvas: Canvas, x: float, middle: float, tier: Tier = "B") -> None:
        """Its left edge at x, centred on the height `middle`."""
        box = QRectF(x, middle - self.height / 2, self.width, self.height)
        border = self.border or ("ink" if canvas.theme.high_contrast else None)
        canvas.frame(box, 10, self.fill, border, 3)
        if self.icon:
            canvas.icon(x + self.PAD, middle, self.size, self.icon, self.ink)
        setting = self.setting
        canvas.put(setting, x + self.PAD + self._icon, middle - setting.height / 2, self.ink, room=setting.widest, tier=tier)


class TimerTag(Tag):
    """The timer at the end of a head: large enough for the last row, and no higher than the head."""

    __slots__ = ()
    SIZE = 60

    @property
    def height(self) -> float:
        return 84.0

    def draw(self, canvas: Canvas, x: float, middle: float, tier: Tier = "A") -> None:
        Tag.draw(self, canvas, x, middle, tier)
