"""What the room sees of a vote: what is voted on and how many have voted while it is open; the result when it is counted.

While the box is open nothing tells how the vote goes. Numbers counted in the room are added to those of the phones, and the
words tell how many they are.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround, TimeLeft
from fasilitaattori.kit.slides.card import Card
from fasilitaattori.kit.slides.listing import Item, Items
from fasilitaattori.kit.slides.plain import SaidInWords, WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.rows import Mark, Row, RowsSlide, Told
from fasilitaattori.kit.slides.sheet import WIDEST_PLACE, Canvas, Sheet, place_of
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.kit.slides.turnout import Turnout, draw_turnout, panel_width
from fasilitaattori.kit.slides.words import strong
from fasilitaattori.tools.vote.model import Settings, State

AGREED_FROM = 3
"""From here up a step of the scale means "I can live with it" (fist to five)."""

ITEM_SIZES = (60, 54, 50, 44)
MOST_TITLE = 2
"""Lines of a question in the head; a longer one gets a page of its own."""


@dataclass(frozen=True)
class BallotSlide(Slide):
    """An open vote. `kind` as in the settings; `dots`, `per_option` and `most` are its limits."""

    NAME: ClassVar[str] = N_("äänestys")
    AT_WORK = True

    around: Around
    title: str
    question: str
    items: tuple[Item, ...]
    turnout: Turnout
    kind: str
    dots: int
    per_option: int
    most: int
    time: TimeLeft | None

    @property
    def key(self) -> Hashable:
        return (type(self), self.question, self.items, self.turnout)

    def pages(self, sheet: Sheet) -> int:
        _, cards, items = self._plan(sheet)
        return (len(cards.pages) if cards is not None else 0) + len(items.pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, card, items = self._plan(canvas)
        questions = len(card.pages) if card is not None else 0
        pages = questions + len(items.pages)
        surround.foot = self._foot(canvas, place_of(page, pages))
        surround.draw(canvas)
        if card is not None and page < questions:
            card.draw(canvas, page, numbered=False)
        else:
            items.draw(canvas, page - questions)
        width = panel_width(canvas)
        box = QRectF(surround.main.right() - width, surround.main.top(), width, surround.main.height())
        draw_turnout(canvas, box, self.turnout, canvas.tr("äänestänyt"), self._rules(canvas.tr))

    def _rules(self, tr: Translator) -> tuple[str, ...]:
        match self.kind:
            case "one":
                rules = [tr("Valitse yksi.")]
            case "several":
                rules = [
                    tr.n("Valitse enintään {n}.", "Valitse enintään {n}.", self.most)
                    if self.most
                    else tr("Valitse niin monta kuin haluat.")
                ]
            case "scale":
                rules = [tr("Valitse luku nollasta viiteen.")]
            case _:
                rules = [tr.n("Anna {n} piste.", "Anna {n} pistettä.", self.dots)]
                if 1 <= self.per_option < self.dots:
                    rules.append(tr.n("Samalle enintään {n}.", "Samalle enintään {n}.", self.per_option))
        return tuple(rules)

    def spoken(self, tr: Translator) -> Spoken:
        title, more = (self.question, self.title) if self.question else (self.title, "")
        items = listing(item.spoken for item in self.items)
        done = passage(self.turnout.told(tr, tr("äänestänyt")), quiet=True)
        around = self.around.told(tr, self.time, self._how(tr)[0])
        return spoken(title, passage(more, quiet=True), items, passage(*self._rules(tr)), done, around)

    def _how(self, tr: Translator) -> tuple[str, str]:
        """How one votes: (words, icon)."""
        if self.around.address:
            return tr("Äänestä puhelimella tai käsin: {address}", address=strong(self.around.address)), "hand-tap"
        return tr("Äänestetään nostamalla käsi."), "hand-palm"

    def _foot(self, sheet: Sheet, where: str = "") -> Foot:
        return self.around.foot(sheet, *self._how(sheet.tr), strong(where) if where else "")

    def _plan(self, sheet: Sheet) -> tuple[Surround, Card | None, Items]:
        """Room for the number of the page is kept when there is more than one."""
        surround, card, items = self._laid(sheet, "")
        if len(items.pages) + (len(card.pages) if card is not None else 0) > 1:
            surround, card, items = self._laid(sheet, WIDEST_PLACE)
        return surround, card, items

    def _laid(self, sheet: Sheet, where: str) -> tuple[Surround, Card | None, Items]:
        beside = self.time.tag(sheet.tr) if self.time is not None else self.around.clock_beside(sheet)
        head, long = Head(sheet, self.question or self.title, beside), False
        if head.lines > MOST_TITLE and self.question:
            head, long = Head(sheet, self.title, beside), True
        surround = Surround(sheet, head, self._foot(sheet, where))
        box = surround.main.adjusted(0, 0, -panel_width(sheet) - 60, 0)
        card = Card(sheet, box, self.question) if long else None
        return surround, card, Items(sheet, box, self.items, ITEM_SIZES)


@dataclass(frozen=True)
class ResultSlide(RowsSlide):
    """The result. `tied` candidates share the last place that goes on; `least` is the lowest step of the scale anybody chose
    (-1 = nobody, or no scale)."""

    NAME: ClassVar[str] = N_("äänestyksen tulos")

    kind: str
    question: str
    voters: int
    by_hand: int
    blanks: int
    tied: int
    least: int

    def told(self, tr: Translator) -> Told:
        if self.kind == "scale":
            foot, icon = self._agreement(tr)
            return Told(self.question or tr("Näin vastattiin"), self._note(tr), foot, icon)
        title = tr("Näin pisteet jakautuivat") if self.kind == "dots" else tr("Näin äänet jakautuivat")
        if self.tied:
            return Told(title, self._note(tr), tr("Tasatilanne: päätetään yhdessä, mikä pääsee jatkoon."), "scales")
        return Told(title, self._note(tr))

    def _note(self, tr: Translator) -> str:
        """How many voted, how many of them by hand, and what was given in all."""
        parts = [tr.n("{n} äänesti", "{n} äänesti", self.voters)]
        if self.by_hand:
            parts.append(tr.n("heistä {n} käsin", "heistä {n} käsin", self.by_hand))
        if self.kind == "dots":
            points = sum(row.points for row in self.rows)
            parts.append(tr.n("{n} piste", "{n} pistettä", points))
        if self.blanks:
            parts.append(tr.n("{n} tyhjä", "{n} tyhjää", self.blanks))
        return ", ".join(parts)

    def _agreement(self, tr: Translator) -> tuple[str, str]:
        """What the scale tells of agreement: from three up people can live with it, below it worries are heard first."""
        if self.least < 0:
            return "", ""
        if self.least >= AGREED_FROM:
            return tr("Kaikki antoivat vähintään kolmosen."), "check-circle"
        low = sum(row.points for row in self.rows if int(row.lead) < AGREED_FROM)
        return tr.n("{n} antoi alle kolmosen: kuullaan huolet.", "{n} antoi alle kolmosen: kuullaan huolet.", low), "info"


@dataclass(frozen=True)
class NoVotesSlide(SaidInWords):
    """A vote that was closed without a vote."""

    NAME: ClassVar[str] = N_("äänestyksen tulos")

    around: Around
    question: str

    @property
    def key(self) -> Hashable:
        return (type(self), self.question)

    def words_in(self, tr: Translator) -> WordsSlide:
        return WordsSlide(self.around, self.question, tr("Ei äänestetty"))


def slide(stage: Stage) -> Slide:
    """The result when there is one (counted, or hands alone), else the ballot."""
    vote: State = stage.mine
    if vote.nobody and not vote.open:
        return NoVotesSlide(stage.around, stage.settings.question.strip() or stage.title)
    if not vote.open and (vote.result is not None or vote.hands):
        return result(stage)
    settings: Settings = stage.settings
    labels = [*settings.labels, *[""] * 6][:6]
    if settings.kind == "scale":
        items = tuple(Item(labels[step].strip(), str(step)) for step in range(5, -1, -1))
    else:
        items = tuple(Item(candidate.text) for candidate in vote.candidates)
    if not items:
        question = settings.question.strip()
        return CardSlide(stage.around, stage.title if question else stage.state.info.title.strip(), question or stage.title)
    turnout = Turnout(vote.turnout(stage.state.turnout), stage.phones())
    return BallotSlide(
        stage.around,
        stage.title,
        settings.question.strip(),
        items,
        turnout,
        settings.kind,
        settings.dots,
        settings.per_option,
        settings.max_choices,
        stage.time,
    )


def result(stage: Stage) -> Slide:
    """The counted vote as rows, most points first; on the scale from five down to nought."""
    vote: State = stage.mine
    settings: Settings = stage.settings
    scale = settings.kind == "scale"
    rows = _steps(settings, vote) if scale else _ranked(settings, vote)
    chosen = [int(row.lead) for row in rows if row.points] if scale else []
    return ResultSlide(
        stage.around,
        rows,
        settings.kind == "dots",
        settings.kind,
        settings.question.strip() or stage.title,
        vote.voters(),
        vote.hand_voters,
        vote.result.blanks if vote.result is not None else 0,
        sum(row.mark == "tied" for row in rows),
        min(chosen, default=-1),
    )


def _steps(settings: Settings, vote: State) -> tuple[Row, ...]:
    labels = [*settings.labels, *[""] * 6][:6]
    return tuple(Row(labels[step].strip(), vote.total(str(step)), str(step), filled=True) for step in range(5, -1, -1))


def _ranked(settings: Settings, vote: State) -> tuple[Row, ...]:
    marks, filled = _marks(settings, vote), vote.filled(settings)
    return tuple(
        Row(candidate.text, points, mark=marks.get(candidate.id, ""), filled=candidate.id in filled)
        for candidate, points in vote.ranking()
    )


def _marks(settings: Settings, vote: State) -> dict[str, Mark]:
    """Candidate -> whether it goes on, or shares the last place with others."""
    on, tied = vote.marked(settings)
    marks: dict[str, Mark] = {candidate.id: "on" for candidate in on}
    marks.update({candidate.id: "tied" for candidate in tied})
    return marks
