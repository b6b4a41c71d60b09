"""What hangs on walls, stands on tables and is worn: true to size, whole, and saying what it should."""

import io

import pikepdf
import pytest

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.sheets import making
from fasilitaattori.papers.sheets.ballots import Choice
from fasilitaattori.papers.sheets.dots import DotSheet, dot_sheets, dot_sheets_of
from fasilitaattori.papers.sheets.questions import Posters, Question, posters_of, question_posters
from fasilitaattori.papers.sheets.tables import Sign, Signs, signs_of, table_signs
from fasilitaattori.papers.sheets.tags import Tags, name_tags, tags_of
from fasilitaattori.workshop import people
from fasilitaattori.workshop.agenda import add_step, new_step
from fasilitaattori.workshop.info import set_info
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, arrive, plan, village_evening
from tests.unit.papers.sheets import measuring
from tests.unit.papers.sheets.test_cards import LONG, ODD

TR = translator("fi")
GROUPS = [{"name": "Palvelut", "topic": "Mitä koululla voisi tehdä arkisin?"}, {"topic": "Piha"}]


@pytest.fixture(name="evening")
def _evening() -> Evening:
    evening = Evening()
    plan(evening, "fi")
    return evening


# --- posters of steps ---


def test_every_question_of_the_plan_has_a_poster(evening: Evening) -> None:
    told = posters_of(evening.state)
    asked = [question.text for question in told.questions]
    assert "Mitä vanhalle koululle voisi tehdä?" in asked
    assert len(set(asked)) == len(asked)
    pdf = question_posters(told, TR)
    assert len(measuring.page_sizes(pdf)) == len(asked)
    for page, text in enumerate(asked):
        said = " ".join(word.text for word in measuring.words(pdf, page))
        assert text in said


@pytest.mark.parametrize(("size", "sides"), [("a4", (210.0, 297.0)), ("a3", (297.0, 420.0))])
def test_posters_have_their_size_and_hold_any_question(size: str, sides: tuple[float, float]) -> None:
    told = Posters((Question("Miksi?"), Question(LONG, LONG, 20), Question(ODD, ODD), Question("x" * 500)), ODD, LONG)
    pdf = question_posters(told, TR, size=size)
    assert set(measuring.page_sizes(pdf)) == {sides}
    assert measuring.nearest_ink(pdf) >= 5
    assert LONG.split()[-1] in pdfs.words(pdf)


# --- signs on tables ---


def test_a_sign_reads_from_both_sides_of_its_fold() -> None:
    pdf = table_signs(Signs((Sign("Palvelut", "Mitä koululla voisi tehdä?"),)), TR)
    (fold,) = [line for line in measuring.lines(pdf, 0) if line.x2 - line.x1 > 150]
    assert (fold.y1, fold.y2) == pytest.approx((148.5, 148.5), abs=0.3)
    below, above = sorted((word for word in measuring.words(pdf, 0) if word.text == "Palvelut"), key=lambda word: word.y)
    assert above.x == pytest.approx(210 - below.x, abs=0.3)  # turned about the middle of the fold
    assert above.y == pytest.approx(297 - below.y, abs=0.3)
    assert measuring.nearest_ink(pdf) >= 5


def test_groups_of_the_plan_get_signs_by_name_or_number() -> None:
    evening = Evening()
    evening.do(add_step(new_step("Pöydät", "ideas", 20, "ryhma", groups=GROUPS)))
    evening.do(add_step(new_step("Pöydät jatkavat", "ideas", 20, "ryhma", groups=GROUPS)))
    assert signs_of(evening.state).signs == (Sign("Palvelut", GROUPS[0]["topic"]), Sign("2", "Piha"))


def test_unnamed_groups_get_as_many_numbers_as_people_need() -> None:
    evening = Evening()
    evening.do(set_info(expected=37))
    assert signs_of(evening.state).signs == ()
    evening.do(add_step(new_step("Pöydät", "ideas", 20, "ryhma")))
    assert [sign.name for sign in signs_of(evening.state).signs] == [str(n) for n in range(1, 9)]


