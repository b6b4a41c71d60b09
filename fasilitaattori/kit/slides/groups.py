"""Groups that work at the same time: what each is called, where it is and what it talks about, so that everybody finds theirs.

Who leads a group is not told: names belong on the big screen only when somebody has asked for a turn.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.album import Album
from fasilitaattori.kit.slides.around import Around, Head, Surround, TimeLeft
from fasilitaattori.kit.slides.card import Card
from fasilitaattori.kit.slides.rows import evenly
from fasilitaattori.kit.slides.sheet import Canvas, Sheet, best, place_of
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, evened, language_now, set_words, strong
from fasilitaattori.workshop.groups import Group

LEAD = Style(68, serif=True, leading=1.16)
LEAD_SIZES = (68, 60)
LEAD_LINES = 3
NAME = Style(60, serif=True, leading=1.14)
PLACE = Style(46, leading=1.2)
TOPIC = Style(60, leading=1.18)
SIZES = ((60, 1), (54, 1), (50, 1), (60, 2), (54, 2), (50, 2), (46, 2), (44, 2))
"""(size of the topics, columns): the first at which all groups fit on a page, else pages of the last."""

GAP = 60.0
"""Between two columns."""

APART = 40.0
"""Between a name and the place on the same line."""

ICON = 56.0
"""Room of the sign of a place."""

PAD, MOST_PAD = 16.0, 56.0


@dataclass(frozen=True, slots=True)
class SideGroup:
    """One of the groups. `name` may be "": then it goes by its number. `topic` and `place` may be ""."""

    number: int
    name: str
    topic: str
    place: str

    def called(self, tr: Translator) -> str:
        """The name, or "Ryhmä 3"."""
        return self.name or tr("Ryhmä {n}", n=self.number)


def side_groups(groups: Sequence[Group]) -> tuple[SideGroup, ...]:
    """The groups of a step as the room sees them."""
    return tuple(
        SideGroup(number, group.name.strip(), group.topic.strip(), group.place.strip())
        for number, group in enumerate(groups, 1)
    )


class _Entry:
    """A group set into a width: its place stands beside the name where there is room for those of all, else under it."""

    def __init__(self, tr: Translator, group: SideGroup, width: float, size: int) -> None:
        self.width = width
        self.name = evened(set_words(group.called(tr), NAME, width))
        self.place = set_words(group.place, PLACE, width - ICON) if group.place else None
        self.topic = evened(set_words(group.topic, TOPIC.sized(size), width)) if group.topic else None
        beside = self.place.widest + ICON + APART if self.place is not None else 0.0
        self.room_beside = self.name.count == 1 and self.name.widest + beside <= width
        self.beside = True
        self.broken = any(setting.broken for setting in (self.name, self.place, self.topic) if setting is not None)

    @property
    def height(self) -> float:
        under = self.place.height if self.place is not None and not self.beside else 0.0
        return self.name.height + under + (self.topic.height if self.topic is not None else 0.0) + 2 * PAD

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Its top left at x, y."""
        bottom = canvas.put(self.name, x, y, tier="A")
        if self.place is not None:
            left = x + self.name.widest + APART if self.beside else x
            top = y + (self.name.height - self.place.height) / 2 if self.beside else bottom
            canvas.icon(left, top + PLACE.line / 2, PLACE.size, "map-pin", "kuusi")
            canvas.put(self.place, left + ICON, top, room=self.place.widest)
            bottom = bottom if self.beside else top + self.place.height
        if self.topic is not None:
            canvas.put(self.topic, x, bottom, tier="A" if self.topic.style.size >= TOPIC.size else "B")


_Row = list[_Entry]


