"""The OpenDocument file is one a person can go on with: real headings, lists and header rows, language, alternative texts."""

import io
from typing import Any
from xml.etree import ElementTree

import odfdo
import pytest

from fasilitaattori.document.blocks import Facts, table
from fasilitaattori.papers.forms.opendocument import opendocument
from tests.unit.papers.forms.test_pdf import WEIRD, every_block, paper


def reopened(data: bytes) -> Any:  # its elements are found by name, which types cannot follow
    return odfdo.Document(io.BytesIO(data))


def header_of(made: Any) -> str:
    return str(made.styles.get_element("//style:header").serialize())


def test_headings_lists_and_title_are_real() -> None:
    body = reopened(opendocument(paper(*every_block("Teksti")))).body
    assert [(heading.level, str(heading)) for heading in body.headers] == [("1", "Teksti\n")]
    assert [found.style for found in body.lists] == ["Bullets", "Numbers"]
    assert [paragraph.text for paragraph in body.paragraphs if paragraph.style == "Title"] == ["Muistio: Kylä"]


def test_header_rows_are_header_rows_and_columns_have_their_widths() -> None:
    made = reopened(opendocument(paper(table(["Mitä", "n"], [["a", "3"], ["b", "4"]], weights=(3, 1), right=(1,)))))
    found = made.body.tables[0]
    head = found.get_element("table:table-header-rows")
    assert head is not None
    assert [str(cell).strip() for cell in head.get_elements("table:table-row/table:table-cell")] == ["Mitä", "n"]
    assert [str(cell).strip() for cell in found.get_elements("table:table-row/table:table-cell")] == ["a", "3", "b", "4"]
    widths = [made.get_style("table-column", column.style).get_properties()["style:column-width"] for column in found.columns]
    assert widths == ["12.450cm", "4.150cm"]


def test_pictures_have_alternative_texts() -> None:
    made = reopened(opendocument(paper(*every_block("Teksti"))))
    told = [frame.svg_title for frame in made.body.frames]
    assert told == ["Tulos. Eniten: Teksti (4). Näistä huoneessa laskettuja: 1."]


def test_language_and_properties_are_set() -> None:
    made = reopened(opendocument(paper(*every_block("Teksti"), language="sv", author="Kylä")))
    language = made.styles.get_element("//style:default-style/style:text-properties")
    assert language is not None
    assert (language.get_attribute("fo:language"), language.get_attribute("fo:country")) == ("sv", "FI")
    meta = made.meta
    assert (meta.title, meta.language, meta.creator) == ("Muistio: Kylä", "sv", "Kylä")
    assert meta.creation_date is not None
    assert meta.creation_date.date().isoformat() == "2026-03-12"


def test_the_draft_mark_is_in_header_and_text() -> None:
    draft = paper(draft=True, draft_mark="LUONNOS", draft_note="Ei hyväksytty.")
    made = reopened(opendocument(draft))
    assert "LUONNOS" in header_of(made)
    assert "LUONNOS. Ei hyväksytty." in str(made.body)
    assert "LUONNOS" not in header_of(reopened(opendocument(paper())))


@pytest.mark.parametrize("text", [*WEIRD, "<a> & \"b\" 'c' ]]>"], ids=range(len(WEIRD) + 1))
def test_whatever_people_wrote_can_be_opened_again(text: str) -> None:
    data = opendocument(paper(*every_block(text), title=text, organisation=text, author=text, subject=text))
    made = reopened(data)
    assert made.body.paragraphs
    for part in ("content.xml", "styles.xml", "meta.xml"):
        ElementTree.fromstring(made.container.get_part(part))


def test_line_ends_and_rare_letters_are_kept() -> None:
    assert "汉字 🎉\nrivi" in str(reopened(opendocument(paper(*every_block("汉字 🎉\nrivi")))).body)


def test_a_short_table_is_not_torn() -> None:
    short, long = (table(("A", "B"), [("x", f"{n}") for n in range(rows)]) for rows in (4, 30))
    made = reopened(opendocument(paper(short, long)))
    assert [each.style for each in made.body.get_tables()] == ["Whole", None]
    assert made.get_style("table", "Whole").get_properties(area="table")["style:may-break-between-rows"] == "false"


def test_a_fact_is_told_from_its_name_in_words_too() -> None:
    assert "Järjestäjä: Kylä" in str(reopened(opendocument(paper(Facts((("Järjestäjä", "Kylä"),))))).body)


def test_a_notice_on_the_door_has_no_running_header() -> None:
    for large in (True, False):
        made = reopened(opendocument(paper(large=large)))
        assert (made.styles.get_element("//style:header") is None) is large
