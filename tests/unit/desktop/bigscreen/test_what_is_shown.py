"""What the room sees at each moment, and what it must never see."""

import datetime as dt
import itertools

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.bigscreen.closing import DarkSlide, EndSlide
from fasilitaattori.desktop.bigscreen.codes import CodesSlide
from fasilitaattori.desktop.bigscreen.welcome import WelcomeSlide
from fasilitaattori.desktop.tool_panels import CONSOLES, SCREENS
from fasilitaattori.kit.slides.around import TimeLeft
from fasilitaattori.kit.slides.groups import GroupsSlide, InGroupsSlide, laid_out
from fasilitaattori.kit.slides.plain import WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.speaking import SpeakingSlide, Who
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.discussion.model import start_round
from fasilitaattori.workshop.agenda import change_step
from tests.unit.desktop.bigscreen.drawn import everything, pages_of, slide_named, slide_of_scene
from tests.unit.desktop.bigscreen.evening import NAMES, Evening, step_of
from tests.unit.desktop.bigscreen.groupwork import four
from tests.unit.desktop.bigscreen.scenes import SCENES


def test_every_tool_has_a_slide() -> None:
    assert SCREENS.keys() == CONSOLES.keys() == MODELS.keys()


@pytest.mark.parametrize(
    ("scene", "kind"),
    [
        ("welcome", WelcomeSlide),
        ("welcome-mid-evening", WelcomeSlide),
        ("qr", CodesSlide),
        ("qr-no-phones", WelcomeSlide),
        ("black", DarkSlide),
        ("message", WordsSlide),
        ("discussion", CardSlide),
        ("queue", SpeakingSlide),
        ("round", SpeakingSlide),
        ("end", EndSlide),
        ("groups", GroupsSlide),
        ("groups-cards", GroupsSlide),
        ("groups-and-question", InGroupsSlide),
        ("groups-and-wall", InGroupsSlide),
    ],
)
def test_the_right_slide_is_chosen(scene: str, kind: type[Slide]) -> None:
    assert isinstance(slide_named(scene), kind)


def test_the_same_moment_gives_an_equal_slide() -> None:
    for name in ("welcome", "queue", "pause", "black"):
        assert slide_named(name) == slide_named(name)


def test_welcome_tells_the_start_until_it_has_begun() -> None:
    before, begun = slide_named("welcome"), slide_named("welcome-mid-evening")
    assert isinstance(before, WelcomeSlide)
    assert isinstance(begun, WelcomeSlide)
    assert (before.start, before.clock) == (dt.time(18, 0), None)
    assert begun.start is None
    assert begun.clock == dt.time(18, 45)


def test_an_open_network_has_no_password_row(qapp: QApplication) -> None:
    assert "talkoot2026" in everything("welcome")
    assert "salasana" in everything("welcome")
    assert "salasana" not in everything("welcome-open-network")
    assert "Kuikkapera" in everything("welcome-open-network")


def test_without_phones_the_welcome_says_so(qapp: QApplication) -> None:
    shown = everything("welcome-no-phones")
    assert "Tänään ilman puhelimia" in shown
    assert "Tule mukaan puhelimella" not in shown
    assert "Tänään ilman puhelimia" not in everything("welcome-not-open-yet")


@pytest.mark.parametrize("scene", ["welcome-door-closed", "qr-door-closed"])
def test_a_closed_door_invites_nobody_new_but_those_who_are_in_back(qapp: QApplication, scene: str) -> None:
    for size in ((1920, 1080), (1024, 768)):
        shown = everything(scene, size)
        assert shown.count("Liittyminen on suljettu") == 1
        assert "Mukana olevat pääsevät tästä takaisin." in shown
        assert "Tule mukaan puhelimella" not in shown
        assert "192.168.8.2:8080" in shown


def test_the_foot_tells_what_comes_next_and_the_address(qapp: QApplication) -> None:
    shown = everything("discussion")
    assert "Kahvitauko klo 19.05" in shown
    assert "192.168.8.2:8080" in shown
    assert "192.168" not in everything("discussion-no-phones")


