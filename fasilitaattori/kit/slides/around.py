"""What stands around the one main thing of a slide: head (what, clock), foot (what comes next, address), rug.

Plans know their height before anything is painted, because a long title or a long next step leaves less for the main thing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.ring import room_text
from fasilitaattori.kit.rug import RugStep, lay_out, paint_rug
from fasilitaattori.kit.slides.sheet import ENDLESS, RIGHT, Canvas, Sheet, Tag, TimerTag, reading_width
from fasilitaattori.kit.slides.spoken import Passage, passage
from fasilitaattori.kit.slides.words import Style, evened, set_words, strong
from fasilitaattori.workshop.run import Timer

HEAD = 84.0
TITLE = Style(62, serif=True, leading=1.1)
TITLE_LESS = 60
CLOCK = Style(62, serif=True, bold=True, leading=1.0)
FOOT = Style(44, leading=1.2)
RUG = 30.0
RUG_SCALE = 1.5
GAP_ABOVE, GAP_BELOW = 30.0, 28.0

MODE_TAGS: dict[str, tuple[str, str]] = {
    "kaikki": (N_("Kaikki yhdessä"), "users-three"),
    "yksin": (N_("Yksin, hiljaa"), "user"),
    "pari": (N_("Pareittain"), "users"),
    "ryhma": (N_("Pienissä ryhmissä"), "users-four"),
    "aani": (N_("Äänestetään"), "hand-tap"),
    "esitys": (N_("Kuunnellaan"), "megaphone-simple"),
}
"""How people work -> (words of the yellow tag beside the title, icon)."""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """The step's timer as the room sees it: `total` minutes, `left` seconds in whole minutes (rounded up) until the last one,
    then in seconds. So it changes once a minute, and once a second only in the last."""

    total: float
    left: int
    state: Literal["runs", "paused", "over"]

    @property
    def reading(self) -> str:
        """The number alone."""
        return room_text(self.left)

    def unit(self, tr: Translator) -> str:
        """What the number counts."""
        if self.left <= 60:
            return tr.n("sekunti", "sekuntia", self.left)
        return tr.n("minuutti", "minuuttia", self.left // 60)

    def tag(self, tr: Translator) -> Tag:
        """The timer as a tag, where a slide has no room for the ring."""
        if self.state == "over":
            return TimerTag(tr("aika täynnä"), "timer", size=TimerTag.SIZE)
        number = self.reading
        words = tr("{n} s", n=number) if self.left <= 60 else tr("{n} min", n=number)
        return TimerTag(words, "pause" if self.state == "paused" else "timer", size=TimerTag.SIZE)


def time_left(timer: Timer) -> TimeLeft | None:
    """What the room sees of a timer; None when the step has no time."""
    if timer.planned_ms <= 0:
        return None
    seconds = -(-timer.left_ms // 1000)
    if seconds <= 0:
        return TimeLeft(timer.planned_ms / 60_000, 0, "over")
    shown = seconds if seconds <= 60 else -(-seconds // 60) * 60
    return TimeLeft(timer.planned_ms / 60_000, shown, "runs" if timer.running else "paused")


@dataclass(frozen=True, slots=True)
class Around:
    """What every slide of a step knows besides its own matter. `mode` is how people work (of the rug), `clock` wall time to the
    minute, `ends_at` when the step ends as it goes now, `address` what phones open ("" = no phones in use), `now` minutes along
    the rug (-1 = not begun), `mark` what is told of the time just now ("" = nothing)."""

    title: str = ""
    mode: str = ""
    clock: dt.time | None = None
    ends_at: dt.time | None = None
    next_title: str = ""
    next_at: dt.time | None = None
    address: str = ""
    rug: tuple[RugStep, ...] = ()
    now: float = -1.0
    mark: str = ""

    def clock_beside(self, sheet: Sheet) -> Reading | None:
        """The clock, for the end of the head."""
        return Reading(sheet.tr.time(self.clock)) if self.clock is not None else None

    def mode_tag(self, sheet: Sheet) -> Tag | None:
        """How people work now, as a tag; for a moment the time instead, when a mark has been passed."""
        if self.mark:
            return Tag(self.mark, "timer")
        words, icon = MODE_TAGS.get(self.mode, ("", ""))
        return Tag(sheet.tr(words), icon) if words and not sheet.narrow else None

    def next_words(self, tr: Translator) -> str:
        """What comes next and when; "" after the last step."""
        if not self.next_title:
            return ""
        step = self.next_title
        if self.next_at is not None:
            step = tr("{step} klo {time}", step=step, time=tr.time(self.next_at))
        return tr("Seuraavaksi {step}", step=strong(step))

    def surround(self, sheet: Sheet, title: str, foot: Foot | None = None) -> Surround:
        """The usual surroundings: title, how people work, clock; what comes next, address, rug."""
        head = Head(sheet, title, self.clock_beside(sheet), self.mode_tag(sheet))
        return Surround(sheet, head, foot or self.foot(sheet))

    def told(self, tr: Translator, time: TimeLeft | None = None, foot: str = "") -> Passage:
        """The surroundings in words: how people work, until when, then the foot (or what comes next and the address)."""
        mode, _ = MODE_TAGS.get(self.mode, ("", ""))
        below = (foot,) if foot else (self.next_words(tr), self.address)
        return passage(tr(mode), self._until(tr, time), *below, quiet=True)

    def _until(self, tr: Translator, time: TimeLeft | None) -> str:
        """When the time is up, as a clock time."""
        if time is None:
            return ""
        if time.state == "over":
            return tr("aika täynnä")
        if time.state == "paused":
            return tr("Kello on pysäytetty.")
        return tr("Aikaa on klo {time} asti.", time=tr.time(self.ends_at)) if self.ends_at is not None else ""

    def foot(self, sheet: Sheet, words: str = "", icon: str = "", right: str = "", right_icon: str = "") -> Foot:
        """The foot: what comes next and the address, or other words given."""
        if not words:
            words = self.next_words(sheet.tr)
            if not right and self.address:
                right, right_icon = strong(self.address), "device-mobile"
        return Foot(sheet, words, icon, right, right_icon, self.rug, self.now)


class Beside(Protocol):
    """Something at the end of the head."""

    @property
    def width(self) -> float: ...

    def draw(self, canvas: Canvas, x: float, middle: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The clock."""

    words: str

    @property
    def width(self) -> float:
        return reading_width(self.words, CLOCK)

    def draw(self, canvas: Canvas, x: float, middle: float) -> None:
        canvas.reading(QRectF(x, middle - 42, self.width, 84), self.words, CLOCK, align=RIGHT)


