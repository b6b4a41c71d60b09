"""What the room sees of an idea wall: the question alone at first, then the notes, by theme when there are themes.

Notes are never made smaller to fit: a full wall takes more pages, which are shown in turn. Nobody's name is on a note.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround, TimeLeft
from fasilitaattori.kit.slides.card import Card
from fasilitaattori.kit.slides.laying import lay_wall
from fasilitaattori.kit.slides.notes import Note, colours
from fasilitaattori.kit.slides.sheet import RIGHT, WIDEST_PLACE, Canvas, Sheet, Tag, best, place_of
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.kit.slides.wall import Group, WallPages, draw_wall
from fasilitaattori.kit.slides.words import Setting, Style, fit, into_pages, set_words, strong
from fasilitaattori.tools.ideas.model import Settings, State
from fasilitaattori.tools.ideas.shown import ShownNotes, note_of

RAISED = Style(120, serif=True, leading=1.16)
RAISED_SIZES = (120, 104, 92, 84, 76, 68, 60)
QUESTION = Style(132, serif=True, leading=1.14)
QUESTION_SIZES = (132, *RAISED_SIZES)
HOW = Style(72, leading=1.2)
"""How to send an idea, while the wall is empty."""

MOST_TITLE = 2


@dataclass(frozen=True)
class WallSlide(Slide):
    """The wall. Without themes there is one group without a name. `marked` are the ids of the notes that have just come."""

    NAME: ClassVar[str] = N_("ideaseinä")
    AT_WORK = True

    around: Around
    title: str
    question: str
    groups: tuple[Group, ...]
    total: int
    time: TimeLeft | None
    marked: frozenset[str] = frozenset()

    @property
    def key(self) -> Hashable:
        return (type(self), self.groups)

    def pages(self, sheet: Sheet) -> int:
        _, card, wall = self._plan(sheet)
        return (len(card.pages) if card is not None else 0) + len(wall)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, card, wall = self._plan(canvas)
        pages = (len(card.pages) if card is not None else 0) + len(wall)
        surround.foot = self._foot(canvas, place_of(page, pages))
        surround.draw(canvas)
        if card is not None and page < len(card.pages):
            card.draw(canvas, page, numbered=False)
            return
        shown = wall[page - (len(card.pages) if card is not None else 0)]
        draw_wall(canvas, shown, surround.main.left(), surround.main.top() - 14, self.marked)

    def spoken(self, tr: Translator) -> Spoken:
        groups = [group.told(tr, len(self.groups) == 1) for group in self.groups]
        title, more = (self.question, self.title) if self.question else (self.title, "")
        around = self.around.told(tr, self.time, sending(self.around, tr)[0])
        return spoken(title, passage(more, quiet=True), *groups, passage(ideas_in_all(tr, self.total), quiet=True), around)

    def _foot(self, sheet: Sheet, where: str = "") -> Foot:
        total = ideas_in_all(sheet.tr, self.total)
        right = f"{total} · {where}" if where else total
        return ideas_foot(self.around, sheet, right)

    def _plan(self, sheet: Sheet) -> tuple[Surround, Card | None, WallPages]:
        beside = self.time.tag(sheet.tr) if self.time is not None else self.around.clock_beside(sheet)
        head, long = Head(sheet, self.question or self.title, beside), False
        if head.lines > MOST_TITLE and self.question:
            head, long = Head(sheet, self.title, beside), True
        surround = Surround(sheet, head, self._foot(sheet, WIDEST_PLACE))
        main = surround.main
        card = Card(sheet, main, self.question) if long else None
        return surround, card, lay_wall(sheet, self.groups, main.width(), main.height() + 20)


@dataclass(frozen=True)
class RaisedSlide(Slide):
    """One note, large enough for the last row."""

    NAME: ClassVar[str] = N_("nostettu lappu")

    around: Around
    title: str
    note: Note
    theme: str
    total: int

    @property
    def key(self) -> Hashable:
        return (type(self), self.note.id, self.note.words)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[2])

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, inside, pieces = self._plan(canvas)
        surround.draw(canvas)
        fill, border = colours(canvas.theme, self.note)
        behind = canvas.theme["surface"]
        paint.folded_note(canvas.painter, surround.main, fill, border, behind=behind, width=5, fold=90, radius=16)
        for tag, x, middle in self._tags(canvas, surround.main):
            tag.draw(canvas, x, middle)
        if len(pieces) > 1:
            where = set_words(f"{page + 1} / {len(pieces)}", Style(44), inside.width())
            canvas.put(where, inside.left(), inside.bottom() + 4, "ink2", align=RIGHT)
        canvas.put_in(pieces[page], inside, tier="A")

    def spoken(self, tr: Translator) -> Spoken:
        note = passage(self.note.told(tr), heading=self.theme)
        around = self.around.told(tr, foot=sending(self.around, tr)[0])
        return spoken(self.title, note, passage(ideas_in_all(tr, self.total), quiet=True), around)

    def _tags(self, sheet: Sheet, main: QRectF) -> list[tuple[Tag, float, float]]:
        """The theme and how many say the same: (tag, left, middle)."""
        words = [self.theme] if self.theme else []
        if self.note.same > 1:
            words.append(sheet.tr("{n} samaa", n=self.note.same))
        room = main.width() - 60 - 130 - 240
        tags = [Tag(each, fill="surface", ink="ink", border="edge", room=room) for each in words]
        placed, left = [], main.left() + 60
        for tag in tags:
            placed.append((tag, left, main.top() + 32 + max(each.height for each in tags) / 2))
            left += tag.width + 24
        return placed

    def _plan(self, sheet: Sheet) -> tuple[Surround, QRectF, list[Setting]]:
        total = ideas_in_all(sheet.tr, self.total)
        surround = self.around.surround(sheet, self.title, ideas_foot(self.around, sheet, total))
        over = max(
            (middle + tag.height / 2 - surround.main.top() for tag, _, middle in self._tags(sheet, surround.main)), default=16
        )
        inside = surround.main.adjusted(60, over + 24, -110, -60)
        found = fit(self.note.words, RAISED, inside.width(), inside.height(), RAISED_SIZES)
        if found is not None:
            return surround, inside, [found]
        least = set_words(self.note.words, RAISED.sized(RAISED_SIZES[-1]), inside.width())
        return surround, inside, into_pages(least, inside.height())


@dataclass(frozen=True)
class EmptyWallSlide(Slide):
    """No notes yet: the question alone, and how to send one."""

    NAME: ClassVar[str] = N_("ideaseinä")
    AT_WORK = True

    around: Around
    title: str
    question: str

    @property
    def key(self) -> Hashable:
        return (type(self), self.question)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[2])

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, how, pieces = self._plan(canvas)
        surround.draw(canvas)
        main = surround.main
        low = main.bottom() - how.height
        canvas.icon(main.left() + 4, low + how.style.line / 2, how.style.size, sending(self.around, canvas.tr)[1])
        canvas.put(how, main.left() + how.style.size + 28, low, tier="A")
        canvas.put_in(pieces[page], main.adjusted(0, 0, 0, -how.height - 24), tier="A")

    def spoken(self, tr: Translator) -> Spoken:
        how = passage(sending(self.around, tr)[0])
        return spoken(self.title, passage(self.question), how, self.around.told(tr, foot=self.around.next_words(tr) or " "))

    def _plan(self, sheet: Sheet) -> tuple[Surround, Setting, list[Setting]]:
        head = Head(sheet, self.title, self.around.clock_beside(sheet), self.around.mode_tag(sheet))
        surround = Surround(sheet, head, self.around.foot(sheet, self.around.next_words(sheet.tr) or " "))
        main = surround.main
        how = best(sending(self.around, sheet.tr)[0], HOW, main.width() - HOW.size - 28, HOW.line, (HOW.size, 60))
        room = main.height() - how.height - 24
        found = fit(self.question, QUESTION, main.width(), room, QUESTION_SIZES)
        if found is not None:
            return surround, how, [found]
        return surround, how, into_pages(set_words(self.question, QUESTION.sized(60), main.width()), room)


def sending(around: Around, tr: Translator) -> tuple[str, str]:
    """How to send an idea: (words, icon)."""
    if around.address:
        return tr("Lähetä idea: {address}", address=strong(around.address)), "paper-plane-right"
    return tr("Kirjoita ideasi lapulle."), "note-pencil"


def ideas_in_all(tr: Translator, total: int) -> str:
    """How many notes are on the wall."""
    return tr.n("{n} idea", "{n} ideaa", total)


def ideas_foot(around: Around, sheet: Sheet, right: str) -> Foot:
    """The foot of the wall: how to send an idea, how many there are."""
    words, icon = sending(around, sheet.tr)
    return around.foot(sheet, words, icon, strong(right))


def slide(stage: Stage) -> Slide:
    """A raised note goes first, then the wall, and the question alone while the wall is empty."""
    settings: Settings = stage.settings
    wall: State = stage.mine
    question = settings.prompt.strip()
    raised = wall.ideas.get(wall.raised)
    if raised is not None and raised.shown:
        names = {theme.id: (place, theme.name) for place, theme in enumerate(wall.themes)}
        place, name = names.get(wall.theme_of(raised), (-1, ""))
        return RaisedSlide(stage.around, stage.title, note_of(raised, place), name, wall.count)
    if not wall.count:
        heading = stage.title if question else stage.state.info.title.strip()
        return EmptyWallSlide(stage.around, heading, question or stage.title)
    notes = stage.kept.of(stage.step.id, ShownNotes)
    marked = stage.fresh(stage.step.id, notes.follow(wall), stage.now_ms, notes.__contains__)
    return WallSlide(stage.around, stage.title, question, notes.groups, wall.count, stage.time, marked)
