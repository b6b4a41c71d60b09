"""A survey as facts. Answers go into the same secret box as ballots: only the results remain, in one event."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from fasilitaattori.workshop.events import Body, Event
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
    """`counts` option index or scale step (from 1) as text -> answers; `texts` the free answers in no order; `n` answered."""

    id: str
    counts: dict[str, int] = {}
    texts: list[str] = []
    n: int = 0

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
    """All that remains of the answers."""

    of: str
    answers: int
    results: list[QuestionResult]
    KIND: ClassVar[str] = "survey.counted"
    FINAL: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The results; `shown` = enough answers to show more than the count."""

    answers: int
    results: list[QuestionResult]

    @property
    def shown(self) -> bool:
        return self.answers >= SHOWN_FROM

    def of(self, question_id: str) -> QuestionResult:
        """The result of a question (an empty one when there is none)."""
        return next((r for r in self.results if r.id == question_id), QuestionResult(question_id))


@dataclass(slots=True)
class State(ToolState):
    """The survey as it stands; `box` is the id of the box going on ("" = none)."""

    box: str = ""
    questions: list[Question] = field(default_factory=list)
    result: SurveyResult | None = None

    @property
    def open(self) -> bool:
        return bool(self.box)

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case SurveyOpened(questions=questions):
                self.box, self.questions = event.id, questions
            case SurveyCounted(of=of, answers=answers, results=results):
                if of == self.box:
                    self.box, self.result = "", SurveyResult(answers, results)

    def turnout(self, turnout: dict[str, int]) -> int:
        """Answers in the box now, or counted. `turnout` is the workshop's."""
        return turnout.get(self.box, 0) if self.open else self.result.answers if self.result else 0


BODIES: tuple[type[Body], ...] = (SurveyOpened, SurveyCounted)