@dataclass(frozen=True, slots=True)
class Aside:
    """A few words."""

    words: str
    style: Style = FOOT

    @property
    def width(self) -> float:
        return set_words(self.words, self.style, ENDLESS).widest

    def draw(self, canvas: Canvas, x: float, middle: float) -> None:
        setting = set_words(self.words, self.style, ENDLESS)
        canvas.put(setting, x, middle - setting.height / 2, room=setting.widest)


class Head:
    """The head of a slide. `beside` stands at its end, `tag` after the title if there is room, `icon` before it."""

    BETWEEN = 40.0
    TAG_GAP = 28.0

    def __init__(self, sheet: Sheet, title: str, beside: Beside | None = None, tag: Tag | None = None, icon: str = "") -> None:
        self.sheet, self.beside, self.icon = sheet, beside, icon
        self.indent = TITLE.size + 30.0 if icon else 0.0
        room = sheet.safe.width() - self.indent
        if beside is not None:
            room -= beside.width + self.BETWEEN
        style = TITLE.sized(TITLE_LESS) if sheet.narrow else TITLE
        self.title = set_words(title, style, room)
        if self.title.count > 1:
            self.title = evened(set_words(title, TITLE.sized(TITLE_LESS), room))
        one = self.title.count <= 1
        self.tag = tag if tag is not None and one and self.title.widest + self.TAG_GAP + tag.width <= room else None

    @property
    def lines(self) -> int:
        return self.title.count

    @property
    def height(self) -> float:
        return HEAD if self.title.count <= 1 else self.title.height + 18

    def draw(self, canvas: Canvas) -> None:
        safe = canvas.safe
        middle = safe.top() + HEAD / 2
        if self.icon:
            canvas.icon(safe.left(), middle - 2, TITLE.size + 2, self.icon)
        left = safe.left() + self.indent
        canvas.put(self.title, left, middle - self.title.style.line / 2, tier="A")
        if self.tag is not None:
            self.tag.draw(canvas, left + self.title.widest + self.TAG_GAP, middle)
        if self.beside is not None:
            self.beside.draw(canvas, safe.right() - self.beside.width, middle)