def test_the_room_sees_whole_minutes_until_the_last(qapp: QApplication) -> None:
    card = slide_named("discussion")
    assert isinstance(card, CardSlide)
    assert card.time == TimeLeft(35, 20 * 60, "runs")
    last, over = slide_named("discussion-last-minute"), slide_named("discussion-overtime")
    assert isinstance(last, CardSlide)
    assert isinstance(over, CardSlide)
    assert last.time == TimeLeft(35, 36, "runs")
    assert over.time == TimeLeft(35, 0, "over")
    assert "aika täynnä" in everything("discussion-overtime")
    assert "+" not in everything("discussion-overtime")


def test_an_open_vote_tells_how_many_have_voted_and_nothing_else(qapp: QApplication) -> None:
    shown = everything("ballot")
    assert "2 / 8" in shown
    assert "äänestänyt" in shown
    assert "jatkoon" not in shown
    assert "pistettä jakautuivat" not in shown


def test_a_tie_for_the_last_place_is_told(qapp: QApplication) -> None:
    shown = everything("result")
    assert shown.count("jatkoon") == 2 + shown.count("mikä pääsee jatkoon.")
    assert shown.count("tasan") == 3


def test_hands_are_added_and_told_apart(qapp: QApplication) -> None:
    shown = everything("result-hands")
    assert "14 äänesti" in shown
    assert "heistä 6 käsin" in shown
    assert "1 tyhjä" in shown
    assert "heistä" not in everything("result")


def test_the_scale_tells_of_agreement(qapp: QApplication) -> None:
    assert "2 antoi alle kolmosen: kuullaan huolet." in everything("result-scale")


def test_few_answers_are_not_shown(qapp: QApplication) -> None:
    shown = everything("survey-few")
    assert "Vastauksia on alle viisi, joten tuloksia ei näytetä." in shown.replace("  ", " ")
    assert "Täysin samaa" not in shown
    assert "4 vastausta" in shown


def test_a_question_that_few_answered_is_not_shown(qapp: QApplication) -> None:
    shown = everything("survey-result")
    assert "keskiarvo" in shown
    assert "Lehdestä" in shown
    assert "Keskustelu" not in shown


@pytest.mark.parametrize("scene", ["survey", "survey-result", "survey-few"])
def test_free_answers_never_come_to_the_screen(qapp: QApplication, scene: str) -> None:
    assert "Salainen" not in everything(scene)


WITH_NAMES = ("queue", "queue-long", "queue-over", "queue-alone", "queue-waiting", "round", "round-last", "end", "end-long")


@pytest.mark.parametrize("scene", [name for name in SCENES if name not in WITH_NAMES])
def test_names_are_nowhere_but_in_the_queue(qapp: QApplication, scene: str) -> None:
    shown = everything(scene)
    assert [name for name in NAMES if name and name in shown] == []


def test_the_queue_tells_who_speaks_and_who_comes_next(qapp: QApplication) -> None:
    slide = slide_named("queue-long")
    assert isinstance(slide, SpeakingSlide)
    assert slide.speaker == Who(7, NAMES[6])
    assert slide.all_waiting == 7
    shown = everything("queue-long")
    assert "Osallistuja 6" in shown
    assert "ja 3 muuta" in shown
    assert "Puheaika täynnä" in everything("queue-over")
    assert "Kuka aloittaa?" in everything("queue-empty")


def test_a_round_tells_whose_turn_it_is() -> None:
    slide = slide_named("round")
    assert isinstance(slide, SpeakingSlide)
    assert slide.round
    assert slide.speaker == Who(3, "Aino")
    assert (slide.used, slide.allowed, slide.all_waiting) == (30, 90, 5)


def test_ground_rules_are_asked_and_then_agreed_on(qapp: QApplication) -> None:
    assert "Hyväksymmekö nämä?" in everything("rules")
    assert "Hyväksyttiin yhdessä" in everything("rules-accepted")


def test_the_wall_begins_with_the_question_and_how_to_send(qapp: QApplication) -> None:
    shown = everything("wall-empty")
    assert "Lähetä idea:" in shown
    assert "192.168.8.2:8080" in shown
    assert "Kirjoita ideasi lapulle." in everything("wall-no-phones")


