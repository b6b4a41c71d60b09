"""The letterhead stands on every form of a paper, is read aloud as what it is, and leaves the paper as sound as it was."""

import io
import json
import zipfile
from base64 import b64decode
from pathlib import Path

import docx
import msgspec
import pikepdf
import pytest
from PIL import Image, ImageChops

from fasilitaattori.document.blocks import Document, Heading, Paragraph, bullets, paragraph, table
from fasilitaattori.i18n import translator
from fasilitaattori.papers import minutes, press
from fasilitaattori.papers.export import FORMS, export
from fasilitaattori.papers.forms import opendocument, typesetting, webpage, word
from fasilitaattori.papers.letterhead import example, headed, letterhead_of
from fasilitaattori.papers.logo import logo_of
from fasilitaattori.papers.sheets.making import RULES, SIGN_IN
from fasilitaattori.workshop.letterhead import LAYOUT, Letterhead, set_letterhead
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, village_evening
from tests.unit.papers.forms.test_office import converted
from tests.unit.papers.logos import SVG

TR = translator("fi")
LOGO = logo_of(SVG.encode(), "logo.svg")
OWN = Letterhead("Koivurannan kunta", "Sivistystoimi", "Koulutie 4, 98900 Koivuranta", "#E8A33D", "", LOGO, "Kunnan vaakuna")
INDENTED = msgspec.structs.replace(OWN, style=LAYOUT)


def paper(letterhead: Letterhead | None, **more: object) -> Document:
    blocks = (
        Heading("Miksi kokoonnuimme"),
        paragraph("Haemme ajatuksia."),
        bullets(["yksi", "kaksi"]),
        bullets(["ensin", "sitten"], numbered=True),
        table(["Nro", "Vaihe"], [["1", "Alku"]]),
    )
    told = {
        "title": "Muistio: Kylä",
        "language": "fi",
        "organisation": "Kylä ry",
        "date": "2026-03-12",
        "kind": "Muistio",
        **more,
    }
    return headed(Document(blocks=blocks, dated="12.3.2026", **told), letterhead)  # type: ignore[arg-type]  # fields of several types


@pytest.mark.parametrize("own", [OWN, INDENTED, msgspec.structs.replace(OWN, alt="", logo=b""), Letterhead(style=LAYOUT)])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_a_pdf_with_it_has_no_faults(own: Letterhead, large: bool, draft: bool) -> None:
    made = typesetting.pdf(paper(own, large=large, draft=draft, draft_mark="LUONNOS", draft_note="Ei hyväksytty."))
    assert pdfs.faults(made) == []
    assert pdfs.embedded(made)


def test_the_logo_of_a_pdf_is_told_in_words_before_the_title() -> None:
    made = typesetting.pdf(paper(OWN))
    assert pdfs.alts(made) == ["Kunnan vaakuna"]
    order = pdfs.tags(made)
    assert order.index("/Figure") < order.index("/H1")
    said = pdfs.words(made)
    assert all(words in said for words in ("Koivurannan kunta", "Sivistystoimi", "Koulutie 4"))


def test_a_logo_without_words_has_the_name_of_the_sender() -> None:
    assert pdfs.alts(typesetting.pdf(paper(msgspec.structs.replace(OWN, alt="")))) == ["Koivurannan kunta"]


def test_text_begins_further_in_with_the_layout_style() -> None:
    assert left_of_last(INDENTED, paragraph("Haemme")) - left_of_last(OWN, paragraph("Haemme")) == pytest.approx(46, abs=0.3)
    assert left_of_last(INDENTED, Heading("Haemme")) == pytest.approx(left_of_last(OWN, Heading("Haemme")), abs=0.3)


