"""The papers by name: each in its forms, previewed and saved under a good name."""

import struct
from html import unescape
from pathlib import Path

import pytest

from fasilitaattori.document.blocks import COLUMN, ENLARGED, Figure, Heading, Paragraph, plain
from fasilitaattori.errors import FasilitaattoriError, StorageError
from fasilitaattori.figures.codes import Network
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers import export, handouts, press
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.minutes import BASICS, DECISIONS, NEXT, sections
from fasilitaattori.workshop import closing
from fasilitaattori.workshop.info import set_info
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, village_evening
from tests.unit.phones.house import House

TR = translator("fi")
ORDERS = [
    press.Order(press.MINUTES),
    press.Order(press.POSTER, address="http://192.168.8.2:8080/", network=Network("Kylä", "talkoot")),
    press.Order(press.PROGRAMME),
    press.Order(press.RULES, size="a3"),
]


def test_the_preview_knows_on_which_page_a_section_begins() -> None:
    evening = village_evening()
    order = press.Order(press.MINUTES)
    pages = press.preview(evening.state, order, TR, ppi=48)
    words = [" ".join(page.split()) for page in pdfs.words_by_page(press.make(evening.state, order, "pdf", TR))]
    shown = [section for section in sections(evening.state, TR) if section.key in pages.places]
    assert {BASICS, DECISIONS, NEXT} <= pages.places.keys()
    assert len(set(pages.places.values())) > 1
    for number, section in enumerate(shown, start=1):
        assert f"{number} {section.title}" in words[pages.places[section.key]].replace("\xad", "")
    assert press.preview(evening.state, press.Order(press.RULES), TR, ppi=48).places == {}


@pytest.mark.parametrize("order", ORDERS, ids=[order.paper for order in ORDERS])
def test_every_paper_is_saved_in_its_forms_and_previewed(order: press.Order, tmp_path: Path) -> None:
    state = village_evening().state
    for form in press.PAPERS[order.paper][1]:
        saved = press.save(state, order, form, tmp_path, TR)
        assert saved.suffix == f".{form}"
        assert saved.stat().st_size > 500
    pages = press.preview(state, order, TR, ppi=48)
    width, height = struct.unpack(">II", pages[0][16:24])
    assert height / width == pytest.approx(2**0.5, rel=0.01)


def test_papers_are_named_after_the_workshop_and_their_state() -> None:
    evening = village_evening()
    order = press.Order(press.MINUTES)
    assert press.file_name(evening.state, order, "pdf", TR) == "Muistio Kyläkoulun uusi elämä luonnos.pdf"
    evening.do(closing.approve("Aino"))
    assert press.file_name(evening.state, order, "pdf", TR) == "Muistio Kyläkoulun uusi elämä.pdf"
    internal = press.Order(press.MINUTES, public=False)
    assert press.file_name(evening.state, internal, "docx", TR) == "Muistio Kyläkoulun uusi elämä sisäinen.docx"


def test_a_file_name_of_ones_own_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "oma.md"
    assert press.save(village_evening().state, press.Order(press.MINUTES), "md", target, TR) == target
    assert target.is_file()


def test_what_does_not_exist_is_refused() -> None:
    state = village_evening().state
    with pytest.raises(ValueError, match="poster as docx"):
        press.make(state, press.Order(press.POSTER), "docx", TR)
    with pytest.raises(ValueError, match="laulukirja"):
        press.make(state, press.Order("laulukirja"), "pdf", TR)


def test_a_workshop_that_lacks_what_the_paper_needs_is_told() -> None:
    state = Evening().state
    for paper in (press.PROGRAMME, press.RULES):
        with pytest.raises(FasilitaattoriError) as caught:
            press.make(state, press.Order(paper), "pdf", TR)
        assert "Lisää" in caught.value.text(TR)


