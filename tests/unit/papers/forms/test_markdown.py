"""Markdown reads as it was written: what people wrote never becomes markup."""

import pytest

from fasilitaattori.document.blocks import Facts, Heading, Paragraph, Quote, Run, bullets, paragraph, table
from fasilitaattori.papers.forms.markdown import escaped, markdown
from tests.unit.papers.forms.test_pdf import WEIRD, every_block, paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*vahva* _kursiivi_ `koodi`", "\\*vahva\\* \\_kursiivi\\_ \\`koodi\\`"),
        ("<script>a</script>", "\\<script\\>a\\</script\\>"),
        ("[linkki](http://x) ![kuva](y)", "\\[linkki\\](http://x) !\\[kuva\\](y)"),
        ("# ei otsikko", "\\# ei otsikko"),
        ("- ei lista\n1. ei lista\n2) ei", "\\- ei lista\n1\\. ei lista\n2\\) ei"),
        ("12.3.2026 klo 18.00–20.30", "12.3.2026 klo 18.00–20.30"),
        ("a | b ~~c~~ $x$ \\", "a \\| b \\~\\~c\\~\\~ \\$x\\$ \\\\"),
        ("&amp; &#60; R&D", "&amp;amp; &amp;#60; R&D"),
    ],
)
def test_signs_of_markup_are_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_blocks_become_markdown() -> None:
    document = paper(
        Heading("Osa"),
        Paragraph((Run("Teema: ", bold=True), Run("kysymys\n    toinen rivi"))),
        bullets(["eka\nrivi", "toka"], numbered=True),
        Quote("Mitä\nnyt?"),
        Facts((("Kuka", "Kylä"),)),
        table(["Mitä", "Pisteitä"], [["a\nb", "3"]], right=(1,), caption="Tulos"),
        lead=("Torstai", "Paikalla 3"),
        draft=True,
        draft_mark="LUONNOS",
        draft_note="Ei hyväksytty.",
    )
    assert markdown(document) == (
        "# Muistio: Kylä\n\n**LUONNOS** Ei hyväksytty.\n\nKyläyhdistys\n\nTorstai  \nPaikalla 3\n\n## Osa\n\n"
        "**Teema:** kysymys  \ntoinen rivi\n\n1. eka  \n   rivi\n2. toka\n\n> Mitä  \n> nyt?\n\n- **Kuka**: Kylä\n\n"
        "**Tulos**\n\n| Mitä | Pisteitä |\n| --- | ---: |\n| a<br>b | 3 |\n"
    )


def test_a_drawing_is_told_in_words() -> None:
    assert "Tulos. Eniten: A (4)." in markdown(paper(*every_block("A")))


@pytest.mark.parametrize("text", WEIRD, ids=range(len(WEIRD)))
def test_a_table_stays_a_table(text: str) -> None:
    lines = markdown(paper(table(["a", "b"], [[text, "x"]]))).splitlines()
    assert len([line for line in lines if line.startswith("|")]) == 3


def test_an_empty_text_is_no_trouble() -> None:
    assert markdown(paper(paragraph(""), paragraph("  \n "))).endswith("Kyläyhdistys\n")
