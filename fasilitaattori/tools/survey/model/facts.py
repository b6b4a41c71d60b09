"""A survey as facts. Answers go into the same secret box as ballots: only the results remain, in one event."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.workshop.events import Body, Event
from fasilitaattori.workshop.paper import PaperEntered, Papers, PaperTakenOut
from fasilitaattori.workshop.tool import ToolState

SCALE, ONE, MANY, TEXT = "scale", "one", "many", "text"
SHOWN_FROM = 5  # under this many answers only the count is shown (DOMAIN: groups under 5 are not shown)


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """`kind` scale | one | many | text; a scale has `steps` steps with labelled ends `low` and `high`."""

    id: str
    text: str
    kind: str = SCALE
    options: list[str] = []
    low: str = ""
    high: str = ""
    steps: int = 5
    optional: bool = True


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """A few words before the questions, and the questions."""

    intro: str = ""
    questions: list[Question] = []


class QuestionResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """`counts` option index or scale step (from 1) as text -> answers; `texts` the free answers in no order; `n` answered;
    on `unclear` papers nobody could read the answer."""

    id: str
    counts: dict[str, int] = {}
    texts: list[str] = []
    n: int = 0
    unclear: int = 0

    def with_late(self, more: "QuestionResult") -> "QuestionResult":
        """Together with the answers on papers that were added after the survey was closed."""
        counts = {key: self.counts.get(key, 0) + more.counts.get(key, 0) for key in {**self.counts, **more.counts}}
        texts = sorted([*self.texts, *more.texts])
        return QuestionResult(self.id, counts, texts, self.n + more.n, self.unclear + more.unclear)

    @property
    def mean(self) -> float | None:
        """The mean step of a scale, None without answers."""
        total = sum(self.counts.values())
        return sum(int(step) * count for step, count in self.counts.items()) / total if total else None


class SurveyOpened(Body, frozen=True):
    """The box is open; the questions are copied in. The event's id is the id of the box."""

    questions: list[Question]
    KIND: ClassVar[str] = "survey.opened"
    FINAL: ClassVar[bool] = True


class SurveyCounted(Body, frozen=True):
    """All that remains of the answers; `papers` of them came on paper."""

    of: str
    answers: int
    results: list[QuestionResult]
    papers: int = 0
    KIND: ClassVar[str] = "survey.counted"
    FINAL: ClassVar[bool] = True


class SurveyPaperEntered(PaperEntered, frozen=True):
    """A form on paper was typed in, or corrected."""

    KIND: ClassVar[str] = "survey.paper_entered"
    UNDO: ClassVar[str] = N_("paperin kirjaus")


class SurveyPaperTakenOut(PaperTakenOut, frozen=True):
    """A form on paper counts no more."""

    KIND: ClassVar[str] = "survey.paper_taken_out"
    UNDO: ClassVar[str] = N_("paperin poisto")


class SurveyPapersOpened(Body, frozen=True):
    """Forms on paper may still be added to a survey that is closed. The event's id is the id of their box; `questions` are
    copied in when the survey was never open."""

    questions: list[Question] = msgspec.field(default_factory=list)
    KIND: ClassVar[str] = "survey.papers_opened"
    FINAL: ClassVar[bool] = True


class SurveyPapersCounted(Body, frozen=True):
    """All that remains of the forms on paper that were added after the survey was closed."""

    of: str
    answers: int
    results: list[QuestionResult]
    KIND: ClassVar[str] = "survey.papers_counted"
    FINAL: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The results; `shown` = enough answers to show more than the count. `papers` of the answers came on paper, `late` of
    those after the survey was closed."""

    answers: int
    results: list[QuestionResult]
    papers: int = 0
    late: int = 0

    def with_late(self, more: SurveyPapersCounted) -> "SurveyResult":
        """The results with papers that were added after the survey was closed."""
        known = {result.id: result for result in self.results}
        for result in more.results:
            known[result.id] = known.get(result.id, QuestionResult(result.id)).with_late(result)
        n = more.answers
        return SurveyResult(self.answers + n, list(known.values()), self.papers + n, self.late + n)

    @property
    def shown(self) -> bool:
        return self.answers >= SHOWN_FROM

    def of(self, question_id: str) -> QuestionResult:
        """The result of a question (an empty one when there is none)."""
        return next((r for r in self.results if r.id == question_id), QuestionResult(question_id))


@dataclass(frozen=True, slots=True)
class Round:
    """A survey that was asked and counted: its questions and results."""

    questions: list[Question]
    result: SurveyResult


@dataclass(slots=True)
class State(ToolState):
    """The survey as it stands; `box` is the id of the box going on ("" = none), `late` that of the box for papers that are
    added after closing, `earlier` what was asked and counted in the same step before it was asked again."""

    box: str = ""
    questions: list[Question] = field(default_factory=list)
    result: SurveyResult | None = None
    late: str = ""
    papers: Papers = field(default_factory=Papers)
    earlier: list[Round] = field(default_factory=list)

    @property
    def rounds(self) -> list[Round]:
        """Every time it was asked and counted, the latest last; a time when nobody answered only when there is no other."""
        latest = [Round(self.questions, self.result)] if self.result is not None else []
        return [*self.earlier, *latest] if not self.earlier or self.result is None or self.result.answers else self.earlier

    @property
    def open(self) -> bool:
        return bool(self.box)

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case SurveyOpened(questions=questions):
                if self.result is not None and self.result.answers:
                    self.earlier.append(Round(self.questions, self.result))
                self.box, self.questions, self.result = event.id, questions, None
                self.late, self.papers = "", Papers()
            case SurveyCounted(of=of, answers=answers, results=results, papers=papers):
                if of == self.box:
                    self.box, self.result = "", SurveyResult(answers, results, papers)
                    self.papers = self.papers.counted()
            case SurveyPaperEntered() | SurveyPaperTakenOut() as paper:
                if paper.of and paper.of in (self.box, self.late):
                    self.papers.apply(paper)
            case SurveyPapersOpened(questions=questions):
                if not self.open:
                    self.late, self.questions = event.id, self.questions or questions
            case SurveyPapersCounted(of=of) as more:
                if of == self.late:
                    self.late, self.papers = "", self.papers.counted()
                    self.result = (self.result or SurveyResult(0, [])).with_late(more)

    @property
    def on_paper(self) -> int:
        """How many of those came on paper."""
        return len(self.papers.slips) if self.open else self.result.papers if self.result else 0

    def turnout(self, turnout: dict[str, int]) -> int:
        """Answers in the box now, those on paper too, or counted. `turnout` is the workshop's: of the phones."""
        if self.open:
            return turnout.get(self.box, 0) + len(self.papers.slips)
        return self.result.answers if self.result else 0


BODIES: tuple[type[Body], ...] = (
    *(SurveyOpened, SurveyCounted),
    *(SurveyPaperEntered, SurveyPaperTakenOut, SurveyPapersOpened, SurveyPapersCounted),
)