def test_the_programme_tells_when_and_what() -> None:
    evening = village_evening()
    told = markdown(handouts.programme(evening.state, TR))
    assert told.startswith("# Illan ohjelma\n")
    assert "| 18.00 | Tervetuloa ja esittäytyminen |" in told
    assert "| 20.30 | Lopetamme |" in told
    pdf = press.make(evening.state, press.Order(press.PROGRAMME), "pdf", TR)
    assert pdfs.faults(pdf) == []
    evening.do(set_info(start="09:00"))
    assert handouts.programme(evening.state, TR).title == "Päivän ohjelma"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_notice_says_what_the_phone_page_says(tmp_path: Path, language: str) -> None:
    house = House(tmp_path, language=language)
    try:
        house.open()
        shown = "".join(unescape(house.join("Helmi", language=language).page(f"/privacy?language={language}")).split())
        document = handouts.privacy_notice(house.state, translator(language))
    finally:
        house.close()
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    paragraphs = [plain(block.runs) for block in document.blocks if isinstance(block, Paragraph)]
    texts = [*headings, *paragraphs]
    assert len(texts) == 11
    assert all("".join(text.split()) in shown for text in texts), texts
    assert pdfs.faults(export.FORMS["pdf"](document)) == []


def test_large_print_is_the_same_paper_in_larger_letters_with_its_page_numbers() -> None:
    state = village_evening().state
    for paper in (press.MINUTES, press.SHEET):
        usual, large = (press.make(state, press.Order(paper, size=size), "pdf", TR) for size in ("a4", press.LARGE))
        assert pdfs.faults(large) == []
        assert " ".join(pdfs.words(large).split()).count("Kyläkoulun uusi elämä") >= 1
        assert len(press.preview(state, press.Order(paper, size=press.LARGE), TR, 30)) > len(
            press.preview(state, press.Order(paper), TR, 30)
        )
        assert len(usual) != len(large)
    assert "1 (" in pdfs.words(press.make(state, press.Order(press.MINUTES, size=press.LARGE), "pdf", TR))
    assert press.file_name(state, press.Order(press.SHEET, size=press.LARGE), "pdf", TR).endswith("isot kirjaimet.pdf")


def test_the_programme_comes_small_and_for_the_wall() -> None:
    state = village_evening().state
    small = press.Order(press.PROGRAMME, size="a5")
    assert pdfs.words(press.make(state, small, "pdf", TR)).count("Pariporina") == 2
    assert press.file_name(state, small, "pdf", TR) == "Ohjelma pöydille Kyläkoulun uusi elämä.pdf"
    assert press.make(state, small, "docx", TR)[:2] == b"PK"
    assert press.file_name(state, small, "docx", TR) == "Illan ohjelma Kyläkoulun uusi elämä.docx"
    by_day = village_evening()
    by_day.do(set_info(start="09:00", end="11:30"))
    assert press.file_name(by_day.state, small, "docx", TR) == "Päivän ohjelma Kyläkoulun uusi elämä.docx"
    wall = press.preview(state, press.Order(press.PROGRAMME, size="a3"), TR, 48)
    usual = press.preview(state, press.Order(press.PROGRAMME), TR, 48)
    assert struct.unpack(">I", wall[0][16:20])[0] > 1.3 * struct.unpack(">I", usual[0][16:20])[0]
    assert len(wall) == len(usual) == 1


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    for nowhere in (tmp_path / ("a" * 300), tmp_path / ("a" * 300) / "muistio.md"):
        with pytest.raises(StorageError) as caught:
            press.save(village_evening().state, press.Order(press.MINUTES), "md", nowhere, TR)
        assert "nimi on liian pitkä" in caught.value.text(TR)


def test_the_letters_of_figures_grow_with_those_of_large_print() -> None:
    state = village_evening().state

    def figures(size: str) -> list[Figure]:
        document = press._document(state, press.Order(press.MINUTES, size=size), TR)
        assert document is not None
        return [block for block in document.blocks if isinstance(block, Figure) and "<text" in block.svg]

    usual, large = figures("a4"), figures(press.LARGE)
    assert len(usual) >= 3
    assert {figure.width for figure in usual} == {COLUMN}
    assert {figure.width for figure in large} == {COLUMN / ENLARGED}
    assert [figure.alt for figure in large] == [figure.alt for figure in usual]
    for form in ("pdf", "docx", "odt", "html"):
        assert press.make(state, press.Order(press.MINUTES, size=press.LARGE), form, TR)
