"""A vote as facts. Ballots are secret and are no facts: only their count remains, in one event, when the box is opened."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.workshop.events import Body, Event
from fasilitaattori.workshop.paper import PaperEntered, Papers, PaperTakenOut
from fasilitaattori.workshop.tool import ToolState

ONE, SEVERAL, DOTS, SCALE = "one", "several", "dots", "scale"
SCALE_STEPS = 6  # from 0 (fist) to 5 (five fingers)


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`kind` one | several | dots | scale; `dots` each and at most `per_option` on one; `max_choices` 0 = no limit (several);
    `source` "" (the `options`), "ideas" or "themes" of the nearest idea wall before; `labels` of the scale from 0 to 5;
    `goes_on` how many go on to the next step."""

    question: str = ""
    kind: str = DOTS
    dots: int = 3
    per_option: int = 1
    max_choices: int = 0
    options: list[str] = []
    source: str = ""
    labels: list[str] = []
    goes_on: int = 3


class Candidate(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to vote on. On the scale there is one: the proposal itself."""

    id: str
    text: str


class VoteOpened(Body, frozen=True):
    """The box is open; candidates are copied in, so that later changes elsewhere do not change the vote. The event's id is
    the id of the ballot box."""

    candidates: list[Candidate]
    KIND: ClassVar[str] = "vote.opened"
    FINAL: ClassVar[bool] = True


class VoteCounted(Body, frozen=True):
    """All that remains of the ballots. `totals` candidate -> points (on the scale: "0" … "5" -> ballots); `papers` of the
    ballots came on paper, and `rejected` more papers were spoilt, which are no ballots."""

    of: str
    totals: dict[str, int]
    ballots: int
    blanks: int = 0
    papers: int = 0
    rejected: int = 0
    KIND: ClassVar[str] = "vote.counted"
    FINAL: ClassVar[bool] = True


class HandsCounted(Body, frozen=True):
    """Numbers the facilitator counted in the room, from those without phones: kept apart from the ballots."""

    totals: dict[str, int]
    voters: int
    KIND: ClassVar[str] = "vote.hands_counted"
    UNDO: ClassVar[str] = N_("käsiäänten laskenta")


class VotePaperEntered(PaperEntered, frozen=True):
    """A ballot on paper was typed in, or corrected."""

    KIND: ClassVar[str] = "vote.paper_entered"
    UNDO: ClassVar[str] = N_("paperin kirjaus")


class VotePaperTakenOut(PaperTakenOut, frozen=True):
    """A ballot on paper counts no more."""

    KIND: ClassVar[str] = "vote.paper_taken_out"
    UNDO: ClassVar[str] = N_("paperin poisto")


class VotePapersOpened(Body, frozen=True):
    """Ballots on paper may still be added to a vote that is closed. The event's id is the id of their box; `candidates` are
    copied in when the vote was never open."""

    candidates: list[Candidate] = msgspec.field(default_factory=list)
    KIND: ClassVar[str] = "vote.papers_opened"
    FINAL: ClassVar[bool] = True


class VotePapersCounted(Body, frozen=True):
    """All that remains of the ballots on paper that were added after the vote was closed; fields as in VoteCounted."""

    of: str
    totals: dict[str, int]
    ballots: int
    blanks: int = 0
    rejected: int = 0
    KIND: ClassVar[str] = "vote.papers_counted"
    FINAL: ClassVar[bool] = True


APART_FROM = 5  # ballots


@dataclass(frozen=True, slots=True)
class Result:
    """The count of the box. `papers` of the ballots came on paper, `late` of those after the vote was closed; `rejected`
    papers are no ballots."""

    totals: dict[str, int]
    ballots: int
    blanks: int
    papers: int = 0
    rejected: int = 0
    late: int = 0

    def with_late(self, more: VotePapersCounted) -> "Result":
        """The count with papers that were added after the vote was closed."""
        totals = {key: self.totals.get(key, 0) + more.totals.get(key, 0) for key in {**self.totals, **more.totals}}
        sums = (self.ballots + more.ballots, self.blanks + more.blanks, self.papers + more.ballots)
        return Result(totals, *sums, self.rejected + more.rejected, self.late + more.ballots + more.rejected)


@dataclass(slots=True)
class State(ToolState):
    """The vote as it stands; `box` is the id of the ballot box of the round going on ("" = none), `late` that of the box for
    papers that are added after closing."""

    box: str = ""
    candidates: list[Candidate] = field(default_factory=list)
    result: Result | None = None
    earlier: list[Result] = field(default_factory=list)
    hands: dict[str, int] = field(default_factory=dict)
    hand_voters: int = 0
    late: str = ""
    papers: Papers = field(default_factory=Papers)

    @property
    def open(self) -> bool:
        return bool(self.box)

    @property
    def nobody(self) -> bool:
        """Closed without a single vote, by phone or by hand: that is no result of noughts."""
        return self.result is not None and not self.voters() and not self.result.rejected and not any(self.hands.values())

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case VoteOpened(candidates=candidates):
                if self.result is not None and not self.nobody:
                    self.earlier.append(self.result)
                self.box, self.candidates, self.result = event.id, candidates, None
                self.hands, self.hand_voters = {}, 0
                self.late, self.papers = "", Papers()
            case VoteCounted(of=of, totals=totals, ballots=ballots, blanks=blanks, papers=papers, rejected=rejected):
                if of == self.box:
                    self.box, self.result = "", Result(totals, ballots, blanks, papers, rejected)
                    self.papers = self.papers.counted()
            case HandsCounted(totals=totals, voters=voters):
                self.hands, self.hand_voters = totals, voters
            case _:
                self._apply_paper(event)

    def _apply_paper(self, event: Event) -> None:
        match event.body:
            case VotePaperEntered() | VotePaperTakenOut() as paper:
                if paper.of and paper.of in (self.box, self.late):
                    self.papers.apply(paper)
            case VotePapersOpened(candidates=candidates):
                if not self.open:
                    self.late, self.candidates = event.id, self.candidates or candidates
            case VotePapersCounted(of=of) as more:
                if of == self.late:
                    self.late, self.papers = "", self.papers.counted()
                    self.result = (self.result or Result({}, 0, 0)).with_late(more)

    @property
    def on_paper(self) -> int:
        """How many of those came on paper."""
        return len(self.papers.slips) if self.open else self.result.papers if self.result else 0

    def turnout(self, turnout: dict[str, int]) -> int:
        """Ballots in the box now, those on paper too, or counted. `turnout` is the workshop's: of the phones."""
        if self.open:
            return turnout.get(self.box, 0) + len(self.papers.slips)
        return self.result.ballots if self.result else 0

    def total(self, key: str) -> int:
        """Points of a candidate (or ballots on a step of the scale): the box and hands together."""
        return (self.result.totals.get(key, 0) if self.result else 0) + self.hands.get(key, 0)

    @property
    def apart(self) -> bool:
        """May the votes of phones and papers be told apart from the hands counted in the room? Those of a few would be
        somebody's vote."""
        few = self.result is not None and 0 < self.result.ballots < APART_FROM
        return not (few and any(self.hands.values()))

    def voters(self) -> int:
        """All who voted."""
        return (self.result.ballots if self.result else 0) + self.hand_voters

    def ranking(self) -> list[tuple[Candidate, int]]:
        """Candidates by points, most first; equals in the order they were given."""
        return sorted(((c, self.total(c.id)) for c in self.candidates), key=lambda pair: -pair[1])

    def going_on(self, places: int) -> tuple[list[Candidate], list[Candidate]]:
        """Those that go on, and those tied at the border of whom only some would: the room decides. `places` 0 = all."""
        ranking = [(candidate, points) for candidate, points in self.ranking() if points]
        if places <= 0 or len(ranking) <= places:
            return [candidate for candidate, _ in ranking], []
        border = ranking[places - 1][1]
        if ranking[places][1] < border:
            return [candidate for candidate, _ in ranking[:places]], []
        above = [candidate for candidate, points in ranking if points > border]
        return above, [candidate for candidate, points in ranking if points == border]

    def marked(self, settings: Settings) -> tuple[list[Candidate], list[Candidate]]:
        """What a result marks on the screen, on phones and on paper: those that go on, and those tied for the last place.
        Nothing when one was chosen, or when everything goes on."""
        if settings.kind == ONE or not 0 < settings.goes_on < len(self.candidates):
            return [], []
        return self.going_on(settings.goes_on)

    def filled(self, settings: Settings) -> set[str]:
        """Ids of those that are painted filled: what goes on, or what most chose one of; all when nothing is left behind."""
        on, tied = self.marked(settings)
        if on or tied:
            return {candidate.id for candidate in on}
        ranking = self.ranking()
        if settings.kind == ONE and ranking and ranking[0][1]:
            return {candidate.id for candidate, points in ranking if points == ranking[0][1]}
        return {candidate.id for candidate in self.candidates}


BODIES: tuple[type[Body], ...] = (
    *(VoteOpened, VoteCounted, HandsCounted),
    *(VotePaperEntered, VotePaperTakenOut, VotePapersOpened, VotePapersCounted),
)
