"""What the facilitator edits as text comes back as the same blocks."""

from fasilitaattori.document.blocks import Block, Figure, Heading, Quote, bullets, paragraph, table
from fasilitaattori.document.plain import from_text, to_text
from fasilitaattori.i18n import translator

TABLE = table(["Mitä", "Kuka"], [["Talkoot", "Kylä"]])
FIGURE = Figure("<svg/>", "kuva", 640, 100)
BLOCKS: tuple[Block, ...] = (
    paragraph("Ensimmäinen kappale.\nSen toinen rivi."),
    Heading("Väliotsikko", 2),
    bullets(["yksi", "kaksi"]),
    TABLE,
    bullets(["eka", "toka"], numbered=True),
    Quote("Mitä nyt?"),
    FIGURE,
)


def test_text_and_back_is_the_same() -> None:
    text = to_text(BLOCKS, translator("fi"))
    assert "[Taulukko 1]" in text
    assert "[Kuvio 2]" in text
    assert from_text(text, BLOCKS) == BLOCKS


def test_a_table_can_be_moved_and_a_figure_dropped() -> None:
    assert from_text("[Taulukko 1]\n\nLoppu.", BLOCKS) == (TABLE, paragraph("Loppu."))


def test_a_text_edited_in_one_language_reads_in_another() -> None:
    swedish = to_text(BLOCKS, translator("sv"))
    assert from_text(swedish, BLOCKS) == BLOCKS


def test_a_line_about_something_that_is_not_there_gives_nothing() -> None:
    assert from_text("[Kuvio 9]", BLOCKS) == ()
    assert from_text("   \n\n  ", BLOCKS) == ()
