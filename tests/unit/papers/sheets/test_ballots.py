"""Ballots say what phones say, tell nobody apart, and hold what there is to vote on."""

import io
from pathlib import Path

import msgspec
import pikepdf
import pytest

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.sheets.ballots import EMPTY_ROWS, Ballot, Choice, ballot_sheets, ballots_of
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, plan, village_evening
from tests.unit.papers.sheets import measuring
from tests.unit.papers.sheets.test_cards import LONG, ODD
from tests.unit.phones.house import LABELS, OPTIONS, House

TR = translator("fi")


def ballot(*choices: Choice, question: str = "Mistä aloitamme?", rule: str = "Valitse yksi.") -> Ballot:
    return Ballot(question, rule, choices, "Kyläkoulun uusi elämä", "Kuikkaperän kyläyhdistys")


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_is_the_one_phones_show(tmp_path: Path, language: str) -> None:
    house = House(tmp_path, language=language)
    try:
        house.open()
        phone = house.join("Helmi", language=language)
        for key in ("dots", "one", "several", "scale"):
            step = house.go(key)
            made = ballots_of(house.state, translator(language), step)
            assert len(made) == 1
            shown = flat(phone.page())
            for sentence in made[0].rule.split(". "):
                assert flat(sentence).rstrip(".") in shown, (key, sentence)
    finally:
        house.close()


def test_ballots_hold_the_choices_of_their_vote(tmp_path: Path) -> None:
    house = House(tmp_path)
    try:
        dots, one, several, scale = ballots_of(house.state, TR)
    finally:
        house.close()
    assert [choice.text for choice in dots.choices] == OPTIONS
    assert {choice.marks for choice in dots.choices} == {3}
    assert [(choice.text, choice.marks, choice.square) for choice in one.choices] == [(text, 1, False) for text in OPTIONS[:3]]
    assert all(choice.square for choice in several.choices)
    assert [(choice.step, choice.text) for choice in scale.choices] == list(zip("543210", reversed(LABELS), strict=True))


def test_ideas_that_are_still_to_come_get_lines_and_then_their_words() -> None:
    early = Evening()
    plan(early, "fi")
    assert [choice.text for choice in ballots_of(early.state, TR)[0].choices] == [""] * EMPTY_ROWS
    texts = [choice.text for choice in ballots_of(village_evening().state, TR)[0].choices]
    assert "Kylän olohuone ja kahvila" in texts


@pytest.mark.parametrize(("count", "on_sheet"), [(3, 8), (12, 4), (20, 1), (40, 1)])
def test_a_sheet_holds_as_many_as_have_room(count: int, on_sheet: int) -> None:
    choices = [Choice(f"Vaihtoehto {n}") for n in range(1, count + 1)]
    pdf = ballot_sheets([ballot(*choices)], TR)
    words = pdfs.words(pdf)
    assert words.count("Vaihtoehto 1") - sum(words.count(f"Vaihtoehto 1{n}") for n in range(10)) == on_sheet
    assert len(measuring.page_sizes(pdf)) == (1 if on_sheet > 1 else len(measuring.page_sizes(pdf)))


def test_marks_are_where_they_should_be_and_cuts_true_to_size() -> None:
    pdf = ballot_sheets([ballot(Choice("Kyllä"), Choice("Ei"))], TR)
    assert measuring.page_sizes(pdf) == [(210.0, 297.0)]
    cuts = [line for line in measuring.lines(pdf, 0) if abs(line.x2 - line.x1) + abs(line.y2 - line.y1) > 150]
    assert [line.x1 for line in cuts if line.x1 == line.x2] == pytest.approx([105], abs=0.3)
    assert sorted(line.y1 for line in cuts if line.y1 == line.y2) == pytest.approx([74.25, 148.5, 222.75], abs=0.3)


def test_all_ballots_of_a_sheet_are_alike() -> None:
    """Nothing on a ballot may tell whose it is."""
    pdf = ballot_sheets([ballot(Choice("Kyllä"), Choice("Ei"))], TR)
    said = measuring.words(pdf, 0)
    each = len(said) // 8
    texts = [[word.text for word in said[start : start + each]] for start in range(0, len(said), each)]
    assert all(text == texts[0] for text in texts)
    assert len(texts) == 8


def test_whatever_is_written_stays_on_the_paper() -> None:
    hard = [Choice(LONG), Choice(ODD, 5), Choice("x" * 4000, 1, True), Choice("", 9), Choice(LONG, step="5")]
    pdf = ballot_sheets([ballot(*hard, question=LONG, rule=ODD), ballot(*hard * 2)], TR)
    assert measuring.nearest_ink(pdf) >= 5
    assert pdfs.embedded(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evenings_ballots_have_title_and_language(language: str) -> None:
    evening = Evening()
    plan(evening, language)
    pdf = ballot_sheets(ballots_of(evening.state, translator(language)), translator(language))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language
        assert str(opened.docinfo["/Title"]).endswith(evening.state.info.title)
        assert len(opened.pages) == 2
    assert measuring.nearest_ink(pdf) >= 5
    assert msgspec.json.decode(msgspec.json.encode(ballots_of(evening.state, TR)), type=list[Ballot])


def test_without_a_vote_it_is_told() -> None:
    with pytest.raises(FasilitaattoriError):
        ballot_sheets([], TR)
