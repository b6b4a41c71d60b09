"""Texts people wrote are neutralised without losing what can be read."""

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.document.blocks import Document, Figure, paragraph
from fasilitaattori.document.text import breakable, clean, cleaned, end_bound, one_line


def test_control_and_override_characters_go_and_line_ends_become_one_kind() -> None:
    assert clean("a\x00b\x07c\r\nd\re\u2028f\u202eg\ue000h") == "abc\nd\ne\nfgh"
    assert clean("a\tb\ud800") == "a b\ufffd"


def test_joiners_of_emoji_and_of_other_scripts_stay() -> None:
    assert clean("👩\u200d👧 مرحبا می\u200cخواهم") == "👩\u200d👧 مرحبا می\u200cخواهم"


def test_one_line_folds_every_space() -> None:
    assert one_line("  yksi\n\n kaksi\t kolme ") == "yksi kaksi kolme"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_only_what_xml_allows(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert all(char == "\n" or ord(char) >= 0x20 for char in once)
    assert not any(0xD800 <= ord(char) <= 0xDFFF or char in "\ufffe\uffff" for char in once)


@given(st.text())
def test_breaks_are_invisible_and_split_no_letter_from_its_marks(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_long_words_get_places_to_break() -> None:
    parts = breakable("a" * 10_000).split("\u200b")
    assert max(map(len, parts)) <= 8
    assert breakable("epäjärjestelmällisyys") == "epäjärjestelmällisyys"


def test_a_year_or_another_short_word_never_ends_a_title_alone() -> None:
    assert end_bound("Kirjaus dialogisarjasta: Kylien dialogit 2026") == "Kirjaus dialogisarjasta: Kylien dialogit\u00a02026"
    assert end_bound("Muistio: Kuikkaperän kyläyhdistys ry") == "Muistio: Kuikkaperän kyläyhdistys\u00a0ry"
    assert end_bound("Kyläkoulun uusi elämä") == "Kyläkoulun uusi elämä"


def test_a_whole_document_is_cleaned_but_its_drawings_stay_as_drawn() -> None:
    drawn = Figure("<svg>\t</svg>", "kuva\x00", 10, 10)
    document = cleaned(Document(title="T\x00", language="fi", blocks=(paragraph("a\x07"), drawn)))
    assert document.title == "T"
    assert document.blocks == (paragraph("a"), Figure("<svg>\t</svg>", "kuva", 10, 10))