def left_of_last(letterhead: Letterhead, block: Heading | Paragraph) -> float:
    """How far from the left edge the last line of the page begins, in millimetres."""
    page = typesetting.pages(headed(Document("Muistio", "fi", (block,)), letterhead), 200)[0]
    ink = Image.open(io.BytesIO(page)).convert("L").point(lambda value: 255 if value < 128 else 0)
    box = ink.getbbox()
    assert box is not None
    last = ink.crop((0, box[3] - 12, ink.width, box[3])).getbbox()
    assert last is not None
    return last[0] / 200 * 25.4


def test_the_layout_style_tells_the_kind_and_the_date_beside_the_sender() -> None:
    assert "MUISTIO" in pdfs.words(typesetting.pdf(paper(INDENTED)))
    assert "12.3.2026" in pdfs.words(typesetting.pdf(paper(INDENTED)))
    assert "MUISTIO" not in pdfs.words(typesetting.pdf(paper(OWN)))


def test_letters_in_a_light_colour_are_darker_than_its_lines() -> None:
    made = opendocument.opendocument(paper(OWN))
    styles = zipfile.ZipFile(io.BytesIO(made)).read("styles.xml").decode()
    assert "#E8A33D" in styles
    assert 'fo:color="#E8A33D"' not in styles


def test_a_word_file_has_it_on_its_first_page_alone() -> None:
    made = docx.Document(io.BytesIO(word.word(paper(OWN))))
    told = [each.text for each in made.paragraphs]
    assert told.index("Koivurannan kunta") < told.index("Muistio: Kylä")
    assert "Sivistystoimi" in told
    section = made.sections[0]
    assert section.different_first_page_header_footer
    assert "Koivurannan kunta" not in section.first_page_header.paragraphs[0].text
    assert "Koivurannan kunta" in section.header.paragraphs[0].text
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Kunnan vaakuna"


def test_a_word_file_in_the_layout_style_is_set_in_under_its_headings_alone() -> None:
    made = docx.Document(io.BytesIO(word.word(paper(INDENTED))))
    deep = {each.text: each.paragraph_format.left_indent for each in made.paragraphs}
    assert deep["Haemme ajatuksia."] is not None
    assert deep["Haemme ajatuksia."].cm == pytest.approx(4.6, abs=0.01)
    assert not deep["Muistio: Kylä"]
    assert made.tables[0].rows[1].cells[0].paragraphs[0].paragraph_format.left_indent is None
    assert "Koivurannan kunta\tMUISTIO" in deep


@pytest.mark.parametrize("own", [OWN, INDENTED])
def test_office_reads_what_word_and_opendocument_hold(own: Letterhead, tmp_path: Path) -> None:
    for form in ("docx", "odt"):
        file = tmp_path / form / f"muistio.{form}"
        export(paper(own), form, file)
        printed = pdfs.words(converted(file).read_bytes())
        assert "Koivurannan kunta" in printed
        assert printed.index("Sivistystoimi") < printed.index("Haemme")


def test_a_web_page_holds_the_logo_and_says_what_it_is() -> None:
    made = webpage.webpage(paper(OWN))
    assert 'alt="Kunnan vaakuna"' in made
    assert "img-src data:" in made
    held = made.split('src="data:image/png;base64,', 1)[1].split('"', 1)[0]
    assert Image.open(io.BytesIO(b64decode(held))).size == Image.open(io.BytesIO(LOGO)).size


def test_what_is_written_in_it_never_becomes_markup() -> None:
    wild = Letterhead('<b>&"', "#panic()", "*x* $y$", alt='"><script>', logo=LOGO)
    assert "<script>" not in webpage.webpage(paper(wild))
    assert pdfs.faults(typesetting.pdf(paper(wild))) == []
    for form in FORMS:
        assert FORMS[form](paper(wild))


def test_paper_without_one_is_as_before() -> None:
    plain = paper(None)
    assert typesetting.pdf(headed(plain, None)) == typesetting.pdf(plain)
    assert "sender" not in webpage.webpage(plain).split("<body>")[1]


# --- which one ---