def test_the_newest_note_is_marked(qapp: QApplication) -> None:
    assert everything("wall").count("uusi") == 1


def test_groups_are_told_where_they_are_and_on_what_they_work(qapp: QApplication) -> None:
    for size in ((1920, 1080), (1024, 768)):
        shown = everything("groups", size)
        for group in four():
            for word in f"{group['name']} {group['topic']} {group['place']}".split():
                assert word in shown
    assert pages_of(slide_named("groups"), (1920, 1080)) == pages_of(slide_named("groups"), (1024, 768)) == 1
    assert "Ryhmä 30" in everything("groups-30")
    assert "Kyläkahvila" in everything("groups-and-wall")


def test_groups_are_laid_out_once_for_every_second_of_their_timer(qapp: QApplication) -> None:
    assert "Ryhmä 30" in everything("groups-30")
    before = laid_out.cache_info()
    assert "Ryhmä 30" in everything("groups-30")  # another slide of another second
    after = laid_out.cache_info()
    assert after.misses == before.misses
    assert after.hits > before.hits


def test_a_result_and_a_round_are_not_taken_turns_with(qapp: QApplication) -> None:
    it = Evening()
    step = it.plan(step_of("Kierros", "discussion", 20, "ryhma", prompts=["Kuka aloittaa?"]))
    it.ledger.do(change_step(step, groups=four()))
    it.go(step, 1)
    assert isinstance(slide_of_scene(it.scene()), GroupsSlide)
    it.ledger.do(start_round(step))
    assert isinstance(slide_of_scene(it.scene()), SpeakingSlide)


@pytest.mark.parametrize("name", ["ballot-several", "rules-long", "groups-30", "wall-40", "result-30"])
def test_what_takes_several_pages_tells_which_this_is(qapp: QApplication, name: str) -> None:
    count = pages_of(slide_named(name), (1920, 1080))
    assert count > 1
    shown = everything(name)
    assert all(f"{page} / {count}" in shown for page in range(1, count + 1))


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("name", ["welcome-extreme", "qr-extreme"])
def test_a_long_address_is_read_in_one_piece(qapp: QApplication, name: str, size: tuple[int, int]) -> None:
    assert "192.168.108.122:18080" in everything(name, size)


def test_a_break_counts_down_and_then_calls_back(qapp: QApplication) -> None:
    shown = everything("pause")
    assert "12:36" in shown
    assert "klo 18.50" in shown
    over = everything("pause-over")
    assert "Jatkamme nyt" in " ".join(over.split())
    assert "klo 18.50" not in over


def test_no_word_of_people_is_ever_cut(qapp: QApplication) -> None:
    """Everything written for the room can be read on some page, at both usual shapes."""
    for (name, text), size in itertools.product(_texts(), ((1920, 1080), (1024, 768))):
        shown = "".join(everything(name, size).split()).replace("\u00ad", "").replace("-", "")
        missing = [word for word in text.replace("-", " ").split() if word not in shown and not _broken(word, shown)]
        assert missing == [], f"{name} {size}"


def _texts() -> list[tuple[str, str]]:
    from tests.unit.desktop.bigscreen import evening

    return [
        ("discussion-200", evening.LONG_QUESTION),
        ("discussion-pages", evening.VERY_LONG),
        ("discussion-long-aside", evening.VERY_LONG),
        ("discussion-compound", evening.COMPOUND),
        ("card-long", evening.LONG_QUESTION),
        ("wall-even-40", evening.LONG_NOTE.replace("🙂", "")),
        ("wall-very-long-question", evening.VERY_LONG),
        ("wall-raised-long", evening.LONG_NOTE.replace("🙂", "")),
        ("ballot-30", evening.LONG_NOTE.replace("🙂", "")),
        ("result-30", evening.LONG_NOTE.replace("🙂", "")),
        ("welcome-extreme", evening.LONG_SECRET),
        ("end-long", evening.LONG_QUESTION),
    ]


def _broken(word: str, shown: str) -> bool:
    """A long word whose syllables stand on two lines, perhaps with something else between them."""
    return any(word[:cut] in shown and word[cut:] in shown for cut in range(3, len(word) - 2))
