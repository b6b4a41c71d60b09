"""Survey forms ask what phones ask, in the same words, and leave room for every kind of answer."""

import io
from itertools import pairwise
from pathlib import Path

import msgspec
import pikepdf
import pytest

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.sheets.surveys import Form, forms_of, survey_sheets
from fasilitaattori.tools.survey.model import Question
from fasilitaattori.tools.survey.paper import labels_of
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, plan
from tests.unit.papers.sheets import measuring
from tests.unit.papers.sheets.test_cards import LONG, ODD
from tests.unit.phones.house import QUESTIONS, House

TR = translator("fi")
ASKED = msgspec.convert(QUESTIONS, tuple[Question, ...])


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_what_phones_ask(tmp_path: Path, language: str) -> None:
    house = House(tmp_path, language=language)
    tr = translator(language)
    try:
        house.open()
        phone = house.join("Helmi", language=language)
        house.go("survey")
        (form,) = forms_of(house.state)
        shown, printed = flat(phone.page()), flat(pdfs.words(survey_sheets([form], tr)))
    finally:
        house.close()
    assert form.questions == ASKED
    for question in form.questions:
        for text in (question.text, *question.options, *(labels_of(question, tr) if question.kind == "scale" else ())):
            assert flat(text) in shown, text
            assert flat(text) in printed, text


@pytest.mark.parametrize("steps", [2, 3, 5, 7, 10])
def test_a_scale_has_a_ring_for_every_step(steps: int) -> None:
    question = Question("q", "Miten meni?", low="huonosti", high="hyvin", steps=steps)
    said = measuring.words(survey_sheets([Form("Palaute", (question,))], TR), 0)
    numbers = [word for word in said if word.text.isdigit()]
    assert [word.text for word in numbers] == [str(step) for step in range(1, steps + 1)]
    across = [b.x - a.x for a, b in pairwise(numbers)]
    assert max(across) - min(across) < 3  # evenly spaced; only the width of the numbers differs


def test_the_words_of_the_ends_never_meet() -> None:
    question = Question("q", "Miten meni?", low="aivan " * 9 + "huonosti", high="oikein " * 9 + "hyvin", steps=10)
    pdf = survey_sheets([Form("Palaute", (question,))], TR)
    said = measuring.words(pdf, 0)
    low = [word for word in said if word.text.startswith(("aivan", "huonosti"))]
    high = [word for word in said if word.text.startswith(("oikein", "hyvin"))]
    assert max(word.x for word in low) < 40
    assert min(word.x for word in high) > 105


def test_a_long_form_goes_on_and_tells_its_pages() -> None:
    pdf = survey_sheets([Form("Palaute", tuple(Question(f"q{n}", f"Kysymys {n}", "text") for n in range(12)))], TR)
    count = len(measuring.page_sizes(pdf))
    assert count > 1
    assert all(f"{number} ({count})" in pdfs.words(pdf) for number in range(1, count + 1))
    for page in range(count):  # no question without its lines
        said = measuring.words(pdf, page)
        assert len([line for line in measuring.lines(pdf, page) if line.x2 - line.x1 > 100]) == 4 * sum(
            "Kysymys" in word.text and word.text[0].isdigit() for word in said
        )


def test_whatever_is_asked_stays_on_the_paper() -> None:
    hard = (
        Question("a", LONG, "one", [LONG, ODD, "x" * 300]),
        Question("b", ODD, low=LONG, high=ODD, steps=10),
        Question("c", "Monta", "many", [f"Vaihtoehto {n}" for n in range(60)], optional=False),
        Question("d", "Pitkä asteikko", low="ei", high="kyllä", steps=25),
        Question("e", "", "text"),
    )
    pdf = survey_sheets([Form(LONG, hard, LONG, ODD, ODD)], TR)
    assert measuring.nearest_ink(pdf) >= 5
    assert pdfs.embedded(pdf)
    assert all(f"Vaihtoehto {n}" in pdfs.words(pdf) for n in range(60))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evenings_form_has_title_and_language(language: str) -> None:
    evening = Evening()
    plan(evening, language)
    pdf = survey_sheets(forms_of(evening.state), translator(language))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language
        assert str(opened.docinfo["/Title"]).endswith(evening.state.info.title)
        assert len(opened.pages) == 1
    assert measuring.nearest_ink(pdf) >= 5


def test_without_questions_it_is_told() -> None:
    with pytest.raises(FasilitaattoriError):
        survey_sheets(forms_of(Evening().state), TR)