class _Laid:
    """The groups laid out into a box, row by row: as large as they fit on one page, then in two columns, then in more pages."""

    def __init__(self, tr: Translator, box: QRectF, groups: Sequence[SideGroup]) -> None:
        self.box, self.width = box, box.width()
        self.pages: list[list[_Row]] = []
        for size, columns in SIZES:
            if (size, columns) != SIZES[-1] and _least(groups, size, columns) > box.height() + 1:
                continue  # they cannot fit: thirty groups are not set in vain at every size
            if self._tried(tr, groups, size, columns):
                return
        if not self.fits:
            self._tried(tr, groups, SIZES[-1][0], 1)  # one with so much to say that it needs the whole width

    @property
    def fits(self) -> bool:
        """Is the box high enough for each of them?"""
        return all(_high(row) <= self.box.height() for page in self.pages for row in page)

    def _tried(self, tr: Translator, groups: Sequence[SideGroup], size: int, columns: int) -> bool:
        """Lays the groups out; was one page enough?"""
        self.width = (self.box.width() - GAP * (columns - 1)) / columns
        entries = [_Entry(tr, group, self.width, size) for group in groups]
        beside = all(entry.room_beside for entry in entries)
        for entry in entries:
            entry.beside = beside
        rows = [entries[at : at + columns] for at in range(0, len(entries), columns)]
        dealt = evenly([_high(row) for row in rows], self.box.height())
        self.pages = [[rows[index] for index in page] for page in dealt]
        return len(self.pages) == 1 and not any(entry.broken for entry in entries)

    def draw(self, canvas: Canvas, page: int) -> None:
        y, shown = self.box.top(), self.pages[page]
        spare = (self.box.height() - sum(_high(row) for row in shown)) / len(shown)
        more = max(0.0, min(2 * (MOST_PAD - PAD) * canvas.tall, spare))
        for row in shown:
            for column, entry in enumerate(row):
                x = self.box.left() + column * (self.width + GAP)
                canvas.rule(x, y, self.width)
                entry.draw(canvas, x, y + PAD + more / 2)
            y += _high(row) + more


def _high(row: _Row) -> float:
    return max(entry.height for entry in row)


def _least(groups: Sequence[SideGroup], size: int, columns: int) -> float:
    """How high the rows are at least, whatever their words."""
    topic = TOPIC.sized(size).line
    high = [NAME.line + 2 * PAD + (topic if group.topic else 0.0) for group in groups]
    return sum(max(high[at : at + columns]) for at in range(0, len(high), columns))


def _lay(sheet: Sheet, box: QRectF, groups: tuple[SideGroup, ...]) -> _Laid:
    return laid_out(language_now(), sheet.tr, (box.x(), box.y(), box.width(), box.height()), groups)


@lru_cache(maxsize=16)
def laid_out(language: str, tr: Translator, box: tuple[float, float, float, float], groups: tuple[SideGroup, ...]) -> _Laid:
    """Laid once for all that ask: how many pages there are, each of them, and every second of the timer over them. `language`
    is the one whose words are divided as they are in it."""
    return _Laid(tr, QRectF(*box), groups)


@dataclass(frozen=True)
class GroupsSlide(Slide):
    """The groups of a step. `lead` is what they all talk about ("" = each has its own), `time` the step's timer."""

    NAME: ClassVar[str] = N_("ryhmät")

    around: Around
    title: str
    lead: str
    groups: tuple[SideGroup, ...]
    time: TimeLeft | None

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.lead, self.groups)

    def pages(self, sheet: Sheet) -> int:
        _, lead, laid = self._plan(sheet)
        return (len(lead.pages) if isinstance(lead, Card) else 0) + len(laid.pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, lead, laid = self._plan(canvas)
        where = place_of(page, self.pages(canvas))
        if where:
            surround.foot = self.around.foot(canvas, right=strong(where))
        surround.draw(canvas)
        if isinstance(lead, Card):
            if page < len(lead.pages):
                lead.draw(canvas, page, numbered=False)
                return
            page -= len(lead.pages)
        elif lead is not None:
            canvas.put(lead, surround.main.left(), surround.main.top() - 8, tier="A")
        laid.draw(canvas, page)

    def spoken(self, tr: Translator) -> Spoken:
        told = (", ".join(filter(None, (group.called(tr), group.place, group.topic))) for group in self.groups)
        return spoken(self.title, passage(self.lead), listing(told), self.around.told(tr, self.time))

    def _plan(self, sheet: Sheet) -> tuple[Surround, Setting | Card | None, _Laid]:
        """Surroundings, what they all talk about (on a card before the groups when there is no room over them), the groups."""
        beside = self.time.tag(sheet.tr) if self.time is not None else self.around.clock_beside(sheet)
        surround = Surround(sheet, Head(sheet, self.title, beside, self.around.mode_tag(sheet)), self.around.foot(sheet))
        main = surround.main
        if not self.lead:
            return surround, None, _lay(sheet, main, self.groups)
        lead = best(self.lead, LEAD, main.width(), LEAD.line * LEAD_LINES, LEAD_SIZES)
        below = _lay(sheet, main.adjusted(0, lead.height + 16, 0, 0), self.groups)
        if below.fits:
            return surround, lead, below
        return surround, Card(sheet, main, self.lead), _lay(sheet, main, self.groups)


@dataclass(frozen=True)
class InGroupsSlide(Album, Slide):
    """The groups in turn with what they work on."""

    NAME: ClassVar[str] = N_("ryhmät")
