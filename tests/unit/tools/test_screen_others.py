"""The other tools on the big screen, as data."""

from typing import Any

from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.kit.slides.around import Around
from fasilitaattori.kit.slides.plain import WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.speaking import SpeakingSlide
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.discussion.screen import RulesSlide
from fasilitaattori.tools.pause.screen import PauseSlide
from fasilitaattori.tools.survey.screen import AskingSlide, FiguresSlide, ResultsSlide, TooFewSlide
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.info import set_info
from tests.ledger import Ledger


class On:
    """A step of a tool that is on."""

    def __init__(self, tool: str, minutes: int = 10, people_by_phone: int = 6, **settings: Any) -> None:
        self.ledger = Ledger()
        self.step = new_step("Vaihe", tool, minutes, settings=settings)
        self.ledger.do(set_info(title="Kyläilta"))
        self.ledger.plan(self.step)
        for number in range(people_by_phone):
            self.ledger.do(people.join(f"N{number}", "fi", f"hash-{number}"))
        self.ledger.do(running.start())

    def slide(self) -> Slide:
        state = self.ledger.state
        step = state.plan.need(self.step.id)
        around = Around(title="Kyläilta", address="192.168.8.2:8080")
        return SCREENS[step.tool](Stage(state, step, self.ledger.now, around, lambda *_: frozenset()))


def test_a_talk_shows_its_prompt_or_its_title() -> None:
    slide = On("talk", prompt=" Koulu, joka kokosi kylän ", speaker="Kyläyhdistys").slide()
    assert isinstance(slide, CardSlide)
    assert (slide.title, slide.question, slide.aside) == ("Vaihe", "Koulu, joka kokosi kylän", "Kyläyhdistys")
    bare = On("talk").slide()
    assert isinstance(bare, CardSlide)
    assert (bare.title, bare.question) == ("Kyläilta", "Vaihe")


def test_a_paused_timer_says_so() -> None:
    on = On("talk")
    on.ledger.wait(61)
    on.ledger.do(running.pause())
    slide = on.slide()
    assert isinstance(slide, CardSlide)
    assert slide.time is not None
    assert (slide.time.state, slide.time.left) == ("paused", 9 * 60)


def test_a_card_shows_its_question_theme_and_the_deeper_one() -> None:
    deck = [{"question": "Mitä?", "deeper": "Miksi?", "theme": "Arki"}]
    on = On("cards", cards=deck)
    slide = on.slide()
    assert isinstance(slide, CardSlide)
    assert (slide.question, slide.aside, slide.label) == ("Mitä?", "Miksi?", "Arki")
    on.ledger.do(cards.put_aside(on.step.id))
    assert isinstance(on.slide(), WordsSlide)


def test_a_dialogue_shows_the_chosen_prompt() -> None:
    on = On("discussion", prompts=["Yksi?", "Kaksi?"], aside="Kuuntele.")
    on.ledger.do(discussion.show_prompt(on.step.id, 1))
    slide = on.slide()
    assert isinstance(slide, CardSlide)
    assert (slide.question, slide.aside) == ("Kaksi?", "Kuuntele.")


def test_ground_rules_come_before_prompts_until_they_are_agreed_on() -> None:
    on = On("discussion", prompts=["Yksi?", "Kaksi?"], ground_rules=["Kuuntele.", "  "])
    slide = on.slide()
    assert isinstance(slide, RulesSlide)
    assert (slide.rules, slide.question, slide.accepted) == (("Kuuntele.",), "", False)
    on.ledger.do(discussion.accept_aloud(on.step.id))
    assert isinstance(on.slide(), CardSlide)
    alone = On("discussion", prompts=["Hyväksymmekö nämä?"], ground_rules=["Kuuntele."])
    alone.ledger.do(discussion.accept_aloud(alone.step.id))
    agreed = alone.slide()
    assert isinstance(agreed, RulesSlide)
    assert agreed.accepted


def test_a_round_is_shown_until_it_ends() -> None:
    on = On("discussion", prompts=["Yksi?"], turn_seconds=60)
    on.ledger.do(discussion.start_round(on.step.id))
    on.ledger.wait(75)
    slide = on.slide()
    assert isinstance(slide, SpeakingSlide)
    assert slide.speaker is not None
    assert (slide.speaker.name, slide.used, slide.all_waiting) == ("N0", 60, 5)
    on.ledger.do(discussion.end_round(on.step.id))
    assert isinstance(on.slide(), CardSlide)


def test_a_break_counts_down_to_nought_and_no_further() -> None:
    on = On("pause", 20, text="Kahvia")
    on.ledger.wait(19 * 60 + 30)
    slide = on.slide()
    assert isinstance(slide, PauseSlide)
    assert (slide.left, slide.text, slide.over, slide.paused, slide.current) == (30, "Kahvia", False, False, 0)
    on.ledger.wait(600)
    over = on.slide()
    assert isinstance(over, PauseSlide)
    assert (over.left, over.over) == (0, True)
    assert over.key != slide.key


QUESTIONS: list[dict[str, Any]] = [
    {"id": "a", "text": "Minua kuunneltiin.", "low": "eri", "high": "sama"},
    {"id": "b", "text": "Mistä kuulit?", "kind": "one", "options": ["Naapurilta", "Lehdestä"]},
    {"id": "c", "text": "Muuta?", "kind": "text"},
]


def answered(count: int, questions: list[dict[str, Any]] = QUESTIONS) -> Slide:
    on = On("survey", questions=questions, intro="Kysymme nyt.")
    for author in range(1, count + 1):
        given = {"a": 4, "b": author % 2, "c": "Salaisuus"}
        on.ledger.send(author, "survey.answered", answers={q["id"]: given[q["id"]] for q in questions})
    assert isinstance(on.slide(), AskingSlide)
    on.ledger.do(running.close_step())
    return on.slide()


def test_figures_are_shown_from_five_answers_on_and_texts_never() -> None:
    few, enough = answered(4), answered(6)
    assert isinstance(few, TooFewSlide)
    assert (few.few, few.answers) == (True, 4)
    assert isinstance(enough, ResultsSlide)
    assert [type(each) for each in enough.slides] == [FiguresSlide, FiguresSlide]
    first = enough.slides[0]
    assert isinstance(first, FiguresSlide)
    assert (first.mean, first.answers) == (4.0, 6)
    assert "Salaisuus" not in repr(enough)


def test_a_survey_of_free_texts_alone_only_thanks() -> None:
    slide = answered(6, QUESTIONS[2:])
    assert isinstance(slide, TooFewSlide)
    assert not slide.few
    assert "Salaisuus" not in repr(slide)
