"""Whatever people write, every paper of the evening comes out in every form: emoji, scripts that run from the right, scripts no
font here has, ideas of ten thousand letters and five hundred actions. What cannot be printed is said.
"""

import io
import zipfile

import docx
import pikepdf
import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.data import saving
from fasilitaattori.papers.minutes import minutes
from fasilitaattori.tools.ideas.model.facts import IdeaAdded
from fasilitaattori.workshop import people, record
from fasilitaattori.workshop.agenda import change_step
from fasilitaattori.workshop.events import At, Command
from fasilitaattori.workshop.info import set_info
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, village_evening

TR = translator("fi")
EMOJI, ARABIC, HEBREW, CHINESE = "🎉👩‍👩‍👧🇫🇮👍🏽☎️", "مرحبا بالعالم", "שלום עולם 2026", "汉字かな한글"
WILD = (EMOJI, ARABIC, HEBREW, CHINESE, "\u202eväärinpäin\u202c \x07\ufeff", "<b>&amp;</b> #panic() $x$ =1+1 @SUM(A1)")
LONG = "a" * 10_000
ACTIONS = 500


def came(step: str, text: str) -> Command:
    """An idea as another machine may send it, past every limit."""
    return lambda state: [At(step, IdeaAdded(text))]


def spoilt(evening: Evening) -> Evening:
    """The evening with the worst of everything in it."""
    step = next(step for step in evening.state.plan.steps() if step.tool == "ideas")
    for text in (*WILD, LONG, "sana " * 2_000):
        evening.do(came(step.id, text))
        evening.do(record.note(text[:4000]))
    for number in range(ACTIONS):
        evening.do(record.act(f"Tehtävä {number} {WILD[number % len(WILD)]}", "Kunta", "31.12."))
    evening.do(set_info(title=f"Kylä {CHINESE} {EMOJI}", organiser=f"{ARABIC} ry", goal=HEBREW, place=CHINESE))
    for each in evening.state.plan.steps():
        evening.do(change_step(each.id, title=f"{each.title} {ARABIC} {EMOJI}"))
    for name in (CHINESE, ARABIC, "x" * 60):
        evening.do(people.add_person(name))
    return evening


@pytest.fixture(scope="module")
def evening() -> Evening:
    return spoilt(village_evening())


PAPERS = [(paper, form) for paper, (_, forms) in press.PAPERS.items() for form in forms]


@pytest.mark.parametrize(("paper", "form"), PAPERS, ids=[f"{paper}-{form}" for paper, form in PAPERS])
def test_every_paper_comes_out_in_every_form(evening: Evening, paper: str, form: str) -> None:
    if not press.can_be_made(evening.state, paper):
        pytest.skip("the evening has no use for it")
    order = press.Order(paper, public=False, address="http://192.168.8.2:8080/")
    made = press.make(evening.state, order, form, TR)
    opens(made, form)


def opens(made: bytes, form: str) -> None:
    """Whether a reader of the form opens it."""
    match form:
        case "pdf":
            assert pdfs.embedded(made)
            with pikepdf.open(io.BytesIO(made)) as opened:
                assert opened.pages
        case "docx":
            assert docx.Document(io.BytesIO(made)).paragraphs
        case "odt" | "xlsx" | "zip":
            assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None
        case _:
            assert made.decode()


def test_the_minutes_are_sound_and_hold_all_of_it(evening: Evening) -> None:
    made = press.make(evening.state, press.Order(press.MINUTES), "pdf", TR)
    assert pdfs.faults(made) == []
    said = pdfs.words(made)
    assert f"Tehtävä {ACTIONS - 1}" in said
    assert said.count("a" * 8) > 500


def test_forms_that_keep_signs_keep_all_of_them(evening: Evening) -> None:
    for form in ("html", "md", "txt"):
        text = press.make(evening.state, press.Order(press.MINUTES), form, TR).decode()
        assert CHINESE in text
        assert ARABIC in text
    file = docx.Document(io.BytesIO(press.make(evening.state, press.Order(press.MINUTES), "docx", TR)))
    assert any(CHINESE in paragraph.text for paragraph in file.paragraphs)


@pytest.mark.parametrize("paper", [press.MINUTES, press.PROGRAMME, "idea_slips", "table_signs", "sign_in", press.POSTER])
def test_what_cannot_be_printed_is_told(evening: Evening, paper: str) -> None:
    order = press.Order(paper, address="http://192.168.8.2:8080/")
    lacking = press.preview(evening.state, order, TR, 20).lacking
    assert set(lacking) <= set(CHINESE)
    if paper not in ("idea_slips", "table_signs"):
        assert "汉" in lacking


def test_told_again_though_the_letters_are_known_by_now(evening: Evening) -> None:
    order = press.Order("sign_in")
    assert press.preview(evening.state, order, TR, 20).lacking == press.preview(evening.state, order, TR, 20).lacking != ()


def test_nothing_is_said_of_an_evening_that_can_be_printed() -> None:
    state = village_evening().state
    for paper in (press.MINUTES, press.PROGRAMME, "sign_in", "cards"):
        assert press.preview(state, press.Order(paper), TR, 20).lacking == ()


def test_data_of_it_has_no_formula(evening: Evening) -> None:
    packed = zipfile.ZipFile(io.BytesIO(saving.data(evening.state, "zip", TR, public=True)))
    for name in packed.namelist():
        assert ";=1" not in packed.read(name).decode("utf-8-sig")


def test_the_minutes_have_every_part(evening: Evening) -> None:
    assert len(minutes(evening.state, TR).blocks) > 30
