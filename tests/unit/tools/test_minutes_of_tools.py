"""What each tool leaves in the minutes, in the cases an ordinary evening does not show."""

from collections.abc import Callable
from typing import Any

from fasilitaattori.document.blocks import Block, Bullets, Document, Figure, Table
from fasilitaattori.i18n import translator
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.tool_chapters import CHAPTERS
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.survey.model.rules import Form
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.tools.vote.model.rules import Ballot
from fasilitaattori.workshop import agenda, people, record, running
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.floor_sends import Nothing
from tests.unit.papers.evening import Evening

TR = translator("fi")


def opened(tool: str, **settings: Any) -> tuple[Evening, Step]:
    """An evening of one step that is on."""
    evening = Evening()
    evening.do(agenda.add_step(agenda.new_step("Vaihe", tool, settings=settings)))
    for number in range(8):
        evening.do(people.join("", "fi", f"{number}"))
    step = evening.state.plan.steps()[0]
    evening.do(running.go_to(step.id))
    return evening, step


def chapter(evening: Evening, step: Step) -> list[Block]:
    return CHAPTERS[step.tool](evening.state, step, TR)


def told(evening: Evening, step: Step) -> str:
    return markdown(Document(title="T", language="fi", blocks=tuple(chapter(evening, step))))


def close(evening: Evening) -> None:
    evening.do(running.close_step())


# --- talk, pause, discussion, cards ----------------------------------------------------------------------------------


def test_talks_and_breaks_tell_nothing_of_their_own() -> None:
    for tool in ("talk", "pause"):
        assert chapter(*opened(tool)) == []


def test_only_the_questions_the_room_saw_are_told() -> None:
    evening, step = opened("discussion", prompts=["Eka?", "Toka?", "Kolmas?"])
    evening.do(discussion.show_prompt(step.id, 1))
    assert "Toka?" in told(evening, step)
    assert "Kolmas?" not in told(evening, step)


def test_a_single_question_is_told_when_something_was_noted() -> None:
    evening, step = opened("discussion", prompts=["Mitä nyt?"])
    assert chapter(evening, step) == []
    evening.do(record.note("Ajatus"))
    assert "Mitä nyt?" in told(evening, step)


def test_rules_say_whether_they_were_accepted_and_rounds_are_counted() -> None:
    evening, step = opened("discussion", ground_rules=["Kuuntele."])
    assert "Pelisäännöt:" in told(evening, step)
    evening.send("discussion.rules_accepted", 1, Nothing())
    evening.do(discussion.start_round(step.id))
    evening.do(discussion.move_round(step.id))
    assert "Yhdessä hyväksytyt pelisäännöt:" in told(evening, step)
    assert "Pidettiin 1 puhekierros." in told(evening, step)


def test_cards_put_aside_are_not_told() -> None:
    deck = [{"question": "Eka?", "theme": "Arki"}, {"question": "Toka?", "deeper": "Miksi?"}]
    evening, step = opened("cards", cards=deck, shuffle=False)
    assert "Keskustelun pohjana oli 1 kysymyskortti." in told(evening, step)
    evening.do(cards.put_aside(step.id))
    assert "Eka?" not in told(evening, step)
    assert "- Toka? Miksi?" in told(evening, step)
    assert chapter(*opened("cards")) == []


# --- ideas -----------------------------------------------------------------------------------------------------------


def test_hidden_waiting_and_withdrawn_notes_stay_out_and_are_counted_honestly() -> None:
    evening, step = opened("ideas", approval=True, prompt="Mitä?")
    sent = [evening.send("ideas.added", n, ideas.NewIdea(f"Ajatus {n}"))[0].id for n in (1, 2, 3, 4)]
    evening.do(ideas.show(step.id, sent[:2]))
    evening.do(ideas.hide(step.id, [sent[1]]))
    evening.send("ideas.withdrawn", 4, ideas.OldIdea(sent[3]))
    text = told(evening, step)
    assert "Seinälle tuli 1 lappu." in text
    assert "Ajatus 1" in text
    assert not any(f"Ajatus {n}" in text for n in (2, 3, 4))
    assert "2 lappua jätettiin pois seinältä." in text


def test_a_corrected_note_stands_as_corrected() -> None:
    evening, step = opened("ideas")
    made = evening.send("ideas.added", 1, ideas.NewIdea("Kahvlia"))[0].id
    evening.do(ideas.correct(step.id, made, "Kahvila"))
    assert "Kahvlia" not in told(evening, step)


def test_merged_notes_are_counted_and_told_once() -> None:
    evening, step = opened("ideas")
    made = [evening.send("ideas.added", n, ideas.NewIdea(text))[0].id for n, text in ((1, "A"), (2, "B"), (3, "C"))]
    evening.do(ideas.merge(step.id, made))
    lists = [block for block in chapter(evening, step) if isinstance(block, Bullets)]
    assert [[run.text for run in item] for item in lists[0].items] == [["A (sama ajatus 3 lapussa)"]]
    assert "Seinälle tuli 3 lappua." in told(evening, step)