def test_the_workshops_own_goes_before_that_of_the_settings() -> None:
    evening = Evening()
    default = Letterhead(unit="Oletus")
    assert letterhead_of(evening.state, default) == default
    evening.do(set_letterhead(OWN))
    assert letterhead_of(evening.state, default) == OWN
    evening.do(set_letterhead(Letterhead()))
    assert letterhead_of(evening.state, default) is None


@pytest.mark.parametrize("name", [press.MINUTES, press.PROGRAMME, press.PRIVACY, RULES, SIGN_IN, press.POSTER])
def test_papers_of_a_workshop_carry_the_logo(name: str) -> None:
    evening = village_evening()
    order = press.Order(name, address="http://192.168.8.2:8080/")
    before = pictures_in(press.make(evening.state, order, "pdf", TR))
    evening.do(set_letterhead(OWN))
    assert pictures_in(press.make(evening.state, order, "pdf", TR)) > before


@pytest.mark.parametrize("name", [RULES, SIGN_IN, press.POSTER])
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_logo_on_a_sheet_covers_nothing(name: str, size: str) -> None:
    evening = village_evening()
    order = press.Order(name, address="http://192.168.8.2:8080/", size=size)
    logo = io.BytesIO()
    Image.new("RGB", (600, 160), "#0000FF").save(logo, "PNG")  # the colour of nothing else
    bare = blue(press.preview(evening.state, order, TR, 60)[0])
    evening.do(set_letterhead(Letterhead(logo=logo.getvalue())))
    box = blue(press.preview(evening.state, order, TR, 60)[0]).getbbox()
    assert bare.getbbox() is None
    assert box is not None
    shown = blue(press.preview(evening.state, order, TR, 60)[0]).crop(box).histogram()[255]
    assert shown >= 0.93 * (box[2] - box[0]) * (box[3] - box[1])


def blue(page: bytes) -> Image.Image:
    """Where the page is as blue as the logo."""
    red, green, blue_part = Image.open(io.BytesIO(page)).convert("RGB").split()
    others = ImageChops.lighter(red, green).point(lambda value: 255 if value < 90 else 0)
    return ImageChops.darker(others, blue_part.point(lambda value: 255 if value > 200 else 0))


def test_the_facilitators_own_list_has_no_sender() -> None:
    evening = village_evening()
    order = press.Order(press.SHEET, letterhead=OWN)
    assert "Sivistystoimi" not in pdfs.words(press.make(evening.state, order, "pdf", TR))


def test_the_data_tells_it() -> None:
    evening = village_evening()
    evening.do(set_letterhead(OWN))
    told = json.loads(press.make(evening.state, press.Order(press.DATA), "json", TR))["workshop"]["letterhead"]
    assert b64decode(told["logo"]) == LOGO
    assert told["unit"] == "Sivistystoimi"


def test_the_example_is_a_page() -> None:
    page = Image.open(io.BytesIO(example(INDENTED, "Kylä ry", TR, 50)))
    assert page.height > page.width


def test_approved_minutes_show_the_heading_too() -> None:
    evening = village_evening()
    shown = headed(minutes.minutes(evening.state, TR), INDENTED)
    assert shown.kind == "Muistio"
    assert "12.3.2026" in pdfs.words(typesetting.pdf(shown))


def pictures_in(pdf: bytes) -> int:
    """How many pictures the pages paint, those inside forms too."""

    def count(resources: pikepdf.Object, seen: set[tuple[int, int]]) -> int:
        found = 0
        for each in resources.get("/XObject", pikepdf.Dictionary()).values():
            if each.objgen in seen:
                continue
            seen.add(each.objgen)
            found += each.get("/Subtype") == "/Image"
            found += count(each.get("/Resources", pikepdf.Dictionary()), seen)
        return found

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        seen: set[tuple[int, int]] = set()
        return sum(count(page.Resources, seen) for page in opened.pages)
