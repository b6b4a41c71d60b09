"""Papers as plain text: everything that was said, nothing that looks like markup."""

from fasilitaattori.document.blocks import Document, Facts, Heading, Quote, bullets, paragraph, table
from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.forms.plaintext import plain_text
from tests.unit.papers.evening import village_evening


def test_every_block_reads_as_text() -> None:
    told = plain_text(
        Document(
            title="Muistio",
            language="fi",
            draft=True,
            draft_mark="LUONNOS",
            lead=("Torstai", "22 henkilöä"),
            blocks=(
                Heading("1 Alku"),
                paragraph("Ensin *näin*.\nSitten noin."),
                bullets(["yksi", "kaksi"], numbered=True),
                Quote("Mitä nyt?"),
                Facts((("Kuka", "Kunta"),)),
                table(["Mitä", "Kuka"], [["talkoot", "kylä"]]),
            ),
        )
    )
    assert told == (
        "Muistio\n\nLUONNOS\n\nTorstai\n22 henkilöä\n\n1 Alku\n------\n\nEnsin *näin*.\nSitten noin.\n\n1. yksi\n2. kaksi\n\n"
        "  Mitä nyt?\n\nKuka: Kunta\n\nMitä – Kuka\n- talkoot – kylä\n"
    )


def test_a_row_ends_where_its_words_do() -> None:
    programme = table(["Klo", "Vaihe", "Kesto"], [["20.30", "Lopetamme", ""]])
    told = plain_text(Document(title="T", language="fi", blocks=(programme,)))
    assert told.endswith("- 20.30 – Lopetamme\n")


def test_the_minutes_of_an_evening_can_be_pasted_anywhere() -> None:
    told = press.make(village_evening().state, press.Order(press.MINUTES), "txt", translator("fi")).decode()
    assert "LUONNOS – Tätä muistiota ei ole vielä hyväksytty." in told
    assert "- Kysytään kunnalta koulun lämmityskulut – Kyläyhdistys – 31.3." in told
    assert "[Taulukko" not in told
