"""What the room sees of a survey: what it is about and how many have answered; afterwards the figures, one question at a time.

Free answers are never shown to the room, and figures only from five answers on, so that nobody can be picked out.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.album import Album
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround, TimeLeft
from fasilitaattori.kit.slides.card import Card
from fasilitaattori.kit.slides.plain import SaidInWords, WordsSlide
from fasilitaattori.kit.slides.rows import Row, RowsSlide, Told
from fasilitaattori.kit.slides.sheet import Canvas, Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.kit.slides.turnout import Turnout, draw_turnout, panel_width
from fasilitaattori.kit.slides.words import strong
from fasilitaattori.tools.survey.model import Question, QuestionResult, Settings, State, SurveyResult
from fasilitaattori.tools.survey.model.facts import SHOWN_FROM


@dataclass(frozen=True)
class AskingSlide(Slide):
    """An open survey: its words to the room, and how many have answered."""

    NAME: ClassVar[str] = N_("kysely")
    AT_WORK = True

    around: Around
    title: str
    intro: str
    questions: int
    turnout: Turnout
    time: TimeLeft | None

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.intro, self.turnout)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[1].pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, card = self._plan(canvas)
        surround.draw(canvas)
        card.draw(canvas, page)
        width = panel_width(canvas)
        box = QRectF(surround.main.right() - width, surround.main.top(), width, surround.main.height())
        draw_turnout(canvas, box, self.turnout, canvas.tr("vastannut"), self._rules(canvas.tr))

    def spoken(self, tr: Translator) -> Spoken:
        done = passage(self.turnout.told(tr, tr("vastannut")), quiet=True)
        around = self.around.told(tr, self.time, self._how(tr))
        return spoken(self.title, passage(self.intro), passage(*self._rules(tr)), done, around)

    def _rules(self, tr: Translator) -> tuple[str, ...]:
        return tr.n("{n} kysymys", "{n} kysymystä", self.questions), tr("Vastaat nimettömästi.")

    def _how(self, tr: Translator) -> str:
        """How one answers."""
        if self.around.address:
            return tr("Vastaa puhelimella tai paperilla: {address}", address=strong(self.around.address))
        return tr("Vastataan paperilla.")

    def _foot(self, sheet: Sheet) -> Foot:
        return self.around.foot(sheet, self._how(sheet.tr), "note-pencil")

    def _plan(self, sheet: Sheet) -> tuple[Surround, Card]:
        beside = self.time.tag(sheet.tr) if self.time is not None else self.around.clock_beside(sheet)
        surround = Surround(sheet, Head(sheet, self.title, beside), self._foot(sheet))
        box = surround.main.adjusted(0, 0, -panel_width(sheet) - 60, 0)
        return surround, Card(sheet, box, self.intro)


@dataclass(frozen=True)
class FiguresSlide(RowsSlide):
    """One question's answers. `mean` of a scale, None otherwise; `high` and `steps` tell what its best step is."""

    NAME: ClassVar[str] = N_("kyselyn tulokset")

    question: str
    answers: int
    mean: float | None
    steps: int
    place: int
    places: int

    def told(self, tr: Translator) -> Told:
        note = tr.n("{n} vastaus", "{n} vastausta", self.answers)
        if self.mean is not None:
            note += ", " + tr("keskiarvo {mean} / {steps}", mean=tr.number(self.mean, 1), steps=self.steps)
        if self.places > 1:
            where = tr("Kysymys {n} / {all}", n=self.place, all=self.places)
            return Told(self.question, note, where, "chart-bar-horizontal")
        return Told(self.question, note)


@dataclass(frozen=True)
class TooFewSlide(SaidInWords):
    """Something that may not be shown, and why: `few` answers to all of it, or free answers only."""

    NAME: ClassVar[str] = N_("kyselyn tulokset")

    around: Around
    title: str
    question: str
    few: bool
    answers: int

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.question, self.few)

    def words_in(self, tr: Translator) -> WordsSlide:
        few, thanks = tr("Vastauksia on alle viisi, joten tuloksia ei näytetä."), tr("Kiitos vastauksista.")
        words = few if self.few else thanks
        told = tr.n("{n} vastaus", "{n} vastausta", self.answers)
        return WordsSlide(self.around, self.question or self.title, words, told, "chart-bar-horizontal")


@dataclass(frozen=True)
class ResultsSlide(Album, Slide):
    """The figures of all questions."""

    NAME: ClassVar[str] = N_("kyselyn tulokset")


def slide(stage: Stage) -> Slide:
    """The survey while it is open, its figures when it is counted."""
    mine: State = stage.mine
    settings: Settings = stage.settings
    if mine.open or mine.result is None:
        turnout = Turnout(mine.turnout(stage.state.turnout), stage.phones())
        intro = settings.intro.strip()
        heading = stage.title if intro else stage.state.info.title.strip()
        questions = len(mine.questions or settings.questions)
        return AskingSlide(stage.around, heading, intro or stage.title, questions, turnout, stage.time)
    return results(stage, mine.questions, mine.result)


def results(stage: Stage, questions: list[Question], result: SurveyResult) -> Slide:
    """Figures of the questions that can be shown; why not, when none can."""
    if not result.shown:
        return TooFewSlide(stage.around, stage.title, "", True, result.answers)
    asked = [question for question in questions if question.kind != "text"]
    if not asked:
        return TooFewSlide(stage.around, stage.title, "", False, result.answers)
    slides = tuple(
        _figures(stage, question, result.of(question.id), place, len(asked)) for place, question in enumerate(asked, 1)
    )
    return slides[0] if len(slides) == 1 else ResultsSlide(slides)


def _figures(stage: Stage, question: Question, found: QuestionResult, place: int, places: int) -> Slide:
    if found.n < SHOWN_FROM:
        return TooFewSlide(stage.around, stage.title, question.text.strip(), True, found.n)
    scale = question.kind == "scale"
    rows = _scale_rows(question, found) if scale else _option_rows(question, found)
    mean = found.mean if scale else None
    return FiguresSlide(stage.around, rows, False, question.text.strip(), found.n, mean, question.steps, place, places)


def _scale_rows(question: Question, found: QuestionResult) -> tuple[Row, ...]:
    ends = {question.steps: question.high.strip(), 1: question.low.strip()}
    steps = range(question.steps, 0, -1)
    return tuple(Row(ends.get(step, ""), found.counts.get(str(step), 0), str(step), filled=True) for step in steps)


def _option_rows(question: Question, found: QuestionResult) -> tuple[Row, ...]:
    rows = [Row(option.strip(), found.counts.get(str(i), 0), filled=True) for i, option in enumerate(question.options)]
    return tuple(sorted(rows, key=lambda row: -row.points))
