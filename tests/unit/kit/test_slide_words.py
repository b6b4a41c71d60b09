"""Words on the big screen: steps of size, pages, and breaks between words, then syllables, then anywhere."""

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.kit.slides.words import Setting, Style, divided_in, fit, into_pages, plain, set_words, strong

STYLE = Style(92, serif=True, leading=1.16)
SIZES = (92, 84, 76, 68, 60)
COMPOUND = "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    from fasilitaattori.kit.fonts import load_fonts

    load_fonts()


def lines(setting: Setting) -> list[str]:
    return [setting.shown(index) for index in range(setting.count)]


def test_a_question_shrinks_by_steps_and_then_does_not_fit() -> None:
    found = [fit("sana " * count, STYLE, 1100, 600, SIZES) for count in (10, 30, 40, 45)]
    sizes = [setting.style.size for setting in found if setting is not None]
    assert sizes[0] == 92
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 4
    assert len(set(sizes)) > 2
    assert fit("sana " * 200, STYLE, 1100, 600, SIZES) is None


def test_what_fits_nowhere_takes_pages_with_nothing_lost() -> None:
    words = "Kylä päättää itse mitä tekee " * 40
    setting = set_words(words, STYLE.sized(60), 1100)
    pieces = into_pages(setting, 600)
    assert all(piece.height <= 600 for piece in pieces)
    assert [line for piece in pieces for line in lines(piece)] == lines(setting)
    counts = [piece.count for piece in pieces]
    assert max(counts) - min(counts) <= 1


def test_a_smaller_size_goes_before_a_broken_word() -> None:
    words = "Kumppanuuspöytätyöskentelyä"
    whole = fit(words, STYLE, 1100, 700, SIZES)
    assert whole is not None
    assert not whole.broken
    assert whole.count == 1
    assert whole.style.size < 92


@pytest.mark.parametrize("word", ["Participant", "Osallistuja", "Deltagare"])
def test_what_belongs_together_is_set_smaller_before_it_is_parted(word: str) -> None:
    """Also where the line ends right before the space that ties."""
    style = Style(210, serif=True, bold=True, leading=1.06)
    for width in range(500, 900, 5):
        name = fit(f"{word}\u00a03", style, width, 600, (210, 190, 170, 150, 132, 116, 104, 92, 84, 76, 68, 60))
        assert name is not None
        assert lines(name) == [f"{word} 3"]


def test_a_word_too_long_breaks_between_syllables_with_a_hyphen() -> None:
    setting = set_words(COMPOUND, Style(60), 700)
    assert setting.count > 1
    assert all(line.width <= 700.5 for line in setting.lines)
    assert "".join(lines(setting)).replace("\u00ad", "") == COMPOUND
    assert all(shown.endswith("\u00ad") for shown in lines(setting)[:-1])


def test_a_word_without_syllables_breaks_anywhere() -> None:
    setting = set_words("x" * 200, Style(60), 700)
    assert setting.count > 1
    assert setting.broken
    assert "".join(lines(setting)) == "x" * 200


def whole_lines(setting: Setting) -> list[str]:
    """The lines without the places where they might have been divided as well."""
    return [line[:-1].replace("\u00ad", "") + line[-1:].replace("\u00ad", "-") for line in lines(setting)]


def test_a_compound_is_divided_at_its_joints_and_in_syllables_only_when_a_part_is_too_long() -> None:
    width = set_words("Kyläyhdistyksen", STYLE, 100_000).widest
    found = set_words("Kyläyhdistyksen vapaaehtoistoimintasuunnitelma", STYLE, width)
    assert whole_lines(found) == ["Kyläyhdistyksen", "vapaaehtois-", "toiminta-", "suunnitelma"]
    narrow = set_words("vapaaehtoistoiminta", STYLE, set_words("toiminta", STYLE, 100_000).widest)
    assert whole_lines(narrow) == ["vapaa-", "ehtois-", "toiminta"]


def test_a_hyphen_stays_with_the_word_before_it() -> None:
    width = set_words("Haartmansdotter", STYLE, 100_000).widest
    assert not any(line.startswith("-") for line in lines(set_words("Haartmansdotter-Kuikkaperäläinen", STYLE, width)))


def test_words_are_divided_as_the_language_of_the_slide_does() -> None:
    width = set_words("tillgänglighets-", STYLE, 100_000).widest
    with divided_in("sv"):
        swedish = whole_lines(set_words("tillgänglighetsutredning", STYLE, width))
    assert swedish == ["tillgänglighets-", "utredning"]
    assert whole_lines(set_words("tillgänglighetsutredning", STYLE, width)) != swedish


def test_bold_inside_a_sentence_is_wider_and_leaves_no_marks() -> None:
    marked = f"Seuraavaksi {strong('kahvitauko')}"
    assert plain(marked) == "Seuraavaksi kahvitauko"
    assert set_words(marked, Style(44), 2000).widest > set_words(plain(marked), Style(44), 2000).widest
    assert plain(strong("a\ue000b\ue001c")) == "abc"


def test_characters_beyond_the_first_plane_are_counted_as_qt_does() -> None:
    setting = set_words("🙂🙂🙂 Sauna kylälle 🙂 heti", Style(44), 330)
    assert " ".join(lines(setting)) == "🙂🙂🙂 Sauna kylälle 🙂 heti"
    assert not setting.broken


def test_line_breaks_of_the_writer_are_kept() -> None:
    assert lines(set_words("Ei sovellusta,\nei tunnuksia.", Style(46), 2000)) == ["Ei sovellusta,", "ei tunnuksia."]
    assert lines(set_words("a\r\nb", Style(46), 2000)) == ["a", "b"]


@pytest.mark.parametrize(
    "words", ["Seuraavaksi keskustelu klo 18.30", "Puhutaan enintään 2 minuuttia.", "Break at 18.30", "Koulu – kylä"]
)
def test_what_belongs_together_stays_on_a_line(words: str) -> None:
    last = words.rsplit(" ", 2)[-2:] if "–" not in words else words.rsplit(" ", 2)[:2]
    width = set_words(words, Style(44), 100_000).widest - 10
    assert any(" ".join(last) in line for line in lines(set_words(words, Style(44), width)))


def test_what_is_too_narrow_for_what_belongs_together_breaks_between_words() -> None:
    width = set_words("minuuttia", Style(44), 100_000).widest + 5
    assert lines(set_words("2 minuuttia", Style(44), width)) == ["2", "minuuttia"]


def test_no_word_stands_alone_on_the_last_line_where_it_can_be_helped() -> None:
    words = "Mitä vanhalle koululle voisi tehdä?"
    width = set_words(words, STYLE, 100_000).widest - 10
    greedy, found = set_words(words, STYLE, width), fit(words, STYLE, width, 400, (92,))
    assert lines(greedy)[-1] == "tehdä?"
    assert found is not None
    assert found.count == greedy.count == 2
    assert found.lines[-1].width > 0.6 * found.widest
    long = fit(COMPOUND, STYLE, 700, 400, (60,))
    assert long is None or "".join(lines(long)).replace("\u00ad", "") == COMPOUND


def test_nothing_at_all_is_fine() -> None:
    empty = fit("", STYLE, 100, 100, SIZES)
    assert empty is not None
    assert into_pages(set_words("", STYLE, 100), 10)