class Foot:
    """The foot of a slide: words at the left, words at the right, the rug under them."""

    BETWEEN = 48.0
    ICON = 60.0
    """Room of an icon with its gap."""

    def __init__(
        self,
        sheet: Sheet,
        words: str,
        icon: str = "",
        right: str = "",
        right_icon: str = "",
        rug: tuple[RugStep, ...] = (),
        now: float = -1.0,
    ) -> None:
        self.sheet, self.icon, self.right_icon, self.rug, self.now = sheet, icon, right_icon, rug, now
        whole = sheet.safe.width()
        self.right = set_words(right, FOOT, whole - (self.ICON if right_icon else 0)) if right else None
        taken = 0.0
        if self.right is not None:
            taken = self.right.widest + (self.ICON if right_icon else 0) + self.BETWEEN
        room = whole - taken - (self.ICON if icon else 0)
        self.below = bool(words) and room < whole * 0.35  # both need the whole width
        if self.below:
            room = whole - (self.ICON if icon else 0)
        self.words = evened(set_words(words, FOOT, room)) if words else None

    @property
    def _left_height(self) -> float:
        return self.words.height if self.words is not None else 0.0

    @property
    def height(self) -> float:
        right = self.right.height if self.right is not None else 0.0
        text = self._left_height + right if self.below else max(self._left_height, right)
        rug = RUG if self.rug else 0.0
        return text + rug + (16.0 if text and rug else 0.0)

    def draw(self, canvas: Canvas) -> None:
        safe = canvas.safe
        top = safe.bottom() - self.height
        if self.words is not None:
            indent = self.ICON if self.icon else 0.0
            if self.icon:
                canvas.icon(safe.left() + 2, top + FOOT.line / 2, FOOT.size, self.icon)
            canvas.put(self.words, safe.left() + indent, top)
        if self.right is not None:
            y = top + (self._left_height if self.below else 0.0)
            left = safe.right() - self.right.widest
            canvas.put(self.right, left, y, room=self.right.widest)
            if self.right_icon:
                canvas.icon(left - self.ICON + 2, y + FOOT.line / 2, FOOT.size, self.right_icon)
        if self.rug:
            layout = lay_out(self.rug, safe.width(), RUG, self.now, RUG_SCALE)
            paint_rug(canvas.painter, QPointF(safe.left(), safe.bottom() - RUG), layout, canvas.theme)


class Surround:
    """Head and foot of a slide, and what they leave for the main thing."""

    def __init__(self, sheet: Sheet, head: Head | None, foot: Foot | None) -> None:
        self.head, self.foot = head, foot
        safe = sheet.safe
        top = safe.top() + (head.height + GAP_ABOVE if head is not None else 0.0)
        below = foot.height if foot is not None else 0.0
        bottom = safe.bottom() - (below + GAP_BELOW if below else 0.0)
        self.main = QRectF(safe.left(), top, safe.width(), max(1.0, bottom - top))

    def draw(self, canvas: Canvas) -> None:
        """Paint head and foot."""
        if self.head is not None:
            self.head.draw(canvas)
        if self.foot is not None:
            self.foot.draw(canvas)
