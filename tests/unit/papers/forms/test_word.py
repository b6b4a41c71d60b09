"""The Word file is one a person can go on with: real headings, lists and header rows, language, alternative texts."""

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn

from fasilitaattori.document.blocks import Facts, Table
from fasilitaattori.papers.forms.word import word
from tests.unit.papers.forms.test_pdf import WEIRD, every_block, paper


def reopened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def test_headings_lists_and_title_are_real_styles() -> None:
    made = reopened(word(paper(*every_block("Teksti"))))
    styles = [paragraph.style.name for paragraph in made.paragraphs if paragraph.style is not None]
    assert styles[0] == "Title"
    assert "Heading 1" in styles
    assert styles.count("List Bullet") == 1
    assert styles.count("List Number") == 2
    assert made.paragraphs[0].text == "Muistio: Kylä"


def test_header_rows_repeat_and_are_marked() -> None:
    table = reopened(word(paper(*every_block("Teksti")))).tables[0]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert [cell.text for cell in table.rows[1].cells] == ["Teksti", "Teksti"]


def test_pictures_have_alternative_texts() -> None:
    made = reopened(word(paper(*every_block("Teksti"))))
    assert [shape._inline.docPr.get("descr") for shape in made.inline_shapes] == [
        "Tulos. Eniten: Teksti (4). Näistä huoneessa laskettuja: 1."
    ]


def test_language_and_properties_are_set() -> None:
    made = reopened(word(paper(*every_block("Teksti"), language="sv", author="Kylä")))
    languages = {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-FI"}
    core = made.core_properties
    assert (core.title, core.author, core.language) == ("Muistio: Kylä", "Kylä", "sv")
    assert core.created is not None
    assert core.created.date().isoformat() == "2026-03-12"


def test_every_numbered_list_begins_from_one() -> None:
    made = reopened(word(paper(*every_block("a"), *every_block("b"))))
    numbers = {number.get(qn("w:val")) for number in made.element.iter(qn("w:numId"))}
    assert len(numbers) == 2


def test_the_draft_mark_is_in_header_and_text() -> None:
    draft = paper(draft=True, draft_mark="LUONNOS", draft_note="Ei hyväksytty.")
    made = reopened(word(draft))
    assert "LUONNOS" in made.sections[0].header.paragraphs[0].text
    assert "LUONNOS. Ei hyväksytty." in [paragraph.text for paragraph in made.paragraphs]
    assert "LUONNOS" not in reopened(word(paper())).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("text", WEIRD, ids=range(len(WEIRD)))
def test_whatever_people_wrote_can_be_opened_again(text: str) -> None:
    data = word(paper(*every_block(text), title=text, organisation=text, author=text, subject=text))
    assert reopened(data).paragraphs
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_letters_no_font_of_ours_has_are_kept_in_word() -> None:
    made = reopened(word(paper(*every_block("汉字 🎉"))))
    assert "汉字 🎉" in made.tables[0].rows[0].cells[0].text


def test_the_running_head_has_no_other_stops_than_middle_and_right() -> None:
    """Word's own header style stops elsewhere: a number that stops there stands in the middle of the page."""
    made = reopened(word(paper()))
    header = made.sections[0].header.paragraphs[0]
    stops = {int(stop.position): stop.alignment for stop in header.style.paragraph_format.tab_stops}
    stops |= {int(stop.position): stop.alignment for stop in header.paragraph_format.tab_stops}
    kept = [stop for _, stop in sorted(stops.items()) if stop != WD_TAB_ALIGNMENT.CLEAR]
    assert kept == [WD_TAB_ALIGNMENT.CENTER, WD_TAB_ALIGNMENT.RIGHT]


def test_a_short_table_is_not_torn_and_no_header_is_left_alone() -> None:
    short, long = (Table(("A", "B"), tuple(("x", f"{n}") for n in range(rows))) for rows in (4, 30))
    made = reopened(word(paper(short, long)))
    kept = [[bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows] for table in made.tables]
    assert kept[0] == [True, True, True, True, False]
    assert kept[1] == [True, *[False] * 30]


def test_a_fact_is_told_from_its_name_in_words_too() -> None:
    made = reopened(word(paper(Facts((("Järjestäjä", "Kylä"),)))))
    assert "Järjestäjä: Kylä" in [paragraph.text for paragraph in made.paragraphs]


def test_nothing_of_the_template_says_who_made_it_or_how_it_looks() -> None:
    packed = zipfile.ZipFile(io.BytesIO(word(paper(*every_block("Teksti")))))
    assert not any("thumbnail" in name for name in packed.namelist())
    assert b"thumbnail" not in packed.read("_rels/.rels")
    assert "docProps/app.xml" not in packed.namelist()
    assert "docProps/core.xml" in packed.namelist()