def test_columns_come_in_their_order_and_empty_ones_are_left_out() -> None:
    evening, step = opened("ideas", columns=["Vahvuudet", "Heikkoudet", "Uhat"])
    themes = evening.state.tool(step).themes
    for n, theme in ((1, 2), (2, 0)):
        evening.send("ideas.added", n, ideas.NewIdea(f"Ajatus {n}", themes[theme].id))
    text = told(evening, step)
    assert text.index("Vahvuudet") < text.index("Uhat")
    assert "Heikkoudet" not in text
    assert "Ilman teemaa" not in text


def test_a_full_wall_is_drawn_by_its_themes_with_the_words_that_come_again() -> None:
    evening, step = opened("ideas", themes=["Palvelut", "Kulkeminen", "Muu"])
    services, moving, _ = evening.state.tool(step).themes
    for text in ("Kauppa auki", "Apteekki takaisin"):
        evening.send("ideas.added", 1, ideas.NewIdea(text, services.id))
    for text in ("Bussi illalla", "bussille katos", "Bussit lauantaisin", "Pyörätie", "Tie kuntoon"):
        evening.send("ideas.added", 2, ideas.NewIdea(text, moving.id))
    assert not any(isinstance(block, Figure) for block in chapter(evening, step))
    made = [evening.send("ideas.added", 3, ideas.NewIdea(text, moving.id))[0].id for text in ("Taksi", "Taksi tolpalle")]
    evening.do(ideas.merge(step.id, made))
    evening.send("ideas.added", 4, ideas.NewIdea("Sauna"))
    blocks = chapter(evening, step)
    drawn = next(block for block in blocks if isinstance(block, Figure))
    assert drawn.alt == "Laput teemoittain. Eniten: Kulkeminen (7). Muut: Palvelut 2, Ilman teemaa 1."
    assert "bussi 3" in drawn.svg
    numbers = next(block for block in blocks if isinstance(block, Table))
    assert numbers.rows == (("Kulkeminen", "bussi 3", "7"), ("Palvelut", "–", "2"), ("Ilman teemaa", "–", "1"))


def test_an_empty_wall_says_so() -> None:
    assert "Seinälle ei tullut lappuja." in told(*opened("ideas"))


# --- vote ------------------------------------------------------------------------------------------------------------


def voted(ballots: list[dict[str, int]], **settings: Any) -> tuple[Evening, Step]:
    evening, step = opened("vote", options=["A", "B", "C"], **settings)
    for number, choices in enumerate(ballots, 1):
        evening.send("vote.cast", number, Ballot({f"option-{key}": value for key, value in choices.items()}))
    close(evening)
    return evening, step


def test_a_vote_tells_its_rule_turnout_and_numbers() -> None:
    text = told(*voted([{"0": 1}, {"0": 1}, {"1": 1}], kind="one", goes_on=1))
    assert "Jokainen valitsi yhden vaihtoehdon. Äänestäjiä oli 3." in text
    assert "| A | 2 |" in text
    assert "Jatkoon" not in text


def test_rules_of_every_kind_are_told() -> None:
    kinds: list[tuple[dict[str, Any], str]] = [
        ({"kind": "several"}, "niin monta vaihtoehtoa kuin halusi"),
        ({"kind": "several", "max_choices": 2}, "enintään 2 vaihtoehtoa"),
        ({"kind": "dots", "dots": 3, "per_option": 1}, "Jokaisella oli 3 pistettä. Samalle sai antaa enintään yhden."),
        ({"kind": "dots", "dots": 5, "per_option": 2}, "Samalle sai antaa enintään 2 pistettä."),
        ({"kind": "dots", "dots": 1}, "Jokaisella oli 1 piste. Äänestäjiä"),
    ]
    for settings, expected in kinds:
        assert expected in told(*voted([{"0": 1}], **settings))


def test_a_tie_at_the_border_is_told_and_nobody_is_chosen_by_chance() -> None:
    text = told(*voted([{"0": 1, "1": 1}, {"0": 1, "2": 1}], kind="several", goes_on=2))
    assert "Jatkoon: A." in text
    assert "Tasan viimeisestä jatkopaikasta: B, C." in text


def test_hands_stand_apart_and_may_stand_alone() -> None:
    evening, step = voted([{"0": 1}] * 5, kind="one")
    evening.do(vote.count_hands(step.id, {"option-1": 6}, 6))
    tables = [block for block in chapter(evening, step) if isinstance(block, Table)]
    assert tables[0].rows == (("B", "0", "6", "6"), ("A", "5", "0", "5"), ("C", "0", "0", "0"))
    assert "Äänestäjiä oli 11. Heistä 6 laskettiin huoneessa." in told(evening, step)


