"""What the facilitator edits as text comes back as the same blocks."""

from fasilitaattori.document.blocks import Block, Figure, Heading, Quote, bullets, paragraph, table
from fasilitaattori.document.plain import differences, from_text, to_text
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


def test_a_text_that_begins_with_a_date_or_another_number_keeps_it() -> None:
    for text in ("12. maaliskuuta kokoonnutaan taas.", "3. luokka lauloi.", "1. maaliskuuta avataan.", "Avataan\n24. päivä."):
        assert from_text(text, BLOCKS) == (paragraph(text),)
    dates = "2. tammikuuta kokous\n3. helmikuuta talkoot"
    assert from_text(dates, (bullets("abc", numbered=True),)) == (paragraph(dates),)


def test_a_numbered_list_is_numbered_anew_when_items_are_taken_out() -> None:
    three = (bullets(["eka", "toka", "kolmas"], numbered=True),)
    assert from_text("2. toka\n3. kolmas", three) == (bullets(["toka", "kolmas"], numbered=True),)
    assert from_text("3. kolmas", three) == (bullets(["kolmas"], numbered=True),)
    assert from_text("1. oma\n2. toinen", ()) == (bullets(["oma", "toinen"], numbered=True),)


def test_no_level_of_headings_is_skipped() -> None:
    """A paper with a gap in its headings is not accessible, and cannot be set."""
    made = from_text("### Alku\n\n# Osa\n\n### Kohta\n\n### Toinen\n\n## Väli\n\n### Pieni", ())
    assert [(block.text, block.level) for block in made if isinstance(block, Heading)] == [
        ("Alku", 2),
        ("Osa", 1),
        ("Kohta", 2),
        ("Toinen", 2),
        ("Väli", 2),
        ("Pieni", 3),
    ]
    assert from_text("## Väli\n\n### Pieni", ()) == (Heading("Väli", 2), Heading("Pieni", 3))


def test_only_lines_for_tables_and_drawings_stand_for_them() -> None:
    assert from_text("[Liite 1]", BLOCKS) == (paragraph("[Liite 1]"),)
    assert differences("[Taulukko 1]", "[Liite 1]") == (("[Liite 1]", True),)


def test_a_line_stands_for_its_table_though_a_drawing_has_come_before_it() -> None:
    assert from_text("[Taulukko 1]", (FIGURE, TABLE)) == (TABLE,)
    assert from_text("[Kuvio 2]", (FIGURE, TABLE)) == (FIGURE,)
    assert from_text("[Kuvio 1]", (TABLE,)) == ()


def test_items_of_several_lines_stay_items() -> None:
    listed = (bullets(["yksi\ntoinen rivi", "kaksi"]), bullets(["eka\nja sen jatko", "toka"], numbered=True))
    text = to_text(listed, translator("fi"))
    assert text == "- yksi\n  toinen rivi\n- kaksi\n\n1. eka\n  ja sen jatko\n2. toka"
    assert from_text(text, ()) == listed
    assert to_text((bullets(["yksi\n\n  uusi kappale"]),), translator("fi")) == "- yksi\n  uusi kappale"


def test_a_list_may_follow_its_words_without_an_empty_line() -> None:
    assert from_text("Sovittiin:\n- talkoot\n- kahvit\nKiitos.", ()) == (
        paragraph("Sovittiin:"),
        bullets(["talkoot", "kahvit"]),
        paragraph("Kiitos."),
    )


def test_differences_are_told_in_the_order_of_the_text() -> None:
    before = "Alku.\n\n- yksi\n- kaksi\n\nLoppu."
    now = "Alku.\n\n- yksi\n- toinen\n- kolmas\n\nLoppu.\n\nVielä."
    assert differences(before, now) == (("kaksi", False), ("toinen", True), ("kolmas", True), ("Vielä.", True))
    assert differences("", "Uusi.") == (("Uusi.", True),)
    assert differences(now, now) == ()
