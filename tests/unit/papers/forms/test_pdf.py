"""The PDF is accessible, looks the same everywhere, and prints whatever people wrote."""

import io
import struct

import pikepdf
import pytest

from fasilitaattori.document.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    PageBreak,
    Quote,
    Run,
    bullets,
    figure,
    paragraph,
    table,
)
from fasilitaattori.figures.bars import Bar, bars
from fasilitaattori.i18n import translator
from fasilitaattori.papers.forms import typesetting
from tests.unit.papers import pdfs

TR = translator("fi")
WEIRD = (
    "emoji 🎉 👩‍👩‍👧 🇫🇮 👍🏽 ☎️",
    "arabia مرحبا بالعالم, heprea שלום, thai สวัสดี",
    "kirjaimet ŋ ŧ ž, Привет, Γειά, Tiếng Việt",
    "ei fonttia 汉字 ꙮ 𓀀 \U0010ffff",
    "#let x = 1; #panic() $x^2$ *vahva* _kursiivi_ `koodi` @viite <nimi> // kommentti \\",
    "<script>alert(1)</script> & &amp; ]]> %PDF",
    "ohjaus \x00\x07\x1b[31m \u202eväärinpäin\u202c \u2066x \ufeff \ud800 \ue000",
    "yhdistyvä e\u0301\u20dd a\u0363 z" + "\u0335" * 40,
    "\n\nrivi\n\n\nvaihtuu\n",
    "a" * 10_000,
    "sana " * 2_000,
)


def paper(*blocks: Block, **more: object) -> Document:
    told = {"title": "Muistio: Kylä", "language": "fi", "organisation": "Kyläyhdistys", "date": "2026-03-12", **more}
    return Document(blocks=blocks, **told)  # type: ignore[arg-type]  # the tests mix fields of several types


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def every_block(text: str) -> list[Block]:
    drawn = figure(bars([Bar(text, 3, 1)], TR, title="Tulos"), caption=text)
    return [
        Heading(text),
        paragraph(text),
        paragraph(text, small=True, bold=True),
        Bullets(((Run(text, bold=True), Run(text)),)),
        bullets([text, text], numbered=True),
        Quote(text),
        Facts(((text, text),)),
        table([text, "n"], [[text, text]], weights=(3, 1), right=(1,), caption=text),
        drawn,
        PageBreak(),
    ]


def test_a_full_paper_passes_the_checks_of_pdf_ua() -> None:
    pdf = typesetting.pdf(paper(*every_block("Teksti"), draft=True, draft_mark="LUONNOS", draft_note="Ei hyväksytty."))
    assert pdfs.faults(pdf) == []
    assert pdfs.embedded(pdf)


def test_title_language_and_tags_are_in_the_file() -> None:
    pdf = typesetting.pdf(paper(*every_block("Teksti"), language="sv", author="Kylä", subject="Muistio"))
    with opened(pdf) as file:
        assert str(file.Root.Lang) == "sv"
        assert str(file.docinfo["/Title"]) == "Muistio: Kylä"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.open_metadata()["pdfuaid:part"]) == "1"
    found = pdfs.tags(pdf)
    assert found.count("/H1") == 1
    assert {"/H2", "/P", "/L", "/LI", "/BlockQuote", "/Table", "/TH", "/TD", "/Figure", "/Caption"} <= set(found)
    assert found.count("/TH") == 2
    assert all(alt.startswith("Tulos.") for alt in pdfs.alts(pdf))


def test_header_and_page_numbers_are_no_content_of_the_paper() -> None:
    with opened(typesetting.pdf(paper(paragraph("Vain tämä.")))) as file:
        page = bytes(file.pages[0].Contents.read_bytes())
    assert page.index(b"/Artifact") >= 0


def test_the_same_paper_is_the_same_file() -> None:
    assert typesetting.pdf(paper(paragraph("a"))) == typesetting.pdf(paper(paragraph("a")))


@pytest.mark.parametrize("text", WEIRD, ids=range(len(WEIRD)))
def test_whatever_people_wrote_is_printed(text: str) -> None:
    pdf = typesetting.pdf(paper(*every_block(text), title=text[:200], organisation=text[:60], lead=(text[:400],)))
    assert pdf.startswith(b"%PDF")
    assert pdfs.faults(pdf) == []


def test_nothing_people_wrote_is_read_as_markup() -> None:
    plain = pdfs.tags(typesetting.pdf(paper(paragraph("tavallinen"))))
    marked = pdfs.tags(typesetting.pdf(paper(paragraph("= Otsikko\n- lista\n#heading[x] *vahva* #strong[x]"))))
    assert marked == plain


def test_drafts_say_so_in_the_text_and_approved_papers_do_not() -> None:
    draft = paper(paragraph("a"), draft=True, draft_mark="LUONNOS", draft_note="Ei hyväksytty.")
    assert len(pdfs.tags(typesetting.pdf(draft))) > len(pdfs.tags(typesetting.pdf(paper(paragraph("a")))))


def test_pages_of_the_preview_are_pictures_of_the_asked_size() -> None:
    pages = typesetting.pages(paper(paragraph("a"), PageBreak(), paragraph("b")), ppi=96)
    assert [struct.unpack(">II", page[16:24]) for page in pages] == [(794, 1123), (794, 1123)]


def test_a_drawing_becomes_a_picture() -> None:
    drawn = Figure('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"/>', "tyhjä", 100, 50)
    width, height = struct.unpack(">II", typesetting.picture(drawn, ppi=96)[16:24])
    assert (width, height) == (100, 50)


def test_the_small_print_at_the_end_does_not_stand_alone_on_a_page() -> None:
    """However far down the page the last table ends."""
    last: list[Block] = [table(["A", "B"], [["solu", f"{n}"] for n in range(4)]), paragraph("Loppu.", small=True)]
    for lines in range(33, 39):
        document = paper(*[paragraph(f"Rivi {n}") for n in range(lines)], *last)
        ends = [page for page in pdfs.words(typesetting.pdf(document)).split("\n") if "Loppu." in page]
        assert "solu" in ends[0], lines
