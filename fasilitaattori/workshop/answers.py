"""Mitä sanoitte, mitä tehtiin: what came of each theme, idea, decision and action, told to those who took part.

Participation is communication: people come again when they see what became of their words. An answer is written months after
the evening, so it has nothing to do with the approval of the minutes. What the log says already (who does an action, and by
when) is not said again: an answer has its own only where they differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event, Outcome
from fasilitaattori.workshop.info import parse_date
from fasilitaattori.workshop.promised import promised_day
from fasilitaattori.workshop.record import ACTION, DECISION, MAX_TEXT, clean_text
from fasilitaattori.workshop.tool import Matter

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

DONE, UNDER_WAY, REFUSED, WAITING = "done", "under_way", "refused", "waiting"
OUTCOMES = (DONE, UNDER_WAY, REFUSED, WAITING)
SETTLED = frozenset({DONE, REFUSED})
TELLING = "next"
"""The id, and the kind, of the promise every workshop ends with: what is done with the material, who tells, and when."""

MAX_LINE, MAX_ADDRESS = 200, 500
_SCHEMES = ("https://", "http://")


class _Answers(Body, frozen=True):
    PART: ClassVar[str] = "answers"


class Answered(_Answers, frozen=True):
    """What came of something: `of` is the id of a theme, an idea, an entry of the record, or TELLING; `outcome` one of
    OUTCOMES. `who` tells (or does), and `when`, as people say it; "" = as the log says already."""

    of: str
    outcome: str
    text: str = ""
    who: str = ""
    when: str = ""
    KIND: ClassVar[str] = "answers.given"
    UNDO: ClassVar[str] = N_("vastaus")


class AnswerWithdrawn(_Answers, frozen=True):
    """There is no answer to this any more."""

    of: str
    KIND: ClassVar[str] = "answers.withdrawn"
    UNDO: ClassVar[str] = N_("vastauksen poisto")


class PageTold(_Answers, frozen=True):
    """Where the page with the answers can be read, "" = nowhere: the poster shows it and its code."""

    address: str
    KIND: ClassVar[str] = "answers.page"
    UNDO: ClassVar[str] = N_("verkkosivun osoite")


class Answer(msgspec.Struct, frozen=True):
    """An answer as it stands; `at` is when it was last changed (wall time, ISO)."""

    of: str
    outcome: str
    text: str
    who: str
    when: str
    at: str


class AnswersRewritten(_Answers, frozen=True):
    """Answers written anew without the name of somebody who was erased; what they said before is blanked on disk."""

    answers: list[Answer]
    KIND: ClassVar[str] = "answers.rewritten"


BODIES: tuple[type[Body], ...] = (Answered, AnswerWithdrawn, PageTold, AnswersRewritten)


@dataclass(slots=True)
class Answers:
    """Every answer by what it answers."""

    by_id: dict[str, Answer] = field(default_factory=dict)
    page: str = ""

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case Answered(of=of, outcome=outcome, text=text, who=who, when=when) if outcome in OUTCOMES:
                self.by_id[of] = Answer(of, outcome, text, who, when, event.at)
            case AnswerWithdrawn(of=of):
                self.by_id.pop(of, None)
            case AnswersRewritten(answers=answers):
                self.by_id |= {one.of: one for one in answers}
            case PageTold(address=address):
                self.page = address

    @property
    def last_at(self) -> str:
        """When the newest answer was given (wall time, ISO), "" = there are none."""
        return max((answer.at for answer in self.by_id.values()), default="")


class Promise(msgspec.Struct, frozen=True):
    """Something that was promised by a day and of which nobody has told yet that it is done, or will not be."""

    of: str
    day: date


# --- what can be answered ------------------------------------------------------------------------------------------


def matters(state: "Workshop") -> list[Matter]:
    """Everything that can be given an answer: the promise to tell, actions, decisions, then what the tools brought step by step
    (themes and ideas)."""
    found = [told] if (told := _telling(state)) is not None else []
    found += [_entry(state, ACTION, of) for of in state.record.by_id if state.record.by_id[of].kind == ACTION]
    found += [_entry(state, DECISION, of) for of in state.record.by_id if state.record.by_id[of].kind == DECISION]
    for step in state.plan.steps():
        found += state.tool(step).matters()
    return found


def answer_to(state: "Workshop", matter: Matter) -> Answer | None:
    """Its own answer, else that of the theme it belongs to."""
    answers = state.answers.by_id
    return answers.get(matter.id) or (answers.get(matter.under) if matter.under else None)


def is_asked(matter: Matter) -> bool:
    """Does it wait for an answer of its own? An idea under a theme is answered with its theme."""
    return not matter.under and not matter.loose


def promise_of(state: "Workshop", matter: Matter) -> Promise | None:
    """What has been promised of it, when a day can be read: that of its answer, else its own."""
    answer = state.answers.by_id.get(matter.id)
    if answer is not None and answer.outcome in SETTLED:
        return None
    told = answer is not None and bool(answer.when)
    words = answer.when if answer is not None and told else matter.when
    since = datetime.fromisoformat(answer.at).date() if answer is not None and told else day_of(state)
    day = promised_day(words, since) if words and since else None
    return Promise(matter.id, day) if day is not None else None


def promises(state: "Workshop") -> list[Promise]:
    """Every promise that is open once the evening is over, the oldest first. Costs by what is in the record and answered, not
    by the ideas there are."""
    if state.run.phase != "ended":
        return []
    told = _telling(state)
    known = [told] if told is not None else []
    known += [_entry(state, entry.kind, entry.id) for entry in state.record.entries if entry.kind in (ACTION, DECISION)]
    met = {matter.id for matter in known} | {TELLING}
    known += [Matter(of, "") for of in state.answers.by_id if of not in met and _is_there(state, of)]
    found = [promise for matter in known if (promise := promise_of(state, matter)) is not None]
    return sorted(found, key=lambda promise: promise.day)


def day_of(state: "Workshop") -> date | None:
    """The day from which promises without a year count: that of the workshop, else when it began."""
    planned = parse_date(state.info.date)
    if planned is not None or not state.run.visits:
        return planned
    return datetime.fromisoformat(state.run.visits[0].start_at).date()


def _telling(state: "Workshop") -> Matter | None:
    now = state.closing
    return Matter(TELLING, TELLING, now.where, who=now.who, when=now.when) if now.where or now.who or now.when else None


def _entry(state: "Workshop", kind: str, of: str) -> Matter:
    entry = state.record.by_id[of]
    return Matter(of, kind, entry.text, who=entry.who, when=entry.due, at=entry.at)


def _is_there(state: "Workshop", of: str) -> bool:
    if of == TELLING:
        return _telling(state) is not None
    entry = state.record.by_id.get(of)
    if entry is not None:
        return entry.kind in (ACTION, DECISION)
    return any(state.tool(step).holds(of) for step in state.plan.steps())


# --- commands ------------------------------------------------------------------------------------------------------


def answer(of: str, outcome: str, text: str = "", who: str = "", when: str = "") -> Command:
    """Tell what came of something, or tell it anew. RuleViolation: no_entry, too_long. ValueError for an outcome that does not
    exist."""
    if outcome not in OUTCOMES:
        raise ValueError(f"unknown outcome: {outcome}")

    def command(state: "Workshop") -> list[Outcome]:
        if not _is_there(state, of):
            raise RuleViolation("no_entry")
        new = Answered(of, outcome, clean_text(text) if text.strip() else "", _line(who), _line(when))
        if len(new.text) > MAX_TEXT:
            raise RuleViolation("too_long", limit=MAX_TEXT)
        now = state.answers.by_id.get(of)
        same = now is not None and (now.outcome, now.text, now.who, now.when) == (new.outcome, new.text, new.who, new.when)
        return [] if same else [new]

    return command


def withdraw(of: str) -> Command:
    """Take an answer back: it waits for one again."""

    def command(state: "Workshop") -> list[Outcome]:
        return [AnswerWithdrawn(of)] if of in state.answers.by_id else []

    return command


def tell_page(address: str) -> Command:
    """Say where the page can be read. RuleViolation: bad_address, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        clean = web_address(address)
        return [] if clean == state.answers.page else [PageTold(clean)]

    return command


def web_address(words: str) -> str:
    """The address as a browser takes it: https:// when no other is written. RuleViolation: bad_address, too_long."""
    bare = words.strip()
    if not bare:
        return ""
    whole = bare if bare.lower().startswith(_SCHEMES) else f"https://{bare}"
    if len(whole) > MAX_ADDRESS:
        raise RuleViolation("too_long", limit=MAX_ADDRESS)
    host = whole.split("://", 1)[1].split("/", 1)[0]
    if any(char.isspace() or not char.isprintable() for char in whole) or "." not in host.strip("."):
        raise RuleViolation("bad_address")
    return whole


def _line(words: str) -> str:
    clean = " ".join(words.split())
    if len(clean) > MAX_LINE:
        raise RuleViolation("too_long", limit=MAX_LINE)
    return clean


def outcomes(state: "Workshop") -> Iterator[str]:
    """The outcome of everything that waits for an answer of its own or has one, "" = none yet."""
    for matter in matters(state):
        own = state.answers.by_id.get(matter.id)
        if own is not None or is_asked(matter):
            yield own.outcome if own is not None else ""
