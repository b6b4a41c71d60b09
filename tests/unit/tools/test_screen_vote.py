"""The vote on the big screen, as data: nothing of how it goes while it is open, and a just ranking when it is counted."""

from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.i18n import translator
from fasilitaattori.kit.slides.around import Around
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.tools.vote.screen import BallotSlide, NoVotesSlide, ResultSlide
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import new_step
from tests.ledger import Ledger

OPTIONS = ["Sauna", "Kahvila", "Verstas", "Polku"]


class Vote:
    """An open vote among ten phones."""

    def __init__(self, options: list[str] | None = None, **settings: object) -> None:
        self.ledger = Ledger()
        given = {"question": "Mistä aloitamme?", "options": OPTIONS if options is None else options, **settings}
        self.step = new_step("Äänestys", "vote", 10, "aani", settings=given)
        self.ledger.plan(self.step)
        for number in range(10):
            self.ledger.do(people.join("", "fi", f"hash-{number}"))
        self.ledger.do(running.start())

    def cast(self, *ballots: dict[str, int]) -> None:
        for voter, choices in enumerate(ballots, 1):
            self.ledger.send(voter, "vote.cast", choices=choices)

    def close(self) -> None:
        self.ledger.do(running.close_step())

    def slide(self, address: str = "192.168.8.2:8080") -> Slide:
        state = self.ledger.state
        step = state.plan.need(self.step.id)
        return SCREENS["vote"](Stage(state, step, self.ledger.now, Around(address=address), lambda *_: frozenset()))


def test_while_open_only_the_turnout_is_told() -> None:
    held = Vote()
    held.cast({"option-1": 1}, {"option-1": 1}, {})
    slide = held.slide()
    assert isinstance(slide, BallotSlide)
    assert [item.words for item in slide.items] == OPTIONS
    assert (slide.turnout.done, slide.turnout.expected) == (3, 10)
    assert not any(word in repr(slide) for word in ("points", "totals", "option-1"))


def test_how_the_vote_goes_does_not_change_the_slide() -> None:
    one, other = Vote(), Vote()
    one.cast({"option-0": 1}, {"option-0": 1})
    other.cast({"option-3": 1}, {})
    first, second = one.slide(), other.slide()
    assert isinstance(first, BallotSlide)
    assert isinstance(second, BallotSlide)
    assert (first.items, first.turnout) == (second.items, second.turnout)


def test_counted_candidates_stand_by_points_and_the_best_go_on() -> None:
    held = Vote(goes_on=2)
    held.cast({"option-1": 1, "option-2": 1}, {"option-1": 1, "option-0": 1}, {"option-1": 1, "option-2": 1})
    held.close()
    slide = held.slide()
    assert isinstance(slide, ResultSlide)
    told = [(row.words, row.points, row.mark) for row in slide.rows]
    assert told == [("Kahvila", 3, "on"), ("Verstas", 2, "on"), ("Sauna", 1, ""), ("Polku", 0, "")]
    assert slide.tied == 0


def test_a_tie_at_the_border_is_left_to_the_room() -> None:
    held = Vote(goes_on=2)
    held.cast({"option-1": 1, "option-2": 1}, {"option-1": 1, "option-0": 1})
    held.close()
    slide = held.slide()
    assert isinstance(slide, ResultSlide)
    assert [row.mark for row in slide.rows] == ["on", "tied", "tied", ""]
    assert slide.tied == 2


def test_nothing_is_marked_when_everything_goes_on_or_one_is_chosen() -> None:
    for settings in ({"goes_on": 9}, {"goes_on": 0}, {"kind": "one"}):
        held = Vote(**settings)
        held.cast({"option-1": 1})
        held.close()
        slide = held.slide()
        assert isinstance(slide, ResultSlide)
        assert {row.mark for row in slide.rows} == {""}


def test_hands_alone_are_a_result_too() -> None:
    held = Vote()
    held.close()
    held.ledger.do(vote.count_hands(held.step.id, {"option-3": 12}, 9))
    slide = held.slide(address="")
    assert isinstance(slide, ResultSlide)
    assert (slide.rows[0].words, slide.rows[0].points, slide.voters, slide.by_hand) == ("Polku", 12, 9, 9)


def test_the_scale_lists_its_labels_from_five_down() -> None:
    labels = ["nolla", "yksi", "kaksi", "kolme", "neljä", "viisi"]
    held = Vote([], kind="scale", labels=labels)
    ballot = held.slide()
    assert isinstance(ballot, BallotSlide)
    assert next((item.lead, item.words) for item in ballot.items) == ("5", "viisi")
    held.cast({"4": 1}, {"3": 1}, {"3": 1})
    held.close()
    slide = held.slide()
    assert isinstance(slide, ResultSlide)
    assert [(row.lead, row.points) for row in slide.rows] == [("5", 0), ("4", 1), ("3", 2), ("2", 0), ("1", 0), ("0", 0)]
    assert slide.least == 3


def test_a_vote_nobody_voted_in_shows_no_noughts() -> None:
    held = Vote()
    held.close()
    slide = held.slide()
    assert isinstance(slide, NoVotesSlide)
    told = slide.spoken(translator("fi"))
    assert told.title == "Mistä aloitamme?"
    assert "Ei äänestetty" in str(told.passages)


def test_a_vote_without_candidates_shows_its_question() -> None:
    slide = Vote([]).slide()
    assert isinstance(slide, CardSlide)
    assert slide.question == "Mistä aloitamme?"