def test_any_name_stays_on_its_side() -> None:
    hard = (Sign(LONG, LONG), Sign(ODD, ODD), Sign("Kansalaisopistolainenkäyttäjäyhdistystoimija"), Sign("12", "x" * 120))
    pdf = table_signs(Signs(hard, LONG, ODD), TR)
    assert measuring.nearest_ink(pdf) >= 5
    for page in range(len(hard)):
        assert all(abs(word.y - 148.5) > 5 for word in measuring.words(pdf, page))


# --- name tags ---


def test_tags_are_cut_true_to_size_with_names_or_a_line() -> None:
    pdf = name_tags(Tags(("Helmi", "Reino 🎉", "Ü" * 60), "Kyläkoulun uusi elämä"), TR)
    assert measuring.page_sizes(pdf) == [(210.0, 297.0)]
    cuts = [line for line in measuring.lines(pdf, 0) if abs(line.x2 - line.x1) + abs(line.y2 - line.y1) > 150]
    assert [line.x1 for line in cuts if line.x1 == line.x2] == pytest.approx([105], abs=0.3)
    assert sorted(line.y1 for line in cuts if line.y1 == line.y2) == pytest.approx([74.25, 148.5, 222.75], abs=0.3)
    said = pdfs.words(pdf)
    assert "Helmi" in said
    assert said.count("Nimeni on") == 5
    assert measuring.nearest_ink(pdf) >= 5


def test_names_are_printed_only_when_asked_for(evening: Evening) -> None:
    arrive(evening, "fi")
    evening.do(people.add_person("Aili"))
    assert tags_of(evening.state, named=False).names == ()
    assert tags_of(evening.state, named=True).names == ("Helmi", "Reino")
    for public in (True, False):
        made = making.SHEETS[making.TAGS].make(evening.state, making.How("a4", public), TR)
        assert ("Helmi" in pdfs.words(made)) is not public


def test_many_names_take_more_sheets() -> None:
    names = tuple(f"Nimi{n}" for n in range(20))
    pdf = name_tags(Tags(names), TR)
    assert len(measuring.page_sizes(pdf)) == 3
    assert all(name in pdfs.words(pdf) for name in names)


# --- sheets for dots ---


def test_every_choice_has_a_field_for_stickers(evening: Evening) -> None:
    first, scale = dot_sheets_of(evening.state, TR)
    assert [choice.step for choice in scale.choices] == ["5", "4", "3", "2", "1", "0"]
    assert first.rule.startswith("Sinulla on 3 pistettä.")
    pdf = dot_sheets([first, scale], TR, size="a3")
    assert set(measuring.page_sizes(pdf)) == {(297.0, 420.0)}
    assert measuring.nearest_ink(pdf) >= 5


def test_many_choices_are_shared_among_sheets() -> None:
    vote = DotSheet("Mitkä?", "Valitse yksi.", tuple(Choice(f"Vaihtoehto{n}") for n in range(22)))
    pdf = dot_sheets([vote], TR)
    counts = [sum("Vaihtoehto" in word.text for word in measuring.words(pdf, page)) for page in range(3)]
    assert counts == [8, 8, 6]
    hard = DotSheet(LONG, ODD, (Choice(LONG), Choice(ODD), Choice("", step="5"), Choice("")), LONG, ODD)
    assert measuring.nearest_ink(dot_sheets([hard], TR)) >= 5


# --- all of them ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", list(making.SHEETS))
def test_every_sheet_of_an_evening_is_whole_in_every_language(paper: str, language: str) -> None:
    evening = village_evening(language) if paper == making.FOLLOW_UP else Evening()
    if not evening.state.plan.steps():
        plan(evening, language)
    made = making.SHEETS[paper]
    assert made.possible(evening.state)
    for size in made.sizes:
        pdf = made.make(evening.state, making.How(size, True), translator(language))
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert str(opened.Root.Lang) == language
            assert len(str(opened.docinfo["/Title"])) > 3
        assert pdfs.embedded(pdf)
        assert measuring.nearest_ink(pdf, 50) >= 5


@pytest.mark.parametrize("paper", list(making.SHEETS))
def test_an_empty_workshop_makes_a_sheet_or_says_what_it_lacks(paper: str) -> None:
    made, state = making.SHEETS[paper], Evening().state
    how = making.How(made.sizes[0], True)
    if made.possible(state):
        assert made.make(state, how, TR).startswith(b"%PDF")
        return
    with pytest.raises(FasilitaattoriError) as caught:
        made.make(state, how, TR)
    assert caught.value.text(TR)
