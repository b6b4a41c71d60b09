"""Our fonts hold what people in a Finnish village write; what they lack becomes a box, never a failed paper."""

from fasilitaattori.papers.forms.glyphs import MISSING, covered, printable


def test_letters_of_the_villages_languages_are_printed() -> None:
    for text in ("åäöÅÄÖ éü ŋŧžšđč", "Привет Україна", "مرحبا", "שלום", "สวัสดี", "🎉👍☕", "→✓≥★□"):
        assert printable(text) == text


def test_what_no_font_has_becomes_a_box_or_its_plain_form() -> None:
    assert printable("汉") == MISSING
    assert printable("𝐀ﬁ Tiếng") == "Afi Tieng"
    assert ord(MISSING) in covered()


def test_joiners_and_line_ends_stay() -> None:
    assert printable("👩\u200d👧\nä\u00ad") == "👩\u200d👧\nä\u00ad"