def test_a_vote_nobody_voted_in_says_so_and_shows_no_noughts() -> None:
    evening, step = voted([], kind="one")
    assert told(evening, step).rstrip().endswith("Ei äänestetty.")
    assert not any(isinstance(block, Figure | Table) for block in chapter(evening, step))
    evening.do(running.open_step())
    evening.send("vote.cast", 1, Ballot({"option-1": 1}))
    close(evening)
    assert "kertaa" not in told(evening, step)


def test_a_scale_is_told_with_its_numbers_in_a_table() -> None:
    evening, step = opened("vote", kind="scale", question="Lähdemmekö?", labels=["en", "", "", "", "", "kyllä"])
    for number, finger in enumerate((5, 4, 4), 1):
        evening.send("vote.cast", number, Ballot({f"{finger}": 1}))
    close(evening)
    tables = [block for block in chapter(evening, step) if isinstance(block, Table)]
    assert tables[0].rows == (("0 en", "0"), ("1", "0"), ("2", "0"), ("3", "0"), ("4", "2"), ("5 kyllä", "1"))


def test_blank_ballots_and_a_repeated_vote_are_told() -> None:
    evening, step = voted([{"0": 1}, {}], kind="one")
    assert "Tyhjiä ääniä oli 1." in told(evening, step)
    evening.do(running.open_step())
    evening.send("vote.cast", 1, Ballot({"option-1": 1}))
    close(evening)
    assert "Äänestys pidettiin 2 kertaa; tässä on viimeisen tulos." in told(evening, step)


def test_an_open_vote_shows_no_numbers() -> None:
    evening, step = opened("vote", options=["A", "B"], kind="one")
    evening.send("vote.cast", 1, Ballot({"option-0": 1}))
    assert "Äänestys on vielä auki." in told(evening, step)
    assert not any(isinstance(block, Figure | Table) for block in chapter(evening, step))


# --- survey ----------------------------------------------------------------------------------------------------------

QUESTIONS = [
    {"id": "a", "text": "Minua kuunneltiin.", "kind": "scale", "low": "ei", "high": "kyllä"},
    {"id": "b", "text": "Mistä kuulit?", "kind": "one", "options": ["Lehti", "Naapuri"]},
    {"id": "c", "text": "Terveiset", "kind": "text"},
]


def surveyed(count: int, answer: Callable[[int], dict[str, Any]]) -> tuple[Evening, Step]:
    evening, step = opened("survey", questions=QUESTIONS)
    for number in range(1, count + 1):
        evening.send("survey.answered", number, Form(answer(number)))
    close(evening)
    return evening, step


def test_under_five_answers_only_the_count_is_told() -> None:
    text = told(*surveyed(4, lambda n: {"a": 5, "b": 0, "c": f"Salaisuus {n}"}))
    assert "Kyselyyn vastasi 4 henkilöä." in text
    assert "Vastauksia on alle viisi" in text
    assert "Salaisuus" not in text
    assert "Keskiarvo" not in text


def test_five_answers_are_told_with_figures() -> None:
    evening, step = surveyed(5, lambda n: {"a": n, "b": n % 2, "c": f"Terveisiä {n}"})
    assert sum(isinstance(block, Figure) for block in chapter(evening, step)) == 2
    text = told(evening, step)
    assert "Keskiarvo 3,0" in text
    assert "Mistä kuulit? Eniten: Naapuri (3). Muut: Lehti 2." in text
    assert "- Terveisiä 5" in text


def test_every_figure_of_a_survey_has_its_numbers_in_a_table() -> None:
    asked = [*QUESTIONS, {"id": "d", "text": "Opin uutta", "kind": "scale", "steps": 3}]
    evening, step = opened("survey", questions=asked)
    for number in range(1, 6):
        evening.send("survey.answered", number, Form({"a": number, "b": number % 2, "d": 3}))
    close(evening)
    first, second, choices = [block for block in chapter(evening, step) if isinstance(block, Table)]
    assert first.header == ("Väittämä", "1", "2", "3", "4", "5", "Keskiarvo")
    assert first.rows == (("Minua kuunneltiin.", "1", "1", "1", "1", "1", "3,0"),)
    assert first.caption == "Vastauksia, 1 = ei, 5 = kyllä"
    assert second.rows == (("Opin uutta", "0", "0", "5", "3,0"),)
    assert choices.rows == (("Lehti", "2"), ("Naapuri", "3"))


def test_a_question_few_answered_is_not_shown() -> None:
    text = told(*surveyed(6, lambda n: {"a": 4, "b": 1} if n < 3 else {"a": 4}))
    assert "Mistä kuulit? Vastauksia alle viisi, ei näytetä." in text
    assert "Naapuri" not in text


def test_an_open_and_an_empty_survey_say_so() -> None:
    assert "Kysely on vielä auki." in told(*opened("survey", questions=QUESTIONS))
    assert "Kyselyä ei pidetty." in told(*opened("survey"))
